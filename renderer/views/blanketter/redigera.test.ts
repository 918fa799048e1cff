import { describe, expect, it } from 'vitest'
import { type Blankettinnehall, type Falt, zFalt } from '../../../db/model/blankett/typer.ts'
import { faltvarden, flyttaFalt, laggTillFalt, lasKolumner, nyttFaltid, sattFalt, skrivKolumner, taBortFalt, tillFalt } from './redigera.ts'

const text = (id: string): Falt => ({ id, typ: 'text', etikett: id, hjalp: '', pa: true, kravs: false, maxLangd: 4000 })
const blankett: Blankettinnehall = { slag: 'redovisning', namn: 'x', lan: null, fran: 2026, till: null, punkter: [{ id: 'tjanster', rubrik: '', falt: [text('a'), text('b'), text('c')] }, { id: 'personer', rubrik: '', falt: [text('d')] }] }
const ordning = (b: Blankettinnehall) => b.punkter.map((p) => p.falt.map((f) => f.id).join('')).join(' ')

describe('a form that is edited', () => {
  it('moves a field within its point, and not out of it', () => {
    expect(ordning(flyttaFalt(blankett, 'tjanster', 'b', -1))).toBe('bac d')
    expect(ordning(flyttaFalt(blankett, 'tjanster', 'b', 1))).toBe('acb d')
    expect(ordning(flyttaFalt(blankett, 'tjanster', 'a', -1))).toBe('abc d')
    expect(ordning(flyttaFalt(blankett, 'tjanster', 'c', 1))).toBe('abc d')
  })
  it('takes, changes and drops fields of one point', () => {
    expect(ordning(laggTillFalt(blankett, 'personer', text('e')))).toBe('abc de')
    expect(ordning(taBortFalt(blankett, 'tjanster', 'b'))).toBe('ac d')
    expect(sattFalt(blankett, 'tjanster', 'a', { ...text('a'), pa: false }).punkter[0]?.falt[0]?.pa).toBe(false)
    expect(blankett.punkter[0]?.falt[0]?.pa).toBe(true)
  })
  it('gives a new field an id that no other has', () => {
    expect(nyttFaltid(blankett, 'Övrig samverkan')).toBe('ovrig_samverkan')
    expect(nyttFaltid(blankett, 'A')).toBe('a_2')
    expect(nyttFaltid(blankett, '2026')).toBe('falt')
  })
  it('reads columns as they are written, and keeps the ids of those that were there', () => {
    const kolumner = lasKolumner('Vad\nTimmar (tal)\n\n', [{ id: 'gammal', rubrik: 'Timmar', typ: 'tal', enhet: 'h', decimaler: 1, bunden: null }])
    expect(kolumner.map(({ id, typ, decimaler }) => [id, typ, decimaler])).toEqual([['vad', 'text', 0], ['gammal', 'tal', 1]])
    expect(skrivKolumner(kolumner)).toBe('Vad\nTimmar (tal)')
  })
  it('says the same field again after the form', () => {
    const falten: Falt[] = [
      text('a'),
      { id: 'b', typ: 'siffra', etikett: 'B', hjalp: 'h', pa: false, kravs: true, figur: 'ko' },
      { id: 'c', typ: 'tal', etikett: 'C', hjalp: '', pa: true, kravs: false, enhet: 'kr', decimaler: 2 },
      { id: 'd', typ: 'tabell', etikett: 'D', hjalp: '', pa: true, kravs: false, tabell: 'orsaker' },
      { id: 'e', typ: 'egen_tabell', etikett: 'E', hjalp: '', pa: true, kravs: false, rader: 'kommuner', kolumner: [{ id: 'k', rubrik: 'K', typ: 'tal', enhet: '', decimaler: 2, bunden: 'sokt' }] },
      { id: 'f', typ: 'ja_nej', etikett: 'F', hjalp: '', pa: true, kravs: false },
    ]
    for (const falt of falten) expect(zFalt.parse(tillFalt(faltvarden(falt), falt.id, falt))).toEqual(falt)
  })
  it('says what is wrong with a field in plain words', () => {
    const fel = zFalt.safeParse(tillFalt({ ...faltvarden(text('a')), etikett: '', maxLangd: 'många' }, 'a', undefined)).error?.issues.map((i) => i.message)
    expect(fel).toEqual(['Skriv vad fältet heter.', 'Textens största längd är minst 1 tecken.'])
  })
})
