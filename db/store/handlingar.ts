import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { zFaltvarde, type Faltvarde, type Slag } from '../model/blankett/typer.ts'
import { Fel } from '../model/fel.ts'
import type { SparatFalt } from '../model/handling/falt.ts'
import type { HandlingRad, Inlamning, Rattelse, Status } from '../model/handling/typer.ts'
import type { FigurId } from '../model/redovisning/typer.ts'
import { anvandare, faltbockar, faltvarden, handlingar, inlamningar, kontrollpaminnelser, rattelser } from '../schema/index.ts'
import { hamtaBlankett } from './blanketter.ts'
import { krav, kravAndrad, type Db } from './db.ts'
import { hamtaFaststalld } from './faststallda.ts'

type Rad = typeof handlingar.$inferSelect

function somHandling(db: Db, rad: Rad): HandlingRad {
  const blankett = { id: rad.blankettId, version: rad.blankettVersion }
  return {
    id: rad.id, slag: rad.slag, ar: rad.ar, sokande: rad.sokande, kommuner: rad.kommuner, blankett: { ...blankett, namn: hamtaBlankett(db, blankett).namn }, status: rad.status,
    kedja: rad.kedja, nr: rad.nr, skal: rad.skal, maskera: rad.maskera, konOchAlder: rad.konOchAlder, skapad: rad.skapad,
    faststalld: hamtaFaststalld(db, rad.id), inlamnad: listaInlamningar(db, rad.id).at(-1) ?? null, version: rad.version,
  }
}

/** @throws Fel `finns_inte` when there is none of that kind */
export function hamtaHandling(db: Db, slag: Slag, id: string): HandlingRad {
  const rad = krav(db.select().from(handlingar).where(and(eq(handlingar.id, id), eq(handlingar.slag, slag))).get(), slag === 'redovisning' ? 'Redovisningen' : 'Ansökan')
  return somHandling(db, rad)
}

/** The newest version of each chain of a year. */
export function arsHandlingar(db: Db, slag: Slag, ar: number): HandlingRad[] {
  const rader = db.select().from(handlingar).where(and(eq(handlingar.slag, slag), eq(handlingar.ar, ar))).orderBy(asc(handlingar.nr)).all()
  return [...new Map(rader.map((rad) => [rad.kedja, rad])).values()].map((rad) => somHandling(db, rad)).sort((a, b) => (a.skapad < b.skapad ? -1 : a.skapad > b.skapad ? 1 : 0))
}

/** All versions of a chain, oldest first. */
export function kedjan(db: Db, kedja: string): { id: string; nr: number; status: Status; skapad: string }[] {
  return db.select({ id: handlingar.id, nr: handlingar.nr, status: handlingar.status, skapad: handlingar.skapad }).from(handlingar).where(eq(handlingar.kedja, kedja)).orderBy(asc(handlingar.nr)).all()
}

/** The newest version of a sökande's handling of a year, or undefined: what next year's texts begin from. */
export function senasteHandling(db: Db, slag: Slag, ar: number, sokande: string): HandlingRad | undefined {
  const rad = db.select().from(handlingar).where(and(eq(handlingar.slag, slag), eq(handlingar.ar, ar), eq(handlingar.sokande, sokande))).orderBy(desc(handlingar.skapad), desc(handlingar.nr)).limit(1).get()
  return rad === undefined ? undefined : somHandling(db, rad)
}

export function laggInHandling(db: Db, rad: typeof handlingar.$inferInsert): void {
  db.insert(handlingar).values(rad).run()
}

/** @throws Fel `andrad_av_annan` also when it is no draft any longer */
export function andraHandling(
  db: Db, { id, version, ...rad }: { id: string; version: number; sokande?: string | undefined; kommuner?: string[] | undefined; blankettId?: string | undefined; blankettVersion?: number | undefined; maskera?: boolean | undefined; konOchAlder?: boolean | undefined },
): number {
  kravAndrad(db.update(handlingar).set({ ...rad, version: version + 1 }).where(and(eq(handlingar.id, id), eq(handlingar.version, version), eq(handlingar.status, 'utkast'))).run())
  return version + 1
}

/** Moves a handling on. @throws Fel `andrad_av_annan` */
export function sattStatus(db: Db, { id, version, fran, till }: { id: string; version: number; fran: Status; till: Status }): void {
  kravAndrad(db.update(handlingar).set({ status: till, version: version + 1 }).where(and(eq(handlingar.id, id), eq(handlingar.version, version), eq(handlingar.status, fran))).run())
}

/** Throws a draft away with all that hangs on it. @throws Fel `andrad_av_annan` */
export function taBortUtkast(db: Db, id: string, version: number): void {
  for (const tabell of [faltvarden, rattelser, faltbockar, kontrollpaminnelser]) db.delete(tabell).where(eq(tabell.handlingId, id)).run()
  kravAndrad(db.delete(handlingar).where(and(eq(handlingar.id, id), eq(handlingar.version, version), eq(handlingar.status, 'utkast'))).run())
}

/** What has been filled in, by field. */
export function hamtaVarden(db: Db, handlingId: string): Map<string, SparatFalt> {
  return new Map(db.select().from(faltvarden).where(eq(faltvarden.handlingId, handlingId)).all()
    .map((rad) => [rad.falt, { varde: zFaltvarde.parse(rad.varde), version: rad.version, forifyllt: rad.forifyllt }]))
}

/**
 * Saves one field. @param rad.version what it was written on (0 = never saved)
 * @throws Fel `andrad_av_annan` with what stands there now, so that both texts can be shown
 */
export function sparaVarde(db: Db, rad: { handlingId: string; falt: string; varde: Faltvarde; version: number; tid: string; av: string }): number {
  const { version, ...ny } = rad
  const plats = and(eq(faltvarden.handlingId, rad.handlingId), eq(faltvarden.falt, rad.falt))
  const svar = version === 0
    ? db.insert(faltvarden).values({ ...ny, forifyllt: false }).onConflictDoNothing().run()
    : db.update(faltvarden).set({ varde: rad.varde, forifyllt: false, tid: rad.tid, av: rad.av, version: version + 1 }).where(and(plats, eq(faltvarden.version, version))).run()
  if (svar.changes === 0) {
    const nu = db.select({ varde: faltvarden.varde, version: faltvarden.version, av: anvandare.namn, tid: faltvarden.tid }).from(faltvarden)
      .innerJoin(anvandare, eq(anvandare.id, faltvarden.av)).where(plats).get()
    throw new Fel('andrad_av_annan', `${nu?.av ?? 'Någon annan'} har sparat en annan text här sedan sidan öppnades. Båda finns kvar: välj vilken som ska gälla.`, { falt: rad.falt, detalj: nu ?? null })
  }
  return version + 1
}

/** Fields as they are: at the beginning of a handling, and for the example office. */
export function laggInVarden(db: Db, handlingId: string, varden: readonly (readonly [string, Faltvarde])[], val: { forifyllt: boolean; tid: string; av: string }): void {
  for (const [falt, varde] of varden) db.insert(faltvarden).values({ handlingId, falt, varde, ...val }).run()
}

/** Corrections that stand, by figure. */
export function hamtaRattelser(db: Db, handlingId: string): Map<FigurId, Rattelse> {
  return new Map(db.select({ id: rattelser.id, figur: rattelser.figur, raknat: rattelser.raknat, rattat: rattelser.rattat, skal: rattelser.skal, tid: rattelser.tid, av: anvandare.namn })
    .from(rattelser).innerJoin(anvandare, eq(anvandare.id, rattelser.av)).where(and(eq(rattelser.handlingId, handlingId), isNull(rattelser.angradTid))).orderBy(asc(rattelser.tid)).all()
    .map((rad) => [rad.figur, { ...rad, raknat: rad.raknat ?? null }]))
}

/** Corrects a figure; a correction that stood is undone by it. */
export function laggInRattelse(db: Db, rad: Omit<typeof rattelser.$inferInsert, 'id'>): string {
  angraRattelse(db, { handlingId: rad.handlingId, figur: rad.figur, tid: rad.tid, av: rad.av })
  const id = crypto.randomUUID()
  db.insert(rattelser).values({ ...rad, id }).run()
  return id
}

/** @returns whether there was one */
export function angraRattelse(db: Db, { handlingId, figur, tid, av }: { handlingId: string; figur: string; tid: string; av: string }): boolean {
  return db.update(rattelser).set({ angradTid: tid, angradAv: av })
    .where(and(eq(rattelser.handlingId, handlingId), eq(rattelser.figur, figur), isNull(rattelser.angradTid))).run().changes > 0
}

/** Fields ticked as copied, by field. */
export function hamtaBockar(db: Db, handlingId: string): Map<string, { tid: string; av: string }> {
  return new Map(db.select({ falt: faltbockar.falt, tid: faltbockar.tid, av: anvandare.namn }).from(faltbockar).innerJoin(anvandare, eq(anvandare.id, faltbockar.av))
    .where(eq(faltbockar.handlingId, handlingId)).all().map(({ falt, ...rad }) => [falt, rad]))
}

export function bocka(db: Db, { klar, ...rad }: typeof faltbockar.$inferInsert & { klar: boolean }): void {
  if (klar) db.insert(faltbockar).values(rad).onConflictDoNothing().run()
  else db.delete(faltbockar).where(and(eq(faltbockar.handlingId, rad.handlingId), eq(faltbockar.falt, rad.falt))).run()
}

/** When it was handed in, oldest first: the last one counts. */
export function listaInlamningar(db: Db, handlingId: string): Inlamning[] {
  return db.select({
    datum: inlamningar.datum, av: inlamningar.av, diarienummer: inlamningar.diarienummer, kvittens: inlamningar.kvittens, tid: inlamningar.tid,
    noteradAv: anvandare.namn, skal: inlamningar.skal,
  }).from(inlamningar).innerJoin(anvandare, eq(anvandare.id, inlamningar.noteradAv)).where(eq(inlamningar.handlingId, handlingId)).orderBy(asc(inlamningar.nr)).all()
}

export function laggInInlamning(db: Db, rad: Omit<typeof inlamningar.$inferInsert, 'id' | 'nr'>): void {
  const nr = sql<number>`(SELECT count(*) + 1 FROM inlamningar WHERE handling_id = ${rad.handlingId})`
  db.insert(inlamningar).values({ ...rad, id: crypto.randomUUID(), nr }).run()
}

/** When each ombud was last reminded of a check, by check and ombud. */
export function hamtaPaminnelser(db: Db, handlingId: string): { kod: string; ombudId: string; tid: string }[] {
  return db.select({ kod: kontrollpaminnelser.kod, ombudId: kontrollpaminnelser.ombudId, tid: kontrollpaminnelser.tid }).from(kontrollpaminnelser).where(eq(kontrollpaminnelser.handlingId, handlingId)).all()
}

export function paminn(db: Db, rad: typeof kontrollpaminnelser.$inferInsert): void {
  db.insert(kontrollpaminnelser).values(rad)
    .onConflictDoUpdate({ target: [kontrollpaminnelser.handlingId, kontrollpaminnelser.kod, kontrollpaminnelser.ombudId], set: { tid: rad.tid, av: rad.av } }).run()
}
