import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arsGranser, plusDagar } from '../kalender.ts'
import { arsanstallningar, bemanningsunderlag, franvaroUtanfor, procentdagarPerKommun, summeraProcentdagar } from './bemanning.ts'
import { anstallning, MORA, ORSA, rader, rakneAr, register, val } from './provregister.ts'
import type { Handledningsrad, Utbildningsrad } from './rader.ts'
import { raknaRedovisning } from './rakna.ts'

const utbildning = (slag: string, till: string, deltagare: string[], egna: Partial<Utbildningsrad> = {}): Utbildningsrad =>
  ({ id: `${slag} ${till}`, slag, titel: 'x', fran: till, till, dagar: null, timmar: null, deltagare, ...egna })
const handledning = (form: string, fran: string, tillfallen: number, timmar: number | null, deltagare: string[]): Handledningsrad =>
  ({ id: `${form} ${fran}`, form, fran, till: fran, tillfallen, timmar, handledare: null, deltagare })
const aret = (ar: number) => ({ ar, ...arsGranser(ar) })
const anna = anstallning('2020-01-01', null, 75, { person: 'anna' })
const per = anstallning('2026-07-01', null, 100, { person: 'per', kommun: ORSA })

describe('utbildning and handledning of a year', () => {
  const utbildningar = [
    utbildning('natverkstraff', '2026-03-10', ['anna', 'per'], { dagar: 1.5, timmar: 10 }),
    utbildning('natverkstraff', '2026-10-02', ['anna'], { dagar: 1 }),
    utbildning('annan', '2026-12-31', ['anna'], { fran: '2025-11-01', timmar: 7.25 }),
    utbildning('annan', '2027-01-01', ['anna'], { fran: '2026-12-01', dagar: 5 }), // ends after the year: next year's
    utbildning('natverkstraff', '2025-12-31', ['anna']),
  ]
  const handledningar = [handledning('grupp', '2026-02-01', 8, 16, ['anna', 'per']), handledning('enskild', '2026-05-01', 2, null, ['anna']), handledning('grupp', '2025-02-01', 9, 18, ['anna'])]
  const rakna = (urval: string[] | null = null) => raknaRedovisning(rader({ anstallningar: [anna, per], utbildningar, handledningar }), 2026, val({ urval })).figurer.bemanning

  test('an utbildning counts in the year of its last day, by kind: how many, persons once, places, days and hours', () => {
    expect(rakna().utbildning).toEqual({
      antal: 3, deltagare: 2, deltaganden: 4, dagar: 2.5, timmar: 17.25,
      perSlag: [
        { varde: 'Nätverksträff', kod: 'natverkstraff', antal: 2, deltagare: 2, deltaganden: 3, dagar: 2.5, timmar: 10 },
        { varde: 'Annan utbildning', kod: 'annan', antal: 1, deltagare: 1, deltaganden: 1, dagar: 0, timmar: 7.25 },
      ],
    })
  })

  test('handledning sums occasions and hours, by form', () => {
    expect(rakna().handledning).toEqual({
      tillfallen: 10, timmar: 16, deltagare: 2,
      perForm: [{ varde: 'Handledning i grupp', kod: 'grupp', tillfallen: 8, timmar: 16, deltagare: 2 }, { varde: 'Enskild handledning', kod: 'enskild', tillfallen: 2, timmar: 0, deltagare: 1 }],
    })
  })

  test('a choice of kommuner counts those who worked there, and what at least one of them took part in', () => {
    expect(rakna([ORSA])).toMatchObject({ ombud: 1, utbildning: { antal: 1, deltagare: 1, deltaganden: 1 }, handledning: { tillfallen: 8, deltagare: 1 } })
    expect(rakna([MORA])).toMatchObject({ ombud: 1, utbildning: { antal: 3, deltagare: 1, deltaganden: 3 }, handledning: { tillfallen: 10, deltagare: 1 } })
  })
})

describe('introduktionsutbildning', () => {
  const saknas = (anstallningar = [anna, per], ...utbildningar: Utbildningsrad[]) =>
    raknaRedovisning(rader({ anstallningar, utbildningar }), 2026, val()).figurer.kontroller.find((k) => k.kod === 'introduktion_saknas')

  test('counts in whatever earlier year it was had, until the last day of this one', () => {
    expect(saknas()).toEqual({ kod: 'introduktion_saknas', antal: 2, arenden: [], ombud: ['anna', 'per'] })
    expect(saknas(undefined, utbildning('introduktionsutbildning', '2020-05-01', ['anna']))?.ombud).toEqual(['per'])
    expect(saknas(undefined, utbildning('introduktionsutbildning', '2026-12-31', ['anna', 'per']))).toBeUndefined()
    expect(saknas(undefined, utbildning('introduktionsutbildning', '2027-01-01', ['anna', 'per']))?.antal).toBe(2)
    expect(saknas(undefined, utbildning('natverkstraff', '2026-01-01', ['anna', 'per']))?.antal).toBe(2)
  })

  test('is asked of those who worked some day of the year, vikarier among them', () => {
    expect(saknas([anstallning('2020-01-01', '2025-12-31', 100), anstallning('2027-01-01', null, 100, { person: 'per' })])).toBeUndefined()
    expect(saknas([anstallning('2026-12-31', null, 50, { vikarie: true, person: 'lisa' })])?.ombud).toEqual(['lisa'])
  })
})

describe('the working of årsanställningar', () => {
  test('says percent, days and product of every period, and of the leave as far as it counts', () => {
    const tjanst = anstallning('2025-11-01', '2026-06-30', 75)
    const [rad, ...fler] = bemanningsunderlag([tjanst, anstallning('2020-01-01', '2025-12-31', 100)], [
      { anstallning: tjanst.id, fran: '2026-06-01', till: null, procent: 100 }, { anstallning: tjanst.id, fran: '2025-12-01', till: '2026-01-02', procent: 25 },
    ], aret(2026))
    expect(fler).toEqual([])
    expect(rad).toEqual({
      anstallning: tjanst, fran: '2026-01-01', till: '2026-06-30', procent: 75, dagar: 181, procentdagar: 13_575,
      franvaro: [
        { fran: '2026-01-01', till: '2026-01-02', procent: 25, dagar: 2, procentdagar: 50 },
        { fran: '2026-06-01', till: '2026-06-30', procent: 75, dagar: 30, procentdagar: 2250 }, // no more than the post
      ],
    })
  })

  test('its rows sum to what the redovisning says, whatever the register', () => {
    fc.assert(fc.property(register, rakneAr, (reg, ar) => {
      const rader = bemanningsunderlag(reg.anstallningar, reg.franvaro, aret(ar))
      const summa = { antal: 0, vikarier: 0, franvaro: 0 }
      for (const rad of rader) {
        summa[rad.anstallning.vikarie ? 'vikarier' : 'antal'] += rad.procent * rad.dagar
        for (const f of rad.franvaro) summa.franvaro += f.procent * f.dagar
        expect(rad.franvaro.every((f) => f.fran >= rad.fran && f.till <= rad.till && f.procent <= rad.procent)).toBe(true)
        rad.franvaro.slice(1).forEach((f, i) => expect(f.fran > (rad.franvaro[i]?.till ?? '')).toBe(true))
      }
      expect(summa).toEqual(summeraProcentdagar(procentdagarPerKommun(reg.anstallningar, reg.franvaro, aret(ar)).values()))
      expect(arsanstallningar(summa, aret(ar))).toEqual(raknaRedovisning(reg, ar, val()).figurer.arsanstallningar)
    }))
  })
})

describe('leave outside its anställning', () => {
  const tjanst = anstallning('2026-03-01', '2026-09-30', 75)
  const utanfor = (fran: string, till: string | null, ar = 2026) => franvaroUtanfor([tjanst], [{ anstallning: tjanst.id, fran, till, procent: 50 }], aret(ar)).antal
  test.each([
    ['within', '2026-03-01', '2026-09-30', 0],
    ['without an end: it ends with the anställning', '2026-04-01', null, 0],
    ['from the day before', '2026-02-28', '2026-04-01', 1],
    ['to the day after', '2026-09-01', '2026-10-01', 1],
    ['wholly after', '2026-11-01', '2026-11-30', 1],
    ['in another year', '2025-01-01', '2025-12-31', 0],
  ])('%s', (_, fran, till, antal) => expect(utanfor(fran, till)).toBe(antal))

  test('is told once per person, with the number of rows', () => {
    const dag = { anstallning: tjanst.id, fran: '2026-01-01', till: '2026-01-31', procent: 10 }
    expect(franvaroUtanfor([tjanst], [dag, { ...dag, till: '2026-02-01' }], aret(2026))).toEqual({ antal: 2, ombud: ['anna'] })
    expect(franvaroUtanfor([], [dag], aret(2026)).antal).toBe(0)
  })

  test('never says it of leave that the anställning covers', () => {
    fc.assert(fc.property(fc.nat(200), fc.nat(200), fc.boolean(), (forst, langd, oppen) => {
      const post = anstallning('2025-10-01', plusDagar('2025-10-01', 500), 50)
      const fran = plusDagar(post.fran, forst)
      const f = { anstallning: post.id, fran, till: oppen ? null : plusDagar(fran, langd), procent: 10 }
      expect(franvaroUtanfor([post], [f], aret(2026)).antal).toBe(0)
    }))
  })
})

describe('granted and staffed', () => {
  const rakna = (beviljat: [string, number][], urval: string[] | null = null) => raknaRedovisning(rader({ anstallningar: [anstallning('2020-01-01', null, 75)] }), 2026, val({ urval, beviljat: new Map(beviljat) })).figurer

  test('vakans is granted − bemannat, not below 0, by kommun and in all; null when nothing is known', () => {
    expect(rakna([]).bemanning).toMatchObject({ beviljat: null, vakans: null, perKommun: [{ kommun: MORA, beviljat: null, vakans: null }, { kommun: ORSA }, {}] })
    const f = rakna([[MORA, 0.5], [ORSA, 0.45]])
    expect(f.bemanning).toMatchObject({ beviljat: 0.95, vakans: 0.2 })
    expect(f.bemanning.perKommun.slice(0, 2)).toEqual([{ kommun: MORA, beviljat: 0.5, vakans: 0 }, { kommun: ORSA, beviljat: 0.45, vakans: 0.45 }])
    expect(rakna([[MORA, 0.5], [ORSA, 0.45]], [ORSA]).bemanning).toMatchObject({ beviljat: 0.45, vakans: 0.45 })
  })

  test('a check says when they differ, either way', () => {
    const kontroll = (beviljat: [string, number][]) => rakna(beviljat).kontroller.find((k) => k.kod === 'arsanstallningar_mot_beviljat')
    expect(kontroll([[MORA, 1]])).toEqual({ kod: 'arsanstallningar_mot_beviljat', antal: 1, arenden: [], beviljat: 1, bemannat: 0.75 })
    expect(kontroll([[MORA, 0.7]])).toMatchObject({ beviljat: 0.7 })
    expect(kontroll([[MORA, 0.75]])).toBeUndefined()
    expect(kontroll([])).toBeUndefined()
  })
})
