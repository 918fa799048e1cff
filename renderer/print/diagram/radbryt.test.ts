import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isar, radbryt } from './radbryt.ts'

describe('a label', () => {
  it.each([
    ['Boende', ['Boende']],
    ['Insatser behövs inte längre eller är för omfattande', ['Insatser behövs inte längre', 'eller är för omfattande']],
    ['Bemötandefrågorochannatsomärlångt', ['Bemötandefrågorochannatsomärlångt']],
  ])('%s', (text, rader) => expect(radbryt(text, 28)).toEqual(rader))
})

describe('labels at the ends of lines', () => {
  it('stay where they are when there is room', () => expect(isar([10, 100, 50], 16, 200)).toEqual([10, 100, 50]))
  it('move apart, and up when they would leave the picture', () => expect(isar([100, 102, 101], 16, 120)).toEqual([88, 120, 104]))
  it('never lie on each other, keep their order and stay within', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }), (lagen) => {
        const ut = isar(lagen, 16, 200)
        const ordnade = lagen.map((y, i) => ({ y, ut: ut[i] ?? 0 })).sort((a, b) => a.y - b.y || a.ut - b.ut)
        ordnade.forEach((rad, i) => {
          expect(rad.ut).toBeLessThanOrEqual(200)
          const fore = ordnade[i - 1]
          if (fore) expect(rad.ut - fore.ut).toBeGreaterThanOrEqual(16)
        })
      }),
    )
  })
})
