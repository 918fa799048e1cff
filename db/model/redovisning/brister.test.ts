import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALVDALEN, brist, KOMMUNER, MORA, ORSA, rader, rakneAr, register, val } from './provregister.ts'
import { raknaRedovisning } from './rakna.ts'

const brister = (rad: Parameters<typeof rader>[0], urval: string[] | null = null, idag = '2026-11-22') => raknaRedovisning(rader(rad), 2026, val({ urval, idag })).figurer.brister
const rad = (kod: string, varde: string, antal: number) => ({ kod, varde, antal })

describe('brister of the year (DOMAIN §4)', () => {
  const REGISTER = {
    brister: [
      // Seen twice in the year and once before it: one brist, two observations.
      brist([{ datum: '2025-12-31', kommun: MORA }, { datum: '2026-01-01', kommun: MORA }, { datum: '2026-12-31', kommun: ORSA }], {
        handelser: [{ datum: '2025-12-31', tid: '2025-12-31T08:00:00.000Z', status: 'noterad' }, { datum: '2026-11-23', tid: '2026-11-23T08:00:00.000Z', status: 'atgardad' }],
      }),
      brist([{ datum: '2026-05-05', kommun: null }], { kategori: 'handlaggningstid', niva: 'central_niva', aktor: 'forsakringskassan', handelser: [{ datum: '2026-05-05', tid: '2026-05-05T08:00:00.000Z', status: 'till_ledningsgrupp' }] }),
      brist([{ datum: '2025-06-01', kommun: MORA }], { kategori: 'bemotande' }),
      brist([{ datum: '2027-01-01', kommun: MORA }]),
      brist([]),
    ],
  }

  test('each brist once, its observations on their own line, nothing of other years', () => {
    expect(brister(REGISTER)).toEqual({
      antal: 2, observationer: 3,
      perKategori: [rad('samordning', 'Samordning', 1), rad('handlaggningstid', 'Handläggningstid', 1)],
      perNiva: [rad('lokal_niva', 'Lokal nivå', 1), rad('central_niva', 'Central nivå', 1)],
      perAktor: [rad('psykiatri', 'Psykiatri', 1), rad('forsakringskassan', 'Försäkringskassan', 1)],
      perStatus: [rad('noterad', 'Noterad', 1), rad('till_ledningsgrupp', 'Till ledningsgrupp', 1)],
    })
  })

  test('the status is that of the day of the report', () => {
    expect(brister(REGISTER, null, '2026-11-23').perStatus).toEqual([rad('till_ledningsgrupp', 'Till ledningsgrupp', 1), rad('atgardad', 'Åtgärdad', 1)])
  })

  test('a kommun counts what was seen in it and what concerns the whole unit', () => {
    expect(brister(REGISTER, [MORA])).toMatchObject({ antal: 2, observationer: 2 })
    expect(brister(REGISTER, [MORA, ORSA])).toMatchObject({ antal: 2, observationer: 3 })
    expect(brister(REGISTER, [ALVDALEN])).toMatchObject({ antal: 1, observationer: 1 })
  })

  test('no brister are none', () => expect(brister({})).toEqual({ antal: 0, observationer: 0, perKategori: [], perNiva: [], perAktor: [], perStatus: [] }))
})

test('over generated registers: every table sums to the brister, observations are at least as many, and kommuner cover the whole', () => {
  const summa = (lista: { antal: number }[]) => lista.reduce((s, r) => s + r.antal, 0)
  fc.assert(fc.property(register, rakneAr, (reg, ar) => {
    const alla = raknaRedovisning(reg, ar, val()).figurer.brister
    for (const tabell of [alla.perKategori, alla.perNiva, alla.perAktor, alla.perStatus]) expect(summa(tabell)).toBe(alla.antal)
    expect(alla.observationer).toBeGreaterThanOrEqual(alla.antal)
    const delar = [...KOMMUNER, '2031'].map((k) => raknaRedovisning(reg, ar, val({ urval: [k] })).figurer.brister)
    expect(delar.reduce((s, d) => s + d.antal, 0)).toBeGreaterThanOrEqual(alla.antal)
    for (const del of delar) expect(del.antal).toBeLessThanOrEqual(alla.antal)
    expect(raknaRedovisning(reg, ar, val({ urval: [...KOMMUNER, '2031'] })).figurer.brister).toEqual(alla)
  }))
})
