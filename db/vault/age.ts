import { bech32 } from '@scure/base'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { Fel } from '../model/fel.ts'
import { glom, kopia, slump } from './krypto.ts'

/**
 * Sealing to people with age (X25519). The files are ordinary age files: `age -d -i NYCKEL` of any
 * system opens them, so an office can be rescued without Lotsen.
 */

const MOTTAGARE = /^age1[02-9ac-hj-np-z]{58}$/
const IDENTITET = 'AGE-SECRET-KEY-'
/** Lotsen seals keys and short texts; a bigger file is not one of ours. */
const STORSTA_FIL = 1 << 20
const X25519_PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** Whether a text is an age X25519 recipient with a correct check sum. */
export function arMottagare(text: string): boolean {
  if (!MOTTAGARE.test(text)) return false
  const avkodad = bech32.decodeUnsafe(text)
  return avkodad?.prefix === 'age' && bech32.fromWordsUnsafe(avkodad.words)?.length === 32
}

/** The 32 secret bytes of an `AGE-SECRET-KEY-1…`, or null when the spelling or check sum is wrong. */
export function skalarUr(text: string): Buffer | null {
  const avkodad = bech32.decodeUnsafe(text)
  if (avkodad?.prefix.toUpperCase() !== IDENTITET) return null
  const bytes = bech32.fromWordsUnsafe(avkodad.words)
  if (bytes?.length !== 32) return null
  const skalar = kopia(bytes)
  glom(bytes)
  return skalar
}

/** The `AGE-SECRET-KEY-1…` of 32 secret bytes. A string: only for the one printing of the nyckelblad. */
export const identitetstext = (skalar: Uint8Array): string => bech32.encodeFromBytes(IDENTITET, skalar).toUpperCase()

/**
 * Seals bytes to one recipient as an ordinary age file. Who may be a recipient is decided by the
 * callers (certifikat.ts, sigill.ts); nothing outside db/vault calls this.
 */
export async function forseglaTill(mottagare: string, data: Uint8Array): Promise<Buffer> {
  if (!arMottagare(mottagare)) throw new Fel('ej_certifierad', 'Mottagarens nyckel har fel form. Ingenting förseglades.')
  const age = new Encrypter()
  age.addRecipient(mottagare)
  return kopia(await age.encrypt(data))
}

/** An age identity whose secret lies in one buffer until `glom()`. */
export class AgeIdentitet {
  readonly mottagare: string
  #skalar: Buffer
  #oppnare: Decrypter | null

  private constructor(skalar: Buffer, mottagare: string, oppnare: Decrypter) {
    this.#skalar = skalar
    this.mottagare = mottagare
    this.#oppnare = oppnare
  }

  static async ny(): Promise<AgeIdentitet> {
    const skalar = slump(32)
    try {
      return await AgeIdentitet.av(skalar)
    } finally {
      glom(skalar)
    }
  }

  /** Takes a copy of the 32 bytes; the caller keeps and zeroes its own. */
  static async av(skalar: Uint8Array): Promise<AgeIdentitet> {
    if (skalar.length !== 32) throw new TypeError('An age identity is 32 bytes')
    const oppnare = new Decrypter()
    let mottagare: string
    try {
      // The native key object is kept out of the JS heap and needs no string.
      const nyckel = await importera(skalar)
      mottagare = await identityToRecipient(nyckel)
      oppnare.addIdentity(nyckel)
    } catch (fel) {
      // A runtime without X25519 in WebCrypto (typage then calculates in JS, from the text form).
      if (!(fel instanceof DOMException && fel.name === 'NotSupportedError') && !(fel instanceof Error && /not supported/i.test(fel.message))) throw fel
      mottagare = await identityToRecipient(identitetstext(skalar))
      oppnare.addIdentity(identitetstext(skalar))
    }
    return new AgeIdentitet(kopia(skalar), mottagare, oppnare)
  }

  /** Opens an age file sealed to this identity. @throws Fel `forsegling_bruten` for everything else. */
  async oppna(fil: Uint8Array): Promise<Buffer> {
    if (this.#oppnare === null) throw new Error('The identity has been forgotten')
    try {
      if (fil.length > STORSTA_FIL) throw new RangeError('too large')
      const klartext = await this.#oppnare.decrypt(fil)
      const egen = kopia(klartext)
      glom(klartext)
      return egen
    } catch (orsak) {
      throw new Fel('forsegling_bruten', 'En försegling går inte att öppna med den här användarens nyckel: den är skadad eller gjord till någon annan.', { cause: orsak })
    }
  }

  /** A copy of the secret bytes, for sealing them under a password; the caller zeroes it. */
  skalar(): Buffer {
    if (this.#oppnare === null) throw new Error('The identity has been forgotten')
    return kopia(this.#skalar)
  }

  glom(): void {
    glom(this.#skalar)
    this.#oppnare = null
  }
}

async function importera(skalar: Uint8Array): Promise<CryptoKey> {
  const der = Buffer.concat([X25519_PKCS8, skalar])
  try {
    return await crypto.subtle.importKey('pkcs8', der, { name: 'X25519' }, false, ['deriveBits'])
  } finally {
    glom(der)
  }
}
