import { delaktiga } from './delat.ts'
import { skotDubblettnyckel } from './dubbletter.ts'
import type { Inloggad } from './inloggad.ts'
import { skotKon } from './kon.ts'

/** What an ombud's login keeps up: the keys that ombud share follow who the ombud are (DESIGN §4.5–4.6). */
export async function skotDelat(inloggad: Inloggad): Promise<void> {
  if (!inloggad.roller.includes('ombud')) return
  const vilka = delaktiga(inloggad)
  await skotKon(inloggad, vilka)
  await skotDubblettnyckel(inloggad, vilka)
}
