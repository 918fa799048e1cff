import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kanonisk } from './kanonisk.ts'

/** The same value with its keys put in another order, all the way down. */
const omkastad = (v: unknown): unknown =>
  Array.isArray(v) ? v.map(omkastad) : typeof v === 'object' && v !== null ? Object.fromEntries(Object.entries(v).toReversed().map(([k, w]) => [k, omkastad(w)])) : v

describe('canonical JSON', () => {
  test('sorts keys, leaves out what is undefined and keeps å, ä and ö', () => {
    expect(kanonisk({ ö: 1, a: [true, null, 'Å"'], b: undefined, A: { y: 0.5, x: -0 } })).toBe('{"A":{"x":0,"y":0.5},"a":[true,null,"Å\\""],"ö":1}')
  })
  test('refuses what JSON cannot hold', () => {
    for (const v of [Number.NaN, Infinity, () => 1, Symbol('x')]) expect(() => kanonisk({ v })).toThrow(TypeError)
  })
  test('does not depend on the order of keys, and loses nothing', () => {
    fc.assert(fc.property(fc.jsonValue(), (v) => {
      const text = kanonisk(v)
      expect(kanonisk(omkastad(v))).toBe(text)
      expect(kanonisk(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(v)))
    }))
  })
})
