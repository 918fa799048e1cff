import type { Database } from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { Fel } from '../model/fel.ts'
import * as schema from '../schema/index.ts'

export type Db = BetterSQLite3Database<typeof schema>

/** Drizzle over an opened handle. Transactions are begun by the caller on the handle itself. */
export function drizzleFor(handtag: Database): Db {
  return drizzle(handtag, { schema })
}

/**
 * A statement that is built and prepared once per handle: for those that every write runs while it holds the lock that
 * all other sessions wait for.
 */
export function forberedd<T>(bygg: (db: Db) => T): (db: Db) => T {
  const klara = new WeakMap<Db, T>()
  return (db) => {
    const fanns = klara.get(db)
    if (fanns !== undefined) return fanns
    const ny = bygg(db)
    klara.set(db, ny)
    return ny
  }
}

/**
 * Answers a write that met another row version than the one it was made from (DESIGN §4.12).
 * @throws Fel `andrad_av_annan` when nothing was changed
 */
export function kravAndrad(svar: { changes: number }): void {
  if (svar.changes === 0) {
    throw new Fel('andrad_av_annan', 'Någon annan har ändrat samma sak sedan sidan öppnades. Det du skrev finns kvar här. Läs in sidan på nytt och gör ändringen igen.')
  }
}

/** @throws Fel `finns_inte` when the row asked for is not there */
export function krav<T>(rad: T | undefined, vad: string): T {
  if (rad === undefined) throw new Fel('finns_inte', `${vad} finns inte längre. Läs in sidan på nytt.`)
  return rad
}
