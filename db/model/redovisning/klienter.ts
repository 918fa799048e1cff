import type { Stracka } from './strackor.ts'

/** First and last day of the year that is counted, a and b of DOMAIN §4. */
export interface Ar {
  readonly ar: number
  readonly forsta: string
  readonly sista: string
  readonly dagar: number
}

/** Whether a stretch has a day in the year. */
export const geStod = (s: Stracka, ar: Ar) => s.start <= ar.sista && (s.slut === null || s.slut >= ar.forsta)
/** Whether it ran before the year began, and into it. */
export const arIngaende = (s: Stracka, ar: Ar) => s.start < ar.forsta && (s.slut === null || s.slut >= ar.forsta)
/** Whether it runs on after 31 December. */
export const arUtgaende = (s: Stracka, ar: Ar) => s.start <= ar.sista && (s.slut === null || s.slut > ar.sista)
export const borjarIAret = (s: Stracka, ar: Ar) => s.start >= ar.forsta && s.start <= ar.sista
export const slutarIAret = (s: Stracka, ar: Ar) => s.slut !== null && s.slut >= ar.forsta && s.slut <= ar.sista

/** One client with stöd under året. */
export interface Klientlage {
  readonly arende: string
  /** The stretches that give the stöd. */
  readonly stodstrackor: readonly Stracka[]
  readonly ingaende: boolean
  readonly utgaende: boolean
  /** New this year, with an uppdrag that ended before it. */
  readonly aterkommande: boolean
}

/** Ärendenummer in order: year, then running number (2026-10000 after 2026-9999). */
export function nummerOrdning(a: string, b: string): number {
  if (a.length === b.length) return a < b ? -1 : a > b ? 1 : 0
  const arA = a.slice(0, 4)
  const arB = b.slice(0, 4)
  if (arA !== arB) return arA < arB ? -1 : 1
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** What one client's stretches say of the year; null when none of them gives stöd. */
function klientlage(arende: string, egna: readonly Stracka[], ar: Ar): Klientlage | null {
  const stodstrackor = egna.filter((s) => geStod(s, ar))
  if (stodstrackor.length === 0) return null
  const ingaende = stodstrackor.some((s) => arIngaende(s, ar))
  return {
    arende,
    stodstrackor,
    ingaende,
    utgaende: stodstrackor.some((s) => arUtgaende(s, ar)),
    aterkommande: !ingaende && egna.some((s) => s.slut !== null && s.slut < ar.forsta),
  }
}

/** The clients with stöd under året, each once. `alla` must be in order of ärendenummer, and so are they. */
export function klientlagen(alla: readonly Stracka[], ar: Ar): Klientlage[] {
  const klienter: Klientlage[] = []
  for (let i = 0; i < alla.length; ) {
    const arende = alla[i]?.uppdrag.arende ?? ''
    let slut = i + 1
    while (alla[slut]?.uppdrag.arende === arende) slut += 1
    const lage = klientlage(arende, alla.slice(i, slut), ar)
    if (lage) klienter.push(lage)
    i = slut
  }
  return klienter
}

/** The five figures of clients: ingående + nya = avslutade + utgående = stöd. */
export function klientsummor(klienter: readonly Klientlage[]) {
  const stod = klienter.length
  const ingaende = klienter.filter((k) => k.ingaende).length
  const utgaende = klienter.filter((k) => k.utgaende).length
  return { stod, ingaende, nya: stod - ingaende, avslutade: stod - utgaende, utgaende }
}
