import { Fel } from '../../db/model/fel.ts'
import { arGiltig, type Lista } from '../../db/model/kodlistor.ts'
import { listansPoster } from '../../db/store/kodlistor.ts'
import type { Db } from '../../db/store/db.ts'

/**
 * Codes of an input must stand in the unit's list and be valid on the day they speak of.
 * @throws Fel `okand_kod` at `falt`
 */
export function kravKod(db: Db, lista: Lista, koder: string | readonly string[], datum: string, falt: string): void {
  const valda = [koder].flat()
  if (valda.length === 0) return
  const tillatna = new Set(listansPoster(db, lista).filter((post) => arGiltig(post, datum)).map((post) => post.kod))
  if (valda.some((kod) => !tillatna.has(kod))) {
    throw new Fel('okand_kod', 'Välj ett alternativ som finns i listan den dagen.', { falt })
  }
}
