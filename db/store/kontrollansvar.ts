import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { UTFALL } from '../model/kodlistor.ts'
import type { Uppdragsrad } from '../model/redovisning/rader.ts'
import { anvandare, arenden, kommunbyten, kontakter, uppdrag } from '../schema/index.ts'
import type { Db } from './db.ts'

/** An ombud and how many of a check's cases or contacts lie with them; never which. */
export interface Ansvar { ombudId: string; ombud: string; antal: number }

const bland = (varden: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(varden)}))`
const somst = (rader: Ansvar[]) => rader.sort((a, b) => b.antal - a.antal || (a.ombud < b.ombud ? -1 : 1))

/** Who has these cases now. */
export function ansvarigaForArenden(db: Db, nummer: readonly string[]): Ansvar[] {
  if (nummer.length === 0) return []
  return somst(db.select({ ombudId: anvandare.id, ombud: anvandare.namn, antal: sql<number>`count(*)` }).from(arenden)
    .innerJoin(anvandare, eq(anvandare.id, arenden.ombudId)).where(sql`${arenden.nummer} IN ${bland(nummer)}`).groupBy(anvandare.id).all())
}

/** Who registered the contacts of a span that are not yet decided, in these kommuner. */
export function ansvarigaForKontakter(db: Db, fran: string, till: string, kommuner: readonly string[]): Ansvar[] {
  return somst(db.select({ ombudId: anvandare.id, ombud: anvandare.namn, antal: sql<number>`count(*)` }).from(kontakter)
    .innerJoin(anvandare, eq(anvandare.id, kontakter.registreradAv))
    .where(and(isNull(kontakter.strukenTid), eq(kontakter.utfall, UTFALL.annuInteAvgjort), sql`${kontakter.datum} BETWEEN ${fran} AND ${till}`, sql`${kontakter.kommun} IN ${bland(kommuner)}`))
    .groupBy(anvandare.id).all())
}

const UPPDRAGET = {
  id: uppdrag.id, kommun: uppdrag.kommun, start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, slut: uppdrag.slut, avslutsorsak: uppdrag.avslutsorsak,
  orsaker: uppdrag.orsaker, livsomraden: uppdrag.livsomraden, arende: arenden.nummer, kon: arenden.kon, fodelsear: arenden.fodelsear,
}

/** The rows that the checks of a span read of the cases one ombud has: few, by index, nothing of anybody else. */
export function egnaUppdragsrader(db: Db, ombudId: string, fran: string, till: string): Uppdragsrad[] {
  const rader = db.select(UPPDRAGET).from(arenden).innerJoin(uppdrag, eq(uppdrag.arendeId, arenden.id)).where(and(
    eq(arenden.ombudId, ombudId), isNull(uppdrag.strukenTid), sql`${uppdrag.start} <= ${till}`, sql`coalesce(${uppdrag.slut}, '9999-12-31') >= ${fran}`)).all()
  const byten = Map.groupBy(db.select({ uppdragId: kommunbyten.uppdragId, datum: kommunbyten.datum, kommun: kommunbyten.kommun }).from(kommunbyten)
    .where(and(isNull(kommunbyten.strukenTid), sql`${kommunbyten.uppdragId} IN ${bland(rader.map((rad) => rad.id))}`)).orderBy(asc(kommunbyten.datum)).all(), (rad) => rad.uppdragId)
  return rader.map((rad) => ({ ...rad, kommunbyten: byten.get(rad.id) ?? [], kontaktdatum: null }))
}

/** Contacts of a span that somebody registered and nobody has decided. */
export function egnaEjAvgjorda(db: Db, ombudId: string, fran: string, till: string): { id: string; kommun: string }[] {
  return db.select({ id: kontakter.id, kommun: kontakter.kommun }).from(kontakter).where(and(
    isNull(kontakter.strukenTid), eq(kontakter.registreradAv, ombudId), eq(kontakter.utfall, UTFALL.annuInteAvgjort), sql`${kontakter.datum} BETWEEN ${fran} AND ${till}`,
  )).orderBy(asc(kontakter.datum)).limit(200).all()
}
