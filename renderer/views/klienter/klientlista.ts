import type { ArendeRad } from '../../../db/model/arenden.ts'
import { jamforbar } from '../../../db/model/text.ts'

/** An uppdrag that ends within so many days needs somebody's attention (UX "Min vecka"). */
export const SNART_DAGAR = 30

/** A client with an uppdrag that goes on. */
export type Pagaende<R> = R & { readonly start: string }

/** The own list in two: those with an open uppdrag, and the others, with the last ended first. */
export function delaUpp<R extends Pick<ArendeRad, 'start' | 'slut'>>(rader: readonly R[]): { readonly pagaende: Pagaende<R>[]; readonly ovriga: R[] } {
  const arPagaende = (rad: R): rad is Pagaende<R> => rad.start !== null && rad.slut === null
  return {
    pagaende: rader.filter(arPagaende),
    ovriga: rader.filter((rad) => !arPagaende(rad)).sort((a, b) => ((a.slut ?? '') < (b.slut ?? '') ? 1 : -1)),
  }
}

/**
 * Whether a client answers to what was typed: every word in the name or the ärendenummer. Nothing else about a
 * person may be searched by (2001:637 15 §).
 */
export function stammer(rad: Pick<ArendeRad, 'namn' | 'nummer'>, sokt: string): boolean {
  const i = jamforbar(`${rad.namn ?? ''} ${rad.nummer}`)
  return jamforbar(sokt).split(' ').every((ord) => i.includes(ord))
}
