import { z } from 'zod'
import { zAr, zKommun, zNummer } from '../../../db/model/grund.ts'
import type { Figurer, Oppnadfigur } from '../../../db/model/redovisning/typer.ts'
import { bas, type } from './bas.ts'
import { handlingskontrakt } from './handlingar.ts'

export type { Oppnadfigur }

const val = { ar: zAr, kommun: z.array(zKommun).max(300).default([]) }

export interface Redovisningssvar {
  enhet: { namn: string; vardkommun: string }
  figurer: Figurer
  /** The year before, by the same rules and the same kommuner. */
  fjol: Figurer
  /** Figure ids that can be opened. */
  oppningsbara: string[]
}
export const redovisning = {
  ar: bas.output(type<number[]>()),
  hamta: bas.input(z.object(val)).output(type<Redovisningssvar>()),
  oppna: bas.input(z.object({ ...val, figur: z.string().regex(/^[\w.–+-]{1,120}$/u) })).output(type<Oppnadfigur>()),
  ...handlingskontrakt(),
}

/** What can be printed. Papers of a case are logged with its number. */
export const DOKUMENT = [
  'redovisning',
  'fordelning',
  'ansokan',
  'nyckelblad',
  'overenskommelse',
  'samtycke',
  'avslut',
  'registerutdrag',
  'overlamning',
  'systemfelsrapport',
  'bristrapport',
  'underlag',
  'statistik',
  'verksamhetsberattelse',
  'loggkontroll',
  'gallringsprotokoll',
] as const

/** Prints are logged before they are made; the shell can make the PDF where it is able to. */
export const utskrifter = {
  logga: bas.input(z.object({ dokument: z.enum(DOKUMENT), ar: zAr.optional(), nummer: zNummer.optional() }))
    .output(type<{ tid: string; av: string }>()),
  /** Desktop only: the current page as tagged PDF, to a file the user chooses. */
  sparaPdf: bas.input(z.object({ filnamn: z.string().regex(/^[\w åäöÅÄÖ.-]{1,100}\.pdf$/) })).output(type<{ fil: string | null }>()),
}
