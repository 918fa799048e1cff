import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  arAv,
  arDatum,
  arsGranser,
  dagarMellan,
  dagMedNummer,
  dagnummer,
  idag,
  klockslag,
  plusDagar,
  plusManader,
  veckansGranser,
  veckonummer,
} from './kalender.ts'

const dagar = fc.integer({ min: 0, max: 60_000 }).map((n) => plusDagar('1920-01-01', n))

describe('arDatum', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '1900-12-31', '9999-12-31'])('%s is a day', (d) => expect(arDatum(d)).toBe(true))
  test.each([
    '2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-01', '20260101',
    '2026-01-01T00:00', '2026-01-01 ', ' 2026-01-01', '2026-01-01\n', '+002026-01-01', '2026-W01-1', '2026-01-01[u-ca=hebrew]', '٢٠٢٦-01-01',
    '', null, undefined, 20260101, {},
  ])('%j is not', (d) => expect(arDatum(d)).toBe(false))
})

describe('reckoning', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s plus %i months is %s', (fran, antal, till) => expect(plusManader(fran, antal)).toBe(till))

  test('days cross months, leap days and years', () => {
    expect(plusDagar('2026-12-31', 1)).toBe('2027-01-01')
    expect(plusDagar('2024-02-28', 1)).toBe('2024-02-29')
    expect(plusDagar('2026-01-01', -1)).toBe('2025-12-31')
    expect(dagarMellan('2026-01-01', '2026-12-31')).toBe(364)
    expect(dagarMellan('2024-01-01', '2024-12-31')).toBe(365)
    expect(dagarMellan('2026-03-10', '2026-03-10')).toBe(0)
    expect(dagarMellan('2026-03-10', '2026-03-08')).toBe(-2)
  })

  test('dagarMellan is the inverse of plusDagar, and days order as strings', () => {
    fc.assert(
      fc.property(dagar, fc.integer({ min: -20_000, max: 20_000 }), (fran, antal) => {
        const till = plusDagar(fran, antal)
        expect(dagarMellan(fran, till)).toBe(antal)
        expect(till > fran).toBe(antal > 0)
        expect(arDatum(till)).toBe(true)
      }),
    )
  })

  test('running numbers count days from 1970 and lead back', () => {
    expect(dagnummer('1970-01-01')).toBe(0)
    expect(dagnummer('1969-12-31')).toBe(-1)
    expect(dagMedNummer(19_782)).toBe('2024-02-29')
    fc.assert(fc.property(dagar, (d) => dagMedNummer(dagnummer(d)) === d))
  })

  test('years', () => {
    expect(arsGranser(2026)).toEqual({ forsta: '2026-01-01', sista: '2026-12-31', dagar: 365 })
    expect(arsGranser(2024).dagar).toBe(366)
    expect(arsGranser(1900).dagar).toBe(365)
    expect(arAv('2026-11-22')).toBe(2026)
  })

  test.each([
    ['2026-11-22', 47],
    ['2026-12-31', 53],
    ['2027-01-01', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('%s lies in week %i', (d, vecka) => expect(veckonummer(d)).toBe(vecka))

  test('a week runs from Monday to Sunday', () => {
    expect(veckansGranser('2026-11-22')).toEqual({ mandag: '2026-11-16', sondag: '2026-11-22' })
    expect(veckansGranser('2026-11-16')).toEqual({ mandag: '2026-11-16', sondag: '2026-11-22' })
  })
})

describe('today', () => {
  const zon = process.env['TZ']
  afterEach(() => {
    if (zon === undefined) delete process.env['TZ']
    else process.env['TZ'] = zon
  })

  test.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Stockholm'])('is the Swedish day on a machine in %s', (tz) => {
    process.env['TZ'] = tz
    expect(idag('2026-12-31T22:59:59Z')).toBe('2026-12-31')
    expect(idag('2026-12-31T23:00:00Z')).toBe('2027-01-01')
    expect(idag('2026-07-01T21:59:59.999Z')).toBe('2026-07-01')
    expect(idag('2026-07-01T22:00:00Z')).toBe('2026-07-02')
    expect(idag('2026-12-31T23:00:00Z', 'UTC')).toBe('2026-12-31')
    expect(klockslag('2026-11-22T08:12:59Z')).toBe('9.12')
    expect(plusDagar('2026-03-28', 1)).toBe('2026-03-29')
    expect(dagarMellan('2026-03-28', '2026-03-30')).toBe(2)
  })
})
