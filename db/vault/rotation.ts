import { join } from 'node:path'
import { Fel } from '../model/fel.ts'
import type { Aterhamtning, CertifieradAnvandare } from './certifikat.ts'
import { DATABASNAMN, kontrolleraSidor, oppnaDatabas, stangDatabas, tomWal, type Databas } from './databas.ts'
import { tolkaDatabasfel } from './databasfel.ts'
import { forseglaDbNyckel, nyDatabasnyckel } from './dbnyckel.ts'
import { glom, hexBytes, lika } from './krypto.ts'
import { oppnaKontorsdatabas } from './valv.ts'
import { ersattValv, lasValv, type Valv } from './valvfil.ts'

/**
 * Changing the database key (DESIGN §4.7): the vault gets seals of old and new → rekey, in WAL mode only
 * and alone → WAL emptied and every page checked → the old seals dropped. Opening tries both keys
 * meanwhile, so a kill at any point leaves an office that opens.
 */

export interface Rotationsval {
  dir: string
  /** the keys the vault's seals hold now (one, or two after a change that was killed) */
  dbNycklar: readonly Buffer[]
  /** everybody who is to keep access; an entry of vault.json without a place here is dropped */
  anvandare: readonly CertifieradAnvandare[]
  /** the sheet; two while one is being replaced by another */
  aterhamtning: Aterhamtning | readonly Aterhamtning[]
  /** how long to wait to be alone; 5000 ms */
  talamodMs?: number
  /** called after each step, for the screen, which is waited for */
  framsteg?: (steg: 'forseglad' | 'omnycklad' | 'provad') => void | Promise<void>
}

const ensam = (val: Rotationsval) => ({ ensam: true, ...(val.talamodMs === undefined ? {} : { talamodMs: val.talamodMs }) })

/**
 * Changes the key. The caller has closed its own handle: nobody at all may have the office open.
 * @returns the new key, for the session that goes on (the caller zeroes it)
 * @throws Fel `andra_inne`, `ej_certifierad`, and as `oppnaDatabas`
 */
export async function roteraDatabasnyckel(val: Rotationsval): Promise<Buffer> {
  const { db, nyckel: gammal } = await oppnaKontorsdatabas(val.dir, val.dbNycklar, ensam(val))
  const ny = nyDatabasnyckel()
  try {
    // Alone with the database, so nobody else can be replacing the vault (DESIGN §4.9).
    await forsegla(val, [gammal, ny])
    await val.framsteg?.('forseglad')
    omnyckla(db, ny)
    await val.framsteg?.('omnycklad')
    await tomWal(db)
    kontrolleraSidor(db)
    stangDatabas(db)
    // Opened anew with the new key before the old seals go: from then on there is no way back.
    const prov = await oppnaDatabas(join(val.dir, DATABASNAMN), ny, { ensam: true })
    try {
      kontrolleraSidor(prov)
      await val.framsteg?.('provad')
      await forsegla(val, [ny])
    } finally {
      stangDatabas(prov)
    }
    return ny
  } catch (fel) {
    stangDatabas(db)
    glom(ny)
    throw fel
  }
}

/**
 * Drops the seals of the key that does not fit, after a change of key that was killed.
 * @returns whether there was anything to do
 */
export async function slutforRotation(val: Rotationsval): Promise<boolean> {
  if (val.dbNycklar.length < 2) return false
  const { db, nyckel } = await oppnaKontorsdatabas(val.dir, val.dbNycklar, ensam(val))
  try {
    await tomWal(db)
    kontrolleraSidor(db)
    await forsegla(val, [nyckel])
    return true
  } finally {
    stangDatabas(db)
  }
}

/** Replaces every seal in the vault by seals of these keys. */
async function forsegla(val: Rotationsval, nycklar: readonly Uint8Array[]): Promise<void> {
  const valv = await lasValv(val.dir)
  const till = (mottagare: CertifieradAnvandare | Aterhamtning): Promise<string[]> => Promise.all(nycklar.map((n) => forseglaDbNyckel(valv.kontor, n, mottagare)))
  const nya = new Map(await Promise.all(val.anvandare.map(async (a) => [a.userId, await till(a)] as const)))
  if (valv.anvandare.every((a) => !nya.has(a.id))) throw new Fel('valv_skadat', 'Ingen av användarna finns i valvfilen (vault.json), så nyckeln byttes inte. Återställ från en säkerhetskopia.')
  const blad = 'mottagare' in val.aterhamtning ? [val.aterhamtning] : val.aterhamtning
  const aterhamtning = { nycklar: (await Promise.all(blad.map(till))).flat() }
  await ersattValv(val.dir, valv.version, (nu): Valv => ({
    ...nu,
    anvandare: nu.anvandare.flatMap((a) => {
      const seglade = nya.get(a.id)
      return seglade === undefined ? [] : [{ ...a, nycklar: seglade }]
    }),
    aterhamtning,
  }))
}

function omnyckla(db: Databas, ny: Uint8Array): void {
  // In any other mode a kill during rekey destroys the database (16 of 100 in trials, DESIGN §4.7).
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('rekey only in WAL mode')
  const hex = hexBytes(ny)
  const ra = Buffer.concat([Buffer.from("x'"), hex, Buffer.from("'")])
  try {
    // An empty key would decrypt the database.
    if (ra.length !== 67 || lika(hex, Buffer.alloc(64, '0'))) throw new Error('not a key')
    db.rekey(ra)
  } catch (fel) {
    throw tolkaDatabasfel(fel)
  } finally {
    glom(hex, ra)
  }
}
