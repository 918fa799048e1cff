import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { installningar } from '../schema/index.ts'
import type { Db } from './db.ts'

/**
 * Which row of the log says what the last walk of its chain found. The finding itself stands in that row, signed: whoever
 * writes here by hand can make the office forget that it has been walked today, and no more.
 */
const zKedjelage = z.object({
  rad: z.int().nullable().default(null),
  /** Since when the chain is known not to be whole; null while it is. */
  sedan: z.string().nullable().default(null),
})
export type Kedjelage = z.infer<typeof zKedjelage>

const NYCKEL = 'kedjelage'

export function hamtaKedjelage(db: Db): Kedjelage {
  const rad = db.select({ varde: installningar.varde }).from(installningar).where(eq(installningar.nyckel, NYCKEL)).get()
  return zKedjelage.parse(rad === undefined ? {} : JSON.parse(rad.varde))
}

/** Call it in the transaction of the row that it names. */
export function sparaKedjelage(db: Db, lage: Kedjelage): void {
  const varde = JSON.stringify(lage)
  db.insert(installningar).values({ nyckel: NYCKEL, varde }).onConflictDoUpdate({ target: installningar.nyckel, set: { varde } }).run()
}
