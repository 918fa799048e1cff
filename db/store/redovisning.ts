import { and, asc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Kontaktrad, RedovisningsRader, Uppdragsrad } from '../model/redovisning/rader.ts'
import { arenden, kommunbyten, kontakter, uppdrag } from '../schema/index.ts'
import { bemanningUnder } from './bemanning.ts'
import type { Db } from './db.ts'

/**
 * The rows that the figures of a year are counted from (DOMAIN §4), each by a range of an index: uppdrag that
 * touch the year, earlier ones of those who began in it (they decide who has come back), the year's contacts
 * and queue, and the staffing. Struck rows are left out. Nothing here is a name.
 * @param a first and @param b last day of the year
 */
export function redovisningsrader(db: Db, a: string, b: string): RedovisningsRader {
  return {
    uppdrag: hamtaUppdrag(db, a, b),
    kontakter: hamtaKontakter(db, a, b),
    ...bemanningUnder(db, a, b),
  }
}

/** Many ids as one parameter: however many there are, the statement is the same. */
const bland = (ids: Iterable<string>) => sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`

const FALT = {
  id: uppdrag.id, arendeId: uppdrag.arendeId, arende: arenden.nummer, kon: arenden.kon, fodelsear: arenden.fodelsear, kommun: uppdrag.kommun,
  start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, slut: uppdrag.slut, avslutsorsak: uppdrag.avslutsorsak,
  orsaker: uppdrag.orsaker, livsomraden: uppdrag.livsomraden,
}

function hamtaUppdrag(db: Db, a: string, b: string): Uppdragsrad[] {
  const uppdragen = () => db.select(FALT).from(uppdrag).innerJoin(arenden, eq(arenden.id, uppdrag.arendeId))
  // The plus keeps SQLite from reading every uppdrag that ever began: the end is what bounds a year.
  const ror = and(isNull(uppdrag.strukenTid), sql`+${uppdrag.start} <= ${b}`, or(sql`${uppdrag.slut} >= ${a}`, isNull(uppdrag.slut)))
  const aktuella = uppdragen().where(ror).all()
  const borjade = new Set(aktuella.filter((rad) => rad.start >= a).map((rad) => rad.arendeId))
  const tidigare = uppdragen().where(and(isNull(uppdrag.strukenTid), sql`${uppdrag.arendeId} IN ${bland(borjade)}`, lt(uppdrag.slut, a))).all()

  const rader = [...aktuella, ...tidigare]
  const byten = Map.groupBy(
    db.select({ uppdragId: kommunbyten.uppdragId, datum: kommunbyten.datum, kommun: kommunbyten.kommun }).from(kommunbyten)
      .where(and(isNull(kommunbyten.strukenTid), sql`${kommunbyten.uppdragId} IN ${bland(rader.map((rad) => rad.id))}`)).orderBy(asc(kommunbyten.datum)).all(),
    (rad) => rad.uppdragId)
  // Waiting time is asked of those that began in the year.
  const kontaktdatum = new Map(
    db.select({ uppdragId: kontakter.uppdragId, datum: kontakter.datum }).from(uppdrag).innerJoin(kontakter, eq(kontakter.uppdragId, uppdrag.id))
      .where(and(isNull(kontakter.strukenTid), sql`${uppdrag.start} BETWEEN ${a} AND ${b}`)).all().map((rad) => [rad.uppdragId, rad.datum]))

  return rader.map(({ arendeId: _, ...rad }) => ({ ...rad, kommunbyten: byten.get(rad.id) ?? [], kontaktdatum: kontaktdatum.get(rad.id) ?? null }))
}

function hamtaKontakter(db: Db, a: string, b: string): Kontaktrad[] {
  const iAr = sql`${kontakter.datum} BETWEEN ${a} AND ${b}`
  const iKo = and(isNotNull(kontakter.kodatum), or(isNull(kontakter.koSlut), sql`${kontakter.koSlut} > ${b}`), sql`${kontakter.kodatum} <= ${b}`)
  const falt = {
    id: kontakter.id, datum: kontakter.datum, kommun: kontakter.kommun, kontaktvag: kontakter.kontaktvag, initiativtagare: kontakter.initiativtagare,
    utfall: kontakter.utfall, orsaker: kontakter.orsaker, kodatum: kontakter.kodatum, kolamnad: kontakter.kolamnad, uppdragsstart: uppdrag.start, arende: arenden.nummer,
  }
  const kontakterna = () => db.select(falt).from(kontakter).leftJoin(uppdrag, eq(uppdrag.id, kontakter.uppdragId)).leftJoin(arenden, eq(arenden.id, kontakter.arendeId))
  const avAret = kontakterna().where(and(isNull(kontakter.strukenTid), iAr)).all()
  const kvarIKo = kontakterna().where(and(isNull(kontakter.strukenTid), iKo)).all().filter((rad) => rad.datum < a || rad.datum > b)
  return [...avAret, ...kvarIKo].map(({ id: _, ...rad }) => rad)
}

/** The years that have anything to account for, newest first. */
export function arMedRader(db: Db, idag: string): number[] {
  const forsta = [
    db.select({ d: sql<string | null>`min(${uppdrag.start})` }).from(uppdrag).get()?.d,
    db.select({ d: sql<string | null>`min(${kontakter.datum})` }).from(kontakter).get()?.d,
  ].filter((d) => typeof d === 'string').sort()[0] ?? idag
  const [fran, till] = [Number(forsta.slice(0, 4)), Number(idag.slice(0, 4))]
  return Array.from({ length: Math.max(till - fran, 0) + 1 }, (_, i) => Math.max(till, fran) - i)
}
