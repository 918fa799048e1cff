import { constants, setPriority } from 'node:os'
import { setTimeout as vanta } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { arFel } from '../../db/model/fel.ts'
import { drizzleFor } from '../../db/store/db.ts'
import { harHuvud, kedjevandring, type Verifierare } from '../../db/store/logg.ts'
import { stangDatabas, userVersion } from '../../db/vault/databas.ts'
import { startaOm } from '../../db/vault/databasfel.ts'
import type { Kedjestart, Kedjesvar } from './kedja.ts'
import { oppnaForLasning } from './lastrad.ts'
import { undertecknat } from './loggnycklar.ts'

// Runs in a thread of its own: a log of a million rows takes seconds. It reads a little at a time and holds nothing in
// between, so that neither a write, nor the emptying of the WAL, nor the processor waits for it.

const I_TAGET = 1_000
const PAUS_MS = 5

const start = workerData as Kedjestart
let slut = false
parentPort?.on('message', () => { slut = true })

async function ga(): Promise<Kedjesvar> {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL) // of this thread alone; elsewhere it would be the whole session's
  const handtag = await oppnaForLasning(start)
  handtag.pragma('cache_size=-4096') // every page is read once
  try {
    if (userVersion(handtag) !== start.version) throw startaOm()
    const db = drizzleFor(handtag)
    const sett = { nr: start.sett.nr, hash: Buffer.from(start.sett.hash) }
    if (!harHuvud(db, sett)) return { slag: 'bruten', nr: sett.nr }
    const { underskrifter } = start
    const verifiera: Verifierare | null = underskrifter === null ? null : (vem, hash, signatur, nr) => undertecknat(underskrifter[vem] ?? [], hash, signatur, nr)
    const vandring = kedjevandring(db, verifiera, I_TAGET)
    while (!slut) {
      const steg = vandring.next()
      if (steg.done) return { slag: 'hel', nr: steg.value }
      await vanta(PAUS_MS)
    }
    return { slag: 'avbruten' }
  } catch (fel) {
    if (arFel(fel, 'logg_bruten')) return { slag: 'bruten', nr: (fel.detalj as { nr: number } | undefined)?.nr ?? null }
    if (arFel(fel)) return { slag: 'fel', namn: fel.kod, stack: '' }
    return { slag: 'fel', namn: fel instanceof Error ? fel.name : typeof fel, stack: fel instanceof Error ? (fel.stack ?? '') : '' }
  } finally {
    stangDatabas(handtag)
  }
}

const svar = await ga()
parentPort?.postMessage(svar)
parentPort?.close()
