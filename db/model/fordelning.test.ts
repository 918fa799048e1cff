import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AVDRAG, dagarIEnheten, fordela, fordelaHelt, FORVALD_FORDELNING, NYCKLAR, type Delagare, type Fordelningsval } from './fordelning.ts'

const MORA = '2062'
const ORSA = '2034'
const ALVDALEN = '2039'
const delagare = (kommun: string, egna: Partial<Delagare> = {}): Delagare =>
  ({ kommun, beviljat: 0, utbetalt: 0, anvant: 0, befolkning: null, andel: null, stod: 0, dagar: 365, ...egna })
const val = (egna: Partial<Fordelningsval> = {}): Fordelningsval => ({ ...FORVALD_FORDELNING, ...egna })
const summa = (tal: readonly number[]) => tal.reduce((s, n) => s + n, 0)

describe('fordelaHelt', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [2, 1, 1], [50, 25, 25]],
    [101, [1, 1], [51, 50]],
    [2, [1, 1, 1], [1, 1, 0]],
    [10, [1, 2, 4], [1, 3, 6]], // 1.43, 2.86, 5.71: the two largest remainders are those of 2 and 4
    [-100, [1, 1, 1], [-34, -33, -33]],
    [0, [1, 2], [0, 0]],
    [7, [0, 3], [0, 7]],
    [1_000_000_000, [366 * 3_000_000, 366], [999_999_667, 333]],
  ])('%i by %j is %j', (belopp, vikter, delar) => expect(fordelaHelt(belopp, vikter)).toEqual(delar))

  test('is nothing without a weight', () => {
    expect(fordelaHelt(100, [])).toBeNull()
    expect(fordelaHelt(100, [0, 0])).toBeNull()
  })

  const vikter = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3_000_000 * 366 })), { minLength: 1, maxLength: 12 }).filter((v) => summa(v) > 0)
  const belopp = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }))

  test('parts sum exactly to the whole, and none is a krona or more from its exact share', () => {
    fc.assert(fc.property(belopp, vikter, (b, v) => {
      const delar = fordelaHelt(b, v) ?? []
      expect(summa(delar)).toBe(b)
      const allt = v.reduce((s, n) => s + BigInt(n), 0n)
      delar.forEach((del, i) => {
        const avstand = BigInt(del) * allt - BigInt(b) * BigInt(v[i] ?? 0)
        expect(avstand < allt && avstand > -allt).toBe(true)
      })
    }))
  })

  test('who weighs more never gets less, and who weighs nothing gets nothing', () => {
    fc.assert(fc.property(fc.nat(1_000_000), vikter, (b, v) => {
      const delar = fordelaHelt(b, v) ?? []
      const fel = v.flatMap((x, i) => v.filter((y, j) => x > y && (delar[i] ?? 0) < (delar[j] ?? 0)))
      expect(fel).toEqual([])
      expect(v.some((x, i) => x === 0 && delar[i] !== 0)).toBe(false)
    }))
  })
})

describe('fordela', () => {
  const tre = [
    delagare(ALVDALEN, { befolkning: 7000, andel: 20, stod: 10, anvant: 100_000, utbetalt: 110_000, beviljat: 120_000, dagar: 184 }),
    delagare(MORA, { befolkning: 20_000, andel: 55.5, stod: 40, anvant: 400_000, utbetalt: 400_000, beviljat: 400_000 }),
    delagare(ORSA, { befolkning: 7000, andel: 24.5, stod: 14, anvant: 0, utbetalt: 0, beviljat: 0 }),
  ]
  const rader = (egna: Partial<Fordelningsval>, kostnad = 1_000_000) => fordela(kostnad, tre, val(egna)).andelar?.map((a) => [a.kommun, a.kostnad, a.bidrag, a.attBetala])

  test('equal, by inhabitants, by own percent, by stöd; each kommun’s own grant off its share', () => {
    expect(rader({})).toEqual([[MORA, 333_334, 400_000, -66_666], [ORSA, 333_333, 0, 333_333], [ALVDALEN, 333_333, 100_000, 233_333]])
    expect(rader({ nyckel: 'befolkning' })).toEqual([[MORA, 588_235, 400_000, 188_235], [ORSA, 205_883, 0, 205_883], [ALVDALEN, 205_882, 100_000, 105_882]])
    expect(rader({ nyckel: 'procent' })).toEqual([[MORA, 555_000, 400_000, 155_000], [ORSA, 245_000, 0, 245_000], [ALVDALEN, 200_000, 100_000, 100_000]])
    expect(rader({ nyckel: 'stod' })).toEqual([[MORA, 625_000, 400_000, 225_000], [ORSA, 218_750, 0, 218_750], [ALVDALEN, 156_250, 100_000, 56_250]])
  })

  test('a kommun that joined in July carries its days: 184 of 365', () => {
    const svar = fordela(1_000_000, tre, val({ viktaDagar: true }))
    // 365 + 365 + 184 = 914
    expect(svar.andelar?.map((a) => [a.kostnad, a.andel, a.dagar])).toEqual([[399_344, 39.94, 365], [399_343, 39.93, 365], [201_313, 20.13, 184]])
    expect(summa(svar.andelar?.map((a) => Math.round(a.andel * 100)) ?? [])).toBe(10_000)
  })

  test('the grant may be common: taken off the whole, and what is left shared', () => {
    expect(rader({ gemensamt: true, nyckel: 'procent', avdrag: 'utbetalt' })).toEqual([[MORA, 555_000, 283_050, 271_950], [ORSA, 245_000, 124_950, 120_050], [ALVDALEN, 200_000, 102_000, 98_000]])
  })

  test('nothing is shared as long as the key lacks something, and it says what', () => {
    const utan = [delagare(MORA, { andel: 60 }), delagare(ORSA, { andel: 39.99 }), delagare(ALVDALEN, { andel: 0 })]
    expect(fordela(100, utan, val({ nyckel: 'procent' }))).toMatchObject({ andelar: null, brister: [{ slag: 'procentsumma', summa: 99.99 }] })
    expect(fordela(100, utan, val({ nyckel: 'befolkning' }))).toMatchObject({ andelar: null, brister: [{ slag: 'bas', kommuner: [MORA, ORSA, ALVDALEN] }] })
    expect(fordela(100, utan, val({ nyckel: 'stod' }))).toMatchObject({ andelar: null, brister: [{ slag: 'ingen_vikt' }] })
    expect(fordela(100, [], val())).toMatchObject({ andelar: null, brister: [{ slag: 'ingen_vikt' }] })
  })

  test('a grant that is not written counts as 0 and is told', () => {
    const svar = fordela(100, [delagare(MORA, { anvant: null }), delagare(ORSA)], val())
    expect(svar).toMatchObject({ bidrag: 0, attBetala: 100, brister: [{ slag: 'bidrag', kommuner: [MORA] }] })
    expect(svar.andelar).toHaveLength(2)
  })

  const kr = fc.option(fc.nat(2_000_000))
  const alla = fc.uniqueArray(fc.record({
    kommun: fc.constantFrom(MORA, ORSA, ALVDALEN, '2031', '2029', '2023', '2021'), beviljat: kr, utbetalt: kr, anvant: kr, befolkning: fc.option(fc.nat(200_000)), andel: fc.option(fc.nat(100)), stod: fc.nat(200), dagar: fc.nat(366),
  }), { selector: (d) => d.kommun, maxLength: 7 })
  const valet = fc.record({ nyckel: fc.constantFrom(...NYCKLAR), viktaDagar: fc.boolean(), avdrag: fc.constantFrom(...AVDRAG), gemensamt: fc.boolean() })

  test('every column sums to the whole, whatever the kommuner and the key', () => {
    fc.assert(fc.property(fc.integer({ min: -10_000, max: 90_000_000 }), alla, valet, (kostnad, d, v) => {
      const f = fordela(kostnad, d, v)
      expect(f.attBetala).toBe(f.kostnad - f.bidrag)
      if (f.andelar === null) return
      expect(summa(f.andelar.map((a) => a.kostnad))).toBe(kostnad)
      expect(summa(f.andelar.map((a) => a.bidrag))).toBe(f.bidrag)
      expect(summa(f.andelar.map((a) => a.attBetala))).toBe(f.attBetala)
      expect(summa(f.andelar.map((a) => Math.round(a.andel * 100)))).toBe(10_000)
      for (const a of f.andelar) {
        expect(a.kostnad - a.bidrag).toBe(a.attBetala)
        expect([a.kostnad, a.bidrag, a.attBetala].every((n) => Number.isInteger(n) && !Object.is(n, -0))).toBe(true)
      }
    }))
  })
})

test('days with the unit: a kommun that joins in July, one that comes back, one that has left', () => {
  const perioder = [
    { kommun: MORA, fran: '1900-01-01', till: null }, { kommun: ORSA, fran: '2026-07-01', till: null },
    { kommun: ALVDALEN, fran: '2020-01-01', till: '2026-01-31' }, { kommun: ALVDALEN, fran: '2026-12-31', till: null }, { kommun: '2031', fran: '2020-01-01', till: '2025-12-31' },
  ]
  expect([...dagarIEnheten(perioder, 2026)]).toEqual([[MORA, 365], [ORSA, 184], [ALVDALEN, 32]])
  expect(dagarIEnheten(perioder, 2024).get(MORA)).toBe(366)
})
