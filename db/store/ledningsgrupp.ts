import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Datum, Tid } from '../model/kalender.ts'
import type { Gruppens, Platsslag, zGrupp, zLedamot, zMote, zPlats } from '../model/ledningsgrupp.ts'
import { ledamoter, ledningsgrupper, ledningsgruppsmoten, ledningsgruppsplatser, motesbrister } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Gruppost = typeof ledningsgrupper.$inferSelect
export type Platspost = typeof ledningsgruppsplatser.$inferSelect
export type Ledamotspost = typeof ledamoter.$inferSelect
export type Motespost = typeof ledningsgruppsmoten.$inferSelect
export type Motesbristpost = typeof motesbrister.$inferSelect

export interface HelGrupp { grupp: Gruppost; platser: { plats: Platspost; ledamoter: Ledamotspost[] }[]; moten: Motespost[] }

/** Every ledningsgrupp, the latest first, with its seats, members and meetings (latest first). Struck seats and members are left out, meetings called off are marked. */
export function listaGrupper(db: Db): HelGrupp[] {
  const sitter = Map.groupBy(db.select().from(ledamoter).where(isNull(ledamoter.strukenTid)).orderBy(asc(ledamoter.ersattare), desc(ledamoter.fran)).all(), (rad) => rad.platsId)
  const platser = Map.groupBy(db.select().from(ledningsgruppsplatser).where(isNull(ledningsgruppsplatser.strukenTid)).orderBy(asc(ledningsgruppsplatser.fran)).all(), (rad) => rad.gruppId)
  const moten = Map.groupBy(db.select().from(ledningsgruppsmoten).orderBy(desc(ledningsgruppsmoten.datum)).all(), (rad) => rad.gruppId)
  return db.select().from(ledningsgrupper).orderBy(desc(ledningsgrupper.fran)).all().map((grupp) => ({
    grupp, moten: moten.get(grupp.id) ?? [],
    platser: (platser.get(grupp.id) ?? []).map((plats) => ({ plats, ledamoter: sitter.get(plats.id) ?? [] })),
  }))
}

/** The groups as the rule of 5 § reads them (`platslage` in the model). */
export function ledningsgruppsplatserna(db: Db): Gruppens[] {
  return listaGrupper(db).map(({ grupp, platser }) => ({
    fran: grupp.fran, till: grupp.till,
    platser: platser.map(({ plats, ledamoter: sitter }) => ({
      slag: plats.slag as Platsslag, fran: plats.fran, till: plats.till, erbjuden: plats.erbjuden, svar: plats.svar,
      ledamoter: sitter.map(({ fran, till, ersattare }) => ({ fran, till, ersattare })),
    })),
  }))
}

type Sparad<T> = T & { id: string | null; version: number | null }
const utan = <T extends { id: unknown; version: unknown }>({ id: _, version: __, ...falt }: T): Omit<T, 'id' | 'version'> => falt

/** @throws Fel `andrad_av_annan` */
export function sparaGrupp(db: Db, rad: z.infer<typeof zGrupp>): string {
  const id = rad.id ?? crypto.randomUUID()
  if (rad.id === null) db.insert(ledningsgrupper).values({ id, ...utan(rad) }).run()
  else kravAndrad(db.update(ledningsgrupper).set({ ...utan(rad), version: nasta(rad) }).where(and(eq(ledningsgrupper.id, id), eq(ledningsgrupper.version, rad.version ?? 0))).run())
  return id
}

/** @throws Fel `finns_inte`, `andrad_av_annan` */
export function sparaPlats(db: Db, rad: z.infer<typeof zPlats>): string {
  const id = rad.id ?? crypto.randomUUID()
  krav(db.select().from(ledningsgrupper).where(eq(ledningsgrupper.id, rad.gruppId)).get(), 'Ledningsgruppen')
  if (rad.id === null) db.insert(ledningsgruppsplatser).values({ id, ...utan(rad) }).run()
  else kravAndrad(db.update(ledningsgruppsplatser).set({ ...utan(rad), version: nasta(rad) }).where(and(eq(ledningsgruppsplatser.id, id), eq(ledningsgruppsplatser.version, rad.version ?? 0), isNull(ledningsgruppsplatser.strukenTid))).run())
  return id
}

/** @throws Fel `finns_inte`, `andrad_av_annan` */
export function sparaLedamot(db: Db, rad: z.infer<typeof zLedamot>): string {
  const id = rad.id ?? crypto.randomUUID()
  krav(db.select().from(ledningsgruppsplatser).where(eq(ledningsgruppsplatser.id, rad.platsId)).get(), 'Platsen')
  if (rad.id === null) db.insert(ledamoter).values({ id, ...utan(rad) }).run()
  else kravAndrad(db.update(ledamoter).set({ ...utan(rad), version: nasta(rad) }).where(and(eq(ledamoter.id, id), eq(ledamoter.version, rad.version ?? 0), isNull(ledamoter.strukenTid))).run())
  return id
}

/** @throws Fel `finns_inte`, `andrad_av_annan` */
export function sparaMote(db: Db, rad: z.infer<typeof zMote>): string {
  const id = rad.id ?? crypto.randomUUID()
  krav(db.select().from(ledningsgrupper).where(eq(ledningsgrupper.id, rad.gruppId)).get(), 'Ledningsgruppen')
  if (rad.id === null) db.insert(ledningsgruppsmoten).values({ id, ...utan(rad) }).run()
  else kravAndrad(db.update(ledningsgruppsmoten).set({ ...utan(rad), version: nasta(rad) }).where(and(eq(ledningsgruppsmoten.id, id), eq(ledningsgruppsmoten.version, rad.version ?? 0), isNull(ledningsgruppsmoten.strukenTid))).run())
  return id
}
const nasta = (rad: Sparad<object>) => (rad.version ?? 0) + 1

const STRYKBARA = { plats: ledningsgruppsplatser, ledamot: ledamoter, mote: ledningsgruppsmoten } as const
/** @throws Fel `andrad_av_annan` */
export function stryk(db: Db, rad: { vad: keyof typeof STRYKBARA; id: string; version: number; skal: string }, tid: Tid): void {
  const tabell = STRYKBARA[rad.vad]
  kravAndrad(db.update(tabell).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(tabell.id, rad.id), eq(tabell.version, rad.version), isNull(tabell.strukenTid))).run())
}

/** @throws Fel `finns_inte` for a meeting that is not there or was called off */
export function kravMote(db: Db, id: string): Motespost {
  return krav(db.select().from(ledningsgruppsmoten).where(and(eq(ledningsgruppsmoten.id, id), isNull(ledningsgruppsmoten.strukenTid))).get(), 'Mötet')
}

/** The meeting before, in the same group. */
export function forraMotet(db: Db, mote: Pick<Motespost, 'gruppId' | 'datum'>): Motespost | undefined {
  return db.select().from(ledningsgruppsmoten)
    .where(and(eq(ledningsgruppsmoten.gruppId, mote.gruppId), isNull(ledningsgruppsmoten.strukenTid), sql`${ledningsgruppsmoten.datum} < ${mote.datum}`))
    .orderBy(desc(ledningsgruppsmoten.datum)).limit(1).get()
}

/** The last meeting held on or before a day, and the next one after it, of any group. */
export function motenKring(db: Db, dag: Datum): { senaste: Motespost | undefined; nasta: Motespost | undefined } {
  const moten = db.select().from(ledningsgruppsmoten).where(isNull(ledningsgruppsmoten.strukenTid)).orderBy(asc(ledningsgruppsmoten.datum)).all()
  return { senaste: moten.filter((m) => m.datum < dag).at(-1), nasta: moten.find((m) => m.datum >= dag) }
}

export function motenMedBrist(db: Db, bristId: string): (Motesbristpost & { datum: Datum })[] {
  return db.select({ rad: motesbrister, datum: ledningsgruppsmoten.datum }).from(motesbrister).innerJoin(ledningsgruppsmoten, eq(ledningsgruppsmoten.id, motesbrister.moteId))
    .where(eq(motesbrister.bristId, bristId)).all().map(({ rad, datum }) => ({ ...rad, datum }))
}

/** Brister on meetings' agendas; of one meeting when it is named. */
export function motesbristerna(db: Db, moteId?: string): Motesbristpost[] {
  return db.select().from(motesbrister).where(moteId === undefined ? undefined : eq(motesbrister.moteId, moteId)).all()
}

export const hamtaMotesbrist = (db: Db, moteId: string, bristId: string): Motesbristpost | undefined =>
  db.select().from(motesbrister).where(and(eq(motesbrister.moteId, moteId), eq(motesbrister.bristId, bristId))).get()

/** Puts a brist on the agenda; false when it stood there. */
export const taUpp = (db: Db, moteId: string, bristId: string): boolean =>
  db.insert(motesbrister).values({ moteId, bristId }).onConflictDoNothing().run().changes > 0

/** Takes an undecided brist off the agenda; false when it was not there or is decided. */
export const taBort = (db: Db, moteId: string, bristId: string): boolean =>
  db.delete(motesbrister).where(and(eq(motesbrister.moteId, moteId), eq(motesbrister.bristId, bristId), isNull(motesbrister.status))).run().changes > 0

/** @throws Fel `andrad_av_annan` */
export function skrivBeslut(db: Db, rad: { moteId: string; bristId: string; version: number; status: string; beslut: string }): void {
  kravAndrad(db.update(motesbrister).set({ status: rad.status, beslut: rad.beslut, version: rad.version + 1 })
    .where(and(eq(motesbrister.moteId, rad.moteId), eq(motesbrister.bristId, rad.bristId), eq(motesbrister.version, rad.version))).run())
}
