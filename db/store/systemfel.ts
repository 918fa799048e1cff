import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Datum, Tid } from '../model/kalender.ts'
import type { Bristrad } from '../model/redovisning/brister.ts'
import { BRISTSTATUS, nastaTid, type Bristen } from '../model/systemfel/index.ts'
import { brister, bristhandelser, bristlasare, iakttagelser } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Bristpost = typeof brister.$inferSelect
export type Iakttagelsepost = typeof iakttagelser.$inferSelect
export type Handelsepost = typeof bristhandelser.$inferSelect
type Bristfalt = Omit<Bristen, 'datum'>

/** Many ids as one parameter: however many there are, the statement is the same. */
const bland = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Brister observed from a to b, with those observations and their whole history: what the year's figures are counted
 * from. By the index of the observations' days, so that earlier years cost nothing. Struck rows are left out.
 * @param a first and @param b last day
 */
export function bristerUnder(db: Db, a: Datum, b: Datum): Bristrad[] {
  const sedda = Map.groupBy(
    db.select({ bristId: iakttagelser.bristId, datum: iakttagelser.datum, kommun: iakttagelser.kommun }).from(iakttagelser)
      .where(and(sql`${iakttagelser.datum} BETWEEN ${a} AND ${b}`, isNull(iakttagelser.strukenTid))).all(),
    (rad) => rad.bristId)
  const ids = bland([...sedda.keys()])
  const historik = Map.groupBy(
    db.select({ bristId: bristhandelser.bristId, datum: bristhandelser.datum, tid: bristhandelser.tid, status: bristhandelser.status }).from(bristhandelser)
      .where(sql`${bristhandelser.bristId} IN ${ids}`).orderBy(asc(bristhandelser.datum), asc(bristhandelser.tid)).all(),
    (rad) => rad.bristId)
  return db.select({ id: brister.id, kategori: brister.kategori, niva: brister.niva, aktor: brister.aktor }).from(brister)
    .where(and(sql`${brister.id} IN ${ids}`, isNull(brister.strukenTid))).all()
    .map((rad) => ({ ...rad, iakttagelser: sedda.get(rad.id) ?? [], handelser: historik.get(rad.id) ?? [] }))
}

export interface HelBrist { brist: Bristpost; iakttagelser: Iakttagelsepost[]; handelser: Handelsepost[] }

/** Every brist with its observations and history, latest first; struck rows are included and marked. Some hundreds in a unit's life. */
export function listaBrister(db: Db, id?: string): HelBrist[] {
  const sedda = Map.groupBy(db.select().from(iakttagelser).where(id === undefined ? undefined : eq(iakttagelser.bristId, id)).orderBy(desc(iakttagelser.datum), desc(iakttagelser.registreradTid)).all(), (rad) => rad.bristId)
  const historik = Map.groupBy(db.select().from(bristhandelser).where(id === undefined ? undefined : eq(bristhandelser.bristId, id)).orderBy(desc(bristhandelser.datum), desc(bristhandelser.tid)).all(), (rad) => rad.bristId)
  return db.select().from(brister).where(id === undefined ? undefined : eq(brister.id, id)).orderBy(desc(brister.registreradTid), desc(brister.id)).all()
    .map((brist) => ({ brist, iakttagelser: sedda.get(brist.id) ?? [], handelser: historik.get(brist.id) ?? [] }))
}

/** @throws Fel `finns_inte` */
export function hamtaBrist(db: Db, id: string): HelBrist {
  return krav(listaBrister(db, id)[0], 'Bristen')
}

/** @throws Fel `finns_inte` for a brist that is not there or is struck */
export function kravBrist(db: Db, id: string): Bristpost {
  return krav(db.select().from(brister).where(and(eq(brister.id, id), isNull(brister.strukenTid))).get(), 'Bristen')
}

/** A new brist with its first observation, and Noterad from the day it was written. */
export function nyBrist(db: Db, { datum, ...falt }: Bristfalt & { datum: Datum }, av: { id: string; tid: Tid; dag: Datum }): string {
  const id = crypto.randomUUID()
  db.insert(brister).values({ id, ...falt, registreradAv: av.id, registreradTid: av.tid }).run()
  laggHandelse(db, { bristId: id, datum: av.dag, status: BRISTSTATUS.noterad, notering: '', moteId: null }, { id: av.id, tid: av.tid })
  laggIakttagelse(db, { bristId: id, datum, kommun: falt.kommun }, { id: av.id, tid: av.tid })
  return id
}

/** @throws Fel `andrad_av_annan` */
export function andraBrist(db: Db, { id, version, ...falt }: Bristfalt & { id: string; version: number }): void {
  kravAndrad(db.update(brister).set({ ...falt, version: version + 1 }).where(and(eq(brister.id, id), eq(brister.version, version), isNull(brister.strukenTid))).run())
}

/** @throws Fel `andrad_av_annan` */
export function strykBrist(db: Db, rad: { id: string; version: number; skal: string }, tid: Tid): void {
  kravAndrad(db.update(brister).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(brister.id, rad.id), eq(brister.version, rad.version), isNull(brister.strukenTid))).run())
}

/** Seen (again): the observer gets to know what becomes of it from now on. */
export function laggIakttagelse(db: Db, rad: { bristId: string; datum: Datum; kommun: string | null }, av: { id: string; tid: Tid }): string {
  const id = crypto.randomUUID()
  db.insert(iakttagelser).values({ id, ...rad, avId: av.id, registreradTid: av.tid }).run()
  db.insert(bristlasare).values({ bristId: rad.bristId, anvandareId: av.id, seddTid: av.tid }).onConflictDoNothing().run()
  return id
}

export function hamtaIakttagelse(db: Db, id: string): Iakttagelsepost {
  return krav(db.select().from(iakttagelser).where(eq(iakttagelser.id, id)).get(), 'Iakttagelsen')
}

/** @throws Fel `andrad_av_annan` */
export function strykIakttagelse(db: Db, rad: { id: string; version: number; skal: string }, tid: Tid): void {
  kravAndrad(db.update(iakttagelser).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(iakttagelser.id, rad.id), eq(iakttagelser.version, rad.version), isNull(iakttagelser.strukenTid))).run())
}

/** What becomes of a brist from a day on; rows are only ever added. */
export function laggHandelse(db: Db, rad: { bristId: string; datum: Datum; status: string; notering: string; moteId: string | null }, av: { id: string; tid: Tid }): void {
  const senaste = db.select({ tid: sql<Tid | null>`max(${bristhandelser.tid})` }).from(bristhandelser).where(eq(bristhandelser.bristId, rad.bristId)).get()?.tid ?? null
  db.insert(bristhandelser).values({ id: crypto.randomUUID(), ...rad, tid: nastaTid(av.tid, senaste), avId: av.id }).run()
}

/** When the user last saw what became of the brister that they have noticed or observed, by brist. */
export function senastSedda(db: Db, anvandareId: string): Map<string, Tid> {
  return new Map(db.select().from(bristlasare).where(eq(bristlasare.anvandareId, anvandareId)).all().map((rad) => [rad.bristId, rad.seddTid]))
}

/** What others have written about the user's brister since the user last saw it, latest first; of struck brister nothing. */
export function osedda(db: Db, anvandareId: string): { brist: Bristpost; handelse: Handelsepost }[] {
  return db.select({ brist: brister, handelse: bristhandelser }).from(bristlasare)
    .innerJoin(brister, eq(brister.id, bristlasare.bristId)).innerJoin(bristhandelser, eq(bristhandelser.bristId, brister.id))
    .where(and(eq(bristlasare.anvandareId, anvandareId), isNull(brister.strukenTid), sql`${bristhandelser.tid} > ${bristlasare.seddTid}`, sql`${bristhandelser.avId} <> ${anvandareId}`))
    .orderBy(desc(bristhandelser.tid)).all()
}

/** Whether the user had anything to see: only whoever has noticed or observed it is told. */
export function markeraSedd(db: Db, bristId: string, anvandareId: string, tid: Tid): boolean {
  // Everything there is has been seen, also what a clock that was set back noted as later than now.
  const senaste = db.select({ tid: sql<Tid | null>`max(${bristhandelser.tid})` }).from(bristhandelser).where(eq(bristhandelser.bristId, bristId)).get()?.tid ?? tid
  return db.update(bristlasare).set({ seddTid: senaste > tid ? senaste : tid }).where(and(eq(bristlasare.bristId, bristId), eq(bristlasare.anvandareId, anvandareId))).run().changes > 0
}
