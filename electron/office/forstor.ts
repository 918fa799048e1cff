import { ANGRA_AVSLUT_TIMMAR } from '../../db/model/uppdrag.ts'
import { forfallnaAnteckningar, forstorAnteckningar, forstortEfter } from '../../db/store/anteckningar.ts'
import { slangForfallnaUtkast } from '../../db/store/utkast.ts'
import { UTKAST_DAGAR } from '../../db/model/utkast.ts'
import { Fel } from '../../db/model/fel.ts'
import { tomWal } from '../../db/vault/databas.ts'
import type { Inloggad } from './inloggad.ts'

const NYLIGEN_MS = 7 * 86_400_000

/**
 * Destroys the working notes of uppdrag whose end can no longer be undone (DESIGN §4.10), and drafts whose time is
 * over. Runs at every login, whoever it is: no key is needed to take rows away. The WAL is emptied before anybody can read "förstört".
 * @param nu ISO time
 * @returns how many notes were destroyed
 */
export async function forstorForfallna(inloggad: Inloggad, nu: string): Promise<number> {
  const grans = new Date(Date.parse(nu) - ANGRA_AVSLUT_TIMMAR * 3_600_000).toISOString()
  const antal = forfallnaAnteckningar(inloggad.db, grans).length === 0 ? 0 : await inloggad.skriv((db, logga, tid) => {
    const forstorda = forstorAnteckningar(db, forfallnaAnteckningar(db, grans), tid)
    logga({ handling: 'anteckning.forstord', objekt: String(forstorda) })
    return forstorda
  })
  const aldst = new Date(Date.parse(nu) - UTKAST_DAGAR * 86_400_000).toISOString()
  const utkast = await inloggad.skrivUtkast((db) => slangForfallnaUtkast(db, aldst, grans)) // after the notes, whose drafts go with them
  // Also what somebody destroyed lately while another process stood in the way.
  if (antal + utkast > 0 || forstortEfter(inloggad.db, new Date(Date.parse(nu) - NYLIGEN_MS).toISOString())) await resternaBorta(inloggad)
  return antal
}

/**
 * Empties the WAL of what was destroyed, so that "förstört" is true of the files too. The act itself is committed by
 * then: if another process stands in the way this says so instead of failing it, and the next login tries again.
 * @returns whether it is really gone
 */
export async function resternaBorta(inloggad: Inloggad): Promise<boolean> {
  try {
    await tomWal(inloggad.handtag)
    return true
  } catch (fel) {
    if (fel instanceof Fel || !inloggad.handtag.open) return false
    throw fel
  }
}
