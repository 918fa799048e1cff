import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Innehavsrad, Uppdragstid } from '../model/statistik/index.ts'
import { anvandare, innehav, uppdrag } from '../schema/index.ts'
import type { Db } from './db.ts'

/**
 * Who had which case in a span, and when its uppdrag were open: what the load per ombud is counted from. Stand-ins
 * and medombud are left out: the case is its ombud's.
 * @param a first and @param b last day
 */
export function belastningsrader(db: Db, a: string, b: string): { innehav: Innehavsrad[]; uppdrag: Uppdragstid[] } {
  return {
    innehav: db.select({ arende: innehav.arendeId, person: innehav.anvandareId, fran: innehav.fran, till: innehav.till }).from(innehav)
      .where(and(eq(innehav.slag, 'ombud'), sql`${innehav.fran} <= ${b}`, or(isNull(innehav.till), sql`${innehav.till} >= ${a}`))).all(),
    // As in redovisningsrader: the end is what bounds a year.
    uppdrag: db.select({ arende: uppdrag.arendeId, start: uppdrag.start, slut: uppdrag.slut }).from(uppdrag)
      .where(and(isNull(uppdrag.strukenTid), sql`+${uppdrag.start} <= ${b}`, or(isNull(uppdrag.slut), sql`${uppdrag.slut} >= ${a}`))).all(),
  }
}

/** Names of users by id. */
export function namnPaAnvandare(db: Db): Map<string, string> {
  return new Map(db.select({ id: anvandare.id, namn: anvandare.namn }).from(anvandare).orderBy(asc(anvandare.namn)).all().map((rad) => [rad.id, rad.namn]))
}
