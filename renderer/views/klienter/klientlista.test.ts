import { describe, expect, it } from 'vitest'
import { delaUpp, stammer } from './klientlista.ts'

interface Rad {
  readonly namn: string | null
  readonly start: string | null
  readonly slut: string | null
}
const rad = (nummer: string, falt: Partial<Rad> = {}) => ({ nummer, namn: null, start: '2026-01-01', slut: null, ...falt })

describe('the own list', () => {
  it('parts those with an open uppdrag from the others, the last ended first', () => {
    const { pagaende, ovriga } = delaUpp([
      rad('2024-0001', { slut: '2025-03-01' }),
      rad('2026-0002'),
      rad('2025-0003', { slut: '2026-03-01' }),
      rad('2023-0004', { start: null }),
    ])
    expect(pagaende.map((r) => r.nummer)).toEqual(['2026-0002'])
    expect(ovriga.map((r) => r.nummer)).toEqual(['2025-0003', '2024-0001', '2023-0004'])
  })

  it('finds by name and number, in any order of words, and by nothing else', () => {
    const asa = rad('2026-0014', { namn: 'Åsa Öberg' })
    for (const sokt of ['åsa', 'ÖBERG  å', '0014', '2026-00 öb', '', 'A\u030Asa']) expect(stammer(asa, sokt), sokt).toBe(true)
    for (const sokt of ['asa', '2062', 'mora', '0015', 'åsa berglund']) expect(stammer(asa, sokt), sokt).toBe(false)
  })

  it('finds a case without a name by its number', () => {
    expect(stammer(rad('2026-0014'), '0014')).toBe(true)
  })
})
