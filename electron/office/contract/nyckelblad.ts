import { z } from 'zod'
import { zBladbyte, zNyckel, type Nyckelbladslage } from '../../../db/model/anvandare.ts'
import { bas, type } from './bas.ts'
import type { Nyckelblad } from './start.ts'

const klart = type<{ klart: true }>()

export const nyckelblad = {
  /** Which sheet the caller holds fast, and what remains of a replacement. */
  lage: bas.output(type<Nyckelbladslage>()),
  /** Makes a new sheet in memory, to be printed; nothing is written until `byt` has been given its groups back. */
  forbered: bas.output(type<Nyckelblad & { fingeravtryck: string }>()),
  byt: bas.input(zBladbyte).output(klart),
  /** The caller has the paper and types its check characters. */
  bekrafta: bas.input(z.object({ fingeravtryck: z.string().trim().min(1, 'Skriv kontrolltecknen från det nya nyckelbladet.').max(60) })).output(klart),
  /** The yearly question: is the sheet where it should be, and is it the right one? */
  prova: bas.input(z.object({ nyckel: zNyckel })).output(klart),
}
