import { arsGranser, type Datum } from '../kalender.ts'

/** Who had a case from when to when, both days included; `till` null = still. */
export interface Innehavsrad {
  readonly arende: string
  readonly person: string
  readonly fran: Datum
  readonly till: Datum | null
}

/** An uppdrag of a case that is not struck. */
export interface Uppdragstid {
  readonly arende: string
  readonly start: Datum
  readonly slut: Datum | null
}

/**
 * Load per ombud (DOMAIN §4 "per ombud"): clients that each held at least one day of the year while an uppdrag was
 * open. Credit follows who had the case when, so the sum may exceed stöd under året. For the unit's own eyes alone:
 * never in a redovisning, never exported.
 * @returns clients by person; nobody with none
 */
export function klienterPerOmbud(innehav: readonly Innehavsrad[], uppdrag: readonly Uppdragstid[], ar: number): Map<string, number> {
  const { forsta, sista } = arsGranser(ar)
  const tider = Map.groupBy(uppdrag, (rad) => rad.arende)
  const klienter = new Map<string, Set<string>>()
  for (const { arende, person, fran, till } of innehav) {
    const hade = (tider.get(arende) ?? []).some(({ start, slut }) => {
      const forst = [forsta, fran, start].reduce((a, b) => (a > b ? a : b))
      const sist = [sista, till ?? sista, slut ?? sista].reduce((a, b) => (a < b ? a : b))
      return forst <= sist
    })
    if (!hade) continue
    const mina = klienter.get(person) ?? new Set()
    klienter.set(person, mina.add(arende))
  }
  return new Map([...klienter].map(([person, arenden]) => [person, arenden.size]))
}
