import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { idag, klockslag } from '../../db/model/kalender.ts'
import { hamtaAnvandare } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { aterstallningEfter, harHuvud, lasHuvud, type Logghuvud, type Verifierare } from '../../db/store/logg.ts'
import { ROT_ID } from '../../db/vault/certifikat.ts'
import { tillfalligtNamn } from '../../db/vault/filer.ts'

/**
 * The head of the log outside the database (DESIGN §5): one file in the data folder, one in the OS
 * account's own folder. A head that the database no longer holds means that somebody put older or other
 * files in its place.
 */
const zHuvud = z.strictObject({ nr: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/), tid: z.string() })
type Sidohuvud = z.infer<typeof zHuvud>

/** The OS account's own folder for Lotsen's small side files. */
function kontomapp(): string {
  const bas = process.env['LOTSEN_KONTOMAPP']
    ?? (process.platform === 'win32' ? process.env['LOCALAPPDATA'] : process.env['XDG_STATE_HOME'])
    ?? join(homedir(), '.local', 'state')
  return join(bas, 'Lotsen')
}

const filer = (datamapp: string, kontor: string) => [
  join(datamapp, 'logghuvud.json'),
  join(kontomapp(), `${createHash('sha256').update(kontor).digest('hex').slice(0, 24)}.json`),
]

function las(fil: string): Sidohuvud | null {
  try {
    return zHuvud.parse(JSON.parse(readFileSync(fil, 'utf8')))
  } catch {
    return null // a courtesy file: missing or unreadable proves nothing
  }
}

/** Notes the newest head in both places; an older one never replaces a newer. Failing to is not an error of the act. */
export function noteraHuvud(datamapp: string, kontor: string, huvud: Logghuvud, tid: string, tvinga = false): void {
  for (const fil of filer(datamapp, kontor)) {
    try {
      if (!tvinga && (las(fil)?.nr ?? 0) > huvud.nr) continue
      mkdirSync(dirname(fil), { recursive: true, mode: 0o700 })
      const tillfallig = tillfalligtNamn(fil)
      writeFileSync(tillfallig, JSON.stringify({ nr: huvud.nr, hash: huvud.hash.toString('hex'), tid } satisfies Sidohuvud), { mode: 0o660 })
      renameSync(tillfallig, fil)
    } catch {
      // A full or read-only account folder must not stop the work; the other file and the backups hold the head too.
    }
  }
}

/** What the heads beside the database say of the log that is there: sentences to show. */
export interface Huvudsvar {
  /** nothing explains it: the files have been changed or put back */
  avviker: string[]
  /** a restore explains it: who made it is said, since whoever could log in then can lay back a whole older office */
  aterstallt: string[]
}

/**
 * Compares the side files with the log at login.
 * @param verifiera says whether a user's signature over a row's hash holds
 * @param tid now (ISO)
 */
export function jamforHuvud(db: Db, datamapp: string, kontor: string, verifiera: Verifierare, tid: string): Huvudsvar {
  const avvikande = filer(datamapp, kontor).map(las).filter((huvud): huvud is Sidohuvud => huvud !== null)
    .filter((huvud) => !harHuvud(db, { nr: huvud.nr, hash: Buffer.from(huvud.hash, 'hex') }))
    .map((huvud) => ({ huvud, aterstallning: aterstallningEfter(db, huvud.tid, tid, verifiera) }))
  const nu = lasHuvud(db).nr
  const oforklarade = avvikande.filter(({ aterstallning }) => aterstallning === undefined)
  if (oforklarade.length > 0) {
    const sedd = Math.max(...oforklarade.map(({ huvud }) => huvud.nr))
    return { avviker: [`Loggen stämmer inte med den som senast sågs på den här datorn: rad ${sedd} saknas eller är en annan, och den sista raden är nu ${nu}. Filerna kan ha bytts ut mot äldre. Ta reda på vem som har rört kontorets mapp, och jämför med en säkerhetskopia.`], aterstallt: [] }
  }
  return {
    avviker: [],
    aterstallt: [...new Set(avvikande.flatMap(({ aterstallning: rad }) => (rad === undefined ? [] : [`Kontoret har återställts från en säkerhetskopia ${idag(rad.tid)} kl. ${klockslag(rad.tid)}, ${avVem(db, rad.anvandare)}. Det som gjordes efter att kopian togs finns inte här. Känner du inte till det: fråga enhetschefen.`])))],
  }
}

const avVem = (db: Db, id: string): string => (id === ROT_ID ? 'med nyckelbladet' : `av ${hamtaAnvandare(db, id)?.namn ?? id}`)
