import type { Roll } from '../anvandare.ts'
import type { Datum } from '../kalender.ts'
import type { Kodlistor } from '../kodlistor.ts'

/** A cell as the file readers give it: text, a number of a spreadsheet, or nothing. Date cells come as ISO days. */
export type Cell = string | number | null

/** A row of the file: its cells and its number as a spreadsheet shows it (the header is row 1). */
export interface Tabellrad {
  readonly nummer: number
  readonly celler: readonly Cell[]
}

/** A file that has been read but not understood: column names and rows. */
export interface Tabell {
  readonly header: readonly string[]
  readonly rader: readonly Tabellrad[]
  /** Rows that could not be read as cells; they are not among `rader`. */
  readonly lasfel?: readonly Importfel[]
}

/** One thing to mend, where it stands, and a sentence that says what to do. Never holds what the cell said. */
export interface Importfel {
  readonly rad: number
  readonly kolumn: string
  readonly fel: string
}

/** Something the user should know before importing, that does not stop it: a sentence, how many rows it concerns, and the first of them. */
export interface Upplysning {
  readonly kolumn: string | null
  readonly text: string
  readonly antal: number
  readonly rader: readonly number[]
}

/** A kommun's time in the unit, both days included; null = open. */
export interface Kommuntid {
  readonly kod: string
  readonly fran: Datum | null
  readonly till: Datum | null
}

export interface Importanvandare {
  readonly id: string
  readonly anvandarnamn: string
  readonly roller: readonly Roll[]
  /** Disabled: may stand on ended uppdrag, may not be given a case. */
  readonly avstangd?: boolean
}

/** A client the office already has, as far as an importer may know it: no name. */
export interface BefintligKlient {
  readonly nummer: string
  readonly kon: string
  readonly fodelsear: number | null
  readonly ombudId: string
  readonly uppdrag: readonly { readonly start: Datum; readonly slut: Datum | null }[]
}

/** What a register is checked against. */
export interface Sammanhang {
  readonly kommuner: readonly Kommuntid[]
  readonly anvandare: readonly Importanvandare[]
  readonly kodlistor: Kodlistor
  readonly befintliga: readonly BefintligKlient[]
  readonly idag: Datum
}

/** A client of the register. `ombudId` has the case now: the ombud of the latest uppdrag. */
export interface Importklient {
  readonly nummer: string
  /** The office has this ärende already: only contacts and uppdrag are added to it. */
  readonly befintlig: boolean
  readonly kon: string
  readonly fodelsear: number | null
  readonly namn: string | null
  readonly telefon: string | null
  readonly ombudId: string
}

/** A contact of the register; `uppdrag` is the index of the uppdrag it led to, `klient` the ärendenummer it belongs to. */
export interface Importkontakt {
  readonly rad: number
  readonly datum: Datum
  readonly kommun: string
  readonly kontaktvag: string
  readonly initiativtagare: string
  readonly orsaker: readonly string[]
  readonly utfall: string
  readonly kodatum: Datum | null
  readonly kolamnad: Datum | null
  readonly klient: string | null
  readonly uppdrag: number | null
  readonly ombudId: string | null
}

/** An uppdrag of the register; `ombudId` had it. */
export interface Importuppdrag {
  readonly rad: number
  readonly klient: string
  readonly ombudId: string
  readonly kommun: string
  readonly start: Datum
  readonly planeratSlut: Datum | null
  readonly slut: Datum | null
  readonly avslutsorsak: string | null
  readonly orsaker: readonly string[]
  readonly livsomraden: readonly string[]
}

/** A register without errors, ready to be stored in one transaction. */
export interface Importdata {
  readonly klienter: readonly Importklient[]
  readonly uppdrag: readonly Importuppdrag[]
  readonly kontakter: readonly Importkontakt[]
}

/** Number of rows, clients, uppdrag and contacts that the file holds. */
export interface Importantal {
  readonly rader: number
  readonly klienter: number
  readonly uppdrag: number
  readonly kontakter: number
}

/** The outcome of a check. `data` is null as long as there is any error. */
export interface Granskning extends Importantal {
  readonly fel: readonly Importfel[]
  readonly upplysningar: readonly Upplysning[]
  readonly data: Importdata | null
}
