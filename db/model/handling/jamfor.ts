import type { FigurId } from '../redovisning/typer.ts'
import type { Siffror } from './siffror.ts'
import type { Andring } from './typer.ts'

/** A figure as it was frozen. */
export interface FrusenSiffra { figur: FigurId; etikett: string; varde: number | null }

/** Rows of tables are left out when they hold nothing: there a missing figure is 0, elsewhere it is unknown. */
const RADER = /^(perKon|perAldersgrupp|orsaker|livsomraden|kontakterPerOrsak|avslutsorsaker|konOchAlder|perKommun|kontakter\.per|brister\.per|bemanning\.(utbildning\.perSlag|handledning\.perForm))\b.*\./u

/** What the register says today where it differs from what was frozen, in the frozen order, new figures last. */
export function andratSedan(frusna: readonly FrusenSiffra[], nu: Siffror): Andring[] {
  const tomt = (figur: FigurId) => (RADER.test(figur) ? 0 : null)
  const kanda = new Set(frusna.map((f) => f.figur))
  return [
    ...frusna.map(({ figur, etikett, varde }) => ({ figur, etikett, da: varde, nu: nu.get(figur)?.varde ?? tomt(figur) })),
    ...[...nu].filter(([figur]) => !kanda.has(figur)).map(([figur, { etikett, varde }]) => ({ figur, etikett, da: tomt(figur), nu: varde })),
  ].filter(({ da, nu: dagens }) => da !== dagens)
}
