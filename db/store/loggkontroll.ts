import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Fynd, Kontrollsvarskod } from '../model/loggkontroll.ts'
import { loggkontroller, loggkontrollrader } from '../schema/index.ts'
import { kravAndrad, type Db } from './db.ts'

export type Kontrollpost = typeof loggkontroller.$inferSelect
export type Fyndpost = typeof loggkontrollrader.$inferSelect

/** Every check, the newest first. */
export const listaKontroller = (db: Db): Kontrollpost[] => db.select().from(loggkontroller).orderBy(desc(loggkontroller.borjad)).all()

export const hamtaKontroll = (db: Db, id: string): Kontrollpost | undefined => db.select().from(loggkontroller).where(eq(loggkontroller.id, id)).get()

/** The check that is going on, if any. */
export const pagaendeKontroll = (db: Db): Kontrollpost | undefined => db.select().from(loggkontroller).where(isNull(loggkontroller.klar)).get()

/** What a check asks about, in the order it happened. */
export const fyndFor = (db: Db, kontrollId: string): Fyndpost[] =>
  db.select().from(loggkontrollrader).where(eq(loggkontrollrader.kontrollId, kontrollId)).orderBy(asc(loggkontrollrader.nr), asc(loggkontrollrader.id)).all()

/** How many findings each check has, and how many of them are answered. */
export function raknaFynd(db: Db): Map<string, { fynd: number; besvarade: number }> {
  const rader = db.select({ id: loggkontrollrader.kontrollId, fynd: sql<number>`count(*)`, besvarade: sql<number>`count(${loggkontrollrader.svar})` })
    .from(loggkontrollrader).groupBy(loggkontrollrader.kontrollId).all()
  return new Map(rader.map(({ id, ...antal }) => [id, antal]))
}

/** Day of the last signed check's end of period, and when it was signed; null when there is none. */
export function senasteKontroll(db: Db): { till: string; klar: string } | null {
  return db.select({ till: loggkontroller.till, klar: sql<string>`${loggkontroller.klar}` }).from(loggkontroller)
    .where(isNotNull(loggkontroller.klar)).orderBy(desc(loggkontroller.klar)).limit(1).get() ?? null
}

export function skapaKontroll(db: Db, rad: Omit<Kontrollpost, 'klar' | 'ord' | 'undertecknareId' | 'signatur' | 'version'>, fynd: readonly Fynd[]): void {
  db.insert(loggkontroller).values(rad).run()
  for (const ett of fynd) db.insert(loggkontrollrader).values({ id: crypto.randomUUID(), kontrollId: rad.id, ...ett }).run()
}

/** @throws Fel `andrad_av_annan` */
export function svaraFynd(db: Db, rad: { id: string; version: number; svar: Kontrollsvarskod; ord: string }): void {
  kravAndrad(db.update(loggkontrollrader).set({ svar: rad.svar, ord: rad.ord, version: rad.version + 1 })
    .where(and(eq(loggkontrollrader.id, rad.id), eq(loggkontrollrader.version, rad.version))).run())
}

/** @throws Fel `andrad_av_annan` */
export function skrivUnderKontroll(db: Db, rad: { id: string; version: number; klar: string; ord: string; undertecknareId: string; signatur: Buffer }): void {
  kravAndrad(db.update(loggkontroller).set({ klar: rad.klar, ord: rad.ord, undertecknareId: rad.undertecknareId, signatur: rad.signatur, version: rad.version + 1 })
    .where(and(eq(loggkontroller.id, rad.id), eq(loggkontroller.version, rad.version), isNull(loggkontroller.klar))).run())
}
