import { eq } from 'drizzle-orm'
import { anteckningar, forstort, kopersoner, kosigill } from '../schema/index.ts'
import type { Db } from './db.ts'
import { forstorRader, gallraArenden } from './gallring.ts'

export type Forstortpost = typeof forstort.$inferSelect

/** Everything that has been destroyed for good: which row of which table, and when. */
export const listaForstort = (db: Db): Forstortpost[] => db.select().from(forstort).all()

/**
 * How a row of each table is destroyed again in a restored copy. Whoever notes a new kind in `forstort` adds it
 * here: otherwise a restore says that it could not be done. @returns how many rows went
 */
const VERKSTALL: Readonly<Record<string, (db: Db, rad: string, tid: string) => number>> = {
  arenden: (db, rad, tid) => gallraArenden(db, [rad], tid).length,
  logg_orsaker: (db, rad, tid) => forstorRader(db, 'logg_orsaker', [rad], tid),
  ledamoter: (db, rad, tid) => forstorRader(db, 'ledamoter', [rad], tid),
  anteckningar: (db, rad) => db.delete(anteckningar).where(eq(anteckningar.id, rad)).run().changes,
  kopersoner: (db, rad) => {
    db.delete(kosigill).where(eq(kosigill.kopersonId, rad)).run()
    return db.delete(kopersoner).where(eq(kopersoner.id, rad)).run().changes
  },
}

/**
 * Destroys in a restored office what had been destroyed since its copy was made (DESIGN §4.10), and notes it there
 * under the time when it was first done.
 * @returns how many rows were there to destroy, and how many are of a kind that this Lotsen cannot destroy
 */
export function verkstallForstort(db: Db, poster: readonly Forstortpost[]): { gjorda: number; okanda: number } {
  let [gjorda, okanda] = [0, 0]
  for (const post of poster) {
    const verkstall = Object.hasOwn(VERKSTALL, post.tabell) ? VERKSTALL[post.tabell] : undefined
    if (verkstall === undefined) okanda += 1
    else gjorda += verkstall(db, post.rad, post.tid) > 0 ? 1 : 0
    db.insert(forstort).values(post).onConflictDoNothing().run()
  }
  return { gjorda, okanda }
}
