import { Fel } from '../model/fel.ts'
import { forseglaTill, type AgeIdentitet } from './age.ts'
import { ATERHAMTNING_ID, ROT_ID, kravCertifierad, kravUnderskrivare, type CertifieradAnvandare, type Mottagare, type Underskrivare } from './certifikat.ts'
import type { Anvandarhemlighet } from './identitet.ts'
import { glom, kanoniskt, kopia, lika, sha256, slump, stammerSignatur } from './krypto.ts'
import type { Nyckelblad } from './nyckelblad.ts'

/**
 * The keys that rows are sealed under, and who has them: one ordinary age file per key and
 * recipient, signed by its maker (DESIGN §4.3–4.6).
 */

/** What a key is for: a case, a queued contact, an author's draft, or the office's duplicate check. */
export type Slag = 'arende' | 'kontakt' | 'forfattare' | 'dubblett'

/** Which key it is. `id`: UUID of the case, contact or draft; for `dubblett` the office id. */
export interface Nyckelplats {
  kontor: string
  slag: Slag
  id: string
  /** 1, 2, …: rises every time the key is replaced */
  generation: number
}

/** A seal as it lies in the database. */
export interface Sigill {
  mottagareId: string
  /** age1… that it was sealed to */
  mottagare: string
  tillverkareId: string
  /** generation of the maker's certificate, to find the key that checks the signature */
  tillverkareGeneration: number
  age: Buffer
  signatur: Buffer
}

/** Somebody who can sign seals in this session. */
export interface Tillverkare {
  userId: string
  generation: number
  signera(data: Uint8Array): Buffer
}

/** The logged-in user as maker. @throws Fel `ej_certifierad` when the certificate is not of these keys */
export function tillverkareAv(hemlighet: Anvandarhemlighet, egen: CertifieradAnvandare): Tillverkare {
  kravCertifierad(egen)
  if (egen.userId !== hemlighet.agare.userId || egen.signeringsnyckel !== hemlighet.signeringsnyckel) {
    throw new Fel('ej_certifierad', 'Den egna behörigheten stämmer inte med valvet. Be administratören utfärda den på nytt med nyckelbladet.')
  }
  return { userId: egen.userId, generation: egen.generation, signera: (data) => hemlighet.signera(data) }
}

/** The nyckelblad as maker: at set-up. */
export const tillverkareRot = (blad: Nyckelblad): Tillverkare => ({ userId: ROT_ID, generation: 0, signera: (data) => blad.signera(data) })

/** A new key of 256 random bits. The owner zeroes it with `glom`. */
export const nyArendenyckel = (): Buffer => slump(32)

const inledning = (plats: Nyckelplats): Buffer =>
  Buffer.concat([kanoniskt(['lotsen-nyckel-1', plats.kontor, plats.slag, plats.id, plats.generation]), Buffer.from('\n')])

const underskrivet = (plats: Nyckelplats, s: Omit<Sigill, 'signatur'>): Buffer =>
  kanoniskt(['lotsen-sigill-1', plats.kontor, plats.slag, plats.id, plats.generation, s.mottagareId, s.mottagare, sha256(s.age).toString('hex'), s.tillverkareId, s.tillverkareGeneration])

/** Case keys, queued contacts and the duplicate key are for ombud and the nyckelblad; a draft for its author. */
function kravMottagare(plats: Nyckelplats, mottagare: Mottagare): void {
  kravCertifierad(mottagare)
  if (mottagare.userId === ATERHAMTNING_ID || plats.slag === 'forfattare') return
  if (!('roller' in mottagare) || !mottagare.roller.includes('ombud')) {
    throw new Fel('ej_ombud', 'Användaren har inte rollen ombud och kan därför inte få klientuppgifter. Ge rollen med nyckelbladet först.')
  }
}

/**
 * Seals a key to one recipient and signs the seal.
 * @throws Fel `ej_certifierad`, `ej_ombud`
 */
export async function forseglaNyckel(nyckel: Uint8Array, plats: Nyckelplats, mottagare: Mottagare, tillverkare: Tillverkare): Promise<Sigill> {
  kravMottagare(plats, mottagare)
  if (nyckel.length !== 32) throw new TypeError('A key is 32 bytes')
  const innehall = Buffer.concat([inledning(plats), nyckel])
  try {
    const age = await forseglaTill(mottagare.mottagare, innehall)
    const s = { mottagareId: mottagare.userId, mottagare: mottagare.mottagare, tillverkareId: tillverkare.userId, tillverkareGeneration: tillverkare.generation, age }
    return { ...s, signatur: tillverkare.signera(underskrivet(plats, s)) }
  } finally {
    glom(innehall)
  }
}

/**
 * Seals a key to several recipients: all of them, or nothing is returned. Every recipient is checked
 * before the first seal is made.
 */
export function forseglaTillFlera(nyckel: Uint8Array, plats: Nyckelplats, mottagare: readonly Mottagare[], tillverkare: Tillverkare): Promise<Sigill[]> {
  for (const m of mottagare) kravMottagare(plats, m)
  return Promise.all(mottagare.map((m) => forseglaNyckel(nyckel, plats, m, tillverkare)))
}

/** Checks a seal's signature without opening it: the office can do it for seals it cannot open. */
export function stammerSigill(sigill: Sigill, plats: Nyckelplats, tillverkare: Underskrivare): boolean {
  kravUnderskrivare(tillverkare)
  return (
    sigill.tillverkareId === tillverkare.userId &&
    sigill.tillverkareGeneration === tillverkare.generation &&
    stammerSignatur(tillverkare.signeringsnyckel, underskrivet(plats, sigill), sigill.signatur)
  )
}

/**
 * Opens a seal made to `innehavare`: first the maker's signature, then the age file, then that the
 * key inside says it is this very key.
 * @param innehavare the user's id (or `ATERHAMTNING_ID`) and age identity
 * @throws Fel `forsegling_bruten`, `ej_certifierad`
 */
export async function oppnaSigill(sigill: Sigill, plats: Nyckelplats, innehavare: { userId: string; age: AgeIdentitet }, tillverkare: Underskrivare): Promise<Buffer> {
  if (!stammerSigill(sigill, plats, tillverkare)) throw bruten()
  if (sigill.mottagareId !== innehavare.userId || sigill.mottagare !== innehavare.age.mottagare) throw bruten()
  const innehall = await innehavare.age.oppna(sigill.age)
  try {
    const vantad = inledning(plats)
    if (innehall.length !== vantad.length + 32 || !lika(innehall.subarray(0, vantad.length), vantad)) throw bruten()
    return kopia(innehall.subarray(vantad.length))
  } finally {
    glom(innehall)
  }
}

const bruten = (): Fel =>
  new Fel('forsegling_bruten', 'Nyckeln till uppgifterna är inte förseglad av den som står som avsändare, eller hör till något annat. Kontakta administratören: filerna kan ha ändrats.')

/**
 * Whether a case must get a new key before anything is written in it (DESIGN §4.4): the key it lies
 * under was made by somebody other than the one who holds the case, or it has been marked because
 * somebody who had a seal no longer should (stand-in ended, offer withdrawn).
 */
export const behoverNyNyckel = (lage: { tillverkareId: string; innehavareId: string; markerad: boolean }): boolean =>
  lage.markerad || lage.tillverkareId !== lage.innehavareId
