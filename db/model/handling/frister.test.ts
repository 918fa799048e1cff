import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dagMedNummer, dagnummer } from '../kalender.ts'
import { fristar, fristlage } from './frister.ts'

describe('the deadlines of DOMAIN §3', () => {
  test.each([
    ['redovisning', 2026, '2026-11-30', null, 'tyst', 46],
    ['redovisning', 2026, '2026-12-01', null, 'vantar', 45],
    ['redovisning', 2026, '2026-12-31', 'utkast', 'vantar', 15],
    ['redovisning', 2026, '2027-01-01', 'faststalld', 'daglig', 14],
    ['redovisning', 2026, '2027-01-15', 'faststalld', 'daglig', 0],
    ['redovisning', 2026, '2027-01-16', 'faststalld', 'passerad', -1],
    ['redovisning', 2026, '2027-01-02', 'inlamnad', 'tyst', 13],
    ['redovisning', 2026, '2027-03-16', null, 'passerad', -60],
    ['redovisning', 2026, '2027-03-17', null, 'tyst', -61],
    ['redovisning', 2026, '2027-10-01', 'utkast', 'passerad', -259],
    ['ansokan', 2027, '2027-01-31', null, 'tyst', 29],
    ['ansokan', 2027, '2027-02-01', null, 'vantar', 28],
    ['ansokan', 2027, '2027-02-15', null, 'daglig', 14],
    ['ansokan', 2028, '2028-02-15', 'utkast', 'vantar', 15], // a leap year has one more day to 1 March
    ['ansokan', 2027, '2027-03-02', 'utkast', 'passerad', -1],
  ] as const)('%s %i on %s, %s: %s', (slag, ar, idag, status, lage, dagarKvar) => {
    expect(fristlage(slag, ar, idag, status)).toMatchObject({ lage, dagarKvar })
  })

  test('looks at the year that has ended and the one that runs', () => {
    expect(fristar('redovisning', '2027-01-08')).toEqual([2026, 2027])
    expect(fristar('ansokan', '2027-02-08')).toEqual([2027])
  })

  test('is silent for whoever has handed in, and never for a draft past its day', () => {
    const dag = fc.integer({ min: dagnummer('2026-01-01'), max: dagnummer('2028-12-31') }).map(dagMedNummer)
    fc.assert(fc.property(dag, fc.constantFrom('redovisning' as const, 'ansokan' as const), (idag, slag) => {
      expect(fristlage(slag, 2026, idag, 'inlamnad').lage).toBe('tyst')
      const { forfaller, lage } = fristlage(slag, 2026, idag, 'utkast')
      expect(lage === 'passerad').toBe(idag > forfaller)
    }))
  })
})
