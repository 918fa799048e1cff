import { z } from 'zod'
import { zKontorsfil } from '../../../db/model/enhet.ts'
import { zLosenord, zNyckel, type NyIdentitetSvar } from '../../../db/model/anvandare.ts'
import { bas, iSteg, type } from './bas.ts'

export interface Lage {
  /** nytt: no office in the data folder yet · last: an office, nobody logged in · inloggad. */
  lage: 'nytt' | 'last' | 'inloggad'
  skal: { slag: 'skrivbord' | 'webblasare' | 'cli'; valjMapp: boolean; sparaPdf: boolean }
  datamapp: string
  /** Lotsen stopped by itself a moment ago and has started over. */
  avbrott: boolean
  version: string
}

export interface Nyckelblad {
  /** The whole key, for the QR code. */
  nyckel: string
  /** The same in numbered groups, for print. */
  grupper: string[]
  /** Which two groups (numbers from 1) the user is asked to type back. */
  fraga: [number, number]
}

export interface Kopiehuvud { id: string; skapad: string; byte: number; lotsen: string }
export interface Kopieinnehall { enhet: string; arenden: number; uppdrag: number; kontakter: number; anvandare: number; senastLoggad: string; efter: Efterkopian }
/**
 * What the office that is here now has done since the copy was made, by its log (times in ISO): `inget` when there is no
 * office here, `annat` when it is another one, `avviker` when its log is not a continuation of the copy's.
 */
export type Efterkopian = { slag: 'inget' | 'annat' | 'oppnas_inte' | 'avviker' } | { slag: 'efter'; rader: number; forst: string | null; sist: string | null }

/** Before anybody is logged in: create an office, try with an example, restore a backup. */
export const start = {
  lage: bas.output(type<Lage>()),
  /** Makes a recovery key in memory; nothing is written until `skapa` has been given its groups back. */
  forbered: bas.output(type<Nyckelblad>()),
  skapa: bas.input(z.object({ kontor: zKontorsfil, grupper: z.tuple([z.string().max(20), z.string().max(20)]) })).output(type<{ klart: true }>()),
  /** Judges a password before the rest of the form is sent; answers null or the sentence to show. */
  provaLosenord: bas.input(z.object({ losenord: z.string().max(200), namn: z.array(z.string().max(200)).max(10) })).output(type<string | null>()),
  exempel: bas.input(z.object({ storlek: z.enum(['liten', 'skaraborg']) }))
    .output(iSteg<{ anvandare: { anvandarnamn: string; namn: string; roller: string[]; losenord: string }[] }>()),
  /** The nyckelblad alone gives a user a new password, so that an office always has a way in. */
  nyttLosenord: bas.input(z.object({ anvandarnamn: z.string().trim().min(1, 'Skriv användarnamnet.').max(100), losenord: zLosenord, nyckel: zNyckel })).output(type<NyIdentitetSvar>()),
  lasKopia: bas.input(z.object({ fil: z.file() })).output(type<Kopiehuvud>()),
  oppnaKopia: bas.input(z.object({ id: z.uuid(), anvandarnamn: z.string().max(100).optional(), losenord: zLosenord.optional(), nyckel: z.string().max(400).optional() }))
    .output(type<Kopieinnehall>()),
  aterstall: bas.input(z.object({ id: z.uuid() })).output(iSteg<{ undanlagd: string | null; attGora: string[] }>()),
}
