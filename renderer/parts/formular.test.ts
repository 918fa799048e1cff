import { ORPCError } from '@orpc/client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tolkaFel } from '../app/felsvar.ts'
import { Fel } from '../../db/model/fel.ts'
import { felFranKontoret, likaVarden, perFalt } from './formular.ts'

describe('errors of a form', () => {
  it('keeps the first sentence of each field, and every sentence without one', () => {
    expect(
      perFalt([
        { falt: 'namn', mening: 'Skriv ett namn.' },
        { falt: 'namn', mening: 'Korta ner texten.' },
        { falt: 'mal.0', mening: 'Skriv ett mål.' },
        { falt: 'mal.1', mening: 'Skriv ett mål.' },
        { falt: undefined, mening: 'A.' },
        { falt: undefined, mening: 'B.' },
      ]).map((f) => f.mening),
    ).toEqual(['Skriv ett namn.', 'Skriv ett mål.', 'A.', 'B.'])
  })

  it("puts the office's sentence at the field it names", () => {
    const orsak = new ORPCError('FEL', { defined: true, status: 422, message: 'Välj en kommun.', data: { kod: 'kommun_saknas', falt: 'kommun', detalj: null } })
    expect(felFranKontoret(tolkaFel(orsak), { kommun: '' })).toEqual([{ falt: 'kommun', mening: 'Välj en kommun.', kod: 'kommun_saknas' }])
  })

  it('shows a sentence whose field the form lacks on its own', () => {
    const orsak = new Fel('upptaget', 'Ärendet är öppet hos någon annan.', { falt: 'version' })
    expect(felFranKontoret(tolkaFel(orsak), { kommun: '' })).toEqual([{ falt: undefined, mening: 'Ärendet är öppet hos någon annan.', kod: 'upptaget' }])
  })

  it('never shows the text of a bug', () => {
    for (const orsak of [new TypeError('x is undefined'), new ORPCError('INTERNAL_SERVER_ERROR', { message: 'SQLITE_BUSY' }), 'text', null]) {
      const fel = tolkaFel(orsak)
      expect(fel.kod).toBe('okant')
      expect(fel.mening).toMatch(/^Något gick fel i Lotsen\./)
    }
  })
})

describe('likaVarden', () => {
  it('says that a copy is the same and that a change is not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (varde) => {
        expect(likaVarden(varde, structuredClone(varde))).toBe(true)
        expect(likaVarden({ a: varde }, { a: varde, b: 1 })).toBe(false)
        expect(likaVarden([varde], [varde, varde])).toBe(false)
      }),
    )
  })
  it('tells a list from an object, and nothing from an empty text', () => {
    expect(likaVarden([], {})).toBe(false)
    expect(likaVarden({ a: '' }, { a: null })).toBe(false)
    expect(likaVarden({ a: undefined }, { b: undefined })).toBe(false)
  })
})
