import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Db } from '../../db/store/db.ts'
import { aterstalldEfter, harHuvud, lasHuvud, type Logghuvud, type Verifierare } from '../../db/store/logg.ts'
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

/**
 * Compares the side files with the log at login.
 * @param verifiera says whether a user's signature over a row's hash holds
 * @returns sentences to show: empty when everything fits
 */
export function jamforHuvud(db: Db, datamapp: string, kontor: string, verifiera: Verifierare): string[] {
  const avvikande = filer(datamapp, kontor).map(las).filter((huvud): huvud is Sidohuvud => huvud !== null)
    .filter((huvud) => !harHuvud(db, { nr: huvud.nr, hash: Buffer.from(huvud.hash, 'hex') }))
  const oforklarade = avvikande.filter((huvud) => !aterstalldEfter(db, huvud.tid, verifiera))
  if (oforklarade.length === 0) return []
  const sedd = Math.max(...oforklarade.map((huvud) => huvud.nr))
  return [`Loggen stämmer inte med den som senast sågs på den här datorn: rad ${sedd} saknas eller är en annan, och den sista raden är nu ${lasHuvud(db).nr}. Filerna kan ha bytts ut mot äldre. Ta reda på vem som har rört kontorets mapp, och jämför med en säkerhetskopia.`]
}
