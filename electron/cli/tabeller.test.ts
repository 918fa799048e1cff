import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Figurer } from '../../db/model/redovisning/index.ts'
import { figurtabeller, somCsv } from './tabeller.ts'

const FIGURER: Figurer = {
  ar: 2026,
  kommun: null,
  klienter: { stod: 5, ingaende: 2, nya: 3, avslutade: 1, utgaende: 4 },
  perKommun: [{ kommun: '2062', stod: 5, ingaende: 2, nya: 3, avslutade: 1, utgaende: 4, arsanstallningar: 0.75, vikarier: 0, franvaro: 0, bemannat: 0.75 }],
  perKon: [{ kon: 'Kvinna', kod: 'kvinna', antal: 5 }],
  perAldersgrupp: [{ grupp: '18–29', kod: '18_29', antal: 5 }],
  konOchAlder: [{ kon: 'Kvinna', konKod: 'kvinna', grupp: '18–29', gruppKod: '18_29', antal: 5 }],
  orsaker: [{ orsak: 'Egen; "orsak"', kod: 'egen', antal: 2 }, { orsak: '=HYPERLINK(1)', kod: 'elak', antal: 1 }],
  kontakter: { antal: 7, perInitiativtagare: [{ varde: 'Anhörig', kod: 'anhorig', antal: 7 }], perKontaktvag: [], perUtfall: [], uppdragStartarSenare: 0 },
  kontakterPerOrsak: [],
  ko: 1,
  vantetidMedianDagar: 12.5,
  vantetidAntal: 3,
  vantetidUtanKontakt: 0,
  uppdragslangdMedianDagar: null,
  avslutsorsaker: [],
  livsomraden: [],
  uppdrag: { ingaende: 2, paborjade: 3, avslutade: 1, utgaende: 4, paborjadeGenomKommunbyte: 0, avslutadeGenomKommunbyte: 0 },
  aterkommande: 1,
  arsanstallningar: { antal: 0.75, vikarier: 0, franvaro: 0, bemannat: 0.75 },
  klienterPerArsanstallning: 6.7,
  brister: { antal: 2, observationer: 3, perKategori: [{ varde: 'Samordning', kod: 'samordning', antal: 2 }], perNiva: [], perAktor: [], perStatus: [] },
  bemanning: {
    ombud: 2, utanIntroduktion: 1, beviljat: 1, vakans: 0.25, perKommun: [{ kommun: '2062', beviljat: 1, vakans: 0.25 }],
    utbildning: { antal: 1, deltagare: 2, deltaganden: 2, dagar: 1.5, timmar: 0, perSlag: [{ varde: 'Nätverksträff', kod: 'natverkstraff', antal: 1, deltagare: 2, deltaganden: 2, dagar: 1.5, timmar: 0 }] },
    handledning: { tillfallen: 8, timmar: 16, deltagare: 2, perForm: [{ varde: 'Handledning i grupp', kod: 'grupp', tillfallen: 8, timmar: 16, deltagare: 2 }] },
  },
  kontroller: [{ kod: 'fodelsear_saknas', antal: 1, arenden: ['2026-0003'] }],
}

const rader = parse(somCsv(figurtabeller(FIGURER)), { delimiter: ';', bom: true })

describe('figures as csv', () => {
  it('has one line per figure, with decimal commas and empty for unknown', () => {
    expect(rader[0]).toEqual(['Tabell', 'Rad', 'Uppgift', 'Värde'])
    expect(rader).toContainEqual(['Året', 'Stöd under året', 'Antal', '5'])
    expect(rader).toContainEqual(['Året', 'Väntetid i dagar, median', 'Antal', '12,5'])
    expect(rader).toContainEqual(['Året', 'Uppdragslängd i dagar, median', 'Antal', ''])
    expect(rader).toContainEqual(['Per kommun', 'Mora, 2062', 'Årsanställningar', '0,75'])
    expect(rader).toContainEqual(['Året', 'Vakans', 'Antal', '0,25'])
    expect(rader).toContainEqual(['Utbildning', 'Nätverksträff', 'Dagar', '1,5'])
    expect(rader).toContainEqual(['Handledning', 'Handledning i grupp', 'Tillfällen', '8'])
    expect(rader).toContainEqual(['Kön och ålder', 'Kvinna, 18–29', 'Antal', '5'])
    expect(rader).toContainEqual(['Brister', 'Iakttagelser', 'Antal', '3'])
    expect(rader).toContainEqual(['Brister per kategori', 'Samordning', 'Antal', '2'])
    expect(rader).toContainEqual(['Vem tog kontakt', 'Anhörig', 'Antal', '7'])
  })
  it('quotes what needs it and keeps a text from becoming a formula', () => {
    expect(rader).toContainEqual(['Orsaker', 'Egen; "orsak"', 'Antal', '2'])
    expect(rader).toContainEqual(['Orsaker', "'=HYPERLINK(1)", 'Antal', '1'])
  })
  it('holds no ärendenummer', () => {
    expect(somCsv(figurtabeller(FIGURER))).not.toContain('2026-0003')
  })
  it('names every sheet within what a spreadsheet allows', () => {
    const namn = figurtabeller(FIGURER).map((t) => t.namn)
    expect(new Set(namn).size).toBe(namn.length)
    for (const n of namn) expect(n).toMatch(/^[^\\/?*[\]:]{1,31}$/u)
  })
})
