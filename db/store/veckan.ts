import { and, asc, count, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { UTFALL } from '../model/kodlistor.ts'
import { anvandare, arenden, ataganden, kontakter, samtycken, uppdrag, uppfoljningar } from '../schema/index.ts'
import type { Db } from './db.ts'

const idn = (ids: readonly string[]) => [...ids]

/** Open uppdrag of cases, with the kommun they are in now left to the caller (kommunbyten). */
export function pagaendeUppdrag(db: Db, arendeId: readonly string[]) {
  return db.select().from(uppdrag).where(and(inArray(uppdrag.arendeId, idn(arendeId)), isNull(uppdrag.slut), isNull(uppdrag.strukenTid))).all()
}

/** Follow-ups not yet done, planned on or before a day, with their number in order among the uppdrag's (1 = the first). */
export function ogjordaUppfoljningar(db: Db, uppdragId: readonly string[], senast: string) {
  const alla = db.select().from(uppfoljningar).where(and(inArray(uppfoljningar.uppdragId, idn(uppdragId)), isNull(uppfoljningar.strukenTid))).orderBy(asc(uppfoljningar.planerad)).all()
  const perUppdrag = Map.groupBy(alla, (rad) => rad.uppdragId)
  return alla.filter((rad) => rad.gjord === null && rad.planerad <= senast)
    .map((rad) => ({ ...rad, ordning: (perUppdrag.get(rad.uppdragId) ?? []).findIndex((en) => en.id === rad.id) + 1 }))
}

/** Open commitments with a day, on or before a day. */
export function oppnaAtaganden(db: Db, arendeId: readonly string[], senast: string) {
  return db.select().from(ataganden).where(and(inArray(ataganden.arendeId, idn(arendeId)), eq(ataganden.status, 'oppet'), isNotNull(ataganden.senast), lte(ataganden.senast, senast))).all()
}

/** Consents that have not been withdrawn or struck. */
export function levandeSamtycken(db: Db, arendeId: readonly string[]) {
  return db.select().from(samtycken).where(and(inArray(samtycken.arendeId, idn(arendeId)), isNull(samtycken.aterkallat), isNull(samtycken.strukenTid))).all()
}

/** Contacts without an answer: still undecided, or in the queue. Literal codes, or SQLite does not see that it has an index of just these. */
const obesvarad = and(isNull(kontakter.strukenTid), sql`${kontakter.utfall} IN (${sql.raw(`'${UTFALL.annuInteAvgjort}', '${UTFALL.iKo}'`)})`)

/** Those that somebody has registered, the oldest first. */
export function obesvaradeKontakter(db: Db, registreradAv: string) {
  return db.select().from(kontakter).where(and(obesvarad, eq(kontakter.registreradAv, registreradAv))).orderBy(asc(kontakter.datum)).limit(200).all()
}

/** Still undecided and not in the queue, which is counted by itself (`kon`). */
export function antalOavgjorda(db: Db): number {
  return db.select({ n: count() }).from(kontakter).where(and(obesvarad, eq(kontakter.utfall, UTFALL.annuInteAvgjort))).get()?.n ?? 0
}

/** The queue now: how many, and who has waited longest (day and kommun, nobody's name). */
export function kon(db: Db): { antal: number; langst: { datum: string; kommun: string } | null } {
  const iKo = and(isNull(kontakter.strukenTid), isNotNull(kontakter.kodatum), isNull(kontakter.koSlut), eq(kontakter.utfall, UTFALL.iKo))
  const langst = db.select({ datum: sql<string>`${kontakter.kodatum}`, kommun: kontakter.kommun }).from(kontakter).where(iKo).orderBy(asc(kontakter.kodatum)).limit(1).get()
  return { antal: db.select({ n: count() }).from(kontakter).where(iKo).get()?.n ?? 0, langst: langst ?? null }
}

/** Open uppdrag per ombud who holds the case, and how many of them are past their planned end. */
export function lastPerOmbud(db: Db, idag: string): { ombud: string; antal: number; passerade: number }[] {
  return db.select({
    ombud: anvandare.namn, antal: count(), passerade: sql<number>`sum(CASE WHEN ${uppdrag.planeratSlut} < ${idag} THEN 1 ELSE 0 END)`,
  }).from(uppdrag).innerJoin(arenden, eq(arenden.id, uppdrag.arendeId)).innerJoin(anvandare, eq(anvandare.id, arenden.ombudId))
    .where(and(isNull(uppdrag.slut), isNull(uppdrag.strukenTid))).groupBy(anvandare.id).all()
}
