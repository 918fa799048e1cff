import { describe, expect, it } from 'vitest'
import { KONTROLLERA, platsIFlode } from '../../parts/flode.ts'
import { type Avslutslage, type Avslutsvarden, arKort, avslutssteg, INGEN, startAvslut, tillAvslut } from './avslutsvarden.ts'

const IDAG = '2026-11-22'
const lage = (falt: Partial<Avslutslage> = {}): Avslutslage => ({ start: '2026-01-10', idag: IDAG, mal: [{ id: '1' }, { id: '2' }], antalAnteckningar: 2, ...falt })
const svar = (falt: Partial<Avslutsvarden> = {}): Avslutsvarden => ({
  slut: IDAG, avslutsorsak: 'lotsad', lotsadTill: 'socialtjanst', malutfall: { 1: 'natt', 2: 'inte' }, anteckningarna: 'klienten', ...falt,
})
/** The question that the flow stops at; null = all are answered. */
const stannar = (varden: Avslutsvarden, l: Avslutslage = lage()) => avslutssteg(l)[platsIFlode(avslutssteg(l), KONTROLLERA, varden)]?.id ?? null

describe('the questions of the end', () => {
  it('ask about goals and notes only where there are some', () => {
    expect(avslutssteg(lage()).map((s) => s.id)).toEqual(['dag', 'orsak', 'lotsad', 'malen', 'anteckningarna'])
    expect(avslutssteg(lage({ mal: [], antalAnteckningar: 0 })).map((s) => s.id)).toEqual(['dag', 'orsak', 'lotsad'])
  })

  it('want an answer each', () => {
    expect(stannar(svar())).toBeNull()
    expect(stannar(startAvslut(IDAG))).toBe('orsak')
    expect([stannar(svar({ slut: '2026-01-09' })), stannar(svar({ slut: '2026-11-23' })), stannar(svar({ slut: '2026-01-10' }))]).toEqual(['dag', 'dag', null])
    expect([stannar(svar({ lotsadTill: '' })), stannar(svar({ lotsadTill: INGEN }))]).toEqual(['lotsad', null])
    expect([stannar(svar({ malutfall: { 1: 'natt' } })), stannar(svar({ malutfall: { 1: 'natt', 2: 'kanske' } }))]).toEqual(['malen', 'malen'])
    expect([stannar(svar({ anteckningarna: '' })), stannar(svar({ anteckningarna: '' }), lage({ antalAnteckningar: 0 }))]).toEqual(['anteckningarna', null])
  })
})

describe('the end as the office reads it', () => {
  it('carries the codes, and nowhere as null', () => {
    expect(tillAvslut(svar(), lage())).toEqual({ slut: IDAG, avslutsorsak: 'lotsad', lotsadTill: 'socialtjanst', malutfall: [{ id: '1', utfall: 'natt' }, { id: '2', utfall: 'inte' }], anteckningarna: 'klienten' })
    expect(tillAvslut(svar({ lotsadTill: INGEN }), lage()).lotsadTill).toBeNull()
  })
  it('leaves out goals that are no longer there, and notes that never were', () => {
    expect(tillAvslut(svar(), lage({ mal: [{ id: '1' }], antalAnteckningar: 0 }))).toMatchObject({ malutfall: [{ id: '1' }], anteckningarna: 'forstors' })
  })
})

it('is short under eight days, both ends counted', () => {
  expect([arKort('2026-11-01', '2026-11-07'), arKort('2026-11-01', '2026-11-08')]).toEqual([true, false])
})
