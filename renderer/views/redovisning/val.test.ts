import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { raknaRedovisning } from '../../../db/model/redovisning/index.ts'
import { STANDARD_ALDERSGRUPPER, standardKodlistor } from '../../../db/model/kodlistor.ts'
import { medTalord, redovisning as text, uppraknade } from '../../texter/redovisning.ts'
import { iTurordning } from './allvar.ts'
import { konOchAlder, medFjol } from './tabeller.ts'
import { dagarTillInlamning, forvaltAr, franAdress, kommunerUnderAret, STEG, tillAdress, UTSKRIFT } from './val.ts'

describe('the address', () => {
  it('says everything that the page shows', () => {
    const sidval = fc.record({
      ar: fc.integer({ min: 2000, max: 2100 }),
      sida: fc.constantFrom(...STEG, UTSKRIFT),
      kommuner: fc.uniqueArray(fc.constantFrom('2062', '2034', '0180'), { maxLength: 3 }),
    })
    fc.assert(fc.property(sidval, (val) => {
        expect(franAdress(tillAdress(val))).toEqual(val)
      }))
  })
  it('is nothing when mistyped', () => {
    for (const adress of ['/redovisning', '/redovisning/2026', '/redovisning/2026/personal', '/redovisning/26/personer', '/redovisning/2026/personer/20', '/redovisning/2026/personer/2062/x']) {
      expect(franAdress(adress)).toBeUndefined()
    }
  })
})

describe('the year', () => {
  it('is last year until the end of February', () => {
    expect(forvaltAr([2027, 2026, 2025], '2027-02-28')).toBe(2026)
    expect(forvaltAr([2027, 2026, 2025], '2027-03-01')).toBe(2027)
    expect(forvaltAr([2027], '2027-01-10')).toBe(2027)
    expect(forvaltAr([], '2027-05-10')).toBe(2027)
  })
  it('counts the days to 15 January of the next', () => {
    expect(dagarTillInlamning(2026, '2026-11-22')).toBe(54)
    expect(dagarTillInlamning(2026, '2027-01-15')).toBe(0)
    expect(dagarTillInlamning(2025, '2026-11-22')).toBeLessThan(0)
  })
  it('has the kommuner that were the unit’s some day of it', () => {
    const rader = [
      { kommun: '2062', fran: '1900-01-01', till: null },
      { kommun: '2034', fran: '1900-01-01', till: '2025-12-31' },
      { kommun: '2034', fran: '2026-06-01', till: null },
      { kommun: '2039', fran: '2027-01-01', till: null },
    ]
    expect(kommunerUnderAret(rader, 2025)).toEqual(['2062', '2034'])
    expect(kommunerUnderAret(rader, 2026)).toEqual(['2062', '2034'])
    expect(kommunerUnderAret(rader, 2027)).toEqual(['2062', '2034', '2039'])
  })
})

const uppdrag = (nr: number, kon: string | null, fodelsear: number | null) => ({
  id: String(nr), arende: `2026-${String(nr).padStart(4, '0')}`, kon, fodelsear, kommun: '2062', kommunbyten: [], start: '2026-02-01', planeratSlut: null,
  slut: null, orsaker: [], livsomraden: [], avslutsorsak: null, kontaktdatum: null,
})
const figurer = (rader: ReturnType<typeof uppdrag>[]) =>
  raknaRedovisning({ uppdrag: rader, kontakter: [], anstallningar: [], franvaro: [] }, 2026, {
    kommuner: ['2062'], urval: null, kodlistor: standardKodlistor(), aldersgrupper: STANDARD_ALDERSGRUPPER, idag: '2026-11-22',
  })

describe('konOchAlder', () => {
  const kvinnor = Array.from({ length: 12 }, (_, i) => uppdrag(i + 1, 'kvinna', i < 10 ? 1980 : 2000))

  it('opens by ids that the counting knows, and leaves out an empty "Uppgift saknas"', () => {
    const { figurer: f, bakom } = figurer(kvinnor)
    const tabell = konOchAlder(f, false)
    expect(tabell.kolumner.map((k) => k.namn)).toEqual(['Kvinna', 'Man', 'Annat/vill ej ange'])
    expect(tabell.rader.map((r) => r.namn)).toEqual(['18–29', '30–49', '50–64', '65+'])
    expect(tabell.rader[1]?.celler[0]).toEqual({ figur: 'konOchAlder.kvinna.30-49', text: '10' })
    expect(tabell.totalt).toEqual({ figur: 'klienter.stod', text: '12' })
    for (const cell of [...tabell.rader.flatMap((r) => [...r.celler, r.summa]), ...tabell.summor, tabell.totalt]) expect(bakom).toHaveProperty([cell.figur])
  })
  it('keeps "Uppgift saknas" when somebody stands there', () => {
    const tabell = konOchAlder(figurer([...kvinnor, uppdrag(20, null, null)]).figurer, false)
    expect(tabell.kolumner.at(-1)?.namn).toBe('Uppgift saknas')
    expect(tabell.rader.at(-1)?.celler.at(-1)?.text).toBe('1')
  })
  it('hides small numbers and what would give them away', () => {
    const tabell = konOchAlder(figurer(kvinnor).figurer, true)
    expect(tabell.rader[0]?.celler[0]?.text).toBe('1–4')
    expect(tabell.rader[1]?.celler[0]?.text).toBe('dolt')
    expect(tabell.totalt.text).toBe('12')
  })
})

describe('medFjol', () => {
  it('sets last year beside and keeps what only last year had', () => {
    expect(medFjol([{ kod: 'a', varde: 'A', antal: 3 }], [{ kod: 'b', varde: 'B', antal: 2 }, { kod: 'a', varde: 'A', antal: 1 }])).toEqual([
      { kod: 'a', varde: 'A', antal: 3, fjol: 1 },
      { kod: 'b', varde: 'B', antal: 0, fjol: 2 },
    ])
  })
})

describe('the words', () => {
  it('write numbers up to twelve out, and one in its gender', () => {
    expect(text.kontroller.mening.fodelsear_saknas(3)).toBe('Tre klienter saknar födelseår')
    expect(text.kontroller.mening.kontakt_ej_avgjord(1)).toBe('En kontakt är ännu inte avgjord')
    expect(medTalord(1, 'ett uppdrag', 'uppdrag')).toBe('Ett uppdrag')
    expect(medTalord(13, 'ett uppdrag', 'uppdrag')).toBe('13 uppdrag')
    expect(text.soker('Mora kommun', 7)).toBe('Mora kommun söker för sju kommuner')
    expect(text.personer.flera('110', 2)).toBe('Summan per kommun är 110: två personer har fått stöd i flera kommuner.')
  })
  it('list names', () => {
    expect([[], ['Mora'], ['Mora', 'Orsa'], ['Mora', 'Orsa', 'Rättvik']].map(uppraknade)).toEqual(['', 'Mora', 'Mora och Orsa', 'Mora, Orsa och Rättvik'])
  })
})

it('puts what must be mended before what should be looked at', () => {
  const kontroller = (['flera_kommuner', 'uppdrag_under_8_dagar', 'fodelsear_saknas'] as const).map((kod) => ({ kod, antal: 1, arenden: [] }))
  expect(iTurordning(kontroller).map((k) => k.kod)).toEqual(['fodelsear_saknas', 'uppdrag_under_8_dagar', 'flera_kommuner'])
})
