import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Fel } from '../model/fel.ts'
import { glom, kanoniskt } from './krypto.ts'

/**
 * One sealed blob per row: everything that says who a client is or tells about them in words
 * (DESIGN §4.3). Bytes: format (1) ‖ schema of the content (2, big-endian) ‖ nonce (12) ‖
 * ciphertext ‖ tag (16). Plaintext: length (4) ‖ JSON ‖ zeros to a multiple of 64, so that the size
 * tells little. The place is authenticated: a blob moved or put back opens nowhere else.
 */

/** Where a blob belongs. `arende` is the UUID of whatever the key belongs to (case, queued contact, draft). */
export interface Radplats {
  kontor: string
  arende: string
  tabell: string
  rad: string
  /** generation of the key */
  generation: number
  /** version of the row */
  radversion: number
}

const FORMAT = 1
const HUVUD = 15
const TAGG = 16
const BLOCK = 64
/** Longest JSON of one row, in bytes. */
export const STORSTA_RAD = 1 << 20

const aad = (plats: Radplats, schema: number): Buffer =>
  kanoniskt(['lotsen-rad-1', plats.kontor, plats.arende, plats.tabell, plats.rad, plats.generation, plats.radversion, schema])

/**
 * Seals a value (anything JSON can hold) under a 32-byte key.
 * @param schema the content's own schema number, 1–65535: it is upgraded at opening, not in place
 * @throws Fel `for_lang_text` above 1 MiB
 */
export function forsegla(nyckel: Uint8Array, plats: Radplats, schema: number, varde: unknown): Buffer {
  if (!Number.isInteger(schema) || schema < 1 || schema > 0xffff) throw new TypeError('A content schema is 1–65535')
  const text = JSON.stringify(varde)
  if (text === undefined) throw new TypeError('Only what JSON can hold is sealed')
  const json = Buffer.from(text, 'utf8')
  if (json.length > STORSTA_RAD) throw new Fel('for_lang_text', 'Texten är för lång för att sparas. Korta den.')
  const klartext = Buffer.alloc(Math.ceil((4 + json.length) / BLOCK) * BLOCK)
  klartext.writeUInt32BE(json.length)
  json.copy(klartext, 4)
  const huvud = Buffer.alloc(HUVUD)
  huvud[0] = FORMAT
  huvud.writeUInt16BE(schema, 1)
  randomBytes(12).copy(huvud, 3)
  try {
    const chiffer = createCipheriv('aes-256-gcm', nyckel, huvud.subarray(3))
    chiffer.setAAD(aad(plats, schema))
    return Buffer.concat([huvud, chiffer.update(klartext), chiffer.final(), chiffer.getAuthTag()])
  } finally {
    glom(klartext, json)
  }
}

const bruten = (cause?: unknown): Fel =>
  new Fel('forsegling_bruten', 'En förseglad uppgift går inte att öppna: den är ändrad, flyttad eller skriven med en annan nyckel. Kontakta administratören och ta fram en säkerhetskopia.', { cause })

/**
 * Opens a blob that lies where it was put.
 * @throws Fel `forsegling_bruten` for a wrong key, another place, another version or a changed byte;
 * `databas_nyare` for a blob format of the future
 */
export function oppna(nyckel: Uint8Array, plats: Radplats, blob: Uint8Array): { schema: number; varde: unknown } {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength)
  const langd = bytes.length - HUVUD - TAGG
  if (langd < BLOCK || langd % BLOCK !== 0 || langd > STORSTA_RAD + BLOCK) throw bruten()
  const format = bytes.readUInt8(0)
  if (format === 0) throw bruten()
  if (format > FORMAT) throw new Fel('databas_nyare', 'En uppgift är skriven av en nyare version av Lotsen. Installera den nyare versionen på den här datorn.')
  const schema = bytes.readUInt16BE(1)
  const oppnare = createDecipheriv('aes-256-gcm', nyckel, bytes.subarray(3, HUVUD), { authTagLength: TAGG })
  oppnare.setAAD(aad(plats, schema))
  oppnare.setAuthTag(bytes.subarray(-TAGG))
  const klartext = oppnare.update(bytes.subarray(HUVUD, -TAGG))
  try {
    oppnare.final()
    const antal = klartext.readUInt32BE()
    if (antal > klartext.length - 4) throw new RangeError('length')
    return { schema, varde: JSON.parse(klartext.toString('utf8', 4, 4 + antal)) }
  } catch (fel) {
    throw bruten(fel)
  } finally {
    glom(klartext)
  }
}
