import { expect, it } from 'vitest'
import { bradska, dagIOrd, kvarIOrd, kortDatum, langdIOrd, medVeckodag } from './datum.ts'

const idag = '2026-11-22'

it.each([
  ['2026-11-22', 'i dag'],
  ['2026-11-23', 'i morgon'],
  ['2026-11-21', 'i går'],
  ['2026-11-19', '3 dagar sedan'],
  ['2026-11-15', '7 dagar sedan'],
  ['2026-11-14', '14 november'],
  ['2026-11-26', 'tors 26 nov'],
  ['2026-11-28', 'lör 28 nov'],
  ['2026-11-29', '29 november'],
  ['2026-12-01', '1 december'],
  ['2027-01-15', '15 januari 2027'],
])('%s is "%s"', (datum, ord) => {
  expect(dagIOrd(datum, idag)).toBe(ord)
})

it.each([
  ['2026-12-01', '9 dagar kvar'],
  ['2026-11-22', 'slutar i dag'],
  ['2026-11-23', '1 dag kvar'],
  ['2026-11-19', '3 dagar över tiden'],
  ['2027-01-21', '60 dagar kvar'],
  ['2027-01-22', '2 månader kvar'],
  ['2027-11-21', '11 månader kvar'],
])('until %s: "%s"', (slut, ord) => {
  expect(kvarIOrd(slut, idag)).toBe(ord)
})

it.each([
  ['2026-11-22', '2026-11-22', '1 dag'],
  ['2026-11-01', '2026-11-12', '12 dagar'],
  ['2026-01-31', '2026-02-27', '1 månad'],
  ['2025-03-01', '2025-10-31', '8 månader'],
  ['2025-03-01', '2026-02-28', '1 år'],
  ['2025-03-10', '2026-05-20', '1 år 2 månader'],
])('%s to %s lasted %s', (fran, till, ord) => {
  expect(langdIOrd(fran, till)).toBe(ord)
})

it('names weekday and year', () => {
  expect(medVeckodag('2026-11-22')).toBe('söndag 22 november 2026')
  expect(medVeckodag('2028-02-29')).toBe('tisdag 29 februari 2028')
  expect(kortDatum('2025-03-01', idag)).toBe('1 mars 2025')
})

it('says how a day presses', () => {
  expect(bradska('2026-11-21', idag)).toBe('passerat')
  expect(bradska('2026-11-22', idag)).toBe('snart')
  expect(bradska('2026-11-23', idag)).toBe('lugnt')
  expect(bradska('2026-12-01', idag, 30)).toBe('snart')
})
