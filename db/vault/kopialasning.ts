import type { Hmac } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Fel } from '../model/fel.ts'
import { DATABASNAMN } from './databas.ts'
import { ersattFil, felkod, tolkaFilfel } from './filer.ts'
import { kopiearbete, type Kopieresultat } from './kopiaarbete.ts'
import { MACLANGD, kopiaNyare, kopiaSkadad, kopiamac, kravLogg, las, lasInledning, skriv, type Inledning, type Kopiahuvud } from './kopiaformat.ts'
import { glom, lika } from './krypto.ts'
import { lasNyckelblad } from './nyckelblad.ts'
import { lasUpp, lasUppMedBlad, type Inloggning } from './valv.ts'
import { taktsteg } from './takt.ts'
import { VALVNAMN, tolkaValv, valvbytes, type Valv } from './valvfil.ts'

/**
 * Reading a backup, in this order (DESIGN §4.11): bounds, future version refused, password opens the
 * vault part, HMAC over all; only then is anything written or opened.
 */

const BIT = 512 << 10

/** What is going on, and how much of it is done (0–1). */
export type Framsteg = (steg: 'kopierar' | 'skriver' | 'kontrollerar', andel: number) => void

/** Who opens: a user of the time of the backup, or the nyckelblad as text. */
export type Nyckelhallare = { anvandarnamn: string; losenord: string } | { nyckel: string }

/** Reads a stretch of a file in pieces. @throws Fel `kopia_skadad` if the file ends before it */
export async function genomlop(fil: FileHandle, start: number, langd: number, ta: (bit: Buffer, last: number) => Promise<void>): Promise<void> {
  for (let last = 0; last < langd; ) {
    const bit = await las(fil, start + last, Math.min(BIT, langd - last))
    if (bit.length === 0) throw kopiaSkadad()
    last += bit.length
    await ta(bit, last)
  }
}

/** Which of the keys the backup was made with. Reads the whole file once. @throws Fel `kopia_skadad` for none */
async function provaMac(fil: FileHandle, borjan: Inledning, nycklar: readonly Buffer[], framsteg?: Framsteg): Promise<Buffer> {
  const macar: Hmac[] = nycklar.map(kopiamac)
  for (const mac of macar) mac.update(borjan.bytes)
  await genomlop(fil, borjan.start, borjan.langd, async (bit, last) => {
    for (const mac of macar) mac.update(bit)
    framsteg?.('kontrollerar', last / borjan.langd)
  })
  const lagrad = await las(fil, borjan.start + borjan.langd, MACLANGD)
  const nr = macar.map((mac) => lika(mac.digest(), lagrad)).indexOf(true)
  const nyckel = nycklar[nr]
  if (nyckel === undefined) throw kopiaSkadad()
  return nyckel
}

/**
 * Writes the database of a backup to a new file, and checks the HMAC over just those bytes that were
 * written: the file may have changed since it was last read.
 * @throws Fel `kopia_skadad` (and no file is left)
 */
export async function packaUppDatabas(fil: FileHandle, borjan: Inledning, nyckel: Uint8Array, mal: string, framsteg?: Framsteg): Promise<void> {
  const mac = kopiamac(nyckel)
  mac.update(borjan.bytes)
  const ut = await open(mal, 'wx', 0o660)
  try {
    await genomlop(fil, borjan.start, borjan.langd, async (bit, last) => {
      mac.update(bit)
      await skriv(ut, bit)
      await taktsteg(ut)
      framsteg?.('kontrollerar', last / borjan.langd)
    })
    if (!lika(mac.digest(), await las(fil, borjan.start + borjan.langd, MACLANGD))) throw kopiaSkadad()
    await ut.sync()
  } catch (fel) {
    await rm(mal, { force: true })
    throw fel
  } finally {
    await ut.close()
  }
}

/** A backup whose HMAC has been verified. `stang()` when done. */
export class OppnadKopia {
  readonly huvud: Kopiahuvud
  readonly valv: Valv
  /** the database key of the backup */
  readonly nyckel: Buffer
  /** the user's login in the backup's vault; null when opened with the nyckelblad */
  readonly inloggning: Inloggning | null
  readonly #fil: FileHandle
  readonly #inledning: Inledning
  #oppen = true

  constructor(delar: { fil: FileHandle; inledning: Inledning; valv: Valv; nyckel: Buffer; inloggning: Inloggning | null }) {
    this.huvud = delar.inledning.huvud
    this.valv = delar.valv
    this.nyckel = delar.nyckel
    this.inloggning = delar.inloggning
    this.#fil = delar.fil
    this.#inledning = delar.inledning
  }

  /**
   * Writes office.db and vault.json into a folder (which should be private and empty) and checks every
   * page of the database.
   * @param matt one-number queries by name, run on the unpacked database
   */
  async packaUpp(mapp: string, matt: Readonly<Record<string, string>> = {}, framsteg?: Framsteg): Promise<Kopieresultat> {
    try {
      const databas = join(mapp, DATABASNAMN)
      await packaUppDatabas(this.#fil, this.#inledning, this.nyckel, databas, framsteg)
      const svar = await kopiearbete({ slag: 'kontrollera', fil: databas, matt }, this.nyckel)
      kravLogg(this.huvud, svar.logg)
      await ersattFil(join(mapp, VALVNAMN), valvbytes(this.valv))
      return svar
    } catch (fel) {
      throw tolkaFilfel(fel, 'den återställda databasen')
    }
  }

  /** Closes the file and forgets the keys. Safe to call twice. */
  async stang(): Promise<void> {
    this.inloggning?.glom()
    glom(this.nyckel)
    if (this.#oppen) {
      this.#oppen = false
      await this.#fil.close()
    }
  }
}

/**
 * Opens a backup.
 * @param val.hogstaSchema highest user_version this program knows
 * @throws Fel `kopia_saknas`, `kopia_fel_slag`, `kopia_nyare`, `kopia_skadad`, `valv_skadat`, `valv_nyare`,
 * `fel_losenord`, `nyckel_fel`
 */
export async function oppnaKopia(fil: string, hallare: Nyckelhallare, val: { hogstaSchema?: number; framsteg?: Framsteg } = {}): Promise<OppnadKopia> {
  const handtag = await oppnaKopiefil(fil)
  try {
    const inledning = await lasInledning(handtag)
    if (inledning.huvud.schema > (val.hogstaSchema ?? Number.POSITIVE_INFINITY)) throw kopiaNyare()
    const valv = tolkaValv(inledning.valv)
    const { inloggning, dbNycklar } = await lasUppValv(valv, hallare)
    try {
      const nyckel = Buffer.from(await provaMac(handtag, inledning, dbNycklar, val.framsteg))
      return new OppnadKopia({ fil: handtag, inledning, valv, nyckel, inloggning })
    } catch (fel) {
      inloggning?.glom()
      throw fel
    } finally {
      if (inloggning === null) glom(...dbNycklar)
    }
  } catch (fel) {
    await handtag.close()
    throw fel
  }
}

async function lasUppValv(valv: Valv, hallare: Nyckelhallare): Promise<{ inloggning: Inloggning | null; dbNycklar: readonly Buffer[] }> {
  if ('losenord' in hallare) {
    const inloggning = await lasUpp(valv, hallare)
    return { inloggning, dbNycklar: inloggning.dbNycklar }
  }
  const blad = await lasNyckelblad(hallare.nyckel)
  try {
    return { inloggning: null, dbNycklar: await lasUppMedBlad(valv, blad) }
  } finally {
    blad.glom()
  }
}

/** Date, size and version of a backup: all that shows before the password (DESIGN §4.11). */
export async function lasHuvud(fil: string): Promise<{ skapad: string; lotsen: string; schema: number; byte: number }> {
  const handtag = await oppnaKopiefil(fil)
  try {
    const { skapad, lotsen, schema } = (await lasInledning(handtag)).huvud
    return { skapad, lotsen, schema, byte: (await handtag.stat()).size }
  } finally {
    await handtag.close()
  }
}

/** @throws Fel `kopia_saknas` */
export async function oppnaKopiefil(fil: string): Promise<FileHandle> {
  try {
    const handtag = await open(fil, 'r')
    if ((await handtag.stat()).isFile()) return handtag
    await handtag.close()
  } catch (fel) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(felkod(fel) ?? '')) throw tolkaFilfel(fel, 'säkerhetskopian')
  }
  throw new Fel('kopia_saknas', 'Säkerhetskopian finns inte på den angivna platsen. Kontrollera namnet.', { falt: 'fil' })
}
