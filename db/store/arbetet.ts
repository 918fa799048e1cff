import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { ataganden, orosguider, samtycken, uppdrag, uppfoljningar } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Uppfoljningspost = typeof uppfoljningar.$inferSelect
export type Atagandepost = typeof ataganden.$inferSelect
export type Samtyckespost = typeof samtycken.$inferSelect

// --- uppföljningar ---------------------------------------------------------------------------------

/** Follow-ups of several uppdrag, by planned day; struck ones are included and marked. */
export function listaUppfoljningar(db: Db, uppdragId: readonly string[]): Uppfoljningspost[] {
  return db.select().from(uppfoljningar).where(inArray(uppfoljningar.uppdragId, [...uppdragId])).orderBy(asc(uppfoljningar.planerad)).all()
}

/** A follow-up that belongs to the case. @throws Fel `finns_inte` */
export function hamtaUppfoljning(db: Db, arendeId: string, id: string): Uppfoljningspost {
  return krav(db.select({ rad: uppfoljningar }).from(uppfoljningar).innerJoin(uppdrag, eq(uppdrag.id, uppfoljningar.uppdragId))
    .where(and(eq(uppfoljningar.id, id), eq(uppdrag.arendeId, arendeId))).get()?.rad, 'Uppföljningen')
}

export function nyUppfoljning(db: Db, rad: { uppdragId: string; planerad: string }): string {
  const id = crypto.randomUUID()
  db.insert(uppfoljningar).values({ id, ...rad }).run()
  return id
}

/** @throws Fel `andrad_av_annan` */
export function andraUppfoljning(db: Db, rad: Pick<Uppfoljningspost, 'id' | 'version'> & Partial<Pick<Uppfoljningspost, 'planerad' | 'gjord' | 'resultat' | 'forseglat' | 'strukenTid'>>): void {
  const { id, version, ...falt } = rad
  kravAndrad(db.update(uppfoljningar).set({ ...falt, version: version + 1 })
    .where(and(eq(uppfoljningar.id, id), eq(uppfoljningar.version, version), isNull(uppfoljningar.strukenTid))).run())
}

// --- åtaganden -------------------------------------------------------------------------------------

/** Commitments of cases, the earliest due first. */
export function listaAtaganden(db: Db, arendeId: readonly string[]): Atagandepost[] {
  return db.select().from(ataganden).where(inArray(ataganden.arendeId, [...arendeId])).orderBy(asc(ataganden.senast)).all()
}

/** @throws Fel `finns_inte` */
export function hamtaAtagande(db: Db, arendeId: string, id: string): Atagandepost {
  return krav(db.select().from(ataganden).where(and(eq(ataganden.id, id), eq(ataganden.arendeId, arendeId))).get(), 'Åtagandet')
}

export function nyttAtagande(db: Db, rad: typeof ataganden.$inferInsert): void {
  db.insert(ataganden).values(rad).run()
}

/** `forseglat` must be sealed for `version + 1`. @throws Fel `andrad_av_annan` */
export function andraAtagande(db: Db, rad: Pick<Atagandepost, 'id' | 'version' | 'forseglat'> & Partial<Pick<Atagandepost, 'vem' | 'aktor' | 'senast' | 'status' | 'statusDatum'>>): void {
  const { id, version, ...falt } = rad
  kravAndrad(db.update(ataganden).set({ ...falt, version: version + 1 }).where(and(eq(ataganden.id, id), eq(ataganden.version, version))).run())
}

// --- samtycken -------------------------------------------------------------------------------------

/** Consents of cases, newest first; struck ones are included and marked. */
export function listaSamtycken(db: Db, arendeId: readonly string[]): Samtyckespost[] {
  return db.select().from(samtycken).where(inArray(samtycken.arendeId, [...arendeId])).orderBy(asc(samtycken.fran)).all()
}

/** @throws Fel `finns_inte` */
export function hamtaSamtycke(db: Db, arendeId: string, id: string): Samtyckespost {
  return krav(db.select().from(samtycken).where(and(eq(samtycken.id, id), eq(samtycken.arendeId, arendeId))).get(), 'Samtycket')
}

export function nyttSamtycke(db: Db, rad: typeof samtycken.$inferInsert): void {
  db.insert(samtycken).values(rad).run()
}

/** `forseglat` must be sealed for `version + 1`. @throws Fel `andrad_av_annan` */
export function andraSamtycke(db: Db, rad: Pick<Samtyckespost, 'id' | 'version' | 'forseglat'> & Partial<Pick<Samtyckespost, 'aterkallat' | 'strukenTid'>>): void {
  const { id, version, ...falt } = rad
  kravAndrad(db.update(samtycken).set({ ...falt, version: version + 1 })
    .where(and(eq(samtycken.id, id), eq(samtycken.version, version), isNull(samtycken.strukenTid))).run())
}

// --- orosanmälan -----------------------------------------------------------------------------------

export function noteraOrosguide(db: Db, rad: { arendeId: string; datum: string; anvandareId: string }): void {
  db.insert(orosguider).values({ id: crypto.randomUUID(), ...rad }).run()
}

/** The days the guide was used in a case: what a registerutdrag shows. */
export function listaOrosguider(db: Db, arendeId: string): string[] {
  return db.select({ datum: orosguider.datum }).from(orosguider).where(eq(orosguider.arendeId, arendeId)).orderBy(asc(orosguider.datum)).all().map((rad) => rad.datum)
}
