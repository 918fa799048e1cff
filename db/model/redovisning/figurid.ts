import { UPPGIFT_SAKNAS, type Aldersgrupp } from '../kodlistor.ts'
import type { FigurId } from './typer.ts'

/** The part of a figure id that stands for an age group: "18-29", "65-"; it survives a changed label. */
export function gruppkod(grupp: Aldersgrupp | null): string {
  return grupp === null ? UPPGIFT_SAKNAS : `${grupp.fran}-${grupp.till ?? ''}`
}

/** Takes the next ärende behind a figure. Null = counted, but without an ärende. */
type Lagg = (arende: string | null) => void

/**
 * Collects the ärendenummer behind each figure. Whoever fills a list goes through its rows in order of
 * ärendenummer, so that a number met again is the one last added: each stands once, in order, without a sort.
 */
export class Bakom {
  readonly #listor = new Map<FigurId, string[]>()

  #lista(figur: FigurId): string[] {
    const lista = this.#listor.get(figur) ?? []
    this.#listor.set(figur, lista)
    return lista
  }

  /** Makes a figure openable, also when nothing will be counted in it, and returns what fills it. */
  figur(figur: FigurId): Lagg {
    const lista = this.#lista(figur)
    return (arende) => {
      if (arende !== null && lista.at(-1) !== arende) lista.push(arende)
    }
  }

  /** The same for the rows of a table: "orsaker" and a code fill "orsaker.ekonomi_skulder". */
  tabell(prefix: string): (kod: string, arende: string | null) => void {
    // By code and not by id: putting an id together for every row would take most of the time of counting.
    const rader = new Map<string, Lagg>()
    return (kod, arende) => {
      let lagg = rader.get(kod)
      if (!lagg) rader.set(kod, (lagg = this.figur(`${prefix}.${kod}`)))
      lagg(arende)
    }
  }

  /** How many ärenden stand behind a figure; it becomes openable if it was not. */
  antal(figur: FigurId): number {
    return this.#lista(figur).length
  }

  fardig(): Record<FigurId, string[]> {
    return Object.fromEntries(this.#listor)
  }
}
