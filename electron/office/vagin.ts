import { ROLLNAMN, type Roll } from '../../db/model/anvandare.ts'
import { Fel } from '../../db/model/fel.ts'
import { hamtaAnvandare } from '../../db/store/anvandare.ts'
import type { Inloggad } from './inloggad.ts'

/** Roles without which nobody can run the office, or be answerable for it. */
const KRAVS: readonly Roll[] = ['administrator', 'enhetschef']

/** Active, certified holders of a role. */
export const medRoll = (inloggad: Inloggad, roll: Roll): string[] =>
  inloggad.certifierade().filter((vem) => vem.roller.includes(roll) && hamtaAnvandare(inloggad.db, vem.userId)?.avstangd === null).map((vem) => vem.userId)

/**
 * An office is never left without an active administratör, nor without the enhetschef it has.
 * @param blir the roles that the user will have; none for somebody who is disabled
 * @throws Fel `sista_administrator`, `sista_enhetschef` at `roller`
 */
export function kravVagIn(inloggad: Inloggad, id: string, blir: readonly Roll[]): void {
  for (const roll of KRAVS.filter((en) => !blir.includes(en))) {
    const har = medRoll(inloggad, roll)
    if (har.length === 1 && har[0] === id) {
      throw new Fel(`sista_${roll}`, `Det här är den enda med rollen ${ROLLNAMN[roll]}. Ge rollen till någon annan först, annars kan ingen sköta kontoret.`, { falt: 'roller' })
    }
  }
}
