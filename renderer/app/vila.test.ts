import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vilolage } from './vila.ts'

const MIN = 60_000

describe('vilolage', () => {
  it.each([
    [0, 'vaken'],
    [5 * MIN - 1, 'vaken'],
    [5 * MIN, 'dold'],
    [19 * MIN - 1, 'dold'],
    [19 * MIN, 'snart'],
    [20 * MIN - 1, 'snart'],
    [20 * MIN, 'last'],
    [9 * 60 * MIN, 'last'],
  ])('after %i ms: %s', (ms, lage) => {
    expect(vilolage(ms, 5 * MIN, 20 * MIN)).toBe(lage)
  })

  it('locks without a warning when the limit is a minute or less', () => {
    expect(vilolage(59_999, 0, MIN)).toBe('vaken')
    expect(vilolage(MIN, 0, MIN)).toBe('last')
  })

  it('never grows milder with time', () => {
    const grad = { vaken: 0, dold: 1, snart: 2, last: 3 }
    const minuter = fc.integer({ min: 0, max: 120 }).map((m) => m * MIN)
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), minuter, minuter, (a, b, dolj, las) => {
        const [kort, lang] = a < b ? [a, b] : [b, a]
        expect(grad[vilolage(lang, dolj, las)]).toBeGreaterThanOrEqual(grad[vilolage(kort, dolj, las)])
      }),
    )
  })
})
