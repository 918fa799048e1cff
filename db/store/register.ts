import { asc, isNull } from 'drizzle-orm'
import type { Importuppdrag } from '../model/importera/typer.ts'
import { plusDagar } from '../model/kalender.ts'
import { arenden, uppdrag, type anteckningar, type ataganden, type forlangningar, type kommunbyten, type kontakter, type samtycken, type sigill, type uppfoljningar } from '../schema/index.ts'
import type { Db } from './db.ts'
import type { Registerskrivare } from './massa.ts'

/**
 * A register as rows ready to store: what an import or the example office writes in one transaction.
 * Sealing is done before (it takes its time and needs no lock); here bytes only go to their place.
 */
type Rad0 = 'strukenTid' | 'strukenSkal' | 'version'
export interface Registerarende extends Pick<typeof arenden.$inferSelect, 'id' | 'nummer' | 'kon' | 'fodelsear' | 'ombudId' | 'generation' | 'nyNyckel' | 'forseglat'> {
  sigill: (typeof sigill.$inferSelect)[]
  innehav: { anvandareId: string; fran: string; till: string | null }[]
  samtycken?: readonly Omit<typeof samtycken.$inferSelect, Rad0 | 'arendeId'>[]
}
/** What only the screens ask for, and the rows of the work between start and end: an import's register has none of it. */
export interface Registerflode extends Pick<typeof uppdrag.$inferSelect, 'prioritet' | 'realistiskt' | 'aktorer' | 'lotsadTill' | 'malutfall' | 'anteckningarna'> {
  uppfoljningar: readonly Pick<typeof uppfoljningar.$inferSelect, 'id' | 'planerad' | 'gjord' | 'resultat'>[]
  ataganden: readonly Omit<typeof ataganden.$inferSelect, 'arendeId' | 'uppdragId' | 'version'>[]
  anteckningar: readonly Pick<typeof anteckningar.$inferSelect, 'id' | 'tid' | 'forseglat'>[]
}
export interface Registeruppdrag extends Pick<typeof uppdrag.$inferSelect, 'id' | 'arendeId' | 'kommun' | 'start' | 'planeratSlut' | 'slut' | 'avslutsorsak' | 'forseglat'> {
  orsaker: readonly string[]
  livsomraden: readonly string[]
  forlangningar?: readonly Omit<typeof forlangningar.$inferSelect, Rad0 | 'uppdragId'>[]
  kommunbyten?: readonly Pick<typeof kommunbyten.$inferSelect, 'datum' | 'kommun'>[]
  flode?: Registerflode | null
}
export interface Registerkontakt extends Pick<typeof kontakter.$inferSelect, 'datum' | 'kommun' | 'kontaktvag' | 'initiativtagare' | 'utfall' | 'kodatum' | 'kolamnad' | 'arendeId' | 'uppdragId' | 'registreradAv'>,
  Partial<Pick<typeof kontakter.$inferSelect, 'hanvisadTill' | 'hanvisningUppfoljd' | 'koPaminnelse'>> {
  orsaker: readonly string[]
}

const UTAN_FLODE: Registerflode = { prioritet: null, realistiskt: null, aktorer: [], lotsadTill: null, malutfall: [], anteckningarna: null, uppfoljningar: [], ataganden: [], anteckningar: [] }
const rad0 = { strukenTid: null, strukenSkal: null, version: 1 }

export function skrivArende(skriv: Registerskrivare, { sigill: forseglade, innehav: perioder, samtycken: givna, ...rad }: Registerarende, skapad: string): void {
  skriv.arende({ ...rad, skapad, version: 1, aldersgrupp: null, gallrad: null, gallringsundantag: null })
  for (const ett of forseglade) skriv.sigill(ett)
  for (const period of perioder) skriv.innehav({ id: crypto.randomUUID(), arendeId: rad.id, slag: 'ombud', ...period })
  for (const ett of givna ?? []) skriv.samtycke({ ...ett, arendeId: rad.id, ...rad0 })
}

export function skrivUppdrag(skriv: Registerskrivare, { forlangningar: fl, kommunbyten: kb, flode, ...rad }: Registeruppdrag): void {
  const { uppfoljningar: uf, ataganden: at, anteckningar: an, ...falt } = flode ?? UTAN_FLODE
  skriv.uppdrag({ ...rad, ...rad0, orsaker: [...new Set(rad.orsaker)], livsomraden: [...new Set(rad.livsomraden)], avslutadTid: null, avslutadAv: null, ...falt })
  for (const forlangning of fl ?? []) skriv.forlangning({ ...forlangning, uppdragId: rad.id, ...rad0 })
  for (const byte of kb ?? []) skriv.kommunbyte({ ...byte, id: crypto.randomUUID(), uppdragId: rad.id, ...rad0 })
  for (const uppfoljning of uf) skriv.uppfoljning({ ...uppfoljning, uppdragId: rad.id, forseglat: null, ...rad0 })
  for (const atagande of at) skriv.atagande({ ...atagande, arendeId: rad.arendeId, uppdragId: rad.id, version: 1 })
  for (const anteckning of an) skriv.anteckning({ ...anteckning, arendeId: rad.arendeId, uppdragId: rad.id, version: 1 })
}

/** @param uppdragsstart of the uppdrag it led to: that ends a place in the queue */
export function skrivKontakt(skriv: Registerskrivare, rad: Registerkontakt, uppdragsstart: string | null): void {
  skriv.kontakt({
    hanvisadTill: null, hanvisningUppfoljd: null, koPaminnelse: null, ...rad, ...rad0,
    id: crypto.randomUUID(), koSlut: uppdragsstart ?? rad.kolamnad, orsaker: [...new Set(rad.orsaker)],
  })
}

/**
 * Who had the case when, from the uppdrag of a register: from the start of the first uppdrag an ombud had
 * until the day before the next ombud's first; the last one has it still.
 */
export function innehavAv(rader: readonly Pick<Importuppdrag, 'start' | 'ombudId'>[], fallback: { ombudId: string; fran: string }): Registerarende['innehav'] {
  const perioder: Registerarende['innehav'] = []
  for (const rad of rader.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const forra = perioder.at(-1)
    if (forra?.anvandareId === rad.ombudId) continue
    if (forra !== undefined) forra.till = plusDagar(rad.start, -1)
    perioder.push({ anvandareId: rad.ombudId, fran: rad.start, till: null })
  }
  return perioder.length > 0 ? perioder : [{ anvandareId: fallback.ombudId, fran: fallback.fran, till: null }]
}

/** The clients that exist, as far as an importer may know them: codes and days, no name. */
export function befintligaKlienter(db: Db) {
  const per = Map.groupBy(
    db.select({ arendeId: uppdrag.arendeId, start: uppdrag.start, slut: uppdrag.slut }).from(uppdrag).where(isNull(uppdrag.strukenTid)).orderBy(asc(uppdrag.start)).all(),
    (rad) => rad.arendeId)
  return db.select({ id: arenden.id, nummer: arenden.nummer, kon: arenden.kon, fodelsear: arenden.fodelsear, ombudId: arenden.ombudId }).from(arenden).all()
    .map(({ id, ...rad }) => ({ ...rad, uppdrag: (per.get(id) ?? []).map(({ start, slut }) => ({ start, slut })) }))
}

/** Row ids of cases by number: where an import adds to a client who is already there. */
export function arendeIdn(db: Db): Map<string, string> {
  return new Map(db.select({ id: arenden.id, nummer: arenden.nummer }).from(arenden).all().map((rad) => [rad.nummer, rad.id]))
}

