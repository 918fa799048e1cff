import { ANGRA_AVSLUT_TIMMAR } from '../../db/model/uppdrag.ts'
import { forfallnaAnteckningar, forstorAnteckningar } from '../../db/store/anteckningar.ts'
import { tomWal } from '../../db/vault/databas.ts'
import type { Inloggad } from './inloggad.ts'

/**
 * Destroys the working notes of uppdrag whose end can no longer be undone (DESIGN §4.10). Runs at every login,
 * whoever it is: no key is needed to take rows away. The WAL is emptied before anybody can read "förstört".
 * @param nu ISO time
 * @returns how many notes were destroyed
 */
export async function forstorForfallna(inloggad: Inloggad, nu: string): Promise<number> {
  const grans = new Date(Date.parse(nu) - ANGRA_AVSLUT_TIMMAR * 3_600_000).toISOString()
  if (forfallnaAnteckningar(inloggad.db, grans).length === 0) return 0
  const antal = await inloggad.skriv((db, logga, tid) => {
    const forstorda = forstorAnteckningar(db, forfallnaAnteckningar(db, grans), tid)
    logga({ handling: 'anteckning.forstord', objekt: String(forstorda) })
    return forstorda
  })
  await tomWal(inloggad.handtag)
  return antal
}
