import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { AnstallningRad } from '../model/bemanning.ts'
import { Fel } from '../model/fel.ts'
import { anstallningar, anvandare, franvaro } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

type Anstallning = Pick<typeof anstallningar.$inferSelect, 'anvandareId' | 'kommun' | 'fran' | 'till' | 'procent' | 'vikarie' | 'arbetsgivare' | 'driftsform'>

/** Employment periods with their leave, by first day. Struck rows are included and marked. */
export function listaBemanning(db: Db): AnstallningRad[] {
  const borta = Map.groupBy(db.select().from(franvaro).orderBy(asc(franvaro.fran)).all(), (rad) => rad.anstallningId)
  return db.select({ anstallning: anstallningar, namn: anvandare.namn }).from(anstallningar)
    .innerJoin(anvandare, eq(anvandare.id, anstallningar.anvandareId)).orderBy(asc(anstallningar.fran)).all()
    .map(({ anstallning: { strukenTid, strukenSkal: _, ...rad }, namn }) => ({
      ...rad, namn, struken: strukenTid !== null,
      franvaro: (borta.get(rad.id) ?? []).map(({ id, fran, till, procent, version, strukenTid: struken }) => ({ id, fran, till, procent, version, struken: struken !== null })),
    }))
}

export function nyAnstallning(db: Db, rad: Anstallning): string {
  const id = crypto.randomUUID()
  db.insert(anstallningar).values({ id, ...rad }).run()
  return id
}

/** @throws Fel `andrad_av_annan` */
export function andraAnstallning(db: Db, { id, version, ...rad }: Anstallning & { id: string; version: number }): void {
  kravAndrad(db.update(anstallningar).set({ ...rad, version: version + 1 }).where(and(eq(anstallningar.id, id), eq(anstallningar.version, version), isNull(anstallningar.strukenTid))).run())
}

/** @throws Fel `andrad_av_annan` */
export function strykAnstallning(db: Db, rad: { id: string; version: number; skal: string }, tid: string): void {
  kravAndrad(db.update(anstallningar).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(anstallningar.id, rad.id), eq(anstallningar.version, rad.version), isNull(anstallningar.strukenTid))).run())
}

type Borta = { fran: string; till: string | null; procent: number }

/** @throws Fel `utanfor_anstallning` when the leave is not within the employment period, `mer_an_tjansten` when it is more than it */
function kravInom(db: Db, anstallningId: string, rad: Borta): void {
  const post = krav(db.select().from(anstallningar).where(and(eq(anstallningar.id, anstallningId), isNull(anstallningar.strukenTid))).get(), 'Anställningen')
  const sist = post.till ?? '9999-12-31'
  if (rad.fran < post.fran || rad.fran > sist) throw new Fel('utanfor_anstallning', 'Frånvaron ska ligga inom anställningens dagar.', { falt: 'fran' })
  if (rad.till !== null && rad.till > sist) throw new Fel('utanfor_anstallning', 'Frånvaron ska ligga inom anställningens dagar.', { falt: 'till' })
  if (rad.procent > post.procent) throw new Fel('mer_an_tjansten', `Tjänsten är på ${post.procent} procent. Skriv högst så mycket.`, { falt: 'procent' })
}

/** @throws Fel as `kravInom` */
export function nyFranvaro(db: Db, rad: Borta & { anstallningId: string }): void {
  kravInom(db, rad.anstallningId, rad)
  db.insert(franvaro).values({ id: crypto.randomUUID(), ...rad }).run()
}

/** @throws Fel as `kravInom`, `andrad_av_annan` */
export function andraFranvaro(db: Db, { id, version, ...rad }: Borta & { id: string; version: number }): void {
  const nu = krav(db.select({ anstallningId: franvaro.anstallningId }).from(franvaro).where(eq(franvaro.id, id)).get(), 'Frånvaron')
  kravInom(db, nu.anstallningId, rad)
  kravAndrad(db.update(franvaro).set({ ...rad, version: version + 1 }).where(and(eq(franvaro.id, id), eq(franvaro.version, version), isNull(franvaro.strukenTid))).run())
}

/** @throws Fel `andrad_av_annan` */
export function strykFranvaro(db: Db, rad: { id: string; version: number; skal: string }, tid: string): void {
  kravAndrad(db.update(franvaro).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(franvaro.id, rad.id), eq(franvaro.version, rad.version), isNull(franvaro.strukenTid))).run())
}

/**
 * Periods that touch the span, struck ones left out: what årsanställningar are counted from (DOMAIN §4). An anställning
 * that only its leave makes touch the span is there too, so that a check can find the leave that lies outside it.
 */
export function bemanningUnder(db: Db, fran: string, till: string) {
  const inom = (t: typeof anstallningar | typeof franvaro) => and(
    isNull(t.strukenTid), sql`${t.fran} <= ${till}`, sql`coalesce(${t.till}, '9999-12-31') >= ${fran}`)
  return {
    anstallningar: db.select({
      id: anstallningar.id, person: anstallningar.anvandareId, kommun: anstallningar.kommun, fran: anstallningar.fran,
      till: anstallningar.till, procent: anstallningar.procent, vikarie: anstallningar.vikarie,
    }).from(anstallningar).where(or(
      inom(anstallningar),
      and(isNull(anstallningar.strukenTid), inArray(anstallningar.id, db.select({ id: franvaro.anstallningId }).from(franvaro).where(inom(franvaro)))),
    )).orderBy(asc(anstallningar.id)).all(),
    franvaro: db.select({
      anstallning: franvaro.anstallningId, kommun: anstallningar.kommun, fran: franvaro.fran, till: franvaro.till, procent: franvaro.procent,
      vikarie: anstallningar.vikarie,
    }).from(franvaro).innerJoin(anstallningar, eq(anstallningar.id, franvaro.anstallningId))
      .where(and(inom(franvaro), isNull(anstallningar.strukenTid))).orderBy(asc(franvaro.id)).all(),
  }
}

/** Stores staffing as it is, ids included: for the example office. */
export function laggInBemanning(
  db: Db, perioder: readonly (Anstallning & { id: string })[], borta: readonly { id: string; anstallning: string; fran: string; till: string | null; procent: number }[],
): void {
  for (const rad of perioder) db.insert(anstallningar).values(rad).run()
  for (const { anstallning, ...rad } of borta) db.insert(franvaro).values({ ...rad, anstallningId: anstallning }).run()
}
