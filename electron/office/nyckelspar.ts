import { Fel } from '../../db/model/fel.ts'
import { hamtaSigill, type Arendepost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import { ATERHAMTNING_ID, ROT_ID, type Underskrivare } from '../../db/vault/certifikat.ts'
import { stammerSigill, type Sigill } from '../../db/vault/sigill.ts'
import { nyckelplats } from './arendenyckel.ts'
import type { Intyg } from './intyg.ts'

/**
 * Whether somebody has been given the present key of a case, before the nyckelblad seals it on in their name: at a new
 * identity, or to the ombud who takes over at a nödöppning. Whose the case is stands in a plain column, and a row in
 * `sigill` is easily written by hand: neither is asked. What cannot be written by hand is that the same hand that sealed
 * the key to the sheet (which must have had it) has signed a seal to this user, or is this user; or that the root has.
 */
export function harFattNyckeln(h: { db: Db; kontor: string; intyg: Intyg }, arende: Pick<Arendepost, 'id' | 'generation'>, userId: string): boolean {
  const plats = nyckelplats(h.kontor, arende.id, arende.generation)
  const gjortAv = (ett: Sigill | undefined): Underskrivare | null => {
    if (ett === undefined) return null
    try {
      const vem = h.intyg.tillverkare(plats, ett)
      return stammerSigill(ett, plats, vem) ? vem : null
    } catch (fel) {
      if (fel instanceof Fel) return null // a maker that nobody has certified
      throw fel
    }
  }
  const [tillBladet, tillDen] = [gjortAv(hamtaSigill(h.db, arende, ATERHAMTNING_ID)), gjortAv(hamtaSigill(h.db, arende, userId))]
  if (tillBladet === null) return false
  return tillBladet.userId === userId || tillDen?.userId === ROT_ID || tillDen?.signeringsnyckel === tillBladet.signeringsnyckel
}
