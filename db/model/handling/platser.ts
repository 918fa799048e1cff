import type { Datum } from '../kalender.ts'
import { OBLIGATORISKA, PLATSSLAG, platslage, SKA_ERBJUDAS, type Gruppens } from '../ledningsgrupp.ts'
import type { Platsrad } from './underlag.ts'

/** The seats of 5 § as they were on a day: who must sit there, and who must be offered. */
export function platsrader(grupper: readonly Gruppens[], dag: Datum): Platsrad[] {
  const { obesatta, ejErbjudna } = platslage(grupper, dag)
  const nej = new Set(grupper.flatMap((g) => g.platser).filter((p) => p.erbjuden !== null && p.erbjuden <= dag && p.svar === 'nej').map((p) => p.slag))
  const sitter = new Set(grupper.filter((g) => g.fran <= dag && (g.till ?? dag) >= dag).flatMap((g) => g.platser)
    .filter((p) => p.ledamoter.some((l) => !l.ersattare && l.fran <= dag && (l.till ?? dag) >= dag)).map((p) => p.slag))
  return [
    ...OBLIGATORISKA.map((slag): Platsrad => {
      const besatt = !obesatta.includes(slag)
      return { kod: slag, etikett: PLATSSLAG[slag], obligatorisk: true, besatt, erbjuden: besatt, svar: besatt ? 'Har plats' : 'Ledig' }
    }),
    ...SKA_ERBJUDAS.map((slag): Platsrad => {
      const [besatt, erbjuden] = [sitter.has(slag), !ejErbjudna.includes(slag)]
      return { kod: slag, etikett: PLATSSLAG[slag], obligatorisk: false, besatt, erbjuden, svar: besatt ? 'Har plats' : nej.has(slag) ? 'Har tackat nej' : erbjuden ? 'Har erbjudits' : 'Har inte erbjudits' }
    }),
  ]
}
