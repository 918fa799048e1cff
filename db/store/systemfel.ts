import { and, asc, isNull, sql } from 'drizzle-orm'
import type { Datum } from '../model/kalender.ts'
import type { Bristrad } from '../model/redovisning/brister.ts'
import { brister, bristhandelser, iakttagelser } from '../schema/index.ts'
import type { Db } from './db.ts'

/** Many ids as one parameter: however many there are, the statement is the same. */
const bland = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Brister observed from a to b, with those observations and their whole history: what the year's figures are counted
 * from. By the index of the observations' days, so that earlier years cost nothing. Struck rows are left out.
 * @param a first and @param b last day
 */
export function bristerUnder(db: Db, a: Datum, b: Datum): Bristrad[] {
  const sedda = Map.groupBy(
    db.select({ bristId: iakttagelser.bristId, datum: iakttagelser.datum, kommun: iakttagelser.kommun }).from(iakttagelser)
      .where(and(sql`${iakttagelser.datum} BETWEEN ${a} AND ${b}`, isNull(iakttagelser.strukenTid))).all(),
    (rad) => rad.bristId)
  const ids = bland([...sedda.keys()])
  const historik = Map.groupBy(
    db.select({ bristId: bristhandelser.bristId, datum: bristhandelser.datum, tid: bristhandelser.tid, status: bristhandelser.status }).from(bristhandelser)
      .where(sql`${bristhandelser.bristId} IN ${ids}`).orderBy(asc(bristhandelser.datum), asc(bristhandelser.tid)).all(),
    (rad) => rad.bristId)
  return db.select({ id: brister.id, kategori: brister.kategori, niva: brister.niva, aktor: brister.aktor }).from(brister)
    .where(and(sql`${brister.id} IN ${ids}`, isNull(brister.strukenTid))).all()
    .map((rad) => ({ ...rad, iakttagelser: sedda.get(rad.id) ?? [], handelser: historik.get(rad.id) ?? [] }))
}
