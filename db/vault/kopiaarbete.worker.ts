import Database from 'better-sqlite3'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { satNyckel, userVersion, type Databas } from './databas.ts'
import { sqlitekod } from './databasfel.ts'
import { glom } from './krypto.ts'
import type { Kopieuppdrag, Kopiesvar } from './kopiaarbete.ts'

// Runs in a thread of its own: VACUUM INTO and integrity_check take seconds and cannot be divided.

function oppna(fil: string, nyckel: Uint8Array): Databas {
  const db = new Database(fil, { fileMustExist: true, timeout: 5000 })
  satNyckel(db, nyckel)
  db.pragma('temp_store=MEMORY')
  return db
}

function utfor(u: Kopieuppdrag): Kopiesvar {
  // In Linux this is the priority of the thread alone; elsewhere it would be that of the whole session.
  if (process.platform === 'linux' && u.slag !== 'tom wal') setPriority(constants.priority.PRIORITY_LOW)
  if (u.slag === 'ogonblicksbild') {
    const db = oppna(u.fil, u.nyckel)
    try {
      // Prepared: a path in the statement's own text could be read as an URI. Keeps cipher and key.
      db.prepare('VACUUM INTO ?').run(u.mal)
      return { slag: 'klar', schema: userVersion(db), matt: {} }
    } finally {
      db.close()
    }
  }
  const db = oppna(u.fil, u.nyckel)
  try {
    if (u.slag === 'tom wal') {
      db.pragma('synchronous=FULL')
      db.pragma('wal_checkpoint(PASSIVE)')
      return { slag: 'klar', schema: userVersion(db), matt: {} }
    }
    if (u.slag === 'rensa') {
      db.pragma('synchronous=OFF') // a private file that is thrown away
      db.pragma('foreign_keys=ON')
      db.pragma('secure_delete=ON')
      db.transaction(() => {
        for (const sats of u.satser) db.exec(sats)
      })()
      // Not VACUUM: it would build the whole database anew in memory first.
      db.prepare('VACUUM INTO ?').run(u.mal)
      return { slag: 'klar', schema: userVersion(db), matt: {} }
    }
    if (u.slag === 'komprimera') {
      db.exec('VACUUM')
      return { slag: 'klar', schema: userVersion(db), matt: {} }
    }
    const svar: unknown = db.pragma('integrity_check(1)', { simple: true })
    if (svar !== 'ok') return { slag: 'fel', kod: 'SQLITE_CORRUPT', text: String(svar) }
    const matt = Object.fromEntries(Object.entries(u.matt).map(([namn, fraga]) => [namn, Number(db.prepare(fraga).pluck().get())]))
    return { slag: 'klar', schema: userVersion(db), matt }
  } finally {
    db.close()
  }
}

const uppdrag = workerData as Kopieuppdrag
let svar: Kopiesvar
try {
  svar = utfor(uppdrag)
} catch (fel) {
  svar = { slag: 'fel', kod: sqlitekod(fel) ?? null, text: fel instanceof Error ? (fel.stack ?? fel.message) : String(fel) }
} finally {
  glom(uppdrag.nyckel)
}
parentPort?.postMessage(svar)
