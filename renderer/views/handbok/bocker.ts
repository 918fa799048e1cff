import { marked, type Token, type Tokens } from 'marked'
import { jamforbar, slug } from '../../../db/model/text.ts'
import guide from '../../../docs/it.md?raw'
import handbok from '../../../docs/handbok.md?raw'

/** The handbok and the guide for IT, as they lie in docs/: one text for whoever reads it in Lotsen and whoever reads it outside. */

export interface Avsnitt {
  /** The last part of its address. */
  readonly id: string
  readonly rubrik: string
  readonly innehall: readonly Token[]
}
export type Bok = 'handbok' | 'it'

export const BOCKER: Record<Bok, readonly Avsnitt[]> = { handbok: avsnittAv(handbok), it: avsnittAv(guide) }

export const BOKVAG: Record<Bok, string> = { handbok: '/handbok', it: '/handbok/it' }

/** A book's text in parts, one for each heading of the second order; what stands before the first belongs to the first. */
export function avsnittAv(text: string): Avsnitt[] {
  const avsnitt: { id: string; rubrik: string; innehall: Token[] }[] = []
  const fore: Token[] = []
  for (const del of marked.lexer(text)) {
    if (arRubrik(del, 2)) avsnitt.push({ id: slug(del.text), rubrik: del.text, innehall: avsnitt.length === 0 ? [...fore] : [] })
    else if (!arRubrik(del, 1)) (avsnitt.at(-1)?.innehall ?? fore).push(del)
  }
  return avsnitt
}

function arRubrik(del: Token, ordning: number): del is Tokens.Heading {
  return del.type === 'heading' && (del as Tokens.Heading).depth === ordning
}

export interface Traff {
  readonly bok: Bok
  readonly avsnitt: Avsnitt
  /** The paragraph where the words stand. */
  readonly stycke: string
}

/** Paragraphs that hold every word looked for, whatever its case; at most one of each part, those with the word in their heading first. */
export function sokIBocker(sokt: string): Traff[] {
  const ord = jamforbar(sokt).split(/\s+/).filter(Boolean)
  if (ord.length === 0) return []
  const stammer = (text: string) => ord.every((ett) => jamforbar(text).includes(ett))
  const alla = (['handbok', 'it'] as const).flatMap((bok) => BOCKER[bok].map((avsnitt) => ({ bok, avsnitt })))
  const [iRubrik, ovriga] = [alla.filter(({ avsnitt }) => stammer(avsnitt.rubrik)), alla.filter(({ avsnitt }) => !stammer(avsnitt.rubrik))]
  return [
    ...iRubrik.map((ett) => ({ ...ett, stycke: styckenAv(ett.avsnitt.innehall)[0] ?? '' })),
    ...ovriga.flatMap((ett) => styckenAv(ett.avsnitt.innehall).filter(stammer).slice(0, 1).map((stycke) => ({ ...ett, stycke }))),
  ]
}

/** The words of a part, paragraph by paragraph, without signs of form. */
function styckenAv(delar: readonly Token[]): string[] {
  return delar.flatMap((del): string[] => {
    if (del.type === 'list') return (del as Tokens.List).items.flatMap((punkt) => styckenAv(punkt.tokens))
    if (del.type === 'table') return [(del as Tokens.Table).header, ...(del as Tokens.Table).rows].map((rad) => rad.map((cell) => ordenI(cell.tokens)).join(' – '))
    if (del.type === 'space' || del.type === 'hr') return []
    return [ordenI([del])]
  })
}

const ordenI = (delar: readonly Token[]): string =>
  delar.map((del) => ('tokens' in del && del.tokens !== undefined ? ordenI(del.tokens) : 'text' in del ? String(del.text) : '')).join('').replace(/\s+/g, ' ').trim()
