import { z } from 'zod'
import { zAr, zDatum, zId, zKod, zKommun, zText, zVersion } from './grund.ts'
import { kommunOrdning } from './kommuner.ts'

/**
 * The statsbidrag of a year (DOMAIN §3, §4): granted per kommun, applied for by a sökande kommun for a set of
 * kommuner. Kronor are whole, årsanställningar have two decimals. Null = nobody has written it: never taken as 0
 * where the difference matters, and never filled in from last year or from what has been usual.
 */

/** What a full-time year has been worth: proposed on the screen, never assumed (DOMAIN §3). */
export const TIDIGARE_BELOPP = 302_400

export interface Kommunbidrag {
  readonly id: string
  readonly sokande: string
  readonly kommun: string
  /** Granted full-time years. */
  readonly arsanstallningar: number | null
  readonly beviljat: number | null
  readonly utbetalt: number | null
  readonly anvant: number | null
  /** What the costs are shared by, for keys that ask for it: inhabitants; percent with two decimals. */
  readonly befolkning: number | null
  readonly andel: number | null
  readonly version: number
}

export interface Bidragsbeslut {
  readonly id: string
  readonly datum: string
  readonly diarienummer: string | null
  readonly anteckning: string | null
  readonly struken: boolean
  readonly version: number
}

export interface Bidragssumma {
  /** Sums of what is known; null when nothing is. */
  readonly arsanstallningar: number | null
  readonly beviljat: number | null
  readonly utbetalt: number | null
  readonly anvant: number | null
  /** Granted − used, not below 0; null as long as some kommun lacks one of the two. */
  readonly oanvant: number | null
  /** Paid out − used, not below 0: may have to be paid back. Null as long as some kommun lacks one of the two. */
  readonly attBetalaTillbaka: number | null
}

/** One sökande kommun's part of a year: its kommuner, in Swedish order, and the decisions. */
export interface Sokandebidrag {
  readonly sokande: string
  readonly kommuner: readonly Kommunbidrag[]
  readonly beslut: readonly Bidragsbeslut[]
  readonly summa: Bidragssumma
}

export interface Bidragsar {
  readonly ar: number
  /** Kronor per full-time year: null until it has been set for this year. */
  readonly belopp: number | null
  /** 0 as long as nothing is stored for the year. */
  readonly version: number
  /** By sökande kommun, in Swedish order. */
  readonly sokande: readonly Sokandebidrag[]
  /** All sökande together. */
  readonly summa: Bidragssumma
}

type Belopp = Pick<Kommunbidrag, 'arsanstallningar' | 'beviljat' | 'utbetalt' | 'anvant'>

/** Granted − used, not below 0 (DOMAIN §4 statsbidrag); null when one of them is not known. */
export function oanvant({ beviljat, anvant }: Pick<Belopp, 'beviljat' | 'anvant'>): number | null {
  return beviljat === null || anvant === null ? null : Math.max(0, beviljat - anvant)
}

/** Paid out − used, not below 0: what länsstyrelsen may ask to have back. */
export function attBetalaTillbaka({ utbetalt, anvant }: Pick<Belopp, 'utbetalt' | 'anvant'>): number | null {
  return utbetalt === null || anvant === null ? null : Math.max(0, utbetalt - anvant)
}

/** Whole kronor for so many full-time years, half a krona up. */
export function kronorFor(arsanstallningar: number, belopp: number): number {
  return Math.floor((Math.round(arsanstallningar * 100) * belopp + 50) / 100)
}

/** What is known, summed; null when nothing is. Hundredths are summed as whole numbers. */
function summaAv(varden: readonly (number | null)[]): number | null {
  const kanda = varden.filter((v) => v !== null)
  return kanda.length === 0 ? null : kanda.reduce((summa, v) => summa + Math.round(v * 100), 0) / 100
}

/** The sum, or null when there is none or one is not known. */
const helSumma = (varden: readonly (number | null)[]) => (varden.includes(null) ? null : summaAv(varden))

export function summeraBidrag(rader: readonly Belopp[]): Bidragssumma {
  return {
    arsanstallningar: summaAv(rader.map((r) => r.arsanstallningar)),
    beviljat: summaAv(rader.map((r) => r.beviljat)),
    utbetalt: summaAv(rader.map((r) => r.utbetalt)),
    anvant: summaAv(rader.map((r) => r.anvant)),
    oanvant: helSumma(rader.map(oanvant)),
    attBetalaTillbaka: helSumma(rader.map(attBetalaTillbaka)),
  }
}

/** Rows of a year as the year that is shown and accounted for. */
export function bidragsar(
  ar: number, aret: { readonly belopp: number | null; readonly version: number }, rader: readonly Kommunbidrag[], beslut: readonly (Bidragsbeslut & { readonly sokande: string })[],
): Bidragsar {
  const koder = [...new Set([...rader, ...beslut].map((r) => r.sokande))].sort(kommunOrdning)
  return {
    ar,
    ...aret,
    sokande: koder.map((sokande) => {
      const kommuner = rader.filter((r) => r.sokande === sokande).sort((a, b) => kommunOrdning(a.kommun, b.kommun))
      return {
        sokande, kommuner, summa: summeraBidrag(kommuner),
        beslut: beslut.filter((b) => b.sokande === sokande).map(({ sokande: _, ...b }) => b).sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0)),
      }
    }),
    summa: summeraBidrag(rader),
  }
}

/**
 * Full-time years granted to these kommuner (all when null), two decimals: what vakans and the check
 * "årsanställningar mot beviljat" are held against. Null when nothing is granted or nothing is known.
 */
export function beviljadeArsanstallningar({ sokande }: Bidragsar, kommuner: readonly string[] | null = null): number | null {
  return summaAv(sokande.flatMap((s) => s.kommuner).filter((k) => kommuner?.includes(k.kommun) ?? true).map((k) => k.arsanstallningar))
}

/** What is granted to each kommun, of those where it is known: for `RedovisningsVal.beviljat`. */
export function beviljatPerKommun({ sokande }: Bidragsar): Map<string, number> {
  return new Map(sokande.flatMap((s) => s.kommuner).flatMap((k) => (k.arsanstallningar === null ? [] : [[k.kommun, k.arsanstallningar] as const])))
}

const HOGSTA = 1_000_000_000
const KRONOR = 'Skriv beloppet i hela kronor.'
const zKronor = z.int(KRONOR).min(0, KRONOR).max(HOGSTA, 'Beloppet är för stort.')
const tvaDecimaler = (n: number) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6
const ARSANSTALLNINGAR = 'Skriv årsanställningarna med högst två decimaler, till exempel 0,75.'
const ANDEL = 'Skriv andelen i procent med högst två decimaler, till exempel 12,5.'

export const zBidragsar = z.object({ ar: zAr, belopp: zKronor.min(1, 'Skriv beloppet för en årsanställning i hela kronor.').nullable(), version: z.int().min(0) })

/** The kommuner that a sökande kommun applies for; a kommun is in one sökande's set (DOMAIN §3). */
export const zSokande = z.object({ ar: zAr, sokande: zKommun, kommuner: z.array(zKommun).min(1, 'Välj minst en kommun.').max(300) })

export const zAndraBidrag = z.object({
  id: zId,
  version: zVersion,
  arsanstallningar: z.number(ARSANSTALLNINGAR).min(0, ARSANSTALLNINGAR).max(1000, ARSANSTALLNINGAR).refine(tvaDecimaler, ARSANSTALLNINGAR).nullable(),
  beviljat: zKronor.nullable(),
  utbetalt: zKronor.nullable(),
  anvant: zKronor.nullable(),
})

const beslutet = {
  datum: zDatum(),
  diarienummer: zText(80).nullable(),
  anteckning: zText(500).nullable(),
}
export const zBeslut = z.object({ ar: zAr, sokande: zKommun, ...beslutet })
export const zAndraBeslut = z.object({ id: zId, version: zVersion, ...beslutet })

/** What a kommun's share is counted by. */
export const zUnderlag = z.object({
  id: zId,
  version: zVersion,
  befolkning: z.int('Skriv antalet invånare med siffror.').min(0, 'Skriv antalet invånare med siffror.').max(3_000_000, 'Antalet invånare är för stort.').nullable(),
  andel: z.number(ANDEL).min(0, ANDEL).max(100, 'Skriv högst 100 procent.').refine(tvaDecimaler, ANDEL).nullable(),
})

const kostnaden = {
  slag: zKod('Välj vad kostnaden gäller.'),
  text: zText(200).nullable(),
  kronor: z.int(KRONOR).min(-HOGSTA, 'Beloppet är för stort.').max(HOGSTA, 'Beloppet är för stort.').refine((n) => n !== 0, KRONOR),
}
/** A shared cost; an income that lowers the costs is written with a minus. */
export const zKostnad = z.object({ ar: zAr, sokande: zKommun, ...kostnaden })
export const zAndraKostnad = z.object({ id: zId, version: zVersion, ...kostnaden })

export interface Kostnadsrad {
  readonly id: string
  readonly sokande: string
  readonly slag: string
  readonly text: string | null
  readonly kronor: number
  readonly struken: boolean
  readonly version: number
}
