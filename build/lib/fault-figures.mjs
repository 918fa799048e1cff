import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ slag: string, antal: number, forlorade: number, inslappta: number }} Figure
 */

const HEAD = ['Prov', 'prövade', 'förlorade', 'insläppta']

/**
 * Adds up what the fault tests have written (test/faults/siffror.ts), kind by kind, and prints one table.
 * @param {string} file
 * @returns {boolean} whether anything was counted, and nothing was lost or let in
 */
export function printFaultFigures(file) {
  const rows = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((row) => row !== '').map((row) => /** @type {Figure} */ (JSON.parse(row))) : []
  /** @type {Map<string, Figure>} */
  const kinds = new Map()
  for (const row of [...rows, ...rows.map((one) => ({ ...one, slag: 'Summa' }))]) {
    const sum = kinds.get(row.slag) ?? { slag: row.slag, antal: 0, forlorade: 0, inslappta: 0 }
    kinds.set(row.slag, { slag: row.slag, antal: sum.antal + row.antal, forlorade: sum.forlorade + row.forlorade, inslappta: sum.inslappta + row.inslappta })
  }
  const table = [HEAD, ...[...kinds.values()].map((sum) => [sum.slag, ...[sum.antal, sum.forlorade, sum.inslappta].map((n) => n.toLocaleString('sv-SE'))])]
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  for (const row of table) console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
  const total = kinds.get('Summa')
  return total !== undefined && total.antal > 0 && total.forlorade === 0 && total.inslappta === 0
}
