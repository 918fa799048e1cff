import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto'

/**
 * The few primitives the vault is built of, and nothing else: bytes, hashes, HKDF and Ed25519.
 * Secrets are always `Buffer`s that their owner zeroes with `glom`; strings cannot be zeroed.
 */

/** Overwrites secrets in memory. Safe to call twice and with missing values. */
export function glom(...hemliga: (Uint8Array | null | undefined)[]): void {
  for (const bytes of hemliga) bytes?.fill(0)
}

/** Fresh random bytes in a buffer of their own (never a slice of Node's shared pool). */
export function slump(antal: number): Buffer {
  const egen = Buffer.alloc(antal)
  const kalla = randomBytes(antal)
  kalla.copy(egen)
  glom(kalla)
  return egen
}

/** Copies bytes into a buffer of their own, so that zeroing the copy leaves the source alone. */
export function kopia(bytes: Uint8Array): Buffer {
  const egen = Buffer.alloc(bytes.length)
  egen.set(bytes)
  return egen
}

export function sha256(...delar: (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const del of delar) hash.update(del)
  return hash.digest()
}

/** HKDF-SHA-256 without salt; `info` keeps the keys of different uses apart. 32 bytes. */
export function harled(nyckel: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', nyckel, Buffer.alloc(0), info, 32))
}

/** Equal bytes, compared in constant time. */
export function lika(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * The one byte form of what is signed or authenticated: a JSON array of strings, numbers and string
 * arrays. The array's order and JSON's quoting make it unambiguous; text is NFC before it comes here.
 */
export function kanoniskt(falt: readonly (string | number | readonly string[])[]): Buffer {
  for (const varde of falt) {
    if (typeof varde === 'number' && !Number.isSafeInteger(varde)) throw new TypeError('Only whole numbers are canonical')
  }
  return Buffer.from(JSON.stringify(falt), 'utf8')
}

export const b64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')

/** Decodes base64url strictly: anything but the one canonical spelling of the bytes gives null. */
export function franB64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

/**
 * Lower-case hex as bytes, made without a string in between: used for the database key, which must
 * never exist as an immovable, unerasable string (DESIGN §3).
 */
export function hexBytes(bytes: Uint8Array): Buffer {
  const siffror = Buffer.from('0123456789abcdef', 'latin1')
  const ut = Buffer.alloc(bytes.length * 2)
  bytes.forEach((byte, i) => {
    ut[2 * i] = siffror[byte >> 4] ?? 0
    ut[2 * i + 1] = siffror[byte & 15] ?? 0
  })
  return ut
}

// A PKCS #8 wrapper of a raw 32-byte Ed25519 seed (RFC 8410): fixed prefix, then the seed.
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The Ed25519 private key of a 32-byte seed, held natively by Node. */
export function signeringsnyckel(fro: Uint8Array): KeyObject {
  const der = Buffer.concat([ED25519_PKCS8, fro])
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } finally {
    glom(der)
  }
}

/** The public half as base64url of its 32 raw bytes: the form that certificates and pins hold. */
export function publikNyckel(privat: KeyObject): string {
  const { x } = createPublicKey(privat).export({ format: 'jwk' })
  if (x === undefined) throw new TypeError('Not an Ed25519 key')
  return x
}

export const signera = (privat: KeyObject, data: Uint8Array): Buffer => sign(null, data, privat)

/** Whether `signatur` is by the holder of `publik` (base64url). A malformed key or signature is simply not valid. */
export function stammerSignatur(publik: string, data: Uint8Array, signatur: Uint8Array): boolean {
  const ra = franB64(publik)
  if (ra?.length !== 32 || signatur.length !== 64) return false
  try {
    return verify(null, data, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publik }, format: 'jwk' }), signatur)
  } catch {
    return false // not a point on the curve
  }
}
