import { setImmediate } from 'node:timers/promises'

/** Clicks are not to wait longer than one frame of the screen: work in one piece stays well below. */
const STYCKE_MS = 8

/**
 * For long work of many small pieces: called between them, it lets whatever else waits have its turn once the pieces
 * since the last turn have taken 8 ms. Work that only awaits finished promises never gives the event loop back by itself.
 */
export function andrum(): () => Promise<void> {
  let senast = performance.now()
  return async () => {
    if (performance.now() - senast < STYCKE_MS) return
    await setImmediate()
    senast = performance.now()
  }
}

/** Does something with each of a list in turn, others having theirs in between. For sealing, which is processor work that gains nothing from being begun at once. */
export async function enISander<T, U>(lista: readonly T[], gor: (varde: T, i: number) => Promise<U>): Promise<U[]> {
  const slapp = andrum()
  const svar: U[] = []
  for (const [i, varde] of lista.entries()) {
    await slapp()
    svar.push(await gor(varde, i))
  }
  return svar
}
