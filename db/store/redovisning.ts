import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { RedovisningsRader, Uppdragsrad, Kontaktrad } from '../model/redovisning/rader.ts'
import { arenden, kommunbyten, kontakter, kontaktOrsaker, uppdrag, uppdragLivsomraden, uppdragOrsaker } from '../schema/index.ts'
import { bemanningUnder } from './bemanning.ts'
import type { Db } from './db.ts'

/**
 * The rows that the figures of a year are counted from (DOMAIN §4), fetched by index: uppdrag that touch
 * the year, earlier ones of the same clients (they decide who has come back), the year's contacts and
 * queue, and the staffing. Struck rows are left out. Nothing here is a name.
 * @param a first and @param b last day of the year
 */
export function redovisningsrader(db: Db, a: string, b: string): RedovisningsRader {
  return {
    uppdrag: hamtaUppdrag(db, a, b),
    kontakter: hamtaKontakter(db, a, b),
    ...bemanningUnder(db, a, b),
  }
}

function hamtaUppdrag(db: Db, a: string, b: string): Uppdragsrad[] {
  // Two halves, so that each is one range of an index: those ended in or after the year, and those still open.
  const ror = and(isNull(uppdrag.strukenTid), sql`${uppdrag.start} <= ${b}`, or(sql`${uppdrag.slut} >= ${a}`, isNull(uppdrag.slut)))
  const berorda = db.selectDistinct({ arendeId: uppdrag.arendeId }).from(uppdrag).where(ror)
  const aktuella = and(isNull(uppdrag.strukenTid), sql`${uppdrag.start} <= ${b}`, sql`${uppdrag.arendeId} IN ${berorda}`)

  const rader = db.select({
    id: uppdrag.id, arende: arenden.nummer, kon: arenden.kon, fodelsear: arenden.fodelsear, kommun: uppdrag.kommun,
    start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, slut: uppdrag.slut, avslutsorsak: uppdrag.avslutsorsak,
  }).from(uppdrag).innerJoin(arenden, eq(arenden.id, uppdrag.arendeId)).where(aktuella).all()

  const ids = db.select({ id: uppdrag.id }).from(uppdrag).where(aktuella)
  const orsaker = Map.groupBy(db.select().from(uppdragOrsaker).where(sql`${uppdragOrsaker.uppdragId} IN ${ids}`).all(), (r) => r.uppdragId)
  const livsomraden = Map.groupBy(db.select().from(uppdragLivsomraden).where(sql`${uppdragLivsomraden.uppdragId} IN ${ids}`).all(), (r) => r.uppdragId)
  const byten = Map.groupBy(
    db.select().from(kommunbyten).where(and(isNull(kommunbyten.strukenTid), sql`${kommunbyten.uppdragId} IN ${ids}`)).orderBy(asc(kommunbyten.datum)).all(),
    (r) => r.uppdragId)
  const kontaktdatum = new Map(
    db.select({ uppdragId: kontakter.uppdragId, datum: kontakter.datum }).from(kontakter)
      .where(and(isNull(kontakter.strukenTid), sql`${kontakter.uppdragId} IN ${ids}`)).all().map((r) => [r.uppdragId, r.datum]))

  return rader.map((rad) => ({
    ...rad,
    orsaker: (orsaker.get(rad.id) ?? []).map((r) => r.orsak),
    livsomraden: (livsomraden.get(rad.id) ?? []).map((r) => r.livsomrade),
    kommunbyten: (byten.get(rad.id) ?? []).map(({ datum, kommun }) => ({ datum, kommun })),
    kontaktdatum: kontaktdatum.get(rad.id) ?? null,
  }))
}

function hamtaKontakter(db: Db, a: string, b: string): Kontaktrad[] {
  const iAr = and(sql`${kontakter.datum} >= ${a}`, sql`${kontakter.datum} <= ${b}`)
  const iKo = and(isNotNull(kontakter.kodatum), sql`${kontakter.kodatum} <= ${b}`, or(isNull(kontakter.kolamnad), sql`${kontakter.kolamnad} > ${b}`))
  const rader = db.select({
    id: kontakter.id, datum: kontakter.datum, kommun: kontakter.kommun, kontaktvag: kontakter.kontaktvag, initiativtagare: kontakter.initiativtagare,
    utfall: kontakter.utfall, kodatum: kontakter.kodatum, kolamnad: kontakter.kolamnad, uppdragsstart: uppdrag.start, arende: arenden.nummer,
  }).from(kontakter).leftJoin(uppdrag, eq(uppdrag.id, kontakter.uppdragId)).leftJoin(arenden, eq(arenden.id, kontakter.arendeId))
    .where(and(isNull(kontakter.strukenTid), or(iAr, iKo))).all()
  const orsaker = Map.groupBy(
    db.select({ kontaktId: kontaktOrsaker.kontaktId, orsak: kontaktOrsaker.orsak }).from(kontaktOrsaker)
      .innerJoin(kontakter, eq(kontakter.id, kontaktOrsaker.kontaktId)).where(iAr).all(),
    (r) => r.kontaktId)
  return rader.map(({ id, ...rad }) => ({ ...rad, orsaker: (orsaker.get(id) ?? []).map((r) => r.orsak) }))
}

/** The years that have anything to account for, newest first. */
export function arMedRader(db: Db, idag: string): number[] {
  const forsta = [
    db.select({ d: sql<string | null>`min(${uppdrag.start})` }).from(uppdrag).get()?.d,
    db.select({ d: sql<string | null>`min(${kontakter.datum})` }).from(kontakter).get()?.d,
  ].filter((d) => typeof d === 'string').sort()[0] ?? idag
  const [fran, till] = [Number(forsta.slice(0, 4)), Number(idag.slice(0, 4))]
  return Array.from({ length: Math.max(till - fran, 0) + 1 }, (_, i) => Math.max(till, fran) - i)
}
