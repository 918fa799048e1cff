import { TIDIGAST } from '../grund.ts'
import type { Datum } from '../kalender.ts'
import { UPPGIFT_SAKNAS } from '../kodlistor.ts'
import { cellHarPersonnummer, celltext, telefontext } from './celler.ts'
import { KOLUMNER, type Datumkolumn, type Kolumn, LISTA_FOR, type Listkolumn } from './kolumner.ts'
import type { Stod } from './stod.ts'
import { TEXT } from './texter.ts'
import type { Importfel, Tabellrad } from './typer.ts'

/**
 * A value read from a cell: null = the cell is empty, undefined = it holds something that cannot be
 * used and has been reported, so that nothing further is said about it.
 */
export type Varde<T> = T | null | undefined

const ARENDENUMMER = /^\d{4}-\d{4,6}$/u
const MAXLANGD: Partial<Record<Kolumn, number>> = { namn: 120, telefon: 60 }

/** Reads and checks the cells of one row, one by one. Errors are added to `fel`. */
export class Radlasare {
  readonly nummer: number
  /** The row's texts, for telling whether two rows are the same. */
  readonly nyckel: string
  readonly #texter = new Map<Kolumn, string>()
  readonly #trasiga = new Set<Kolumn>()
  readonly #stod: Stod
  readonly #fel: Importfel[]

  constructor(rad: Tabellrad, plats: ReadonlyMap<Kolumn, number>, stod: Stod, fel: Importfel[]) {
    this.nummer = rad.nummer
    this.#stod = stod
    this.#fel = fel
    for (const kolumn of KOLUMNER) {
      const i = plats.get(kolumn)
      if (i === undefined) continue
      const cell = rad.celler[i]
      this.#texter.set(kolumn, kolumn === 'telefon' ? telefontext(cell) : celltext(cell))
      if (kolumn !== 'telefon' && cellHarPersonnummer(cell, stod.idag)) this.fel(kolumn, TEXT.personnummer)
    }
    const telefon = plats.get('telefon')
    if (telefon !== undefined) {
      const fodelsear = Number.parseInt(this.#texter.get('fodelsear') ?? '', 10)
      if (cellHarPersonnummer(rad.celler[telefon], stod.idag, { fodelsear: Number.isNaN(fodelsear) ? null : fodelsear })) {
        this.fel('telefon', TEXT.personnummer)
      }
    }
    this.nyckel = KOLUMNER.map((kolumn) => this.#texter.get(kolumn) ?? '').join('\u001F')
  }

  /** Reports an error in a column of this row; what stands there is then left alone. */
  fel(kolumn: Kolumn, mening: string): undefined {
    this.#trasiga.add(kolumn)
    this.#fel.push({ rad: this.nummer, kolumn, fel: mening })
    return undefined
  }

  /** Reports that a cell must be filled in; a column that is missing altogether is reported once, by the header. */
  saknas(kolumn: Kolumn, mening: string): undefined {
    return this.#texter.has(kolumn) ? this.fel(kolumn, mening) : undefined
  }

  /** Whether a cell holds something that has not been reported as wrong. */
  fyllt(kolumn: Kolumn): boolean {
    return typeof this.text(kolumn) === 'string'
  }

  text(kolumn: Kolumn): Varde<string> {
    if (this.#trasiga.has(kolumn)) return undefined
    const text = this.#texter.get(kolumn) ?? ''
    if (text === '') return null
    const max = MAXLANGD[kolumn]
    return max !== undefined && text.length > max ? this.fel(kolumn, TEXT.forLang(max)) : text
  }

  datum(kolumn: Datumkolumn): Varde<Datum> {
    const text = this.text(kolumn)
    if (typeof text !== 'string') return text
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return this.fel(kolumn, TEXT.datumFormat)
    if (!this.#stod.arDatum(text)) return this.fel(kolumn, TEXT.datumFinnsInte)
    if (text < TIDIGAST) return this.fel(kolumn, TEXT.datumForTidigt)
    const { planerat, annat } = this.#stod.senast
    return text > (kolumn === 'planerat_slut' ? planerat : annat) ? this.fel(kolumn, TEXT.datumForSent) : text
  }

  arendenummer(): Varde<string> {
    const text = this.text('arendenummer')
    if (typeof text !== 'string') return text
    return ARENDENUMMER.test(text) ? text : this.fel('arendenummer', TEXT.arendenummerFormat)
  }

  fodelsear(): Varde<number> {
    const text = this.text('fodelsear')
    if (typeof text !== 'string' || this.#stod.kod('kon', text) === UPPGIFT_SAKNAS) return text === undefined ? undefined : null
    if (!/^\d{4}$/u.test(text)) return this.fel('fodelsear', TEXT.fodelsearFormat)
    const ar = Number(text)
    return ar < 1900 || ar > Number(this.#stod.idag.slice(0, 4)) ? this.fel('fodelsear', TEXT.fodelsearOrimligt) : ar
  }

  /** The kommun's code, if the unit had it on any of the days (or ever, when no day is known). */
  kommun(dagar: readonly Datum[]): Varde<string> {
    const text = this.text('kommun')
    if (typeof text !== 'string') return text === null ? this.saknas('kommun', TEXT.saknas('Kommun')) : undefined
    const kommun = this.#stod.kommun(text)
    if (kommun === undefined) return this.fel('kommun', TEXT.okandKommun(this.#stod.kommunnamn))
    const hor = (dag: Datum) => kommun.tider.some((t) => (t.fran === null || t.fran <= dag) && (t.till === null || dag <= t.till))
    return dagar.length > 0 && !dagar.some(hor) ? this.fel('kommun', TEXT.kommunEjDa) : kommun.kod
  }

  /** The user's id. */
  ombud(): Varde<string> {
    const text = this.text('ombud')
    if (typeof text !== 'string') return text
    const anvandare = this.#stod.anvandare(text)
    if (anvandare === undefined) return this.fel('ombud', TEXT.okandOmbud(this.#stod.ombudsnamn))
    return anvandare.roller.includes('ombud') ? anvandare.id : this.fel('ombud', TEXT.ejOmbud)
  }

  /** The code of the one label of a cell. */
  kod(kolumn: Listkolumn): Varde<string> {
    const koder = this.koder(kolumn)
    if (koder === undefined) return undefined
    return koder.length > 1 ? this.fel(kolumn, TEXT.flerEtiketter) : (koder[0] ?? null)
  }

  /** The codes of a cell with labels separated by `|`, each once; "Uppgift saknas" beside others says nothing and is left out. */
  koder(kolumn: Listkolumn): readonly string[] | undefined {
    const text = this.text(kolumn)
    if (typeof text !== 'string') return text === null ? [] : undefined
    const koder = new Set<string>()
    for (const del of text.split('|').map((d) => d.trim()).filter((d) => d !== '')) {
      const kod = this.#stod.kod(LISTA_FOR[kolumn], del)
      if (kod === undefined) {
        const { nara, val } = this.#stod.forslag(LISTA_FOR[kolumn], del)
        return this.fel(kolumn, TEXT.okandEtikett(nara, val))
      }
      koder.add(kod)
    }
    if (koder.size > 1) koder.delete(UPPGIFT_SAKNAS)
    return [...koder]
  }
}
