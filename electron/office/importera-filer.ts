import type { Tabell } from '../../db/model/importera/typer.ts'
import { Fel } from '../../db/model/fel.ts'
import { lasCsv } from './importera-filer/csv.ts'
import { slagAvInnehall } from './importera-filer/slag.ts'
import { lasXlsx } from './importera-filer/xlsx.ts'

export { gorMall, MALLNAMN } from './importera-filer/mall.ts'

/** The largest file that is read, in bytes. A register of 100 000 rows is about a third of it. */
export const STORSTA_FIL = 50 * 1024 * 1024

/**
 * Reads a register file, csv or xlsx, into a table. What the file is is seen from its bytes; the name
 * only tells an unreadable spreadsheet from a csv. Nothing of the content is understood here: that is
 * `granskaRegister`.
 *
 * Throws `Fel` with a sentence that says what to do: too large, empty, old or locked spreadsheet,
 * wrong encoding, wrong separator, quotes that do not close, a spreadsheet made to exhaust the machine.
 * Rows with a wrong number of cells come as `lasfel` of the table.
 */
export async function lasTabell(innehall: Uint8Array, filnamn: string): Promise<Tabell> {
  if (innehall.byteLength > STORSTA_FIL) {
    throw new Fel('fil_for_stor', 'Filen är större än 50 MB och läses inte. Dela upp registret i flera filer.')
  }
  const buffer = Buffer.from(innehall.buffer, innehall.byteOffset, innehall.byteLength)
  switch (slagAvInnehall(buffer, filnamn)) {
    case 'xlsx':
      return lasXlsx(buffer)
    case 'csv':
      return lasCsv(buffer)
  }
}
