import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { Fel } from '../model/fel.ts'
import { UTFALL } from '../model/kodlistor.ts'
import { kontakter } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Kontaktpost = typeof kontakter.$inferSelect
type Kontaktfalt = Pick<Kontaktpost, 'datum' | 'kommun' | 'kontaktvag' | 'initiativtagare' | 'utfall' | 'kodatum' | 'kolamnad' | 'orsaker' | 'hanvisadTill' | 'hanvisningUppfoljd'>

export const KONTAKTER_PER_SIDA = 200

/** The day a place in the queue ended without an uppdrag. */
const koSlut = (falt: Pick<Kontaktfalt, 'kolamnad'>) => ({ koSlut: falt.kolamnad })
/** Where somebody was referred belongs to a kvalificerad hänvisning alone. */
const hanvisning = (falt: Kontaktfalt) => (falt.utfall === UTFALL.kvalificeradHanvisning
  ? { hanvisadTill: falt.hanvisadTill, hanvisningUppfoljd: falt.hanvisningUppfoljd } : { hanvisadTill: null, hanvisningUppfoljd: null })
/** Outcomes that leave somebody waiting for an answer. */
const VANTAR: readonly string[] = [UTFALL.annuInteAvgjort, UTFALL.iKo]
const utanDubbletter = (orsaker: readonly string[]) => [...new Set(orsaker)]

/** Contacts of the days fran–till, newest first, one page from `hoppa`; struck rows are included and marked. */
export function listaKontakter(db: Db, val: { fran: string; till: string; hoppa: number }): { rader: Kontaktpost[]; antal: number } {
  const inom = and(sql`${kontakter.datum} >= ${val.fran}`, sql`${kontakter.datum} <= ${val.till}`)
  const rader = db.select().from(kontakter).where(inom).orderBy(desc(kontakter.datum), desc(kontakter.id)).limit(KONTAKTER_PER_SIDA).offset(val.hoppa).all()
  return { rader, antal: db.select({ n: count() }).from(kontakter).where(inom).get()?.n ?? 0 }
}

/** @throws Fel `finns_inte` */
export function hamtaKontakt(db: Db, id: string): Kontaktpost {
  return krav(db.select().from(kontakter).where(eq(kontakter.id, id)).get(), 'Kontakten')
}

export function nyKontakt(db: Db, rad: Kontaktfalt & { id: string; registreradAv: string }): void {
  db.insert(kontakter).values({ ...rad, ...koSlut(rad), ...hanvisning(rad), orsaker: utanDubbletter(rad.orsaker) }).run()
}

/**
 * Changes a contact. One that led to an uppdrag keeps that outcome: it is changed by striking the uppdrag.
 * @throws Fel `andrad_av_annan`, `ledde_till_uppdrag`
 */
export function andraKontakt(db: Db, rad: Kontaktfalt & { id: string; version: number }): void {
  const { id, version, ...falt } = rad
  const nu = hamtaKontakt(db, id)
  if (nu.uppdragId !== null && falt.utfall !== UTFALL.uppdrag) {
    throw new Fel('ledde_till_uppdrag', 'Kontakten ledde till ett uppdrag. Stryk uppdraget först om det registrerades av misstag.', { falt: 'utfall' })
  }
  kravAndrad(db.update(kontakter).set({
    ...falt, ...(nu.uppdragId === null ? koSlut(falt) : {}), ...hanvisning(falt), orsaker: utanDubbletter(falt.orsaker),
    ...(VANTAR.includes(falt.utfall) ? {} : { koPaminnelse: null }), version: version + 1,
  })
    .where(and(eq(kontakter.id, id), eq(kontakter.version, version), isNull(kontakter.strukenTid))).run())
}

/** @throws Fel `andrad_av_annan`, `ledde_till_uppdrag` */
export function strykKontakt(db: Db, rad: { id: string; version: number; skal: string }, tid: string): void {
  if (hamtaKontakt(db, rad.id).uppdragId !== null) {
    throw new Fel('ledde_till_uppdrag', 'Kontakten ledde till ett uppdrag. Stryk uppdraget först.')
  }
  kravAndrad(db.update(kontakter).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(kontakter.id, rad.id), eq(kontakter.version, rad.version), isNull(kontakter.strukenTid))).run())
}

/**
 * The next day to get in touch; null = none.
 * @throws Fel `andrad_av_annan`, `har_svar` when nobody waits for an answer any longer
 */
export function sattPaminnelse(db: Db, rad: { id: string; version: number; datum: string | null }): void {
  const nu = hamtaKontakt(db, rad.id)
  if (rad.datum !== null && (nu.strukenTid !== null || !VANTAR.includes(nu.utfall))) throw new Fel('har_svar', 'Kontakten väntar inte längre på svar. Läs in sidan på nytt.')
  kravAndrad(db.update(kontakter).set({ koPaminnelse: rad.datum, version: rad.version + 1 })
    .where(and(eq(kontakter.id, rad.id), eq(kontakter.version, rad.version))).run())
}

/** Contacts that belong to a case, oldest first. */
export function kontakterForArende(db: Db, arendeId: string): Kontaktpost[] {
  return db.select().from(kontakter).where(eq(kontakter.arendeId, arendeId)).orderBy(asc(kontakter.datum)).all()
}

/** The contact led to this uppdrag; whoever stood in the queue has thereby left it (DOMAIN §4: start = not in queue). */
export function kontaktLeddeTill(db: Db, kontaktId: string, mal: { arendeId: string; uppdragId: string; start: string }): void {
  const kontakt = hamtaKontakt(db, kontaktId)
  if (kontakt.uppdragId !== null || kontakt.strukenTid !== null) throw new Fel('redan_uppdrag', 'Kontakten har redan lett till ett uppdrag eller är struken. Läs in sidan på nytt.')
  if (mal.start < (kontakt.kodatum ?? kontakt.datum)) throw new Fel('fel_ordning', 'Uppdraget kan inte börja före kontakten.', { falt: 'start' })
  db.update(kontakter).set({ arendeId: mal.arendeId, uppdragId: mal.uppdragId, utfall: UTFALL.uppdrag, kolamnad: null, koSlut: mal.start, koPaminnelse: null, version: kontakt.version + 1 })
    .where(eq(kontakter.id, kontaktId)).run()
}

/** A struck uppdrag sets its contact to *Ännu inte avgjort* (DOMAIN §4). */
export function kontaktOavgjord(db: Db, uppdragId: string): void {
  db.update(kontakter).set({ uppdragId: null, koSlut: sql`${kontakter.kolamnad}`, utfall: UTFALL.annuInteAvgjort, version: sql`${kontakter.version} + 1` })
    .where(eq(kontakter.uppdragId, uppdragId)).run()
}

export function antalKontakter(db: Db): number {
  return db.select({ n: count() }).from(kontakter).get()?.n ?? 0
}
