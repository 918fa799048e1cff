import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { INTRODUKTION } from '../model/kodlistor.ts'
import type { Handledning, HandledningRad, Utbildning, UtbildningRad } from '../model/utbildning.ts'
import { handledningar, handledningsdeltagare, utbildningar, utbildningsdeltagare } from '../schema/index.ts'
import { kravAndrad, type Db } from './db.ts'

type NyUtbildning = Omit<Utbildning, 'id'>
type NyHandledning = Omit<Handledning, 'id'>
type Stryk = { id: string; version: number; skal: string }

/** Who took part in which, by id. */
function deltagareI(db: Db, tabell: 'utbildning' | 'handledning'): Map<string, string[]> {
  const rader = tabell === 'utbildning'
    ? db.select({ id: utbildningsdeltagare.utbildningId, person: utbildningsdeltagare.anvandareId }).from(utbildningsdeltagare).orderBy(asc(utbildningsdeltagare.anvandareId)).all()
    : db.select({ id: handledningsdeltagare.handledningId, person: handledningsdeltagare.anvandareId }).from(handledningsdeltagare).orderBy(asc(handledningsdeltagare.anvandareId)).all()
  return new Map([...Map.groupBy(rader, (rad) => rad.id)].map(([id, egna]) => [id, egna.map((rad) => rad.person)]))
}

/** Every utbildning and handledning by first day, struck ones marked. */
export function listaUtbildning(db: Db): { utbildningar: UtbildningRad[]; handledningar: HandledningRad[] } {
  const [iUtbildning, iHandledning] = [deltagareI(db, 'utbildning'), deltagareI(db, 'handledning')]
  return {
    utbildningar: db.select().from(utbildningar).orderBy(asc(utbildningar.fran), asc(utbildningar.id)).all()
      .map(({ strukenTid, strukenSkal: _, ...rad }) => ({ ...rad, struken: strukenTid !== null, deltagare: iUtbildning.get(rad.id) ?? [] })),
    handledningar: db.select().from(handledningar).orderBy(asc(handledningar.fran), asc(handledningar.id)).all()
      .map(({ strukenTid, strukenSkal: _, ...rad }) => ({ ...rad, struken: strukenTid !== null, deltagare: iHandledning.get(rad.id) ?? [] })),
  }
}

export function nyUtbildning(db: Db, { deltagare, ...rad }: NyUtbildning): string {
  const id = crypto.randomUUID()
  db.insert(utbildningar).values({ id, ...rad }).run()
  sattDeltagare(db, 'utbildning', id, deltagare)
  return id
}

/** @throws Fel `andrad_av_annan` */
export function andraUtbildning(db: Db, { id, version, deltagare, ...rad }: NyUtbildning & { id: string; version: number }): void {
  kravAndrad(db.update(utbildningar).set({ ...rad, version: version + 1 }).where(and(eq(utbildningar.id, id), eq(utbildningar.version, version), isNull(utbildningar.strukenTid))).run())
  sattDeltagare(db, 'utbildning', id, deltagare)
}

/** @throws Fel `andrad_av_annan` */
export function strykUtbildning(db: Db, rad: Stryk, tid: string): void {
  kravAndrad(db.update(utbildningar).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(utbildningar.id, rad.id), eq(utbildningar.version, rad.version), isNull(utbildningar.strukenTid))).run())
}

export function nyHandledning(db: Db, { deltagare, ...rad }: NyHandledning): string {
  const id = crypto.randomUUID()
  db.insert(handledningar).values({ id, ...rad }).run()
  sattDeltagare(db, 'handledning', id, deltagare)
  return id
}

/** @throws Fel `andrad_av_annan` */
export function andraHandledning(db: Db, { id, version, deltagare, ...rad }: NyHandledning & { id: string; version: number }): void {
  kravAndrad(db.update(handledningar).set({ ...rad, version: version + 1 }).where(and(eq(handledningar.id, id), eq(handledningar.version, version), isNull(handledningar.strukenTid))).run())
  sattDeltagare(db, 'handledning', id, deltagare)
}

/** @throws Fel `andrad_av_annan` */
export function strykHandledning(db: Db, rad: Stryk, tid: string): void {
  kravAndrad(db.update(handledningar).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(handledningar.id, rad.id), eq(handledningar.version, rad.version), isNull(handledningar.strukenTid))).run())
}

function sattDeltagare(db: Db, tabell: 'utbildning' | 'handledning', id: string, deltagare: readonly string[]): void {
  if (tabell === 'utbildning') {
    db.delete(utbildningsdeltagare).where(eq(utbildningsdeltagare.utbildningId, id)).run()
    for (const anvandareId of new Set(deltagare)) db.insert(utbildningsdeltagare).values({ utbildningId: id, anvandareId }).run()
  } else {
    db.delete(handledningsdeltagare).where(eq(handledningsdeltagare.handledningId, id)).run()
    for (const anvandareId of new Set(deltagare)) db.insert(handledningsdeltagare).values({ handledningId: id, anvandareId }).run()
  }
}

/**
 * What a year's figures are counted from (rader.ts): utbildningar that end within the span, introduktionsutbildningar
 * before it, and handledning within it. Struck rows are left out.
 */
export function utbildningUnder(db: Db, fran: string, till: string): { utbildningar: Utbildning[]; handledningar: Handledning[] } {
  const arets = db.select({
    id: utbildningar.id, slag: utbildningar.slag, titel: utbildningar.titel, fran: utbildningar.fran, till: utbildningar.till, dagar: utbildningar.dagar, timmar: utbildningar.timmar,
  }).from(utbildningar).where(and(isNull(utbildningar.strukenTid), sql`${utbildningar.till} <= ${till}`, sql`(${utbildningar.till} >= ${fran} OR ${utbildningar.slag} = ${INTRODUKTION})`)).orderBy(asc(utbildningar.id)).all()
  const handledda = db.select({
    id: handledningar.id, form: handledningar.form, fran: handledningar.fran, till: handledningar.till, tillfallen: handledningar.tillfallen, timmar: handledningar.timmar, handledare: handledningar.handledare,
  }).from(handledningar).where(and(isNull(handledningar.strukenTid), sql`${handledningar.till} BETWEEN ${fran} AND ${till}`)).orderBy(asc(handledningar.id)).all()
  const iUtbildning = Map.groupBy(
    db.select().from(utbildningsdeltagare).where(inArray(utbildningsdeltagare.utbildningId, sql`(SELECT value FROM json_each(${JSON.stringify(arets.map((rad) => rad.id))}))`)).all(),
    (rad) => rad.utbildningId)
  const iHandledning = Map.groupBy(
    db.select().from(handledningsdeltagare).where(inArray(handledningsdeltagare.handledningId, sql`(SELECT value FROM json_each(${JSON.stringify(handledda.map((rad) => rad.id))}))`)).all(),
    (rad) => rad.handledningId)
  return {
    utbildningar: arets.map((rad) => ({ ...rad, deltagare: (iUtbildning.get(rad.id) ?? []).map((d) => d.anvandareId) })),
    handledningar: handledda.map((rad) => ({ ...rad, deltagare: (iHandledning.get(rad.id) ?? []).map((d) => d.anvandareId) })),
  }
}

/** Stores rows as they are, ids included: for the example office. */
export function laggInUtbildning(db: Db, rader: { readonly utbildningar: readonly Utbildning[]; readonly handledningar: readonly Handledning[] }): void {
  for (const { deltagare, ...rad } of rader.utbildningar) {
    db.insert(utbildningar).values(rad).run()
    sattDeltagare(db, 'utbildning', rad.id, deltagare)
  }
  for (const { deltagare, ...rad } of rader.handledningar) {
    db.insert(handledningar).values(rad).run()
    sattDeltagare(db, 'handledning', rad.id, deltagare)
  }
}
