import { arAv, type Datum, dagarMellan, plusDagar, plusManader, veckansGranser } from '../../db/model/kalender.ts'

/** Days in Swedish words, for the screen and for paper. Pure: today is always an argument. */

export const MANADER = [
  'januari', 'februari', 'mars', 'april', 'maj', 'juni',
  'juli', 'augusti', 'september', 'oktober', 'november', 'december',
] as const
export const VECKODAGAR = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const
const KORTA_DAGAR = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'] as const
const KORTA_MANADER = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'] as const

const dagnummer = (datum: Datum) => Number(datum.slice(8, 10))
const manadsindex = (datum: Datum) => Number(datum.slice(5, 7)) - 1
const veckodagsindex = (datum: Datum) => dagarMellan(veckansGranser(datum).mandag, datum)

/** First letter large, for the start of a sentence or a row. */
export function storBokstav(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

/** "22 november 2026" */
export function langtDatum(datum: Datum): string {
  return `${dagnummer(datum)} ${MANADER[manadsindex(datum)]} ${arAv(datum)}`
}

/** "söndag 22 november 2026" */
export function medVeckodag(datum: Datum): string {
  return `${VECKODAGAR[veckodagsindex(datum)]} ${langtDatum(datum)}`
}

/** "22 november", with the year when it is another than today's. */
export function kortDatum(datum: Datum, idag: Datum): string {
  return arAv(datum) === arAv(idag) ? `${dagnummer(datum)} ${MANADER[manadsindex(datum)]}` : langtDatum(datum)
}

/**
 * When something is, seen from today: "i dag", "i morgon", "i går", "3 dagar sedan" (to a week back),
 * "tors 26 nov" (the week ahead), else "1 december", with the year when it is another.
 */
export function dagIOrd(datum: Datum, idag: Datum): string {
  const om = dagarMellan(idag, datum)
  if (om === 0) return 'i dag'
  if (om === 1) return 'i morgon'
  if (om === -1) return 'i går'
  if (om < 0 && om >= -7) return `${-om} dagar sedan`
  if (om > 0 && om <= 6) return `${KORTA_DAGAR[veckodagsindex(datum)]} ${dagnummer(datum)} ${KORTA_MANADER[manadsindex(datum)]}`
  return kortDatum(datum, idag)
}

/** How a day presses: `passerat` before today, `snart` today and `dagar` ahead, else `lugnt`. */
export function bradska(datum: Datum, idag: Datum, dagar = 0): 'passerat' | 'snart' | 'lugnt' {
  const om = dagarMellan(idag, datum)
  return om < 0 ? 'passerat' : om <= dagar ? 'snart' : 'lugnt'
}

/** "1 dag", "9 dagar" */
export function antalDagar(antal: number): string {
  return antal === 1 ? '1 dag' : `${antal} dagar`
}

/** "1 månad", "4 månader" */
export function antalManader(antal: number): string {
  return antal === 1 ? '1 månad' : `${antal} månader`
}

/** How long something lasted, both ends counted: "12 dagar", "8 månader", "1 år 2 månader". */
export function langdIOrd(fran: Datum, till: Datum): string {
  const efter = plusDagar(till, 1)
  let manader = 0
  while (plusManader(fran, manader + 1) <= efter) manader++
  if (manader === 0) return antalDagar(dagarMellan(fran, efter))
  const ar = Math.floor(manader / 12)
  return [ar > 0 ? `${ar} år` : '', manader % 12 > 0 ? antalManader(manader % 12) : ''].filter(Boolean).join(' ')
}

/** What is left to a last day, in words: "9 dagar kvar", "slutar i dag", "3 dagar över tiden", "4 månader kvar". */
export function kvarIOrd(slut: Datum, idag: Datum): string {
  const om = dagarMellan(idag, slut)
  if (om === 0) return 'slutar i dag'
  if (om < 0) return `${antalDagar(-om)} över tiden`
  if (om <= 60) return `${antalDagar(om)} kvar`
  let manader = 0
  while (plusManader(idag, manader + 1) <= slut) manader++
  return `${antalManader(manader)} kvar`
}
