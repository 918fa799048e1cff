import { UPPGIFT_SAKNAS, type Aldersgrupp } from '../kodlistor.ts'
import { nummerOrdning } from './klienter.ts'
import type { FigurId } from './typer.ts'

/** The part of a figure id that stands for an age group: "18-29", "65-"; it survives a changed label. */
export function gruppkod(grupp: Aldersgrupp | null): string {
  return grupp === null ? UPPGIFT_SAKNAS : `${grupp.fran}-${grupp.till ?? ''}`
}

/** Collects the ärendenummer behind each figure. */
export class Bakom {
  readonly #listor = new Map<FigurId, string[]>()

  /** Makes a figure openable even when nothing is counted in it. */
  oppna(...figurer: FigurId[]): void {
    for (const figur of figurer) if (!this.#listor.has(figur)) this.#listor.set(figur, [])
  }

  lagg(figur: FigurId, arende: string | null): void {
    const lista = this.#listor.get(figur)
    if (!lista) this.#listor.set(figur, arende === null ? [] : [arende])
    else if (arende !== null && lista.at(-1) !== arende) lista.push(arende)
  }

  /** Each list sorted, every number once. Most are filled in order already, so that is looked at first. */
  fardig(): Record<FigurId, string[]> {
    const iOrdning = (lista: string[]) => lista.every((nummer, i) => i === 0 || nummerOrdning(lista[i - 1] ?? '', nummer) < 0)
    return Object.fromEntries([...this.#listor].map(([figur, lista]) => [figur, iOrdning(lista) ? lista : [...new Set(lista)].sort(nummerOrdning)]))
  }
}
