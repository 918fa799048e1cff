import { z } from 'zod'
import { zRad } from '../../../db/model/grund.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { nodoppning as text } from '../../texter/nodoppning.ts'

/** A nödöppning as it is filled in. */
export interface Nodvarden {
  readonly fran: string
  readonly till: string
  readonly omfattning: string
  /** Of the absent ombud's cases, when not all are moved. */
  readonly nummer: string[]
  readonly skal: string
  readonly nyckel: string
}

export const TOM_NODOPPNING: Nodvarden = { fran: '', till: '', omfattning: 'alla', nummer: [], skal: '', nyckel: '' }

/** Reads what was filled in; null in `nummer` stands for all. */
export const zNodvarden = z
  .object({
    fran: z.string().min(1, text.franSaknas),
    till: z.string().min(1, text.tillSaknas),
    omfattning: z.enum(['alla', 'valda']),
    nummer: z.array(z.string()),
    skal: zRad(text.skalSaknas, 500),
    nyckel: z.string().trim().min(1, kontoret.anvandare.nyckelSaknas),
  })
  .refine((v) => v.omfattning === 'alla' || v.nummer.length > 0, { path: ['nummer'], message: text.nummerSaknas })
  .transform(({ omfattning, nummer, ...rest }) => ({ ...rest, nummer: omfattning === 'alla' ? null : nummer }))
