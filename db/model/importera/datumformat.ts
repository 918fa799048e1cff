import { arDatum, type Datum, plusDagar } from '../kalender.ts'
import { celltext } from './celler.ts'
import type { Cell } from './typer.ts'

/** Ways of writing a date that are recognised. */
export const DATUMFORMAT = {
  iso: 'ÅÅÅÅ-MM-DD',
  punkter: 'ÅÅÅÅ.MM.DD eller ÅÅÅÅ/MM/DD',
  kompakt: 'ÅÅÅÅMMDD',
  kort: 'ÅÅMMDD eller ÅÅ-MM-DD',
  dagForst: 'dag/månad/år',
  manadForst: 'månad/dag/år',
  ord: 'dag och månad i ord (1 mars 2026)',
  serie: 'Excels datumtal',
} as const
export type Datumformat = keyof typeof DATUMFORMAT

/** Which of two numbers is the day when a date is written 03/04/2026. */
export type Datumordning = 'dagForst' | 'manadForst'

/** A date read from a cell. `bytbar` = day and month could change places and give another day. */
export interface LastDatum {
  readonly datum: Datum
  readonly format: Datumformat
  readonly bytbar: boolean
}

const MANADER = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const MANADSNAMN = /^(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mar(?:s)?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/u

/** Excel's day 0, such that day 60 and later come right (its 29 February 1900 never was). */
const EXCELS_NOLLA = '1899-12-30'
/** Serial numbers that are read as dates: 1980-01-01 to 2079-12-31. Smaller ones are years or counts. */
const SERIER = { fran: 29_221, till: 65_745 }

function bygg(ar: string, manad: string, dag: string, idag: Datum): Datum | null {
  const sekel = Number(idag.slice(0, 2))
  const kort = `${sekel}${ar}`
  const helAr = ar.length === 4 ? ar : Number(kort) > Number(idag.slice(0, 4)) + 20 ? `${sekel - 1}${ar}` : kort
  const datum = `${helAr}-${manad.padStart(2, '0')}-${dag.padStart(2, '0')}`
  return arDatum(datum) ? datum : null
}

const somLast = (datum: Datum | null, format: Datumformat, bytbar = false): LastDatum | null => (datum === null ? null : { datum, format, bytbar })

function avSiffror(text: string, ordning: Datumordning, idag: Datum): LastDatum | null {
  const arForst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/u.exec(text)
  if (arForst) {
    const [, ar = '', tecken, manad = '', dag = ''] = arForst
    return somLast(bygg(ar, manad, dag, idag), tecken === '-' ? 'iso' : 'punkter')
  }
  const kompakt = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u.exec(text)
  if (kompakt) return somLast(bygg(kompakt[1] ?? '', kompakt[2] ?? '', kompakt[3] ?? '', idag), 'kompakt')
  const kort = /^(\d{2})(-?)(\d{2})\2(\d{2})$/u.exec(text)
  if (kort) return somLast(bygg(kort[1] ?? '', kort[3] ?? '', kort[4] ?? '', idag), 'kort')
  const arSist = /^(\d{1,2})([-./ ])(\d{1,2})[-./ ]{1,2}(\d{4}|\d{2})$/u.exec(text)
  if (!arSist) return null
  const [, a = '', , b = '', ar = ''] = arSist
  const annan = ordning === 'dagForst' ? 'manadForst' : 'dagForst'
  const las = (o: Datumordning) => (o === 'dagForst' ? bygg(ar, b, a, idag) : bygg(ar, a, b, idag))
  const [forst, sedan] = [las(ordning), las(annan)]
  return forst === null ? somLast(sedan, annan) : somLast(forst, ordning, sedan !== null && sedan !== forst)
}

function avOrd(text: string, idag: Datum): LastDatum | null {
  const m = /^(?:den )?(\d{1,2})(?::?[ae])?[ .-]+(\p{L}+)\.?[ ,-]+(\d{4}|\d{2})$/u.exec(text.toLocaleLowerCase('sv'))
  if (!m || !MANADSNAMN.test(m[2] ?? '')) return null
  const manad = MANADER.indexOf((m[2] ?? '').slice(0, 3)) + 1
  return somLast(bygg(m[3] ?? '', String(manad), m[1] ?? '', idag), 'ord')
}

/**
 * The date a cell holds, in any of the ways of `DATUMFORMAT`; a time of day after it is left out. Null =
 * not recognised. Two-digit years lie at most 20 years ahead. A date that is possible in one order of day
 * and month only is read in that order, whatever `ordning` says.
 */
export function tolkaDatum(cell: Cell, idag: Datum, ordning: Datumordning = 'dagForst'): LastDatum | null {
  if (typeof cell === 'number' && cell >= SERIER.fran && cell < SERIER.till + 1) {
    return somLast(plusDagar(EXCELS_NOLLA, Math.floor(cell)), 'serie')
  }
  const text = celltext(cell).replace(/[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/u, '')
  return avSiffror(text, ordning, idag) ?? avOrd(text, idag)
}

/** How the dates of one column were read. */
export interface Datumrapport {
  /** The formats that occur, the most common first. */
  readonly format: readonly Datumformat[]
  /** The order of day and month that was used: the one every cell allows, else day first. */
  readonly ordning: Datumordning
  /** Day and month could be swapped in every cell that writes them so: somebody must look. */
  readonly tvetydig: boolean
  readonly exempel: readonly { readonly text: string; readonly tolkat: Datum }[]
  /** Number of cells that hold something that is no date. */
  readonly otolkade: number
}

/**
 * How the cells of a column can be read as dates. One cell that is possible in one order only
 * (25/03/2026) decides the order for the whole column; without any, the column is ambiguous.
 */
export function granskaDatumkolumn(celler: readonly Cell[], idag: Datum, vald?: Datumordning): Datumrapport {
  const fyllda = celler.filter((cell) => celltext(cell) !== '')
  const tolka = (o: Datumordning) => {
    const sedda = new Map<Cell, LastDatum | null>() // days recur
    return (cell: Cell) => {
      const sedd = sedda.get(cell)
      if (sedd !== undefined) return sedd
      const last = tolkaDatum(cell, idag, o)
      sedda.set(cell, last)
      return last
    }
  }
  const utan = fyllda.map(tolka('dagForst'))
  const annars = fyllda.map(tolka('manadForst'))
  // Possible in that order only: 05/05/2026 is the same day in both, and says nothing of the column.
  const sakra = (ordning: Datumordning) => utan.filter((d, i) => d?.format === ordning && annars[i]?.format === ordning).length
  const bytbara = utan.filter((d) => d?.bytbar).length
  const ordning = vald ?? (sakra('manadForst') > 0 && sakra('dagForst') === 0 ? 'manadForst' : 'dagForst')
  const antal = new Map<Datumformat, number>()
  const exempel = new Map<Datumformat, { text: string; tolkat: Datum }>()
  let otolkade = 0
  const las = tolka(ordning)
  for (const cell of fyllda) {
    const last = las(cell)
    if (last === null) otolkade += 1
    else {
      antal.set(last.format, (antal.get(last.format) ?? 0) + 1)
      if (!exempel.has(last.format) || last.bytbar) exempel.set(last.format, { text: celltext(cell), tolkat: last.datum })
    }
  }
  return {
    format: [...antal].toSorted((a, b) => b[1] - a[1]).map(([format]) => format),
    ordning,
    tvetydig: bytbara > 0 && (sakra('dagForst') > 0) === (sakra('manadForst') > 0),
    exempel: [...exempel.values()],
    otolkade,
  }
}
