import { readSheet } from 'read-excel-file/node'
import { celltext } from '../../../db/model/importera/celler.ts'
import type { Cell, Tabell } from '../../../db/model/importera/typer.ts'
import { Fel } from '../../../db/model/fel.ts'
import { granskaXlsx, trasigtKalkylblad } from './xlsxgranser.ts'

/** A cell of the sheet: date cells become the day they show, true and false what Swedish Excel shows. */
function somCell(varde: unknown): Cell {
  if (varde instanceof Date) return Number.isNaN(varde.getTime()) ? null : varde.toISOString().slice(0, 10)
  if (typeof varde === 'boolean') return varde ? 'SANT' : 'FALSKT'
  return typeof varde === 'string' || typeof varde === 'number' ? varde : null
}

/**
 * Reads the first sheet of an xlsx. Dates come as ISO days, numbers as numbers, text as it stands
 * (a text that begins with = + - @ is a text). Throws `Fel`.
 */
export async function lasXlsx(innehall: Buffer): Promise<Tabell> {
  await granskaXlsx(innehall)
  // Whatever the reader throws is about the file: it is given bytes and nothing else.
  const blad = await readSheet(innehall).then(
    (rader) => rader.map((rad) => rad.map(somCell)),
    (fel: unknown) => {
      throw trasigtKalkylblad(fel)
    },
  )
  const [forsta = [], ...resten] = blad
  const header = forsta.map(celltext)
  if (header.every((namn) => namn === '')) throw new Fel('fil_tom', 'Första raden i kalkylbladets första blad är tom. Kolumnnamnen ska stå på första raden.')
  return { header, rader: resten.map((celler, i) => ({ nummer: i + 2, celler })) }
}
