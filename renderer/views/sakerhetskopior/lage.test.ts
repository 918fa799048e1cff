import { describe, expect, it } from 'vitest'
import type { Kopielage } from '../../../electron/office/contract/sakerhetskopior.ts'
import { dagsAttOva, pagarText, saknasKopia } from './lage.ts'

const lage = (mer: Partial<Kopielage>): Kopielage => ({ senaste: null, fel: null, pagar: null, ovad: null, skapad: '2026-01-10T08:00:00.000Z', ...mer })

describe('what is said of the copies', () => {
  it('ombud are told when the last one is more than three days old, a new office not at once', () => {
    expect(saknasKopia(lage({ senaste: '2026-11-23T08:00:00.000Z' }), '2026-11-26')).toBe(false)
    expect(saknasKopia(lage({ senaste: '2026-11-22T08:00:00.000Z' }), '2026-11-26')).toBe(true)
    expect(saknasKopia(lage({}), '2026-01-13')).toBe(false)
    expect(saknasKopia(lage({}), '2026-01-14')).toBe(true)
  })
  it('a drill is due a year after the last, or after the office was made', () => {
    expect(dagsAttOva(lage({}), '2027-01-10')).toBe(false)
    expect(dagsAttOva(lage({}), '2027-01-11')).toBe(true)
    expect(dagsAttOva(lage({ ovad: '2026-12-01T08:00:00.000Z' }), '2027-06-01')).toBe(false)
  })
  it('progress is said in words', () => {
    expect(pagarText(lage({}))).toBeNull()
    expect(pagarText(lage({ pagar: { vad: '', klart: 0, av: 0 } }))).toBe('En säkerhetskopia görs nu')
    expect(pagarText(lage({ pagar: { vad: 'Skriver filen', klart: 40, av: 100 } }))).toBe('En säkerhetskopia görs nu: skriver filen, 40 %')
  })
})
