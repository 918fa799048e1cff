import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { arVaraktig, skickaAllt, slangVaraktigt, sparaVaraktigt, vidUtkast } from './utkastlager.ts'

const handelser: string[] = []
beforeEach(() => {
  vi.useFakeTimers()
  handelser.length = 0
  vidUtkast({
    spara: async ({ plats, varde }) => {
      await Promise.resolve()
      if (varde === 'för stort') throw new Error('no')
      handelser.push(`sparar ${plats} ${JSON.stringify(varde)}`)
    },
    slang: async ({ plats }) => {
      handelser.push(`slänger ${plats}`)
    },
  })
})
afterEach(async () => {
  await skickaAllt()
  vi.useRealTimers()
})

it('keeps some forms through a lock, and only under places that hold nothing typed', () => {
  expect(['kontakt/ny', 'nyttUppdrag/ny', 'anteckning/2026-0001', `avslut/${crypto.randomUUID()}`].map(arVaraktig)).toEqual([true, true, true, true])
  expect(['enheten', 'ny kontakt', 'kontakt/Nils Ek', '/klienter/nytt', 'importera', ''].map(arVaraktig)).toEqual([false, false, false, false, false, false])
})

it('sends the last of what was typed, once nobody types', async () => {
  sparaVaraktigt('kontakt/ny', { text: 'h' })
  await vi.advanceTimersByTimeAsync(700)
  sparaVaraktigt('kontakt/ny', { text: 'he' })
  sparaVaraktigt('annat', 'aldrig')
  await vi.advanceTimersByTimeAsync(700)
  expect(handelser).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(handelser).toEqual(['sparar kontakt/ny {"text":"he"}'])
})

it('sends what waits before a lock', async () => {
  sparaVaraktigt('kontakt/ny', 1)
  await skickaAllt()
  expect(handelser).toEqual(['sparar kontakt/ny 1'])
})

it('does not let a thrown draft come back, whatever was on its way', async () => {
  sparaVaraktigt('kontakt/ny', 1)
  void skickaAllt()
  sparaVaraktigt('kontakt/ny', 2)
  slangVaraktigt('kontakt/ny')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(handelser).toEqual(['sparar kontakt/ny 1', 'slänger kontakt/ny'])
})

it('goes on after a draft that could not be kept', async () => {
  sparaVaraktigt('kontakt/ny', 'för stort')
  sparaVaraktigt('avslut/1', 1)
  await skickaAllt()
  expect(handelser).toEqual(['sparar avslut/1 1'])
})
