import { and, asc, eq, gt, inArray, isNotNull, lt, or } from 'drizzle-orm'
import { anteckningar, forstort, uppdrag } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Anteckningspost = typeof anteckningar.$inferSelect

/** Working notes of a case, oldest first. */
export function listaAnteckningar(db: Db, arendeId: string): Anteckningspost[] {
  return db.select().from(anteckningar).where(eq(anteckningar.arendeId, arendeId)).orderBy(asc(anteckningar.tid)).all()
}

/** @throws Fel `finns_inte` */
export function hamtaAnteckning(db: Db, arendeId: string, id: string): Anteckningspost {
  return krav(db.select().from(anteckningar).where(and(eq(anteckningar.id, id), eq(anteckningar.arendeId, arendeId))).get(), 'Anteckningen')
}

export function nyAnteckning(db: Db, rad: typeof anteckningar.$inferInsert): void {
  db.insert(anteckningar).values(rad).run()
}

/** `forseglat` must be sealed for `version + 1`. @throws Fel `andrad_av_annan` */
export function andraAnteckning(db: Db, rad: Pick<Anteckningspost, 'id' | 'version' | 'forseglat'>): void {
  kravAndrad(db.update(anteckningar).set({ forseglat: rad.forseglat, version: rad.version + 1 })
    .where(and(eq(anteckningar.id, rad.id), eq(anteckningar.version, rad.version))).run())
}

/**
 * Destroys notes: rows gone (secure_delete overwrites them) and noted, so that a restored copy destroys them again
 * (DESIGN §4.10). The caller empties the WAL before anybody is told "förstört".
 * @returns how many there were
 */
export function forstorAnteckningar(db: Db, ids: readonly string[], tid: string): number {
  if (ids.length === 0) return 0
  const { changes } = db.delete(anteckningar).where(inArray(anteckningar.id, [...ids])).run()
  for (const rad of ids) db.insert(forstort).values({ tabell: 'anteckningar', rad, tid }).onConflictDoNothing().run()
  return changes
}

/**
 * Notes whose uppdrag ended, or was struck, so long ago that it can no longer be undone.
 * @param grans ISO time: uppdrag ended or struck before it are past undoing
 */
export function forfallnaAnteckningar(db: Db, grans: string): string[] {
  // Crossed, so that SQLite begins with the notes there are and not with every uppdrag that ever ended.
  return db.select({ id: anteckningar.id }).from(anteckningar).crossJoin(uppdrag)
    .where(and(eq(uppdrag.id, anteckningar.uppdragId), or(and(isNotNull(uppdrag.slut), lt(uppdrag.avslutadTid, grans)), lt(uppdrag.strukenTid, grans))))
    .all().map((rad) => rad.id)
}

/** Whether anything has been destroyed since a point in time. */
export function forstortEfter(db: Db, tid: string): boolean {
  return db.select({ tid: forstort.tid }).from(forstort).where(gt(forstort.tid, tid)).limit(1).get() !== undefined
}
