import { z } from 'zod'
import { bas, iSteg, type } from './bas.ts'

export interface Importfel { rad: number; kolumn: string; fel: string }
export interface Importsvar { rader: number; klienter: number; uppdrag: number; kontakter: number; fel: Importfel[] }

export interface LastFil {
  /** Handle of the table held in the office's memory until it is imported, replaced, or the office locks. */
  id: string
  filnamn: string
  rader: number
  kolumner: { namn: string; exempel: string[] }[]
  /** The office's own column → ours (null = leave out), as suggested by their names. */
  parning: Record<string, string | null>
  /** How the dates of a column were read. `tvetydig` = day and month could be swapped; the user must look. */
  datum: { kolumn: string; format: string; exempel: { text: string; tolkat: string }[]; tvetydig: boolean }[]
  /** Columns in which personnummer were found. */
  personnummer: string[]
}

const val = z.object({
  id: z.uuid(),
  parning: z.record(z.string().max(200), z.string().max(40).nullable()),
  /** Columns whose personnummer are cut down to the birth year before anything is checked or stored. */
  behallFodelsear: z.array(z.string().max(200)).max(100).default([]),
})
export type Importval = z.infer<typeof val>

export const importera = {
  mall: bas.output(z.file()),
  las: bas.input(z.object({ fil: z.file() })).output(type<LastFil>()),
  prova: bas.input(val).output(type<Importsvar>()),
  kor: bas.input(val).output(iSteg<Importsvar>()),
}
