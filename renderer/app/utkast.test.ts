import { afterEach, expect, it } from 'vitest'
import { fragor } from './fraga.ts'
import { aterstallt, aterstallUtkast, kastaUtkast, sparaUtkast, utkast } from './utkast.ts'

afterEach(() => fragor.clear())

it('keeps what was typed until it is saved or thrown away', () => {
  sparaUtkast('nytt', { namn: 'A' })
  sparaUtkast('nytt 2', { namn: 'B' })
  expect(utkast('nytt')).toEqual({ namn: 'A' })
  kastaUtkast('nytt')
  expect(utkast('nytt')).toBeUndefined()
  expect(utkast('nytt 2')).toEqual({ namn: 'B' })
})

it('keeps it for as long as the page stands, and not a lock longer', () => {
  sparaUtkast('nytt', { namn: 'A' })
  expect(fragor.getQueryCache().find({ queryKey: ['utkast', 'nytt'] })?.gcTime).toBe(Infinity)
  fragor.clear() // what app/las.ts does
  expect(utkast('nytt')).toBeUndefined()
})

it('says of a draft that has been put back when it was written, until it is thrown away', () => {
  aterstallUtkast('avslut/1', { slut: '2026-11-22' }, '2026-11-22T12:00:00.000Z')
  expect(utkast('avslut/1')).toEqual({ slut: '2026-11-22' })
  expect(aterstallt('avslut/1')).toBe('2026-11-22T12:00:00.000Z')
  kastaUtkast('avslut/1')
  expect([utkast('avslut/1'), aterstallt('avslut/1')]).toEqual([undefined, undefined])
})
