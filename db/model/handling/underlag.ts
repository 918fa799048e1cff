import type { Kommunbidrag } from '../statsbidrag.ts'
import type { Figurer } from '../redovisning/typer.ts'

/** Education or handledning of the year's ombud, by kind. */
export interface Stodrad { kod: string; etikett: string; tillfallen: number; deltagare: number; dagar: number | null; timmar: number | null }
/** A seat of the ledningsgrupp (5 §): mandatory or to be offered, and whether somebody sits on it. */
export interface Platsrad { kod: string; etikett: string; obligatorisk: boolean; besatt: boolean; erbjuden: boolean; svar: string }

/** All that a handling's figures and tables are made from: counted, written in elsewhere, and (ansökan) sought here. */
export interface Arsunderlag {
  figurer: Figurer
  /** Kronor per full-time year; null until it is set for the year. */
  belopp: number | null
  /** What has been granted to the handling's kommuner; empty when nothing has been written in. */
  bidrag: Pick<Kommunbidrag, 'kommun' | 'arsanstallningar' | 'beviljat' | 'utbetalt' | 'anvant'>[]
  utbildning: Stodrad[]
  handledning: Stodrad[]
  ledningsgrupp: Platsrad[]
  /** Årsanställningar applied for per kommun; empty for a redovisning. */
  sokt: { kommun: string; arsanstallningar: number | null }[]
}
