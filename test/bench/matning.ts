/** Measuring: how long, and how long at a time the event loop stood still meanwhile. */

export interface Matt {
  /** Milliseconds from question to answer: the median of the rounds */
  ms: number
  /**
   * The longest stretch of work in one piece on the office's own thread, in milliseconds of processor time: how long a
   * click could have waited. Processor time, so that a machine that is busy with other things does not count as ours.
   */
  stopp: number
  rundor: number
}

export const median = (tal: readonly number[]): number => {
  const s = tal.toSorted((a, b) => a - b)
  return s.length === 0 ? Number.NaN : ((s[Math.floor((s.length - 1) / 2)] ?? 0) + (s[Math.ceil((s.length - 1) / 2)] ?? 0)) / 2
}

/** Watches for stretches without a turn of the event loop. */
function vakta(): () => number {
  const cpu = () => {
    const { user, system } = process.threadCpuUsage()
    return user + system
  }
  let [senast, langst, igang] = [cpu(), 0, true]
  const varv = () => {
    const nu = cpu()
    langst = Math.max(langst, nu - senast)
    senast = nu
    if (igang) setTimeout(varv, 1) // not setImmediate: turning without pause it would take a core from the thread that counts
  }
  setTimeout(varv, 1)
  return () => {
    igang = false
    varv()
    return langst / 1000
  }
}

/** One round: how long it took, and the longest standstill of the event loop in it. */
export async function enRunda<T>(fn: () => T | Promise<T>): Promise<{ ms: number; stopp: number; svar: T }> {
  await paus(2)
  const slut = vakta()
  const fore = performance.now()
  const svar = await fn()
  return { ms: performance.now() - fore, stopp: slut(), svar }
}

export async function mat(rundor: number, fn: (runda: number) => unknown): Promise<Matt> {
  const alla: { ms: number; stopp: number }[] = []
  for (let i = 0; i < rundor; i++) alla.push(await enRunda(() => fn(i)))
  return { ms: median(alla.map((r) => r.ms)), stopp: median(alla.map((r) => r.stopp)), rundor }
}

/** Several things measured in turn, round by round, so that whatever else the machine does strikes all of them alike. */
export async function matVarvis(rundor: number, delar: Readonly<Record<string, () => unknown>>): Promise<Record<string, number>> {
  const tider = new Map<string, number[]>()
  for (let i = 0; i <= rundor; i++) {
    for (const [namn, fn] of Object.entries(delar)) {
      const fore = performance.now()
      await fn()
      if (i > 0) tider.set(namn, [...(tider.get(namn) ?? []), performance.now() - fore]) // the first round warms up
    }
  }
  return Object.fromEntries([...tider].map(([namn, t]) => [namn, median(t)]))
}

export const paus = (ms: number): Promise<void> => new Promise((klar) => { setTimeout(klar, ms) })
