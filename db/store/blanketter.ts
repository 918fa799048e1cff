import { and, count, desc, eq, max } from 'drizzle-orm'
import { INBYGGDA, zBlankettinnehall, type Blankett, type Blankettinnehall, type BlankettRad, type Slag } from '../model/blankett/index.ts'
import { Fel } from '../model/fel.ts'
import { svenskOrdning } from '../model/text.ts'
import { blanketter, handlingar } from '../schema/index.ts'
import { krav, type Db } from './db.ts'

type Rad = typeof blanketter.$inferSelect
const franRad = (rad: Rad): Blankett => ({ ...zBlankettinnehall.parse(rad.innehall), id: rad.id, version: rad.version, inbyggd: false })

/** A version of a form, Lotsen's own or the office's. @throws Fel `finns_inte` */
export function hamtaBlankett(db: Db, { id, version }: { id: string; version: number }): Blankett {
  const inbyggd = INBYGGDA.find((b) => b.id === id && b.version === version)
  if (inbyggd !== undefined) return inbyggd
  return franRad(krav(db.select().from(blanketter).where(and(eq(blanketter.id, id), eq(blanketter.version, version))).get(), 'Blanketten'))
}

/** The newest version of a form, or undefined. */
export function senasteVersion(db: Db, id: string): number | undefined {
  const inbyggda = INBYGGDA.filter((b) => b.id === id).map((b) => b.version)
  const egen = db.select({ n: max(blanketter.version) }).from(blanketter).where(eq(blanketter.id, id)).get()?.n
  return inbyggda.length > 0 ? Math.max(...inbyggda) : (egen ?? undefined)
}

/** The newest version of each form of a kind: Lotsen's own first, then the office's by name. */
export function listaBlanketter(db: Db, slag: Slag): BlankettRad[] {
  const anvands = new Map(db.select({ id: handlingar.blankettId, n: count() }).from(handlingar).groupBy(handlingar.blankettId).all().map((rad) => [rad.id, rad.n]))
  const som = (b: Blankett): BlankettRad => ({
    id: b.id, version: b.version, slag: b.slag, namn: b.namn, lan: b.lan, fran: b.fran, till: b.till, inbyggd: b.inbyggd, anvands: anvands.get(b.id) ?? 0,
  })
  const egna = db.select().from(blanketter).where(eq(blanketter.slag, slag)).orderBy(desc(blanketter.version)).all()
  const senaste = [...new Map(egna.toReversed().map((rad) => [rad.id, rad])).values()]
  return [...INBYGGDA.filter((b) => b.slag === slag).map(som), ...senaste.map(franRad).map(som).sort((a, b) => svenskOrdning(a.namn, b.namn))]
}

/** The office's own form with this name, or undefined. */
export function blankettMedNamn(db: Db, slag: Slag, namn: string): { id: string; version: number } | undefined {
  return listaBlanketter(db, slag).find((b) => !b.inbyggd && b.namn === namn)
}

/**
 * Stores a form as version `version` + 1 (0 = its first).
 * @throws Fel `andrad_av_annan` when `version` is not the newest any longer
 */
export function sparaBlankett(db: Db, rad: { id: string; version: number; innehall: Blankettinnehall; tid: string; av: string }): { id: string; version: number } {
  if ((senasteVersion(db, rad.id) ?? 0) !== rad.version) {
    throw new Fel('andrad_av_annan', 'Blanketten har sparats av någon annan sedan den öppnades. Öppna den senaste versionen och gör ändringen där.')
  }
  const version = rad.version + 1
  const { slag, namn } = rad.innehall
  db.insert(blanketter).values({ id: rad.id, version, slag, namn, innehall: rad.innehall, tid: rad.tid, av: rad.av }).run()
  return { id: rad.id, version }
}
