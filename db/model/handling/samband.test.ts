import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskeradeSiffror, samband } from './samband.ts'
import { siffror } from './siffror.ts'
import { raknaRedovisning } from '../redovisning/index.ts'
import { rakneAr, register, uppdrag, val } from '../redovisning/provregister.ts'
import type { Arsunderlag } from './underlag.ts'

const underlagen = fc.tuple(register, rakneAr).map(([rader, ar]): Arsunderlag =>
  ({ figurer: raknaRedovisning(rader, ar, val()).figurer, belopp: null, bidrag: [], ledningsgrupp: [], sokt: [] }))

/** A year of nothing, but for uppdrag. */
function ar(y: number, uppdragen: ReturnType<typeof uppdrag>[]) {
  const { figurer } = raknaRedovisning({ uppdrag: uppdragen, kontakter: [], anstallningar: [], franvaro: [] }, y, val())
  return { figurer, siffror: siffror({ figurer, belopp: null, bidrag: [], ledningsgrupp: [], sokt: [] }) }
}

describe('what gives what away', () => {
  test('every line adds up and every 1–4 about persons is hidden, whatever the register', () => {
    fc.assert(fc.property(underlagen, fc.boolean(), (underlag, konOchAlder) => {
      const alla = siffror(underlag)
      const { tal, linjer } = samband(underlag.figurer, alla, { konOchAlder })
      for (const linje of linjer) expect(linje.slice(0, -1).reduce((s, namn) => s + (tal.get(namn) ?? 0), 0)).toBe(tal.get(linje.at(-1) ?? ''))
      const { nu: masker } = maskeradeSiffror({ figurer: underlag.figurer, siffror: alla }, ar(2020, []), { konOchAlder })
      for (const [figur, cell] of masker) {
        const varde = alla.get(figur)?.varde ?? null
        expect(figur.startsWith('#')).toBe(false)
        if (cell.mask === null) expect(cell.varde).toBe(varde)
        if (tal.has(figur) && varde !== null && varde >= 1 && varde <= 4) expect([figur, cell.varde]).toEqual([figur, null])
      }
      // A line with a single hidden number gives it away.
      for (const linje of linjer.filter((l) => l.every((namn) => !namn.startsWith('#')))) {
        expect([linje, linje.filter((namn) => (masker.get(namn)?.mask ?? null) !== null).length]).not.toEqual([linje, 1])
      }
    }), { numRuns: 40 })
  })

  test('last year’s hide with the year’s: what ended one year begins the next', () => {
    const nr = (n: number) => `2024-${String(n).padStart(4, '0')}`
    // 12 run over New Year; 3 of 15 end in 2025, so that 2025's avslutade are 1–4 and its utgaende would give them away.
    const alla = [...Array.from({ length: 12 }, (_, i) => uppdrag(nr(i), '2025-02-01')), ...Array.from({ length: 3 }, (_, i) => uppdrag(nr(20 + i), '2025-02-01', '2025-11-30')), ...Array.from({ length: 9 }, (_, i) => uppdrag(nr(40 + i), '2026-02-01'))]
    const { nu, fjol } = maskeradeSiffror(ar(2026, alla), ar(2025, alla), { konOchAlder: false })
    expect(['stod', 'avslutade', 'utgaende'].map((id) => fjol.get(`klienter.${id}`)?.text)).toEqual(['15', '1–4', 'dolt'])
    for (const id of ['klienter.ingaende', 'uppdrag.ingaende']) expect([id, nu.get(id)?.text]).toEqual([id, 'dolt'])
    // Alone the year has nothing to hide.
    expect(maskeradeSiffror(ar(2026, alla), ar(2020, []), { konOchAlder: false }).nu.get('klienter.ingaende')?.text).toBe('12')
  })
})
