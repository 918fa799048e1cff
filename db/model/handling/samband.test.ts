import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskeradeSiffror, samband } from './samband.ts'
import { siffror } from './siffror.ts'
import { raknaRedovisning } from '../redovisning/index.ts'
import { rakneAr, register, val } from '../redovisning/provregister.ts'
import type { Arsunderlag } from './underlag.ts'

const underlagen = fc.tuple(register, rakneAr).map(([rader, ar]): Arsunderlag =>
  ({ figurer: raknaRedovisning(rader, ar, val()).figurer, belopp: null, bidrag: [], ledningsgrupp: [], sokt: [] }))

describe('what gives what away', () => {
  test('every line adds up and every 1–4 about persons is hidden, whatever the register', () => {
    fc.assert(fc.property(underlagen, fc.boolean(), (underlag, konOchAlder) => {
      const alla = siffror(underlag)
      const { tal, linjer } = samband(underlag.figurer, alla, { konOchAlder })
      for (const linje of linjer) expect(linje.slice(0, -1).reduce((s, namn) => s + (tal.get(namn) ?? 0), 0)).toBe(tal.get(linje.at(-1) ?? ''))
      const masker = maskeradeSiffror(underlag.figurer, alla, { konOchAlder })
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
})
