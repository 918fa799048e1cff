import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idag, plusDagar } from './kalender.ts'
import { arendet, arNattEllerHelg, draUrval, enskilda, monster, nastaKontroll, type Kontrollrad } from './loggkontroll.ts'

let nr = 0
const rad = (tid: string, objekt: string | null = '2026-0001', handling = 'arende.oppnat', anvandare = 'anna'): Kontrollrad => ({ nr: ++nr, tid, anvandare, handling, objekt })
const ARET = ['2026-01-01', '2026-12-31'] as const
const slagen = (rader: Kontrollrad[]) => monster(rader, ...ARET).map(({ slag, antal, objekt }) => [slag, antal, objekt])

describe('arendet', () => {
  it.each([
    ['2026-0014', '2026-0014'], ['2026-0014 3', '2026-0014'], ['registerutdrag 2026-0014', '2026-0014'],
    ['redovisning 2026', null], [null, null], ['anna 2026-11-22T09:40:00.000Z', null],
  ])('%s: %s', (objekt, nummer) => expect(arendet({ objekt })).toBe(nummer))
})

describe('arNattEllerHelg', () => {
  const dag = { dagFran: 6, dagTill: 20 }
  it.each([
    ['2026-11-24T06:00:00.000Z', false], // Tuesday 7.00 in Sweden
    ['2026-11-24T04:59:00.000Z', true], // 5.59
    ['2026-11-24T05:00:00.000Z', false], // 6.00
    ['2026-11-24T18:59:00.000Z', false], // 19.59
    ['2026-11-24T19:00:00.000Z', true], // 20.00
    ['2026-07-07T18:00:00.000Z', true], // 20.00 in summer time
    ['2026-11-28T10:00:00.000Z', true], // Saturday
    ['2026-11-27T23:30:00.000Z', true], // half past midnight on Saturday
  ])('%s: %s', (tid, svar) => expect(arNattEllerHelg(tid, dag)).toBe(svar))
})

describe('monster', () => {
  const vardag = (minut: number, sekund = 0) => `2026-11-24T09:${String(minut).padStart(2, '0')}:${String(sekund).padStart(2, '0')}.000Z`

  it('asks about openings at night and at weekends, once a person', () => {
    expect(slagen([
      rad('2026-11-24T09:00:00.000Z', '2026-0001'), rad('2026-11-24T09:05:00.000Z', '2026-0001', 'uppdrag.andrat'),
      rad('2026-11-24T22:00:00.000Z', '2026-0001'), rad('2026-11-28T09:00:00.000Z', null, 'arende.lista'),
    ])).toEqual([['natt_helg', 2, null]])
  })

  it('asks about fifteen cases within a quarter of an hour, not about fourteen or slower', () => {
    const oppna = (antal: number, sekunder: number) => Array.from({ length: antal }, (_, i) => {
      const nummer = `2026-${String(i + 1).padStart(4, '0')}`
      return [rad(new Date(Date.parse(vardag(0)) + i * sekunder * 1000).toISOString(), nummer), rad('2026-11-24T12:00:00.000Z', nummer, 'uppfoljning.gjord')]
    }).flat().sort((a, b) => (a.tid < b.tid ? -1 : 1))
    expect(slagen(oppna(14, 60))).toEqual([])
    expect(slagen(oppna(15, 60))).toEqual([['manga_oppningar', 15, null]])
    expect(slagen(oppna(40, 60))).toEqual([['manga_oppningar', 40, null]])
    expect(slagen(oppna(40, 65))).toEqual([])
    expect(slagen([...oppna(20, 10), ...oppna(20, 10).map((r) => ({ ...r, tid: r.tid.replace('T09', 'T14') }))])).toHaveLength(2)
  })

  it('asks about a case opened without work two weeks before or after, not about one worked in', () => {
    expect(slagen([rad('2026-05-04T09:00:00.000Z', '2026-0007'), rad('2026-05-04T10:00:00.000Z', '2026-0008', 'uppdrag.andrat')])).toEqual([['utan_arbete', 1, '2026-0007']])
    expect(slagen([rad('2026-05-04T09:00:00.000Z', '2026-0007'), rad('2026-05-18T09:00:00.000Z', '2026-0007', 'anteckning.ny')])).toEqual([])
    expect(slagen([rad('2026-05-04T09:00:00.000Z', '2026-0007'), rad('2026-05-19T09:00:00.000Z', '2026-0007', 'anteckning.ny')])).toEqual([['utan_arbete', 1, '2026-0007']])
    expect(slagen([rad('2026-05-04T09:00:00.000Z', '2026-0007'), rad('2026-05-05T09:00:00.000Z', 'samtycke 2026-0007', 'utskrift')])).toEqual([])
    // A new key is the program's doing, not work.
    expect(slagen([rad('2026-05-04T09:00:00.000Z', '2026-0007'), rad('2026-05-04T09:00:00.000Z', '2026-0007 2', 'arende.ny_nyckel')])).toEqual([['utan_arbete', 1, '2026-0007']])
  })

  it('looks at the days around the period for work, and only within it for openings', () => {
    const rader = [rad('2026-03-31T09:00:00.000Z', '2026-0003'), rad('2026-04-01T09:00:00.000Z', '2026-0003'), rad('2026-04-02T09:00:00.000Z', '2026-0003', 'atagande.nytt')]
    expect(monster(rader, '2026-01-01', '2026-03-31')).toEqual([])
    expect(monster(rader.slice(0, 2), '2026-01-01', '2026-03-31')).toMatchObject([{ slag: 'utan_arbete', antal: 1 }])
  })

  it('counts every opening at most once a kind, and points at rows that are there', () => {
    const zRader = fc.array(fc.record({
      minuter: fc.integer({ min: 0, max: 60 * 24 * 20 }), arende: fc.integer({ min: 1, max: 30 }), handling: fc.constantFrom('arende.oppnat', 'uppdrag.andrat', 'arende.lista'),
    }), { maxLength: 120 })
    fc.assert(fc.property(zRader, (gjorda) => {
      const rader = gjorda.toSorted((a, b) => a.minuter - b.minuter).map(({ minuter, arende, handling }, i) => ({
        nr: i + 1, tid: new Date(Date.UTC(2026, 4, 1) + minuter * 60_000).toISOString(), anvandare: 'anna', handling, objekt: handling === 'arende.lista' ? null : `2026-${String(arende).padStart(4, '0')}`,
      }))
      const svar = monster(rader, ...ARET)
      for (const slag of ['natt_helg', 'manga_oppningar', 'utan_arbete']) {
        const bakom = svar.filter((f) => f.slag === slag).flatMap((f) => f.bakom)
        expect(new Set(bakom).size).toBe(bakom.length)
        expect(bakom.every((n) => rader[n - 1]?.handling !== 'uppdrag.andrat')).toBe(true)
      }
    }))
  })
})

describe('enskilda', () => {
  it('asks about each nödöppning, and about failed logins per name', () => {
    const svar = enskilda([
      rad('2026-05-04T09:00:00.000Z', 'x', 'overlamning.nodoppning', 'chef'), rad('2026-05-04T09:00:00.000Z', 'per 2026-05-03T21:00:00.000Z', 'session.misslyckad'),
      rad('2026-05-09T09:00:00.000Z', 'per 2026-05-08T21:00:00.000Z', 'session.misslyckad', 'per'), rad('2026-05-09T09:00:00.000Z', null, 'logg.avviker'),
    ])
    expect(svar.map(({ slag, antal, objekt }) => [slag, antal, objekt])).toEqual([['nodoppning', 1, null], ['avvikelse', 1, null], ['misslyckad', 2, 'per']])
  })
})

describe('draUrval', () => {
  const lotter = (fro: number) => (n: number) => String((Math.imul(n ^ fro, 0x9e3779b1) >>> 0) / 2 ** 32)
  const zOppningar = fc.array(fc.constantFrom('anna', 'per', 'eva', 'bo'), { maxLength: 60 }).map((vem) => vem.map((anvandare, i): Kontrollrad => ({ nr: i + 1, tid: '2026-05-04T09:00:00.000Z', anvandare, handling: 'arende.oppnat', objekt: `2026-${1000 + i}` })))

  it('draws as many as asked or all there are, none twice, and somebody of everybody when there is room', () => {
    fc.assert(fc.property(zOppningar, fc.integer({ min: 1, max: 20 }), fc.integer(), (oppningar, antal, fro) => {
      const urval = draUrval(oppningar, antal, lotter(fro))
      expect(urval).toHaveLength(Math.min(antal, oppningar.length))
      expect(new Set(urval.map((f) => f.nr)).size).toBe(urval.length)
      const personer = new Set(oppningar.map((o) => o.anvandare)).size
      expect(new Set(urval.map((f) => f.anvandare)).size).toBeGreaterThanOrEqual(Math.min(personer, urval.length))
      expect(draUrval(oppningar.toReversed(), antal, lotter(fro))).toEqual(urval)
    }))
  })

  it('gives every opening of one person the same chance', () => {
    const oppningar = Array.from({ length: 20 }, (_, i): Kontrollrad => ({ nr: i + 1, tid: '2026-05-04T09:00:00.000Z', anvandare: 'anna', handling: 'arende.oppnat', objekt: `2026-${1000 + i}` }))
    const dragna = Array.from({ length: 20 }, () => 0)
    for (let fro = 0; fro < 4000; fro++) for (const { nr: n } of draUrval(oppningar, 5, (i) => String(Math.abs(Math.sin(fro * 7919 + i * 104_729) * 1e6) % 1))) dragna[n - 1] = (dragna[n - 1] ?? 0) + 1
    // 5 of 20 in 4000 draws: 1000 each, give or take.
    for (const antal of dragna) expect(Math.abs(antal - 1000)).toBeLessThan(150)
  })
})

describe('nastaKontroll', () => {
  it('is an interval after the last, or after the office was made', () => {
    expect(nastaKontroll(null, '2026-01-31', 3)).toBe('2026-04-30')
    expect(nastaKontroll('2026-04-15', '2026-01-31', 3)).toBe('2026-07-15')
    expect(plusDagar(idag('2026-11-24T23:30:00.000Z'), 0)).toBe('2026-11-25')
  })
})
