import { z } from 'zod'
import { KOLUMNER } from '../../../db/model/importera/kolumner.ts'
import type { Oversikt } from '../../../db/model/importera/oversikt.ts'
import type { Importfel, Upplysning } from '../../../db/model/importera/typer.ts'
import { bas, iSteg, type } from './bas.ts'

export interface Importsvar { rader: number; klienter: number; uppdrag: number; kontakter: number; fel: Importfel[]; upplysningar: Upplysning[] }

/** A file that the office holds in memory until it is imported, replaced, or the office locks. */
export interface LastFil { id: string; filnamn: string; oversikt: Oversikt }

const kolumnnamn = z.string().max(200)
const val = z.object({
  id: z.uuid(),
  /** The office's own column → ours (null = leave out). Missing: as the names suggest. */
  parning: z.record(kolumnnamn, z.enum(KOLUMNER).nullable()).optional(),
  /** Columns whose personnummer are cut down to the birth year before anything is checked or stored. */
  behallFodelsear: z.array(kolumnnamn).max(200).default([]),
  /** Columns whose dates could be read two ways: which number is the day. */
  datumordning: z.record(kolumnnamn, z.enum(['dagForst', 'manadForst'])).default({}),
  /** The file as INTERFACES REGISTER says, to the letter: nothing is paired, read leniently or cut down (scripts). */
  strikt: z.boolean().default(false),
})
export type Importvalet = z.infer<typeof val>

export const importera = {
  mall: bas.output(z.file()),
  las: bas.input(z.object({ fil: z.file() })).output(type<LastFil>()),
  /** The same file seen with other choices: how its dates are read, which columns hold personnummer. */
  oversikt: bas.input(val).output(type<Oversikt>()),
  prova: bas.input(val).output(iSteg<Importsvar>()),
  kor: bas.input(val).output(iSteg<Importsvar>()),
}
