import { Fel } from '../../db/model/fel.ts'
import { giltiga, type Lista } from '../../db/model/kodlistor.ts'
import { hamtaKodlistor } from '../../db/store/kodlistor.ts'
import type { Db } from '../../db/store/db.ts'

/**
 * Codes of an input must stand in the unit's list and be valid on the day they speak of.
 * @throws Fel `okand_kod` at `falt`
 */
export function kravKod(db: Db, lista: Lista, koder: string | readonly string[], datum: string, falt: string): void {
  const tillatna = new Set(giltiga(hamtaKodlistor(db), lista, datum).map((post) => post.kod))
  if ([koder].flat().some((kod) => !tillatna.has(kod))) {
    throw new Fel('okand_kod', 'Välj ett alternativ som finns i listan den dagen.', { falt })
  }
}
