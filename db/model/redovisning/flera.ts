import type { Datum } from '../kalender.ts'
import type { RedovisningsRader } from './rader.ts'

/**
 * Of rows that span several years those that one year needs (`RedovisningsRader` says which). Counting from them gives
 * the same figures as counting from all: it only saves the count from going through ten years ten times.
 * @param a first and @param b last day of the year
 */
export function raderForAr(alla: RedovisningsRader, a: Datum, b: Datum): RedovisningsRader {
  const uppdrag = alla.uppdrag.filter((u) => u.start <= b && (u.slut === null || u.slut >= a))
  const nya = new Set<string>()
  // Nobody else can have come back. By kommun somebody may be new who only moved there.
  for (const u of uppdrag) if (u.start >= a || u.kommunbyten.some((byte) => byte.datum >= a)) nya.add(u.arende)
  for (const u of alla.uppdrag) if (u.slut !== null && u.slut < a && nya.has(u.arende)) uppdrag.push(u)
  return {
    ...alla,
    uppdrag,
    kontakter: alla.kontakter.filter((k) => (k.datum >= a && k.datum <= b) || (k.kodatum !== null && k.kodatum <= b && (k.kolamnad === null || k.kolamnad > b))),
  }
}
