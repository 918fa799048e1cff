import { describe, expect, it } from 'vitest'
import type { Kopielage } from '../../../electron/office/contract/sakerhetskopior.ts'
import { dagsAttOva, pagarText, saknasKopia, senasteText } from './lage.ts'

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
  it('the age of the last verified copy is said in days', () => {
    const senaste = '2026-11-22T07:02:00.000Z'
    expect(['2026-11-22', '2026-11-23', '2026-11-26'].map((dag) => senasteText(lage({ senaste }), dag))).toEqual([
      'Den senaste kontrollerade kopian gjordes i dag kl. 8.02.', 'Den senaste kontrollerade kopian gjordes i går kl. 8.02.',
      'Den senaste kontrollerade kopian är 4 dagar gammal: den gjordes 22 november kl. 8.02.',
    ])
  })
  it('progress is said in words', () => {
    expect(pagarText(lage({}))).toBeNull()
    expect(pagarText(lage({ pagar: { vad: '', klart: 0, av: 0 } }))).toBe('En säkerhetskopia görs nu')
    // The snapshot tells nothing of how far it has come: no percent that stands still.
    expect(pagarText(lage({ pagar: { vad: 'Tar en ögonblicksbild av kontoret', klart: 0, av: 0 } }))).toBe('En säkerhetskopia görs nu: tar en ögonblicksbild av kontoret')
    expect(pagarText(lage({ pagar: { vad: 'Skriver filen', klart: 40, av: 100 } }))).toBe('En säkerhetskopia görs nu: skriver filen, 40 %')
  })
})
