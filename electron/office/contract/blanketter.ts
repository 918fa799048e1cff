import { z } from 'zod'
import { SLAG, zBlankettinnehall, type Blankett, type BlankettRad } from '../../../db/model/blankett/typer.ts'
import { zKod, zRad, zVersion } from '../../../db/model/grund.ts'
import { bas, type } from './bas.ts'

const vilken = { id: zKod(), version: zVersion }

/** Forms as data: Lotsen's own to be copied, a county's own to be edited or brought as one JSON file. */
export const blanketter = {
  /** The newest version of each. */
  lista: bas.input(z.object({ slag: z.enum(SLAG) })).output(type<BlankettRad[]>()),
  hamta: bas.input(z.object(vilken)).output(type<Blankett>()),
  /** A copy to be changed, under a name of its own. */
  kopiera: bas.input(z.object({ ...vilken, namn: zRad('Skriv vad blanketten ska heta.', 100) })).output(type<{ id: string; version: number }>()),
  /** Saves as the next version; `version` is the one it was made from (`andrad_av_annan` when it is no longer the newest). */
  spara: bas.input(z.object({ ...vilken, innehall: zBlankettinnehall })).output(type<{ id: string; version: number }>()),
  /** One JSON file. Wrong files are refused (`blankett_fel`) with `detalj: { fel: { plats, mening }[] }`. A known name becomes that form's next version. */
  importera: bas.input(z.object({ fil: z.file() })).output(type<{ id: string; version: number; namn: string }>()),
  exportera: bas.input(z.object(vilken)).output(z.file()),
}
