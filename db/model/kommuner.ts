import rader from './kommuner.json' with { type: 'json' }
import { jamforbar, svenskOrdning } from './text.ts'

/** One of Sweden's 290 kommuner: four-digit code, short name ("Mora"), full name ("Mora kommun"), county ("Dalarnas län"). */
export interface Kommun {
  readonly kod: string
  readonly namn: string
  readonly fulltNamn: string
  readonly lan: string
}

/** All kommuner, in Swedish order of the short name. */
export const KOMMUNER: readonly Kommun[] = (rader as Kommun[]).toSorted((a, b) => svenskOrdning(a.namn, b.namn))

const medKod = new Map(KOMMUNER.map((kommun) => [kommun.kod, kommun]))

/**
 * Names by which a kommun is found. The short names are laid in last, so that they win should one
 * kommun's name in the genitive ever be another's short name.
 */
const medNamn = new Map<string, Kommun>()
for (const kommun of KOMMUNER) {
  const genitiv = kommun.fulltNamn.replace(/ kommun$/u, '')
  for (const namn of [genitiv, kommun.fulltNamn, `${kommun.namn} kommun`, `${genitiv} stad`, `${kommun.namn} stad`]) {
    medNamn.set(jamforbar(namn), kommun)
  }
}
for (const kommun of KOMMUNER) medNamn.set(jamforbar(kommun.namn), kommun)
const gotland = medKod.get('0980')
if (gotland) medNamn.set('region gotland', gotland) // the kommun that is a region calls itself so

/** The kommun with this four-digit code, or undefined. */
export function kommunMedKod(kod: string): Kommun | undefined {
  return medKod.get(kod)
}

/** The kommun's short name; a code that is no kommun comes back as it is, so that a list never has a hole. */
export function kommunNamn(kod: string): string {
  return medKod.get(kod)?.namn ?? kod
}

/**
 * The kommun a person means: code ("2062"; "186" too, as a spreadsheet leaves 0186), short name
 * ("Mora"), or full name ("Mora kommun", "Stockholms stad"), without regard to case. Undefined if none.
 */
export function hittaKommun(text: string): Kommun | undefined {
  const sokt = jamforbar(text)
  return medKod.get(/^\d{3}$/u.test(sokt) ? `0${sokt}` : sokt) ?? medNamn.get(sokt)
}

/** The county of a kommun code: its two-digit code and its name ("Dalarnas län"), or undefined for an unknown code. */
export function lanForKommun(kod: string): { readonly kod: string; readonly namn: string } | undefined {
  const kommun = medKod.get(kod)
  return kommun && { kod: kod.slice(0, 2), namn: kommun.lan }
}

/** All counties, in Swedish order of the name. */
export const LAN: readonly { readonly kod: string; readonly namn: string }[] = [...new Map(KOMMUNER.map(({ kod, lan }) => [kod.slice(0, 2), lan]))]
  .map(([kod, namn]) => ({ kod, namn }))
  .toSorted((a, b) => svenskOrdning(a.namn, b.namn))

/** Compares two kommun codes by the kommuner's names in Swedish order. For `Array.sort`. */
export function kommunOrdning(a: string, b: string): number {
  return svenskOrdning(kommunNamn(a), kommunNamn(b)) || (a < b ? -1 : a > b ? 1 : 0)
}
