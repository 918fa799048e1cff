import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { arenden, dubbletter, dubblettsigill, uppdrag } from '../schema/index.ts'
import type { Db } from './db.ts'

export type Dubblettsigill = typeof dubblettsigill.$inferSelect

export function listaDubblettsigill(db: Db): Dubblettsigill[] {
  return db.select().from(dubblettsigill).all()
}

/** Puts seals of the key beside, or in place of, those of the same recipients. */
export function laggDubblettsigill(db: Db, sigill: readonly Dubblettsigill[]): void {
  for (const ett of sigill) {
    db.delete(dubblettsigill).where(eq(dubblettsigill.mottagareId, ett.mottagareId)).run()
    db.insert(dubblettsigill).values(ett).run()
  }
}

export function taBortDubblettsigill(db: Db, mottagareId: readonly string[]): void {
  db.delete(dubblettsigill).where(inArray(dubblettsigill.mottagareId, [...mottagareId])).run()
}

const pagaende = (db: Db) => db.select({ id: uppdrag.arendeId }).from(uppdrag).where(and(isNull(uppdrag.slut), isNull(uppdrag.strukenTid)))

/** The marks there are, by case. */
export function avtryckFor(db: Db, arendeId: readonly string[]): Map<string, Buffer> {
  return new Map(db.select().from(dubbletter).where(inArray(dubbletter.arendeId, [...arendeId])).all().map((rad) => [rad.arendeId, rad.avtryck]))
}

/** Sets the mark of a case; null takes it away. */
export function sattAvtryck(db: Db, arendeId: string, avtryck: Buffer | null): void {
  if (avtryck === null) db.delete(dubbletter).where(eq(dubbletter.arendeId, arendeId)).run()
  else db.insert(dubbletter).values({ arendeId, avtryck }).onConflictDoUpdate({ target: dubbletter.arendeId, set: { avtryck } }).run()
}

/** Takes away marks of cases without an open uppdrag: what an import or a restored copy has left behind. */
export function stadaAvtryck(db: Db): number {
  return db.delete(dubbletter).where(notInArray(dubbletter.arendeId, pagaende(db))).run().changes
}

/** Who has the open cases that bear one of these marks. */
export function ombudMedAvtryck(db: Db, avtryck: readonly Buffer[]): string[] {
  return db.select({ ombudId: arenden.ombudId }).from(dubbletter).innerJoin(arenden, eq(arenden.id, dubbletter.arendeId))
    .where(and(inArray(dubbletter.avtryck, [...avtryck]), inArray(dubbletter.arendeId, pagaende(db)))).all().map((rad) => rad.ombudId)
}
