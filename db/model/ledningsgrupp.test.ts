import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OBLIGATORISKA, obesattaPlatser, PLATSSLAG, platslage, SKA_ERBJUDAS, zPlats, type Gruppens, type Platsslag } from './ledningsgrupp.ts'

type Plats = Gruppens['platser'][number]
const ledamot = (fran = '2020-01-01', till: string | null = null, ersattare = false) => ({ fran, till, ersattare })
const plats = (slag: Platsslag, ledamoter: Plats['ledamoter'] = [ledamot()], egna: Partial<Plats> = {}): Plats => ({ slag, fran: '2020-01-01', till: null, erbjuden: null, svar: null, ledamoter, ...egna })
const grupp = (platser: Plats[], egna: Partial<Gruppens> = {}): Gruppens => ({ fran: '2020-01-01', till: null, platser, ...egna })
const HEL = grupp(OBLIGATORISKA.map((slag) => plats(slag)))

describe('the mandatory seats of 5 §', () => {
  test('none is unfilled when somebody sits on each', () => expect(obesattaPlatser([HEL], '2026-11-22')).toEqual([]))
  test('without a group all are', () => {
    expect(platslage([], '2026-11-22')).toEqual({ gruppSaknas: true, obesatta: [...OBLIGATORISKA], ejErbjudna: [...SKA_ERBJUDAS] })
    expect(platslage([{ ...HEL, till: '2025-12-31' }], '2026-01-01').gruppSaknas).toBe(true)
  })
  test('a seat is empty from the day after its member left until the next came', () => {
    const g = grupp([...HEL.platser.filter((p) => p.slag !== 'psykiatri'), plats('psykiatri', [ledamot('2020-01-01', '2026-05-31'), ledamot('2026-09-01')])])
    expect(['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((dag) => obesattaPlatser([g], dag))).toEqual([[], ['psykiatri'], ['psykiatri'], []])
  })
  test('a deputy alone does not fill it, a seat that has ended neither', () => {
    expect(obesattaPlatser([grupp([plats('kommun', [ledamot('2020-01-01', null, true)])])], '2026-01-01')).toContain('kommun')
    expect(obesattaPlatser([grupp([plats('kommun', [ledamot()], { till: '2025-12-31' })])], '2026-01-01')).toContain('kommun')
  })
  test('groups on one day count together', () => {
    const [a, b] = [grupp(HEL.platser.slice(0, 2)), grupp(HEL.platser.slice(2))]
    expect(obesattaPlatser([a, b], '2026-01-01')).toEqual([])
  })
})

describe('organisations must be offered a seat', () => {
  test('from the day of the offer, whatever they answered', () => {
    const g = grupp([plats('brukarorganisation', [], { erbjuden: '2026-03-01', svar: 'nej' }), plats('patientorganisation')])
    expect(platslage([g], '2026-02-28').ejErbjudna).toEqual(['brukarorganisation', 'anhorigorganisation'])
    expect(platslage([g], '2026-03-01').ejErbjudna).toEqual(['anhorigorganisation'])
  })
  test('an answer needs the offer’s day', () => {
    const rad = { id: null, version: null, gruppId: crypto.randomUUID(), slag: 'anhorigorganisation', kommun: null, organisation: 'x', erbjuden: null, svar: 'ja', svarDatum: null, fran: '2026-01-01', till: null }
    expect(zPlats.safeParse(rad).error?.issues[0]?.path).toEqual(['erbjuden'])
    expect(zPlats.safeParse({ ...rad, erbjuden: '2026-02-01', svarDatum: '2026-01-31' }).error?.issues[0]?.path).toEqual(['svarDatum'])
  })
})

test('more seats and members never leave more unfilled', () => {
  const dag = fc.constantFrom('2019-12-31', '2020-01-01', '2024-02-29', '2026-11-22')
  const period = fc.record({ fran: dag, till: fc.option(dag) })
  const en = fc.record({ slag: fc.constantFrom(...(Object.keys(PLATSSLAG) as Platsslag[])), p: period, erbjuden: fc.option(dag), ledamoter: fc.array(fc.record({ p: period, ersattare: fc.boolean() }), { maxLength: 2 }) })
    .map(({ slag, p, erbjuden, ledamoter }): Plats => ({ slag, ...p, erbjuden, svar: null, ledamoter: ledamoter.map((l) => ({ ...l.p, ersattare: l.ersattare })) }))
  fc.assert(fc.property(fc.array(en, { maxLength: 6 }), en, dag, (platser, extra, d) => {
    const [fore, efter] = [platslage([grupp(platser)], d), platslage([grupp([...platser, extra])], d)]
    expect(fore.obesatta).toEqual(expect.arrayContaining([...efter.obesatta]))
    expect(fore.ejErbjudna).toEqual(expect.arrayContaining([...efter.ejErbjudna]))
  }))
})
