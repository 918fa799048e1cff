import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { UTFALL } from '../model/kodlistor.ts'
import { forstort, kontakter, kopersoner, kosigill } from '../schema/index.ts'
import { kravAndrad, type Db } from './db.ts'

export type Koperson = typeof kopersoner.$inferSelect
export type Kosigill = typeof kosigill.$inferSelect

/** Places in the queue, the longest wait first, each with its person if one is kept. */
export function listaKo(db: Db) {
  return db.select({ kontakt: kontakter, person: kopersoner }).from(kontakter).leftJoin(kopersoner, eq(kopersoner.kontaktId, kontakter.id))
    .where(and(isNotNull(kontakter.kodatum), eq(kontakter.utfall, UTFALL.iKo), isNull(kontakter.koSlut), isNull(kontakter.strukenTid)))
    .orderBy(asc(kontakter.kodatum), asc(kontakter.datum), asc(kontakter.id)).all()
}

export function hamtaKoperson(db: Db, kontaktId: string): Koperson | undefined {
  return db.select().from(kopersoner).where(eq(kopersoner.kontaktId, kontaktId)).get()
}

/** Which of some contacts keep a name. */
export function harKoperson(db: Db, kontaktId: readonly string[]): Set<string> {
  return new Set(db.select({ id: kopersoner.kontaktId }).from(kopersoner).where(inArray(kopersoner.kontaktId, [...kontaktId])).all().map((rad) => rad.id))
}

export function listaKopersoner(db: Db): Koperson[] {
  return db.select().from(kopersoner).all()
}

/** The seals of the queue by person: all, or those to one user. */
export function listaKosigill(db: Db, mottagareId?: string): Map<string, Kosigill[]> {
  return Map.groupBy(db.select().from(kosigill).where(mottagareId === undefined ? undefined : eq(kosigill.mottagareId, mottagareId)).all(), (rad) => rad.kopersonId)
}

/**
 * Writes who a queued contact is, with the seals of its key in place of all former ones.
 * @param rad version 1 is a new row; a higher one replaces the row of the version before
 * @throws Fel `andrad_av_annan`
 */
export function skrivKoperson(db: Db, rad: Koperson, sigill: readonly Kosigill[]): void {
  if (rad.version === 1) {
    db.insert(kopersoner).values(rad).run()
  } else {
    kravAndrad(db.update(kopersoner).set({ forseglat: rad.forseglat, generation: rad.generation, version: rad.version })
      .where(and(eq(kopersoner.id, rad.id), eq(kopersoner.version, rad.version - 1))).run())
    db.delete(kosigill).where(eq(kosigill.kopersonId, rad.id)).run()
  }
  for (const ett of sigill) db.insert(kosigill).values(ett).run()
}

/** Puts seals of the present key beside, or in place of, those of the same recipients. */
export function laggKosigill(db: Db, sigill: readonly Kosigill[]): void {
  for (const ett of sigill) {
    db.delete(kosigill).where(and(eq(kosigill.kopersonId, ett.kopersonId), eq(kosigill.mottagareId, ett.mottagareId))).run()
    db.insert(kosigill).values(ett).run()
  }
}

/**
 * Destroys who a contact in the queue was: rows gone, and noted so that a restored copy destroys them again
 * (DESIGN §4.10). The caller empties the WAL before anybody is told "förstört".
 * @returns whether there was anything to destroy
 */
export function forstorKoperson(db: Db, kontaktId: string, tid: string): boolean {
  const rad = hamtaKoperson(db, kontaktId)
  if (rad === undefined) return false
  db.delete(kosigill).where(eq(kosigill.kopersonId, rad.id)).run()
  db.delete(kopersoner).where(eq(kopersoner.id, rad.id)).run()
  db.insert(forstort).values({ tabell: 'kopersoner', rad: rad.id, tid }).onConflictDoNothing().run()
  return true
}
