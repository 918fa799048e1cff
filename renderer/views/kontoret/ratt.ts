import type { Roll } from '../../../db/model/anvandare.ts'
import { kontoret as text } from '../../texter/kontoret.ts'

/** Who may change what in the office, as the office's own table of rights says (electron/office/roller.ts); it decides, this only hides. */
export const skoter = (roller: readonly Roll[]): boolean => roller.includes('enhetschef') || roller.includes('administrator')
export const administrerar = (roller: readonly Roll[]): boolean => roller.includes('administrator')

export interface Avdelning {
  readonly vag: string
  readonly text: string
}

type Regel = Avdelning & { readonly baraSkotare: boolean; readonly roller?: readonly Roll[] }

/** The parts, in groups: whose office it is, how Lotsen is set up, and what keeps it safe. */
const GRUPPER: readonly { readonly rubrik: string; readonly delar: readonly Regel[] }[] = [
  {
    rubrik: text.grupper.verksamheten,
    delar: [
      { vag: '/kontoret', text: text.flikar.enheten, baraSkotare: false },
      { vag: '/kontoret/kommuner', text: text.flikar.kommuner, baraSkotare: false },
      { vag: '/kontoret/bemanning', text: text.flikar.bemanning, baraSkotare: true },
      { vag: '/kontoret/utbildning', text: text.flikar.utbildning, baraSkotare: true },
      { vag: '/kontoret/statsbidrag', text: text.flikar.statsbidrag, baraSkotare: false, roller: ['enhetschef'] },
    ],
  },
  {
    rubrik: text.grupper.lotsen,
    delar: [
      { vag: '/kontoret/anvandare', text: text.flikar.anvandare, baraSkotare: false },
      { vag: '/kontoret/kodlistor', text: text.flikar.kodlistor, baraSkotare: false },
      { vag: '/kontoret/installningar', text: text.flikar.installningar, baraSkotare: true },
    ],
  },
  {
    rubrik: text.grupper.skydd,
    delar: [
      { vag: '/kontoret/sakerhetskopia', text: text.flikar.sakerhetskopia, baraSkotare: true },
      { vag: '/kontoret/gallring', text: text.flikar.gallring, baraSkotare: true },
      { vag: '/kontoret/logg', text: text.flikar.logg, baraSkotare: false, roller: ['ombud', 'enhetschef'] },
      { vag: '/kontoret/loggkontroll', text: text.flikar.loggkontroll, baraSkotare: false, roller: ['enhetschef'] },
    ],
  },
]

/** The parts of Kontoret that these roles see, in groups; a group of which nothing is seen is left out. */
export function grupperFor(roller: readonly Roll[]): { readonly rubrik: string; readonly delar: readonly Avdelning[] }[] {
  const far = (a: Regel) => (!a.baraSkotare || skoter(roller)) && (a.roller === undefined || a.roller.some((roll) => roller.includes(roll)))
  return GRUPPER.map((grupp) => ({ ...grupp, delar: grupp.delar.filter(far) })).filter((grupp) => grupp.delar.length > 0)
}

export const avdelningarFor = (roller: readonly Roll[]): Avdelning[] => grupperFor(roller).flatMap((grupp) => grupp.delar)
