import type { Datum } from '../kalender.ts'
import type { Aldersgrupp, Kodlistor } from '../kodlistor.ts'
import type { Bristrad } from './brister.ts'
import type { Handledning, Utbildning } from '../utbildning.ts'

/**
 * What the counting reads: plain rows with codes and days. A null code means "uppgift saknas".
 *
 * **Struck rows are never passed**: they count nowhere (DOMAIN §4). Rows that do not concern the year may
 * be passed or left out; the figures are the same. For a year Y (a = 1 Jan, b = 31 Dec) these are needed:
 * - `uppdrag`: those with start ≤ b and (no slut or slut ≥ a), and every earlier uppdrag of the same ärenden
 *   (they decide who has come back);
 * - `kontakter`: those with datum in Y, and those placed in the queue on or before b;
 * - `brister` observed in Y, with their observations of Y and their whole history; none = no brister;
 * - `anstallningar` that touch Y, the `franvaro` that touches Y, and the anställningar that this is leave from;
 * - `utbildningar` with their last day in Y, and every introduktionsutbildning before; `handledningar` of Y. Left out = none.
 */
export interface RedovisningsRader {
  readonly uppdrag: readonly Uppdragsrad[]
  readonly kontakter: readonly Kontaktrad[]
  readonly anstallningar: readonly Anstallningsrad[]
  readonly franvaro: readonly Franvarorad[]
  readonly brister?: readonly Bristrad[]
  readonly utbildningar?: readonly Utbildningsrad[]
  readonly handledningar?: readonly Handledningsrad[]
}

export type Utbildningsrad = Utbildning
export type Handledningsrad = Handledning

export interface Uppdragsrad {
  readonly id: string
  /** Ärendenummer: the client. */
  readonly arende: string
  /** The client's kön and birth year; the same on all rows of one ärende. */
  readonly kon: string | null
  readonly fodelsear: number | null
  /** Of somebody whose case has been destroyed by gallring: the code of the group of the last year, instead of the birth year. */
  readonly aldersgrupp?: string | null
  /** The kommun at the start. */
  readonly kommun: string
  /** Moves within the unit: from `datum`, that day included, the uppdrag belongs to `kommun`. */
  readonly kommunbyten: readonly { readonly datum: Datum; readonly kommun: string }[]
  readonly start: Datum
  readonly planeratSlut: Datum | null
  /** The last day, once ended. */
  readonly slut: Datum | null
  readonly orsaker: readonly string[]
  readonly livsomraden: readonly string[]
  readonly avslutsorsak: string | null
  /** The day of the contact that led to it, or null when there is none. */
  readonly kontaktdatum: Datum | null
}

export interface Kontaktrad {
  readonly datum: Datum
  readonly kommun: string
  readonly kontaktvag: string | null
  readonly initiativtagare: string | null
  /** The outcome as last recorded. */
  readonly utfall: string | null
  readonly orsaker: readonly string[]
  readonly kodatum: Datum | null
  readonly kolamnad: Datum | null
  /** Start of the uppdrag it led to, and that client's ärendenummer. */
  readonly uppdragsstart: Datum | null
  readonly arende: string | null
}

export interface Anstallningsrad {
  readonly id: string
  /** Who: a user's id or login name; returned as it is by the check for more than 100 %. */
  readonly person: string
  readonly kommun: string
  readonly fran: Datum
  readonly till: Datum | null
  /** Whole percent of full time. */
  readonly procent: number
  readonly vikarie: boolean
}

/**
 * Leave from one anställning, in whole percent of full time. It never takes more than the post holds: what
 * exceeds the post's percent, or lies outside its days, does not count (100 on a post of 75 % is the whole post).
 */
export interface Franvarorad {
  readonly anstallning: string
  readonly fran: Datum
  readonly till: Datum | null
  readonly procent: number
}

/** How the year is to be counted. */
export interface RedovisningsVal {
  /** The unit's kommuner of that year. */
  readonly kommuner: readonly string[]
  /** `--kommun`: count as if these together were the whole office. Null = all. */
  readonly urval: readonly string[] | null
  readonly kodlistor: Kodlistor
  readonly aldersgrupper: readonly Aldersgrupp[]
  /** Full-time years granted per kommun (statsbidrag.ts): what vakans is held against. Left out = nothing is known. */
  readonly beviljat?: ReadonlyMap<string, number>
  /** Today: the check for uppdrag past their planned end looks at this day, or 31 December when that is earlier. Also the day of the report, for the status of brister. */
  readonly idag: Datum
}
