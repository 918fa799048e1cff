import type { Punktid, Slag } from '../../../db/model/blankett/typer.ts'
import { arAv, type Datum } from '../../../db/model/kalender.ts'

/** The pages of årets handling. Both kinds lie in the room Redovisning; they are the same pages. */

export const ROT: Readonly<Record<Slag, string>> = { redovisning: '/redovisning', ansokan: '/redovisning/ansokan' }

/** Pages of a handling beside its points. */
export const SIDOR = ['granska', 'fyll-i', 'skriv-ut', 'avser'] as const
export type Sida = (typeof SIDOR)[number]

/** The year's handlingar of a kind. */
export const arsvag = (slag: Slag, ar: number) => `${ROT[slag]}/ar/${ar}`
export const nyVag = (slag: Slag, ar: number) => `${arsvag(slag, ar)}/ny`

/** A page of a handling: one of its points, perhaps at one field, or a page beside them. Without: where it begins. */
export function handlingsvag(slag: Slag, id: string, sida?: Punktid | Sida, falt?: string): string {
  return [ROT[slag], 'handling', id, ...(sida === undefined ? [] : [sida]), ...(falt === undefined ? [] : [falt])].join('/')
}

export const BLANKETTER = '/redovisning/blanketter'
export const blankettvag = (id: string, version: number) => `${BLANKETTER}/${id}/${version}`

/** Until the end of February one works on the redovisning of the year that has passed (due 15 January). */
const SISTA_MANAD = '02'
/** From this month on the next year's ansökan is what one plans for (due 1 March). */
const NASTA_ANSOKAN = '10'

/** The year that a kind is about when one comes to it. */
export function forvaltHandlingsar(slag: Slag, idag: Datum): number {
  const manad = idag.slice(5, 7)
  if (slag === 'redovisning') return arAv(idag) - (manad <= SISTA_MANAD ? 1 : 0)
  return arAv(idag) + (manad >= NASTA_ANSOKAN ? 1 : 0)
}
