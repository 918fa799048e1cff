import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dagarMellan, plusDagar, veckansGranser, type Datum } from './kalender.ts'
import { foreMigreringDag, HELA_DAGAR, kopiefiler, kopienamn, kvarKopior, kvarTill, undanlagdDag, undanlagtTill, type Kopiefil } from './sakerhetskopior.ts'

const K = '0a1b2c3d'
const fil = (dag: Datum, slag: 'hel' | 'gles'): Kopiefil => ({ fil: kopienamn(K, dag, slag), slag, dag })
const par = (dagar: readonly Datum[]): Kopiefil[] => dagar.flatMap((dag) => [fil(dag, 'hel'), fil(dag, 'gles')])
const kvar = (filer: readonly Kopiefil[], idag: Datum, slag: 'hel' | 'gles'): Datum[] => kvarKopior(filer, idag).filter((f) => f.slag === slag).map((f) => f.dag).sort()

/** What lies in the folder after a copy and a rotation on each of these days. */
function efter(dagar: readonly Datum[]): Kopiefil[] {
  let filer: Kopiefil[] = []
  for (const dag of dagar) filer = kvarKopior([...filer, ...par([dag])], dag)
  return filer
}
const varjeDag = (fran: Datum, antal: number): Datum[] => Array.from({ length: antal }, (_, i) => plusDagar(fran, i))

describe('names', () => {
  it('say the day and the kind, and nothing about anybody', () => {
    expect(kopienamn(K, '2026-11-26', 'hel')).toBe('lotsen-0a1b2c3d-2026-11-26-hel.lotsen')
    expect(kopienamn(K, '2026-11-26', 'gles')).toBe('lotsen-0a1b2c3d-2026-11-26-utan-anteckningar.lotsen')
  })
  it('of others are left alone', () => {
    const namn = ['lotsen-0a1b2c3d-2026-11-25-hel.lotsen', kopienamn(K, '2026-11-26', 'gles'), kopienamn(K, '2026-11-26', 'hel'), 'lotsen-ffffffff-2026-11-26-hel.lotsen', 'lotsen-0a1b2c3d-2026-02-31-hel.lotsen', 'lotsen-2026-11-26-kl-08-00-00.lotsen', 'x-lotsen-0a1b2c3d-2026-11-26-hel.lotsen', 'lotsen-0a1b2c3d-2026-11-26-hel.lotsen.tmp']
    expect(kopiefiler(namn, K).map((f) => [f.dag, f.slag])).toEqual([['2026-11-26', 'hel'], ['2026-11-26', 'gles'], ['2026-11-25', 'hel']])
  })
  it('of what is set aside give its day', () => {
    expect(undanlagdDag('kontor-undanlagd-2026-11-22T113400000Z')).toBe('2026-11-22')
    expect(undanlagdDag('kontor-undanlagd-2026-11-22T113400000Z-2')).toBe('2026-11-22')
    expect(undanlagdDag('kontor-undanlagd-viktigt')).toBeNull()
    expect(foreMigreringDag('fore-migrering-2026-11-22T113400000Z.lotsen')).toBe('2026-11-22')
    expect(foreMigreringDag('lotsen-fore-migrering-2026-11-22T1Z.lotsen')).toBeNull()
    expect(undanlagtTill('2026-11-22')).toBe('2026-12-22')
  })
})

describe('what stays', () => {
  it('after one day is that day', () => {
    expect(efter(['2026-11-26']).map((f) => f.slag).sort()).toEqual(['gles', 'hel'])
  })

  it('after a year of daily copies: 7 whole, and thin ones by week, month and year', () => {
    const filer = efter(varjeDag('2025-06-01', 543)) // … to Wednesday 25 November 2026
    expect(kvar(filer, '2026-11-25', 'hel')).toEqual(varjeDag('2026-11-19', 7))
    expect(kvar(filer, '2026-11-25', 'gles')).toEqual([
      '2025-06-01', // the first of 2025
      '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01',
      '2026-10-26', '2026-11-01', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', // the Mondays of five weeks, and the first of November
      '2026-11-25', // the newest
    ])
  })

  it('after a summer without anybody: the newest thin one, and not one whole', () => {
    const filer = kvarKopior(efter(varjeDag('2026-06-01', 20)), '2026-08-17')
    expect(filer.filter((f) => f.slag === 'hel')).toEqual([])
    expect(kvar(filer, '2026-08-17', 'gles')).toEqual(['2026-06-01', '2026-06-20'])
  })

  it('is the only copy there is, also when somebody has taken its thin one away', () => {
    expect(kvarKopior([fil('2026-01-02', 'hel')], '2026-11-26')).toHaveLength(1)
    expect(kvarKopior([fil('2026-01-02', 'hel'), fil('2026-01-01', 'gles')], '2026-11-26')).toHaveLength(2)
    expect(kvarKopior([fil('2026-01-02', 'hel'), fil('2026-01-02', 'gles')], '2026-11-26')).toEqual([fil('2026-01-02', 'gles')])
  })

  it('is not judged by a clock that has been set back', () => {
    expect(kvarKopior(par(['2027-01-01']), '2026-11-26')).toHaveLength(2)
  })
})

// Days on which somebody unlocked the office: gaps of a day to months, as long as six years.
const arbDagar = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.array(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 200 })), { maxLength: 250 }))
  .map(([start, steg]) => steg.reduce<Datum[]>((dagar, s) => [...dagar, plusDagar(dagar.at(-1) ?? '2020-01-01', s)], [plusDagar('2020-01-01', start)]))

describe('for any days of work', () => {
  it('the newest is never deleted, and nothing with anteckningar is older than 7 days', () => {
    fc.assert(fc.property(arbDagar, fc.integer({ min: 0, max: 400 }), (dagar, senare) => {
      const sista = dagar.at(-1) ?? ''
      const idag = plusDagar(sista, senare)
      const filer = kvarKopior(efter(dagar), idag)
      expect(filer).toContainEqual(fil(sista, 'gles'))
      for (const f of filer.filter((x) => x.slag === 'hel')) expect(dagarMellan(f.dag, idag)).toBeLessThan(HELA_DAGAR)
      for (const dag of dagar.filter((d) => dagarMellan(d, idag) < HELA_DAGAR)) expect(filer).toContainEqual(fil(dag, 'hel'))
    }))
  })

  it('every week, month and year of those kept has its first copy, and there are never many', () => {
    fc.assert(fc.property(arbDagar, (dagar) => {
      const idag = dagar.at(-1) ?? ''
      const filer = efter(dagar)
      const finns = new Set(filer.filter((f) => f.slag === 'gles').map((f) => f.dag))
      const manadNr = (d: Datum): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
      for (const dag of dagar) {
        const forst = (period: (d: Datum) => string): Datum => dagar.find((d) => period(d) === period(dag)) ?? ''
        if (manadNr(idag) - manadNr(dag) < 12) expect(finns).toContain(forst((d) => d.slice(0, 7)))
        if (Number(idag.slice(0, 4)) - Number(dag.slice(0, 4)) < 3) expect(finns).toContain(forst((d) => d.slice(0, 4)))
        if (dagarMellan(veckansGranser(dag).mandag, veckansGranser(idag).mandag) < 35) expect(finns).toContain(forst((d) => veckansGranser(d).mandag))
      }
      expect(finns.size).toBeLessThanOrEqual(1 + 5 + 12 + 3)
    }))
  })

  it('rotating twice is rotating once, and nothing is kept past the day that is shown', () => {
    fc.assert(fc.property(arbDagar, fc.integer({ min: 0, max: 400 }), (dagar, senare) => {
      const sista = dagar.at(-1) ?? ''
      const idag = plusDagar(sista, senare)
      const fore = efter(dagar)
      const filer = kvarKopior(fore, idag)
      expect(kvarKopior(filer, idag)).toEqual(filer)
      for (const f of filer) expect(kvarTill(f, fore) >= idag || f.dag === sista).toBe(true)
      for (const f of fore.filter((x) => !filer.includes(x))) expect(kvarTill(f, fore) < idag).toBe(true)
    }))
  })
})
