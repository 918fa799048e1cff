import { kommunOrdning } from '../../../db/model/kommuner.ts'
import type { TabellId } from '../../../db/model/statistik/index.ts'

/** The parts of the page, and the tables of each. */
export const DELAR = {
  personer: ['klienter', 'uppdrag', 'kon', 'alder'],
  orsaker: ['orsaker', 'livsomraden', 'avslutsorsaker'],
  kontakter: ['kontakter', 'tider'],
  brister: ['brister', 'bristaktorer'],
  tjanster: ['tjanster'],
} as const satisfies Record<string, readonly TabellId[]>
export type Del = keyof typeof DELAR
export const SIDOR = [...(Object.keys(DELAR) as Del[]), 'per-ombud', 'verksamhetsberattelse', 'skriv-ut', 'verksamhetsberattelse-utskrift'] as const
export type Sida = (typeof SIDOR)[number]

/** What the page shows: it stands in the address, so that it can be gone back to and reloaded. */
export interface Sidval {
  /** The last of the years. */
  readonly ar: number
  readonly sida: Sida
  /** Kommun codes to count for; none = the whole unit. */
  readonly kommuner: readonly string[]
}

export function tillAdress({ ar, sida, kommuner }: Sidval): string {
  return ['/statistik', ar, sida, ...(kommuner.length > 0 ? [kommuner.toSorted(kommunOrdning).join('-')] : [])].join('/')
}

/** Reads an address; undefined for one that says no year and page. */
export function franAdress(adress: string): Sidval | undefined {
  const traff = /^\/statistik\/(\d{4})\/([a-z-]+)(?:\/(\d{4}(?:-\d{4})*))?$/u.exec(adress)
  const sida = SIDOR.find((s) => s === traff?.[2])
  if (traff === null || sida === undefined) return undefined
  return { ar: Number(traff[1]), sida, kommuner: traff[3]?.split('-') ?? [] }
}

/** "2022", "2022–2024" or "2022 och 2024": in one breath. */
export function arIOrd(ar: readonly number[]): string {
  const [forsta, sista] = [ar[0], ar.at(-1)]
  if (forsta === undefined || sista === undefined || forsta === sista) return String(forsta ?? '')
  return sista - forsta === ar.length - 1 ? `${forsta}–${sista}` : ar.join(', ')
}
