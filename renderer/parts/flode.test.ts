import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { platsIFlode } from './flode.ts'

const steg = [
  { id: 'namn', falt: ['namn'], schema: z.object({ namn: z.string().min(1) }) },
  { id: 'mal', falt: ['mal'], schema: z.object({ mal: z.string() }) },
  { id: 'slut', falt: ['slut'], schema: z.object({ slut: z.string().min(1) }) },
]

describe('where one is in a flow', () => {
  it('is the page of the address', () => {
    const varden = { namn: 'A', mal: '', slut: 'x' }
    expect([undefined, 'namn', 'mal', 'slut', 'kontrollera', 'annat'].map((sida) => platsIFlode(steg, sida, varden))).toEqual([0, 0, 1, 2, 3, 0])
  })

  it('is never past a question without an answer', () => {
    expect(platsIFlode(steg, 'kontrollera', { namn: '', mal: '', slut: 'x' })).toBe(0)
    expect(platsIFlode(steg, 'kontrollera', { namn: 'A', mal: '', slut: '' })).toBe(2)
    expect(platsIFlode(steg, 'mal', { namn: 'A', mal: '', slut: '' })).toBe(1)
  })
})
