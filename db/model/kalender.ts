import { Temporal } from 'temporal-polyfill'

/**
 * The only place where calendar days are reckoned with. Every function is independent of the
 * machine's time zone and clock: the present moment is always an argument.
 */

/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Datum = string
/** A point in time, ISO 8601 in UTC (`2026-11-22T08:30:00.000Z`). */
export type Tid = string

/** Where the offices are: their day begins at Swedish midnight whatever the server's zone. */
export const ZON = 'Europe/Stockholm'

const dag = (datum: Datum) => Temporal.PlainDate.from(datum)

/** Whether a text is a day that exists, written exactly `YYYY-MM-DD` (2025-02-29 is not). */
export function arDatum(text: unknown): text is Datum {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(text) || text.startsWith('0000')) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** The day `antal` days later (earlier when negative). */
export function plusDagar(datum: Datum, antal: number): Datum {
  return dag(datum).add({ days: antal }).toString()
}

/** The same day `antal` months later (earlier when negative); a day the month lacks becomes its last (31 Jan + 1 → 28/29 Feb). */
export function plusManader(datum: Datum, antal: number): Datum {
  return dag(datum).add({ months: antal }, { overflow: 'constrain' }).toString()
}

const EPOK = Temporal.PlainDate.from('1970-01-01')
const dagnummerFor = new Map<Datum, number>()

/**
 * A day as a running number (1970-01-01 is 0). Remembered per day: a year's counting asks for the same few
 * thousand days a hundred thousand times, and parsing each anew would take most of its time.
 */
export function dagnummer(datum: Datum): number {
  let nummer = dagnummerFor.get(datum)
  if (nummer === undefined) {
    nummer = EPOK.until(dag(datum), { largestUnit: 'days' }).days
    if (dagnummerFor.size >= 50_000) dagnummerFor.clear()
    dagnummerFor.set(datum, nummer)
  }
  return nummer
}

/** Days from one day to another: 0 for the same day, negative when `till` is earlier. Add 1 to count both ends. */
export function dagarMellan(fran: Datum, till: Datum): number {
  return dagnummer(till) - dagnummer(fran)
}

const dagFor = new Map<number, Datum>()

/** The day with a running number: the inverse of `dagnummer`, remembered like it. */
export function dagMedNummer(nummer: number): Datum {
  let datum = dagFor.get(nummer)
  if (datum === undefined) {
    datum = EPOK.add({ days: nummer }).toString()
    if (dagFor.size >= 50_000) dagFor.clear()
    dagFor.set(nummer, datum)
  }
  return datum
}

/** First and last day of a year, and its number of days (365 or 366). */
export function arsGranser(ar: number): { readonly forsta: Datum; readonly sista: Datum; readonly dagar: number } {
  const forsta = Temporal.PlainDate.from({ year: ar, month: 1, day: 1 })
  return { forsta: forsta.toString(), sista: forsta.with({ month: 12, day: 31 }).toString(), dagar: forsta.daysInYear }
}

/** The year of a day. */
export function arAv(datum: Datum): number {
  return Number(datum.slice(0, 4))
}

/** The calendar day at a moment, in Sweden unless another zone is named. */
export function idag(nu: Tid, zon: string = ZON): Datum {
  return Temporal.Instant.from(nu).toZonedDateTimeISO(zon).toPlainDate().toString()
}

/** The clock time at a moment, in Sweden unless another zone is named: "9.12". */
export function klockslag(nu: Tid, zon: string = ZON): string {
  const tid = Temporal.Instant.from(nu).toZonedDateTimeISO(zon)
  return `${tid.hour}.${String(tid.minute).padStart(2, '0')}`
}

/** The moment a Swedish day begins, written as the clock writes it: times compare as texts. */
export const dygnetsBorjan = (datum: Datum): Tid => dag(datum).toZonedDateTime(ZON).toInstant().toString({ fractionalSecondDigits: 3 })

/** ISO week number (Swedish weeks): 1–53. */
export function veckonummer(datum: Datum): number {
  const vecka = dag(datum).weekOfYear
  if (vecka === undefined) throw new RangeError(`no ISO week for ${datum}`)
  return vecka
}

/** Day of the week: 1 Monday … 7 Sunday. */
export const veckodag = (datum: Datum): number => dag(datum).dayOfWeek

/** Monday and Sunday of the week that holds the day. */
export function veckansGranser(datum: Datum): { readonly mandag: Datum; readonly sondag: Datum } {
  return { mandag: plusDagar(datum, 1 - veckodag(datum)), sondag: plusDagar(datum, 7 - veckodag(datum)) }
}
