import { iOrdning, UPPGIFT_SAKNAS, UPPGIFT_SAKNAS_ETIKETT, type Kodlistor, type Lista } from '../kodlistor.ts'

/** Counts per code of one list, and turns them into rows with labels. */
export class Tabell {
  readonly #antal = new Map<string, number>()
  readonly #etiketter: Map<string, string>
  readonly #ordning: Map<string, number>

  constructor(kodlistor: Kodlistor, lista: Lista) {
    const poster = iOrdning(kodlistor[lista])
    this.#etiketter = new Map(poster.map((p) => [p.kod, p.etikett]))
    this.#ordning = new Map(poster.map((p, i) => [p.kod, i]))
    if (!this.#etiketter.has(UPPGIFT_SAKNAS)) {
      this.#etiketter.set(UPPGIFT_SAKNAS, UPPGIFT_SAKNAS_ETIKETT)
      this.#ordning.set(UPPGIFT_SAKNAS, poster.length)
    }
  }

  /** Adds one; an empty code is "uppgift saknas". Returns the code it was counted under. */
  rakna(kod: string | null): string {
    const egen = kod === null || kod === '' ? UPPGIFT_SAKNAS : kod
    this.#antal.set(egen, (this.#antal.get(egen) ?? 0) + 1)
    return egen
  }

  etikett(kod: string): string {
    return this.#etiketter.get(kod) ?? kod
  }

  /** Codes in the list's order; those the list does not know come last, by code. */
  jamfor = (a: string, b: string): number =>
    (this.#ordning.get(a) ?? Number.MAX_SAFE_INTEGER) - (this.#ordning.get(b) ?? Number.MAX_SAFE_INTEGER) || (a < b ? -1 : a > b ? 1 : 0)

  /** Rows with something in them, in the list's order, or the most common first with ties in the list's order. */
  rader(vanligastForst = false): { varde: string; kod: string; antal: number }[] {
    return [...this.#antal]
      .map(([kod, antal]) => ({ varde: this.etikett(kod), kod, antal }))
      .sort((a, b) => (vanligastForst ? b.antal - a.antal : 0) || this.jamfor(a.kod, b.kod))
  }
}
