import { jamforbar } from '../text.ts'

/**
 * Which known brister a new one resembles, so that it is observed again instead of written again. Simple on purpose, and
 * explained by what it returns: the words they share, and whether category, actor or kommun are the same.
 */

export interface Jamforelse {
  readonly kategori: string | null
  readonly aktor: string | null
  readonly kommun: string | null
  readonly text: string
}
export type Samma = 'kategori' | 'aktor' | 'kommun'
export interface Likhet<T> { readonly brist: T; readonly ord: readonly string[]; readonly samma: readonly Samma[]; readonly poang: number }

/** Words that every text has, and those that every brist has. */
export const VANLIGA: ReadonlySet<string> = new Set(`
alla allt att av bara bli blir blev både bör den denna deras dess det detta dig din ditt dock dom då där därför efter ej eller en ett fast finns flera fram fel från få får fått för före första
gör göra gått går ha hade han har hela hellre hen henne hennes hon honom hos hur här i ibland igen in inga ingen inget innan inom inte ja jag kan kom kommer kring kunde kunna långt länge man med
mellan men mer mot mycket måste många när nu någon något några nej ner nya nytt och ofta olika om oss på sa sade saknas sen sedan ser sig sin sina sitt själv ska skulle som stor stora så sådan samma
sätt tar tid till trots tyvärr under upp ut utan vad var vara vart varje vem vid vilka vilket vill vår är än även över behöver personen person personer personens klient klienten klienter klientens klienterna brukare
brukaren enskilde enskilda ombud ombudet systemfel brist brister hjälp stöd problem
`.split(/\s+/u).filter(Boolean))

/** Swedish inflections, the longest first (after the Snowball stemmer's first step, without its exceptions). */
const ANDELSER = ['heterna', 'heten', 'heter', 'anden', 'andet', 'arnas', 'ernas', 'ornas', 'ande', 'arna', 'erna', 'orna', 'ena', 'enas', 'ades', 'aren', 'arens', 'arnas', 'ade', 'are', 'ast', 'ens', 'ets', 'het', 'ing', 'ingen', 'ingar', 'ningen', 'ningar', 'ning', 'en', 'et', 'er', 'ar', 'or', 'as', 'es', 'at', 'ad', 'a', 'e', 'n', 's', 't']
  .toSorted((a, b) => b.length - a.length)

/** A word without its inflection, at least four letters long: handläggarens, handläggare → handlägg. */
export function stam(ord: string): string {
  for (const slut of ANDELSER) if (ord.endsWith(slut) && ord.length - slut.length >= 4) return ord.slice(0, -slut.length)
  return ord
}

/** The telling words of a text by their stems, each with the first word that had it. */
export function nyckelord(text: string): Map<string, string> {
  const ord = jamforbar(text).match(/\p{L}{3,}/gu) ?? []
  const stammar = new Map<string, string>()
  for (const o of ord) {
    const s = stam(o)
    if (!VANLIGA.has(o) && !stammar.has(s)) stammar.set(s, o)
  }
  return stammar
}

/** The same word, or one that begins a compound of the other: handläggar(e) and handläggarbyte. */
const sammaOrd = (a: string, b: string) => a === b || (Math.min(a.length, b.length) >= 6 && (a.startsWith(b) || b.startsWith(a)))

const VIKT: Record<Samma, number> = { aktor: 0.2, kategori: 0.15, kommun: 0.05 }
/** Below this a likeness is chance. */
const MINST = 0.5

/**
 * The known brister most like what is being written, the likest first, at most three. The measure: the part of the
 * shorter text's telling words that the other has too (at least two of them), and a little for each of actor, category
 * and kommun that agree; at least half in all. Two texts without a common word never resemble each other.
 */
export function liknande<T extends Jamforelse>(ny: Jamforelse, kanda: readonly T[], hogst = 3): Likhet<T>[] {
  const egna = nyckelord(ny.text)
  if (egna.size < 2) return []
  return kanda.flatMap((brist): Likhet<T>[] => {
    const andras = [...nyckelord(brist.text).keys()]
    const ord = [...egna].filter(([s]) => andras.some((a) => sammaOrd(s, a))).map(([, forst]) => forst)
    if (ord.length < 2) return []
    const samma = (['aktor', 'kategori', 'kommun'] as const).filter((falt) => ny[falt] !== null && ny[falt] === brist[falt])
    const poang = ord.length / Math.min(egna.size, andras.length) + samma.reduce((s, falt) => s + VIKT[falt], 0)
    return poang < MINST ? [] : [{ brist, ord, samma, poang }]
  }).sort((a, b) => b.poang - a.poang).slice(0, hogst)
}
