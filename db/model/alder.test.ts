import { expect, test } from 'vitest'
import { alder, aldersgrupp } from './alder.ts'
import { STANDARD_ALDERSGRUPPER } from './kodlistor.ts'

test.each([
  [null, null],
  [2026, null],
  [2009, null],
  [2008, '18–29'],
  [1997, '18–29'],
  [1996, '30–49'],
  [1977, '30–49'],
  [1976, '50–64'],
  [1962, '50–64'],
  [1961, '65+'],
  [1900, '65+'],
])('born %s is in %s in 2026', (fodelsear, grupp) => expect(aldersgrupp(fodelsear, 2026, STANDARD_ALDERSGRUPPER)).toBe(grupp))

test('age is the year less the birth year, whatever the birthday', () => {
  expect(alder(1990, 2026)).toBe(36)
  expect(alder(null, 2026)).toBeNull()
})

test('an age outside all groups of the unit is unknown rather than dropped', () => {
  const grupper = [{ etikett: '18–24', fran: 18, till: 24 }]
  expect(aldersgrupp(2001, 2026, grupper)).toBeNull()
  expect(aldersgrupp(2002, 2026, grupper)).toBe('18–24')
})

test('a group that begins under 18 does not let a minor in', () => {
  expect(aldersgrupp(2010, 2026, [{ etikett: '0–99', fran: 0, till: 99 }])).toBeNull()
})
