import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { STANDARD_ALDERSGRUPPER, standardKodlistor } from '../../db/model/kodlistor.ts'
import { raknaRedovisning } from '../../db/model/redovisning/index.ts'
import { Redovisning } from './Redovisning.tsx'
import { Lista } from './Redovisningslistor.tsx'

const kontakt = (kontaktvag: string) => ({
  datum: '2026-03-01', kommun: '2062', kontaktvag, initiativtagare: 'personen_sjalv', utfall: 'radgivning', orsaker: [], kodatum: null, kolamnad: null, uppdragsstart: null, arende: null,
})
const { figurer } = raknaRedovisning(
  { uppdrag: [], kontakter: [...Array.from({ length: 9 }, () => kontakt('telefon')), ...Array.from({ length: 6 }, () => kontakt('sms')), kontakt('brev'), kontakt('brev')], anstallningar: [], franvaro: [] },
  2026,
  { kommuner: ['2062'], urval: ['2062'], kodlistor: standardKodlistor(), aldersgrupper: STANDARD_ALDERSGRUPPER, idag: '2026-11-22' },
)
const celler = (html: string) => [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/gu)].map((traff) => traff[1])
const lista = (maskera: boolean, summerar: boolean) =>
  celler(renderToStaticMarkup(<Lista rubrik="Kontaktväg" enhet="Kontakter" data={{ figurer, fjol: null, maskera }} av={(f) => f.kontakter.perKontaktvag} summerar={summerar} />))

describe('a list on paper', () => {
  it('hides 1–4, and where the total stands beside, the number that would give it away', () => {
    expect(lista(false, true)).toEqual(['9', '6', '2'])
    expect(lista(true, false)).toEqual(['9', '6', '1–4'])
    expect(lista(true, true)).toEqual(['9', 'dolt', '1–4'])
  })
})

describe('the redovisning for a part of the kommuner', () => {
  const html = (utanKonOchAlder: boolean) => renderToStaticMarkup(<Redovisning meta={{ enhet: 'Enheten', dokument: 'Redovisning' }} data={{ figurer, fjol: null, maskera: true, utanKonOchAlder }} />)

  it('says which, and leaves kön and ålder out when asked to', () => {
    expect(html(true)).toContain('Avser Mora, räknat som om det vore hela enheten.')
    expect(html(true)).not.toContain('Kön och ålder')
    expect(html(false)).toContain('Kön och ålder')
  })
  it('shows no number of a list that its total would give away', () => {
    expect(celler(html(true))).not.toContain('6')
  })
})
