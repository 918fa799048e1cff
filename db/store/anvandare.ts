import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { anvandare, intyg } from '../schema/index.ts'
import { forberedd, kravAndrad, type Db } from './db.ts'

export type Anvandarpost = typeof anvandare.$inferSelect
export type Intygspost = typeof intyg.$inferSelect

/** All users, disabled ones too, by login name. Rows count only once their certificate has been checked. */
export function listaAnvandare(db: Db): Anvandarpost[] {
  return db.select().from(anvandare).orderBy(asc(anvandare.anvandarnamn)).all()
}

const enAnvandare = forberedd((db) => db.select().from(anvandare).where(eq(anvandare.id, sql.placeholder('id'))).prepare())

export function hamtaAnvandare(db: Db, id: string): Anvandarpost | undefined {
  return enAnvandare(db).get({ id })
}

export function skapaAnvandare(db: Db, rad: Omit<Anvandarpost, 'version' | 'avstangd'>): void {
  db.insert(anvandare).values(rad).run()
}

export function losenordBytt(db: Db, id: string): void {
  db.update(anvandare).set({ masteBytaLosenord: false, version: sql`${anvandare.version} + 1` }).where(eq(anvandare.id, id)).run()
}

/** Removes a user that never got an entry in the vault, and so never could do anything. */
export function taBortOfardig(db: Db, id: string): void {
  db.delete(intyg).where(eq(intyg.anvandareId, id)).run()
  db.delete(anvandare).where(eq(anvandare.id, id)).run()
}

/** Certificates of a user beside the one in the row, the newest first. */
export function tidigareIntyg(db: Db, id: string): Intygspost[] {
  return db.select().from(intyg).where(eq(intyg.anvandareId, id)).orderBy(desc(intyg.generation)).all()
}

/** Keeps a certificate by which earlier signatures are checked. @param rot the root that issued it */
export function sparaIntyg(db: Db, rad: Intygspost): void {
  db.insert(intyg).values(rad).onConflictDoNothing().run()
}

/**
 * Puts a new certificate, with its name, roles and keys, in a user's row; the one before is kept beside.
 * @param rot the root that issued the one before
 * @throws Fel `andrad_av_annan`
 */
export function bytIntyg(db: Db, forra: Anvandarpost, rot: string, nytt: Omit<Intygspost, 'anvandareId' | 'rot' | 'anvandarnamn'> & { masteBytaLosenord?: boolean }): void {
  const { anvandarnamn, namn, roller, ageMottagare, signeringsnyckel, generation, certifikat } = forra
  sparaIntyg(db, { anvandareId: forra.id, rot, generation, anvandarnamn, namn, roller, ageMottagare, signeringsnyckel, certifikat })
  kravAndrad(db.update(anvandare).set({ ...nytt, version: forra.version + 1 }).where(and(eq(anvandare.id, forra.id), eq(anvandare.version, forra.version))).run())
}

/** The same certificate by a new root, beside the one by the root before. @param forra the root before */
export function bytIntygUtfardare(db: Db, rad: Anvandarpost, forra: string, certifikat: string): void {
  const { id, anvandarnamn, namn, roller, ageMottagare, signeringsnyckel, generation } = rad
  sparaIntyg(db, { anvandareId: id, rot: forra, generation, anvandarnamn, namn, roller, ageMottagare, signeringsnyckel, certifikat: rad.certifikat })
  db.update(anvandare).set({ certifikat, version: sql`${anvandare.version} + 1` }).where(eq(anvandare.id, id)).run()
}
