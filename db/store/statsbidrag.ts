import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { Fel } from '../model/fel.ts'
import { AVDRAG, FORVALD_FORDELNING, NYCKLAR, type Fordelningsval } from '../model/fordelning.ts'
import { kommunNamn } from '../model/kommuner.ts'
import { bidragsar as somBidragsar, type Bidragsar, type Bidragsbeslut, type Kommunbidrag, type Kostnadsrad } from '../model/statsbidrag.ts'
import { bidrag, bidragsar, bidragsbeslut, fordelningar, kostnader } from '../schema/index.ts'
import { krav, kravAndrad, type Db } from './db.ts'

const hundradelar = (tal: number | null) => (tal === null ? null : Math.round(tal * 100))
const ifranHundradelar = (tal: number | null) => (tal === null ? null : tal / 100)

/** A year's grant: the amount per full-time year, and per sökande kommun what each kommun has been granted. Struck decisions are marked. */
export function hamtaBidrag(db: Db, ar: number): Bidragsar {
  const aret = db.select({ belopp: bidragsar.belopp, version: bidragsar.version }).from(bidragsar).where(eq(bidragsar.ar, ar)).get()
  const rader = db.select().from(bidrag).where(eq(bidrag.ar, ar)).all()
    .map(({ ar: _, hundradelar: h, andel, ...rad }): Kommunbidrag => ({ ...rad, arsanstallningar: ifranHundradelar(h), andel: ifranHundradelar(andel) }))
  const beslut = db.select().from(bidragsbeslut).where(eq(bidragsbeslut.ar, ar)).orderBy(asc(bidragsbeslut.id)).all()
    .map(({ ar: _, strukenTid, strukenSkal: __, ...rad }): Bidragsbeslut & { sokande: string } => ({ ...rad, struken: strukenTid !== null }))
  return somBidragsar(ar, aret ?? { belopp: null, version: 0 }, rader, beslut)
}

/** @throws Fel `andrad_av_annan` */
export function sattBelopp(db: Db, { ar, belopp, version }: { ar: number; belopp: number | null; version: number }): void {
  if (version === 0) kravAndrad(db.insert(bidragsar).values({ ar, belopp }).onConflictDoNothing().run())
  else kravAndrad(db.update(bidragsar).set({ belopp, version: version + 1 }).where(and(eq(bidragsar.ar, ar), eq(bidragsar.version, version))).run())
}

/**
 * Says which kommuner a sökande kommun applies for: those that are new are added, those that are left out are taken
 * away, and what is written for the others stays.
 * @throws Fel `annan_sokande` for a kommun that is in another sökande's set, `bidrag_ifyllt` for taking away one that has something written
 */
export function sattSokande(db: Db, { ar, sokande, kommuner }: { ar: number; sokande: string; kommuner: readonly string[] }): void {
  const finns = db.select().from(bidrag).where(eq(bidrag.ar, ar)).all()
  const upptagen = finns.find((rad) => rad.sokande !== sokande && kommuner.includes(rad.kommun))
  if (upptagen !== undefined) {
    throw new Fel('annan_sokande', `${kommunNamn(upptagen.kommun)} ingår redan i det som ${kommunNamn(upptagen.sokande)} söker ${ar}. Ta bort kommunen där först.`, { falt: 'kommuner' })
  }
  const bort = finns.filter((rad) => rad.sokande === sokande && !kommuner.includes(rad.kommun))
  const ifylld = bort.find((rad) => [rad.hundradelar, rad.beviljat, rad.utbetalt, rad.anvant].some((v) => v !== null))
  if (ifylld !== undefined) {
    throw new Fel('bidrag_ifyllt', `${kommunNamn(ifylld.kommun)} har ifyllda belopp. Töm dem innan kommunen tas bort.`, { falt: 'kommuner' })
  }
  if (bort.length > 0) db.delete(bidrag).where(inArray(bidrag.id, bort.map((rad) => rad.id))).run()
  for (const kommun of new Set(kommuner)) {
    if (!finns.some((rad) => rad.kommun === kommun)) db.insert(bidrag).values({ id: crypto.randomUUID(), ar, sokande, kommun }).run()
  }
}

/** @throws Fel `andrad_av_annan` */
export function andraBidrag(db: Db, rad: Pick<Kommunbidrag, 'id' | 'version' | 'arsanstallningar' | 'beviljat' | 'utbetalt' | 'anvant'>): void {
  kravAndrad(db.update(bidrag)
    .set({ hundradelar: hundradelar(rad.arsanstallningar), beviljat: rad.beviljat, utbetalt: rad.utbetalt, anvant: rad.anvant, version: rad.version + 1 })
    .where(and(eq(bidrag.id, rad.id), eq(bidrag.version, rad.version))).run())
}

/** What a kommun's share is counted by. @throws Fel `andrad_av_annan` */
export function andraUnderlag(db: Db, rad: Pick<Kommunbidrag, 'id' | 'version' | 'befolkning' | 'andel'>): void {
  kravAndrad(db.update(bidrag).set({ befolkning: rad.befolkning, andel: hundradelar(rad.andel), version: rad.version + 1 })
    .where(and(eq(bidrag.id, rad.id), eq(bidrag.version, rad.version))).run())
}

/** The year and sökande of a kommun's row, for the log. @throws Fel `finns_inte` */
export function bidragsrad(db: Db, id: string): { ar: number; sokande: string; kommun: string } {
  return krav(db.select({ ar: bidrag.ar, sokande: bidrag.sokande, kommun: bidrag.kommun }).from(bidrag).where(eq(bidrag.id, id)).get(), 'Kommunens rad')
}

type Beslut = Pick<Bidragsbeslut, 'datum' | 'diarienummer' | 'anteckning'>

export function nyttBeslut(db: Db, rad: Beslut & { ar: number; sokande: string }): string {
  const id = crypto.randomUUID()
  db.insert(bidragsbeslut).values({ id, ...rad }).run()
  return id
}

/** @throws Fel `andrad_av_annan` */
export function andraBeslut(db: Db, { id, version, ...rad }: Beslut & { id: string; version: number }): void {
  kravAndrad(db.update(bidragsbeslut).set({ ...rad, version: version + 1 })
    .where(and(eq(bidragsbeslut.id, id), eq(bidragsbeslut.version, version), isNull(bidragsbeslut.strukenTid))).run())
}

/** @throws Fel `andrad_av_annan` */
export function strykBeslut(db: Db, rad: { id: string; version: number; skal: string }, tid: string): void {
  kravAndrad(db.update(bidragsbeslut).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(bidragsbeslut.id, rad.id), eq(bidragsbeslut.version, rad.version), isNull(bidragsbeslut.strukenTid))).run())
}

/** The shared costs of a year, in the order they were written; struck ones are marked. */
export function listaKostnader(db: Db, ar: number): Kostnadsrad[] {
  return db.select().from(kostnader).where(eq(kostnader.ar, ar)).orderBy(asc(kostnader.sokande)).all()
    .map(({ ar: _, strukenTid, strukenSkal: __, ...rad }) => ({ ...rad, struken: strukenTid !== null }))
}

type Kostnad = Pick<Kostnadsrad, 'slag' | 'text' | 'kronor'>

export function nyKostnad(db: Db, rad: Kostnad & { ar: number; sokande: string }): string {
  const id = crypto.randomUUID()
  db.insert(kostnader).values({ id, ...rad }).run()
  return id
}

/** @throws Fel `andrad_av_annan` */
export function andraKostnad(db: Db, { id, version, ...rad }: Kostnad & { id: string; version: number }): void {
  kravAndrad(db.update(kostnader).set({ ...rad, version: version + 1 }).where(and(eq(kostnader.id, id), eq(kostnader.version, version), isNull(kostnader.strukenTid))).run())
}

/** @throws Fel `andrad_av_annan` */
export function strykKostnad(db: Db, rad: { id: string; version: number; skal: string }, tid: string): void {
  kravAndrad(db.update(kostnader).set({ strukenTid: tid, strukenSkal: rad.skal, version: rad.version + 1 })
    .where(and(eq(kostnader.id, rad.id), eq(kostnader.version, rad.version), isNull(kostnader.strukenTid))).run())
}

/** How a sökande kommun's costs are shared: null until somebody has chosen. */
export function hamtaFordelning(db: Db, ar: number, sokande: string): (Fordelningsval & { version: number }) | null {
  const rad = db.select().from(fordelningar).where(and(eq(fordelningar.ar, ar), eq(fordelningar.sokande, sokande))).get()
  if (rad === undefined) return null
  const { nyckel, viktaDagar, avdrag, gemensamt, version } = rad
  return { nyckel: NYCKLAR.find((n) => n === nyckel) ?? FORVALD_FORDELNING.nyckel, avdrag: AVDRAG.find((a) => a === avdrag) ?? FORVALD_FORDELNING.avdrag, viktaDagar, gemensamt, version }
}

/** @throws Fel `andrad_av_annan` */
export function sattFordelning(db: Db, { ar, sokande, version, ...val }: Fordelningsval & { ar: number; sokande: string; version: number }): void {
  if (version === 0) kravAndrad(db.insert(fordelningar).values({ ar, sokande, ...val }).onConflictDoNothing().run())
  else kravAndrad(db.update(fordelningar).set({ ...val, version: version + 1 }).where(and(eq(fordelningar.ar, ar), eq(fordelningar.sokande, sokande), eq(fordelningar.version, version))).run())
}

/** Years that anything about the statsbidrag is written for. */
export function arMedBidrag(db: Db): number[] {
  return [...new Set([bidragsar, bidrag, kostnader].flatMap((t) => db.selectDistinct({ ar: t.ar }).from(t).all().map((rad) => rad.ar)))].sort((a, b) => b - a)
}

/** Stores the grants of a year as they are, ids included: for the example office. */
export function laggInBidrag(db: Db, aret: { readonly ar: number; readonly belopp: number; readonly kommuner: readonly Omit<Kommunbidrag, 'version'>[]; readonly beslut: readonly { id: string; sokande: string; datum: string; diarienummer: string }[]; readonly kostnader: readonly { id: string; sokande: string; slag: string; text: string | null; kronor: number }[] }): void {
  const { ar } = aret
  db.insert(bidragsar).values({ ar, belopp: aret.belopp }).run()
  for (const { arsanstallningar, andel, ...rad } of aret.kommuner) db.insert(bidrag).values({ ar, ...rad, hundradelar: hundradelar(arsanstallningar), andel: hundradelar(andel) }).run()
  for (const rad of aret.beslut) db.insert(bidragsbeslut).values({ ar, ...rad }).run()
  for (const rad of aret.kostnader) db.insert(kostnader).values({ ar, ...rad }).run()
}
