import { eq, sql } from 'drizzle-orm'
import { sigill } from '../schema/index.ts'
import type { Db } from './db.ts'

/** A random sample of the case keys that are sealed to somebody, to be tried. */
export function slumpadeSigill(db: Db, mottagareId: string, hogst: number): { arendeId: string; generation: number; age: Buffer }[] {
  return db.select({ arendeId: sigill.arendeId, generation: sigill.generation, age: sigill.age }).from(sigill)
    .where(eq(sigill.mottagareId, mottagareId)).orderBy(sql`random()`).limit(hogst).all()
}
