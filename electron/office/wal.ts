import { kvarIWal, type Databas } from '../../db/vault/databas.ts'
import { kopiearbete } from '../../db/vault/kopiaarbete.ts'

/**
 * Empties the WAL into the database in a thread of its own. SQLite would let it be paid by whoever happens to write the
 * thousandth page: with a slow disk some hundred milliseconds, and after a copy, whose long read holds the WAL back, much more.
 */

const SIDOR = 1000

export class Walvakt {
  readonly #handtag: Databas
  readonly #fil: string
  /** The keys that may fit: two exist during a change of key. */
  readonly #nycklar: () => readonly Buffer[]
  #pagar: Promise<void> | null = null
  /** How many pages must wait before it is tried again: a reader may have stood in the way of the last try. */
  #grans = SIDOR

  constructor(handtag: Databas, fil: string, nycklar: () => readonly Buffer[]) {
    this.#handtag = handtag
    this.#fil = fil
    this.#nycklar = nycklar
  }

  /** Call after a write. Nobody waits for it, and a failure is the next one's to mend: SQLite itself steps in at ten times as many pages. */
  efterSkrivning(): void {
    if (this.#pagar !== null || !this.#handtag.open || this.#handtag.inTransaction) return
    if (kvarIWal(this.#handtag) < this.#grans) return
    const nycklar = this.#nycklar().map((nyckel) => Buffer.from(nyckel))
    this.#pagar = this.#tom(nycklar).finally(() => {
      for (const nyckel of nycklar) nyckel.fill(0)
      this.#pagar = null
    })
  }

  /** When no such work remains: the folder can be moved or copied. */
  async klar(): Promise<void> {
    await this.#pagar
  }

  async #tom(nycklar: readonly Buffer[]): Promise<void> {
    for (const nyckel of nycklar) {
      const gick = await kopiearbete({ slag: 'tom wal', fil: this.#fil }, nyckel).then(() => true, () => false)
      if (gick) break
    }
    this.#grans = SIDOR + (this.#handtag.open ? kvarIWal(this.#handtag) : 0)
  }
}
