import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDagar } from '../../db/model/kalender.ts'
import { langtDatum, medVeckodag } from '../texter/datum.ts'
import { tolkaDatum } from './tolkaDatum.ts'

const idag = '2026-11-22' // a Sunday

describe('tolkaDatum', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['261122', '2026-11-22'],
    ['26-11-22', '2026-11-22'],
    [' 2026-1-5 ', '2026-01-05'],
    ['2026/11/22', '2026-11-22'],
    ['22/11 2026', '2026-11-22'],
    ['22/11', '2026-11-22'],
    ['22/11-26', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['5/1', '2027-01-05'],
    ['1/9', '2026-09-01'],
    ['22 nov', '2026-11-22'],
    ['22 november 2025', '2025-11-22'],
    ['den 3:e mars', '2027-03-03'],
    ['3 sept', '2026-09-03'],
    ['I dag', '2026-11-22'],
    ['idag', '2026-11-22'],
    ['i morgon', '2026-11-23'],
    ['igår', '2026-11-21'],
    ['tisdag', '2026-11-24'],
    ['på söndag', '2026-11-29'],
    ['om 3 veckor', '2026-12-13'],
    ['om en månad', '2026-12-22'],
    ['för 2 dagar sedan', '2026-11-20'],
  ])('reads "%s" as %s', (text, datum) => {
    expect(tolkaDatum(text, idag)).toBe(datum)
  })

  it.each(['', '2025-02-29', '31/4', '32 maj', '12 mums', '2026-13-01', '8001011234', '19800101-1234', 'snart', '3 ma 2026 x'])(
    'does not guess at "%s"',
    (text) => {
      expect(tolkaDatum(text, idag)).toBeUndefined()
    },
  )

  it('reads back every day in every form it is written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 20000 }), (steg) => {
        const d = plusDagar(idag, steg)
        const [ar = '', m = '', dag = ''] = d.split('-')
        for (const text of [d, `${ar}${m}${dag}`, `${Number(dag)}/${Number(m)} ${ar}`, `${dag}.${m}.${ar}`, langtDatum(d)]) {
          expect(tolkaDatum(text, idag)).toBe(d)
        }
        expect(medVeckodag(d)).toContain(langtDatum(d))
      }),
    )
  })

  it.each(['__proto__', 'constructor', 'toString'])('reads %s as no day', (text) => {
    expect(tolkaDatum(text, idag)).toBeUndefined()
  })

  it('never throws and never gives a day that does not exist', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const d = tolkaDatum(text, idag)
        expect(d === undefined || /^\d{4}-\d{2}-\d{2}$/.test(d)).toBe(true)
      }),
    )
  })
})
