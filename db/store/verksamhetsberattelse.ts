import { and, desc, eq, lt } from 'drizzle-orm'
import { type Kapitel, zAllaKapitel } from '../model/verksamhetsberattelse/index.ts'
import { anvandare, verksamhetsberattelser } from '../schema/index.ts'
import { kravAndrad, type Db } from './db.ts'

export interface Berattelsepost {
  ar: number
  kapitel: Kapitel[]
  tid: string
  av: string
  version: number
}

/** A year's story, or undefined when nobody has begun it. */
export function hamtaBerattelse(db: Db, ar: number): Berattelsepost | undefined {
  const rad = db.select({ b: verksamhetsberattelser, av: anvandare.namn }).from(verksamhetsberattelser)
    .innerJoin(anvandare, eq(anvandare.id, verksamhetsberattelser.avId)).where(eq(verksamhetsberattelser.ar, ar)).get()
  if (rad === undefined) return undefined
  const { kapitel, tid, version } = rad.b
  return { ar, kapitel: zAllaKapitel.parse(kapitel), tid, av: rad.av, version }
}

/** The latest story of an earlier year: what the next one starts from. */
export function senasteFore(db: Db, ar: number): { ar: number; kapitel: Kapitel[] } | undefined {
  const rad = db.select().from(verksamhetsberattelser).where(lt(verksamhetsberattelser.ar, ar)).orderBy(desc(verksamhetsberattelser.ar)).limit(1).get()
  return rad === undefined ? undefined : { ar: rad.ar, kapitel: zAllaKapitel.parse(rad.kapitel) }
}

/**
 * Writes a year's story. @param rad.version the one it was made from; 0 = nobody had begun it
 * @returns the new version
 * @throws Fel `andrad_av_annan`
 */
export function sparaBerattelse(db: Db, { version, ...rad }: { ar: number; kapitel: Kapitel[]; version: number; tid: string; avId: string }): number {
  kravAndrad(version === 0
    ? db.insert(verksamhetsberattelser).values({ ...rad, version: 1 }).onConflictDoNothing().run()
    : db.update(verksamhetsberattelser).set({ ...rad, version: version + 1 })
      .where(and(eq(verksamhetsberattelser.ar, rad.ar), eq(verksamhetsberattelser.version, version))).run())
  return version + 1
}
