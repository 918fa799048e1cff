import { z } from 'zod'
import { zAr, zKommun } from '../../../db/model/grund.ts'
import { type Statistik, TABELLER } from '../../../db/model/statistik/index.ts'
import { bas, iSteg } from './bas.ts'

/** The last of the years side by side, and the kommuner to count for (none = the whole unit). */
const val = {
  ar: zAr,
  kommun: z.array(zKommun).max(300).default([]),
  /** Hides small numbers also from those who may see them, as for what is to be made public. */
  maskera: z.boolean().default(false),
}

export interface Statistiksvar extends Statistik {
  /** What the tables are about, for files and heads. */
  enhet: { namn: string; vardkommun: string }
  /** The year that has not ended yet, if it is among them. */
  pagaende: number | null
}

/** Load per ombud and year: inside the unit only. */
export interface Ombudsbelastning {
  ar: number[]
  ombud: { namn: string; klienter: number[] }[]
}

export const FILFORMAT = ['csv', 'xlsx'] as const

export const statistik = {
  /** Five years side by side, small numbers hidden from those who may not open the cases. */
  hamta: bas.input(z.object(val)).output(iSteg<Statistiksvar>()),
  perOmbud: bas.input(z.object({ ar: zAr })).output(iSteg<Ombudsbelastning>()),
  /** One table, or all (null), as it is shown to the caller. */
  exportera: bas.input(z.object({ ...val, tabell: z.enum(TABELLER).nullable(), format: z.enum(FILFORMAT) })).output(z.file()),
}
