import { INTRODUKTION, type Kodlistor, type Lista } from '../kodlistor.ts'
import type { Ar } from './klienter.ts'
import type { Anstallningsrad, Handledningsrad, Utbildningsrad } from './rader.ts'
import { Tabell } from './tabell.ts'

/** What is counted of one kind of utbildning, or of all. */
export interface Utbildningssumma {
  readonly antal: number
  /** Persons who took part, each once. */
  readonly deltagare: number
  /** Places taken: somebody who was at two counts twice. */
  readonly deltaganden: number
  readonly dagar: number
  readonly timmar: number
}

export interface Handledningssumma {
  readonly tillfallen: number
  readonly timmar: number
  readonly deltagare: number
}

interface Namngiven { readonly varde: string; readonly kod: string }

export interface Utbildningsfigurer {
  readonly utbildning: Utbildningssumma & { readonly perSlag: (Namngiven & Utbildningssumma)[] }
  readonly handledning: Handledningssumma & { readonly perForm: (Namngiven & Handledningssumma)[] }
}

const olika = (rader: readonly { readonly deltagare: readonly string[] }[]) => new Set(rader.flatMap((rad) => rad.deltagare)).size

function summeraUtbildning(rader: readonly Utbildningsrad[]): Utbildningssumma {
  return {
    antal: rader.length,
    deltagare: olika(rader),
    deltaganden: rader.reduce((n, rad) => n + new Set(rad.deltagare).size, 0),
    dagar: rader.reduce((n, rad) => n + (rad.dagar ?? 0), 0),
    timmar: rader.reduce((n, rad) => n + (rad.timmar ?? 0), 0),
  }
}

function summeraHandledning(rader: readonly Handledningsrad[]): Handledningssumma {
  return {
    tillfallen: rader.reduce((n, rad) => n + rad.tillfallen, 0),
    timmar: rader.reduce((n, rad) => n + (rad.timmar ?? 0), 0),
    deltagare: olika(rader),
  }
}

/** The rows of each code, in the list's order. */
function perKod<R, S>(rader: readonly R[], kodFor: (rad: R) => string, listor: Kodlistor, lista: Lista, summera: (rader: readonly R[]) => S): (Namngiven & S)[] {
  const tabell = new Tabell(listor, lista)
  const grupper = Map.groupBy(rader, (rad) => tabell.rakna(kodFor(rad)))
  return [...grupper].sort(([a], [b]) => tabell.jamfor(a, b)).map(([kod, egna]) => ({ varde: tabell.etikett(kod), kod, ...summera(egna) }))
}

/**
 * Utbildning and handledning of a year (2013:522 10 § 1): an utbildning counts in the year of its last day, when it
 * has been had; handledning likewise, and lies within one year. Days and hours that nobody has written add nothing.
 * @param personer whom to count (a chosen kommun's ombud): a row counts if one of them took part, and others are left out of it. Null = everybody.
 */
export function raknaUtbildning(
  utbildningar: readonly Utbildningsrad[], handledningar: readonly Handledningsrad[], ar: Ar, listor: Kodlistor, personer: ReadonlySet<string> | null = null,
): Utbildningsfigurer {
  const arets = <R extends { readonly till: string; readonly deltagare: readonly string[] }>(rader: readonly R[]): R[] =>
    rader.filter((rad) => rad.till >= ar.forsta && rad.till <= ar.sista).flatMap((rad) => {
      if (personer === null) return [rad]
      const deltagare = rad.deltagare.filter((person) => personer.has(person))
      return deltagare.length > 0 ? [{ ...rad, deltagare }] : []
    })
  const [egna, handledda] = [arets(utbildningar), arets(handledningar)]
  return {
    utbildning: { ...summeraUtbildning(egna), perSlag: perKod(egna, (rad) => rad.slag, listor, 'utbildningsslag', summeraUtbildning) },
    handledning: { ...summeraHandledning(handledda), perForm: perKod(handledda, (rad) => rad.form, listor, 'handledningsform', summeraHandledning) },
  }
}

/** Persons with an anställning some day of the year, in a fixed order. */
export function anstalldaUnder(anstallningar: readonly Anstallningsrad[], ar: Ar): string[] {
  return [...new Set(anstallningar.filter((a) => a.fran <= ar.sista && (a.till ?? ar.sista) >= ar.forsta).map((a) => a.person))].sort()
}

/** Of those: who has not had introduktionsutbildning by the year's last day, in whatever year. */
export function utanIntroduktion(anstallda: readonly string[], utbildningar: readonly Utbildningsrad[], ar: Ar): string[] {
  const har = new Set(utbildningar.filter((u) => u.slag === INTRODUKTION && u.till <= ar.sista).flatMap((u) => u.deltagare))
  return anstallda.filter((person) => !har.has(person))
}
