import { expect, test } from 'vitest'
import { dagMedNummer, dagnummer } from '../kalender.ts'
import { KOMMUNER as ALLA } from '../kommuner.ts'
import { anstallning, kontakt, rader, uppdrag, val } from './provregister.ts'
import { raknaRedovisning } from './rakna.ts'

/** All of Sweden (DOMAIN §1): 246 kommuner, 340 ombud, 15 000 uppdrag that touch the year. */
test('a year of all of Sweden is counted in a blink', () => {
  const kommuner = ALLA.slice(0, 246).map((k) => k.kod)
  const forst = dagnummer('2025-01-01')
  const dag = (i: number, steg: number, langd: number) => dagMedNummer(forst + ((i * steg) % langd))
  const lista = Array.from({ length: 15_000 }, (_, i) => {
    const start = dag(i, 7, 700)
    const slut = i % 3 === 0 ? null : dagMedNummer(dagnummer(start) + 30 + ((i * 13) % 600))
    const kommun = kommuner[i % 246] ?? ''
    return uppdrag(`${2025 + (i % 2)}-${String(i).padStart(5, '0')}`, start, slut, {
      kommun, kontaktdatum: dagMedNummer(dagnummer(start) - (i % 60)), fodelsear: 1940 + (i % 70), kon: i % 2 ? 'kvinna' : 'man',
      orsaker: ['ekonomi_skulder', 'vardkontakt', 'annat'].slice(i % 3), livsomraden: ['boende', 'skulder'].slice(i % 2),
      kommunbyten: i % 50 === 0 ? [{ datum: dagMedNummer(dagnummer(start) + 20), kommun: kommuner[(i + 1) % 246] ?? '' }] : [],
    })
  })
  const kontakter = Array.from({ length: 14_000 }, (_, i) => kontakt(dag(i, 11, 730), { kommun: kommuner[i % 246] ?? '', orsaker: ['annat'], kodatum: i % 9 ? null : dag(i, 11, 730) }))
  const anstallningar = Array.from({ length: 700 }, (_, i) => anstallning(dag(i, 3, 400), i % 4 ? null : '2026-10-31', 50, { person: `p${i % 340}`, kommun: kommuner[i % 246] ?? '' }))
  const franvaro = anstallningar.filter((_, i) => i % 5 === 0).map((a) => ({ anstallning: a.id, fran: '2026-02-01', till: '2026-08-31', procent: 50 }))
  const allt = rader({ uppdrag: lista, kontakter, anstallningar, franvaro })
  const tider = Array.from({ length: 5 }, () => {
    const fore = performance.now()
    expect(raknaRedovisning(allt, 2026, val({ kommuner })).figurer.klienter.stod).toBeGreaterThan(10_000)
    return performance.now() - fore
  })
  // About 65 ms on an idle machine. The best of five and a wide margin: it is there to catch a count that grows
  // with the square of the rows, not to fail because others use the processor.
  expect(Math.min(...tider)).toBeLessThan(500)
})
