import type { Datum, Tid } from '../kalender.ts'
import { BRISTSTATUS, statusDen } from '../systemfel/status.ts'
import type { Ar } from './klienter.ts'
import type { RedovisningsVal } from './rader.ts'
import { Tabell } from './tabell.ts'
import type { Figurer } from './typer.ts'

/**
 * A brist as the counting reads it, with what concerns the year or all of it: observations of other years change
 * nothing. Struck brister and struck observations are never passed. `kommun` null = the whole unit.
 */
export interface Bristrad {
  readonly id: string
  readonly kategori: string | null
  readonly niva: string | null
  readonly aktor: string | null
  readonly iakttagelser: readonly { readonly datum: Datum; readonly kommun: string | null }[]
  /** The dated history of its status, in any order. */
  readonly handelser: readonly { readonly datum: Datum; readonly tid: Tid; readonly status: string }[]
}

/**
 * Distinct brister observed in the year by category, level, responsible actor and status on the day of the report
 * (`val.idag`), and the observations on their own line (DOMAIN §4). With a selection of kommuner an observation
 * counts there when it was made in one of them or concerns the whole unit.
 */
export function raknaBrister(rader: readonly Bristrad[], ar: Pick<Ar, 'forsta' | 'sista'>, val: Pick<RedovisningsVal, 'urval' | 'kodlistor' | 'idag'>): Figurer['brister'] {
  const kategori = new Tabell(val.kodlistor, 'systemfel_kategori')
  const niva = new Tabell(val.kodlistor, 'systemfel_niva')
  const aktor = new Tabell(val.kodlistor, 'aktor')
  const status = new Tabell(val.kodlistor, 'systemfel_status')
  const urval = val.urval === null ? null : new Set(val.urval)
  let antal = 0
  let observationer = 0
  for (const brist of rader) {
    const iAret = brist.iakttagelser.filter((i) => i.datum >= ar.forsta && i.datum <= ar.sista && (urval === null || i.kommun === null || urval.has(i.kommun))).length
    if (iAret === 0) continue
    antal += 1
    observationer += iAret
    kategori.rakna(brist.kategori)
    niva.rakna(brist.niva)
    aktor.rakna(brist.aktor)
    status.rakna(statusDen(brist.handelser, val.idag)?.status ?? BRISTSTATUS.noterad)
  }
  return { antal, observationer, perKategori: kategori.rader(), perNiva: niva.rader(), perAktor: aktor.rader(), perStatus: status.rader() }
}
