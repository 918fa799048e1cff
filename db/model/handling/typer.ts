import type { Blankett, Falt, Faltvarde, Punktid, Slag } from '../blankett/typer.ts'
import type { FigurId, Figurer } from '../redovisning/typer.ts'
import type { Frist } from './frister.ts'
import type { Status } from './status.ts'
import type { Utgava } from './utgava.ts'

/**
 * Årets handling: the redovisning or ansökan of one sökande kommun for a set of kommuner (DOMAIN §3). A correction
 * after it has been fixed is a new version in the same chain (`kedja`); all are kept.
 */

export interface Faststallelse { tid: string; av: string; /** SHA-256 of what was frozen, hex; it stands in the log row too. */ hash: string }
export interface Inlamning {
  datum: string
  av: string
  diarienummer: string
  kvittens: string
  /** When it was written in, by whom; `skal` says why when it corrects an earlier one. */
  tid: string
  noteradAv: string
  skal: string | null
}

export interface HandlingRad {
  id: string
  slag: Slag
  ar: number
  sokande: string
  kommuner: string[]
  blankett: { id: string; version: number; namn: string }
  status: Status
  kedja: string
  nr: number
  /** Why this version was made; null for the first. */
  skal: string | null
  /** Hide 1–4 and what would give them away in all that goes out (DOMAIN §3). */
  maskera: boolean
  /** Whether kön × ålder goes out; off from the start where only one kommun is counted. */
  konOchAlder: boolean
  skapad: string
  faststalld: Faststallelse | null
  /** The newest; earlier ones stand in `inlamningar`. */
  inlamnad: Inlamning | null
  version: number
}

export interface Rattelse { id: string; figur: FigurId; /** What Lotsen counted when it was corrected. */ raknat: number | null; rattat: number; skal: string; tid: string; av: string }

/** A number that Lotsen counts, as it stands in the handling. */
export interface Siffra {
  figur: FigurId
  etikett: string
  /** Null = cannot be said (no median of nothing, no bidrag written in). */
  raknat: number | null
  rattelse: Rattelse | null
  /** What the form says: the corrected number, else the counted. */
  varde: number | null
  fjol: number | null
  enhet: string
  decimaler: 0 | 1 | 2
  /** Whether the ärendenummer behind it can be opened. */
  oppningsbar: boolean
  /** How it is counted, in one sentence with the rule. */
  forklaring: string
}
export interface Tabell {
  kolumner: { rubrik: string; enhet: string }[]
  /** A cell is a number with its figure, or a text. */
  rader: { kod: string; etikett: string; celler: (Siffra | string)[] }[]
  /** Null where rows cannot be summed (a person can stand in several). */
  summa: (Siffra | string)[] | null
}

/** A field of the form with all that is known of it, in the form's order. */
export interface Faltlage {
  punkt: Punktid
  falt: Falt
  /** What has been filled in (kinds tal, text, ja_nej, egen_tabell); null = empty. */
  varde: Faltvarde
  /** Send it with `sparaFalt`; 0 = never saved. */
  version: number
  /** A text or answer taken over from last year's that nobody has saved since. */
  forifyllt: boolean
  /** The same field last year, to set beside; null = none. */
  fjol: Faltvarde
  siffra: Siffra | null
  tabell: Tabell | null
  /** Ticked as copied into länsstyrelsens own form. */
  bockad: { tid: string; av: string } | null
  /** Required and empty. */
  saknas: boolean
}

export const KONTROLLPOSTER = [
  'falt_tomt', 'fodelsear_saknas', 'fodelsear_under_18', 'orsak_saknas', 'kontakt_ej_avgjord', 'ombud_over_100_procent', 'franvaro_utanfor_anstallning',
  'introduktion_saknas', 'kommun_utanfor_enheten',
  'kommun_utan_handling', 'arsanstallningar_mot_beviljat', 'ekonomi_saknas', 'ledningsgrupp_saknar_plats', 'summor_stammer_inte',
  'alder_utanfor_grupper', 'uppdrag_over_planerat_slut', 'uppdrag_under_8_dagar', 'flera_kommuner', 'text_fran_fjol', 'rattat_for_hand',
] as const
export type Kontrollpostkod = (typeof KONTROLLPOSTER)[number]
/** Must be mended; should be looked at; nothing found. */
export type Allvar = 'rattas' | 'titta' | 'klart'
/** Where it is mended. */
export type Plats = 'falt' | 'arendet' | 'kontakten' | 'bemanning' | 'utbildning' | 'kommuner' | 'handlingar' | 'bidrag' | 'ledningsgrupp' | 'siffran'

export interface Kontrollpost {
  kod: Kontrollpostkod
  allvar: Allvar
  antal: number
  /** One or two plain sentences: what was found and what to do. */
  text: string
  plats: Plats
  /** plats `falt`: the fields; plats `siffran`: the figures. */
  falt: string[]
  /** Only for those that need a case (plats `arendet`, `kontakten`): how many with whom, never which. */
  hos: { ombudId: string; ombud: string; antal: number; paminnd: string | null }[]
}

/** What a figure was when the handling was fixed and what the register says today. */
export interface Andring { figur: FigurId; etikett: string; da: number | null; nu: number | null }

export interface Handlingssida {
  handling: HandlingRad
  blankett: Blankett
  falt: Faltlage[]
  kontroller: Kontrollpost[]
  /** Null until it is fixed; then what has changed in the register since, per figure (empty = nothing). */
  andratSedan: Andring[] | null
  /** The figures as counted (frozen once fixed), and last year's for the same kommuner. */
  figurer: Figurer
  fjol: Figurer
  rattelser: Rattelse[]
  versioner: { id: string; nr: number; status: Status; skapad: string }[]
  inlamningar: Inlamning[]
  frist: Frist
  /** Masked as chosen, in the form's order with the exact text to copy: paper, exports and the fill-in mode. */
  utgava: Utgava
}

/** The page of a year: its handlingar (the newest version of each), and what they leave out. */
export interface Arslista {
  ar: number
  handlingar: HandlingRad[]
  /** Kommuner of the unit that year that stand in none. */
  utanHandling: string[]
  /** What a new one would be made of: the värdkommun with all that stand in none. Null when none is left. */
  forslag: { sokande: string; kommuner: string[]; blankett: { id: string; version: number; namn: string } } | null
  frister: Frist[]
}

export type { Status }
