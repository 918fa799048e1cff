import { z } from 'zod'
import { zDatum, zId, zKod, zRad, zText, zVersion } from './grund.ts'
import { arAv } from './kalender.ts'

/** Utbildning and handledning of the ombud: what 10 § 1 of 2013:522 asks for beside the posts. */

const delbart = (steg: number) => (n: number) => Number.isInteger(n / steg)
const DAGAR = 'Skriv dagarna som hela eller halva, till exempel 1,5.'
const TIMMAR = 'Skriv timmarna i hela, halva eller fjärdedels, till exempel 7,5.'
const zDagar = z.number(DAGAR).min(0.5, DAGAR).max(400, DAGAR).refine(delbart(0.5), DAGAR)
const zTimmar = z.number(TIMMAR).min(0.25, TIMMAR).max(3000, TIMMAR).refine(delbart(0.25), TIMMAR)
const zDeltagare = z.array(z.uuid()).min(1, 'Välj minst en deltagare.').max(1000)

const ordning = (v: { fran: string; till: string }) => v.fran <= v.till
const ordningFel = { path: ['till'], message: 'Sista dagen kan inte ligga före den första.' }
const sammaAr = (v: { fran: string; till: string }) => arAv(v.fran) === arAv(v.till)
const sammaArFel = { path: ['till'], message: 'Handledningen ska ligga inom ett år. Skriv en rad för varje år.' }

const utbildning = {
  slag: zKod('Välj vad det är för utbildning.'),
  titel: zRad('Skriv vad utbildningen heter.', 200),
  fran: zDatum(),
  till: zDatum(),
  dagar: zDagar.nullable(),
  timmar: zTimmar.nullable(),
  deltagare: zDeltagare,
}
export const zUtbildning = z.object(utbildning).refine(ordning, ordningFel)
export const zAndraUtbildning = z.object({ id: zId, version: zVersion, ...utbildning }).refine(ordning, ordningFel)

const handledning = {
  form: zKod('Välj vad det är för handledning.'),
  fran: zDatum(),
  till: zDatum(),
  tillfallen: z.int('Skriv antalet tillfällen med siffror.').min(1, 'Skriv minst 1 tillfälle.').max(400, 'Skriv högst 400 tillfällen.'),
  timmar: zTimmar.nullable(),
  handledare: zText(120).nullable(),
  deltagare: zDeltagare,
}
export const zHandledning = z.object(handledning).refine(ordning, ordningFel).refine(sammaAr, sammaArFel)
export const zAndraHandledning = z.object({ id: zId, version: zVersion, ...handledning }).refine(ordning, ordningFel).refine(sammaAr, sammaArFel)

/** Who took part, as ids of users. */
interface MedDeltagare {
  readonly id: string
  readonly fran: string
  readonly till: string
  readonly deltagare: readonly string[]
}

export interface Utbildning extends MedDeltagare {
  readonly slag: string
  readonly titel: string
  readonly dagar: number | null
  readonly timmar: number | null
}

export interface Handledning extends MedDeltagare {
  readonly form: string
  readonly tillfallen: number
  /** In all, over the occasions. */
  readonly timmar: number | null
  readonly handledare: string | null
}

export type UtbildningRad = Utbildning & { readonly struken: boolean; readonly version: number }
export type HandledningRad = Handledning & { readonly struken: boolean; readonly version: number }
