import { and, asc, count, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { arenden, bladbekraftelser, dubblettsigill, enhet, kosigill, nyckelblad, nyckelbyten, overlamningar, sigill } from '../schema/index.ts'
import type { Db } from './db.ts'

export type Bladpost = typeof nyckelblad.$inferSelect
export type Nyckelbyte = typeof nyckelbyten.$inferSelect

// --- the database key ------------------------------------------------------------------------------

/** Asks for the database key to be changed. */
export function begarNyckelbyte(db: Db, rad: { tid: string; skal: Nyckelbyte['skal'] }): void {
  db.insert(nyckelbyten).values({ id: crypto.randomUUID(), ...rad }).run()
}

/** Changes that still wait, the oldest first. */
export function vantandeNyckelbyten(db: Db): Nyckelbyte[] {
  return db.select().from(nyckelbyten).where(isNull(nyckelbyten.gjord)).orderBy(asc(nyckelbyten.tid)).all()
}

export function nyckelbytenGjorda(db: Db, ids: readonly string[], tid: string): void {
  for (const id of ids) db.update(nyckelbyten).set({ gjord: tid }).where(eq(nyckelbyten.id, id)).run()
}

// --- the nyckelblad ----------------------------------------------------------------------------------

export function listaBlad(db: Db): Bladpost[] {
  return db.select().from(nyckelblad).orderBy(asc(nyckelblad.tid)).all()
}

export function hamtaBlad(db: Db, rot: string): Bladpost | undefined {
  return db.select().from(nyckelblad).where(eq(nyckelblad.rot, rot)).get()
}

/** A new sheet: from now on the office's own row names it. */
export function nyttBlad(db: Db, rad: Omit<Bladpost, 'klart'>): void {
  db.insert(nyckelblad).values(rad).run()
  db.update(enhet).set({ rot: rad.rot, aterhamtning: rad.mottagare }).where(eq(enhet.id, 1)).run()
}

export function bladetKlart(db: Db, rot: string, tid: string): void {
  db.update(nyckelblad).set({ klart: tid }).where(eq(nyckelblad.rot, rot)).run()
}

export function bekraftaBlad(db: Db, rad: { anvandareId: string; rot: string; tid: string }): void {
  db.insert(bladbekraftelser).values(rad).onConflictDoNothing().run()
}

/** Who has confirmed a sheet. */
export function bekraftatAv(db: Db, rot: string): Set<string> {
  return new Set(db.select({ id: bladbekraftelser.anvandareId }).from(bladbekraftelser).where(eq(bladbekraftelser.rot, rot)).all().map((rad) => rad.id))
}

/** How many cases each ombud has that are sealed to another sheet than this. */
export function kvarUnderAnnatBlad(db: Db, mottagare: string, aterhamtningId: string): Map<string, number> {
  return new Map(db.select({ ombudId: arenden.ombudId, n: count() }).from(sigill)
    .innerJoin(arenden, and(eq(arenden.id, sigill.arendeId), eq(arenden.generation, sigill.generation)))
    .where(and(eq(sigill.mottagareId, aterhamtningId), ne(sigill.mottagare, mottagare), gt(arenden.generation, 0)))
    .groupBy(arenden.ombudId).all().map((rad) => [rad.ombudId, rad.n]))
}

/** Which of some cases are sealed to another sheet than this: asked at every click, so by the cases and never through all there are. */
export function arendenUnderAnnatBlad(db: Db, arendeIdn: readonly string[], mottagare: string, aterhamtningId: string): Set<string> {
  return new Set(db.select({ id: sigill.arendeId }).from(sigill)
    .where(and(sql`${sigill.arendeId} IN (SELECT value FROM json_each(${JSON.stringify(arendeIdn)}))`, eq(sigill.mottagareId, aterhamtningId), ne(sigill.mottagare, mottagare)))
    .all().map((rad) => rad.id))
}

/** How many of the keys that ombud share are sealed to another sheet than this. */
export function deladeUnderAnnatBlad(db: Db, mottagare: string, aterhamtningId: string): number {
  const kons = db.select({ n: count() }).from(kosigill).where(and(eq(kosigill.mottagareId, aterhamtningId), ne(kosigill.mottagare, mottagare))).get()?.n ?? 0
  return kons + (db.select({ n: count() }).from(dubblettsigill).where(and(eq(dubblettsigill.mottagareId, aterhamtningId), ne(dubblettsigill.mottagare, mottagare))).get()?.n ?? 0)
}

// --- seals and grounds -----------------------------------------------------------------------------

export type Sigillrad = typeof sigill.$inferSelect

/** Present seals of cases to one user, each with its case. */
export function gallandeSigillTill(db: Db, mottagareId: string): { arende: typeof arenden.$inferSelect; sigill: Sigillrad }[] {
  return db.select({ arende: arenden, sigill }).from(sigill).innerJoin(arenden, and(eq(arenden.id, sigill.arendeId), eq(arenden.generation, sigill.generation)))
    .where(eq(sigill.mottagareId, mottagareId)).orderBy(asc(arenden.nummer)).all()
}

/** A row that somebody signed is signed by the root in its place (generation 0): the signer has got a new identity. */
export function undertecknaOm(db: Db, id: string, signatur: Buffer): void {
  db.update(overlamningar).set({ undertecknareGeneration: 0, signatur }).where(eq(overlamningar.id, id)).run()
}

/** Rows that somebody has signed and that still run or wait for an answer. */
export function undertecknadeAv(db: Db, anvandareId: string): (typeof overlamningar.$inferSelect)[] {
  return db.select().from(overlamningar).where(and(
    eq(overlamningar.franId, anvandareId), sql`${overlamningar.slag} <> 'nodoppning'`,
    sql`(${overlamningar.status} = 'erbjuden' OR (${overlamningar.status} = 'godtagen' AND ${overlamningar.avslutad} IS NULL))`,
  )).all()
}
