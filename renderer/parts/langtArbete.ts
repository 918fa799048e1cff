import { useEffect, useRef, useState } from 'react'
import type { Steg } from '../../electron/office/contract/bas.ts'

/** How far a long work has come, in the office's words. */
export interface Arbetslage {
  readonly vad: string
  readonly klart: number
  readonly av: number
}

/**
 * Runs one of the contract's long works and shows its steps. `lage` is there while it runs. A page that is left
 * stops listening; the office finishes or drops the work by its own rules.
 */
export function useLangtArbete<T>(): { readonly lage: Arbetslage | undefined; kor(arbete: () => Promise<AsyncIterable<Steg<T>>>, forst: string): Promise<T> } {
  const [lage, setLage] = useState<Arbetslage>()
  const borta = useRef(false)
  useEffect(() => {
    borta.current = false
    return () => {
      borta.current = true
    }
  }, [])
  return {
    lage,
    kor: async (arbete, forst) => {
      setLage({ vad: forst, klart: 0, av: 0 })
      try {
        return await sista(await arbete(), (steg) => {
          if (!borta.current) setLage(steg)
        })
      } finally {
        if (!borta.current) setLage(undefined)
      }
    },
  }
}

/** The result of a long work; every step on the way is reported. */
export async function sista<T>(steg: AsyncIterable<Steg<T>>, rapport: (lage: Arbetslage) => void): Promise<T> {
  for await (const ett of steg) {
    if (ett.slag === 'klart') return ett.resultat
    rapport({ vad: ett.vad, klart: ett.klart, av: ett.av })
  }
  throw new Error('the work ended without a result')
}

/** Reports only once the work has taken a moment: what is soon done shows no bar that comes and goes. */
export function omDetTarTid(rapport: (lage: Arbetslage) => void, ms = 1000): (lage: Arbetslage) => void {
  const borjan = performance.now()
  return (lage) => {
    if (performance.now() - borjan >= ms) rapport(lage)
  }
}
