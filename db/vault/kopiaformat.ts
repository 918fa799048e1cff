import { createHmac, type Hmac } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { Fel } from '../model/fel.ts'
import { harled } from './krypto.ts'

/**
 * The bytes of a backup (DESIGN §4.11), big-endian:
 * `LOTSENSK` ‖ u16 format (1 or 2) ‖ u32 length ‖ header JSON ‖ u32 length ‖ vault.json ‖ u64 length ‖ snapshot
 * of office.db (still encrypted) ‖ HMAC-SHA-256 of everything before it.
 */

/** 2 since the log's head stands in the header; files of format 1 have none. */
export const KOPIAFORMAT = 2
const MAGI = Buffer.from('LOTSENSK', 'latin1')
const STORSTA_HUVUD = 4096
const STORSTA_VALV = 8 << 20
const SIDA = 4096
export const MACLANGD = 32

/** The newest row of the log: its number, and its hash in hex. */
const logghuvudSchema = z.strictObject({ nr: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type Kopielogg = z.infer<typeof logghuvudSchema>

const huvudSchema = z.strictObject({
  /** ISO time in UTC */
  skapad: z.iso.datetime(),
  /** version of Lotsen */
  lotsen: z.string().max(40),
  /** user_version of the snapshot */
  schema: z.int().min(0),
  /** bytes of the snapshot */
  byte: z.int().min(SIDA),
  /** The head of the log in the snapshot (DESIGN §5); absent in files of format 1, and when the database has no log. */
  logg: logghuvudSchema.optional(),
})
export type Kopiahuvud = z.infer<typeof huvudSchema>

/** Everything before the snapshot, and where the snapshot lies. */
export interface Inledning {
  huvud: Kopiahuvud
  valv: Buffer
  /** the bytes before the snapshot, as the HMAC covers them */
  bytes: Buffer
  /** offset and length of the snapshot */
  start: number
  langd: number
}

const felSlag = (): Fel => new Fel('kopia_fel_slag', 'Filen är inte en säkerhetskopia från Lotsen. Välj en annan fil.', { falt: 'fil' })
export const kopiaSkadad = (cause?: unknown): Fel => new Fel('kopia_skadad', 'Säkerhetskopian är skadad eller avhuggen och kan inte användas. Välj en annan säkerhetskopia.', { falt: 'fil', cause })
export const kopiaNyare = (): Fel => new Fel('kopia_nyare', 'Säkerhetskopian är gjord av en nyare version av Lotsen. Installera den nyare versionen först.', { falt: 'fil' })

/** The log in the snapshot is not the one that the header, under the same HMAC, says it is. */
export const kopiansLogg = (): Fel => new Fel('kopia_logg', 'Loggen i säkerhetskopian är inte den som kopian säger sig innehålla: kopian är ändrad av någon som har kontorets nyckel. Välj en annan säkerhetskopia.', { falt: 'fil' })

/** @throws Fel `kopia_logg` when a header names another head of the log than the snapshot has */
export function kravLogg(huvud: Kopiahuvud, logg: Kopielogg | null): void {
  if (huvud.logg !== undefined && (huvud.logg.nr !== logg?.nr || huvud.logg.hash !== logg.hash)) throw kopiansLogg()
}

/** The HMAC of a backup made with a database key. */
export const kopiamac = (nyckel: Uint8Array): Hmac => {
  const egen = harled(nyckel, 'lotsen sakerhetskopia v1')
  try {
    return createHmac('sha256', egen)
  } finally {
    egen.fill(0)
  }
}

/** The bytes before the snapshot. */
export function inledning(huvud: Kopiahuvud, valv: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(huvudSchema.parse(huvud)), 'utf8')
  const bytes = Buffer.alloc(8 + 2 + 4 + json.length + 4 + valv.length + 8)
  let i = MAGI.copy(bytes)
  i = bytes.writeUInt16BE(KOPIAFORMAT, i)
  i = bytes.writeUInt32BE(json.length, i)
  i += json.copy(bytes, i)
  i = bytes.writeUInt32BE(valv.length, i)
  bytes.set(valv, i)
  bytes.writeBigUInt64BE(BigInt(huvud.byte), i + valv.length)
  return bytes
}

/**
 * Reads and bounds the beginning of a backup. Nothing in it is trusted yet: the HMAC comes after the
 * password. @throws Fel `kopia_fel_slag`, `kopia_nyare`, `kopia_skadad`
 */
export async function lasInledning(fil: FileHandle): Promise<Inledning> {
  const { size } = await fil.stat()
  const borjan = await las(fil, 0, 14)
  if (borjan.length < 8 || !borjan.subarray(0, 8).equals(MAGI)) throw felSlag()
  if (borjan.length < 14) throw kopiaSkadad()
  const format = borjan.readUInt16BE(8)
  if (format > KOPIAFORMAT) throw kopiaNyare()
  const huvudlangd = borjan.readUInt32BE(10)
  if (format < 1 || huvudlangd > STORSTA_HUVUD || 14 + huvudlangd + 4 > size) throw kopiaSkadad()
  const huvudbytes = await las(fil, 14, huvudlangd + 4)
  const valvlangd = huvudbytes.length === huvudlangd + 4 ? huvudbytes.readUInt32BE(huvudlangd) : Number.POSITIVE_INFINITY
  const valvstart = 14 + huvudlangd + 4
  if (valvlangd > STORSTA_VALV || valvstart + valvlangd + 8 > size) throw kopiaSkadad()
  const start = valvstart + valvlangd + 8
  const bytes = await las(fil, 0, start)
  if (bytes.length !== start) throw kopiaSkadad()
  const langd = bytes.readBigUInt64BE(start - 8)
  if (langd < SIDA || langd % BigInt(SIDA) !== 0n || BigInt(start) + langd + BigInt(MACLANGD) !== BigInt(size)) throw kopiaSkadad()
  const huvud = tolkaHuvud(bytes.subarray(14, 14 + huvudlangd))
  if (BigInt(huvud.byte) !== langd) throw kopiaSkadad()
  return { huvud, valv: bytes.subarray(valvstart, valvstart + valvlangd), bytes, start, langd: Number(langd) }
}

function tolkaHuvud(bytes: Buffer): Kopiahuvud {
  try {
    return huvudSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (fel) {
    throw kopiaSkadad(fel)
  }
}

/** Reads `antal` bytes from `plats`, fewer only at the end of the file. */
export async function las(fil: FileHandle, plats: number, antal: number): Promise<Buffer> {
  const bytes = Buffer.alloc(antal)
  let last = 0
  while (last < antal) {
    const { bytesRead } = await fil.read(bytes, last, antal - last, plats + last)
    if (bytesRead === 0) break
    last += bytesRead
  }
  return bytes.subarray(0, last)
}

/** Writes all bytes at the file's position. */
export async function skriv(fil: FileHandle, bytes: Uint8Array): Promise<void> {
  let skrivet = 0
  while (skrivet < bytes.length) skrivet += (await fil.write(bytes, skrivet, bytes.length - skrivet)).bytesWritten
}
