import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arIOrd, franAdress, SIDOR, tillAdress } from './val.ts'

describe('the address', () => {
  it('says year, part and kommuner, and is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom(...SIDOR), fc.subarray(['2062', '2034', '2039']), (ar, sida, kommuner) => {
        const igen = franAdress(tillAdress({ ar, sida, kommuner }))
        expect(igen).toMatchObject({ ar, sida })
        expect(new Set(igen?.kommuner)).toEqual(new Set(kommuner))
      }),
    )
  })
  it.each(['/statistik', '/statistik/2026', '/statistik/2026/namn', '/statistik/26/personer', '/statistik/2026/personer/x'])('%s says nothing', (adress) => expect(franAdress(adress)).toBeUndefined())
})

it.each([
  [[2022], '2022'],
  [[2022, 2023, 2024], '2022–2024'],
  [[2022, 2024], '2022, 2024'],
])('years %j in words', (ar, ord) => expect(arIOrd(ar)).toBe(ord))
