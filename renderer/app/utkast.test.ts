import { afterEach, expect, it } from 'vitest'
import { fragor } from './fraga.ts'
import { kastaUtkast, sparaUtkast, utkast } from './utkast.ts'

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
