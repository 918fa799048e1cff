import { z } from 'zod'
import { zFaltid, zFaltvarde, zFigurid } from '../../../db/model/blankett/typer.ts'
import { zAr, zDatum, zId, zKod, zKommun, zRad, zText, zVersion } from '../../../db/model/grund.ts'
import type { Arslista, Handlingssida } from '../../../db/model/handling/typer.ts'
import type { Oppnadfigur } from '../../../db/model/redovisning/typer.ts'
import { bas, type } from './bas.ts'

const klart = type<{ klart: true }>()
const rad = { id: zId, version: zVersion }
const zInlamning = {
  datum: zDatum(), av: zRad('Skriv vem som lämnade in.', 100), diarienummer: zText(100).default(''), kvittens: zText(4000).default(''),
}
export const EXPORTFORMAT = ['xlsx', 'csv', 'json'] as const
export type Exportformat = (typeof EXPORTFORMAT)[number]

/**
 * The procedures of årets handling, the same for `redovisning` and `ansokan` (DOMAIN §3): an enhetschef edits and
 * fixes, an ombud reads and prints.
 */
export const handlingskontrakt = () => ({
  /** A year's handlingar, what they leave out, and the deadlines. */
  handlingar: bas.input(z.object({ ar: zAr })).output(type<Arslista>()),
  /** One handling with its fields, checks and what has changed since it was fixed. Counts the year. */
  handling: bas.input(z.object({ id: zId })).output(type<Handlingssida>()),
  /** Begins one. Texts come from last year's of the same sökande. Without `blankett`: the one used last year, else Lotsen's own. */
  nyHandling: bas.input(z.object({
    ar: zAr, sokande: zKommun, kommuner: z.array(zKommun).min(1, 'Välj minst en kommun.').max(300),
    blankett: z.object({ id: zKod(), version: zVersion }).optional(),
  })).output(type<{ id: string }>()),
  /** What is left out stays as it is. */
  andraHandling: bas.input(z.object({
    ...rad, sokande: zKommun.optional(), kommuner: z.array(zKommun).min(1, 'Välj minst en kommun.').max(300).optional(),
    blankett: z.object({ id: zKod(), version: zVersion }).optional(), maskera: z.boolean().optional(), konOchAlder: z.boolean().optional(),
  })).output(type<{ version: number }>()),
  /** Only a draft, and only while no other version hangs on it. */
  taBortHandling: bas.input(z.object(rad)).output(klart),

  /**
   * Saves one field; `version` is the field's (0 = never saved). A stale write is answered `andrad_av_annan` with
   * `detalj: { varde, version, av, tid }`: what the other one wrote. Answers the field's new version.
   */
  sparaFalt: bas.input(z.object({ id: zId, falt: zFaltid, varde: zFaltvarde, version: z.int().min(0) })).output(type<{ version: number }>()),
  /** Corrects a figure by hand; a new correction takes the place of the one before, which is kept. */
  ratta: bas.input(z.object({
    id: zId, figur: zFigurid, rattat: z.number('Skriv siffran som ska stå.').min(0, 'Skriv en siffra som är 0 eller större.').max(1e12, 'Siffran är för stor.'),
    skal: zRad('Skriv varför siffran rättas.', 500),
  })).output(type<{ id: string }>()),
  angraRattelse: bas.input(z.object({ id: zId, figur: zFigurid })).output(klart),
  /** Ticks a field as copied into länsstyrelsens form; also after it has been fixed. */
  bocka: bas.input(z.object({ id: zId, falt: zFaltid, klar: z.boolean() })).output(klart),
  /** The ärendenummer behind a figure of the handling (frozen ones once it is fixed). */
  oppnaSiffra: bas.input(z.object({ id: zId, figur: zFigurid })).output(type<Oppnadfigur>()),
  /** Reminds the ombud who have the cases of a check; without `ombudId` all of them. Answers how many were reminded. */
  paminn: bas.input(z.object({ id: zId, kod: zKod(), ombudId: zId.optional() })).output(type<{ antal: number }>()),

  /** Freezes all. Refused (`kontroller_kvar`) while something must be mended, unless `trots`. */
  faststall: bas.input(z.object({ ...rad, trots: z.boolean().default(false) })).output(type<{ hash: string }>()),
  /** A correction after it was fixed: the next version, a draft with the same texts and corrections. */
  nyVersion: bas.input(z.object({ id: zId, skal: zRad('Skriv varför handlingen görs om.', 500) })).output(type<{ id: string }>()),
  /** Only a fixed one. This alone stops the countdown. */
  lamnaIn: bas.input(z.object({ ...rad, ...zInlamning })).output(klart),
  rattaInlamning: bas.input(z.object({ ...rad, ...zInlamning, skal: zRad('Skriv varför uppgiften rättas.', 500) })).output(klart),

  /** Masked as chosen, without ärendenummer; logged. */
  exportera: bas.input(z.object({ id: zId, format: z.enum(EXPORTFORMAT) })).output(z.file()),
})
