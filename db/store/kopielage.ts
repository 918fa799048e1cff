import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { KOPIEFEL, type Kopietal } from '../model/sakerhetskopior.ts'
import { installningar } from '../schema/index.ts'
import type { Db } from './db.ts'

/**
 * What the office remembers of its copies: which was made last, whether the last try failed, when a restore was last
 * tried out. One row beside the settings: nobody sets it, it is read with them. That it happened stands in the log.
 */
const zTal = z.object({ arenden: z.int(), uppdrag: z.int(), kontakter: z.int(), loggrader: z.int() })
const zKopielage = z.object({
  /** The last copy that was opened again and found whole: time, file name, bytes. */
  senaste: z.object({ tid: z.string(), fil: z.string(), byte: z.int() }).nullable().default(null),
  /** The last export, likewise verified: time. */
  exporterad: z.string().nullable().default(null),
  /** Why the last try failed, the time of that try, and since when none has succeeded; null once one has. */
  fel: z.object({ kod: z.enum(KOPIEFEL), tid: z.string(), sedan: z.string() }).nullable().default(null),
  /** What each daily copy held when it was verified, by its SHA-256: a name is used again for a copy made anew. */
  tal: z.record(z.string(), zTal.extend({ fil: z.string(), tid: z.string() })).default({}),
  ovad: z.object({ tid: z.string(), fil: z.string() }).nullable().default(null),
})
export type Kopielage = z.infer<typeof zKopielage>

const NYCKEL = 'kopielage'

export function hamtaKopielage(db: Db): Kopielage {
  const rad = db.select({ varde: installningar.varde }).from(installningar).where(eq(installningar.nyckel, NYCKEL)).get()
  return zKopielage.parse(rad === undefined ? {} : JSON.parse(rad.varde))
}

/** Changes some of it. Call it in the transaction of the act it tells of. */
export function sparaKopielage(db: Db, andringar: Partial<Kopielage>): void {
  const rad = { nyckel: NYCKEL, varde: JSON.stringify({ ...hamtaKopielage(db), ...andringar }) }
  db.insert(installningar).values(rad).onConflictDoUpdate({ target: installningar.nyckel, set: { varde: rad.varde } }).run()
}

/** Time of the last copy that was verified, daily or exported; null when there has been none. */
export function senastKontrollerad(lage: Kopielage): string | null {
  const tider = [lage.senaste?.tid, lage.exporterad].filter((tid): tid is string => typeof tid === 'string')
  return tider.sort().at(-1) ?? null
}

/**
 * What a copy that outlives seven days, or leaves the office, is without (DESIGN §4.10): anteckningar, drafts, and who
 * stands in the queue, with all the keys to them. They are promised to vanish; a file in a drawer would keep them.
 */
export const GLESA_SATSER: readonly string[] = ['DELETE FROM anteckningar', 'DELETE FROM utkast', 'DELETE FROM kosigill', 'DELETE FROM kopersoner']

/** One-number queries on a copy, whose answers a drill compares with (`Kopietal`); counted as `kontrollera` counts. */
export const TALFRAGOR = {
  arenden: 'SELECT count(*) FROM arenden', uppdrag: 'SELECT count(*) FROM uppdrag', kontakter: 'SELECT count(*) FROM kontakter', loggrader: 'SELECT count(*) FROM logg',
} as const satisfies Record<keyof Kopietal, string>
