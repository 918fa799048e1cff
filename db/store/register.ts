import { asc, isNull } from 'drizzle-orm'
import type { Importuppdrag } from '../model/importera/typer.ts'
import { plusDagar } from '../model/kalender.ts'
import { arenden, uppdrag, type forlangningar, type kommunbyten, type kontakter, type sigill } from '../schema/index.ts'
import type { Db } from './db.ts'
import type { Registerskrivare } from './massa.ts'

/**
 * A register as rows ready to store: what an import or the example office writes in one transaction.
 * Sealing is done before (it takes its time and needs no lock); here bytes only go to their place.
 */
export interface Registerarende extends Pick<typeof arenden.$inferSelect, 'id' | 'nummer' | 'kon' | 'fodelsear' | 'ombudId' | 'generation' | 'nyNyckel' | 'forseglat'> {
  sigill: (typeof sigill.$inferSelect)[]
  innehav: { anvandareId: string; fran: string; till: string | null }[]
}
export interface Registeruppdrag extends Pick<typeof uppdrag.$inferSelect, 'id' | 'arendeId' | 'kommun' | 'start' | 'planeratSlut' | 'slut' | 'avslutsorsak' | 'forseglat'> {
  orsaker: readonly string[]
  livsomraden: readonly string[]
  forlangningar?: readonly Omit<typeof forlangningar.$inferSelect, 'strukenTid' | 'strukenSkal' | 'version' | 'uppdragId'>[]
  kommunbyten?: readonly Pick<typeof kommunbyten.$inferSelect, 'datum' | 'kommun'>[]
}
export interface Registerkontakt extends Pick<typeof kontakter.$inferSelect, 'datum' | 'kommun' | 'kontaktvag' | 'initiativtagare' | 'utfall' | 'kodatum' | 'kolamnad' | 'arendeId' | 'uppdragId' | 'registreradAv'> {
  orsaker: readonly string[]
}

/** What only the screens ask for: a register of before does not say it. */
const utanFlode = { prioritet: null, realistiskt: null, aktorer: [], lotsadTill: null, malutfall: [], anteckningarna: null }
const rad0 = { strukenTid: null, strukenSkal: null, version: 1 }

export function skrivArende(skriv: Registerskrivare, { sigill: forseglade, innehav: perioder, ...rad }: Registerarende, skapad: string): void {
  skriv.arende({ ...rad, skapad, version: 1 })
  for (const ett of forseglade) skriv.sigill(ett)
  for (const period of perioder) skriv.innehav({ id: crypto.randomUUID(), arendeId: rad.id, slag: 'ombud', ...period })
}

export function skrivUppdrag(skriv: Registerskrivare, { forlangningar: fl, kommunbyten: kb, ...rad }: Registeruppdrag): void {
  skriv.uppdrag({ ...rad, ...rad0, orsaker: [...new Set(rad.orsaker)], livsomraden: [...new Set(rad.livsomraden)], avslutadTid: null, avslutadAv: null, ...utanFlode })
  for (const forlangning of fl ?? []) skriv.forlangning({ ...forlangning, uppdragId: rad.id, ...rad0 })
  for (const byte of kb ?? []) skriv.kommunbyte({ ...byte, id: crypto.randomUUID(), uppdragId: rad.id, ...rad0 })
}

/** @param uppdragsstart of the uppdrag it led to: that ends a place in the queue */
export function skrivKontakt(skriv: Registerskrivare, rad: Registerkontakt, uppdragsstart: string | null): void {
  skriv.kontakt({ ...rad, ...rad0, id: crypto.randomUUID(), koSlut: uppdragsstart ?? rad.kolamnad, orsaker: [...new Set(rad.orsaker)], hanvisadTill: null, hanvisningUppfoljd: null, koPaminnelse: null })
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

