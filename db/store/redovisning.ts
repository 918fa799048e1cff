import { and, asc, eq, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Kontaktrad, RedovisningsRader, Uppdragsrad } from '../model/redovisning/rader.ts'
import { arenden, kommunbyten, kontakter, uppdrag } from '../schema/index.ts'
import { bemanningUnder } from './bemanning.ts'
import type { Db } from './db.ts'
import { bristerUnder } from './systemfel.ts'
import { utbildningUnder } from './utbildning.ts'

/**
 * The rows that the figures of a year are counted from (DOMAIN §4), each by a range of an index: uppdrag that
 * touch the year, earlier ones of those who began in it (they decide who has come back), the year's contacts
 * and queue, the staffing, and the brister observed in it. Struck rows are left out. Nothing here is a name.
 * @param a first and @param b last day of the year
 */
export function redovisningsrader(db: Db, a: string, b: string): RedovisningsRader {
  const uppdragen = hamtaUppdrag(db, a, b)
  return {
    uppdrag: uppdragen,
    kontakter: hamtaKontakter(db, a, b, uppdragen),
    ...bemanningUnder(db, a, b),
    brister: bristerUnder(db, a, b),
    ...utbildningUnder(db, a, b),
  }
}

/** Many ids as one parameter: however many there are, the statement is the same. */
const bland = (ids: Iterable<string>) => sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`

const UPPDRAGET = {
  id: uppdrag.id, arendeId: uppdrag.arendeId, kommun: uppdrag.kommun, start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, slut: uppdrag.slut,
  avslutsorsak: uppdrag.avslutsorsak, orsaker: uppdrag.orsaker, livsomraden: uppdrag.livsomraden,
}
const KLIENTEN = { arende: arenden.nummer, kon: arenden.kon, fodelsear: arenden.fodelsear }

function hamtaUppdrag(db: Db, a: string, b: string): (Uppdragsrad & { arendeId: string })[] {
  // The plus keeps SQLite from reading every uppdrag that ever began: the end is what bounds a year.
  const ror = and(isNull(uppdrag.strukenTid), sql`+${uppdrag.start} <= ${b}`, or(sql`${uppdrag.slut} >= ${a}`, isNull(uppdrag.slut)))
  const aktuella = db.select({ ...UPPDRAGET, ...KLIENTEN }).from(uppdrag).innerJoin(arenden, eq(arenden.id, uppdrag.arendeId)).where(ror).all()
  // Who has come back: earlier uppdrag of those who began in the year, who are all known from above.
  const klienter = new Map(aktuella.filter((rad) => rad.start >= a).map(({ arendeId, arende, kon, fodelsear }) => [arendeId, { arende, kon, fodelsear }]))
  const tidigare = db.select(UPPDRAGET).from(uppdrag)
    .where(and(isNull(uppdrag.strukenTid), sql`${uppdrag.arendeId} IN ${bland(klienter.keys())}`, lt(uppdrag.slut, a))).all()
    .flatMap((rad) => {
      const klient = klienter.get(rad.arendeId)
      return klient === undefined ? [] : [{ ...rad, ...klient }]
    })

  const rader = [...aktuella, ...tidigare]
  const byten = Map.groupBy(
    db.select({ uppdragId: kommunbyten.uppdragId, datum: kommunbyten.datum, kommun: kommunbyten.kommun }).from(kommunbyten)
      .where(and(isNull(kommunbyten.strukenTid), sql`${kommunbyten.uppdragId} IN ${bland(rader.map((rad) => rad.id))}`)).orderBy(asc(kommunbyten.datum)).all(),
    (rad) => rad.uppdragId)
  // Waiting time is asked of those that began in the year.
  const kontaktdatum = new Map(
    db.select({ uppdragId: kontakter.uppdragId, datum: kontakter.datum }).from(uppdrag).innerJoin(kontakter, eq(kontakter.uppdragId, uppdrag.id))
      .where(and(isNull(kontakter.strukenTid), sql`${uppdrag.start} BETWEEN ${a} AND ${b}`)).all().map((rad) => [rad.uppdragId, rad.datum]))

  return rader.map((rad) => ({ ...rad, kommunbyten: byten.get(rad.id) ?? [], kontaktdatum: kontaktdatum.get(rad.id) ?? null }))
}

function hamtaKontakter(db: Db, a: string, b: string, uppdragen: readonly (Uppdragsrad & { arendeId: string })[]): Kontaktrad[] {
  const falt = {
    datum: kontakter.datum, kommun: kontakter.kommun, kontaktvag: kontakter.kontaktvag, initiativtagare: kontakter.initiativtagare, utfall: kontakter.utfall,
    orsaker: kontakter.orsaker, kodatum: kontakter.kodatum, kolamnad: kontakter.kolamnad, uppdragId: kontakter.uppdragId, arendeId: kontakter.arendeId,
  }
  const hamta = (vilka: SQL | undefined) => db.select(falt).from(kontakter).where(and(isNull(kontakter.strukenTid), vilka)).all()
  const avAret = hamta(sql`${kontakter.datum} BETWEEN ${a} AND ${b}`)
  const iKo = hamta(and(isNotNull(kontakter.kodatum), or(isNull(kontakter.koSlut), sql`${kontakter.koSlut} > ${b}`), sql`${kontakter.kodatum} <= ${b}`))
  const rader = [...avAret, ...iKo.filter((rad) => rad.datum < a || rad.datum > b)]

  // Most contacts led to an uppdrag that is already here; only the others (it began after the year) are fetched.
  const start = new Map(uppdragen.map((rad) => [rad.id, rad.start]))
  const nummer = new Map(uppdragen.map((rad) => [rad.arendeId, rad.arende]))
  const saknade = rader.flatMap(({ uppdragId, arendeId }) => ((uppdragId !== null && !start.has(uppdragId)) || (arendeId !== null && !nummer.has(arendeId)) ? [{ uppdragId, arendeId }] : []))
  for (const rad of db.select({ id: uppdrag.id, start: uppdrag.start }).from(uppdrag).where(sql`${uppdrag.id} IN ${bland(saknade.flatMap((s) => s.uppdragId ?? []))}`).all()) start.set(rad.id, rad.start)
  for (const rad of db.select({ id: arenden.id, nummer: arenden.nummer }).from(arenden).where(sql`${arenden.id} IN ${bland(saknade.flatMap((s) => s.arendeId ?? []))}`).all()) nummer.set(rad.id, rad.nummer)
  return rader.map(({ uppdragId, arendeId, ...rad }) => ({
    ...rad, uppdragsstart: uppdragId === null ? null : start.get(uppdragId) ?? null, arende: arendeId === null ? null : nummer.get(arendeId) ?? null,
  }))
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
