import type { Datum } from '../kalender.ts'
import { hittaPersonnummer } from '../personnummer.ts'
import { cellHarPersonnummer, celltext } from './celler.ts'
import { DATUMFORMAT, type Datumordning, type Datumrapport, granskaDatumkolumn, tolkaDatum } from './datumformat.ts'
import { DATUMKOLUMNER, type Datumkolumn, type Kolumn } from './kolumner.ts'
import { egnaKolumner, foreslaParning, paradMed, type Parning, tillampaParning } from './parning.ts'
import type { Cell, Tabell } from './typer.ts'

/**
 * The kinder way in (INTERFACES: "the page in the window is kinder"): what the office's own file holds,
 * shown before anything is stored, and the file made into a strict register by the user's choices.
 */

const EXEMPEL = 3
const arDatumkolumn = (kolumn: Kolumn): kolumn is Datumkolumn => (DATUMKOLUMNER as readonly Kolumn[]).includes(kolumn)

/** The user's choices: what each own column is, which columns keep only the birth year, and the order of day and month where that is ambiguous. */
export interface Importval {
  readonly parning: Parning
  readonly behallFodelsear?: readonly string[]
  readonly datumordning?: Readonly<Record<string, Datumordning>>
}

/** What a file holds, for the page where its columns are paired. */
export interface Oversikt {
  readonly rader: number
  readonly kolumner: readonly { readonly namn: string; readonly exempel: readonly string[] }[]
  readonly parning: Parning
  /** How the columns paired with dates are read; `format` in words. */
  readonly datum: readonly ({ readonly kolumn: string; readonly formatnamn: string } & Datumrapport)[]
  /** Names of columns in which personnummer were found. */
  readonly personnummer: readonly string[]
}

const kolumnceller = (tabell: Tabell, plats: number): Cell[] => tabell.rader.map(({ celler }) => celler[plats] ?? null)

/** Names of the own columns that hold a personnummer in any row; a column paired with telefon is read as phone numbers. */
export function hittaPersonnummerITabell(tabell: Tabell, parning: Parning, idag: Datum): string[] {
  return egnaKolumner(tabell.header)
    .filter(({ namn, plats }) => {
      const telefon = paradMed(parning, namn) === 'telefon' ? { fodelsear: null } : null
      return kolumnceller(tabell, plats).some((cell) => cellHarPersonnummer(cell, idag, telefon))
    })
    .map(({ namn }) => namn)
}

/** What a file holds and what its columns seem to be. `parning`, when the user has changed it, replaces the suggestion. */
export function gorOversikt(tabell: Tabell, idag: Datum, val?: Importval): Oversikt {
  const parning = val?.parning ?? foreslaParning(tabell.header)
  const egna = egnaKolumner(tabell.header)
  return {
    rader: tabell.rader.filter(({ celler }) => celler.some((cell) => celltext(cell) !== '')).length,
    kolumner: egna.map(({ namn, plats }) => ({
      namn,
      exempel: [...new Set(kolumnceller(tabell, plats).map(celltext).filter((text) => text !== ''))].slice(0, EXEMPEL),
    })),
    parning,
    datum: egna.flatMap(({ namn, plats }) => {
      const kolumn = paradMed(parning, namn)
      if (kolumn === null || !arDatumkolumn(kolumn)) return []
      const rapport = granskaDatumkolumn(kolumnceller(tabell, plats), idag, val?.datumordning?.[namn])
      return [{ kolumn: namn, formatnamn: rapport.format.map((format) => DATUMFORMAT[format]).join(', '), ...rapport }]
    }),
    personnummer: hittaPersonnummerITabell(tabell, parning, idag),
  }
}

/** Birth year of a cell that holds a personnummer or a date of birth and nothing else; otherwise the text without the numbers in it. */
export function utanPersonnummer(cell: Cell, idag: Datum): Cell {
  const text = typeof cell === 'number' && /^\d{7,9}$/u.test(celltext(cell)) ? celltext(cell).padStart(10, '0') : celltext(cell)
  const fynd = hittaPersonnummer(text, idag)
  if (fynd.length === 0) return tolkaDatum(cell, idag)?.datum.slice(0, 4) ?? cell
  const [forsta] = fynd
  if (fynd.length === 1 && forsta !== undefined && forsta.start === 0 && forsta.slut === text.length) return String(forsta.fodelsear)
  const rest = fynd.toReversed().reduce((kvar, { start, slut }) => `${kvar.slice(0, start)} ${kvar.slice(slut)}`, text)
  return celltext(rest.replace(/\(\s*\)/gu, ' ').replace(/[\s,;:–-]+$/u, ''))
}

/** The file with its personnummer cut down to birth years in the named columns, before anything is checked or stored. */
export function behallFodelsear(tabell: Tabell, kolumner: readonly string[], idag: Datum): Tabell {
  const platser = new Set(egnaKolumner(tabell.header).filter(({ namn }) => kolumner.includes(namn)).map(({ plats }) => plats))
  return {
    ...tabell,
    rader: tabell.rader.map(({ nummer, celler }) => ({ nummer, celler: celler.map((cell, i) => (platser.has(i) ? utanPersonnummer(cell, idag) : cell)) })),
  }
}

/**
 * Makes the office's own file a strict register by the user's choices: personnummer cut to birth years,
 * columns paired and renamed, dates written as days. What cannot be read stays as it is, for the check to report.
 */
export function tillRegister(tabell: Tabell, val: Importval, idag: Datum): Tabell {
  const rensad = behallFodelsear(tabell, val.behallFodelsear ?? [], idag)
  const ordningar = new Map<number, Datumordning>()
  egnaKolumner(tabell.header)
    .filter(({ namn }) => paradMed(val.parning, namn) !== null)
    .forEach(({ namn, plats }, i) => {
      const kolumn = paradMed(val.parning, namn)
      if (kolumn !== null && arDatumkolumn(kolumn)) {
        ordningar.set(i, granskaDatumkolumn(kolumnceller(tabell, plats), idag, val.datumordning?.[namn]).ordning)
      }
    })
  const parad = tillampaParning(rensad, val.parning)
  return {
    ...parad,
    rader: parad.rader.map(({ nummer, celler }) => ({
      nummer,
      celler: celler.map((cell, i) => {
        const ordning = ordningar.get(i)
        return ordning === undefined ? cell : (tolkaDatum(cell, idag, ordning)?.datum ?? cell)
      }),
    })),
  }
}
