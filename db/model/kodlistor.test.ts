import { describe, expect, test } from 'vitest'
import {
  arSkyddad,
  etikett,
  giltiga,
  hittaKod,
  type Kodlistor,
  type Kodpost,
  LISTNAMN,
  LISTOR,
  STANDARD_ALDERSGRUPPER,
  STANDARDLISTOR,
  standardKodlistor,
  UTFALL,
} from './kodlistor.ts'
import { jamforbar } from './text.ts'

const listor = standardKodlistor()
const post = (kod: string, etikett: string, rest: Partial<Kodpost> = {}): Kodpost => ({ kod, etikett, ordning: 0, giltigFran: null, giltigTill: null, ...rest })

describe('the standard lists', () => {
  test.each(LISTOR)('%s: slugs and labels once each, "Uppgift saknas" last', (lista) => {
    const rader = STANDARDLISTOR[lista]
    expect(rader.at(-1)).toEqual({ kod: 'uppgift_saknas', etikett: 'Uppgift saknas' })
    for (const { kod } of rader) expect(kod).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(new Set(rader.map((r) => r.kod)).size).toBe(rader.length)
    const namn = rader.flatMap((r) => [r.etikett, ...(r.alias ?? [])]).map(jamforbar)
    expect(new Set(namn).size).toBe(namn.length)
    expect(LISTNAMN[lista]).not.toBe('')
  })

  // Codes are stored in every office: a changed code would orphan rows. Add, never change.
  test('codes are as they always were', () => {
    expect(Object.fromEntries(LISTOR.map((l) => [l, STANDARDLISTOR[l].map((r) => r.kod).join(' ')]))).toMatchSnapshot()
  })

  test('hold the lengths of DOMAIN §5, "Uppgift saknas" aside', () => {
    const langd = Object.fromEntries(LISTOR.map((l) => [l, STANDARDLISTOR[l].length - 1]))
    expect(langd).toMatchObject({
      kon: 3, kontaktvag: 8, initiativtagare: 13, orsak: 11, livsomrade: 14, utfall: 8, avslutsorsak: 10, systemfel_kategori: 16,
      systemfel_niva: 3, systemfel_status: 6, aktor: 17, driftsform: 6, hemmavarande_barn: 2,
    })
  })

  test('every outcome that rules ask for is there and protected', () => {
    for (const kod of Object.values(UTFALL)) {
      expect(listor.utfall.map((p) => p.kod)).toContain(kod)
      expect(arSkyddad('utfall', kod)).toBe(true)
    }
    expect(arSkyddad('orsak', 'uppgift_saknas')).toBe(true)
    expect(arSkyddad('orsak', 'vardkontakt')).toBe(false)
    expect(arSkyddad('orsak', 'uppdrag')).toBe(false)
  })

  test('age groups join without gap or overlap', () => {
    STANDARD_ALDERSGRUPPER.slice(1).forEach((grupp, i) => expect(grupp.fran).toBe((STANDARD_ALDERSGRUPPER[i]?.till ?? Number.NaN) + 1))
    expect(STANDARD_ALDERSGRUPPER.map((g) => g.etikett)).toEqual(['18–29', '30–49', '50–64', '65+'])
  })
})

describe('labels', () => {
  test.each([
    ['avslutsorsak', 'Lotsad till insats eller annat stöd', 'lotsad'],
    ['avslutsorsak', 'lotsad till annan INSATS', 'lotsad'],
    ['orsak', 'ekonomi/skulder', 'ekonomi_skulder'],
    ['kon', 'KVINNA', 'kvinna'],
    ['initiativtagare', '  Anho\u0308rig/na\u0308rsta\u030aende ', 'anhorig'],
    ['utfall', 'Kvalificerad\u00a0hänvisning', 'kvalificerad_hanvisning'],
    ['utfall', 'Ra\u030adgivning', 'radgivning'],
    ['kon', 'Uppgift saknas', 'uppgift_saknas'],
    ['kon', 'kvinna/man', undefined],
    ['kon', '', undefined],
  ] as const)('%s: %j is %s', (lista, text, kod) => expect(hittaKod(listor, lista, text)).toBe(kod))

  test('a label comes back, an unknown code is shown as it is, nothing is "Uppgift saknas"', () => {
    expect(etikett(listor, 'orsak', 'ekonomi_skulder')).toBe('Ekonomi/skulder')
    expect(etikett(listor, 'orsak', 'borttagen')).toBe('borttagen')
    expect(etikett(listor, 'orsak', null)).toBe('Uppgift saknas')
    expect(etikett({ ...listor, orsak: [] }, 'orsak', null)).toBe('Uppgift saknas')
  })

  test("the unit's own label wins over another row's alias", () => {
    const egna: Kodlistor = { ...listor, orsak: [...listor.orsak, post('bara_skulder', 'Skulder', { ordning: 99 })] }
    expect(hittaKod(egna, 'orsak', 'skulder')).toBe('bara_skulder')
    expect(hittaKod(listor, 'orsak', 'skulder')).toBe('ekonomi_skulder')
  })

  test('of two rows with one label the valid one is found', () => {
    const egna: Kodlistor = {
      ...listor,
      kon: [post('gammal', 'Icke-binär', { giltigTill: '2024-12-31' }), post('ny', 'Icke-binär', { ordning: 1, giltigFran: '2025-01-01' })],
    }
    expect(hittaKod(egna, 'kon', 'icke-binär')).toBe('ny')
    expect(hittaKod(egna, 'kon', 'icke-binär', '2024-12-31')).toBe('gammal')
    expect(hittaKod(egna, 'kon', 'icke-binär', '2025-01-01')).toBe('ny')
  })
})

test('rows are valid from and to their days, both included, in the list’s order', () => {
  const egna: Kodlistor = {
    ...listor,
    kon: [post('c', 'C', { ordning: 3 }), post('a', 'A', { ordning: 1, giltigTill: '2026-06-30' }), post('b', 'B', { ordning: 2, giltigFran: '2026-06-30' })],
  }
  const koder = (datum: string) => giltiga(egna, 'kon', datum).map((p) => p.kod)
  expect(koder('2026-06-29')).toEqual(['a', 'c'])
  expect(koder('2026-06-30')).toEqual(['a', 'b', 'c'])
  expect(koder('2026-07-01')).toEqual(['b', 'c'])
})
