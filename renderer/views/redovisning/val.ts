import { arAv, dagarMellan, type Datum } from '../../../db/model/kalender.ts'

/** The parts of the year's page. */
export const STEG = ['tjanster', 'personer', 'kontakter'] as const
export type Steg = (typeof STEG)[number]
/** The paper is a page of its own. */
export const UTSKRIFT = 'skriv-ut'

/** What the page shows: it stands in the address, so that it can be gone back to and reloaded. */
export interface Sidval {
  readonly ar: number
  readonly sida: Steg | typeof UTSKRIFT
  /** Kommun codes to count for; none = the whole unit. */
  readonly kommuner: readonly string[]
}

const ROT = '/redovisning'

export function tillAdress({ ar, sida, kommuner }: Sidval): string {
  return [ROT, ar, sida, ...(kommuner.length > 0 ? [kommuner.join('-')] : [])].join('/')
}

/** Reads an address; undefined for one that says no year and page (the room's own, or a mistyped one). */
export function franAdress(adress: string): Sidval | undefined {
  const traff = /^\/redovisning\/(\d{4})\/([a-z-]+)(?:\/(\d{4}(?:-\d{4})*))?$/u.exec(adress)
  const sida = ([...STEG, UTSKRIFT] as const).find((s) => s === traff?.[2])
  if (traff === null || sida === undefined) return undefined
  return { ar: Number(traff[1]), sida, kommuner: traff[3]?.split('-') ?? [] }
}

/** Until the end of February one works on the year that has passed (due 15 January), after that on the present. */
const SISTA_MANAD = '02'

/** The year that is shown first: among those there is anything to account for. */
export function forvaltAr(ar: readonly number[], idag: Datum): number {
  const onskat = arAv(idag) - (idag.slice(5, 7) <= SISTA_MANAD ? 1 : 0)
  return ar.includes(onskat) ? onskat : (ar[0] ?? arAv(idag))
}

/** Days from today to 15 January of the year after (2013:522 10 §): 0 on the day itself, below 0 when it has passed. */
export function dagarTillInlamning(ar: number, idag: Datum): number {
  return dagarMellan(idag, `${ar + 1}-01-15`)
}

/** The unit's kommuner some day of a year, each once. */
export function kommunerUnderAret(rader: readonly { readonly kommun: string; readonly fran: Datum; readonly till: Datum | null }[], ar: number): string[] {
  const iAret = rader.filter((rad) => rad.fran <= `${ar}-12-31` && (rad.till === null || rad.till >= `${ar}-01-01`))
  return [...new Set(iAret.map((rad) => rad.kommun))]
}
