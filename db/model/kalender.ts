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

/** ISO week number (Swedish weeks): 1–53. */
export function veckonummer(datum: Datum): number {
  const vecka = dag(datum).weekOfYear
  if (vecka === undefined) throw new RangeError(`no ISO week for ${datum}`)
  return vecka
}

/** Monday and Sunday of the week that holds the day. */
export function veckansGranser(datum: Datum): { readonly mandag: Datum; readonly sondag: Datum } {
  const veckodag = dag(datum).dayOfWeek
  return { mandag: plusDagar(datum, 1 - veckodag), sondag: plusDagar(datum, 7 - veckodag) }
}

const VECKODAGAR = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const
const VECKODAGAR_KORT = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'] as const
const MANADER = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'] as const
const MANADER_KORT = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'] as const

/** " 2027" when the day lies in another year than the reference day, or none is given; else nothing. */
const arsled = (datum: Temporal.PlainDate, idag?: Datum) => (idag !== undefined && dag(idag).year === datum.year ? '' : ` ${datum.year}`)

/** "1 december 2026"; without the year when `idag` is given and lies in the same year. */
export function datumIOrd(datum: Datum, idag?: Datum): string {
  const d = dag(datum)
  return `${d.day} ${MANADER[d.month - 1]}${arsled(d, idag)}`
}

/** "tors 26 nov", for narrow columns; the year follows when it is not that of `idag`. */
export function datumKort(datum: Datum, idag?: Datum): string {
  const d = dag(datum)
  return `${VECKODAGAR_KORT[d.dayOfWeek - 1]} ${d.day} ${MANADER_KORT[d.month - 1]}${arsled(d, idag)}`
}

/** "söndag 22 november 2026": for headings. */
export function dagMedVeckodag(datum: Datum): string {
  return `${VECKODAGAR[dag(datum).dayOfWeek - 1]} ${datumIOrd(datum)}`
}

/**
 * A day as one says it today: "i dag", "i morgon", "i går", "för 3 dagar sedan" (up to 30 days),
 * "tors 26 nov" (the coming week), else "1 december", with the year when it is another.
 */
export function dagIOrd(datum: Datum, idag: Datum): string {
  const om = dagarMellan(idag, datum)
  if (om === 0) return 'i dag'
  if (om === 1) return 'i morgon'
  if (om === -1) return 'i går'
  if (om < 0 && om >= -30) return `för ${-om} dagar sedan`
  if (om > 0 && om < 7) return datumKort(datum, idag)
  return datumIOrd(datum, idag)
}

const antalOrd = (antal: number, ental: string, flertal: string) => `${antal} ${antal === 1 ? ental : flertal}`

/** A stretch of days in words: days up to 60, then whole months with "drygt" when days are left over. */
function strackaIOrd(fran: Datum, till: Datum): string {
  const dagar = dagarMellan(fran, till)
  if (dagar <= 60) return antalOrd(dagar, 'dag', 'dagar')
  const { months, days } = dag(fran).until(dag(till), { largestUnit: 'months' })
  return `${days === 0 ? '' : 'drygt '}${antalOrd(months, 'månad', 'månader')}`
}

/**
 * What is left until a last day, in words: "9 dagar kvar", "drygt 3 månader kvar", "sista dagen i dag";
 * once it has passed: "3 dagar över tiden".
 */
export function tidKvar(sistaDag: Datum, idag: Datum): string {
  if (sistaDag === idag) return 'sista dagen i dag'
  return idag < sistaDag ? `${strackaIOrd(idag, sistaDag)} kvar` : `${strackaIOrd(sistaDag, idag)} över tiden`
}

/** How long something lasted, both ends counted: "12 dagar", "8 månader", "1 år 2 månader". */
export function langdIOrd(fran: Datum, till: Datum): string {
  const efter = dag(till).add({ days: 1 })
  const { years, months, days } = dag(fran).until(efter, { largestUnit: 'years' })
  if (years === 0 && months === 0) return antalOrd(days, 'dag', 'dagar')
  return [years && `${years} år`, months && antalOrd(months, 'månad', 'månader')].filter(Boolean).join(' ')
}
