import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dagMedNummer, dagnummer } from '../kalender.ts'
import { nastaTid, statusDen } from './status.ts'

const h = (datum: string, status: string, tid = '2026-01-01T08:00:00.000Z') => ({ datum, tid, status })
const HISTORIA = [h('2026-02-01', 'noterad'), h('2026-04-10', 'till_ledningsgrupp'), h('2026-04-10', 'atgard_pagar', '2026-04-12T08:00:00.000Z'), h('2026-09-30', 'atgardad')]

describe('the status on a day', () => {
  test.each([
    ['2026-01-31', undefined],
    ['2026-02-01', 'noterad'],
    ['2026-04-09', 'noterad'],
    ['2026-04-10', 'atgard_pagar'],
    ['2026-09-29', 'atgard_pagar'],
    ['2026-09-30', 'atgardad'],
    ['2030-01-01', 'atgardad'],
  ])('%s: %s', (dag, status) => expect(statusDen(HISTORIA, dag)?.status).toBe(status))

  test('a decision written afterwards counts from the day it was taken', () => {
    expect(statusDen([...HISTORIA, h('2026-05-01', 'avskriven', '2026-11-01T08:00:00.000Z')], '2026-06-01')?.status).toBe('avskriven')
    expect(statusDen([...HISTORIA, h('2026-05-01', 'avskriven', '2026-11-01T08:00:00.000Z')], '2026-11-02')?.status).toBe('atgardad')
  })

  const handelse = fc.record({
    datum: fc.integer({ min: dagnummer('2026-01-01'), max: dagnummer('2026-01-20') }).map(dagMedNummer),
    tid: fc.constantFrom('2026-01-01T08:00:00.000Z', '2026-01-05T08:00:00.000Z'), status: fc.constantFrom('noterad', 'atgardad', 'avskriven'),
  })
  test('does not depend on the order of the rows, never on a later day, and rests between rows', () => {
    fc.assert(fc.property(fc.array(handelse, { maxLength: 8 }), handelse, (rader, { datum: dag }) => {
      const svar = statusDen(rader, dag)
      expect(statusDen(rader.toReversed(), dag)?.status).toBe(svar?.status)
      expect(statusDen(rader.filter((r) => r.datum <= dag), dag)).toEqual(svar)
      expect(svar === undefined).toBe(rader.every((r) => r.datum > dag))
      if (svar !== undefined) expect(statusDen(rader, svar.datum)?.status).toBe(svar.status)
    }))
  })
})

test.each([
  [null, '2026-01-01T08:00:00.000Z'],
  ['2025-12-31T23:59:59.999Z', '2026-01-01T08:00:00.000Z'],
  ['2026-01-01T08:00:00.000Z', '2026-01-01T08:00:00.001Z'],
  ['2026-01-02T08:00:00.999Z', '2026-01-02T08:00:01.000Z'],
])('after %s a new row is noted at %s, whatever the clock says', (senaste, svar) => expect(nastaTid('2026-01-01T08:00:00.000Z', senaste)).toBe(svar))
