import { describe, expect, test } from 'vitest'
import { vakans } from './bemanning.ts'
import { anstallning, MORA, ORSA, rader, val } from './provregister.ts'
import type { Anstallningsrad, Franvarorad } from './rader.ts'
import { raknaRedovisning } from './rakna.ts'
import { avrundadKvot, median } from './tal.ts'

const rakna = (anstallningar: Anstallningsrad[], franvaro: Franvarorad[] = [], ar = 2026) => raknaRedovisning(rader({ anstallningar, franvaro }), ar, val()).figurer

describe('årsanställningar', () => {
  test.each([
    ['a whole year', '2019-03-01', null, 75, 2026, 0.75],
    ['a period that ends before', '2019-03-01', '2025-12-31', 100, 2026, 0],
    ['one day of 365, 0.0027', '2026-01-01', '2026-01-01', 100, 2026, 0],
    ['two days of 365, 0.0055 goes up', '2026-12-30', null, 100, 2026, 0.01],
    ['half a year: 181 of 365', '2026-01-01', '2026-06-30', 100, 2026, 0.5],
    ['half a leap year: 182 of 366', '2024-01-01', '2024-06-30', 100, 2024, 0.5],
    ['73 of 365 at 62 %: 0.124', '2026-01-01', '2026-03-14', 62, 2026, 0.12],
    ['73 of 365 at 62.5 % would be an exact half; 25 % of 0.5 is 0.125: up', '2026-01-01', '2026-12-31', 50, 2026, 0.5],
    ['29 February counts', '2024-02-29', '2024-02-29', 100, 2024, 0],
  ])('%s', (_, fran, till, procent, ar, antal) => {
    expect(rakna([anstallning(fran, till, procent)], [], ar).arsanstallningar.antal).toBe(antal)
  })

  test('an exact half goes up: 73 days of 365 at 5 % twice and at 2.5 hundredths between', () => {
    // 5 % × 73 days = 365 percent-days = 0.01 years; 5 % × 36.5 days cannot be, but 1 % × 182 + 1 % × 0.5 … 365/2 does not exist:
    // a leap year has the even number: 183 percent-days of 36 600 are 0.005, half of a hundredth.
    expect(rakna([anstallning('2024-01-01', '2024-07-01', 1)], [], 2024).arsanstallningar.antal).toBe(0.01)
    expect(rakna([anstallning('2024-01-01', '2024-06-30', 1)], [], 2024).arsanstallningar.antal).toBe(0)
    // 1.005 is below its binary neighbour: summed as floating point it would fall to 1.00.
    expect(rakna([anstallning('2024-01-01', null, 100), anstallning('2024-01-01', '2024-07-01', 1)], [], 2024).arsanstallningar.antal).toBe(1.01)
  })

  test('rounded last: the kommuner may differ from the total by a hundredth', () => {
    const delad = [anstallning('2026-01-01', '2026-05-03', 33), anstallning('2026-01-01', '2026-05-03', 33, { kommun: ORSA })]
    const { perKommun, arsanstallningar } = rakna(delad)
    expect(perKommun.slice(0, 2).map((k) => k.arsanstallningar)).toEqual([0.11, 0.11]) // 0.1112 each
    expect(arsanstallningar.antal).toBe(0.22) // 0.2224
    const udda = rakna([anstallning('2026-01-01', '2026-02-23', 10), anstallning('2026-01-01', '2026-02-23', 10, { kommun: ORSA })])
    expect(udda.perKommun.slice(0, 2).map((k) => k.arsanstallningar)).toEqual([0.01, 0.01]) // 0.0148 each
    expect(udda.arsanstallningar.antal).toBe(0.03) // 0.0296
  })

  test('vikarier stand beside, never in antal', () => {
    const { arsanstallningar, perKommun } = rakna([anstallning('2020-01-01', null, 80), anstallning('2026-01-01', '2026-06-30', 100, { vikarie: true, person: 'per' })])
    expect(arsanstallningar).toEqual({ antal: 0.8, vikarier: 0.5, franvaro: 0, bemannat: 1.3 })
    expect(perKommun[0]).toMatchObject({ kommun: MORA, arsanstallningar: 0.8, vikarier: 0.5 })
  })

  test('a post runs on during leave; bemannat is antal − frånvaro + vikarier', () => {
    const tjanst = anstallning('2020-01-01', null, 75)
    const vikarie = anstallning('2026-01-01', '2026-06-30', 75, { vikarie: true, person: 'per' })
    expect(rakna([tjanst, vikarie], [{ anstallning: tjanst.id, fran: '2025-11-01', till: '2026-06-30', procent: 50 }]).arsanstallningar)
      .toEqual({ antal: 0.75, vikarier: 0.37, franvaro: 0.25, bemannat: 0.87 }) // 0.3719, 0.2479, 0.8740
  })

  test('leave never takes more than the post: not its percent, not outside its days, not twice', () => {
    const tjanst = anstallning('2026-01-01', '2026-06-30', 75)
    const borta = (fran: string, till: string | null, procent: number): Franvarorad => ({ anstallning: tjanst.id, fran, till, procent })
    expect(rakna([tjanst], [borta('2020-01-01', null, 100)]).arsanstallningar).toMatchObject({ antal: 0.37, franvaro: 0.37, bemannat: 0 })
    expect(rakna([tjanst], [borta('2026-01-01', '2026-06-30', 50), borta('2026-01-01', '2026-06-30', 50)]).arsanstallningar.franvaro).toBe(0.37)
    expect(rakna([tjanst], [borta('2026-07-01', null, 50)]).arsanstallningar.franvaro).toBe(0)
    expect(rakna([tjanst], [{ ...borta('2026-01-01', null, 50), anstallning: 'annan' }]).arsanstallningar.franvaro).toBe(0)
  })

  test('vakans is granted − bemannat, not below 0', () => {
    expect(vakans(5, 4.13)).toBe(0.87)
    expect(vakans(0.3, 0.1)).toBe(0.2)
    expect(vakans(4, 4.13)).toBe(0)
  })
})

describe('over 100 % on one day', () => {
  const over = (...anstallningar: Anstallningsrad[]) => rakna(anstallningar).kontroller.filter((k) => k.kod === 'ombud_over_100_procent')

  test('periods that meet on one day are found, with the first day and the highest percent', () => {
    expect(over(anstallning('2020-01-01', '2026-03-31', 75), anstallning('2026-03-31', null, 50, { kommun: ORSA }), anstallning('2026-09-01', '2026-09-01', 75, { vikarie: true })))
      .toEqual([{ kod: 'ombud_over_100_procent', antal: 1, arenden: [], personer: [{ person: 'anna', dag: '2026-03-31', procent: 125 }] }])
  })

  test('100 %, other persons, other days and other years are not', () => {
    expect(over(anstallning('2020-01-01', '2026-03-31', 75), anstallning('2026-04-01', null, 50), anstallning('2026-05-01', null, 50), anstallning('2020-01-01', null, 100, { person: 'per' }))).toEqual([])
    expect(over(anstallning('2020-01-01', '2025-12-31', 75), anstallning('2020-01-01', null, 50))).toEqual([])
  })
})

test.each([
  [[], null],
  [[5], 5],
  [[9, 1], 5],
  [[1, 2], 1.5],
  [[10, 9, 100], 10],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %s', (varden, vantat) => expect(median(varden)).toBe(vantat))

test.each([
  [1, 8, 2, 0.13],
  [1005, 1000, 2, 1.01],
  [0, 7, 2, 0],
  [2, 3, 2, 0.67],
  [1, 200, 2, 0.01],
  [1, 201, 2, 0],
  [25, 100, 1, 0.3],
])('%i/%i to %i decimals is %s', (taljare, namnare, decimaler, vantat) => expect(avrundadKvot(taljare, namnare, decimaler)).toBe(vantat))
