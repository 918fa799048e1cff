import { describe, expect, it } from 'vitest'
import { gorOversikt } from '../../../db/model/importera/oversikt.ts'
import type { Tabell } from '../../../db/model/importera/typer.ts'
import { importera as text } from '../../texter/importera.ts'
import { egetNamn, felSomText, type Filval, hinder, somInput } from './val.ts'

const tabell: Tabell = {
  header: ['Kommun', 'Första kontakt', 'Pnr', 'Start', 'Handläggarens tankar'],
  rader: [{ nummer: 2, celler: ['Mora', '03/04/2026', '19800101-1236', '2026-04-05', ''] }],
}
const oversikt = gorOversikt(tabell, '2026-11-22')
const val = (andrat: Partial<Filval> = {}): Filval => ({ parning: oversikt.parning, behallFodelsear: ['Pnr'], datumordning: { 'Första kontakt': 'dagForst' }, ...andrat })

describe('hinder', () => {
  it('lets a file through whose choices are made', () => {
    expect(oversikt.parning).toEqual({ Kommun: 'kommun', 'Första kontakt': 'kontaktdatum', Pnr: 'fodelsear', Start: 'startdatum', 'Handläggarens tankar': null })
    expect(hinder(oversikt, val())).toEqual([])
  })
  it('asks about personnummer in a column that is taken in, and not in one that is left out', () => {
    expect(hinder(oversikt, val({ behallFodelsear: [] }))).toMatchObject([{ kolumn: 'Pnr', slag: 'personnummer' }])
    expect(hinder(oversikt, val({ behallFodelsear: [], parning: { ...oversikt.parning, Pnr: null } }))).toEqual([])
  })
  it('asks for the order of day and month where both are possible', () => {
    expect(hinder(oversikt, val({ datumordning: {} }))).toMatchObject([{ kolumn: 'Första kontakt', slag: 'datum' }])
  })
  it('names both columns that are the same of ours, and a required one that is missing', () => {
    expect(hinder(oversikt, val({ parning: { ...oversikt.parning, Start: 'kontaktdatum' } })).map((h) => h.kolumn)).toEqual(['Första kontakt', 'Start'])
    expect(hinder(oversikt, val({ parning: { ...oversikt.parning, Kommun: null } }))).toEqual([{ kolumn: null, slag: 'parning', mening: 'Välj vilken kolumn i filen som är Kommun.' }])
  })
})

describe('somInput', () => {
  it('leaves out choices about columns that are left out', () => {
    const input = somInput('id', oversikt, val({ parning: { ...oversikt.parning, Pnr: null, 'Första kontakt': null } }))
    expect(input).toMatchObject({ behallFodelsear: [], datumordning: {} })
    expect(somInput('id', oversikt, val())).toMatchObject({ behallFodelsear: ['Pnr'], datumordning: { 'Första kontakt': 'dagForst' } })
  })
})

describe('errors', () => {
  it('are called by the file’s own column names', () => {
    expect(egetNamn(oversikt.parning, 'fodelsear')).toBe('Pnr')
    expect(egetNamn(oversikt.parning, 'ombud')).toBe('Ombud')
    expect(egetNamn(oversikt.parning, 'C')).toBe('C')
    expect(felSomText([{ rad: 2, kolumn: 'fodelsear', fel: 'Rätta.' }], oversikt.parning)).toBe('Rad\tKolumn\tFel\n2\tPnr\tRätta.')
  })
  it('show only as many rows as can be read', () => {
    expect(text.kontroll.upplysningsrader([2], 3)).toBe('Rad 2')
    expect(text.kontroll.upplysningsrader([2, 3, 4], 3)).toBe('Raderna 2, 3, 4')
    expect(text.kontroll.upplysningsrader([2, 3, 4, 5, 6], 3)).toBe('Raderna 2, 3, 4 och 2 till')
  })
})
