import { and, asc, count, desc, eq, inArray, isNotNull, isNull, like, sql, type SQL } from 'drizzle-orm'
import { anteckningar, anvandare, arenden, ataganden, forlangningar, innehav, overlamningar, samtycken, sigill, uppdrag, uppfoljningar } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Arendepost = typeof arenden.$inferSelect
export type Sigillpost = typeof sigill.$inferSelect

/** @throws Fel `finns_inte` */
export function hamtaArende(db: Db, nummer: string): Arendepost {
  return krav(db.select().from(arenden).where(eq(arenden.nummer, nummer)).get(), 'Ärendet')
}

/** @throws Fel `finns_inte` */
export function hamtaArendeMedId(db: Db, id: string): Arendepost {
  return krav(db.select().from(arenden).where(eq(arenden.id, id)).get(), 'Ärendet')
}

export function arendenMedId(db: Db, ids: readonly string[]): Arendepost[] {
  return db.select().from(arenden).where(inArray(arenden.id, [...ids])).all()
}

/**
 * Cases that an ombud holds, each with its newest uppdrag that is not struck.
 * What has been destroyed by gallring is nobody's any longer.
 * @param vidSidan ids of cases that somebody else holds and this ombud may open too
 */
export function listaForOmbud(db: Db, ombudId: string, vidSidan: readonly string[] = []) {
  // Two searches and not one with OR: SQLite would go through every case there is to give them in order.
  const egna = db.select().from(arenden).where(and(eq(arenden.ombudId, ombudId), isNull(arenden.gallrad))).all()
  const finns = new Set(egna.map((rad) => rad.id))
  if (vidSidan.length > 0) egna.push(...arendenMedId(db, vidSidan).filter((rad) => rad.gallrad === null && !finns.has(rad.id)))
  egna.sort((a, b) => (a.nummer < b.nummer ? -1 : 1))
  const perArende = Map.groupBy(
    db.select({ id: uppdrag.id, arendeId: uppdrag.arendeId, kommun: uppdrag.kommun, start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, slut: uppdrag.slut })
      .from(uppdrag).where(and(sql`${uppdrag.arendeId} IN (SELECT value FROM json_each(${JSON.stringify(egna.map((rad) => rad.id))}))`, isNull(uppdrag.strukenTid)))
      .orderBy(asc(uppdrag.arendeId), desc(uppdrag.start)).all(),
    (rad) => rad.arendeId)
  return egna.map((arende) => {
    const dess = perArende.get(arende.id) ?? []
    return { arende, senaste: dess[0] ?? null, antalUppdrag: dess.length }
  })
}

/** The newest uppdrag of a case that is not struck. */
export function senasteUppdrag(db: Db, arendeId: string) {
  return db.select().from(uppdrag).where(and(eq(uppdrag.arendeId, arendeId), isNull(uppdrag.strukenTid))).orderBy(desc(uppdrag.start)).limit(1).get()
}

/** The numbers of the cases that an ombud holds: which figures may link to a case. */
export function arendenummerFor(db: Db, ombudId: string): Set<string> {
  return new Set(db.select({ nummer: arenden.nummer }).from(arenden).where(and(eq(arenden.ombudId, ombudId), isNull(arenden.gallrad))).all().map((rad) => rad.nummer))
}

/** The next free ärendenummer of a year: `2026-0014`. Call it in the transaction that uses it. */
export function nastaNummer(db: Db, ar: number): string {
  const hogsta = db.select({ n: sql<number | null>`max(cast(substr(${arenden.nummer}, 6) as integer))` })
    .from(arenden).where(like(arenden.nummer, `${ar}-%`)).get()?.n ?? 0
  return `${ar}-${String(hogsta + 1).padStart(4, '0')}`
}

export function skapaArende(db: Db, rad: Omit<typeof arenden.$inferInsert, 'version'>, fran: string): void {
  db.insert(arenden).values(rad).run()
  db.insert(innehav).values({ id: crypto.randomUUID(), arendeId: rad.id, anvandareId: rad.ombudId, slag: 'ombud', fran }).run()
}

/** Writes the client's codes and sealed words; `version` is the one read, the blob is sealed for the next. @throws Fel `andrad_av_annan` */
export function andraArende(db: Db, rad: { id: string; version: number; kon: string; fodelsear: number | null; forseglat: Buffer | null }): void {
  const { id, version, ...falt } = rad
  kravAndrad(db.update(arenden).set({ ...falt, version: version + 1 }).where(and(eq(arenden.id, id), eq(arenden.version, version))).run())
}

/** Who had the case when, oldest first. */
export function listaInnehav(db: Db, arendeId: string): { ombud: string; slag: string; fran: string; till: string | null }[] {
  return db.select({ ombud: anvandare.namn, slag: innehav.slag, fran: innehav.fran, till: innehav.till }).from(innehav)
    .innerJoin(anvandare, eq(anvandare.id, innehav.anvandareId)).where(eq(innehav.arendeId, arendeId)).orderBy(asc(innehav.fran)).all()
}

// --- case keys ---------------------------------------------------------------------------------

/** The seal of a case's present key to one recipient, if there is one. */
export function hamtaSigill(db: Db, arende: Pick<Arendepost, 'id' | 'generation'>, mottagareId: string): Sigillpost | undefined {
  return db.select().from(sigill).where(and(eq(sigill.arendeId, arende.id), eq(sigill.generation, arende.generation), eq(sigill.mottagareId, mottagareId))).get()
}

/** All present seals to one recipient, by case: one read for a whole list. */
export function sigillTill(db: Db, mottagareId: string): Map<string, Sigillpost> {
  return new Map(db.select().from(sigill).where(eq(sigill.mottagareId, mottagareId)).orderBy(asc(sigill.generation)).all().map((rad) => [rad.arendeId, rad]))
}

/** Replaces every seal of a case by those of a new key (DESIGN §4.4: all in one transaction). */
export function bytSigill(db: Db, arendeId: string, generation: number, nya: Sigillpost[]): void {
  db.delete(sigill).where(eq(sigill.arendeId, arendeId)).run()
  for (const rad of nya) db.insert(sigill).values(rad).run()
  db.update(arenden).set({ generation, nyNyckel: false }).where(eq(arenden.id, arendeId)).run()
}

export interface Forsegladrad { tabell: ForsegladTabell; id: string; version: number; blob: Buffer }

const TABELLER = { arenden, uppdrag, forlangningar, uppfoljningar, ataganden, anteckningar, samtycken, overlamningar }
/** Tables that hold sealed words of a case. */
export type ForsegladTabell = keyof typeof TABELLER

/** Every sealed row of a case, so that it can be re-encrypted under a new key. */
export function forsegladeRader(db: Db, arendeId: string): Forsegladrad[] {
  const uppdragsrader = db.select({ id: uppdrag.id }).from(uppdrag).where(eq(uppdrag.arendeId, arendeId))
  const av = (tabell: ForsegladTabell, vilka: SQL) => {
    const t = TABELLER[tabell]
    return db.select({ id: t.id, version: t.version, blob: t.forseglat }).from(t).where(and(vilka, isNotNull(t.forseglat))).all()
      .flatMap((rad) => (rad.blob === null ? [] : [{ tabell, ...rad, blob: rad.blob }]))
  }
  return [
    ...av('arenden', eq(arenden.id, arendeId)),
    ...av('uppdrag', eq(uppdrag.arendeId, arendeId)),
    ...av('forlangningar', inArray(forlangningar.uppdragId, uppdragsrader)),
    ...av('uppfoljningar', inArray(uppfoljningar.uppdragId, uppdragsrader)),
    ...av('ataganden', eq(ataganden.arendeId, arendeId)),
    ...av('anteckningar', eq(anteckningar.arendeId, arendeId)),
    ...av('samtycken', eq(samtycken.arendeId, arendeId)),
    ...av('overlamningar', eq(overlamningar.arendeId, arendeId)),
  ]
}

/** Puts re-encrypted bytes in place of the old; the row itself has not changed, so its version stays. */
export function ersattForseglat(db: Db, rad: Forsegladrad): void {
  const t = TABELLER[rad.tabell]
  kravAndrad(db.update(t).set({ forseglat: rad.blob }).where(and(eq(t.id, rad.id), eq(t.version, rad.version))).run())
}

/** Number of cases, uppdrag: what a backup's check and a restore's preview show. */
export function raknaArenden(db: Db): { arenden: number; uppdrag: number } {
  return {
    arenden: db.select({ n: count() }).from(arenden).get()?.n ?? 0,
    uppdrag: db.select({ n: count() }).from(uppdrag).get()?.n ?? 0,
  }
}

/** The same count as SQL, for a copy that is checked in another thread. */
export function antalArendenSql(db: Db): string {
  return db.select({ antal: count() }).from(arenden).toSQL().sql
}
