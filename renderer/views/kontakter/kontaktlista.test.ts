import { describe, expect, it } from 'vitest'
import { ar, dagarna, denna, EGNA } from './kontaktlista.ts'

const IDAG = '2026-11-22'

describe('the span of the list', () => {
  it('is this year from the start', () => {
    expect(dagarna(denna(IDAG))).toEqual({ fran: '2026-01-01', till: '2026-12-31' })
  })
  it('is the days written, once they are days in order', () => {
    const egna = (fran: string, till: string) => dagarna({ val: EGNA, fran, till })
    expect(egna('2026-02-01', '2026-02-01')).toEqual({ fran: '2026-02-01', till: '2026-02-01' })
    expect(egna('2026-02-02', '2026-02-01')).toBeUndefined()
    expect(egna('1 feb', '2026-02-01')).toBeUndefined()
  })
  it('is chosen among the years with something in them, and this one', () => {
    expect(ar([2024, 2025], IDAG)).toEqual(['2026', '2025', '2024'])
    expect(ar([2026, 2025], IDAG)).toEqual(['2026', '2025'])
  })
})
