import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { Slag, Statistik, Statistikcell, Statistiktabell } from '../../db/model/statistik/index.ts'

/** A number as a number; what is hidden as the word for it; nothing as nothing. */
const varde = (cell: Statistikcell): string | number | null => (cell.mask === null ? cell.varde : cell.text)

const FORMAT: Record<Slag, string> = { antal: '0', endecimal: '0.0', tvadecimaler: '0.00' }
const text = (value: string, fet = false): Cell => ({ type: String, value, ...(fet ? { fontWeight: 'bold' } : {}) })
const tal = (cell: Statistikcell, slag: Slag): Cell => {
  const v = varde(cell)
  if (v === null) return null
  return typeof v === 'string' ? { ...text(v), align: 'right' } : { type: Number, value: v, format: FORMAT[slag] }
}

/** Excel's bounds on the name of a sheet. */
const bladnamn = (namn: string) => namn.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31)

/** The tables as a workbook, a sheet each: years as columns, how it is counted under it. */
export async function statistikSomXlsx({ ar, tabeller }: Pick<Statistik, 'ar' | 'tabeller'>): Promise<Buffer> {
  return writeXlsxFile(
    tabeller.map(({ namn, regel, rader }) => ({
      sheet: bladnamn(namn),
      stickyRowsCount: 1,
      columns: [{ width: 44 }, ...ar.map(() => ({ width: 12 }))],
      data: [
        [text(namn, true), ...ar.map((y): Cell => ({ type: Number, value: y, fontWeight: 'bold' }))],
        ...rader.map((rad) => [text(rad.namn), ...rad.celler.map((cell) => tal(cell, rad.slag))]),
        [],
        [text(regel)],
      ],
    })),
  ).toBuffer()
}

/** A csv cell (RFC 4180): decimal comma, and no text that a spreadsheet would take for a formula. */
function csvcell(v: string | number | null): string {
  if (v === null) return ''
  if (typeof v === 'number') return String(v).replace('.', ',')
  const ofarlig = /^[=+\-@\t\r]/u.test(v) ? `'${v}` : v
  return /[;"\r\n]/u.test(ofarlig) ? `"${ofarlig.replaceAll('"', '""')}"` : ofarlig
}

/** The tables after each other, `;` and BOM: table, row, and a column per year. */
export function statistikSomCsv({ ar, tabeller }: { readonly ar: readonly number[]; readonly tabeller: readonly Statistiktabell[] }): string {
  const rader = [['Tabell', 'Rad', ...ar], ...tabeller.flatMap((tabell) => tabell.rader.map((rad) => [tabell.namn, rad.namn, ...rad.celler.map(varde)]))]
  return `\uFEFF${rader.map((rad) => rad.map(csvcell).join(';')).join('\r\n')}\r\n`
}
