import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naivRakning } from './naiv.ts'
import { anstallning, beviljat, brist, FORSTA_AR, KOMMUNER, kontakt, MORA, ORSA, rader, rakneAr, register, SISTA_AR, uppdrag, val } from './provregister.ts'
import type { RedovisningsRader } from './rader.ts'
import { raknaRedovisning } from './rakna.ts'
import { figurerSchema } from './typer.ts'

const urval = fc.constantFrom(null, null, [MORA], [MORA, ORSA], ['2031'])
const idag = fc.constantFrom('2022-06-30', '2023-06-30', '2024-12-31', '2025-01-01', '2026-06-01')

/** A shuffle that fast-check can shrink: each row gets a key to sort by. */
const blandad = <T>(lista: readonly T[], nycklar: readonly number[]) =>
  lista.map((rad, i) => ({ rad, nyckel: nycklar[i % nycklar.length] ?? 0, i })).sort((a, b) => a.nyckel - b.nyckel || b.i - a.i).map(({ rad }) => rad)

describe('over generated registers', () => {
  test('every figure, and the ärenden behind it, agree with the naïve count', () => {
    fc.assert(
      fc.property(register, rakneAr, urval, idag, beviljat, (reg, ar, u, dag, b) => {
        const v = val({ urval: u, idag: dag, beviljat: b })
        const svar = raknaRedovisning(reg, ar, v)
        const naivt = naivRakning(reg, ar, v, FORSTA_AR - 1, SISTA_AR + 3)
        const perKommun = [...naivt.figurer.perKommun].sort((x, y) => svar.figurer.perKommun.findIndex((k) => k.kommun === x.kommun) - svar.figurer.perKommun.findIndex((k) => k.kommun === y.kommun))
        const bemanning = { ...naivt.figurer.bemanning, perKommun: perKommun.flatMap(({ kommun }) => naivt.figurer.bemanning.perKommun.filter((k) => k.kommun === kommun)) }
        expect(svar.figurer).toEqual({ ...naivt.figurer, perKommun, bemanning })
        expect(svar.bakom).toEqual(naivt.bakom)
      }),
      { numRuns: 400 },
    )
  })

  test('the JSON is what the schema says', () => {
    fc.assert(
      fc.property(register, rakneAr, urval, (reg, ar, u) => {
        const { figurer } = raknaRedovisning(reg, ar, val({ urval: u }))
        expect(figurerSchema.parse(JSON.parse(JSON.stringify(figurer)))).toEqual(figurer)
      }),
    )
  })

  test('check sums hold, for the whole and for every kommun', () => {
    fc.assert(
      fc.property(register, rakneAr, urval, (reg, ar, u) => {
        const { figurer: f } = raknaRedovisning(reg, ar, val({ urval: u }))
        for (const k of [f.klienter, ...f.perKommun]) {
          expect(k.ingaende + k.nya).toBe(k.stod)
          expect(k.avslutade + k.utgaende).toBe(k.stod)
        }
        expect(f.uppdrag.ingaende + f.uppdrag.paborjade - f.uppdrag.avslutade).toBe(f.uppdrag.utgaende)
        const summa = (lista: { antal: number }[]) => lista.reduce((s, r) => s + r.antal, 0)
        for (const tabell of [f.perKon, f.perAldersgrupp, f.konOchAlder]) expect(summa(tabell)).toBe(f.klienter.stod)
        expect(summa(f.avslutsorsaker)).toBe(f.uppdrag.avslutade - f.uppdrag.avslutadeGenomKommunbyte)
        for (const tabell of [f.kontakter.perUtfall, f.kontakter.perKontaktvag, f.kontakter.perInitiativtagare]) expect(summa(tabell)).toBe(f.kontakter.antal)
        expect(f.vantetidAntal + f.vantetidUtanKontakt).toBe(f.uppdrag.paborjade - f.uppdrag.paborjadeGenomKommunbyte)
        expect(f.aterkommande).toBeLessThanOrEqual(f.klienter.nya)
      }),
    )
  })

  test('one year’s end is the next year’s beginning', () => {
    fc.assert(
      fc.property(register, fc.constantFrom(2023, 2024), urval, (reg, ar, u) => {
        const i = raknaRedovisning(reg, ar, val({ urval: u })).figurer
        const nasta = raknaRedovisning(reg, ar + 1, val({ urval: u })).figurer
        expect(nasta.klienter.ingaende).toBe(i.klienter.utgaende)
        expect(nasta.uppdrag.ingaende).toBe(i.uppdrag.utgaende)
      }),
    )
  })

  test('the order of rows is irrelevant', () => {
    fc.assert(
      fc.property(register, rakneAr, urval, fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), (reg, ar, u, nycklar) => {
        const om: RedovisningsRader = {
          uppdrag: blandad(reg.uppdrag, nycklar).map((rad) => ({
            ...rad, kommunbyten: blandad(rad.kommunbyten, nycklar), orsaker: blandad(rad.orsaker, nycklar), livsomraden: blandad(rad.livsomraden, nycklar),
          })),
          kontakter: blandad(reg.kontakter, nycklar),
          anstallningar: blandad(reg.anstallningar, nycklar),
          franvaro: blandad(reg.franvaro, nycklar),
          brister: blandad(reg.brister ?? [], nycklar).map((b) => ({ ...b, iakttagelser: blandad(b.iakttagelser, nycklar), handelser: blandad(b.handelser, nycklar) })),
          utbildningar: blandad(reg.utbildningar ?? [], nycklar),
          handledningar: blandad(reg.handledningar ?? [], nycklar),
        }
        expect(raknaRedovisning(om, ar, val({ urval: u }))).toEqual(raknaRedovisning(reg, ar, val({ urval: u })))
      }),
    )
  })

  test('rows that do not concern the year are irrelevant: what the store leaves out changes nothing', () => {
    fc.assert(
      fc.property(register, rakneAr, urval, (reg, ar, u) => {
        const [a, b] = [`${ar}-01-01`, `${ar}-12-31`]
        const stod = new Set(reg.uppdrag.filter((x) => x.start <= b && (x.slut === null || x.slut >= a)).map((x) => x.arende))
        const franvaro = reg.franvaro.filter((f) => f.fran <= b && (f.till === null || f.till >= a))
        const medFranvaro = new Set(franvaro.map((f) => f.anstallning))
        const arets: RedovisningsRader = {
          uppdrag: reg.uppdrag.filter((x) => x.start <= b && stod.has(x.arende)),
          kontakter: reg.kontakter.filter((k) => (k.datum >= a && k.datum <= b) || (k.kodatum !== null && k.kodatum <= b)),
          brister: (reg.brister ?? []).map((x) => ({ ...x, iakttagelser: x.iakttagelser.filter((i) => i.datum >= a && i.datum <= b) })).filter((x) => x.iakttagelser.length > 0),
          anstallningar: reg.anstallningar.filter((t) => medFranvaro.has(t.id) || (t.fran <= b && (t.till === null || t.till >= a))),
          franvaro,
          utbildningar: (reg.utbildningar ?? []).filter((x) => x.till <= b && (x.till >= a || x.slag === 'introduktionsutbildning')),
          handledningar: (reg.handledningar ?? []).filter((x) => x.till >= a && x.till <= b),
        }
        const arendet = '2019-0001'
        const fler: RedovisningsRader = {
          uppdrag: [...reg.uppdrag, uppdrag(arendet, '2019-01-01', `${ar - 1}-12-31`), uppdrag('2031-0001', `${ar + 1}-01-01`)],
          kontakter: [...reg.kontakter, kontakt(`${ar - 1}-12-31`), kontakt(`${ar + 1}-01-01`, { kodatum: `${ar + 1}-01-01`, utfall: 'i_ko' })],
          anstallningar: [...reg.anstallningar, { id: 'x', person: 'anna', kommun: '2031', fran: '2019-01-01', till: `${ar - 1}-12-31`, procent: 100, vikarie: false }],
          franvaro: [...reg.franvaro, { anstallning: 'x', fran: '2019-01-01', till: null, procent: 100 }, { anstallning: 'finns inte', fran: a, till: null, procent: 50 }],
          brister: [...(reg.brister ?? []), brist([{ datum: `${ar - 1}-12-31`, kommun: null }, { datum: `${ar + 1}-01-01`, kommun: MORA }]), brist([])],
          utbildningar: [...(reg.utbildningar ?? []), { id: 'y', slag: 'natverkstraff', titel: 'x', fran: a, till: `${ar + 1}-01-01`, dagar: 1, timmar: 1, deltagare: ['anna'] }],
          handledningar: [...(reg.handledningar ?? []), { id: 'z', form: 'grupp', fran: `${ar - 1}-12-31`, till: `${ar - 1}-12-31`, tillfallen: 1, timmar: 1, handledare: null, deltagare: ['anna'] }],
        }
        const svar = raknaRedovisning(reg, ar, val({ urval: u }))
        expect(raknaRedovisning(arets, ar, val({ urval: u }))).toEqual(svar)
        expect(raknaRedovisning(fler, ar, val({ urval: u }))).toEqual(svar)
      }),
    )
  })

  test('a kommun’s row is what that kommun alone would count', () => {
    fc.assert(
      fc.property(register, rakneAr, (reg, ar) => {
        for (const rad of raknaRedovisning(reg, ar, val()).figurer.perKommun) {
          const ensam = raknaRedovisning(reg, ar, val({ urval: [rad.kommun] })).figurer
          expect(ensam.kommun).toBe(rad.kommun)
          expect(ensam.perKommun).toEqual([rad])
          expect({ ...rad, ...ensam.klienter, arsanstallningar: ensam.arsanstallningar.antal, bemannat: ensam.arsanstallningar.bemannat }).toEqual(rad)
        }
      }),
    )
  })

  test('without moves and without clients in several kommuner the kommuner sum to the total', () => {
    fc.assert(
      fc.property(register, rakneAr, (reg, ar) => {
        const stilla = { ...reg, uppdrag: reg.uppdrag.map((u) => ({ ...u, kommunbyten: [], kommun: KOMMUNER[Number(u.arende.at(-1)) % 3] ?? MORA })) }
        const { figurer } = raknaRedovisning(stilla, ar, val())
        for (const falt of ['stod', 'ingaende', 'nya', 'avslutade', 'utgaende'] as const) {
          expect(figurer.perKommun.reduce((s, k) => s + k[falt], 0)).toBe(figurer.klienter[falt])
        }
        expect(figurer.kontroller.some((k) => k.kod === 'flera_kommuner')).toBe(false)
      }),
    )
  })

  test('counting all kommuner together is counting the whole office; moves among them are no ends', () => {
    fc.assert(
      fc.property(register, rakneAr, (reg, ar) => {
        const alla = [...new Set([...KOMMUNER, '2031'])]
        const v = val({ kommuner: alla })
        // Everybody works somewhere: the education of those who do not is counted for the whole office alone.
        const medAlla = { ...reg, anstallningar: [...reg.anstallningar, ...['anna', 'per', 'sara'].map((person) => anstallning('2020-01-01', null, 1, { person }))] }
        const { kommun: _, ...hela } = raknaRedovisning(medAlla, ar, v).figurer
        const { kommun: __, ...valda } = raknaRedovisning(medAlla, ar, { ...v, urval: alla }).figurer
        expect(valda).toEqual(hela)
        expect(hela.uppdrag.avslutadeGenomKommunbyte + hela.uppdrag.paborjadeGenomKommunbyte).toBe(0)
      }),
    )
  })

  test('the lists behind figures are sorted, hold no number twice, and are as long as the number of clients', () => {
    fc.assert(
      fc.property(register, rakneAr, (reg, ar) => {
        const { figurer, bakom } = raknaRedovisning(reg, ar, val())
        for (const lista of Object.values(bakom)) expect(new Set(lista).size).toBe(lista.length)
        for (const [falt, antal] of Object.entries(figurer.klienter)) expect(bakom[`klienter.${falt}`]).toHaveLength(antal)
        for (const k of figurer.perKon) expect(bakom[`perKon.${k.kod}`]).toHaveLength(k.antal)
        for (const o of figurer.orsaker) expect(bakom[`orsaker.${o.kod}`]).toHaveLength(o.antal)
      }),
    )
  })
})

test('an empty register gives zeros and nulls', () => {
  const { figurer, bakom } = raknaRedovisning(rader(), 2026, val())
  expect(figurerSchema.parse(figurer)).toEqual(figurer)
  expect(figurer.klienter).toEqual({ stod: 0, ingaende: 0, nya: 0, avslutade: 0, utgaende: 0 })
  expect(figurer.perKommun.map((k) => [k.kommun, k.stod])).toEqual([[MORA, 0], [ORSA, 0], ['2039', 0]])
  expect([figurer.vantetidMedianDagar, figurer.uppdragslangdMedianDagar, figurer.klienterPerArsanstallning]).toEqual([null, null, null])
  expect(figurer.kontroller).toEqual([])
  expect(bakom['klienter.stod']).toEqual([])
})
