import { arFel } from '../../db/model/fel.ts'
import { oppnaDatabas, userVersion, type Databas } from '../../db/vault/databas.ts'
import { glom } from '../../db/vault/krypto.ts'
import type { Inloggad } from './inloggad.ts'

/** What a thread that reads the office in a session's stead is started with. */
export interface Tradstart { fil: string; nycklar: Uint8Array<ArrayBuffer>[]; version: number }

/** The keys are copies, to be moved, not cloned, into the thread, where they are zeroed. The newest fits, but during a change of key. */
export const tradstart = ({ handtag, inloggning }: Inloggad): Tradstart =>
  ({ fil: handtag.name, nycklar: inloggning.dbNycklar.toReversed().map((nyckel) => Uint8Array.from(nyckel)), version: userVersion(handtag) })

/** In the thread: opens with whichever key fits (two exist during a change of key), reads only, and forgets the keys. */
export async function oppnaForLasning({ fil, nycklar }: Tradstart): Promise<Databas> {
  let sista: unknown = new Error('No key to open with')
  try {
    for (const nyckel of nycklar) {
      try {
        const db = await oppnaDatabas(fil, nyckel)
        db.pragma('query_only=ON')
        return db
      } catch (fel) {
        if (!arFel(fel, 'fel_nyckel')) throw fel
        sista = fel
      }
    }
    throw sista
  } finally {
    glom(...nycklar)
  }
}
