import type { Writable } from 'node:stream'

/** Where a command writes: its result, its sentences, and what it is doing while it lasts. */
export interface Utgang {
  /** A line of the result, on stdout. */
  skriv(text: string): void
  /** One JSON value, on stdout. */
  json(varde: unknown): void
  /** Bytes of a result, on stdout. */
  bytes(bytes: Uint8Array): void
  /** A sentence beside the result, on stderr. */
  meddela(mening: string): void
  /** Resolves when all that was written has been handed to whoever reads it. */
  framme(): Promise<void>
  /** What is being done, on stderr when it is a terminal; replaces what it said before. */
  forlopp(vad: string, klart?: number, av?: number): void
}

/** Writes to the given streams; progress shows only when `terminal`. */
export class Strommar implements Utgang {
  readonly #ut: Writable
  readonly #fel: Writable
  readonly #terminal: boolean
  #visar = ''

  constructor(ut: Writable, fel: Writable, terminal: boolean) {
    this.#ut = ut
    this.#fel = fel
    this.#terminal = terminal
  }

  skriv(text: string): void {
    this.#sudda()
    this.#ut.write(`${text}\n`)
  }

  framme(): Promise<void> {
    return new Promise((klar, fel) => this.#ut.write('', (orsak) => (orsak ? fel(orsak) : klar())))
  }

  json(varde: unknown): void {
    this.skriv(JSON.stringify(varde, null, 2))
  }

  bytes(bytes: Uint8Array): void {
    this.#sudda()
    this.#ut.write(bytes)
  }

  meddela(mening: string): void {
    this.#sudda()
    this.#fel.write(`${mening}\n`)
  }

  forlopp(vad: string, klart?: number, av?: number): void {
    if (!this.#terminal) return
    const andel = klart === undefined || !av ? '' : ` ${Math.floor((100 * klart) / av)} %`
    const text = `${vad} …${andel}`
    if (text === this.#visar) return
    this.#sudda()
    this.#fel.write(text)
    this.#visar = text
  }

  /** Takes the progress line away, so that nothing is written after it. */
  #sudda(): void {
    if (this.#visar === '') return
    this.#fel.write(`\r${' '.repeat(this.#visar.length)}\r`)
    this.#visar = ''
  }

  /** Ends the progress line and waits until everything has left. */
  async tom(): Promise<void> {
    this.#sudda()
    await Promise.all([this.#ut, this.#fel].map((strom) => new Promise<void>((klar) => strom.write('', () => klar()))))
  }
}
