import { z } from 'zod'
import { zRad } from '../grund.ts'
import { TABELLER, type TabellId } from '../statistik/index.ts'

/** The longest text of a chapter: about six pages. */
export const MAX_TEXT = 20_000
const MAX_KAPITEL = 40

/** A chapter: words, and the tables with their pictures that follow them. Never about a person. */
export const zKapitel = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  rubrik: zRad('Skriv vad kapitlet ska heta.', 120),
  /** As it is typed: spaces at the ends are kept while somebody is writing. */
  text: z.string().max(MAX_TEXT, `Korta ner texten till högst ${MAX_TEXT} tecken.`).transform((s) => s.normalize('NFC')),
  tabeller: z.array(z.enum(TABELLER)).max(TABELLER.length),
})
export type Kapitel = z.output<typeof zKapitel>

export const zAllaKapitel = z.array(zKapitel).max(MAX_KAPITEL, `En verksamhetsberättelse kan ha högst ${MAX_KAPITEL} kapitel.`)
  .refine((kapitel) => new Set(kapitel.map((k) => k.id)).size === kapitel.length, 'Två kapitel är samma.')

const kapitel = (id: string, rubrik: string, tabeller: TabellId[] = []): Kapitel => ({ id, rubrik, text: '', tabeller })

/** The chapters proposed to a unit that has written none. All can be renamed, moved, left out, and others added. */
export const FORESLAGNA: readonly Kapitel[] = [
  kapitel('aret', 'Året i korthet', ['klienter']),
  kapitel('uppdraget', 'Uppdraget och målgruppen', ['alder']),
  kapitel('organisation', 'Organisation, ledning och samverkan'),
  kapitel('bemanning', 'Tjänster, utbildning och handledning', ['tjanster']),
  kapitel('kontakter', 'Kontakter och kö', ['kontakter', 'tider']),
  kapitel('klienter', 'Vad klienterna har sökt stöd för', ['orsaker', 'livsomraden']),
  kapitel('avslut', 'Hur uppdragen har avslutats', ['uppdrag', 'avslutsorsaker']),
  kapitel('brister', 'Systemfel och brister', ['brister']),
  kapitel('framat', 'Nästa år'),
]

/**
 * What a year begins with: the chapters of the latest year that has been written, words and all, else the proposed.
 * Last year's words are a start; what they say of figures must be read through.
 */
export function borjanAv(tidigare: readonly Kapitel[] | null): readonly Kapitel[] {
  return tidigare ?? FORESLAGNA
}

/** The paragraphs of a text: parted by line breaks, empty ones left out. */
export const stycken = (text: string): string[] => text.split(/\n+/u).map((stycke) => stycke.trim()).filter((stycke) => stycke !== '')
