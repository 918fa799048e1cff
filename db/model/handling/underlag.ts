import type { Kommunbidrag } from '../statsbidrag.ts'
import type { Figurer } from '../redovisning/typer.ts'

/** A seat of the ledningsgrupp (5 §): mandatory or to be offered, and whether somebody sits on it. */
export interface Platsrad { kod: string; etikett: string; obligatorisk: boolean; besatt: boolean; erbjuden: boolean; svar: string }

/** All that a handling's figures and tables are made from: counted, written in elsewhere, and (ansökan) sought here. */
export interface Arsunderlag {
  figurer: Figurer
  /** Kronor per full-time year; null until it is set for the year. */
  belopp: number | null
  /** What has been granted to the handling's kommuner; empty when nothing has been written in. */
  bidrag: Pick<Kommunbidrag, 'kommun' | 'arsanstallningar' | 'beviljat' | 'utbetalt' | 'anvant'>[]
  ledningsgrupp: Platsrad[]
  /** Årsanställningar applied for per kommun; empty for a redovisning. */
  sokt: { kommun: string; arsanstallningar: number | null }[]
}
