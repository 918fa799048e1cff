import { describe, expect, it } from 'vitest'
import type { AnstallningRad } from '../../../db/model/bemanning.ts'
import { kontoret as text } from '../../texter/kontoret.ts'
import { avdelningarFor } from './ratt.ts'
import { bemanningsar, bemanningssummor, decimaltal, ellerFranBorjan, heltal, kronor, iPersonordning, lageFor, NYCKELGRUPPER, nyckelframsteg, somFalt, tidIOrd } from './varden.ts'

const rad = (andrat: Partial<AnstallningRad>): AnstallningRad => ({
  id: 'a', anvandareId: 'p', namn: 'Anna Lind', kommun: '2062', fran: '2019-03-01', till: null, procent: 75, vikarie: false, arbetsgivare: null,
  driftsform: 'egen_regi', struken: false, version: 1, franvaro: [], ...andrat,
})

describe('days in words and in fields', () => {
  it('show what has always been so as the beginning, and a field for it as empty', () => {
    expect(tidIOrd('1900-01-01', null)).toBe('från början – tills vidare')
    expect(tidIOrd('2019-03-01', '2025-12-31')).toBe('1 mars 2019 – 31 december 2025')
    expect(somFalt('1900-01-01')).toBe('')
    expect(ellerFranBorjan('')).toBe('1900-01-01')
    expect(ellerFranBorjan('2020-01-01')).toBe('2020-01-01')
  })
})

describe('heltal', () => {
  it('takes digits and nothing that only looks like a number', () => {
    expect(heltal(' 75 ')).toBe(75)
    for (const text of ['', '7,5', '1e3', '-1', '0x10', 'sju']) expect(heltal(text)).toBeNaN()
  })
})

describe('decimaltal and kronor', () => {
  it('read what a person types, and nothing that only looks like a number', () => {
    expect([decimaltal('0,75'), decimaltal(' 1.5 '), decimaltal('2')]).toEqual([0.75, 1.5, 2])
    for (const text of ['', ',5', '1,2,3', '1e3', 'tre', '-1']) expect(decimaltal(text)).toBeNaN()
    expect([kronor('302 400'), kronor('302\u00a0400 kr'), kronor('-500'), kronor('−500')]).toEqual([302_400, 302_400, -500, -500])
    for (const text of ['', '1,5', 'kr', '1-2']) expect(kronor(text)).toBeNaN()
  })
})

describe('bemanningssummor', () => {
  it('counts as the redovisning does: vikarier and frånvaro beside, struck rows nowhere', () => {
    const rader = [
      rad({}),
      rad({ id: 'b', kommun: '2034', procent: 50, vikarie: true, fran: '2026-01-01', till: '2026-12-31' }),
      rad({ id: 'c', kommun: '2062', procent: 25, franvaro: [{ id: 'f', fran: '2026-01-01', till: '2026-12-31', procent: 10, struken: false, version: 1 }, { id: 'g', fran: '2026-01-01', till: null, procent: 25, struken: true, version: 1 }] }),
      rad({ id: 'd', procent: 100, struken: true }),
    ]
    const { perKommun, totalt } = bemanningssummor(rader, 2026)
    expect(perKommun).toEqual([
      { kommun: '2062', antal: 1, franvaro: 0.1, vikarier: 0, bemannat: 0.9 },
      { kommun: '2034', antal: 0, franvaro: 0, vikarier: 0.5, bemannat: 0.5 },
    ])
    expect(totalt).toEqual({ antal: 1, franvaro: 0.1, vikarier: 0.5, bemannat: 1.4 })
  })
})

it('offers the years that there are rows for, and never fewer than two', () => {
  expect(bemanningsar([rad({})], 2021)).toEqual([2021, 2020, 2019])
  expect(bemanningsar([], 2026)).toEqual([2026, 2025])
})

it('tells an employment that has ended from one that runs and one that is struck', () => {
  expect(lageFor(rad({ till: '2026-11-21' }), '2026-11-22')).toBe('slutat')
  expect(lageFor(rad({ till: '2026-11-22' }), '2026-11-22')).toBe('galler')
  expect(lageFor(rad({ struken: true }), '2026-11-22')).toBe('struken')
})

it('orders by person, kommun and day', () => {
  const rader = [rad({ id: '1', namn: 'Åsa' }), rad({ id: '2', kommun: '2034' }), rad({ id: '3', fran: '2020-01-01' }), rad({ id: '4' })]
  expect(iPersonordning(rader).map((r) => r.id)).toEqual(['4', '3', '2', '1'])
})

describe('nyckelframsteg', () => {
  const grupper = [...Array.from({ length: 14 }, () => 'qqpq'), 'rz'].join(' ')
  it('counts groups however they are typed, with or without the fixed beginning', () => {
    expect(nyckelframsteg('')).toEqual({ grupper: 0, forManga: false })
    expect(nyckelframsteg('qqpq rz')).toEqual({ grupper: 1, forManga: false })
    expect(nyckelframsteg(grupper)).toEqual({ grupper: NYCKELGRUPPER, forManga: false })
    expect(nyckelframsteg(`AGE-SECRET-KEY-1${grupper.replaceAll(' ', '')}`)).toEqual({ grupper: NYCKELGRUPPER, forManga: false })
  })
  it('says when there is too much', () => {
    expect(nyckelframsteg(`${grupper} q`).forManga).toBe(true)
  })
})

describe('avdelningarFor', () => {
  it('gives an ombud the pages that may be read, and no more', () => {
    expect(avdelningarFor(['ombud']).map((a) => a.text)).toEqual(['Enheten', 'Kommuner', 'Användare', 'Kodlistor', text.flikar.logg])
    const chefens = avdelningarFor(['enhetschef']).map((a) => a.text)
    expect(chefens).toHaveLength(new Set(Object.values(text.flikar)).size)
    // What is the chief's alone: the grant and the check of the log.
    expect(chefens.filter((namn) => !avdelningarFor(['ombud', 'administrator']).some((a) => a.text === namn))).toEqual([text.flikar.statsbidrag, text.flikar.loggkontroll])
  })
})
