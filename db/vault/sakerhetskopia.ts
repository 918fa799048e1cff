import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Fel, arFel } from '../model/fel.ts'
import type { Databas } from './databas.ts'
import { tolkaDatabasfel } from './databasfel.ts'
import { felkod, fsyncMapp, lever, tolkaFilfel, varddator } from './filer.ts'
import { kopiearbete, type Kopieresultat } from './kopiaarbete.ts'
import { MACLANGD, inledning, kopiaSkadad, kopiamac, kravLogg, lasInledning, skriv, type Kopiahuvud, type Kopielogg } from './kopiaformat.ts'
import { genomlop, packaUppDatabas, type Framsteg } from './kopialasning.ts'
import { filrattigheter } from './rattigheter.ts'
import { medSpolning, taBortLugnt, taktsteg } from './takt.ts'
import { valvbytes, type Valv } from './valvfil.ts'

/** Making a backup: one file, whole and verified before it gets its name (DESIGN §4.11). */

export { slutforAterstallning } from './aterstallning.ts'

const MAPP = /^\.lotsen-([0-9a-f]{8})-(\d+)-\w+$/

export interface Kopieval {
  /** path of office.db */
  databas: string
  /** the key it is encrypted with */
  nyckel: Uint8Array
  /** the vault of now: whose passwords will open the copy */
  valv: Valv
  /** the file to make; must not exist */
  till: string
  /** version of Lotsen, and time (ISO), for the header */
  lotsen?: string
  skapad?: string
  /** a handle that has the database alone: no second connection could be opened beside it */
  handtag?: Databas
  /** statements run on the copy before it is written, e.g. to leave out anteckningar; then VACUUM */
  rensa?: readonly string[]
  /** one-number queries to run on the verified copy, by name */
  matt?: Readonly<Record<string, string>>
  framsteg?: Framsteg
}

export interface Kopia {
  fil: string
  byte: number
  sha256: string
  matt: Record<string, number>
}

/**
 * Makes a backup and verifies it by opening it again: HMAC over all, every page of the database, the
 * given queries. Only then does it get its name; a kill before that leaves nothing under the name.
 * @throws Fel `finns_redan`, `fullt`, `las_bara`, `upptaget`, `databas_skadad`, `mapp_saknas`, `ogiltigt` (a name that is too long)
 */
export async function skapaSakerhetskopia(val: Kopieval): Promise<Kopia> {
  const till = resolve(val.till)
  const mapp = dirname(till)
  let privat: string | null = null
  try {
    if (await finns(till)) throw finnsRedan(till)
    await stadaKopiemappar(mapp)
    // Fresh and 0700: VACUUM INTO follows dangling links, and nobody else may put one there.
    privat = await mkdtemp(join(mapp, `.lotsen-${varddator}-${process.pid}-`))
    const fardig = join(privat, 'kopia')
    val.framsteg?.('kopierar', 0)
    const { bild, schema, logg } = await ogonblicksbild(val, privat)
    const huvud: Kopiahuvud = { skapad: val.skapad ?? new Date().toISOString(), lotsen: val.lotsen ?? '', schema, byte: (await stat(bild)).size, ...(logg === null ? {} : { logg }) }
    const skriven = await sattSamman(fardig, huvud, valvbytes(val.valv), bild, val.nyckel, val.framsteg)
    await taBortLugnt(bild)
    const matt = await kontrolleraFardig(fardig, val, privat, skriven)
    await publicera(fardig, till, skriven.sha256)
    return { fil: till, byte: skriven.byte, sha256: skriven.sha256, matt }
  } catch (fel) {
    if (felkod(fel) === 'ENOENT' || felkod(fel) === 'ENOTDIR') throw new Fel('mapp_saknas', 'Mappen för säkerhetskopian finns inte. Välj en annan mapp, eller skapa den först.', { falt: 'till', cause: fel })
    if (felkod(fel) === 'ENAMETOOLONG') throw new Fel('ogiltigt', 'Filens namn är för långt. Välj ett kortare namn.', { falt: 'till', cause: fel })
    // SQLite writes the snapshot itself, and says that the office was not saved.
    throw arFel(fel, 'fullt') ? kopianFullt(fel) : tolkaFilfel(fel, 'säkerhetskopian')
  } finally {
    if (privat !== null) await rm(privat, { recursive: true, force: true })
  }
}

const kopianFullt = (cause: unknown): Fel => new Fel('fullt', 'Disken är full, så säkerhetskopian kunde inte skrivas. Frigör utrymme och försök igen.', { cause })
const finnsRedan = (till: string): Fel => new Fel('finns_redan', `Filen finns redan och skrivs inte över. Välj ett annat namn än ${till}.`, { falt: 'till' })

async function finns(fil: string): Promise<boolean> {
  try {
    await stat(fil)
    return true
  } catch (fel) {
    if (felkod(fel) === 'ENOENT') return false
    throw fel
  }
}

/** An encrypted copy of the database as it is at one moment, without what is to be left out. */
async function ogonblicksbild(val: Kopieval, privat: string): Promise<{ bild: string; schema: number; logg: Kopielogg | null }> {
  const hel = join(privat, 'hel.db')
  let gjord: Pick<Kopieresultat, 'schema' | 'logg'>
  if (val.handtag === undefined) gjord = await medSpolning(hel, kopiearbete({ slag: 'ogonblicksbild', fil: val.databas, mal: hel }, val.nyckel))
  else {
    try {
      val.handtag.prepare('VACUUM INTO ?').run(hel)
    } catch (fel) {
      throw tolkaDatabasfel(fel)
    }
    gjord = await kopiearbete({ slag: 'las huvud', fil: hel }, val.nyckel)
  }
  const { schema, logg } = gjord
  if (val.rensa === undefined || val.rensa.length === 0) return { bild: hel, schema, logg }
  const rensad = join(privat, 'rensad.db')
  // What is taken out is written over in the first file, and then the second is made.
  await medSpolning(rensad, medSpolning(hel, kopiearbete({ slag: 'rensa', fil: hel, mal: rensad, satser: val.rensa }, val.nyckel)))
  await taBortLugnt(hel)
  return { bild: rensad, schema, logg }
}

interface Skriven {
  byte: number
  sha256: string
}

async function sattSamman(fil: string, huvud: Kopiahuvud, valv: Buffer, bild: string, nyckel: Uint8Array, framsteg?: Framsteg): Promise<Skriven> {
  const [mac, hash] = [kopiamac(nyckel), createHash('sha256')]
  const ut = await open(fil, 'wx', filrattigheter(dirname(fil)))
  try {
    const lagg = async (bytes: Uint8Array): Promise<void> => {
      hash.update(bytes)
      await skriv(ut, bytes)
    }
    const borjan = inledning(huvud, valv)
    mac.update(borjan)
    await lagg(borjan)
    const in_ = await open(bild, 'r')
    try {
      await genomlop(in_, 0, huvud.byte, async (bit, last) => {
        mac.update(bit)
        await lagg(bit)
        await taktsteg(ut)
        framsteg?.('skriver', last / huvud.byte)
      })
    } finally {
      await in_.close()
    }
    await lagg(mac.digest())
    await ut.sync()
    return { byte: borjan.length + huvud.byte + MACLANGD, sha256: hash.digest('hex') }
  } finally {
    await ut.close()
  }
}

/** Opens what was written, as a restore would: HMAC over everything, the database out of it, its pages, the queries. */
async function kontrolleraFardig(fil: string, val: Kopieval, privat: string, skriven: Skriven): Promise<Record<string, number>> {
  const handtag = await open(fil, 'r')
  try {
    const borjan = await lasInledning(handtag)
    const uppackad = join(privat, 'kontroll.db')
    await packaUppDatabas(handtag, borjan, val.nyckel, uppackad, val.framsteg)
    const { matt, logg } = await kopiearbete({ slag: 'kontrollera', fil: uppackad, matt: val.matt ?? {} }, val.nyckel)
    kravLogg(borjan.huvud, logg)
    await taBortLugnt(uppackad)
    if ((await filhash(fil)) !== skriven.sha256) throw kopiaSkadad()
    return matt
  } finally {
    await handtag.close()
  }
}

/** SHA-256 of a whole file, in hex. */
export async function filhash(fil: string): Promise<string> {
  const hash = createHash('sha256')
  const handtag = await open(fil, 'r')
  try {
    await genomlop(handtag, 0, (await handtag.stat()).size, async (bit) => void hash.update(bit))
  } finally {
    await handtag.close()
  }
  return hash.digest('hex')
}

/** Gives the verified file its name without ever replacing another: by a hard link, or by copying where links fail. */
async function publicera(fardig: string, till: string, hash: string): Promise<void> {
  try {
    await link(fardig, till)
  } catch (fel) {
    if (felkod(fel) === 'EEXIST') throw finnsRedan(till)
    await publiceraSomKopia(fardig, till, hash)
  }
  await fsyncMapp(dirname(till))
}

/** For FAT, exFAT and many network drives, which have no hard links. */
export async function publiceraSomKopia(fardig: string, till: string, hash: string): Promise<void> {
  try {
    await copyFile(fardig, till, constants.COPYFILE_EXCL)
  } catch (fel) {
    if (felkod(fel) === 'EEXIST') throw finnsRedan(till)
    await rm(till, { force: true })
    throw fel
  }
  try {
    const handtag = await open(till, 'r+')
    await handtag.sync().finally(() => handtag.close())
    if ((await filhash(till)) !== hash) throw kopiaSkadad()
  } catch (fel) {
    await rm(till, { force: true })
    throw fel
  }
}

/**
 * Removes private folders that a killed backup left: at once when their process on this machine is
 * gone, after a day when they are another machine's. What lies in them is encrypted.
 */
export async function stadaKopiemappar(mapp: string): Promise<void> {
  for (const namn of await readdir(mapp)) {
    const traff = MAPP.exec(namn)
    if (traff === null) continue
    const stig = join(mapp, namn)
    const egen = traff[1] === varddator
    const gammal = Date.now() - (await stat(stig).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs > 24 * 3600_000
    if (egen ? !lever(Number(traff[2])) : gammal) await rm(stig, { recursive: true, force: true })
  }
}
