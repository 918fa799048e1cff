import { describe, expect, it } from 'vitest'
import type { Steg } from '../../electron/office/contract/bas.ts'
import { valdFlik } from './Flikar.tsx'
import { type Arbetslage, sista } from './langtArbete.ts'

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
