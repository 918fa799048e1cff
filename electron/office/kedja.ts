import { Worker } from 'node:worker_threads'
import { idag, type Datum } from '../../db/model/kalender.ts'
import type { Handling } from '../../db/model/logg.ts'
import type { Kedjebrott } from '../../db/model/loggkontroll.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import { hamtaKedjelage, sparaKedjelage } from '../../db/store/kedjelage.ts'
import { helRad, lasHuvud } from '../../db/store/logg.ts'
import { ROT_ID } from '../../db/vault/certifikat.ts'
import type { Inloggad } from './inloggad.ts'
import type { Kontor } from './kontor.ts'
import { loggnycklar, loggverifierare } from './kontroll.ts'
import { iTur } from './kopietur.ts'
import { tradstart, type Tradstart } from './lastrad.ts'
import type { Loggnyckel } from './loggnycklar.ts'

/**
 * The log's chain, walked once a day by some session in a thread of its own: a row altered from outside is found the same
 * day. By the hashes alone, since signatures are fifty times as slow: whoever alters a row must give every row after it a new
 * hash, or the walk finds it; and then the last one is another than the session that walks has written and than the heads
 * beside the database and in each account's folder. A signature by itself is tried by the loggkontroll and `kontrollera`.
 */

export interface Kedjestart extends Tradstart {
  /** The session's own last row: its hash must be what it was. */
  sett: { nr: number; hash: Uint8Array }
  /** The keys of each user when signatures are to be tried too; null for the hashes alone. */
  underskrifter: Record<string, readonly Loggnyckel[]> | null
}
export type Kedjesvar = { slag: 'hel'; nr: number } | { slag: 'bruten'; nr: number | null } | { slag: 'avbruten' } | { slag: 'fel'; namn: string; stack: string }
type Fynd = { slag: 'hel' | 'provad'; nr: number } | { slag: 'bruten'; nr: number | null }

/** How long (ms) a thread that is told to end may take. */
const SLUT_MS = 5_000
const HANDLING = { hel: 'logg.genomgangen', provad: 'logg.provad', bruten: 'logg.bruten' } as const satisfies Record<Fynd['slag'], Handling>

/** What stands in the log of the last walk or trial: on which day it was, and what is known to be broken. */
function senasteGang({ db, fast }: Inloggad): { dag: Datum | null; brott: Kedjebrott | null } {
  const { rad: nr, sedan } = hamtaKedjelage(db)
  const rad = nr === null ? null : helRad(db, nr, loggverifierare(db, fast))
  if (rad === null || !Object.values<string>(HANDLING).includes(rad.handling)) return { dag: null, brott: null }
  return { dag: idag(rad.tid), brott: rad.handling === HANDLING.bruten ? { nr: rad.objekt === null ? null : Number(rad.objekt), sedan: sedan ?? rad.tid } : null }
}

/** What is known to be broken in the chain; it stands until a walk or a trial finds it whole. */
export const kedjebrott = (inloggad: Inloggad): Kedjebrott | null => senasteGang(inloggad).brott

/** Writes down what a walk or a trial found, for the sessions to come. */
export async function noteraKedjan(inloggad: Inloggad, fynd: Fynd): Promise<void> {
  await inloggad.skriv((db, logga, tid) => {
    const fore = kedjebrott(inloggad)
    logga({ handling: HANDLING[fynd.slag], objekt: fynd.nr === null ? undefined : String(fynd.nr) })
    sparaKedjelage(db, { rad: lasHuvud(db).nr, sedan: fynd.slag === 'bruten' ? (fore?.sedan ?? tid) : null })
  })
}

/**
 * Walks the chain unless that has been done today, and notes what was found. What is known to be broken is walked with its
 * signatures: it may have been one of those, and nothing less can say that it is whole again.
 * @returns `redan`: done today; `pagar`: another session is at it; `avbruten`: the session was locked
 */
export async function provaDagensKedja(kontor: Kontor): Promise<'hel' | 'bruten' | 'redan' | 'pagar' | 'avbruten'> {
  const { inloggad } = kontor
  const gjord = () => senasteGang(inloggad).dag === inloggad.idag
  if (gjord()) return 'redan'
  try {
    const tur = await iTur(kontor, 'kedjan', async () => {
      if (gjord()) return 'redan'
      const svar = await vandra(inloggad, kedjebrott(inloggad) !== null)
      if (svar.slag === 'fel') throw somBugg(svar)
      if (svar.slag === 'avbruten') return svar.slag
      await noteraKedjan(inloggad, svar)
      return svar.slag
    })
    return tur?.svar ?? 'pagar'
  } catch (fel) {
    if (!kontor.inloggadFinns) return 'avbruten' // the next unlock does it
    throw fel
  }
}

async function vandra(inloggad: Inloggad, medUnderskrifter: boolean): Promise<Kedjesvar> {
  const { db, fast, skrivetHuvud } = inloggad
  const nycklarAv = loggnycklar(db, fast)
  const underskrifter = medUnderskrifter ? Object.fromEntries([ROT_ID, ...listaAnvandare(db).map((rad) => rad.id)].map((id) => [id, nycklarAv(id)])) : null
  const { nr, hash } = skrivetHuvud ?? lasHuvud(db)
  const workerData: Kedjestart = { ...tradstart(inloggad), sett: { nr, hash: Uint8Array.from(hash) }, underskrifter }
  const trad = new Worker(new URL('./kedja.worker.ts', import.meta.url), { workerData, transferList: workerData.nycklar.map((n) => n.buffer) })
  const borta = new Promise<void>((klar) => { trad.once('exit', () => klar()) })
  inloggad.vidLas(async () => {
    // Closes what it has open and goes by itself, after the hundredth of a second that it is in the middle of.
    trad.postMessage('slut')
    const tvinga = setTimeout(() => void trad.terminate(), SLUT_MS).unref()
    await borta
    clearTimeout(tvinga)
  })
  try {
    return await new Promise<Kedjesvar>((klar, fel) => {
      trad.once('message', klar)
      trad.once('error', fel)
      trad.once('exit', (kod) => fel(new Error(`The thread that walks the log ended with ${kod} and no answer`)))
    })
  } finally {
    await borta
  }
}

function somBugg({ namn, stack }: Extract<Kedjesvar, { slag: 'fel' }>): Error {
  const fel = new Error('The walk of the log failed')
  fel.name = namn
  fel.stack = stack
  return fel
}
