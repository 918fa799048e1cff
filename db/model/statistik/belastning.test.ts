import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dagMedNummer, dagnummer } from '../kalender.ts'
import { type Innehavsrad, klienterPerOmbud, type Uppdragstid } from './belastning.ts'

const innehav = (arende: string, person: string, fran: string, till: string | null = null): Innehavsrad => ({ arende, person, fran, till })
const tid = (arende: string, start: string, slut: string | null = null): Uppdragstid => ({ arende, start, slut })
const somObjekt = (karta: Map<string, number>) => Object.fromEntries(karta)

describe('by hand', () => {
  test('a handover in the year gives both credit, and nobody before or after', () => {
    const rader = [innehav('1', 'anna', '2024-05-01', '2025-06-14'), innehav('1', 'per', '2025-06-15')]
    const uppdrag = [tid('1', '2024-05-01', '2026-02-01')]
    expect(somObjekt(klienterPerOmbud(rader, uppdrag, 2024))).toEqual({ anna: 1 })
    expect(somObjekt(klienterPerOmbud(rader, uppdrag, 2025))).toEqual({ anna: 1, per: 1 })
    expect(somObjekt(klienterPerOmbud(rader, uppdrag, 2026))).toEqual({ per: 1 })
    expect(somObjekt(klienterPerOmbud(rader, uppdrag, 2027))).toEqual({})
  })

  test('a case without an open uppdrag is no load, also when it is still held', () => {
    expect(somObjekt(klienterPerOmbud([innehav('1', 'anna', '2020-01-01')], [tid('1', '2020-01-01', '2024-12-31'), tid('1', '2026-01-01')], 2025))).toEqual({})
  })

  test('a single day at either end of the year is enough', () => {
    expect(somObjekt(klienterPerOmbud([innehav('1', 'anna', '2024-01-01', '2025-01-01')], [tid('1', '2024-01-01')], 2025))).toEqual({ anna: 1 })
    expect(somObjekt(klienterPerOmbud([innehav('1', 'anna', '2025-12-31')], [tid('1', '2025-12-31')], 2025))).toEqual({ anna: 1 })
  })

  test('a client counts once for the same ombud, however many times', () => {
    const rader = [innehav('1', 'anna', '2025-01-01', '2025-02-01'), innehav('1', 'anna', '2025-08-01')]
    expect(somObjekt(klienterPerOmbud(rader, [tid('1', '2025-01-01', '2025-01-15'), tid('1', '2025-09-01')], 2025))).toEqual({ anna: 1 })
  })
})

test('whatever was held when, it is what a count day by day gives', () => {
  const dag = fc.integer({ min: dagnummer('2024-12-20'), max: dagnummer('2026-01-10') }).map(dagMedNummer)
  const period = fc.tuple(dag, fc.option(dag)).map(([a, b]) => (b !== null && b < a ? [b, a] as const : [a, b] as const))
  const arende = fc.constantFrom('1', '2')
  const person = fc.constantFrom('anna', 'per')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(arende, person, period).map(([a, p, [fran, till]]) => innehav(a, p, fran, till)), { maxLength: 5 }),
      fc.array(fc.tuple(arende, period).map(([a, [start, slut]]) => tid(a, start, slut)), { maxLength: 5 }),
      (rader, uppdrag) => {
        const hittade = new Map<string, Set<string>>()
        for (let nr = dagnummer('2025-01-01'); nr <= dagnummer('2025-12-31'); nr++) {
          const d = dagMedNummer(nr)
          const iGang = new Set(uppdrag.filter((u) => u.start <= d && (u.slut === null || d <= u.slut)).map((u) => u.arende))
          for (const r of rader) if (r.fran <= d && (r.till === null || d <= r.till) && iGang.has(r.arende)) hittade.set(r.person, (hittade.get(r.person) ?? new Set()).add(r.arende))
        }
        expect(klienterPerOmbud(rader, uppdrag, 2025)).toEqual(new Map([...hittade].map(([p, a]) => [p, a.size])))
      },
    ),
    { numRuns: 60 },
  )
})
