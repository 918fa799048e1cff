import { DrizzleQueryError } from 'drizzle-orm/errors'
import { parentPort, workerData } from 'node:worker_threads'
import { arFel, Fel } from '../../db/model/fel.ts'
import type { Redovisning } from '../../db/model/redovisning/index.ts'
import { drizzleFor, type Db } from '../../db/store/db.ts'
import { lastPerOmbud } from '../../db/store/veckan.ts'
import { stangDatabas, userVersion, type Databas } from '../../db/vault/databas.ts'
import { startaOm, tolkaDatabasfel } from '../../db/vault/databasfel.ts'
import { oppnaForLasning, type Tradstart } from './lastrad.ts'
import { raderFor, raknaEttAr, raknaJamforelse } from './arsrakning.ts'
import type { PackadRedovisning, Raknefraga, Raknesvar, Uppgift, Uppgifter } from './rakning.ts'

// Runs in a thread of its own: the rows of a year are tens of thousands, and no click waits for them.

const start = workerData as Tradstart

/** Figures as they are, numbers as one string each: ten thousands of strings would cost the receiver more than the count. */
function packa({ figurer, bakom }: Redovisning, vilka: Uppgifter['ar']['in']['bakom']): PackadRedovisning {
  const oppningsbara = Object.keys(bakom)
  const skickas = vilka === 'alla' ? oppningsbara : vilka === 'inga' ? [] : oppningsbara.filter((figur) => figur === vilka.figur)
  return { figurer, oppningsbara, bakom: skickas.map((figur) => [figur, bakom[figur]?.join('\n') ?? '']) }
}

const stanna = (fraga: Raknefraga) => {
  if (Atomics.load(fraga.stopp, 0) !== 0) throw new Fel('avbruten', 'Räkningen avbröts.')
}

function utfor(db: Db, uppgift: Uppgift, fraga: Raknefraga): Uppgifter[keyof Uppgifter]['ut'] {
  if (uppgift.slag === 'last') return lastPerOmbud(db, uppgift.idag)
  const rader = raderFor(db, uppgift.ar.map(({ ar }) => ar))
  return uppgift.ar.map(({ ar, jamforelse }) => {
    stanna(fraga)
    return packa((jamforelse ? raknaJamforelse : raknaEttAr)(db, ar, uppgift.kommun, uppgift.idag, rader), uppgift.bakom)
  })
}

/** All of a question from one and the same state of the office. */
function besvara(handtag: Databas, db: Db, fraga: Raknefraga): Uppgifter[keyof Uppgifter]['ut'] {
  stanna(fraga)
  handtag.exec('BEGIN')
  try {
    if (userVersion(handtag) !== start.version) throw startaOm()
    return utfor(db, fraga.uppgift, fraga)
  } finally {
    handtag.exec('COMMIT')
  }
}

function somSvar(nummer: number, fel: unknown): Raknesvar {
  const tolkat = tolkaDatabasfel(fel instanceof DrizzleQueryError ? fel.cause : fel)
  if (arFel(tolkat)) return { slag: 'fel', nummer, kod: tolkat.kod, text: tolkat.message, falt: tolkat.falt, detalj: tolkat.detalj }
  return { slag: 'bugg', nummer, namn: tolkat instanceof Error ? tolkat.name : typeof tolkat, stack: tolkat instanceof Error ? (tolkat.stack ?? '') : '' }
}

const oppnad = oppnaForLasning(start).then((handtag) => ({ handtag, db: drizzleFor(handtag) }))
oppnad.catch(() => undefined) // said in the answer to each question
parentPort?.on('message', async (fraga: Raknefraga | 'slut') => {
  if (fraga === 'slut') {
    // Closes what it opened and goes by itself: a thread torn down in the middle of the driver's code has taken the process with it.
    await oppnad.then(({ handtag }) => stangDatabas(handtag), () => undefined)
    parentPort?.close()
    return
  }
  let svar: Raknesvar
  try {
    const { handtag, db } = await oppnad
    svar = { slag: 'klar', nummer: fraga.nummer, svar: besvara(handtag, db, fraga) }
  } catch (fel) {
    svar = somSvar(fraga.nummer, fel)
  }
  parentPort?.postMessage(svar)
})
