import Database, { type Database as Handle } from 'better-sqlite3'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as vanta } from 'node:timers/promises'
import { Fel } from '../model/fel.ts'

const LASFIL = 'narvaro.las'
const VANTA_MS = 5_000

/**
 * Who has the office open. Each process holds a shared lock on an empty file for as long as it has the
 * database open; the one that needs sole access (migration, new database key: DESIGN §4.7, §4.12) takes it
 * exclusively. SQLite's own locks are used because the operating system drops them when a process is
 * killed, on every platform, which a lock file of our own would not.
 */
export class Narvaro {
  readonly #fil: string
  #handtag: Handle | null = null

  private constructor(mapp: string) {
    this.#fil = join(mapp, LASFIL)
  }

  /** @throws Fel `upptaget` when another process needs the office for itself right now. */
  static async borja(mapp: string): Promise<Narvaro> {
    const narvaro = new Narvaro(mapp)
    await narvaro.#dela()
    return narvaro
  }

  /**
   * Runs `gor` while no other process has the office open; none can open it meanwhile.
   * @throws Fel `andra_inne` when somebody else still has it open after a few seconds.
   */
  async ensam<T>(gor: () => Promise<T>): Promise<T> {
    this.#slapp()
    const handtag = await this.#ta('BEGIN EXCLUSIVE')
    if (handtag === null) {
      await this.#dela()
      throw new Fel('andra_inne', 'Det här kan bara göras när ingen annan har kontoret öppet. Be de andra låsa Lotsen och försök igen.')
    }
    try {
      return await gor()
    } finally {
      handtag.close()
      await this.#dela()
    }
  }

  slut(): void {
    this.#slapp()
  }

  async #dela(): Promise<void> {
    this.#handtag = await this.#ta('BEGIN')
    if (this.#handtag === null) {
      throw new Fel('upptaget', 'Någon annan gör just nu något som kräver kontoret för sig självt. Vänta en stund och försök igen.')
    }
  }

  /** The lock that `sats` asks for, or null when others stand in the way for the whole time. */
  async #ta(sats: 'BEGIN' | 'BEGIN EXCLUSIVE'): Promise<Handle | null> {
    closeSync(openSync(this.#fil, 'a', 0o660))
    const slut = performance.now() + VANTA_MS
    for (;;) {
      const handtag = new Database(this.#fil, { timeout: 0 })
      try {
        handtag.exec(sats)
        // A read transaction takes its lock at the first read, not at BEGIN.
        handtag.prepare('SELECT count(*) FROM sqlite_master').get()
        return handtag
      } catch (fel) {
        handtag.close()
        if ((fel as { code?: string }).code !== 'SQLITE_BUSY') throw fel
        if (performance.now() > slut) return null
        await vanta(40)
      }
    }
  }

  #slapp(): void {
    this.#handtag?.close()
    this.#handtag = null
  }
}
