import { and, eq, isNull, sql } from 'drizzle-orm'
import { UTFALL } from '../model/kodlistor.ts'
import { anvandare, arenden, kontakter } from '../schema/index.ts'
import type { Db } from './db.ts'

/** An ombud and how many of a check's cases or contacts lie with them; never which. */
export interface Ansvar { ombudId: string; ombud: string; antal: number }

const bland = (varden: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(varden)}))`
const somst = (rader: Ansvar[]) => rader.sort((a, b) => b.antal - a.antal || (a.ombud < b.ombud ? -1 : 1))

/** Who has these cases now. */
export function ansvarigaForArenden(db: Db, nummer: readonly string[]): Ansvar[] {
  if (nummer.length === 0) return []
  return somst(db.select({ ombudId: anvandare.id, ombud: anvandare.namn, antal: sql<number>`count(*)` }).from(arenden)
    .innerJoin(anvandare, eq(anvandare.id, arenden.ombudId)).where(sql`${arenden.nummer} IN ${bland(nummer)}`).groupBy(anvandare.id).all())
}

/** Who registered the contacts of a span that are not yet decided, in these kommuner. */
export function ansvarigaForKontakter(db: Db, fran: string, till: string, kommuner: readonly string[]): Ansvar[] {
  return somst(db.select({ ombudId: anvandare.id, ombud: anvandare.namn, antal: sql<number>`count(*)` }).from(kontakter)
    .innerJoin(anvandare, eq(anvandare.id, kontakter.registreradAv))
    .where(and(isNull(kontakter.strukenTid), eq(kontakter.utfall, UTFALL.annuInteAvgjort), sql`${kontakter.datum} BETWEEN ${fran} AND ${till}`, sql`${kontakter.kommun} IN ${bland(kommuner)}`))
    .groupBy(anvandare.id).all())
}
