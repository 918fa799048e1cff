import Database from 'better-sqlite3'
import { Worker } from 'node:worker_threads'
import { tolkaDatabasfel } from './databasfel.ts'
import type { Kopielogg } from './kopiaformat.ts'

/** The slow work of backup and restore, in a thread of its own so that no click waits for it. */

export type Kopieuppdrag = { fil: string; nyckel: Uint8Array } & (
  | { slag: 'ogonblicksbild'; mal: string }
  | { slag: 'rensa'; satser: readonly string[]; mal: string }
  | { slag: 'komprimera' }
  | { slag: 'tom wal' }
  | { slag: 'las huvud' }
  | { slag: 'kontrollera'; matt: Readonly<Record<string, string>> }
)

/** `logg`: the head of the log in the file that was made or read; null when it has no log. */
export interface Kopieresultat { schema: number; matt: Record<string, number>; logg: Kopielogg | null }
export type Kopiesvar = ({ slag: 'klar' } & Kopieresultat) | { slag: 'fel'; kod: string | null; text: string }

/** `Omit` that keeps the branches of a union apart. */
type Utan<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/**
 * Does one piece of work on a database file.
 * @param uppdrag.slag `ogonblicksbild`: VACUUM INTO `mal`; `rensa`: runs statements on it, then VACUUM INTO `mal`;
 * `komprimera`: VACUUM of the office's own database after gallring (then `tomWal`); `tom wal`: moves what it can from the
 * WAL into the database, in nobody's way; `las huvud`: user_version and the log's head alone; `kontrollera`: integrity_check,
 * user_version and the given one-number queries
 * @throws Fel as `tolkaDatabasfel`
 */
export async function kopiearbete(uppdrag: Utan<Kopieuppdrag, 'nyckel'>, nyckel: Uint8Array): Promise<Kopieresultat> {
  // A copy that is moved, not cloned, into the thread, where it is zeroed.
  const egen = new Uint8Array(nyckel.length)
  egen.set(nyckel)
  const arbetare = new Worker(new URL('./kopiaarbete.worker.ts', import.meta.url), { workerData: { ...uppdrag, nyckel: egen }, transferList: [egen.buffer] })
  try {
    const svar = await new Promise<Kopiesvar>((klar, fel) => {
      arbetare.once('message', klar)
      arbetare.once('error', fel)
      arbetare.once('exit', (kod) => fel(new Error(`The backup thread ended with ${kod} and no answer`)))
    })
    if (svar.slag === 'klar') return svar
    throw svar.kod === null ? new Error(svar.text) : tolkaDatabasfel(new Database.SqliteError(svar.text, svar.kod))
  } finally {
    await arbetare.terminate()
  }
}
