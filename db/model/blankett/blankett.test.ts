import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { arFigur, FASTA_FIGURER } from '../handling/siffror.ts'
import { figurforklaring } from '../handling/forklaringar.ts'
import { granskaBlankett } from './granska.ts'
import { GRUNDFORMER, INBYGGDA } from './grundformer.ts'
import { PUNKTER, zBlankettinnehall, type Blankettinnehall } from './typer.ts'

const kopia = (slag: 'redovisning' | 'ansokan' = 'redovisning'): Blankettinnehall => structuredClone(zBlankettinnehall.parse(GRUNDFORMER[slag]))
const fel = (indata: unknown) => granskaBlankett(indata).fel.map((f) => `${f.plats}: ${f.mening}`)

describe('the shipped forms', () => {
  test.each(INBYGGDA.map((b) => [b.namn, b] as const))('%s holds every point of its paragraph and asks for figures that are counted', (_, b) => {
    expect(fel(zBlankettinnehall.parse(b))).toEqual([])
    expect(b.punkter.map((p) => p.id)).toEqual(Object.keys(PUNKTER[b.slag]))
    for (const falt of b.punkter.flatMap((p) => p.falt)) {
      if (falt.typ === 'siffra') expect([falt.figur, arFigur(falt.figur), figurforklaring(falt.figur) !== '']).toEqual([falt.figur, true, true])
    }
  })
  test('every figure that can be asked for says how it is counted', () => {
    expect(Object.keys(FASTA_FIGURER).filter((figur) => figurforklaring(figur) === '')).toEqual([])
  })
  test('survives being written as JSON and read again', () => {
    for (const b of INBYGGDA) expect(granskaBlankett(JSON.parse(JSON.stringify(zBlankettinnehall.parse(b)))).innehall).toEqual(zBlankettinnehall.parse(b))
  })
})

describe('a form from outside', () => {
  test('may rename, switch off, reorder and add', () => {
    const b = kopia()
    b.namn = 'Länsstyrelsen i Provlän'
    b.punkter.reverse()
    b.punkter[0]!.falt[0]!.pa = false
    b.punkter[0]!.falt.push({ typ: 'tal', id: 'egen_kostnad', etikett: 'Egen kostnad', hjalp: '', pa: true, kravs: true, enhet: 'kr', decimaler: 0 })
    expect(fel(b)).toEqual([])
  })
  test('is told all that is wrong, where, in Swedish', () => {
    const b = kopia()
    b.punkter = b.punkter.filter((p) => p.id !== 'brister')
    b.punkter[0]!.falt.push({ typ: 'siffra', id: 'stod', etikett: 'Dubbel', hjalp: '', pa: true, kravs: false, figur: 'klienter.pahittad' })
    b.till = 2013
    expect(fel(b)).toEqual([
      'Blanketten: Punkten brister (10 § 5) saknas. Förordningens punkter ska alla vara med.',
      'Punkt tjanster, fält stod: Siffran klienter.pahittad är ingen som Lotsen räknar.',
      'Punkt personer, fält stod: Id finns redan på ett annat fält. Varje fält ska ha ett eget.',
      'Blanketten: Blankettens sista år ligger före dess första.',
    ])
  })
  test.each([
    ['no object', 'hej', 'Blanketten: Filen ska hålla en blankett: ett objekt med slag, namn, fran och punkter.'],
    ['a point that there is not', { ...kopia(), punkter: [{ id: 'annat', rubrik: 'x', falt: [] }] }, 'Punkt annat: Punkten finns inte i förordningen.'],
    ['a kind of field that there is not', { ...kopia(), punkter: [{ id: 'tjanster', rubrik: 'x', falt: [{ typ: 'bild', id: 'a', etikett: 'A' }] }] }, 'Punkt tjanster, fält a: Fältets typ är siffra, tal, text, ja_nej, tabell eller egen_tabell.'],
    ['an id in capitals', { ...kopia(), punkter: [{ id: 'tjanster', rubrik: 'x', falt: [{ typ: 'ja_nej', id: 'Ja', etikett: 'A' }] }] }, 'Punkt tjanster, fält Ja: Id skrivs med små bokstäver a–z, siffror och understreck, och börjar med en bokstav.'],
    ['a table that there is not', { ...kopia(), punkter: [{ id: 'tjanster', rubrik: 'x', falt: [{ typ: 'tabell', id: 'a', etikett: 'A', tabell: 'perStad' }] }] }, 'Punkt tjanster, fält a: Tabellen finns inte. Välj en av Lotsens tabeller.'],
    ['a label that is a number', { ...kopia(), punkter: [{ id: 'tjanster', rubrik: 'x', falt: [{ typ: 'ja_nej', id: 'a', etikett: 7 }] }] }, 'Punkt tjanster, fält a: Uppgiften etikett saknas eller är av fel slag.'],
  ])('%s', (_, indata, mening) => {
    const forut = z.config()
    for (const sprak of [z.locales.en(), z.locales.sv()]) {
      z.config(sprak) // the office has set the library to Swedish
      expect(fel(indata)).toContain(mening)
    }
    z.config(forut)
  })
  test('an ansökan binds what is sought exactly once', () => {
    const b = kopia('ansokan')
    const sokta = b.punkter.flatMap((p) => p.falt).find((f) => f.typ === 'egen_tabell')!
    b.punkter[6]!.falt.push({ ...structuredClone(sokta), id: 'sokta_igen' })
    expect(fel(b)).toEqual(['Blanketten: En ansökan ska ha precis en kolumn som är bunden till sökta årsanställningar (bunden: sokt).'])
  })
})
