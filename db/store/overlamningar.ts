import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, ne, notInArray, or, sql } from 'drizzle-orm'
import { plusDagar } from '../model/kalender.ts'
import { anstallningar, anvandare, arenden, innehav, logg, nodoppningar, overlamningar, sigill } from '../schema/index.ts'
import type { Sigillpost } from './arenden.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Overlamningspost = typeof overlamningar.$inferSelect
export type Nodoppningspost = typeof nodoppningar.$inferSelect

/** Acts that let somebody in beside the ombud for as long as they run. */
const VID_SIDAN = ['vikariat', 'medombud'] as const

/** @throws Fel `finns_inte` */
export function hamtaOverlamning(db: Db, id: string): Overlamningspost {
  return krav(db.select().from(overlamningar).where(eq(overlamningar.id, id)).get(), 'Överlämningen')
}

export function nyOverlamning(db: Db, rad: Omit<typeof overlamningar.$inferInsert, 'version'>): void {
  db.insert(overlamningar).values(rad).run()
}

/** All of a case, oldest first. */
export function overlamningarFor(db: Db, arendeId: string): Overlamningspost[] {
  return db.select().from(overlamningar).where(eq(overlamningar.arendeId, arendeId)).orderBy(asc(overlamningar.erbjudenTid)).all()
}

const oppen = eq(overlamningar.status, 'erbjuden')
const pagar = and(eq(overlamningar.status, 'godtagen'), isNull(overlamningar.avslutad), inArray(overlamningar.slag, [...VID_SIDAN]))

/** Rows that may give somebody a seal: open offers, stand-ins and medombud not ended. Dates and signatures are for the reader to judge. */
export function grunderFor(db: Db, arendeId: string): Overlamningspost[] {
  return db.select().from(overlamningar).where(and(eq(overlamningar.arendeId, arendeId), or(oppen, pagar))).all()
}

/** The same rows of many cases, by case: one read for a whole list. */
export function grunderForFlera(db: Db, arendeIdn: readonly string[]): Map<string, Overlamningspost[]> {
  return Map.groupBy(db.select().from(overlamningar).where(and(bland(overlamningar.arendeId, arendeIdn), or(oppen, pagar))).all(), (rad) => rad.arendeId)
}

const bland = (kolumn: typeof overlamningar.arendeId | typeof sigill.arendeId, idn: readonly string[]) =>
  sql`${kolumn} IN (SELECT value FROM json_each(${JSON.stringify(idn)}))`

/** Cases that somebody stands in for or is medombud on. */
export function vidSidan(db: Db, anvandareId: string): Overlamningspost[] {
  return db.select().from(overlamningar).where(and(eq(overlamningar.tillId, anvandareId), pagar)).all()
}

/** The newest vikariat that somebody has had in a case, ended or not. */
export function senasteVikariat(db: Db, arendeId: string, anvandareId: string): Overlamningspost | undefined {
  return db.select().from(overlamningar).where(and(
    eq(overlamningar.arendeId, arendeId), eq(overlamningar.tillId, anvandareId), eq(overlamningar.slag, 'vikariat'), eq(overlamningar.status, 'godtagen'),
  )).orderBy(desc(overlamningar.erbjudenTid)).limit(1).get()
}

export function erbjudnaTill(db: Db, anvandareId: string): Overlamningspost[] {
  return db.select().from(overlamningar).where(and(eq(overlamningar.tillId, anvandareId), oppen)).orderBy(asc(overlamningar.erbjudenTid)).all()
}

/** What somebody has offered: open, or answered since `sedan` (ISO time). */
export function erbjudnaFran(db: Db, anvandareId: string, sedan: string): Overlamningspost[] {
  return db.select().from(overlamningar).where(and(
    eq(overlamningar.franId, anvandareId), notInArray(overlamningar.slag, ['medombud', 'nodoppning']), or(oppen, gte(overlamningar.avgjordTid, sedan)),
  )).orderBy(desc(overlamningar.erbjudenTid)).all()
}

/** Stand-ins and medombud of somebody's own cases. */
export function pagaendeHos(db: Db, ombudId: string): Overlamningspost[] {
  return db.select({ rad: overlamningar }).from(overlamningar).innerJoin(arenden, eq(arenden.id, overlamningar.arendeId))
    .where(and(eq(arenden.ombudId, ombudId), pagar)).orderBy(asc(overlamningar.erbjudenTid)).all().map(({ rad }) => rad)
}

/**
 * Answers an offer. @param rad.forseglat sealed for `version + 1`
 * @throws Fel `andrad_av_annan` when it is no longer open
 */
export function avgorOverlamning(db: Db, rad: Pick<Overlamningspost, 'id' | 'version' | 'status' | 'avgjordTid' | 'forseglat'>): void {
  const { id, version, ...falt } = rad
  kravAndrad(db.update(overlamningar).set({ ...falt, version: version + 1 })
    .where(and(eq(overlamningar.id, id), eq(overlamningar.version, version), oppen)).run())
}

/** Ends a stand-in or medombud before its time, and the row of history with it. @throws Fel `andrad_av_annan` */
export function avslutaVidSidan(db: Db, rad: Pick<Overlamningspost, 'id' | 'version' | 'forseglat' | 'innehavId'>, dag: string): void {
  kravAndrad(db.update(overlamningar).set({ avslutad: dag, forseglat: rad.forseglat, version: rad.version + 1 })
    .where(and(eq(overlamningar.id, rad.id), eq(overlamningar.version, rad.version), pagar)).run())
  if (rad.innehavId !== null) stangInnehav(db, eq(innehav.id, rad.innehavId), dag)
}

/** Ties what was accepted to the row of history that it made. */
export function kopplaInnehav(db: Db, id: string, innehavId: string): void {
  db.update(overlamningar).set({ innehavId }).where(eq(overlamningar.id, id)).run()
}

// --- who has it ---------------------------------------------------------------------------------

function stangInnehav(db: Db, vilka: ReturnType<typeof and>, sista: string): void {
  db.update(innehav).set({ till: sql`max(${innehav.fran}, ${sista})` }).where(and(vilka, or(isNull(innehav.till), gt(innehav.till, sista)))).run()
}

/** A row of history. @returns its id */
export function nyttInnehav(db: Db, rad: { arendeId: string; anvandareId: string; slag: string; fran: string; till: string | null }): string {
  const id = crypto.randomUUID()
  db.insert(innehav).values({ id, ...rad }).run()
  return id
}

/**
 * Gives a case another ombud: the former's history ends the day before (or the same day, if it began then),
 * stand-ins, medombud and open offers end with it, since the former ombud let them in.
 * @returns the new row of history
 */
export function bytOmbud(db: Db, rad: { arendeId: string; ombudId: string; dag: string; tid: string }): string {
  const arendet = eq(innehav.arendeId, rad.arendeId)
  stangInnehav(db, and(arendet, eq(innehav.slag, 'ombud')), plusDagar(rad.dag, -1))
  stangInnehav(db, and(arendet, ne(innehav.slag, 'ombud')), rad.dag)
  db.update(overlamningar).set({ avslutad: rad.dag }).where(and(eq(overlamningar.arendeId, rad.arendeId), pagar)).run()
  db.update(overlamningar).set({ status: 'upphord', avgjordTid: rad.tid }).where(and(eq(overlamningar.arendeId, rad.arendeId), oppen)).run()
  db.update(arenden).set({ ombudId: rad.ombudId }).where(eq(arenden.id, rad.arendeId)).run()
  return nyttInnehav(db, { arendeId: rad.arendeId, anvandareId: rad.ombudId, slag: 'ombud', fran: rad.dag, till: null })
}

/** How many cases somebody alone holds, open or ended. */
export function antalArendenHos(db: Db, ombudId: string): number {
  return db.select({ n: count() }).from(arenden).where(and(eq(arenden.ombudId, ombudId), isNull(arenden.gallrad))).get()?.n ?? 0
}

export function arendenAv(db: Db, ombudId: string): (typeof arenden.$inferSelect)[] {
  return db.select().from(arenden).where(and(eq(arenden.ombudId, ombudId), isNull(arenden.gallrad))).orderBy(asc(arenden.nummer)).all()
}

// --- seals ---------------------------------------------------------------------------------------

/** Puts a seal of the present generation beside the others. */
export function laggSigill(db: Db, rad: Sigillpost): void {
  taBortSigill(db, rad.arendeId, rad.mottagareId)
  db.insert(sigill).values(rad).run()
}

export function taBortSigill(db: Db, arendeId: string, mottagareId: string): void {
  db.delete(sigill).where(and(eq(sigill.arendeId, arendeId), eq(sigill.mottagareId, mottagareId))).run()
}

/** Marks a case: whoever opens it next makes a new key first (DESIGN §4.4). */
export function markeraNyNyckel(db: Db, arendeId: string): void {
  db.update(arenden).set({ nyNyckel: true }).where(eq(arenden.id, arendeId)).run()
}

/** Who beside its ombud and the nyckelblad has a seal of a case, by case. @param aterhamtningId id of the nyckelblad's seals */
export function sigillVidSidan(db: Db, arendeIdn: readonly string[], aterhamtningId: string): Map<string, string[]> {
  const rader = db.select({ arendeId: sigill.arendeId, mottagareId: sigill.mottagareId }).from(sigill).innerJoin(arenden, eq(arenden.id, sigill.arendeId))
    .where(and(bland(sigill.arendeId, arendeIdn), ne(sigill.mottagareId, aterhamtningId), ne(sigill.mottagareId, arenden.ombudId))).all()
  return new Map([...Map.groupBy(rader, (rad) => rad.arendeId)].map(([id, dess]) => [id, [...new Set(dess.map((rad) => rad.mottagareId))]]))
}

/** Vikariat whose last day has passed while the seal is still there. @param dag today */
export function utgangnaVikariat(db: Db, dag: string): { arendeId: string; nummer: string; tillId: string }[] {
  return db.selectDistinct({ arendeId: arenden.id, nummer: arenden.nummer, tillId: overlamningar.tillId }).from(overlamningar)
    .innerJoin(arenden, eq(arenden.id, overlamningar.arendeId))
    .innerJoin(sigill, and(eq(sigill.arendeId, overlamningar.arendeId), eq(sigill.mottagareId, overlamningar.tillId)))
    .where(and(eq(overlamningar.slag, 'vikariat'), eq(overlamningar.status, 'godtagen'), lt(overlamningar.vikariatTill, dag), ne(arenden.ombudId, overlamningar.tillId))).all()
}

// --- nödöppning ----------------------------------------------------------------------------------

export function nyNodoppning(db: Db, rad: Omit<typeof nodoppningar.$inferInsert, 'seddFran' | 'seddTill'>): void {
  db.insert(nodoppningar).values(rad).run()
}

/** Those that one of the two ombud has not seen yet, newest first. */
export function oseddaNodoppningar(db: Db, anvandareId: string): (Nodoppningspost & { nummer: string[] })[] {
  const rader = db.select().from(nodoppningar).where(or(
    and(eq(nodoppningar.franId, anvandareId), isNull(nodoppningar.seddFran)), and(eq(nodoppningar.tillId, anvandareId), isNull(nodoppningar.seddTill)),
  )).orderBy(desc(nodoppningar.tid)).all()
  return rader.map((rad) => ({
    ...rad,
    nummer: db.select({ nummer: arenden.nummer }).from(overlamningar).innerJoin(arenden, eq(arenden.id, overlamningar.arendeId))
      .where(eq(overlamningar.nodoppningId, rad.id)).orderBy(asc(arenden.nummer)).all().map((r) => r.nummer),
  }))
}

/** Notes that somebody has seen it. @returns whether it was theirs to see */
export function settNodoppning(db: Db, id: string, anvandareId: string, tid: string): boolean {
  const som = (kolumn: 'seddFran' | 'seddTill', vem: typeof nodoppningar.franId | typeof nodoppningar.tillId) =>
    db.update(nodoppningar).set({ [kolumn]: tid }).where(and(eq(nodoppningar.id, id), eq(vem, anvandareId), isNull(nodoppningar[kolumn]))).run().changes
  return som('seddFran', nodoppningar.franId) + som('seddTill', nodoppningar.tillId) > 0
}

// --- disabling -----------------------------------------------------------------------------------

export function stangAvAnvandare(db: Db, id: string, tid: string): void {
  kravAndrad(db.update(anvandare).set({ avstangd: tid, version: sql`${anvandare.version} + 1` }).where(and(eq(anvandare.id, id), isNull(anvandare.avstangd))).run())
}

/**
 * Ends what somebody was let into or offered: rows, history, seals.
 * @returns the cases that are to have a new key
 */
export function upphorFor(db: Db, anvandareId: string, nu: { dag: string; tid: string }): string[] {
  const dennes = eq(overlamningar.tillId, anvandareId)
  const rader = db.select().from(overlamningar).where(and(dennes, or(oppen, pagar))).all()
  for (const rad of rader) {
    taBortSigill(db, rad.arendeId, anvandareId)
    if (rad.innehavId !== null) stangInnehav(db, eq(innehav.id, rad.innehavId), nu.dag)
  }
  db.update(overlamningar).set({ avslutad: nu.dag }).where(and(dennes, pagar)).run()
  db.update(overlamningar).set({ status: 'upphord', avgjordTid: nu.tid }).where(and(dennes, oppen)).run()
  return [...new Set(rader.map((rad) => rad.arendeId))]
}

/** Whether somebody has ever done or held anything: then the row is kept, also when it was never finished. */
export function harSpar(db: Db, anvandareId: string): boolean {
  return [
    db.select({ x: logg.nr }).from(logg).where(eq(logg.anvandare, anvandareId)).limit(1).get(),
    db.select({ x: innehav.id }).from(innehav).where(eq(innehav.anvandareId, anvandareId)).limit(1).get(),
    db.select({ x: overlamningar.id }).from(overlamningar).where(or(eq(overlamningar.tillId, anvandareId), eq(overlamningar.franId, anvandareId))).limit(1).get(),
    db.select({ x: anstallningar.id }).from(anstallningar).where(eq(anstallningar.anvandareId, anvandareId)).limit(1).get(),
  ].some((rad) => rad !== undefined)
}
