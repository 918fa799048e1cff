import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Falt } from '../../../db/model/blankett/typer.ts'
import type { Faltlage, Siffra } from '../../../db/model/handling/typer.ts'
import { allaSiffror, cellvarde, faltgrupper, kolumnsumma, medEnhet, paFalt, skrivTal, stegKlart, tabellrader, taltext, tolkaTal } from './varden.ts'
import { forvaltHandlingsar } from './vagar.ts'

const siffra = (figur: string, varde: number | null = 1): Siffra =>
  ({ figur, etikett: figur, raknat: varde, rattelse: null, varde, fjol: null, enhet: '', decimaler: 0, oppningsbar: true, forklaring: '' })
const lage = (falt: Partial<Falt> & Pick<Falt, 'id' | 'typ'>, rest: Partial<Faltlage> = {}): Faltlage =>
  ({ punkt: 'personer', falt: { etikett: falt.id, hjalp: '', pa: true, kravs: false, ...falt } as Falt, varde: null, version: 0, forifyllt: false, fjol: null, siffra: null, tabell: null, bockad: null, saknas: false, ...rest })
const tabell = (kolumner: number) => ({ kolumner: Array.from({ length: kolumner }, () => ({ rubrik: '', enhet: '' })), rader: [{ kod: 'a', etikett: 'A', celler: [siffra('orsaker.a'), 'text'] }], summa: [siffra('klienter.stod')] })

describe('numbers as they are typed', () => {
  it('read a comma, spaces and no more decimals than they may have', () => {
    expect(tolkaTal('1 204,5', 1)).toBe(1204.5)
    expect(tolkaTal('1\u00a0204', 0)).toBe(1204)
    expect(tolkaTal('0.75', 2)).toBe(0.75)
    for (const fel of ['', '12,5', '-1', 'tolv', '1,', '1,234']) expect([fel, tolkaTal(fel, 0)]).toEqual([fel, undefined])
    expect(tolkaTal('0,755', 2)).toBeUndefined()
  })
  it('come back as they were written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (hundradelar) => {
      expect(tolkaTal(skrivTal(hundradelar / 100), 2)).toBe(hundradelar / 100)
    }))
  })
  it('stand with their unit, persons by the label alone, and a dash where nothing can be said', () => {
    expect(medEnhet(302_400, { decimaler: 0, enhet: 'kr' })).toBe('302\u00a0400\u00a0kr')
    expect(medEnhet(61, { decimaler: 0, enhet: 'personer' })).toBe('61')
    expect(medEnhet(null, { decimaler: 1, enhet: 'dagar' })).toBe('–')
    expect(taltext(0.75, 2)).toBe('0,75')
  })
})

describe('a point on the page', () => {
  it('gathers figures in one table and sets narrow tables beside each other', () => {
    const falt = [lage({ id: 'a', typ: 'siffra' }), lage({ id: 'b', typ: 'siffra' }), lage({ id: 'c', typ: 'text' }), lage({ id: 'd', typ: 'tabell' }, { tabell: tabell(1) }), lage({ id: 'e', typ: 'tabell' }, { tabell: tabell(1) }), lage({ id: 'f', typ: 'tabell' }, { tabell: tabell(3) })]
    expect(faltgrupper(falt).map((g) => `${g.slag} ${g.falt.map((f) => f.falt.id).join('')}`)).toEqual(['siffror ab', 'ensam c', 'tabeller de', 'ensam f'])
  })
  it('leaves out what is switched off', () => {
    expect(paFalt([lage({ id: 'a', typ: 'text', pa: false }), lage({ id: 'b', typ: 'text' })], 'personer').map((f) => f.falt.id)).toEqual(['b'])
  })
  it('is ready when nothing is missing and nothing stands unread from last year', () => {
    expect(stegKlart([lage({ id: 'a', typ: 'text' })], 'personer')).toBe(true)
    expect(stegKlart([lage({ id: 'a', typ: 'text' }, { saknas: true })], 'personer')).toBe(false)
    expect(stegKlart([lage({ id: 'a', typ: 'text' }, { forifyllt: true })], 'personer')).toBe(false)
    expect(stegKlart([lage({ id: 'a', typ: 'text', pa: false }, { saknas: true })], 'personer')).toBe(true)
  })
  it('finds every figure, in fields and in cells', () => {
    expect([...allaSiffror([lage({ id: 'a', typ: 'siffra' }, { siffra: siffra('ko') }), lage({ id: 'd', typ: 'tabell' }, { tabell: tabell(2) })]).keys()]).toEqual(['ko', 'orsaker.a', 'klienter.stod'])
  })
})

describe('a table that is filled in', () => {
  const falt = { id: 'sokta', typ: 'egen_tabell', rader: 'kommuner', etikett: '', hjalp: '', pa: true, kravs: true, kolumner: [] } as const
  it('has a row per kommun in their order, whatever has been written', () => {
    const rader = tabellrader({ ...falt, kolumner: [] }, [{ kommun: '2034', antal: 0.5 }, { kommun: '9999', antal: 3 }], ['2062', '2034'])
    expect(rader).toEqual([{ kommun: '2062' }, { kommun: '2034', antal: 0.5 }])
  })
  it('has the rows that were written when they are its own', () => {
    expect(tabellrader({ ...falt, rader: 'fria', kolumner: [] }, [{ a: 'x' }], ['2062'])).toEqual([{ a: 'x' }])
  })
  it('sums hundredths without losing any', () => {
    expect(kolumnsumma([{ a: 0.1 }, { a: 0.2 }, { a: null }], 'a')).toBe(0.3)
    expect(kolumnsumma([{ a: null }], 'a')).toBeNull()
  })
  it('reads its cells by their kind', () => {
    expect(cellvarde('0,75', { typ: 'tal', decimaler: 2 })).toBe(0.75)
    expect(cellvarde('hej', { typ: 'tal', decimaler: 2 })).toBeUndefined()
    expect(cellvarde(' ', { typ: 'tal', decimaler: 2 })).toBeNull()
    expect(cellvarde('hej', { typ: 'text', decimaler: 0 })).toBe('hej')
  })
})

it('opens the year that is worked on', () => {
  expect(['2026-11-22', '2027-01-15', '2027-02-28', '2027-03-01'].map((dag) => forvaltHandlingsar('redovisning', dag))).toEqual([2026, 2026, 2026, 2027])
  expect(['2026-09-30', '2026-10-01', '2027-02-28', '2027-03-02'].map((dag) => forvaltHandlingsar('ansokan', dag))).toEqual([2026, 2027, 2027, 2027])
})
