import type { Database, Statement } from 'better-sqlite3'

/**
 * What cannot be undercut: the very statements that some work has run, with the same values, straight on the driver and
 * with rows as plain lists. Nothing is mapped, opened, counted or sent.
 */

export interface Sats { sql: string; varden: unknown[]; laser: boolean }

type Metoder = Record<'all' | 'get' | 'values' | 'run', (...varden: unknown[]) => unknown>

/** Writes down every statement that is run on any handle while `fn` is. */
export async function medAvlyssning(handtag: Database, fn: () => unknown): Promise<Sats[]> {
  const proto = Object.getPrototypeOf(handtag) as { prepare: (sql: string) => Statement }
  const vanlig = proto.prepare
  const satser: Sats[] = []
  proto.prepare = function (this: Database, sql: string) {
    const sats = vanlig.call(this, sql)
    const metoder = sats as unknown as Metoder
    for (const namn of ['all', 'get', 'run'] as const) {
      const egen = metoder[namn]
      metoder[namn] = (...varden) => {
        satser.push({ sql, varden, laser: sats.reader })
        return egen.apply(sats, varden)
      }
    }
    return sats
  }
  try {
    await fn()
  } finally {
    proto.prepare = vanlig
  }
  return satser
}

/** Runs what was written down again: the reads, or all of it in one transaction that is then taken back. */
export function spelaUpp(handtag: Database, satser: readonly Sats[]): () => void {
  const klara = new Map<string, Statement>()
  const sats = (sql: string, laser: boolean) => {
    let klar = klara.get(sql)
    if (klar === undefined) {
      klar = handtag.prepare(sql)
      if (laser) klar.raw(true)
      klara.set(sql, klar)
    }
    return klar
  }
  return () => {
    for (const { sql, varden, laser } of satser) {
      if (laser) sats(sql, true).all(...varden)
      else sats(sql, false).run(...varden)
    }
  }
}
