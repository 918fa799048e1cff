import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { arenden, dubbletter, dubblettsigill, uppdrag } from '../schema/index.ts'
import type { Db } from './db.ts'

export type Dubblettsigill = typeof dubblettsigill.$inferSelect

/** @param mottagareId those of one recipient alone */
export function listaDubblettsigill(db: Db, mottagareId?: string): Dubblettsigill[] {
  return db.select().from(dubblettsigill).where(mottagareId === undefined ? undefined : eq(dubblettsigill.mottagareId, mottagareId)).all()
}

type Plats = Pick<Dubblettsigill, 'mottagareId' | 'generation'>
const detta = ({ mottagareId, generation }: Plats) => and(eq(dubblettsigill.mottagareId, mottagareId), eq(dubblettsigill.generation, generation))

/** Puts seals of a key beside, or in place of, those of the same recipients and generation. */
export function laggDubblettsigill(db: Db, sigill: readonly Dubblettsigill[]): void {
  for (const ett of sigill) {
    db.delete(dubblettsigill).where(detta(ett)).run()
    db.insert(dubblettsigill).values(ett).run()
  }
}

export function taBortDubblettsigill(db: Db, sigill: readonly Plats[]): void {
  for (const ett of sigill) db.delete(dubblettsigill).where(detta(ett)).run()
}

/** Generations of the key that some mark is still made with. */
export const generationerMedAvtryck = (db: Db): Set<number> => new Set(db.selectDistinct({ generation: dubbletter.generation }).from(dubbletter).all().map((rad) => rad.generation))

const pagaende = (db: Db) => db.select({ id: uppdrag.arendeId }).from(uppdrag).where(and(isNull(uppdrag.slut), isNull(uppdrag.strukenTid)))

/** The marks there are, by case. */
export function avtryckFor(db: Db, arendeId: readonly string[]): Map<string, Buffer> {
  return new Map(db.select().from(dubbletter).where(inArray(dubbletter.arendeId, [...arendeId])).all().map((rad) => [rad.arendeId, rad.avtryck]))
}

/** Sets the mark of a case, with the generation of the key that made it; null takes it away. */
export function sattAvtryck(db: Db, arendeId: string, avtryck: Buffer | null, generation = 1): void {
  if (avtryck === null) db.delete(dubbletter).where(eq(dubbletter.arendeId, arendeId)).run()
  else db.insert(dubbletter).values({ arendeId, avtryck, generation }).onConflictDoUpdate({ target: dubbletter.arendeId, set: { avtryck, generation } }).run()
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
