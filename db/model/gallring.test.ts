import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gallrasFran, gallringsbara, nummerPerAr, zGallringsregel, type Gallringsarende } from './gallring.ts'
import { plusDagar, plusManader } from './kalender.ts'

const arende = (delar: Partial<Gallringsarende> = {}): Gallringsarende => ({ nummer: '2020-0001', pagar: false, sista: '2021-03-31', kommuner: ['2062'], undantag: null, ...delar })
const INGA = { dagar: [], kommuner: [] }
const utfall = (a: Gallringsarende, idag: string, undantag: { dagar: readonly number[]; kommuner: readonly string[] } = INGA, manader = 60) =>
  Object.entries(gallringsbara([a], manader, undantag, idag)).filter(([, nummer]) => nummer.length > 0).map(([vad]) => vad)

describe('nummerPerAr', () => {
  it('parts the numbers by their year, in order', () => {
    expect(nummerPerAr(['2021-0002', '2020-0010', '2020-0009'])).toEqual([['2020', ['2020-0009', '2020-0010']], ['2021', ['2021-0002']]])
    expect(nummerPerAr([])).toEqual([])
  })
})

describe('gallringsbara', () => {
  it('waits until the months have passed in whole', () => {
    expect(gallrasFran('2021-03-31', 60)).toBe('2026-03-31')
    expect(utfall(arende(), '2026-03-31')).toEqual([])
    expect(utfall(arende(), '2026-04-01')).toEqual(['gallras'])
    expect(utfall(arende({ sista: '2021-08-31' }), '2022-03-01', INGA, 6)).toEqual(['gallras']) // 31 August + 6 months = 28 February
  })

  it('never takes a case with an open uppdrag', () => {
    expect(utfall(arende({ pagar: true, sista: '2000-01-01' }), '2026-01-01')).toEqual([])
  })

  it('keeps the kommuner that are exempt, whichever of the case’s uppdrag was there', () => {
    expect(utfall(arende({ kommuner: ['2034', '2062'] }), '2026-04-01', { dagar: [], kommuner: ['2034'] })).toEqual(['undantagna'])
  })

  it('keeps who is born on an exempt day, and waits for an answer only while days are exempt', () => {
    const dagar = { dagar: [5, 15, 25], kommuner: [] }
    expect(utfall(arende({ undantag: true }), '2026-04-01', dagar)).toEqual(['undantagna'])
    expect(utfall(arende({ undantag: false }), '2026-04-01', dagar)).toEqual(['gallras'])
    expect(utfall(arende({ undantag: null }), '2026-04-01', dagar)).toEqual(['vantarSvar'])
    expect(utfall(arende({ undantag: true }), '2026-04-01')).toEqual(['gallras'])
  })

  it('is never due when it ended later than the months before today: what Min vecka looks at is all there is', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 120 }), (slut, nu, manader) => {
      const [sista, idag] = [plusDagar('2015-01-01', slut), plusDagar('2015-01-01', nu)]
      const due = utfall(arende({ sista }), idag, INGA, manader).length > 0
      expect(due && sista > plusManader(idag, -manader)).toBe(false)
    }))
  })

  it('puts every case in at most one heap, and takes none before its day', () => {
    const zArende = fc.record({
      nummer: fc.integer({ min: 1, max: 9999 }).map((n) => `2020-${String(n).padStart(4, '0')}`), pagar: fc.boolean(), sista: fc.integer({ min: 0, max: 4000 }).map((n) => plusDagar('2015-01-01', n)),
      kommuner: fc.array(fc.constantFrom('2062', '2034')), undantag: fc.constantFrom(true, false, null),
    })
    fc.assert(fc.property(fc.uniqueArray(zArende, { selector: (a) => a.nummer }), fc.integer({ min: 0, max: 120 }), fc.constantFrom(INGA, { dagar: [5], kommuner: ['2034'] }), (arenden, manader, undantag) => {
      const svar = gallringsbara(arenden, manader, undantag, '2026-01-01')
      const alla = Object.values(svar).flat()
      expect(new Set(alla).size).toBe(alla.length)
      const forfallna = arenden.filter((a) => !a.pagar && gallrasFran(a.sista, manader) < '2026-01-01')
      expect(alla.toSorted()).toEqual(forfallna.map((a) => a.nummer).toSorted())
      for (const a of arenden.filter((b) => svar.gallras.includes(b.nummer))) {
        expect(a.pagar).toBe(false)
        if (undantag.dagar.length > 0) expect([a.undantag, a.kommuner.includes('2034')]).toEqual([false, false])
      }
    }))
  })
})

describe('a rule', () => {
  it.each([
    [{ slag: 'klienter', manader: 60, referens: ' ', beslutad: '2026-01-01', version: 0 }, 'Skriv beslutets beteckning, till exempel SN 2026/114 § 32.'],
    [{ slag: 'klienter', manader: 60, referens: 'SN § 1', beslutad: '2026-02-30', version: 0 }, 'Skriv vilken dag beslutet fattades.'],
    [{ slag: 'klienter', manader: 2.5, referens: 'SN § 1', beslutad: '2026-02-01', version: 0 }, 'Skriv tiden i hela månader.'],
  ])('%j: %s', (regel, mening) => expect(zGallringsregel.safeParse(regel).error?.issues[0]?.message).toBe(mening))
})
