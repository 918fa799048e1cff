import type { Steg } from './contract/bas.ts'

/**
 * Turns work that reports progress by a callback into the contract's steps. Reports that arrive faster than
 * they are fetched are dropped but for the newest; the result or the error always comes last.
 */
export async function* stegvis<T>(arbete: (rapport: (vad: string, klart: number, av: number) => void) => Promise<T>): AsyncGenerator<Steg<T>> {
  let senaste: Steg<T> | null = null
  let vack: () => void = () => {}
  let klar = false
  const svar = arbete((vad, klart, av) => {
    senaste = { slag: 'forlopp', vad, klart, av }
    vack()
  }).finally(() => {
    klar = true
    vack()
  })
  svar.catch(() => {}) // awaited below; without this an early error would be reported as unhandled
  while (!klar) {
    await new Promise<void>((lyckas) => {
      vack = lyckas
      if (klar || senaste !== null) lyckas()
    })
    const nu = senaste
    senaste = null
    if (nu !== null) yield nu
  }
  yield { slag: 'klart', resultat: await svar }
}
