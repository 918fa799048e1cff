import { createHash } from 'node:crypto'
import { Fel } from '../model/fel.ts'
import { arMottagare } from './age.ts'
import type { Fast } from './identitet.ts'
import { b64, franB64, kanoniskt, stammerSignatur } from './krypto.ts'
import type { Nyckelblad } from './nyckelblad.ts'

/**
 * A user's public keys and roles count only with a certificate by the root (DESIGN §4.2). What seals
 * to people takes the values made here and nothing else: by type, and again at run time.
 */

export interface Certifikatinnehall {
  kontor: string
  userId: string
  anvandarnamn: string
  namn: string
  roller: readonly string[]
  /** age recipient, age1… */
  mottagare: string
  /** Ed25519 public key, base64url */
  signeringsnyckel: string
  /** 1, 2, …: a newer certificate of the same user puts the older ones out of use */
  generation: number
}

export interface Certifikat extends Certifikatinnehall {
  /** by the root, base64url */
  signatur: string
}

declare const certifierad: unique symbol
declare const underskrivare: unique symbol

/** Somebody whose signature counts: has, or once had, a certificate by the root. */
export interface Underskrivare {
  readonly [underskrivare]: true
  readonly userId: string
  readonly signeringsnyckel: string
  readonly generation: number
}

/** A user whose present certificate has been verified against the pinned root: may be sealed to. */
export interface CertifieradAnvandare extends Readonly<Certifikatinnehall>, Underskrivare {
  readonly [certifierad]: true
  readonly userId: string
  readonly signeringsnyckel: string
  readonly generation: number
}

/** The nyckelblad as a recipient: made from what a user pins, never from a file. */
export interface Aterhamtning {
  readonly [certifierad]: true
  readonly userId: typeof ATERHAMTNING_ID
  readonly mottagare: string
}

/** Whoever may be sealed to. */
export type Mottagare = CertifieradAnvandare | Aterhamtning

/** The recipient id of the nyckelblad, where users have their UUID. */
export const ATERHAMTNING_ID = 'aterhamtning'
/** The id under which the root itself signs seals (at set-up and at nödöppning). */
export const ROT_ID = 'rot'

const giltiga = new WeakSet<object>()
const underskrivande = new WeakSet<object>()

/** The bytes that the root signs. */
export const certifikatbytes = (c: Certifikatinnehall): Buffer =>
  kanoniskt(['lotsen-cert-1', c.kontor, c.userId, c.anvandarnamn, c.namn, [...c.roller].sort(), c.mottagare, c.signeringsnyckel, c.generation])

/** Certifies a user with the nyckelblad. */
export function utfardaCertifikat(innehall: Certifikatinnehall, blad: Nyckelblad): Certifikat {
  if (!arMottagare(innehall.mottagare) || franB64(innehall.signeringsnyckel)?.length !== 32 || innehall.generation < 1) {
    throw new TypeError('Not a certificate content')
  }
  return { ...innehall, roller: [...innehall.roller].sort(), signatur: b64(blad.signera(certifikatbytes(innehall))) }
}

/**
 * Verifies a certificate against what the reader pins.
 * @throws Fel `ej_certifierad` if the signature, the office or a key is not right, or if a newer
 * certificate of this user has been seen before
 */
export function verifieraCertifikat(c: Certifikat, fast: Fast): CertifieradAnvandare {
  kontrolleraSignatur(c, fast)
  if (c.generation < (fast.generationer[c.userId] ?? 1)) {
    throw new Fel('ej_certifierad', `Behörigheten för ${c.anvandarnamn} är äldre än den som senast gällde. Kontorets filer kan ha ändrats. Hämta nyckelbladet och utfärda en ny.`)
  }
  const { signatur: _, ...innehall } = c
  const prov = { ...innehall, roller: Object.freeze([...c.roller]) }
  Object.freeze(prov)
  giltiga.add(prov)
  underskrivande.add(prov)
  return prov as CertifieradAnvandare
}

/**
 * Accepts an older certificate for one purpose: checking what its holder signed in its time. The
 * result can never be sealed to.
 */
export function verifieraUnderskrivare(c: Certifikat, fast: Fast): Underskrivare {
  kontrolleraSignatur(c, fast)
  return nyUnderskrivare(c.userId, c.signeringsnyckel, c.generation)
}

/** The nyckelblad as a recipient. `fast` comes from an opened secret or from the sheet itself. */
export function aterhamtningUr(fast: Pick<Fast, 'aterhamtning'>): Aterhamtning {
  const prov = Object.freeze({ userId: ATERHAMTNING_ID, mottagare: fast.aterhamtning })
  giltiga.add(prov)
  return prov as Aterhamtning
}

/** The root as a maker of seals. */
export const rotSomUnderskrivare = (fast: Pick<Fast, 'rot'>): Underskrivare => nyUnderskrivare(ROT_ID, fast.rot, 0)

function nyUnderskrivare(userId: string, signeringsnyckel: string, generation: number): Underskrivare {
  const prov = Object.freeze({ userId, signeringsnyckel, generation })
  underskrivande.add(prov)
  return prov as Underskrivare
}

/**
 * What has been verified in this process, by a hash of every byte that went in: an office of hundreds asks about the same
 * certificates in every list. Only what held is remembered.
 */
const hallit = new Set<string>()

function stammer(rot: string, c: Certifikat, signatur: Buffer): boolean {
  const bytes = certifikatbytes(c)
  const vad = createHash('sha256').update(rot).update('\n').update(signatur).update(bytes).digest('base64')
  if (hallit.has(vad)) return true
  const svar = arMottagare(c.mottagare) && stammerSignatur(rot, bytes, signatur)
  if (svar) hallit.add(vad)
  return svar
}

function kontrolleraSignatur(c: Certifikat, fast: Fast): void {
  const signatur = franB64(c.signatur)
  const hel =
    c.kontor === fast.kontor &&
    Number.isSafeInteger(c.generation) &&
    c.generation >= 1 &&
    c.userId !== ROT_ID &&
    c.userId !== ATERHAMTNING_ID &&
    signatur !== null &&
    signatur.length === 64 &&
    stammer(fast.rot, c, signatur)
  if (!hel) {
    throw new Fel('ej_certifierad', `Behörigheten för ${c.anvandarnamn} är inte utfärdad med kontorets nyckelblad. Ingenting förseglas till den användaren.`)
  }
}

/** Run-time half of the type: refuses a look-alike that did not come from `verifieraCertifikat`. */
export function kravCertifierad(mottagare: Mottagare): void {
  if (!giltiga.has(mottagare)) throw new Fel('ej_certifierad', 'Användaren saknar verifierad behörighet. Ingenting förseglades.')
}

/** Refuses a signer that did not come from this file. */
export function kravUnderskrivare(vem: Underskrivare): void {
  if (!underskrivande.has(vem)) throw new Fel('ej_certifierad', 'Den som gjort förseglingen saknar verifierad behörighet.')
}

/** The highest generation seen per user, to be pinned with `Anvandarhemlighet.hojGenerationer`. */
export const seddaGenerationer = (anvandare: readonly CertifieradAnvandare[]): Record<string, number> =>
  Object.fromEntries(anvandare.map((a) => [a.userId, a.generation]))
