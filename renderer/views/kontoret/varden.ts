import type { AnstallningRad } from '../../../db/model/bemanning.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { arsGranser } from '../../../db/model/kalender.ts'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import {
  arsanstallningar, bemanningsunderlag, franvaroUtanfor, over100Procent, procentdagarPerKommun, summeraProcentdagar, type Bemanningsstycke,
} from '../../../db/model/redovisning/bemanning.ts'
import type { Anstallningsrad, Franvarorad } from '../../../db/model/redovisning/index.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { kontoret as text } from '../../texter/kontoret.ts'

/** The first day of what has been so since before anybody wrote it down. */
export const FRAN_BORJAN: Datum = '1900-01-01'

/** A field's '' as the open bound that it stands for. */
export const ellerNull = (varde: string): string | null => (varde.trim() === '' ? null : varde)
export const ellerFranBorjan = (varde: string): string => ellerNull(varde) ?? FRAN_BORJAN
export const somFalt = (datum: Datum | null): string => (datum === null || datum === FRAN_BORJAN ? '' : datum)

/** Digits as a whole number; anything else as NaN, which every schema refuses with its own sentence. */
export function heltal(text: string): number {
  return /^\d{1,9}$/u.test(text.trim()) ? Number(text.trim()) : Number.NaN
}

/** "0,75" or "0.75" as a number; anything else as NaN. */
export function decimaltal(text: string): number {
  return /^\d{1,6}([.,]\d{1,4})?$/u.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN
}

/** A number as it is typed in a field: "0,75"; '' for none. */
export const somDecimal = (tal: number | null | undefined): string => (tal == null ? '' : String(tal).replace('.', ','))

/** "302 400 kr" as whole kronor, with a minus for an income; anything else as NaN. */
export function kronor(text: string): number {
  const ren = text.normalize('NFKC').replace(/\s|kr$/giu, '').replace('−', '-')
  return /^-?\d{1,10}$/u.test(ren) ? Number(ren) : Number.NaN
}

/** "1 mars 2019 – tills vidare", "från början – 31 december 2025" */
export function tidIOrd(fran: Datum | null, till: Datum | null): string {
  return text.tid(fran === null || fran === FRAN_BORJAN ? text.franBorjan : langtDatum(fran), till === null ? text.tillsVidare : langtDatum(till))
}

/** The rows that count, as the redovisning reads them. */
function raknas(rader: readonly AnstallningRad[]): { anstallningar: Anstallningsrad[]; franvaro: Franvarorad[] } {
  const kvar = rader.filter((rad) => !rad.struken)
  return {
    anstallningar: kvar.map((rad) => ({ ...rad, person: rad.anvandareId })),
    franvaro: kvar.flatMap((rad) => rad.franvaro.filter((f) => !f.struken).map((f) => ({ ...f, anstallning: rad.id }))),
  }
}

/** What a year's årsanställningar are counted from, by person. */
export function utrakning(rader: readonly AnstallningRad[], ar: number): (Bemanningsstycke & { readonly namn: string })[] {
  const { anstallningar, franvaro } = raknas(iPersonordning(rader))
  const namn = new Map(rader.map((rad) => [rad.id, rad.namn]))
  return bemanningsunderlag(anstallningar, franvaro, { ar, ...arsGranser(ar) }).map((stycke) => ({ ...stycke, namn: namn.get(stycke.anstallning.id) ?? '' }))
}

/** What must be looked at in a year's anställningar, as sentences (DOMAIN §4). */
export function bemanningskontroller(rader: readonly AnstallningRad[], ar: number, enhetens: readonly string[], idag: Datum): string[] {
  const aret = { ar, ...arsGranser(ar) }
  const { anstallningar, franvaro } = raknas(rader)
  const namn = new Map(rader.map((rad) => [rad.anvandareId, rad.namn]))
  const heter = (id: string) => namn.get(id) ?? ''
  const utanfor = bemanningsunderlag(anstallningar, [], aret).filter((s) => !enhetens.includes(s.anstallning.kommun))
  return [
    ...over100Procent(anstallningar, aret).map((p) => text.bemanning.overHundra(heter(p.person), p.procent, kortDatum(p.dag, idag))),
    ...new Set(utanfor.map((s) => text.bemanning.utanforEnheten(heter(s.anstallning.person), kommunNamn(s.anstallning.kommun)))),
    ...franvaroUtanfor(anstallningar, franvaro, aret).ombud.map((id) => text.bemanning.franvaroUtanfor(heter(id))),
  ]
}

export interface Bemanningssumma {
  readonly kommun: string
  readonly antal: number
  readonly franvaro: number
  readonly vikarier: number
  readonly bemannat: number
}

/** A year's årsanställningar by kommun and in all, by the very rules of the redovisning (DOMAIN §4). Struck rows count nowhere. */
export function bemanningssummor(rader: readonly AnstallningRad[], ar: number): { readonly perKommun: readonly Bemanningssumma[]; readonly totalt: Omit<Bemanningssumma, 'kommun'> } {
  const aret = { ar, ...arsGranser(ar) }
  const { anstallningar, franvaro } = raknas(rader)
  const perKommun = procentdagarPerKommun(anstallningar, franvaro, aret)
  return {
    perKommun: [...perKommun].sort(([a], [b]) => kommunOrdning(a, b)).map(([kommun, dagar]) => ({ kommun, ...arsanstallningar(dagar, aret) })),
    totalt: arsanstallningar(summeraProcentdagar(perKommun.values()), aret),
  }
}

/** The years that the rows speak of, newest first; always this year and the last. */
export function bemanningsar(rader: readonly AnstallningRad[], iAr: number): number[] {
  const forsta = Math.min(iAr - 1, ...rader.map((rad) => Number(rad.fran.slice(0, 4))))
  return Array.from({ length: iAr - forsta + 1 }, (_, i) => iAr - i)
}

export type Anstallningslage = 'galler' | 'slutat' | 'struken'

export function lageFor(rad: Pick<AnstallningRad, 'till' | 'struken'>, idag: Datum): Anstallningslage {
  return rad.struken ? 'struken' : rad.till !== null && rad.till < idag ? 'slutat' : 'galler'
}

/** By person in Swedish order, then kommun, then first day. */
export function iPersonordning(rader: readonly AnstallningRad[]): AnstallningRad[] {
  return rader.toSorted((a, b) => svenskOrdning(a.namn, b.namn) || kommunOrdning(a.kommun, b.kommun) || (a.fran < b.fran ? -1 : a.fran > b.fran ? 1 : 0))
}

const GRUPP = 4
/** What stands on the sheet: 14 groups of four and one of two, after a fixed beginning that need not be typed. */
export const NYCKELGRUPPER = 15
const NYCKELTECKEN = 58
const PREFIX = /^AGESECRETKEY1/u

/** How far the typing of a nyckelblad's key has come: whole groups, and whether there are too many characters. */
export function nyckelframsteg(skrivet: string): { readonly grupper: number; readonly forManga: boolean } {
  const tecken = skrivet.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '').replace(PREFIX, '').length
  return { grupper: tecken >= NYCKELTECKEN ? NYCKELGRUPPER : Math.floor(tecken / GRUPP), forManga: tecken > NYCKELTECKEN }
}
