import { DATUMKOLUMNER, KOLUMNER, KOLUMNNAMN, type Kolumn, OBLIGATORISKA } from '../../../db/model/importera/kolumner.ts'
import type { Datumordning } from '../../../db/model/importera/datumformat.ts'
import type { Oversikt } from '../../../db/model/importera/oversikt.ts'
import { type Parning, paradMed } from '../../../db/model/importera/parning.ts'
import type { Importfel } from '../../../db/model/importera/typer.ts'
import { importera as text } from '../../texter/importera.ts'

/** What the user has chosen about a file. */
export interface Filval {
  readonly parning: Parning
  readonly behallFodelsear: readonly string[]
  /** Only orders that somebody has chosen; the others are as the columns themselves say. */
  readonly datumordning: Readonly<Record<string, Datumordning>>
}

/** Something that keeps the file from being checked, and the own column that it concerns (none: the file as a whole). */
export interface Hinder {
  readonly kolumn: string | null
  readonly mening: string
  readonly slag: 'parning' | 'personnummer' | 'datum'
}

/** Columns of ours that more than one own column is paired with. */
function dubbla(parning: Parning): Set<Kolumn> {
  const sedda = new Set<Kolumn>()
  const dubbla = new Set<Kolumn>()
  for (const kolumn of Object.values(parning)) if (kolumn !== null) (sedda.has(kolumn) ? dubbla : sedda).add(kolumn)
  return dubbla
}

/** Own columns that hold personnummer and are to be taken in. */
export function medPersonnummer(oversikt: Oversikt, parning: Parning): string[] {
  return oversikt.personnummer.filter((namn) => paradMed(parning, namn) !== null)
}

/** What must be chosen before the file can be checked, in the order of the page. */
export function hinder(oversikt: Oversikt, val: Filval): Hinder[] {
  const dubblerade = dubbla(val.parning)
  const parade = new Set(Object.values(val.parning))
  const saknade = OBLIGATORISKA.filter((kolumn) => !parade.has(kolumn)).map((kolumn) => KOLUMNNAMN[kolumn])
  return [
    ...saknade.map((namn): Hinder => ({ kolumn: null, slag: 'parning', mening: text.parning.saknas(namn) })),
    ...oversikt.kolumner.flatMap(({ namn }): Hinder[] => {
      const kolumn = paradMed(val.parning, namn)
      return kolumn !== null && dubblerade.has(kolumn) ? [{ kolumn: namn, slag: 'parning', mening: text.parning.dubbel(KOLUMNNAMN[kolumn]) }] : []
    }),
    ...medPersonnummer(oversikt, val.parning)
      .filter((namn) => !val.behallFodelsear.includes(namn))
      .map((namn): Hinder => ({ kolumn: namn, slag: 'personnummer', mening: text.parning.behallKrav(namn) })),
    ...oversikt.datum
      .filter((rad) => rad.tvetydig && val.datumordning[rad.kolumn] === undefined)
      .map((rad): Hinder => ({ kolumn: rad.kolumn, slag: 'datum', mening: text.parning.ordningKrav(rad.kolumn) })),
  ]
}

/** What the office is sent: choices about columns that are left out do not go along. */
export function somInput(id: string, oversikt: Oversikt, val: Filval) {
  const medDatum = (namn: string) => (DATUMKOLUMNER as readonly (Kolumn | null)[]).includes(paradMed(val.parning, namn))
  const med = medPersonnummer(oversikt, val.parning)
  return {
    id,
    parning: { ...val.parning },
    behallFodelsear: val.behallFodelsear.filter((namn) => med.includes(namn)),
    datumordning: Object.fromEntries(Object.entries(val.datumordning).filter(([namn]) => medDatum(namn))),
  }
}

/** The own column behind one of ours, as errors should call it: the file's own name, or ours when it is not in the file. */
export function egetNamn(parning: Parning, kolumn: string): string {
  const egen = Object.entries(parning).find(([, var_]) => var_ === kolumn)?.[0]
  return egen ?? (KOLUMNER.find((k) => k === kolumn) === undefined ? kolumn : KOLUMNNAMN[kolumn as Kolumn])
}

/** All errors as lines to paste into a spreadsheet. They never hold what a cell said. */
export function felSomText(fel: readonly Importfel[], parning: Parning): string {
  return [text.kontroll.kopierahuvud, ...fel.map((f) => [f.rad, egetNamn(parning, f.kolumn), f.fel].join('\t'))].join('\n')
}
