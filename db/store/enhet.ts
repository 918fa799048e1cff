import { and, asc, eq, sql } from 'drizzle-orm'
import { zInstallningar, type EnhetRad, type Installningar, type KommunRad } from '../model/enhet.ts'
import { Fel } from '../model/fel.ts'
import { kommunMedKod } from '../model/kommuner.ts'
import { enhet, installningar, kommuner } from '../schema/index.ts'
import { kravAndrad, type Db } from './db.ts'

/** The office's own row: unit, and the public keys that everything certified is checked against. */
export function hamtaEnhet(db: Db): EnhetRad & { kontor: string; rot: string; aterhamtning: string; skapad: string } {
  const rad = db.select().from(enhet).where(eq(enhet.id, 1)).get()
  if (rad === undefined) throw new Fel('databas_skadad', 'Kontorets databas är ofullständig. Återställ en säkerhetskopia.')
  return rad
}

export function skapaEnhet(db: Db, rad: { kontor: string; namn: string; vardkommun: string; rot: string; aterhamtning: string; skapad: string }): void {
  db.insert(enhet).values({ id: 1, ...rad }).run()
}

/** @throws Fel `andrad_av_annan` */
export function andraEnhet(db: Db, rad: { namn: string; vardkommun: string; version: number }): void {
  kravAndrad(db.update(enhet).set({ namn: rad.namn, vardkommun: rad.vardkommun, version: rad.version + 1 })
    .where(and(eq(enhet.id, 1), eq(enhet.version, rad.version))).run())
}

/** The unit's kommuner, in Swedish order by name is the window's matter; here by code and first day. */
export function listaKommuner(db: Db): KommunRad[] {
  return db.select().from(kommuner).orderBy(asc(kommuner.kommun), asc(kommuner.fran)).all()
    .map((rad) => ({ ...rad, namn: kommunMedKod(rad.kommun)?.namn ?? rad.kommun }))
}

/** @throws Fel `kommun_finns` when the kommun already belongs to the unit on some of those days */
export function nyKommun(db: Db, rad: { kommun: string; fran: string; till?: string | null; personuppgiftsansvarig?: string | undefined }): void {
  const id = crypto.randomUUID()
  kravFri(db, { id, kommun: rad.kommun, fran: rad.fran, till: rad.till ?? null })
  db.insert(kommuner).values({ id, ...rad }).run()
}

/** @throws Fel `andrad_av_annan`, `kommun_finns`, `fel_ordning` */
export function andraKommun(db: Db, rad: { id: string; version: number; fran: string; till: string | null; personuppgiftsansvarig: string | null }): void {
  const nu = db.select().from(kommuner).where(eq(kommuner.id, rad.id)).get()
  if (nu !== undefined) kravFri(db, { id: rad.id, kommun: nu.kommun, fran: rad.fran, till: rad.till })
  kravAndrad(db.update(kommuner).set({ fran: rad.fran, till: rad.till, personuppgiftsansvarig: rad.personuppgiftsansvarig, version: rad.version + 1 })
    .where(and(eq(kommuner.id, rad.id), eq(kommuner.version, rad.version))).run())
}

function kravFri(db: Db, rad: { id: string; kommun: string; fran: string; till: string | null }): void {
  if (kommunMedKod(rad.kommun) === undefined) throw new Fel('ogiltigt', 'Välj en kommun ur listan.', { falt: 'kommun' })
  if (rad.till !== null && rad.till < rad.fran) throw new Fel('fel_ordning', 'Slutdatum kan inte ligga före startdatum.', { falt: 'till' })
  const krock = db.select({ id: kommuner.id }).from(kommuner).where(and(
    eq(kommuner.kommun, rad.kommun),
    sql`${kommuner.id} <> ${rad.id}`,
    sql`${kommuner.fran} <= ${rad.till ?? '9999-12-31'}`,
    sql`coalesce(${kommuner.till}, '9999-12-31') >= ${rad.fran}`,
  )).get()
  if (krock !== undefined) throw new Fel('kommun_finns', 'Kommunen hör redan till enheten under de dagarna. Ändra datumen på den rad som finns.', { falt: 'kommun' })
}

/** Codes of the kommuner that belong to the unit some day of the span. */
export function kommunerUnder(db: Db, fran: string, till: string): string[] {
  const rader = db.selectDistinct({ kommun: kommuner.kommun }).from(kommuner).where(and(
    sql`${kommuner.fran} <= ${till}`, sql`coalesce(${kommuner.till}, '9999-12-31') >= ${fran}`,
  )).orderBy(asc(kommuner.kommun)).all()
  return rader.map((rad) => rad.kommun)
}

/** @throws Fel `kommun_utanfor` when the kommun is not one of the unit's on that day */
export function kravKommun(db: Db, kommun: string, datum: string, falt = 'kommun'): void {
  if (!kommunerUnder(db, datum, datum).includes(kommun)) {
    throw new Fel('kommun_utanfor', 'Kommunen hör inte till enheten den dagen. Välj en annan kommun eller ett annat datum.', { falt })
  }
}

/** All settings, those never touched with their standard value. */
export function hamtaInstallningar(db: Db): Installningar {
  const rader = db.select().from(installningar).all()
  return zInstallningar.parse(Object.fromEntries(rader.map((rad) => [rad.nyckel, JSON.parse(rad.varde)])))
}

export function sparaInstallningar(db: Db, andringar: Partial<Installningar>): void {
  for (const [nyckel, varde] of Object.entries(andringar)) {
    if (varde === undefined) continue
    const rad = { nyckel, varde: JSON.stringify(varde) }
    db.insert(installningar).values(rad).onConflictDoUpdate({ target: installningar.nyckel, set: { varde: rad.varde } }).run()
  }
}

/** Puts other kommuner with their days in place of those of the beginning: for the example office alone. */
export function ersattKommuner(db: Db, rader: readonly { id: string; kommun: string; fran: string; till: string | null; personuppgiftsansvarig: string }[]): void {
  db.delete(kommuner).run()
  for (const rad of rader) db.insert(kommuner).values(rad).run()
}
