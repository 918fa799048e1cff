import { z } from 'zod'
import { zAr } from '../../../db/model/grund.ts'
import { type Kapitel, zAllaKapitel } from '../../../db/model/verksamhetsberattelse/index.ts'
import { bas, iSteg, type } from './bas.ts'
import type { Statistiksvar } from './statistik.ts'

export interface Berattelsesvar {
  ar: number
  kapitel: Kapitel[]
  /** 0 = nobody has begun it: the chapters are proposed, or those of `fran`. */
  version: number
  /** The year whose chapters it starts from. */
  fran: number | null
  sparad: { tid: string; av: string } | null
  /** Five years' figures as they become public: small numbers hidden whoever reads. */
  statistik: Statistiksvar
  /** The day the year's redovisning was fixed, whose figures are used; null = counted now, and may change. */
  faststalld: string | null
}

/** The unit's own story of the year: edited by the chief, read and printed by all who work. */
export const verksamhetsberattelse = {
  hamta: bas.input(z.object({ ar: zAr })).output(iSteg<Berattelsesvar>()),
  spara: bas.input(z.object({ ar: zAr, version: z.int().min(0), kapitel: zAllaKapitel })).output(type<{ version: number; tid: string }>()),
  /** As a Word document, of what is saved. */
  word: bas.input(z.object({ ar: zAr })).output(z.file()),
}
