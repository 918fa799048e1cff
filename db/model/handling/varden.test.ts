import { describe, expect, test } from 'vitest'
import type { Falt } from '../blankett/typer.ts'
import { kravVarde, soktaAv } from './varden.ts'

const bas = { etikett: 'x', hjalp: '', pa: true, kravs: false }
const TEXT: Falt = { ...bas, typ: 'text', id: 't', maxLangd: 5 }
const TAL: Falt = { ...bas, typ: 'tal', id: 'n', enhet: '', decimaler: 2 }
const EGEN: Falt = {
  ...bas, typ: 'egen_tabell', id: 'e', rader: 'kommuner', kolumner: [
    { id: 'sokta', rubrik: 'Sökta', typ: 'tal', enhet: '', decimaler: 2, bunden: 'sokt' }, { id: 'om', rubrik: 'Om', typ: 'text', enhet: '', decimaler: 0, bunden: null },
  ],
}

describe('what a field may hold', () => {
  test.each([
    [TEXT, '  hej ', 'hej'], [TEXT, '   ', null], [TEXT, null, null], [TAL, 0.75, 0.75], [TAL, 0, 0],
    [EGEN, [{ kommun: '2062', sokta: 1.25, om: ' ' }, { kommun: '2034' }], [{ kommun: '2062', sokta: 1.25, om: null }]],
    [EGEN, [{ kommun: '2062' }], null],
  ] as const)('%o: %o', (falt, varde, ut) => expect(kravVarde(falt, varde as never, ['2062', '2034'])).toEqual(ut))

  test.each([
    [TEXT, 'för långt', 'Korta ner texten till högst 5 tecken. Den har 9.', 't'], [TEXT, 7, 'Skriv en text.', 't'],
    [TAL, 0.755, 'Skriv ett tal med högst två decimaler.', 'n'], [TAL, -1, 'Skriv ett tal med högst två decimaler.', 'n'], [TAL, '1', 'Skriv ett tal med högst två decimaler.', 'n'],
    [EGEN, [{ kommun: '0180', sokta: 1 }], 'Raden gäller en kommun som inte är med.', 'e.0'],
    [EGEN, [{ kommun: '2062', sokta: 1.111 }], 'Sökta: skriv ett tal med högst två decimaler.', 'e.0'],
    [{ ...bas, typ: 'siffra', id: 's', figur: 'ko' }, 1, 'Siffran räknas av Lotsen. Rätta den med en förklaring i stället.', 's'],
  ] as const)('%o refuses %o', (falt, varde, mening, plats) => {
    expect(() => kravVarde(falt as Falt, varde as never, ['2062'])).toThrow(expect.objectContaining({ message: mening, falt: plats }))
  })

  test('what is sought is read from the bound column, kommun by kommun', () => {
    expect(soktaAv([TEXT, EGEN], new Map([['e', [{ kommun: '2062', sokta: 1.25 }]]]), ['2062', '2034'])).toEqual([{ kommun: '2062', arsanstallningar: 1.25 }, { kommun: '2034', arsanstallningar: null }])
    expect(soktaAv([TEXT], new Map(), ['2062'])).toEqual([])
  })
})
