import { hashRaw } from '@node-rs/argon2'
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { Fel } from '../model/fel.ts'
import { AgeIdentitet, arMottagare } from './age.ts'
import { b64, franB64, glom, kanoniskt, kopia, publikNyckel, signera, signeringsnyckel, slump } from './krypto.ts'
import { normaliseraLosenord } from './losenord.ts'

/**
 * A user's secrets (DESIGN §4.1): an age identity, an Ed25519 signing key and what the user pins,
 * encrypted with AES-256-GCM under Argon2id of the password. Exact bytes: docs/sakerhet.md.
 */

/** Argon2id parameters as they lie in vault.json; memory in KiB. */
export interface Kdf {
  algoritm: 'argon2id'
  minne: number
  varv: number
  trad: number
  /** 16 bytes, base64url */
  salt: string
}

/** What is used when sealing. Read values are never taken over: they are only bounded and used once. */
export const KDF_NU = { algoritm: 'argon2id', minne: 128 * 1024, varv: 3, trad: 1 } as const

/** Bounds on what is read: a file must not be able to weaken a password nor exhaust the machine. */
export const kdfSchema = z.strictObject({
  algoritm: z.literal('argon2id'),
  minne: z.int().min(64 * 1024).max(512 * 1024),
  varv: z.int().min(1).max(10),
  trad: z.int().min(1).max(4),
  salt: z.string().length(22).regex(/^[\w-]+$/),
})

/** What every user holds fast, whatever the files say (DESIGN §4.2). */
export interface Fast {
  /** office id (UUID) */
  kontor: string
  /** root public key, base64url */
  rot: string
  /** recovery recipient, age1… */
  aterhamtning: string
  /** lowest accepted certificate generation by user id */
  generationer: Readonly<Record<string, number>>
}

/** Whose secret it is; bound into the encryption so that entries cannot change place. */
export interface Agare {
  kontor: string
  userId: string
  anvandarnamn: string
}

export interface ForsegladHemlighet {
  kdf: Kdf
  /** nonce (12) ‖ ciphertext ‖ tag (16), base64url */
  hemlighet: string
}

const SCHEMA = 1
const uuid = z.string().max(64)
const fastSchema = z.strictObject({
  kontor: uuid,
  rot: z.string().length(43),
  aterhamtning: z.string().refine(arMottagare),
  generationer: z.record(uuid, z.int().min(1)),
})

let harledningar = 0
/** How many password derivations this process has made: lets a test see that an unknown user costs one too. */
export const antalHarledningar = (): number => harledningar

/** Derives the 32-byte key of a password, off the event loop (~0.1–0.2 s). */
export async function losenordsnyckel(losenord: string, kdf: Kdf): Promise<Buffer> {
  harledningar++
  const text = Buffer.from(normaliseraLosenord(losenord), 'utf8')
  try {
    return await hashRaw(text, { memoryCost: kdf.minne, timeCost: kdf.varv, parallelism: kdf.trad, outputLen: 32, salt: Buffer.from(kdf.salt, 'base64url') })
  } finally {
    glom(text)
  }
}

export const nyKdf = (): Kdf => ({ ...KDF_NU, salt: b64(randomBytes(16)) })

const aad = (agare: Agare, kdf: Kdf): Buffer =>
  kanoniskt(['lotsen-hemlighet-1', agare.kontor, agare.userId, agare.anvandarnamn, kdf.algoritm, kdf.minne, kdf.varv, kdf.trad, kdf.salt])

/** A user's opened secrets. Ends with `glom()` at locking. */
export class Anvandarhemlighet {
  readonly agare: Agare
  readonly age: AgeIdentitet
  /** Ed25519 public key, base64url */
  readonly signeringsnyckel: string
  #fro: Buffer
  #privat: KeyObject | null
  #fast: Fast

  private constructor(agare: Agare, age: AgeIdentitet, fro: Buffer, fast: Fast) {
    this.agare = agare
    this.age = age
    this.#fro = fro
    this.#privat = signeringsnyckel(fro)
    this.signeringsnyckel = publikNyckel(this.#privat)
    this.#fast = fast
  }

  /** A new identity for a user, with nothing of an earlier one. */
  static async ny(agare: Agare, fast: Fast): Promise<Anvandarhemlighet> {
    return new Anvandarhemlighet(agare, await AgeIdentitet.ny(), slump(32), fast)
  }

  get fast(): Fast {
    return this.#fast
  }

  signera(data: Uint8Array): Buffer {
    if (this.#privat === null) throw new Error('The identity has been forgotten')
    return signera(this.#privat, data)
  }

  /** Encrypts the secrets under a password's key. The plaintext lives only in this call. */
  forsegla(nyckel: Uint8Array, kdf: Kdf): ForsegladHemlighet {
    const skalar = this.age.skalar()
    const klartext = Buffer.concat([Buffer.of(SCHEMA), skalar, this.#fro, Buffer.from(JSON.stringify(this.#fast), 'utf8')])
    const nonce = randomBytes(12)
    const chiffer = createCipheriv('aes-256-gcm', nyckel, nonce)
    chiffer.setAAD(aad(this.agare, kdf))
    const dold = Buffer.concat([nonce, chiffer.update(klartext), chiffer.final(), chiffer.getAuthTag()])
    glom(skalar, klartext)
    return { kdf, hemlighet: b64(dold) }
  }

  /**
   * Opens what `forsegla` made. @returns null when the key is wrong or a byte has changed: the two
   * cannot be told apart, and neither tells more to somebody who guesses.
   */
  static async oppna(nyckel: Uint8Array, agare: Agare, forseglad: ForsegladHemlighet): Promise<Anvandarhemlighet | null> {
    const bytes = franB64(forseglad.hemlighet)
    if (bytes === null || bytes.length < 12 + 16 + 65) return null
    const oppnare = createDecipheriv('aes-256-gcm', nyckel, bytes.subarray(0, 12), { authTagLength: 16 })
    oppnare.setAAD(aad(agare, forseglad.kdf))
    oppnare.setAuthTag(bytes.subarray(-16))
    const klartext = oppnare.update(bytes.subarray(12, -16))
    try {
      oppnare.final()
    } catch {
      glom(klartext)
      return null
    }
    try {
      if (klartext[0] !== SCHEMA) throw new Fel('valv_nyare', 'Valvet är skrivet av en nyare version av Lotsen. Starta den nyare versionen.')
      const fast = fastSchema.parse(JSON.parse(klartext.toString('utf8', 65)))
      if (fast.kontor !== agare.kontor) throw new Fel('valv_skadat', 'Valvfilen hör till ett annat kontor. Återställ från en säkerhetskopia.')
      return new Anvandarhemlighet(agare, await AgeIdentitet.av(klartext.subarray(1, 33)), kopia(klartext.subarray(33, 65)), fast)
    } finally {
      glom(klartext)
    }
  }

  /**
   * Raises the lowest accepted certificate generations; they are never lowered.
   * @returns whether anything changed, that is, whether the secret should be sealed anew
   */
  hojGenerationer(sedda: Readonly<Record<string, number>>): boolean {
    const hojda = { ...this.#fast.generationer }
    for (const [id, generation] of Object.entries(sedda)) hojda[id] = Math.max(hojda[id] ?? 1, generation)
    const andrad = JSON.stringify(hojda) !== JSON.stringify(this.#fast.generationer)
    this.#fast = { ...this.#fast, generationer: hojda }
    return andrad
  }

  /** Pins a new nyckelblad that the user has compared by its fingerprint (DESIGN §4.7). */
  bytBlad(blad: { rot: string; mottagare: string }): void {
    this.#fast = { ...this.#fast, rot: blad.rot, aterhamtning: blad.mottagare }
  }

  glom(): void {
    this.age.glom()
    glom(this.#fro)
    this.#privat = null
  }
}
