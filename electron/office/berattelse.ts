import { borjanAv } from '../../db/model/verksamhetsberattelse/index.ts'
import { hamtaBerattelse, senasteFore } from '../../db/store/verksamhetsberattelse.ts'
import type { Berattelsesvar } from './contract/verksamhetsberattelse.ts'
import { frusnaFigurer } from './frusnasiffror.ts'
import type { Inloggad } from './inloggad.ts'
import { raknaStatistik } from './statistik.ts'

/** A year's story with its figures, or what it would begin with. */
export async function lasBerattelse(inloggad: Inloggad, val: { ar: number; nu: string; signal?: AbortSignal | undefined }, rapport?: Parameters<typeof raknaStatistik>[2]): Promise<Berattelsesvar> {
  const fast = frusnaFigurer(inloggad.db, val.ar)
  const statistik = await raknaStatistik(inloggad, { ...val, kommun: [], maskera: true, frusna: new Map(fast === null ? [] : [[val.ar, fast.figurer]]) }, rapport)
  const finns = hamtaBerattelse(inloggad.db, val.ar)
  const fore = finns === undefined ? senasteFore(inloggad.db, val.ar) : undefined
  return {
    ar: val.ar, kapitel: [...(finns?.kapitel ?? borjanAv(fore?.kapitel ?? null))], version: finns?.version ?? 0, fran: fore?.ar ?? null,
    sparad: finns === undefined ? null : { tid: finns.tid, av: finns.av },
    statistik, faststalld: fast?.dag ?? null,
  }
}
