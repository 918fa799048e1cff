import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskera, maskeraTal, type MaskeradTabell } from './maskera.ts'

const alla = { radsummor: true, kolumnsummor: true }
const text = (t: MaskeradTabell) => [...t.celler.map((rad, i) => [...rad.map((c) => c.text), t.radsummor[i]?.text]), [...t.kolumnsummor.map((c) => c.text), t.totalt.text]]

test.each([
  [0, '0'],
  [1, '1–4'],
  [4, '1–4'],
  [5, '5'],
])('%i alone is shown as %s', (tal, vantat) => expect(maskeraTal(tal).text).toBe(vantat))

describe('a table with its sums', () => {
  test('without small numbers is shown as it is', () => {
    expect(text(maskera([[5, 6], [0, 9]], alla))).toEqual([['5', '6', '11'], ['0', '9', '9'], ['5', '15', '20']])
  })

  test('one small number: the next smallest in its row and column, and the corner that joins them', () => {
    expect(text(maskera([[3, 20, 30], [10, 40, 50], [11, 60, 70]], alla))).toEqual([
      ['1–4', 'dolt', '30', '53'],
      ['dolt', 'dolt', '50', '100'],
      ['11', '60', '70', '141'],
      ['24', '120', '150', '294'],
    ])
  })

  test('a list with its total', () => {
    expect(maskera([[2, 40, 12]], { radsummor: true, kolumnsummor: false }).celler[0]?.map((c) => c.text)).toEqual(['1–4', '40', 'dolt'])
  })

  test('two small numbers whose sum gives both away need a third', () => {
    const rad = maskera([[1, 1, 9, 30]], { radsummor: true, kolumnsummor: false })
    expect(rad.celler[0]?.map((c) => c.text)).toEqual(['1–4', '1–4', 'dolt', '30'])
    expect(maskera([[2, 3, 9, 30]], { radsummor: true, kolumnsummor: false }).celler[0]?.map((c) => c.text)).toEqual(['1–4', '1–4', '9', '30'])
  })

  test('a small sum is hidden too, and a zero is taken last', () => {
    const t = maskera([[3, 0, 0]], { radsummor: true, kolumnsummor: false })
    expect([t.celler[0]?.map((c) => c.text), t.radsummor[0]?.text, t.totalt.text]).toEqual([['1–4', '0', '0'], '1–4', '1–4'])
  })

  test('without sums nothing more needs hiding', () => {
    expect(maskera([[3, 20]], { radsummor: false, kolumnsummor: false }).celler[0]?.map((c) => c.text)).toEqual(['1–4', '20'])
  })

  test('an empty table is an empty table', () => {
    expect(maskera([], alla)).toMatchObject({ celler: [], radsummor: [], kolumnsummor: [] })
  })
})

/** Every number a reader could believe in for each hidden cell: all ways to fill the table, tried one by one. */
function mojliga(tal: number[][], t: MaskeradTabell, visas: { radsummor: boolean; kolumnsummor: boolean }): Map<string, Set<number>> {
  const bredd = tal[0]?.length ?? 0
  const tak = tal.flat().reduce((a, b) => a + b, 0)
  const funna = new Map<string, Set<number>>()
  const plan = tal.flatMap((rad, i) => rad.map((_, k) => [i, k] as const))
  const gissning = tal.map((rad) => [...rad])
  const stammer = (cell: { varde: number | null; mask: string | null } | undefined, summa: number) =>
    cell === undefined || (cell.mask === null ? cell.varde === summa : cell.mask === 'liten' ? summa >= 1 && summa <= 4 : true)
  const prova = (nr: number): void => {
    const plats = plan[nr]
    if (!plats) {
      const rader = gissning.map((rad) => rad.reduce((a, b) => a + b, 0))
      const kolumner = Array.from({ length: bredd }, (_, k) => gissning.reduce((s, rad) => s + (rad[k] ?? 0), 0))
      if (visas.radsummor && !rader.every((s, i) => stammer(t.radsummor[i], s))) return
      if (visas.kolumnsummor && !kolumner.every((s, k) => stammer(t.kolumnsummor[k], s))) return
      if ((visas.radsummor || visas.kolumnsummor) && !stammer(t.totalt, rader.reduce((a, b) => a + b, 0))) return
      for (const [i, k] of plan) {
        const nyckel = `${i},${k}`
        funna.set(nyckel, (funna.get(nyckel) ?? new Set()).add(gissning[i]?.[k] ?? 0))
      }
      return
    }
    const [i, k] = plats
    const cell = t.celler[i]?.[k]
    const rad = gissning[i]
    if (!cell || !rad) return
    const [fran, till] = cell.mask === null ? [cell.varde ?? 0, cell.varde ?? 0] : cell.mask === 'liten' ? [1, 4] : [0, Math.min(tak + 6, 24)]
    for (let n = fran; n <= till; n++) {
      rad[k] = n
      prova(nr + 1)
    }
  }
  prova(0)
  return funna
}

test('a small total does not say that its four cells are one each', () => {
  expect(text(maskera([[1, 1], [1, 1]], alla)).at(-1)?.at(-1)).toBe('dolt')
})

test('a row whose total gives its cells away hides in that row, not the rows and the total of the whole year', () => {
  const t = maskera([[21, 52, 36, 5, 7], [6, 43, 22, 6, 1], [1, 1, 0, 1, 1], [0, 2, 1, 1, 0]], alla)
  expect(t.radsummor.map((c) => c.text)).toEqual(['121', '78', 'dolt', '1–4'])
  expect(t.totalt.text).toBe('207')
})

describe('whatever the table', () => {
  const cell = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 12 }) })
  const tabell = fc.record({ rader: fc.integer({ min: 1, max: 2 }), bredd: fc.integer({ min: 1, max: 2 }) }).chain(({ rader, bredd }) =>
    fc.array(fc.array(cell, { minLength: bredd, maxLength: bredd }), { minLength: rader, maxLength: rader }))
  const visas = fc.constantFrom(alla, { radsummor: true, kolumnsummor: false }, { radsummor: false, kolumnsummor: true })

  test('no small number is shown, every shown number is true, and no hidden one can be worked out', () => {
    fc.assert(
      fc.property(tabell, visas, (tal, v) => {
        const t = maskera(tal, v)
        const funna = mojliga(tal, t, v)
        tal.forEach((rad, i) => rad.forEach((varde, k) => {
          const c = t.celler[i]?.[k]
          expect(c?.mask === 'liten').toBe(varde >= 1 && varde <= 4)
          if (c?.mask === null) expect([c.varde, c.text]).toEqual([varde, String(varde)])
          else expect(c?.varde).toBeNull()
          if (c?.mask === 'liten') expect(funna.get(`${i},${k}`)?.size, JSON.stringify(text(t))).toBeGreaterThan(1)
        }))
      }),
      { numRuns: 300 },
    )
  })
})
