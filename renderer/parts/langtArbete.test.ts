import { describe, expect, it } from 'vitest'
import type { Steg } from '../../electron/office/contract/bas.ts'
import { valdFlik } from './Flikar.tsx'
import { type Arbetslage, omDetTarTid, sista } from './langtArbete.ts'

async function* stegen<T>(...alla: Steg<T>[]): AsyncGenerator<Steg<T>> {
  yield* alla
}

describe('sista', () => {
  it('reports every step and answers the result', async () => {
    const sedda: Arbetslage[] = []
    const svar = await sista(stegen<number>({ slag: 'forlopp', vad: 'Sparar', klart: 1, av: 2 }, { slag: 'klart', resultat: 7 }), (l) => sedda.push(l))
    expect(svar).toBe(7)
    expect(sedda).toEqual([{ vad: 'Sparar', klart: 1, av: 2 }])
  })
  it('does not take silence for a result', async () => {
    await expect(sista(stegen<number>(), () => undefined)).rejects.toThrow('without a result')
  })
})

describe('omDetTarTid', () => {
  it('says nothing of what is soon done, and all of what is not', () => {
    const sedda: number[] = []
    const lage = (klart: number): Arbetslage => ({ vad: 'Räknar', klart, av: 5 })
    omDetTarTid((l) => sedda.push(l.klart), 60_000)(lage(1))
    omDetTarTid((l) => sedda.push(l.klart), 0)(lage(2))
    expect(sedda).toEqual([2])
  })
})

describe('valdFlik', () => {
  const flikar = [
    { vag: '/kontoret', text: 'Enheten' },
    { vag: '/kontoret/kommuner', text: 'Kommuner' },
  ]
  it('takes the tab that says most of the address, and no other that only begins like it', () => {
    expect(valdFlik('/kontoret', flikar)?.text).toBe('Enheten')
    expect(valdFlik('/kontoret/kommuner/ny', flikar)?.text).toBe('Kommuner')
    expect(valdFlik('/kontoret/kommunerna', flikar)?.text).toBe('Enheten')
    expect(valdFlik('/kontor', flikar)).toBeUndefined()
  })
})
