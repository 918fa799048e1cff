import type { Slag } from '../blankett/typer.ts'
import { dagarMellan, plusDagar, type Datum } from '../kalender.ts'
import type { Status } from './status.ts'

/** The last days before a deadline on which it is told every day. */
export const DAGLIGA_DAGAR = 14
/** How long a passed deadline is told of where nothing has been begun: an office that did not use Lotsen that year is not nagged for ever. */
export const TYST_EFTER = 60

/**
 * - `tyst`: too early, inlämnad, or so long past that nobody means to;
 * - `vantar`: told of; `daglig`: the last two weeks, told every day;
 * - `passerad`: the day has gone by without an inlämning.
 */
export type Fristlage = 'tyst' | 'vantar' | 'daglig' | 'passerad'
export interface Frist {
  slag: Slag
  ar: number
  /** The last day to be met. Redovisning: be with länsstyrelsen (2013:522 15 §). Ansökan: have come in (HSLF-FS 2016:98 2 §). */
  forfaller: Datum
  /** Negative once it has passed. */
  dagarKvar: number
  lage: Fristlage
  /** The handling it is about; null when none has been begun. */
  handling: { id: string; sokande: string; status: Status } | null
  /** What is missing, in order; empty when inlämnad. */
  saknas: Fristbrist[]
}
export type Fristbrist =
  | { kod: 'ej_borjad' } | { kod: 'falt_tomma'; antal: number } | { kod: 'kontroller_kvar'; antal: number } | { kod: 'ej_faststalld' } | { kod: 'ej_inlamnad' }

/** When a handling is due, and from when it is told of. The redovisning of a year is due on 15 January of the next; the ansökan on 1 March of its own. */
export function fristdagar(slag: Slag, ar: number): { forfaller: Datum; sagsFran: Datum } {
  return slag === 'redovisning' ? { forfaller: `${ar + 1}-01-15`, sagsFran: `${ar}-12-01` } : { forfaller: `${ar}-03-01`, sagsFran: `${ar}-02-01` }
}

/** Where a deadline stands on a day. Only an inlämning makes it silent before its time is out (DOMAIN §3). */
export function fristlage(slag: Slag, ar: number, idag: Datum, status: Status | null): Pick<Frist, 'forfaller' | 'dagarKvar' | 'lage'> {
  const { forfaller, sagsFran } = fristdagar(slag, ar)
  const dagarKvar = dagarMellan(idag, forfaller)
  const glomd = status === null && idag > plusDagar(forfaller, TYST_EFTER)
  const lage: Fristlage =
    status === 'inlamnad' || idag < sagsFran || glomd ? 'tyst' : dagarKvar < 0 ? 'passerad' : dagarKvar <= DAGLIGA_DAGAR ? 'daglig' : 'vantar'
  return { forfaller, dagarKvar, lage }
}

/** The years whose deadline can be told of on a day: this year's and last year's. */
export function fristar(slag: Slag, idag: Datum): number[] {
  const ar = Number(idag.slice(0, 4))
  return slag === 'redovisning' ? [ar - 1, ar] : [ar]
}
