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
 * @param a first and @param b last day of the year, or of several years
 * @param iKo of contacts from before `a`, those that stood in the queue after this day: the end of the first year
 */
export function redovisningsrader(db: Db, a: string, b: string, iKo = b): RedovisningsRader {
  const uppdragen = hamtaUppdrag(db, a, b)
  return {
    uppdrag: uppdragen,
    kontakter: hamtaKontakter(db, a, b, iKo, uppdragen),
    ...bemanningUnder(db, a, b),
    brister: bristerUnder(db, a, b),
    ...utbildningUnder(db, a, b),
  }
}

/** Many ids as one parameter: however many there are, the statement is the same. */
const bland = (ids: Iterable<string>) => sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`

/**
 * Rows as the driver gives them, without the query builder's mapping: of a year of ten thousands of rows it took more
 * than a fifth. The tuple types say in which order the columns are asked for, and the tests hold them to the figures.
 */
const rader = <T extends readonly unknown[]>(fraga: { values: () => unknown[][] }): T[] => fraga.values() as unknown as T[]

/** Sets of codes as stored. Few combinations are in use: each is read once, and all rows with it share the list. */
function kodlasare(): (text: string) => readonly string[] {
  const lasta = new Map<string, readonly string[]>()
  return (text) => {
    let koder = lasta.get(text)
    if (koder === undefined) lasta.set(text, (koder = JSON.parse(text) as string[]))
    return koder
  }
}

const UPPDRAGET = {
  id: uppdrag.id, arendeId: uppdrag.arendeId, kommun: uppdrag.kommun, start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, slut: uppdrag.slut,
  avslutsorsak: uppdrag.avslutsorsak, orsaker: uppdrag.orsaker, livsomraden: uppdrag.livsomraden,
}
type Uppdraget = [id: string, arendeId: string, kommun: string, start: string, planeratSlut: string | null, slut: string | null, avslutsorsak: string | null, orsaker: string, livsomraden: string]
const KLIENTEN = { arende: arenden.nummer, kon: arenden.kon, fodelsear: arenden.fodelsear, aldersgrupp: arenden.aldersgrupp }
type Klienten = [arende: string, kon: string, fodelsear: number | null, aldersgrupp: string | null]

type UppdragMedId = Uppdragsrad & { readonly arendeId: string }

function hamtaUppdrag(db: Db, a: string, b: string): UppdragMedId[] {
  const koder = kodlasare()
  // The plus keeps SQLite from reading every uppdrag that ever began: the end is what bounds a year.
  const ror = and(isNull(uppdrag.strukenTid), sql`+${uppdrag.start} <= ${b}`, or(sql`${uppdrag.slut} >= ${a}`, isNull(uppdrag.slut)))
  const aktuella = rader<[...Uppdraget, ...Klienten]>(db.select({ ...UPPDRAGET, ...KLIENTEN }).from(uppdrag).innerJoin(arenden, eq(arenden.id, uppdrag.arendeId)).where(ror))
  const bytenAv = (idn: readonly string[]) => Map.groupBy(
    db.select({ uppdragId: kommunbyten.uppdragId, datum: kommunbyten.datum, kommun: kommunbyten.kommun }).from(kommunbyten)
      .where(and(isNull(kommunbyten.strukenTid), sql`${kommunbyten.uppdragId} IN ${bland(idn)}`)).orderBy(asc(kommunbyten.datum)).all(),
    (rad) => rad.uppdragId)
  const bytenNu = bytenAv(aktuella.map(([id]) => id))
  // Who has come back: earlier uppdrag of those who began in the year, or by a kommunbyte began in a kommun.
  const klienter = new Map<string, Klienten>()
  for (const rad of aktuella) if (rad[3] >= a || bytenNu.get(rad[0])?.some((byte) => byte.datum >= a) === true) klienter.set(rad[1], [rad[9], rad[10], rad[11], rad[12]])
  const tidigare = rader<Uppdraget>(db.select(UPPDRAGET).from(uppdrag)
    .where(and(isNull(uppdrag.strukenTid), sql`${uppdrag.arendeId} IN ${bland(klienter.keys())}`, lt(uppdrag.slut, a))))
  const byten = new Map([...bytenNu, ...bytenAv(tidigare.map(([id]) => id))])
  // Waiting time is asked of those that began in the year.
  const kontaktdatum = new Map(rader<[uppdragId: string, datum: string]>(
    db.select({ uppdragId: kontakter.uppdragId, datum: kontakter.datum }).from(uppdrag).innerJoin(kontakter, eq(kontakter.uppdragId, uppdrag.id))
      .where(and(isNull(kontakter.strukenTid), sql`${uppdrag.start} BETWEEN ${a} AND ${b}`))))

  const hel = ([id, arendeId, kommun, start, planeratSlut, slut, avslutsorsak, orsaker, livsomraden]: Uppdraget | [...Uppdraget, ...Klienten], [arende, kon, fodelsear, aldersgrupp]: Klienten): UppdragMedId => ({
    id, arendeId, arende, kon, fodelsear, aldersgrupp, kommun, start, planeratSlut, slut, avslutsorsak, orsaker: koder(orsaker), livsomraden: koder(livsomraden),
    kommunbyten: byten.get(id) ?? INGA, kontaktdatum: kontaktdatum.get(id) ?? null,
  })
  const resultat = aktuella.map((rad) => hel(rad, [rad[9], rad[10], rad[11], rad[12]]))
  for (const rad of tidigare) {
    const klient = klienter.get(rad[1])
    if (klient !== undefined) resultat.push(hel(rad, klient))
  }
  return resultat
}

const INGA: readonly never[] = []

function hamtaKontakter(db: Db, a: string, b: string, iKo: string, uppdragen: readonly UppdragMedId[]): Kontaktrad[] {
  const koder = kodlasare()
  const falt = {
    datum: kontakter.datum, kommun: kontakter.kommun, kontaktvag: kontakter.kontaktvag, initiativtagare: kontakter.initiativtagare, utfall: kontakter.utfall,
    orsaker: kontakter.orsaker, kodatum: kontakter.kodatum, kolamnad: kontakter.kolamnad, uppdragId: kontakter.uppdragId, arendeId: kontakter.arendeId,
  }
  type Kontakten = [
    datum: string, kommun: string, kontaktvag: string, initiativtagare: string, utfall: string, orsaker: string,
    kodatum: string | null, kolamnad: string | null, uppdragId: string | null, arendeId: string | null,
  ]
  const hamta = (vilka: SQL | undefined) => rader<Kontakten>(db.select(falt).from(kontakter).where(and(isNull(kontakter.strukenTid), vilka)))
  const alla = hamta(sql`${kontakter.datum} BETWEEN ${a} AND ${b}`)
  // Two searches and not one with OR: that would go through everybody who has ever stood in the queue.
  for (const annu of [isNull(kontakter.koSlut), sql`${kontakter.koSlut} > ${iKo}`]) {
    for (const rad of hamta(and(isNotNull(kontakter.kodatum), annu, sql`${kontakter.kodatum} <= ${b}`))) if (rad[0] < a || rad[0] > b) alla.push(rad)
  }

  // Most contacts led to an uppdrag that is already here; only the others (it began after the year) are fetched.
  const start = new Map(uppdragen.map((rad) => [rad.id, rad.start]))
  const nummer = new Map(uppdragen.map((rad) => [rad.arendeId, rad.arende]))
  const [utanStart, utanNummer] = [new Set<string>(), new Set<string>()]
  for (const rad of alla) {
    if (rad[8] !== null && !start.has(rad[8])) utanStart.add(rad[8])
    if (rad[9] !== null && !nummer.has(rad[9])) utanNummer.add(rad[9])
  }
  for (const [id, dag] of rader<[string, string]>(db.select({ id: uppdrag.id, start: uppdrag.start }).from(uppdrag).where(sql`${uppdrag.id} IN ${bland(utanStart)}`))) start.set(id, dag)
  for (const [id, nr] of rader<[string, string]>(db.select({ id: arenden.id, nummer: arenden.nummer }).from(arenden).where(sql`${arenden.id} IN ${bland(utanNummer)}`))) nummer.set(id, nr)
  return alla.map(([datum, kommun, kontaktvag, initiativtagare, utfall, orsaker, kodatum, kolamnad, uppdragId, arendeId]) => ({
    datum, kommun, kontaktvag, initiativtagare, utfall, orsaker: koder(orsaker), kodatum, kolamnad,
    uppdragsstart: uppdragId === null ? null : start.get(uppdragId) ?? null, arende: arendeId === null ? null : nummer.get(arendeId) ?? null,
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
