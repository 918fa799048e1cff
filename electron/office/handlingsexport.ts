import type { Cell } from 'write-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { bladFor, exportnamn, somCsvText, type Blad, type Bladcell } from '../../db/model/handling/blad.ts'
import type { Utgava } from '../../db/model/handling/utgava.ts'
import type { Exportformat } from './contract/handlingar.ts'

const MIME: Record<Exportformat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8', json: 'application/json',
}

const cell = (varde: Bladcell, fet: boolean): Cell => (varde === null ? null
  : typeof varde === 'number' ? { type: Number, value: varde }
  : { type: String, value: varde, ...(fet ? { fontWeight: 'bold' as const } : { wrap: true }) })

async function somXlsx(blad: readonly Blad[]): Promise<Buffer> {
  return writeXlsxFile(blad.map(({ namn, kolumner, rader, bredder }) => ({
    sheet: namn, stickyRowsCount: 1, columns: bredder.map((width) => ({ width })),
    data: [kolumner.map((k) => cell(k, true)), ...rader.map((rad) => rad.map((v) => cell(v, false)))],
  }))).toBuffer()
}

/**
 * A handling as a file, from the one document that paper and fill-in mode show: masked as chosen, without ärendenummer.
 * Used by window and command line alike.
 */
export async function exportera(utgava: Utgava, format: Exportformat): Promise<File> {
  const innehall = format === 'json' ? `${JSON.stringify(utgava, null, 2)}\n`
    : format === 'csv' ? somCsvText(bladFor(utgava))
    : new Uint8Array(await somXlsx(bladFor(utgava)))
  return new File([innehall], exportnamn(utgava, format), { type: MIME[format] })
}
