import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { aldersgrupp } from '../model/alder.ts'
import type { Gallringsarende, Gallringsregel, Gallringsslag } from '../model/gallring.ts'
import { arAv, idag, type Datum } from '../model/kalender.ts'
import { STANDARD_ALDERSGRUPPER, UPPGIFT_SAKNAS } from '../model/kodlistor.ts'
import { gruppkod } from '../model/redovisning/figurid.ts'
import {
  anteckningar, anvandare, arenden, ataganden, dubbletter, forlangningar, forstort, gallringar, gallringsregler, kommunbyten, ledamoter, logg, loggOrsaker, orosguider,
  overlamningar, samtycken, sigill, uppdrag, uppfoljningar, utkast,
} from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

export const listaRegler = (db: Db): Gallringsregel[] => db.select().from(gallringsregler).orderBy(asc(gallringsregler.slag)).all()

/** A new rule (version 0) or a changed one. @throws Fel `andrad_av_annan` */
export function sparaRegel(db: Db, { version, ...rad }: Gallringsregel): void {
  kravAndrad(version === 0
    ? db.insert(gallringsregler).values({ ...rad, version: 1 }).onConflictDoNothing().run()
    : db.update(gallringsregler).set({ ...rad, version: version + 1 }).where(and(eq(gallringsregler.slag, rad.slag), eq(gallringsregler.version, version))).run())
}

/** @throws Fel `andrad_av_annan` */
export function taBortRegel(db: Db, rad: { slag: Gallringsslag; version: number }): void {
  kravAndrad(db.delete(gallringsregler).where(and(eq(gallringsregler.slag, rad.slag), eq(gallringsregler.version, rad.version))).run())
}

/**
 * Every case that has not been destroyed, as the rule looks at it.
 * @param senast leaves out those with an uppdrag that goes on or ended after that day: they cannot be due
 */
export function gallringsarenden(db: Db, senast?: Datum): (Gallringsarende & { ombud: string })[] {
  const kan = (arendeId: typeof uppdrag.arendeId | typeof arenden.id) =>
    senast === undefined ? undefined : sql`${arendeId} NOT IN (SELECT arende_id FROM uppdrag WHERE struken_tid IS NULL AND (slut IS NULL OR slut > ${senast}))`
  const perArende = Map.groupBy(db.select({
    arendeId: uppdrag.arendeId, id: uppdrag.id, kommun: uppdrag.kommun, slut: uppdrag.slut, struken: uppdrag.strukenTid,
  }).from(uppdrag).where(kan(uppdrag.arendeId)).all(), (rad) => rad.arendeId)
  const byten = Map.groupBy(db.select({ uppdragId: kommunbyten.uppdragId, kommun: kommunbyten.kommun }).from(kommunbyten).all(), (rad) => rad.uppdragId)
  return db.select({ id: arenden.id, nummer: arenden.nummer, skapad: arenden.skapad, undantag: arenden.gallringsundantag, ombud: anvandare.namn }).from(arenden)
    .innerJoin(anvandare, eq(anvandare.id, arenden.ombudId)).where(and(isNull(arenden.gallrad), kan(arenden.id))).orderBy(asc(arenden.nummer)).all()
    .map(({ id, nummer, skapad, undantag, ombud }) => {
      const alla = perArende.get(id) ?? []
      const egna = alla.filter((rad) => rad.struken === null)
      return {
        nummer, undantag, ombud, pagar: egna.some((rad) => rad.slut === null),
        // The case's own day counts only where there is no uppdrag: an imported one was made today, whenever it ended.
        sista: (egna.length > 0 ? egna.map((rad) => rad.slut ?? '') : [...alla.flatMap((rad) => (rad.struken === null ? [] : [idag(rad.struken)])), idag(skapad)]).sort().at(-1) ?? '',
        kommuner: [...new Set(egna.flatMap((rad) => [rad.kommun, ...(byten.get(rad.id) ?? []).map((byte) => byte.kommun)]))],
      }
    })
}

/** @throws Fel `finns_inte` */
export function svaraUndantag(db: Db, nummer: string, undantag: boolean): void {
  krav(db.select({ id: arenden.id }).from(arenden).where(eq(arenden.nummer, nummer)).get(), 'Ärendet')
  db.update(arenden).set({ gallringsundantag: undantag, version: sql`${arenden.version}` }).where(eq(arenden.nummer, nummer)).run()
}

const bland = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Destroys what is held of some clients: every row that tells of them, their words, seals and hash. The statistical row
 * stays: kön, kommun, dates, codes, and the age group of the last year instead of the birth year. What was destroyed
 * is noted, so that a restored copy destroys it again: this same function, on the same ids. Frozen redovisningar are not touched.
 * @param ids of cases; those already destroyed change nothing
 * @returns how many rows of what
 */
export function gallraArenden(db: Db, ids: readonly string[], tid: string): { vad: string; antal: number }[] {
  const kvar = db.select({ id: arenden.id, nummer: arenden.nummer, fodelsear: arenden.fodelsear }).from(arenden).where(and(sql`${arenden.id} IN ${bland(ids)}`, isNull(arenden.gallrad))).all()
  const dessa = bland(kvar.map((rad) => rad.id))
  const uppdragen = sql`(SELECT ${uppdrag.id} FROM ${uppdrag} WHERE ${uppdrag.arendeId} IN ${dessa})`
  const sistaAr = new Map(db.select({ arendeId: uppdrag.arendeId, slut: sql<string | null>`max(${uppdrag.slut})` }).from(uppdrag)
    .where(and(sql`${uppdrag.arendeId} IN ${dessa}`, isNull(uppdrag.strukenTid))).groupBy(uppdrag.arendeId).all().map((rad) => [rad.arendeId, rad.slut]))
  const antal = (vad: string, svar: { changes: number }) => ({ vad, antal: svar.changes })
  const svar = [
    antal('anteckningar', db.delete(anteckningar).where(sql`${anteckningar.arendeId} IN ${dessa}`).run()),
    antal('ataganden', db.delete(ataganden).where(sql`${ataganden.arendeId} IN ${dessa}`).run()),
    antal('samtycken', db.delete(samtycken).where(sql`${samtycken.arendeId} IN ${dessa}`).run()),
    antal('uppfoljningar', db.delete(uppfoljningar).where(sql`${uppfoljningar.uppdragId} IN ${uppdragen}`).run()),
    antal('forlangningar', db.delete(forlangningar).where(sql`${forlangningar.uppdragId} IN ${uppdragen}`).run()),
    antal('overlamningar', db.delete(overlamningar).where(sql`${overlamningar.arendeId} IN ${dessa}`).run()),
    antal('orosguider', db.delete(orosguider).where(sql`${orosguider.arendeId} IN ${dessa}`).run()),
    antal('dubbletter', db.delete(dubbletter).where(sql`${dubbletter.arendeId} IN ${dessa}`).run()),
    antal('sigill', db.delete(sigill).where(sql`${sigill.arendeId} IN ${dessa}`).run()),
    antal('utkast', db.delete(utkast).where(or(...kvar.map((rad) => sql`${utkast.plats} LIKE ${`%/${rad.nummer}%`}`), sql`0`)).run()),
    antal('uppdrag', db.update(uppdrag).set({ forseglat: null, strukenSkal: null, malutfall: [], version: sql`${uppdrag.version} + 1` }).where(sql`${uppdrag.arendeId} IN ${dessa}`).run()),
    { vad: 'arenden', antal: kvar.length },
  ]
  for (const { id, fodelsear } of kvar) {
    const slut = sistaAr.get(id) ?? null
    const etikett = slut === null ? null : aldersgrupp(fodelsear, arAv(slut), STANDARD_ALDERSGRUPPER)
    const grupp = STANDARD_ALDERSGRUPPER.find((g) => g.etikett === etikett)
    db.update(arenden).set({
      forseglat: null, fodelsear: null, aldersgrupp: grupp === undefined ? UPPGIFT_SAKNAS : gruppkod(grupp), gallrad: idag(tid), gallringsundantag: null, nyNyckel: false, version: sql`${arenden.version} + 1`,
    }).where(eq(arenden.id, id)).run()
    db.insert(forstort).values({ tabell: 'arenden', rad: id, tid }).onConflictDoNothing().run()
  }
  return svar.filter((rad) => rad.antal > 0)
}

export const arendeIdn = (db: Db, nummer: readonly string[]): string[] => db.select({ id: arenden.id }).from(arenden).where(sql`${arenden.nummer} IN ${bland(nummer)}`).all().map((rad) => rad.id)

/** Reasons in words that lie beside the log rows of some time ago; the rows themselves stay (DESIGN §5). @param fore ISO time */
const gamlaSkal = (fore: string) => sql`(SELECT ${logg.orsakId} FROM ${logg} WHERE ${logg.tid} < ${fore} AND ${logg.orsakId} IS NOT NULL)`
export const raknaSkal = (db: Db, fore: string): number => db.select({ n: count() }).from(loggOrsaker).where(sql`${loggOrsaker.id} IN ${gamlaSkal(fore)}`).get()?.n ?? 0
export function gallraSkal(db: Db, fore: string, tid: string): number {
  const ids = db.select({ id: loggOrsaker.id }).from(loggOrsaker).where(sql`${loggOrsaker.id} IN ${gamlaSkal(fore)}`).all().map((rad) => rad.id)
  return forstorRader(db, 'logg_orsaker', ids, tid)
}

/** Members of the ledningsgrupp who left before a day. */
const lamnat = (fore: string) => and(isNotNull(ledamoter.till), lt(ledamoter.till, fore))
export const raknaLedamoter = (db: Db, fore: string): number => db.select({ n: count() }).from(ledamoter).where(lamnat(fore)).get()?.n ?? 0
export function gallraLedamoter(db: Db, fore: string, tid: string): number {
  return forstorRader(db, 'ledamoter', db.select({ id: ledamoter.id }).from(ledamoter).where(lamnat(fore)).all().map((rad) => rad.id), tid)
}

/** Rows gone and noted, so that a restored copy destroys them again. */
export function forstorRader(db: Db, tabell: 'logg_orsaker' | 'ledamoter', ids: readonly string[], tid: string): number {
  const { changes } = tabell === 'ledamoter' ? db.delete(ledamoter).where(sql`${ledamoter.id} IN ${bland(ids)}`).run() : db.delete(loggOrsaker).where(sql`${loggOrsaker.id} IN ${bland(ids)}`).run()
  for (const rad of ids) db.insert(forstort).values({ tabell, rad, tid }).onConflictDoNothing().run()
  return changes
}

export type Gallringspost = typeof gallringar.$inferSelect
export const listaGallringar = (db: Db): Gallringspost[] => db.select().from(gallringar).orderBy(desc(gallringar.tid)).all()
export const hamtaGallring = (db: Db, id: string): Gallringspost => krav(db.select().from(gallringar).where(eq(gallringar.id, id)).get(), 'Gallringen')
export function skapaGallring(db: Db, rad: typeof gallringar.$inferInsert): void {
  db.insert(gallringar).values(rad).run()
}
/** Gallringar whose remnants have not yet left the files. */
export const ofardigaGallringar = (db: Db): string[] => db.select({ id: gallringar.id }).from(gallringar).where(isNull(gallringar.borta)).all().map((rad) => rad.id)
export function noteraBorta(db: Db, ids: readonly string[], tid: string): void {
  db.update(gallringar).set({ borta: tid }).where(and(inArray(gallringar.id, [...ids]), isNull(gallringar.borta))).run()
}

/** Copies that somebody has exported, as the log tells: when, and by whom. */
export const exporteradeKopior = (db: Db): { tid: string; av: string }[] =>
  db.select({ tid: logg.tid, av: logg.anvandare }).from(logg).where(eq(logg.handling, 'kopia.exporterad')).orderBy(desc(logg.nr)).limit(200).all()
