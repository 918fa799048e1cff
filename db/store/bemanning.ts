import { and, asc, eq, isNull, sql } from 'drizzle-orm'
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
  kravAndrad(db.update(anstallningar).set({ ...rad, version: version + 1 }).where(and(eq(anstallningar.id, id), eq(anstallningar.version, version))).run())
}

/** @throws Fel `andrad_av_annan` */
export function strykAnstallning(db: Db, rad: { id: string; version: number; skal: string }, tid: string): void {
  kravAndrad(db.update(anstallningar).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(anstallningar.id, rad.id), eq(anstallningar.version, rad.version), isNull(anstallningar.strukenTid))).run())
}

/** @throws Fel `utanfor_anstallning` when the leave is not within the employment period */
export function nyFranvaro(db: Db, rad: { anstallningId: string; fran: string; till: string | null; procent: number }): void {
  const post = krav(db.select().from(anstallningar).where(eq(anstallningar.id, rad.anstallningId)).get(), 'Anställningen')
  const sist = post.till ?? '9999-12-31'
  if (rad.fran < post.fran || rad.fran > sist || (rad.till !== null && rad.till > sist)) {
    throw new Fel('utanfor_anstallning', 'Frånvaron ska ligga inom anställningens dagar.', { falt: 'fran' })
  }
  db.insert(franvaro).values({ id: crypto.randomUUID(), ...rad }).run()
}

/** @throws Fel `andrad_av_annan` */
export function strykFranvaro(db: Db, rad: { id: string; version: number; skal: string }, tid: string): void {
  kravAndrad(db.update(franvaro).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(franvaro.id, rad.id), eq(franvaro.version, rad.version), isNull(franvaro.strukenTid))).run())
}

/** Periods that touch the span, struck ones left out: what årsanställningar are counted from (DOMAIN §4). */
export function bemanningUnder(db: Db, fran: string, till: string) {
  const inom = (t: typeof anstallningar | typeof franvaro) => and(
    isNull(t.strukenTid), sql`${t.fran} <= ${till}`, sql`coalesce(${t.till}, '9999-12-31') >= ${fran}`)
  return {
    anstallningar: db.select({
      id: anstallningar.id, person: anstallningar.anvandareId, kommun: anstallningar.kommun, fran: anstallningar.fran,
      till: anstallningar.till, procent: anstallningar.procent, vikarie: anstallningar.vikarie,
    }).from(anstallningar).where(inom(anstallningar)).orderBy(asc(anstallningar.id)).all(),
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
