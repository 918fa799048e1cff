import { z } from 'zod'
import { zDatum, zNummer, zRad, zVersion } from './grund.ts'
import { plusManader, type Datum, type Tid } from './kalender.ts'

/**
 * Gallring (DOMAIN §3): what is destroyed follows the local decision (gallringsbeslut), so rule, reference and date are the
 * unit's; without a decision the register is kept. Working notes need none: they vanish with the uppdrag (DESIGN §4.10).
 */

/** Kinds of data with a rule of their own. */
export const GALLRINGSSLAG = ['klienter', 'skal', 'ledamoter'] as const
export type Gallringsslag = (typeof GALLRINGSSLAG)[number]

export interface Gallringsregel { slag: Gallringsslag; manader: number; referens: string; beslutad: Datum; version: number }

/** A case as the rule looks at it. */
export interface Gallringsarende {
  readonly nummer: string
  /** An uppdrag is open: never destroyed. */
  readonly pagar: boolean
  /** The last day of the last uppdrag; the day it was struck or the case made, when there is none. */
  readonly sista: Datum
  /** Kommuner of its uppdrag. */
  readonly kommuner: readonly string[]
  /** What its ombud has answered: whether the client is born on a day that is exempt. Null = not asked or not answered. */
  readonly undantag: boolean | null
}

/** Whom research keeps (some kommuner and birth days; whether it binds PO is a local decision). Empty: nobody. */
export interface Gallringsundantag { readonly dagar: readonly number[]; readonly kommuner: readonly string[] }

/** The first day on which something that ended on `sista` may be destroyed: the months have passed in whole. */
export const gallrasFran = (sista: Datum, manader: number): Datum => plusManader(sista, manader)

/**
 * Sorts the cases whose time is over. A client's birth day is not held, only asked about: while days are exempt a case
 * without an answer waits for its ombud.
 * @param idag a case is due when its day has passed
 */
export function gallringsbara(arenden: readonly Gallringsarende[], manader: number, undantag: Gallringsundantag, idag: Datum): { gallras: string[]; undantagna: string[]; vantarSvar: string[] } {
  const svar = { gallras: [] as string[], undantagna: [] as string[], vantarSvar: [] as string[] }
  const kommuner = new Set(undantag.kommuner)
  for (const arende of arenden) {
    if (arende.pagar || gallrasFran(arende.sista, manader) >= idag) continue
    if (arende.kommuner.some((k) => kommuner.has(k)) || (undantag.dagar.length > 0 && arende.undantag === true)) svar.undantagna.push(arende.nummer)
    else if (undantag.dagar.length > 0 && arende.undantag === null) svar.vantarSvar.push(arende.nummer)
    else svar.gallras.push(arende.nummer)
  }
  return svar
}

/** Ärendenummer by the year they were given, each in its order: hundreds of them are to be read. */
export const nummerPerAr = (nummer: readonly string[]): [ar: string, nummer: string[]][] => [...Map.groupBy(nummer.toSorted(), (ett) => ett.slice(0, 4))]

const zManader = z.int('Skriv tiden i hela månader.').min(0, 'Skriv tiden i hela månader.').max(600, 'Skriv högst 600 månader (50 år).')
export const zGallringsregel = z.object({
  slag: z.enum(GALLRINGSSLAG), manader: zManader, referens: zRad('Skriv beslutets beteckning, till exempel SN 2026/114 § 32.', 200), beslutad: zDatum('Skriv vilken dag beslutet fattades.'),
  /** 0 = the kind has no rule yet. */
  version: z.int().min(0),
})
export const zTaBortRegel = z.object({ slag: z.enum(GALLRINGSSLAG), version: zVersion })
/** What the preview showed: if something has come or gone since, nothing is destroyed. */
export const zGallra = z.object({ antal: z.object({ klienter: z.int().min(0), skal: z.int().min(0), ledamoter: z.int().min(0) }) })
export const zSvaraUndantag = z.object({ nummer: zNummer, undantag: z.boolean('Svara ja eller nej.') })

/** A copy that may still hold what was destroyed. `till`: the last day it is kept by itself; null = until somebody destroys it. */
export interface KopiaMedData { slag: 'daglig' | 'utan_anteckningar' | 'exporterad' | 'fore_migrering' | 'undanlagd'; vad: string; dag: Datum; till: Datum | null }

export interface Gallringsforhand {
  idag: Datum
  antal: Record<Gallringsslag, number>
  /** Bare numbers of the cases that go. */
  arenden: string[]
  undantagna: number
  vantarSvar: { ombud: string; antal: number }[]
  kopior: KopiaMedData[]
}
export interface Gallringsbehov {
  /** Kinds without a decision. */
  utanBeslut: Gallringsslag[]
  /** The plan for working notes has been confirmed. */
  planBekraftad: boolean
}
export interface Gallringslage extends Gallringsbehov {
  regler: Gallringsregel[]
  /** How much may be destroyed now, by the rules there are. */
  antal: Record<Gallringsslag, number>
  senaste: Tid | null
}
export interface GallringRad { id: string; tid: Tid; av: string; arenden: number; rader: number; borta: Tid | null }
export interface Gallringsprotokoll {
  id: string; tid: Tid; av: string; borta: Tid | null
  regler: { slag: string; manader: number; referens: string; beslutad: Datum }[]
  rader: { vad: string; antal: number }[]
  arenden: string[]; undantagna: number; vantarSvar: number; kopior: KopiaMedData[]
}
