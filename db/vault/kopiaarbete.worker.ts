import Database from 'better-sqlite3'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { satNyckel, userVersion, type Databas } from './databas.ts'
import { sqlitekod } from './databasfel.ts'
import { glom } from './krypto.ts'
import type { Kopieresultat, Kopiesvar, Kopieuppdrag } from './kopiaarbete.ts'
import type { Kopielogg } from './kopiaformat.ts'

// Runs in a thread of its own: VACUUM INTO and integrity_check take seconds and cannot be divided.

function oppna(fil: string, nyckel: Uint8Array): Databas {
  const db = new Database(fil, { fileMustExist: true, timeout: 5000 })
  satNyckel(db, nyckel)
  db.pragma('temp_store=MEMORY')
  return db
}

/** The head of the log; row 0 while it is empty, null in a database without one. */
function logghuvud(db: Databas): Kopielogg | null {
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'logg'").get() === undefined) return null
  const rad = db.prepare('SELECT nr, hash FROM logg ORDER BY nr DESC LIMIT 1').get() as { nr: number; hash: Buffer } | undefined
  return rad === undefined ? { nr: 0, hash: '0'.repeat(64) } : { nr: rad.nr, hash: rad.hash.toString('hex') }
}

function medDatabas<T>(fil: string, nyckel: Uint8Array, gor: (db: Databas) => T): T {
  const db = oppna(fil, nyckel)
  try {
    return gor(db)
  } finally {
    db.close()
  }
}

const resultat = (db: Databas): Kopieresultat => ({ schema: userVersion(db), matt: {}, logg: logghuvud(db) })

function utfor(u: Kopieuppdrag): Kopieresultat {
  // In Linux this is the priority of the thread alone; elsewhere it would be that of the whole session.
  if (process.platform === 'linux' && u.slag !== 'tom wal') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  switch (u.slag) {
    case 'ogonblicksbild':
      // Prepared: a path in the statement's own text could be read as an URI. Keeps cipher and key.
      medDatabas(u.fil, u.nyckel, (db) => db.prepare('VACUUM INTO ?').run(u.mal))
      return medDatabas(u.mal, u.nyckel, resultat) // what the copy holds: the office has gone on since
    case 'las huvud':
      return medDatabas(u.fil, u.nyckel, resultat)
    case 'tom wal':
      return medDatabas(u.fil, u.nyckel, (db) => {
        db.pragma('synchronous=FULL')
        db.pragma('wal_checkpoint(PASSIVE)')
        return resultat(db)
      })
    case 'rensa':
      return medDatabas(u.fil, u.nyckel, (db) => {
        db.pragma('synchronous=OFF') // a private file that is thrown away
        db.pragma('foreign_keys=ON')
        db.pragma('secure_delete=ON')
        db.transaction(() => {
          for (const sats of u.satser) db.exec(sats)
        })()
        // Not VACUUM: it would build the whole database anew in memory first.
        db.prepare('VACUUM INTO ?').run(u.mal)
        return resultat(db)
      })
    case 'komprimera':
      return medDatabas(u.fil, u.nyckel, (db) => {
        db.exec('VACUUM')
        return resultat(db)
      })
    case 'kontrollera':
      return medDatabas(u.fil, u.nyckel, (db) => {
        const svar: unknown = db.pragma('integrity_check(1)', { simple: true })
        if (svar !== 'ok') throw new Database.SqliteError(String(svar), 'SQLITE_CORRUPT')
        const matt = Object.fromEntries(Object.entries(u.matt).map(([namn, fraga]) => [namn, Number(db.prepare(fraga).pluck().get())]))
        return { ...resultat(db), matt }
      })
  }
}

const uppdrag = workerData as Kopieuppdrag
let svar: Kopiesvar
try {
  svar = { slag: 'klar', ...utfor(uppdrag) }
} catch (fel) {
  svar = { slag: 'fel', kod: sqlitekod(fel) ?? null, text: fel instanceof Error ? (fel.stack ?? fel.message) : String(fel) }
} finally {
  glom(uppdrag.nyckel)
}
parentPort?.postMessage(svar)
