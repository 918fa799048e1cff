import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Fel, arFel } from '../model/fel.ts'
import type { AgeIdentitet } from './age.ts'
import { aterhamtningUr, utfardaCertifikat, verifieraCertifikat, type Aterhamtning, type Certifikat } from './certifikat.ts'
import { DATABASNAMN, oppnaDatabas, type Databas, type Oppningsval } from './databas.ts'
import { forseglaDbNyckel, nyDatabasnyckel, oppnaDbNycklar } from './dbnyckel.ts'
import { Anvandarhemlighet, losenordsnyckel, nyKdf, type Fast, type ForsegladHemlighet, type Kdf } from './identitet.ts'
import { glom } from './krypto.ts'
import { kontrolleraLosenord, normaliseraAnvandarnamn } from './losenord.ts'
import type { Nyckelblad } from './nyckelblad.ts'
import { VALVFORMAT, ersattValv, lasValv, skrivForstaValv, type Valv, type Valvpost } from './valvfil.ts'

/** Making, opening and changing the vault: what the parts beside this file are put together to. */

export interface NyAnvandare {
  userId: string
  anvandarnamn: string
  namn: string
  roller: readonly string[]
  losenord: string
}

/** Runs something while the database's write lock is held: `(fn) => medSkrivlas(db, fn)`. */
export type Skrivlas = <T>(fn: () => Promise<T>) => Promise<T>

/** What somebody who holds the sheet itself holds fast. */
export const fastAv = (kontor: string, blad: Nyckelblad): Fast => ({ kontor, rot: blad.rot, aterhamtning: blad.mottagare, generationer: {} })

/** A new user's two halves: the entry of vault.json and the certificate for the database. */
export interface ForberedAnvandare {
  post: Valvpost
  certifikat: Certifikat
}

/**
 * Makes a new identity under a password and certifies it: for a new user, and again (with a higher
 * `generation`) after a forgotten or revealed password. Writes nothing. Granting is done database
 * first, then vault (DESIGN §4.9).
 * @param egna names that the password may not be, besides the user's own
 * @throws Fel `losenord_svagt`
 */
export async function forberedAnvandare(
  ny: NyAnvandare,
  val: { kontor: string; blad: Nyckelblad; dbNycklar: readonly Uint8Array[]; generation: number; generationer?: Fast['generationer']; egna?: readonly string[] },
): Promise<ForberedAnvandare> {
  const anvandarnamn = normaliseraAnvandarnamn(ny.anvandarnamn)
  const namn = ny.namn.normalize('NFC').trim()
  kontrolleraLosenord(ny.losenord, [anvandarnamn, namn, ...(val.egna ?? [])])
  const fast: Fast = { ...fastAv(val.kontor, val.blad), generationer: { ...val.generationer, [ny.userId]: val.generation } }
  const hemlighet = await Anvandarhemlighet.ny({ kontor: val.kontor, userId: ny.userId, anvandarnamn }, fast)
  const kdf = nyKdf()
  const nyckel = await losenordsnyckel(ny.losenord, kdf)
  try {
    const certifikat = utfardaCertifikat(
      { kontor: val.kontor, userId: ny.userId, anvandarnamn, namn, roller: ny.roller, mottagare: hemlighet.age.mottagare, signeringsnyckel: hemlighet.signeringsnyckel, generation: val.generation },
      val.blad,
    )
    const mottagare = verifieraCertifikat(certifikat, fast)
    const nycklar = await Promise.all(val.dbNycklar.map((n) => forseglaDbNyckel(val.kontor, n, mottagare)))
    return { post: { id: ny.userId, anvandarnamn, ...hemlighet.forsegla(nyckel, kdf), nycklar }, certifikat }
  } finally {
    glom(nyckel)
    hemlighet.glom()
  }
}

/**
 * Makes the vault of a new office: a database key, every user's identity and certificate.
 * @returns the key (the caller zeroes it) and the certificates to store in the database
 * @throws Fel `finns_redan`, `losenord_svagt` (with `detalj: {anvandarnamn}`), `anvandare_dubblett`
 */
export async function skapaValv(val: { dir: string; kontor: string; blad: Nyckelblad; anvandare: readonly NyAnvandare[]; egna?: readonly string[] }): Promise<{ dbNyckel: Buffer; certifikat: Certifikat[] }> {
  const namnen = val.anvandare.map((a) => normaliseraAnvandarnamn(a.anvandarnamn))
  const dubblett = namnen.find((namn, i) => namnen.indexOf(namn) !== i)
  if (dubblett !== undefined) throw new Fel('anvandare_dubblett', `Användarnamnet ${dubblett} står två gånger. Varje användare behöver ett eget.`, { falt: 'anvandarnamn' })
  const dbNyckel = nyDatabasnyckel()
  try {
    const klara: ForberedAnvandare[] = []
    const samtidigt = Math.min(4, availableParallelism()) // each derivation takes 128 MiB
    for (let i = 0; i < val.anvandare.length; i += samtidigt) {
      const omgang = val.anvandare.slice(i, i + samtidigt)
      klara.push(...(await Promise.all(omgang.map((ny) => forberedEnAvFlera(ny, val, dbNyckel)))))
    }
    const aterhamtning = await forseglaDbNyckel(val.kontor, dbNyckel, aterhamtningUr(fastAv(val.kontor, val.blad)))
    await skrivForstaValv(val.dir, {
      format: VALVFORMAT,
      kontor: val.kontor,
      version: 1,
      anvandare: klara.map((k) => k.post),
      aterhamtning: { nycklar: [aterhamtning] },
    })
    return { dbNyckel, certifikat: klara.map((k) => k.certifikat) }
  } catch (fel) {
    glom(dbNyckel)
    throw fel
  }
}

async function forberedEnAvFlera(ny: NyAnvandare, val: { kontor: string; blad: Nyckelblad; egna?: readonly string[] }, dbNyckel: Buffer): Promise<ForberedAnvandare> {
  try {
    return await forberedAnvandare(ny, { ...val, dbNycklar: [dbNyckel], generation: 1 })
  } catch (fel) {
    if (!arFel(fel)) throw fel
    throw new Fel(fel.kod, `${fel.message} (Användare: ${ny.anvandarnamn})`, { falt: fel.falt, detalj: { anvandarnamn: ny.anvandarnamn }, cause: fel })
  }
}

/** Somebody who has logged in. Everything secret in it goes with `glom()`. */
export class Inloggning {
  readonly hemlighet: Anvandarhemlighet
  /** the database keys the user's seals hold: one, or two during a change of key */
  dbNycklar: readonly Buffer[]
  #nyckel: Buffer
  #kdf: Kdf

  constructor(hemlighet: Anvandarhemlighet, dbNycklar: readonly Buffer[], nyckel: Buffer, kdf: Kdf) {
    this.hemlighet = hemlighet
    this.dbNycklar = dbNycklar
    this.#nyckel = nyckel
    this.#kdf = kdf
  }

  /** Tells the password that was used from one that has been set since: every password has a salt of its own. */
  get salt(): string {
    return this.#kdf.salt
  }

  /** The secrets as they are now (raised generations, new pins), under the same password. */
  forseglaOm(): ForsegladHemlighet {
    return this.hemlighet.forsegla(this.#nyckel, this.#kdf)
  }

  /** From now on the secrets lie under another password's key, which this takes over. */
  bytNyckel(nyckel: Buffer, kdf: Kdf): void {
    glom(this.#nyckel)
    this.#nyckel = nyckel
    this.#kdf = kdf
  }

  /** After a change of the database key; takes the new ones over. */
  bytDbNycklar(nycklar: readonly Buffer[]): void {
    glom(...this.dbNycklar)
    this.dbNycklar = nycklar
  }

  glom(): void {
    this.hemlighet.glom()
    glom(this.#nyckel, ...this.dbNycklar)
  }
}

const felInloggning = (): Fel => new Fel('fel_losenord', 'Användarnamnet eller lösenordet stämmer inte.', { falt: 'losenord' })

/**
 * Opens a vault (the office's, or a backup's) with a user's password. An unknown user costs the same
 * time as a wrong password and gives the same answer.
 * @throws Fel `fel_losenord`, `valv_skadat`, `valv_nyare`
 */
export async function lasUpp(valv: Valv, uppgifter: { anvandarnamn: string; losenord: string }): Promise<Inloggning> {
  const anvandarnamn = normaliseraAnvandarnamn(uppgifter.anvandarnamn)
  const post = valv.anvandare.find((a) => a.anvandarnamn === anvandarnamn)
  const nyckel = await losenordsnyckel(uppgifter.losenord, post?.kdf ?? nyKdf())
  const hemlighet = post === undefined ? null : await Anvandarhemlighet.oppna(nyckel, { kontor: valv.kontor, userId: post.id, anvandarnamn }, post)
  if (post === undefined || hemlighet === null) {
    glom(nyckel)
    throw felInloggning()
  }
  const dbNycklar = await oppnaDbNycklar(valv.kontor, post.nycklar, hemlighet.age)
  const inloggning = new Inloggning(hemlighet, dbNycklar, nyckel, post.kdf)
  if (dbNycklar.length === 0) {
    inloggning.glom()
    throw new Fel('valv_skadat', 'Valvfilen (vault.json) är skadad: databasens nyckel kan inte öppnas. Återställ kontoret från en säkerhetskopia.')
  }
  return inloggning
}

/** Opens a vault with the nyckelblad. The caller zeroes the keys. @throws Fel `nyckel_fel` for another office's sheet */
export async function lasUppMedBlad(valv: Valv, blad: { age: AgeIdentitet }): Promise<Buffer[]> {
  const dbNycklar = await oppnaDbNycklar(valv.kontor, valv.aterhamtning.nycklar, blad.age)
  if (dbNycklar.length === 0) throw new Fel('nyckel_fel', 'Nyckelbladet hör inte till det här kontoret. Kontrollera att det är det senaste bladet.', { falt: 'nyckel' })
  return dbNycklar
}

/**
 * Opens office.db with whichever of the keys fits (two exist during a change of key).
 * @throws Fel as `oppnaDatabas`
 */
export async function oppnaKontorsdatabas(dir: string, dbNycklar: readonly Buffer[], val: Oppningsval = {}): Promise<{ db: Databas; nyckel: Buffer }> {
  let sista: unknown = new Fel('valv_skadat', 'Valvet innehåller ingen nyckel till databasen. Återställ kontoret från en säkerhetskopia.')
  for (const nyckel of [...dbNycklar].reverse()) {
    try {
      return { db: await oppnaDatabas(join(dir, DATABASNAMN), nyckel, val), nyckel }
    } catch (fel) {
      if (!arFel(fel, 'fel_nyckel')) throw fel
      sista = fel
    }
  }
  throw sista
}

/** Re-reads the vault and replaces it while the write lock is held (DESIGN §4.9). */
export const andraValv = (dir: string, las: Skrivlas, nytt: (nuvarande: Valv) => Valv): Promise<Valv> =>
  las(async () => ersattValv(dir, (await lasValv(dir)).version, nytt))

/**
 * Seals the database key to a new nyckelblad when the old one is lost (DESIGN §4.7); the result goes in
 * with `andraValv`. @param aterhamtning made from pins that somebody has confirmed by the fingerprint
 */
export async function forseglaTillBlad(valv: Valv, dbNycklar: readonly Uint8Array[], aterhamtning: Aterhamtning): Promise<Valv['aterhamtning']> {
  return { nycklar: await Promise.all(dbNycklar.map((n) => forseglaDbNyckel(valv.kontor, n, aterhamtning))) }
}

/** Puts in or replaces a user's entry. */
export const medPost = (valv: Valv, post: Valvpost): Valv => ({ ...valv, anvandare: [...valv.anvandare.filter((a) => a.id !== post.id), post] })

/** Takes a user's entry, and with it the user's seal of the database key, out of the vault. */
export const utanPost = (valv: Valv, userId: string): Valv => ({ ...valv, anvandare: valv.anvandare.filter((a) => a.id !== userId) })

/** @param salt of the password that the user showed: one that was set meanwhile must not be undone */
function medHemlighet(valv: Valv, userId: string, salt: string, forseglad: ForsegladHemlighet): Valv {
  const post = valv.anvandare.find((a) => a.id === userId)
  if (post === undefined) throw new Fel('anvandare_avslutad', 'Användaren finns inte längre i valvet. Ingenting är ändrat.')
  if (post.kdf.salt !== salt) throw new Fel('valv_andrat', 'Lösenordet byttes samtidigt på ett annat ställe. Ingenting är ändrat här. Logga in igen med det nya.')
  return { ...valv, anvandare: valv.anvandare.map((a) => (a.id === userId ? { ...a, ...forseglad } : a)) }
}

/**
 * Saves raised generations or new pins under the password that the user logged in with.
 * @throws Fel `valv_andrat` when it has been changed since
 */
export async function sparaHemlighet(dir: string, las: Skrivlas, inloggning: Inloggning): Promise<void> {
  await andraValv(dir, las, (valv) => medHemlighet(valv, inloggning.hemlighet.agare.userId, inloggning.salt, inloggning.forseglaOm()))
}

/**
 * Changes the password of somebody logged in: the same secrets under a new key, nothing re-keyed
 * (DESIGN §4.7). After a kill the old or the new password holds, never none.
 * @throws Fel `fel_losenord` (field `gammalt`), `losenord_svagt`
 */
export async function bytLosenord(dir: string, las: Skrivlas, inloggning: Inloggning, ord: { gammalt: string; nytt: string; egna?: readonly string[] }): Promise<void> {
  const { anvandarnamn, userId } = inloggning.hemlighet.agare
  kontrolleraLosenord(ord.nytt, [anvandarnamn, ...(ord.egna ?? [])])
  const prov = await lasUpp(await lasValv(dir), { anvandarnamn, losenord: ord.gammalt }).catch((fel: unknown) => {
    throw arFel(fel, 'fel_losenord') ? new Fel('fel_losenord', 'Det nuvarande lösenordet stämmer inte.', { falt: 'gammalt' }) : fel
  })
  // Another session of the same user may have raised them: they are never lowered.
  inloggning.hemlighet.hojGenerationer(prov.hemlighet.fast.generationer)
  prov.glom()
  const kdf = nyKdf()
  const nyckel = await losenordsnyckel(ord.nytt, kdf)
  try {
    await andraValv(dir, las, (valv) => medHemlighet(valv, userId, prov.salt, inloggning.hemlighet.forsegla(nyckel, kdf)))
  } catch (fel) {
    glom(nyckel)
    throw fel
  }
  inloggning.bytNyckel(nyckel, kdf)
}
