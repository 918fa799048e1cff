import { DrizzleQueryError } from 'drizzle-orm/errors'
import { parentPort, workerData } from 'node:worker_threads'
import { arFel, Fel } from '../../db/model/fel.ts'
import type { Redovisning } from '../../db/model/redovisning/index.ts'
import { drizzleFor, type Db } from '../../db/store/db.ts'
import { oppnaDatabas, userVersion, type Databas } from '../../db/vault/databas.ts'
import { startaOm, tolkaDatabasfel } from '../../db/vault/databasfel.ts'
import { glom } from '../../db/vault/krypto.ts'
import { raknaEttAr, raknaJamforelse } from './arsrakning.ts'
import type { Raknefraga, Raknestart, Raknesvar, PackadRedovisning } from './rakning.ts'

// Runs in a thread of its own: the rows of a year are tens of thousands, and no click waits for them.

const start = workerData as Raknestart

/** Opens with whichever key fits (two exist during a change of key), reads only, and forgets the keys. */
async function oppna(): Promise<Databas> {
  let sista: unknown = new Error('No key to open with')
  try {
    for (const nyckel of start.nycklar) {
      try {
        const db = await oppnaDatabas(start.fil, nyckel)
        db.pragma('query_only=ON')
        return db
      } catch (fel) {
        if (!arFel(fel, 'fel_nyckel')) throw fel
        sista = fel
      }
    }
    throw sista
  } finally {
    glom(...start.nycklar)
  }
}

/** Figures as they are, numbers as one string each: ten thousands of strings would cost the receiver more than the count. */
const packa = ({ figurer, bakom }: Redovisning): PackadRedovisning => ({ figurer, bakom: Object.entries(bakom).map(([figur, nummer]) => [figur, nummer.join('\n')]) })

const stanna = (fraga: Raknefraga) => {
  if (Atomics.load(fraga.stopp, 0) !== 0) throw new Fel('avbruten', 'Räkningen avbröts.')
}

/** All years of a question from one and the same state of the office. */
function rakna(handtag: Databas, db: Db, fraga: Raknefraga): PackadRedovisning[] {
  stanna(fraga)
  handtag.exec('BEGIN')
  try {
    if (userVersion(handtag) !== start.version) throw startaOm()
    return fraga.ar.map(({ ar, jamforelse }) => {
      stanna(fraga)
      return packa((jamforelse ? raknaJamforelse : raknaEttAr)(db, ar, fraga.kommun, fraga.idag))
    })
  } finally {
    handtag.exec('COMMIT')
  }
}

function somSvar(nummer: number, fel: unknown): Raknesvar {
  const tolkat = tolkaDatabasfel(fel instanceof DrizzleQueryError ? fel.cause : fel)
  if (arFel(tolkat)) return { slag: 'fel', nummer, kod: tolkat.kod, text: tolkat.message, falt: tolkat.falt, detalj: tolkat.detalj }
  return { slag: 'bugg', nummer, namn: tolkat instanceof Error ? tolkat.name : typeof tolkat, stack: tolkat instanceof Error ? (tolkat.stack ?? '') : '' }
}

const oppnad = oppna().then((handtag) => ({ handtag, db: drizzleFor(handtag) }))
oppnad.catch(() => undefined) // said in the answer to each question
parentPort?.on('message', async (fraga: Raknefraga) => {
  let svar: Raknesvar
  try {
    const { handtag, db } = await oppnad
    svar = { slag: 'klar', nummer: fraga.nummer, ar: rakna(handtag, db, fraga) }
  } catch (fel) {
    svar = somSvar(fraga.nummer, fel)
  }
  parentPort?.postMessage(svar)
})
