import type { Gallringsbehov } from './gallring.ts'
import type { Kontrollage } from './loggkontroll.ts'
import type { Frist } from './handling/frister.ts'
import { dagarMellan, plusDagar } from './kalender.ts'

/** How far ahead Min vecka looks (UX.md "Min vecka"): days. */
export const VECKANS_HORISONT = 30

export type Arendeslag = 'uppfoljning' | 'uppdrag_slutar' | 'atagande' | 'samtycke_slutar' | 'samtycke_saknas'

/** Something that needs the ombud. `datum` is when; null = no date (it is simply missing). */
export interface Veckorad {
  slag: Arendeslag
  datum: string | null
  nummer: string
  namn: string | null
  kommun: string
  /** Row it is about: the follow-up, uppdrag, åtagande or samtycke. */
  id: string
  version: number
  /** Words of the row (what was promised, to whom the consent is); null where the kind says it all. */
  vad: string | null
  /** Whom a consent is given to (code); null for other kinds. */
  aktor: string | null
  /** Which follow-up in order (1 = the first); null for other kinds. */
  ordning: number | null
}

export interface Kontaktrad { id: string; datum: string; kommun: string; utfall: string; paminnelse: string | null }

export interface Vecka {
  idag: string
  rader: Veckorad[]
  /** Contacts that the ombud registered and that are still undecided or in the queue. */
  obesvarade: Kontaktrad[]
  last: { kommun: string; antal: number }[]
  ko: { antal: number; langst: { datum: string; kommun: string } | null }
}

/** Checks of a redovisning that are mended in the case; those about contacts and planned ends have rows of their own. */
export const KONTROLLER_I_VECKAN = ['fodelsear_saknas', 'fodelsear_under_18', 'alder_utanfor_grupper', 'orsak_saknas', 'uppdrag_under_8_dagar'] as const
/** A case of the caller's own that a redovisning in the making needs mended. No name: it is opened to be mended. */
export interface Veckokontroll {
  kod: (typeof KONTROLLER_I_VECKAN)[number]
  ar: number
  nummer: string
  kommun: string | null
  /** When the chief last reminded of it; null = not at all. */
  paminnd: string | null
}

export interface Chefsvecka {
  idag: string
  last: { ombud: string; antal: number; passerade: number }[]
  ko: { antal: number; langst: { datum: string; kommun: string } | null }
  /** Contacts that are undecided; those in the queue are in `ko` alone. */
  oavgjorda: number
  loggkontroll: Kontrollage
  /** Redovisningar and ansökningar that are due, the nearest first; silent once inlämnad. */
  frister: Frist[]
  /** `attGallra`: how many clients, reasons and members are due; numbers alone. */
  gallring: Gallringsbehov & { attGallra: number; vantarSvar: number }
  /** Since when nobody has shown the nyckelblad, once that is a year ago; null while it is not. */
  bladetSedan: string | null
}

/**
 * Whether a day belongs on Min vecka: passed, today or within the horizon.
 * @param datum and @param idag calendar days
 */
export const iHorisonten = (datum: string, idag: string): boolean => datum <= plusDagar(idag, VECKANS_HORISONT)

interface Slutande { aktor: string; person: string; till: string | null }

/**
 * Consents of a case that are about to end, or ended no longer ago than the horizon is long, and have not been given
 * anew to the same actor and person. @param levande those that are neither withdrawn nor struck
 */
export function samtyckenSomSlutar<S extends Slutande>(levande: readonly S[], idag: string): (S & { till: string })[] {
  const tidigast = plusDagar(idag, -VECKANS_HORISONT)
  return levande.flatMap((s) => {
    const { till } = s
    if (till === null || till < tidigast || !iHorisonten(till, idag)) return []
    const fornyat = levande.some((annat) => annat !== s && annat.aktor === s.aktor && annat.person === s.person && (annat.till === null || annat.till > till))
    return fornyat ? [] : [{ ...s, till }]
  })
}

/** Passed, today, soon (within a week) or later: what colour and word a row gets. */
export function bradska(datum: string, idag: string): 'passerad' | 'idag' | 'snart' | 'senare' {
  const dagar = dagarMellan(idag, datum)
  return dagar < 0 ? 'passerad' : dagar === 0 ? 'idag' : dagar <= 7 ? 'snart' : 'senare'
}

/** In order of date, what has no date last; then by number, so that the order never jumps. */
export function iDatumordning(rader: readonly Veckorad[]): Veckorad[] {
  return rader.toSorted((a, b) => {
    const [x, y] = [a.datum ?? '9999', b.datum ?? '9999']
    return x < y ? -1 : x > y ? 1 : a.nummer < b.nummer ? -1 : a.nummer > b.nummer ? 1 : a.slag < b.slag ? -1 : 1
  })
}
