import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { Fel } from '../model/fel.ts'
import { forlangningar, kommunbyten, uppdrag } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export type Uppdragspost = typeof uppdrag.$inferSelect
export type Forlangningspost = typeof forlangningar.$inferSelect
export interface Uppdragshelhet extends Uppdragspost {
  forlangningar: Forlangningspost[]
  kommunbyten: { id: string; datum: string; kommun: string }[]
}

/** All uppdrag of a case, oldest first, with what belongs to them; struck ones are included and marked. */
export function uppdragForArende(db: Db, arendeId: string): Uppdragshelhet[] {
  const rader = db.select().from(uppdrag).where(eq(uppdrag.arendeId, arendeId)).orderBy(asc(uppdrag.start)).all()
  const ids = rader.map((rad) => rad.id)
  const forlangda = Map.groupBy(db.select().from(forlangningar).where(and(inArray(forlangningar.uppdragId, ids), isNull(forlangningar.strukenTid))).orderBy(asc(forlangningar.datum), asc(forlangningar.nyttSlut)).all(), (r) => r.uppdragId)
  const byten = Map.groupBy(db.select().from(kommunbyten).where(and(inArray(kommunbyten.uppdragId, ids), isNull(kommunbyten.strukenTid))).orderBy(asc(kommunbyten.datum)).all(), (r) => r.uppdragId)
  return rader.map((rad) => ({
    ...rad,
    forlangningar: forlangda.get(rad.id) ?? [],
    kommunbyten: (byten.get(rad.id) ?? []).map(({ id, datum, kommun }) => ({ id, datum, kommun })),
  }))
}

/** @throws Fel `finns_inte` */
export function hamtaUppdrag(db: Db, id: string): Uppdragspost {
  return krav(db.select().from(uppdrag).where(eq(uppdrag.id, id)).get(), 'Uppdraget')
}

/**
 * One client has at most one open uppdrag at a time, and no two overlap (DOMAIN §4).
 * @throws Fel `overlappar`
 */
export function kravEnsamt(db: Db, rad: { id?: string; arendeId: string; start: string; slut: string | null }): void {
  const krock = db.select({ start: uppdrag.start, slut: uppdrag.slut }).from(uppdrag).where(and(
    eq(uppdrag.arendeId, rad.arendeId), isNull(uppdrag.strukenTid), ne(uppdrag.id, rad.id ?? ''),
    sql`${uppdrag.start} <= ${rad.slut ?? '9999-12-31'}`, sql`coalesce(${uppdrag.slut}, '9999-12-31') >= ${rad.start}`,
  )).get()
  if (krock === undefined) return
  throw new Fel('overlappar', krock.slut === null
    ? 'Klienten har redan ett pågående uppdrag. Avsluta det innan ett nytt börjar.'
    : `Klienten har ett uppdrag från ${krock.start} till ${krock.slut}. Välj dagar som inte går in i det.`, { falt: 'start' })
}

type NyttUppdrag = Pick<Uppdragspost, 'id' | 'arendeId' | 'kommun' | 'start' | 'planeratSlut' | 'forseglat'>
  & Partial<Pick<Uppdragspost, 'slut' | 'avslutsorsak'>> & { orsaker: readonly string[]; livsomraden: readonly string[] }

/** @throws Fel `overlappar` */
export function nyttUppdrag(db: Db, rad: NyttUppdrag): void {
  kravEnsamt(db, { arendeId: rad.arendeId, start: rad.start, slut: rad.slut ?? null })
  db.insert(uppdrag).values({ ...rad, orsaker: [...new Set(rad.orsaker)], livsomraden: [...new Set(rad.livsomraden)] }).run()
}

/** Changes columns of an uppdrag; `forseglat` must be sealed for `version + 1`. @throws Fel `andrad_av_annan` */
export function andraUppdrag(db: Db, rad: Pick<Uppdragspost, 'id' | 'version' | 'forseglat'> & Partial<Omit<Uppdragspost, 'id' | 'version' | 'forseglat'>>): void {
  const { id, version, ...falt } = rad
  kravAndrad(db.update(uppdrag).set({ ...falt, version: version + 1 })
    .where(and(eq(uppdrag.id, id), eq(uppdrag.version, version), isNull(uppdrag.strukenTid))).run())
}

export function nyForlangning(db: Db, rad: Omit<typeof forlangningar.$inferInsert, 'version'>): void {
  db.insert(forlangningar).values(rad).run()
}

/** @throws Fel `fel_ordning` when the day lies outside the uppdrag, `redan_dar` when nothing would change */
export function nyttKommunbyte(db: Db, rad: { uppdragId: string; datum: string; kommun: string }): void {
  const post = hamtaUppdrag(db, rad.uppdragId)
  if (rad.datum <= post.start || (post.slut !== null && rad.datum > post.slut)) {
    throw new Fel('fel_ordning', 'Flytten ska ligga efter uppdragets första dag och inte efter dess sista.', { falt: 'datum' })
  }
  const tidigare = db.select().from(kommunbyten).where(and(eq(kommunbyten.uppdragId, rad.uppdragId), isNull(kommunbyten.strukenTid))).orderBy(asc(kommunbyten.datum)).all()
  if (tidigare.some((byte) => byte.datum === rad.datum)) throw new Fel('redan_dar', 'Det finns redan ett kommunbyte den dagen.', { falt: 'datum' })
  const fore = tidigare.filter((byte) => byte.datum < rad.datum).at(-1)?.kommun ?? post.kommun
  if (fore === rad.kommun) throw new Fel('redan_dar', 'Klienten hör redan till den kommunen då.', { falt: 'kommun' })
  db.insert(kommunbyten).values({ id: crypto.randomUUID(), ...rad }).run()
}

/** The kommun that each uppdrag is in now, by uppdrag: its last kommunbyte, if it has any. */
export function senasteKommun(db: Db, rader: readonly Pick<Uppdragspost, 'id'>[]): Map<string, string> {
  return new Map(db.select().from(kommunbyten).where(and(inArray(kommunbyten.uppdragId, rader.map((rad) => rad.id)), isNull(kommunbyten.strukenTid)))
    .orderBy(asc(kommunbyten.datum)).all().map((rad) => [rad.uppdragId, rad.kommun]))
}
