import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { anteckningsutkast } from '../model/utkast.ts'
import { anteckningar, arenden, uppdrag, utkast } from '../schema/index.ts'
import type { Db } from './db.ts'

export type Utkastpost = typeof utkast.$inferSelect

const detta = (anvandareId: string, plats: string) => and(eq(utkast.anvandareId, anvandareId), eq(utkast.plats, plats))

export function hamtaUtkast(db: Db, anvandareId: string, plats: string): Utkastpost | undefined {
  return db.select().from(utkast).where(detta(anvandareId, plats)).get()
}

/** An author's drafts, newest first. */
export function listaUtkast(db: Db, anvandareId: string): { plats: string; tid: string }[] {
  return db.select({ plats: utkast.plats, tid: utkast.tid }).from(utkast).where(eq(utkast.anvandareId, anvandareId)).orderBy(desc(utkast.tid)).all()
}

/** Puts a draft in place of the one before. */
export function skrivUtkast(db: Db, rad: Utkastpost): void {
  slangUtkast(db, rad.anvandareId, rad.plats)
  db.insert(utkast).values(rad).run()
}

export function slangUtkast(db: Db, anvandareId: string, plats: string): void {
  db.delete(utkast).where(detta(anvandareId, plats)).run()
}

/** Drafts of somebody whose identity was replaced: nobody can open them. @returns how many there were */
export function slangAllaUtkast(db: Db, anvandareId: string): number {
  return db.delete(utkast).where(eq(utkast.anvandareId, anvandareId)).run().changes
}

/**
 * Drafts whose time is over: untouched since `aldst`, or of a working note in a case whose uppdrag has ended
 * past undoing, so that a draft does not outlive the notes (DESIGN §4.10).
 * @param aldst, @param grans ISO times
 * @returns how many were removed
 */
export function slangForfallnaUtkast(db: Db, aldst: string, grans: string): number {
  const gamla = db.delete(utkast).where(lt(utkast.tid, aldst)).run().changes
  const slutade = sql`EXISTS (SELECT 1 FROM ${uppdrag} WHERE ${uppdrag.arendeId} = ${arenden.id} AND ${isNotNull(uppdrag.slut)} AND ${lt(uppdrag.avslutadTid, grans)})
    AND NOT EXISTS (SELECT 1 FROM ${uppdrag} WHERE ${uppdrag.arendeId} = ${arenden.id} AND ${isNull(uppdrag.slut)} AND ${isNull(uppdrag.strukenTid)})
    AND NOT EXISTS (SELECT 1 FROM ${anteckningar} WHERE ${anteckningar.arendeId} = ${arenden.id})`
  const anteckningarnas = db.delete(utkast).where(sql`EXISTS (SELECT 1 FROM ${arenden} WHERE ${utkast.plats} || '/' LIKE ${anteckningsutkast('')} || ${arenden.nummer} || '/%' AND ${slutade})`).run().changes
  return gamla + anteckningarnas
}
