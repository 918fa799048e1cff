import { describe, expect, it } from 'vitest'
import { type Kodlistor, standardKodlistor } from '../../db/model/kodlistor.ts'
import { etiketter, kodval, kommunval } from './kodval.ts'

const IDAG = '2026-11-22'

describe('what can be chosen', () => {
  const listor: Kodlistor = {
    ...standardKodlistor(),
    kontaktvag: [
      { kod: 'fax', etikett: 'Fax', ordning: 0, giltigFran: null, giltigTill: '2024-12-31' },
      { kod: 'telefon', etikett: 'Telefon', ordning: 1, giltigFran: null, giltigTill: null },
    ],
  }

  it('is what the list held that day', () => {
    expect(kodval(listor, 'kontaktvag', '2024-05-01', IDAG).map((rad) => rad.kod)).toEqual(['fax', 'telefon'])
    expect(kodval(listor, 'kontaktvag', '2026-05-01', IDAG).map((rad) => rad.kod)).toEqual(['telefon'])
  })

  it('is what the list holds today while the day is being typed', () => {
    expect(kodval(listor, 'kontaktvag', '12 ma', IDAG).map((rad) => rad.kod)).toEqual(['telefon'])
  })

  it('always holds what has been chosen', () => {
    expect(kodval(listor, 'kontaktvag', IDAG, IDAG, ['fax', ''])).toEqual([{ kod: 'telefon', text: 'Telefon' }, { kod: 'fax', text: 'Fax' }])
  })

  it('is named in the order of the list', () => {
    expect(etiketter(listor, 'livsomrade', ['skulder', 'okand', 'boende'])).toEqual(['Boende', 'Skulder', 'okand'])
  })

  it("is the unit's kommuner of that day, in Swedish order", () => {
    const kommuner = [
      { kommun: '2062', fran: '2019-01-01', till: null },
      { kommun: '2039', fran: '2019-01-01', till: null },
      { kommun: '2034', fran: '2019-01-01', till: '2025-12-31' },
    ]
    expect(kommunval(kommuner, '2025-12-31', IDAG).map((rad) => rad.text)).toEqual(['Mora', 'Orsa', 'Älvdalen'])
    expect(kommunval(kommuner, '', IDAG).map((rad) => rad.kod)).toEqual(['2062', '2039'])
    expect(kommunval(kommuner, IDAG, IDAG, '2034').map((rad) => rad.kod)).toEqual(['2062', '2034', '2039'])
  })
})
