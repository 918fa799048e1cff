import Database from 'better-sqlite3'
import { AsyncLocalStorage } from 'node:async_hooks'
import { statSync } from 'node:fs'
import { setTimeout as vanta } from 'node:timers/promises'
import { arUpptagen, databasNyare, databasSaknas, felNyckel, sqlitekod, startaOm, tolkaDatabasfel } from './databasfel.ts'
import { felkod } from './filer.ts'
import { glom, hexBytes } from './krypto.ts'
import { Fel } from '../model/fel.ts'

/**
 * Opening office.db (SQLCipher-4 format, raw 256-bit key, WAL) and the one way to write to it.
 * DESIGN §2 and §4; the traps each line avoids are named there.
 */

export type Databas = Database.Database

export const DATABASNAMN = 'office.db'
const SIDA = 4096
/** How long a session that writes again at once gives way first, ms: those who wait ask for the lock more often than that. */
const FORETRADE_MS = 2
/** … at every so many writes in a row, and at each when it has itself had to wait. */
const I_RAD = 4
const TALAMOD_MS = 5000

interface Oppen {
  fil: string
  /** PRAGMA user_version when this process opened it, or last migrated it */
  version: number
  /** device and inode: another file in the same place means that somebody restored a copy */
  vilken: string
  ko: Promise<unknown>
  talamodMs: number
  /** When this process's last write ended (ms), how many it has made at once after one another, and whether the last had to wait. */
  slutade: number
  iRad: number
  trangdes: boolean
}

// A handle nobody refers to is garbage-collected and its locks vanish with it (DESIGN §2).
const oppna = new Map<Databas, Oppen>()

export interface Oppningsval {
  /** make a new, empty database; refused if the file exists */
  skapa?: boolean
  /** highest user_version this program knows */
  hogstaVersion?: number
  /** no other process may have it open: for migration and change of key */
  ensam?: boolean
  /** how long to wait for other processes' locks, here and in every `medSkrivlas` of the handle; 5000 ms */
  talamodMs?: number
}

/**
 * Sets cipher and key on a fresh handle. The key goes in as bytes: a pragma string would leave
 * copies of it in memory that cannot be erased.
 */
export function satNyckel(db: Databas, nyckel: Uint8Array): void {
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  const hex = hexBytes(nyckel)
  const ra = Buffer.concat([Buffer.from("x'"), hex, Buffer.from("'")])
  try {
    db.key(ra)
  } finally {
    glom(hex, ra)
  }
}

/**
 * Opens (or creates) a database with its 32-byte key.
 * @throws Fel `databas_saknas`, `fel_nyckel`, `databas_skadad`, `databas_nyare`, `las_bara`, `fullt`,
 * `upptaget`, `finns_redan`, `andra_inne` (with `ensam`)
 */
export async function oppnaDatabas(fil: string, nyckel: Uint8Array, val: Oppningsval = {}): Promise<Databas> {
  if (nyckel.length !== 32) throw new TypeError('The database key is 32 bytes')
  const storlek = filstorlek(fil)
  if (val.skapa === true) {
    if (storlek !== null) throw new Fel('finns_redan', 'I mappen finns redan en databas. Välj en tom mapp.')
  } else {
    if (storlek === null) throw databasSaknas()
    // An empty file would pass as a new database, whatever the key. After a power cut the WAL mends the length.
    const harWal = (filstorlek(`${fil}-wal`) ?? 0) > 0
    if (storlek === 0 || (!harWal && storlek % SIDA !== 0)) throw new Fel('databas_skadad', 'Databasen är avhuggen: filen har inte rätt längd. Återställ kontoret från den senaste säkerhetskopian.')
  }
  const slut = Date.now() + (val.talamodMs ?? TALAMOD_MS)
  for (let paus = 5; ; paus = Math.min(paus * 2, 100)) {
    try {
      return oppnaNu(fil, nyckel, val)
    } catch (fel) {
      if (!arUpptagen(fel)) throw oppningsfel(fel)
      if (Date.now() + paus > slut) {
        throw val.ensam === true
          ? new Fel('andra_inne', 'Någon annan har kontoret öppet. Be alla att stänga Lotsen och försök igen.', { cause: fel })
          : tolkaDatabasfel(fel)
      }
      await vanta(paus)
    }
  }
}

function oppningsfel(fel: unknown): unknown {
  if (sqlitekod(fel) === 'SQLITE_NOTADB') return felNyckel(fel)
  return tolkaDatabasfel(fel)
}

function filstorlek(fil: string): number | null {
  try {
    return statSync(fil).size
  } catch (fel) {
    if (felkod(fel) === 'ENOENT') return null
    throw felkod(fel) === 'ENOTDIR' ? databasSaknas(fel) : fel
  }
}

function oppnaNu(fil: string, nyckel: Uint8Array, val: Oppningsval): Databas {
  const db = new Database(fil, { fileMustExist: val.skapa !== true, timeout: 0 })
  try {
    satNyckel(db, nyckel)
    // Before the first read: sorts must never spill plain text to disk.
    db.pragma('temp_store=MEMORY')
    if (val.ensam === true) db.pragma('locking_mode=EXCLUSIVE')
    db.prepare('SELECT count(*) FROM sqlite_master').get() // the key is tried here, not before
    if (db.pragma('journal_mode=WAL', { simple: true }) !== 'wal') throw new Fel('las_bara', 'Kontorets databas kan inte öppnas för skrivning i den här mappen. Be administratören flytta den till en lokal disk.')
    db.pragma('synchronous=FULL')
    // The WAL is emptied beside the clicks (electron/office/wal.ts); only what nobody empties grows to this many pages.
    db.pragma('wal_autocheckpoint=10000')
    // Every page that is not in the cache is read, verified and decrypted anew: room for a small office whole.
    db.pragma('cache_size=-65536')
    db.pragma('foreign_keys=ON')
    db.pragma('secure_delete=ON')
    db.pragma('recursive_triggers=ON')
    db.pragma('trusted_schema=OFF') // functions in a tampered schema do not run
    if (val.ensam === true) db.exec('BEGIN EXCLUSIVE; COMMIT')
    const version = userVersion(db)
    if (version > (val.hogstaVersion ?? Number.POSITIVE_INFINITY)) throw databasNyare()
    oppna.set(db, { fil, version, vilken: vilkenFil(fil), ko: Promise.resolve(), talamodMs: val.talamodMs ?? TALAMOD_MS, slutade: Number.NEGATIVE_INFINITY, iRad: 0, trangdes: false })
    return db
  } catch (fel) {
    db.close()
    throw fel
  }
}

/** Closes a handle that `oppnaDatabas` gave. Safe to call twice. */
export function stangDatabas(db: Databas): void {
  oppna.delete(db)
  if (db.open) db.close()
}

export const userVersion = (db: Databas): number => Number(db.pragma('user_version', { simple: true }))

/** After this process has migrated: its own new version is the one it works with. */
export function noteraVersion(db: Databas): void {
  krav(db).version = userVersion(db)
}

function vilkenFil(fil: string): string {
  const { dev, ino } = statSync(fil, { bigint: true })
  return `${dev}:${ino}`
}

function krav(db: Databas): Oppen {
  const oppen = oppna.get(db)
  if (oppen === undefined) throw new Error('Not a handle from oppnaDatabas, or already closed')
  return oppen
}

const pagar = new AsyncLocalStorage<{ db: Databas; klar: boolean }>()

/**
 * Runs `fn` in BEGIN IMMEDIATE … COMMIT. A lock held by another process is waited for up to 5 s in
 * short asynchronous steps, so that the event loop is never blocked. Within this process the calls
 * on a handle queue up. `fn` is normally synchronous; an asynchronous one (replacing vault.json)
 * is also run whole, but must do all its database work itself: meanwhile other reads on the same
 * handle see its uncommitted rows.
 * @throws Fel `upptaget`; `starta_om` when another process has migrated or restored the office;
 * whatever `fn` throws, after ROLLBACK
 */
export function medSkrivlas<T>(db: Databas, fn: () => T | Promise<T>): Promise<T> {
  const oppen = krav(db)
  const redan = pagar.getStore()
  if (redan?.db === db && !redan.klar) return Promise.reject(new Error('medSkrivlas inside medSkrivlas would wait for itself'))
  const tur = oppen.ko.then(() => skriv(db, oppen, fn))
  oppen.ko = tur.catch(() => undefined)
  return tur
}

async function skriv<T>(db: Databas, oppen: Oppen, fn: () => T | Promise<T>): Promise<T> {
  const inne = { db, klar: false }
  try {
    await lamnaForetrade(oppen)
    const forsok = await medTalamod(oppen.talamodMs, () => db.exec('BEGIN IMMEDIATE'))
    if (userVersion(db) !== oppen.version || bytt(oppen)) throw startaOm()
    const svar = await pagar.run(inne, fn)
    await medTalamod(oppen.talamodMs, () => db.exec('COMMIT'))
    oppen.trangdes = forsok > 1
    return svar
  } catch (fel) {
    // SQLite has itself rolled back after some errors (full disk).
    if (db.open && db.inTransaction) db.exec('ROLLBACK')
    throw tolkaDatabasfel(fel)
  } finally {
    inne.klar = true
    oppen.slutade = performance.now()
  }
}

/** Whoever has just had the lock would always be the first to have it again. */
async function lamnaForetrade(oppen: Oppen): Promise<void> {
  oppen.iRad = performance.now() - oppen.slutade < FORETRADE_MS ? oppen.iRad + 1 : 0
  if (oppen.iRad > 0 && (oppen.trangdes || oppen.iRad % I_RAD === 0)) await vanta(FORETRADE_MS)
}

function bytt(oppen: Oppen): boolean {
  try {
    return vilkenFil(oppen.fil) !== oppen.vilken
  } catch {
    return true
  }
}

/** @returns how many times it was tried */
async function medTalamod(talamodMs: number, steg: () => unknown): Promise<number> {
  const slut = Date.now() + talamodMs
  const fran = performance.now()
  for (let forsok = 1; ; forsok++) {
    try {
      steg()
      return forsok
    } catch (fel) {
      const paus = nastaForsok(performance.now() - fran)
      if (!arUpptagen(fel) || Date.now() + paus > slut) throw fel
      await vanta(paus)
    }
  }
}

/**
 * When to try for a lock again, in ms. SQLite has no queue, so whoever asks most often gets it: who has waited longer asks
 * more often than who has just come (with pauses that grow, one of eight could be passed by for seconds). A wait that has
 * become long is for somebody's long work, and is not worth the processor.
 */
const nastaForsok = (vantatMs: number): number => (vantatMs < 6 ? 3 : vantatMs < 500 ? 1 : 10)

/**
 * Reads every page (each has its own HMAC) and checks the structure. ~0.9 s per 100 MB, so for big
 * files through kopiaarbete.ts. @throws Fel `databas_skadad`
 */
export function kontrolleraSidor(db: Databas): void {
  let svar: unknown
  try {
    svar = db.pragma('integrity_check(1)', { simple: true })
  } catch (fel) {
    throw tolkaDatabasfel(fel)
  }
  if (svar !== 'ok') throw new Fel('databas_skadad', 'Databasen är skadad. Arbeta inte vidare i den: återställ kontoret från den senaste säkerhetskopian.', { cause: new Error(String(svar)) })
}

/**
 * Moves everything from the WAL into the database and empties it, again until nobody stands in the
 * way: only then is what was deleted really gone from the files (DESIGN §4.10).
 * @throws Fel `upptaget` after 5 s
 */
export async function tomWal(db: Databas): Promise<void> {
  await medTalamod(krav(db).talamodMs, () => {
    const [rad] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (rad?.busy !== 0) throw new Database.SqliteError('checkpoint is blocked by a reader', 'SQLITE_BUSY')
  }).catch((fel: unknown) => {
    throw tolkaDatabasfel(fel)
  })
}

/** How many pages of the WAL have not yet been moved into the database. */
export function kvarIWal(db: Databas): number {
  const [rad] = db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]
  return rad === undefined ? 0 : Math.max(0, rad.log - rad.checkpointed)
}
