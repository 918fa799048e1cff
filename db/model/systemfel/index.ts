import { z } from 'zod'
import { zDatum, zId, zKod, zKommun, zRad, zText, zVersion } from '../grund.ts'

export { AVGJORDA, BRISTSTATUS, nastaTid, statusDen } from './status.ts'
export { liknande, type Likhet, type Samma } from './likhet.ts'
export { granskaText, hindrar, HINDRAR, type Fynd, type Fyndslag } from './vakt.ts'

/** The three texts of a brist, in the order they are asked for. */
export const BRISTTEXTER = ['vad', 'foljd', 'forslag'] as const
export type Bristtext = (typeof BRISTTEXTER)[number]

const falt = {
  kategori: zKod('Välj vad det handlar om.'),
  niva: zKod('Välj på vilken nivå det behöver lösas.'),
  aktor: zKod('Välj vem som ansvarar.'),
  /** Null = the whole unit. */
  kommun: zKommun.nullable(),
  vad: zRad('Skriv vad som händer.', 2000),
  foljd: zText(2000),
  forslag: zText(2000),
  /** Words of the texts that are not names, as the user has answered. */
  inteNamn: z.array(zRad('Skriv ordet.', 80)).max(100).default([]),
}
export const zBrist = z.object({ ...falt, datum: zDatum('Skriv vilken dag det iakttogs.') })
export const zAndraBrist = z.object({ id: zId, version: zVersion, ...falt })
export const zIakttagelse = z.object({ bristId: zId, datum: zDatum('Skriv vilken dag det iakttogs.'), kommun: zKommun.nullable() })
export const zStrykBrist = z.object({ id: zId, version: zVersion, skal: zRad('Skriv varför den stryks.', 300) })
/** The word back to those who noticed it goes along with a status. */
export const zBriststatus = z.object({ id: zId, datum: zDatum('Skriv från vilken dag det gäller.'), status: zKod('Välj status.'), notering: zText(2000) })
export const zBristId = z.object({ id: zId })
/** What a report covers: brister observed in the span, in any of the kommuner or in the whole unit; none = all. */
export const zBristrapport = z.object({ fran: zDatum(), till: zDatum(), kommun: z.array(zKommun).max(300).default([]) })
  .refine((v) => v.fran <= v.till, { path: ['till'], message: 'Sista dagen kan inte ligga före den första.' })
export type Bristen = z.infer<typeof zBrist>

/** A brist in a list. Nothing of it says who it happened to. */
export interface BristRad {
  id: string
  kategori: string
  niva: string
  aktor: string
  kommun: string | null
  vad: string
  foljd: string
  forslag: string
  inteNamn: string[]
  status: string
  statusDatum: string
  /** Observations that count; the first and the last day, and where. */
  antal: number
  forst: string
  senast: string
  kommuner: (string | null)[]
  registreradAv: string
  registrerad: string
  /** The caller has noticed or observed it. */
  min: boolean
  /** The caller may change and strike it: whoever wrote it, and the chief. */
  farAndra: boolean
  struken: boolean
  version: number
}

export interface IakttagelseRad { id: string; datum: string; kommun: string | null; av: string; min: boolean; struken: boolean; version: number }
export interface BristhandelseRad { id: string; datum: string; tid: string; status: string; notering: string; av: string; mote: { id: string; datum: string } | null; ny: boolean }

export interface Brist extends BristRad {
  /** Latest first, struck ones marked. */
  iakttagelser: IakttagelseRad[]
  /** Latest first; `ny` = the caller has not seen it yet. */
  handelser: BristhandelseRad[]
  strukenSkal: string | null
}

/** What became of a brist that the caller has noticed or observed. */
export interface Aterkoppling { bristId: string; vad: string; aktor: string; status: string; datum: string; notering: string }

/** A brist in a report: its words, and the figures of the span. */
export interface Rapportbrist extends Pick<BristRad, 'id' | 'kategori' | 'niva' | 'aktor' | 'kommun' | 'vad' | 'foljd' | 'forslag'> {
  status: string
  statusDatum: string
  notering: string
  antal: number
  forst: string
  senast: string
  kommuner: (string | null)[]
}
export interface Bristrapport {
  enhet: string
  fran: string
  till: string
  kommun: string[]
  idag: string
  brister: Rapportbrist[]
}
