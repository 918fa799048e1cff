import type { Aldersgrupp } from './kodlistor.ts'

/** Under this age a birth year cannot be right: personligt ombud is for adults (DOMAIN §1). */
export const VUXEN = 18

/** Age as the redovisning counts it: year − birth year (DOMAIN §4). Null for an unknown year of birth. */
export function alder(fodelsear: number | null, ar: number): number | null {
  return fodelsear === null ? null : ar - fodelsear
}

/**
 * Label of the age group in a year, or null = "uppgift saknas": the year of birth is unknown, gives an
 * age under 18, or lies outside every group of the unit (DOMAIN §4: counted, never dropped).
 */
export function aldersgrupp(fodelsear: number | null, ar: number, grupper: readonly Aldersgrupp[]): string | null {
  const ars = alder(fodelsear, ar)
  if (ars === null || ars < VUXEN) return null
  return grupper.find((g) => ars >= g.fran && (g.till === null || ars <= g.till))?.etikett ?? null
}
