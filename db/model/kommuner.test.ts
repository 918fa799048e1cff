import { describe, expect, test } from 'vitest'
import { hittaKommun, KOMMUNER, kommunMedKod, kommunNamn, kommunOrdning, lanForKommun } from './kommuner.ts'

describe('kommuner', () => {
  test('hold all 290, every code and name once, in 21 counties', () => {
    expect(KOMMUNER).toHaveLength(290)
    expect(new Set(KOMMUNER.map((k) => k.kod)).size).toBe(290)
    expect(new Set(KOMMUNER.map((k) => k.namn)).size).toBe(290)
    expect(new Set(KOMMUNER.map((k) => k.lan)).size).toBe(21)
    expect(KOMMUNER.every((k) => /^\d{4}$/.test(k.kod))).toBe(true)
  })

  test('stand in Swedish order: Ö last, Å before Ä', () => {
    const namn = KOMMUNER.map((k) => k.namn)
    expect(namn[0]).toBe('Ale')
    expect(namn.at(-1)).toBe('Övertorneå')
    expect(namn.indexOf('Åstorp')).toBeLessThan(namn.indexOf('Älmhult'))
    expect(namn.indexOf('Ystad')).toBeLessThan(namn.indexOf('Åmål'))
  })

  test.each([
    ['2062', 'Mora'],
    [' 2062 ', 'Mora'],
    ['mora', 'Mora'],
    ['MORA KOMMUN', 'Mora'],
    ['Österåker', 'Österåker'],
    ['österåkers kommun', 'Österåker'],
    ['Österåker kommun', 'Österåker'],
    ['Stockholms stad', 'Stockholm'],
    ['Region Gotland', 'Gotland'],
    ['Malung-Sälen', 'Malung-Sälen'],
    ['A\u0308lvdalen', 'Älvdalen'],
    ['Upplands\u00a0Väsby', 'Upplands Väsby'],
    ['126', 'Huddinge'],
    ['Habo', 'Habo'],
    ['håbo', 'Håbo'],
  ])('finds %j', (text, namn) => {
    expect(hittaKommun(text)?.namn).toBe(namn)
  })

  test.each(['', '9999', 'Moraa', 'kommun', 'Malmö län'])('does not find %j', (text) => {
    expect(hittaKommun(text)).toBeUndefined()
  })

  test('every kommun is found by its code, short name and full name', () => {
    for (const kommun of KOMMUNER) {
      for (const text of [kommun.kod, kommun.namn, kommun.fulltNamn, `${kommun.namn} kommun`]) expect(hittaKommun(text)).toBe(kommun)
    }
  })

  test('knows the county, and keeps an unknown code visible', () => {
    expect(lanForKommun('2062')).toEqual({ kod: '20', namn: 'Dalarnas län' })
    expect(lanForKommun('0000')).toBeUndefined()
    expect(kommunMedKod('2062')?.fulltNamn).toBe('Mora kommun')
    expect(kommunNamn('0000')).toBe('0000')
    expect(['2039', '2062', '2034'].toSorted(kommunOrdning).map(kommunNamn)).toEqual(['Mora', 'Orsa', 'Älvdalen'])
  })
})
