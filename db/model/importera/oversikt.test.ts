import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IDAG, SAMMANHANG } from '../../../test/fixtures/register.ts'
import { granskaDatumkolumn, tolkaDatum } from './datumformat.ts'
import { granskaRegister } from './granska.ts'
import { behallFodelsear, gorOversikt, tillRegister, utanPersonnummer } from './oversikt.ts'
import { foreslaParning, somParning, tillampaParning } from './parning.ts'
import type { Cell, Tabell } from './typer.ts'

const tabell = (header: string[], ...rader: Cell[][]): Tabell => ({ header, rader: rader.map((celler, i) => ({ nummer: i + 2, celler })) })

describe('pairing', () => {
  it('knows our own names and what such columns are usually called', () => {
    expect(foreslaParning(['Ärende', 'Hemkommun', 'Handläggare', 'Född', 'Kön', 'Datum', 'Startdatum', 'Avslutsdatum', 'Skostorlek'])).toEqual({
      Ärende: 'arendenummer', Hemkommun: 'kommun', Handläggare: 'ombud', Född: 'fodelsear', Kön: 'kon', Datum: 'kontaktdatum', Startdatum: 'startdatum', Avslutsdatum: 'slutdatum', Skostorlek: null,
    })
  })
  it('suggests a column once, our own name before another word for it', () => {
    expect(foreslaParning(['Datum', 'kontaktdatum', 'Första kontakt'])).toEqual({ Datum: null, kontaktdatum: 'kontaktdatum', 'Första kontakt': null })
  })
  it('tells unnamed and doubled columns apart', () => {
    expect(foreslaParning(['', 'Kön', 'Kön'])).toEqual({ 'Kolumn A': null, Kön: 'kon', 'Kön (2)': null })
  })
  it('survives any header', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'Kön'))), (header) => {
        const parning = foreslaParning(header)
        const t = tillampaParning(tabell(header, header), parning)
        expect(t.header).toEqual(Object.values(parning).filter((k) => k !== null))
      }),
    )
  })
  it('takes only our columns from a client, each once', () => {
    expect(() => somParning({ a: 'kon', b: null })).not.toThrow()
    expect(() => somParning({ a: 'skostorlek' })).toThrow('registrets kolumner')
    expect(() => somParning({ a: 'kon', b: 'kon' })).toThrow('två kolumner')
  })
})

describe('dates', () => {
  it.each([
    ['2026-03-01', '2026-03-01'], ['2026-3-1', '2026-03-01'], ['2026/03/01', '2026-03-01'], ['2026.03.01', '2026-03-01'], ['20260301', '2026-03-01'],
    ['260301', '2026-03-01'], ['26-03-01', '2026-03-01'], ['990301', '1999-03-01'], ['01/03/2026', '2026-03-01'], ['1.3.2026', '2026-03-01'], ['1/3 2026', '2026-03-01'], ['1/3-26', '2026-03-01'],
    ['25/03/2026', '2026-03-25'], ['03/25/2026', '2026-03-25'], ['1 mars 2026', '2026-03-01'], ['den 1 mars 2026', '2026-03-01'], ['1:a mars 2026', '2026-03-01'], ['1 Sept. 2026', '2026-09-01'],
    ['29 februari 2024', '2024-02-29'], ['2026-03-01 00:00:00', '2026-03-01'], ['2026-03-01T12:30:00.000Z', '2026-03-01'], [46082, '2026-03-01'], [46082.75, '2026-03-01'],
  ] satisfies [Cell, string][])('%s is %s', (cell, datum) => {
    expect(tolkaDatum(cell, IDAG)?.datum).toBe(datum)
  })
  it.each(['', '2026', 1975, '2026-02-30', '32/01/2026', '13/13/2026', 'mars 2026', '1 marsch 2026', 'i går', '2026-14', '12', 0, -5, 1e9, null] satisfies Cell[])('%s is none', (cell) => {
    expect(tolkaDatum(cell, IDAG)).toBeNull()
  })
  it('lets one certain cell decide the order of day and month for its column', () => {
    expect(granskaDatumkolumn(['03/04/2026', '03/25/2026'], IDAG)).toMatchObject({ ordning: 'manadForst', tvetydig: false })
    expect(granskaDatumkolumn(['03/04/2026', '25/03/2026'], IDAG)).toMatchObject({ ordning: 'dagForst', tvetydig: false })
    expect(granskaDatumkolumn(['03/04/2026', '05/06/2026', '2026-01-01', 'x'], IDAG)).toMatchObject({ ordning: 'dagForst', tvetydig: true, otolkade: 1, format: ['dagForst', 'iso'], exempel: [{ text: '05/06/2026', tolkat: '2026-06-05' }, { tolkat: '2026-01-01' }] })
    expect(granskaDatumkolumn(['25/03/2026', '03/25/2026', '03/04/2026'], IDAG)).toMatchObject({ tvetydig: true })
    expect(granskaDatumkolumn(['03/03/2026'], IDAG)).toMatchObject({ tvetydig: false })
    expect(granskaDatumkolumn(['03/03/2026', '03/04/2026'], IDAG)).toMatchObject({ tvetydig: true })
    expect(granskaDatumkolumn(['03/03/2026', '03/25/2026'], IDAG)).toMatchObject({ ordning: 'manadForst', tvetydig: false })
  })
})

describe('personnummer', () => {
  it.each([
    ['19750101-2384', '1975'], [7501012384, '1975'], [503151234, '2005'], ['1975-01-01', '1975'], ['750101', '1975'], ['1975', '1975'],
    ['Elsa Exempel 750101-2384', 'Elsa Exempel'], ['Elsa Exempel (750101-2384)', 'Elsa Exempel'], ['750101-2384 Elsa, 19440101-0000', 'Elsa'], ['Elsa', 'Elsa'], [null, null],
  ] satisfies [Cell, Cell][])('%s is cut down to %s', (cell, kvar) => {
    expect(utanPersonnummer(cell, IDAG)).toBe(kvar)
  })
  it('is cut in the chosen columns only, and none is left there', () => {
    const t = tabell(['A', 'B'], ['19750101-2384', '19750101-2384'])
    expect(behallFodelsear(t, ['A'], IDAG).rader[0]?.celler).toEqual(['1975', '19750101-2384'])
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('19750101-2384', '7501012384', ' 1975 01 01 2384'), fc.string())), (delar) => {
        const cell = utanPersonnummer(delar.join(' '), IDAG)
        expect(gorOversikt(tabell(['A'], [cell]), IDAG).personnummer).toEqual([])
      }),
    )
  })
})

describe('an office\'s own file', () => {
  const egen = tabell(
    ['Ärendenr', 'Personnummer', 'Kommun', 'Handläggare', 'Första kontakt', 'Start', 'Avslut', 'Orsak till avslut', 'Telefonnummer', 'Anteckning'],
    ['2025-0001', '19750101-2384', 'Mora', 'Anna', '01/02/2025', '1 mars 2025', 46000, 'Flyttat', 701234567, 'vill ha hjälp'],
    ['2025-0002', '8001012383', 'Mora', 'bo', '03/02/2025', '2025-03-01', null, null, '0701234567', ''],
  )

  it('is shown with its columns, its dates and its personnummer', () => {
    const o = gorOversikt(egen, IDAG)
    expect(o.rader).toBe(2)
    expect(o.personnummer).toEqual(['Personnummer'])
    expect(o.datum.map((d) => [d.kolumn, d.tvetydig])).toEqual([['Första kontakt', true], ['Start', false], ['Avslut', false]])
    expect(o.kolumner[2]).toEqual({ namn: 'Kommun', exempel: ['Mora'] })
  })

  it('becomes a register without errors once its personnummer are cut', () => {
    const { parning } = gorOversikt(egen, IDAG)
    expect(granskaRegister(tillRegister(egen, { parning }, IDAG), SAMMANHANG).fel.map((f) => f.kolumn)).toEqual(['fodelsear', 'fodelsear'])
    const register = tillRegister(egen, { parning, behallFodelsear: ['Personnummer'] }, IDAG)
    const { fel, data } = granskaRegister(register, SAMMANHANG)
    expect(fel).toEqual([])
    expect(data?.klienter.map((k) => [k.fodelsear, k.telefon])).toEqual([[1975, '0701234567'], [1980, '0701234567']])
    expect(data?.uppdrag.map((u) => [u.start, u.slut])).toEqual([['2025-03-01', '2025-12-09'], ['2025-03-01', null]])
    expect(JSON.stringify(data)).not.toMatch(/2384|2383|hjälp/u)
  })

  it('is read with month first when the user says so', () => {
    const register = tillRegister(egen, { parning: { 'Första kontakt': 'kontaktdatum' }, datumordning: { 'Första kontakt': 'manadForst' } }, IDAG)
    expect(register.rader.map((rad) => rad.celler)).toEqual([['2025-01-02'], ['2025-03-02']])
  })

  it('that is a strict register already is left as it is', () => {
    const strikt = tabell(['kommun', 'kontaktdatum', 'utfall'], ['Mora', '2026-01-01', 'Rådgivning'], ['', '2026-02-30', 'x'])
    expect(tillRegister(strikt, { parning: foreslaParning(strikt.header) }, IDAG)).toEqual(strikt)
  })
})
