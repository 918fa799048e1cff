import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Fel, arFel } from '../../db/model/fel.ts'
import { idag, type Datum } from '../../db/model/kalender.ts'
import { kopiefiler, kopienamn, KOPIEFEL, kvarKopior, type Kopiefel, type Kopiefil, type Kopieslag } from '../../db/model/sakerhetskopior.ts'
import { hamtaInstallningar } from '../../db/store/enhet.ts'
import { GLESA_SATSER, hamtaKopielage, sparaKopielage, TALFRAGOR, type Kopielage } from '../../db/store/kopielage.ts'
import { DATABASNAMN } from '../../db/vault/databas.ts'
import { felkod, fsyncMapp, tolkaFilfel } from '../../db/vault/filer.ts'
import type { Framsteg } from '../../db/vault/kopialasning.ts'
import { glom, sha256 } from '../../db/vault/krypto.ts'
import { skapaSakerhetskopia, type Kopia, type Kopieval } from '../../db/vault/sakerhetskopia.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import type { Kontor } from './kontor.ts'
import { iTur } from './kopietur.ts'
import { KOPIOR } from './migrering.ts'
import { gallande } from './policy.ts'
import { LOTSEN_VERSION } from './version.ts'

/**
 * The day's copy (DESIGN §4.10–11): at the first unlock of the day, in threads of its own, to a folder that the unit
 * has chosen. Two files: the thin one first, so that there is never a whole one whose day would go with it.
 */

export type Rapport = (vad: string, klart: number, av: number) => void
export type Utfall = 'gjord' | 'fanns' | 'pagar' | 'misslyckad'

/** Where the progress of this session's copy stands, for whoever asks meanwhile. */
export const FORLOPP = 'sakerhetskopior.forlopp'
/** A failure that could not be written down in the office either (its own disk is full or read-only): said as long as the session lasts. */
export const OSKRIVET_FEL = 'sakerhetskopior.fel'
const STEGNAMN = { kopierar: 'Tar en ögonblicksbild av kontoret', skriver: 'Skriver filen', kontrollerar: 'Kontrollerar kopian' } as const

/** The steps of a copy as the page shows them. The snapshot is SQLite's own work in one piece, which says nothing on the way. */
export const iProcent = (rapport: Rapport): Framsteg => (steg, andel) => (steg === 'kopierar' ? rapport(STEGNAMN[steg], 0, 0) : rapport(STEGNAMN[steg], Math.round(andel * 100), 100))

/** Eight digits that tell this office's files from another's in the same folder; the office id is no secret. */
export const kontorsmarke = (kontor: Kontor): string => sha256(kontor.inloggad.kontor).toString('hex').slice(0, 8)

/** The folder of the daily copies, and whether the unit has chosen it. Until then: in the office's own folder, where every account of the computer finds it. */
export function kopiemapp(kontor: Kontor): { mapp: string; vald: boolean } {
  const vald = gallande(hamtaInstallningar(kontor.inloggad.db)).kopiemapp
  return vald === '' ? { mapp: join(kontor.datamapp, KOPIOR), vald: false } : { mapp: vald, vald: true }
}

/**
 * Makes today's copy if nobody has, and takes away those whose time is over.
 * @param val.om make it anew though there is one
 * @returns what came of it; a failure is noted in the office and stands on Min vecka until a copy succeeds
 */
export async function dagskopia(kontor: Kontor, val: { om?: boolean; rapport?: Rapport } = {}): Promise<Utfall> {
  const dag = idag(kontor.nu())
  const { mapp, vald } = kopiemapp(kontor)
  const forlopp: Rapport = (vad, klart, av) => {
    kontor.minne.set(FORLOPP, { vad, klart, av })
    val.rapport?.(vad, klart, av)
  }
  try {
    const tur = await iTur(kontor, 'kopiering', async (): Promise<Utfall> => {
      try {
        const gjorda = await gorBada(kontor, { mapp, vald, dag, om: val.om ?? false, rapport: forlopp })
        await notera(kontor, mapp, dag, gjorda)
        kontor.minne.delete(OSKRIVET_FEL)
        return gjorda.size > 0 ? 'gjord' : 'fanns'
      } finally {
        await gallra(kontor, mapp, dag)
      }
    })
    return tur?.svar ?? 'pagar'
  } catch (fel) {
    await noteraFel(kontor, await orsak(kontor, fel, mapp))
    return 'misslyckad'
  } finally {
    kontor.minne.delete(FORLOPP)
  }
}

async function gorBada(kontor: Kontor, val: { mapp: string; vald: boolean; dag: Datum; om: boolean; rapport: Rapport }): Promise<Map<string, Kopia>> {
  // A chosen folder is never made: a share that is gone must not become a folder on this disk.
  if (!val.vald) await mkdir(val.mapp, { recursive: true, mode: 0o770 })
  const finns = new Set(await readdir(val.mapp))
  const gjorda = new Map<string, Kopia>()
  for (const slag of ['gles', 'hel'] satisfies Kopieslag[]) {
    const namn = kopienamn(kontorsmarke(kontor), val.dag, slag)
    if (finns.has(namn) && !val.om) continue
    gjorda.set(namn, await gorEn(kontor, join(val.mapp, namn), slag, val.rapport))
  }
  return gjorda
}

async function gorEn(kontor: Kontor, till: string, slag: Kopieslag, rapport: Rapport): Promise<Kopia> {
  // Beside the present one, which it then replaces whole.
  const ny = `${till}.ny`
  await rm(ny, { force: true })
  const kopia = await kopieraKontoret(kontor, {
    till: ny, matt: TALFRAGOR, ...(slag === 'gles' ? { rensa: GLESA_SATSER } : {}),
    framsteg: iProcent(rapport),
  })
  await rename(ny, till)
  await fsyncMapp(join(till, '..'))
  return { ...kopia, fil: till }
}

/** A verified copy of the office as it is now, with the key that fits (there are two during a change of key). */
export async function kopieraKontoret(kontor: Kontor, val: Pick<Kopieval, 'till' | 'rensa' | 'matt' | 'framsteg'>): Promise<Kopia> {
  const { datamapp, inloggad } = kontor
  // Copies of the keys: a lock meanwhile zeroes the session's own.
  const nycklar = inloggad.inloggning.dbNycklar.map((n) => Buffer.from(n)).reverse()
  try {
    for (const [i, nyckel] of nycklar.entries()) {
      try {
        return await skapaSakerhetskopia({ ...val, databas: join(datamapp, DATABASNAMN), nyckel, valv: await lasValv(datamapp), lotsen: LOTSEN_VERSION, skapad: kontor.nu() })
      } catch (fel) {
        if (i === nycklar.length - 1 || !(arFel(fel, 'fel_nyckel') || arFel(fel, 'databas_skadad'))) throw fel
      }
    }
    throw new Error('A login without a database key')
  } finally {
    glom(...nycklar)
  }
}

const TAL_HOGST = 60

/** Says in the office what was made; also of a copy that a killed session had finished but not told of. */
async function notera(kontor: Kontor, mapp: string, dag: Datum, gjorda: ReadonlyMap<string, Kopia>): Promise<void> {
  const { inloggad } = kontor
  const hel = kopienamn(kontorsmarke(kontor), dag, 'hel')
  const fore = hamtaKopielage(inloggad.db)
  if (gjorda.size === 0 && fore.senaste?.fil === hel && fore.fel === null) return
  const { size: byte } = await stat(join(mapp, hel))
  await inloggad.skriv((db, logga, tid) => {
    const lage = hamtaKopielage(db)
    const tal: Kopielage['tal'] = { ...lage.tal }
    for (const [namn, kopia] of gjorda) {
      const { arenden = 0, uppdrag = 0, kontakter = 0, loggrader = 0 } = kopia.matt
      tal[kopia.sha256] = { arenden, uppdrag, kontakter, loggrader, fil: namn, tid }
    }
    const nya = Object.fromEntries(Object.entries(tal).sort(([, a], [, b]) => (a.tid < b.tid ? 1 : -1)).slice(0, TAL_HOGST))
    const senaste = gjorda.size === 0 && lage.senaste?.fil === hel ? lage.senaste : { tid, fil: hel, byte }
    sparaKopielage(db, { senaste, fel: null, tal: nya })
    logga({ handling: 'kopia.gjord', objekt: `${dag} ${gjorda.get(hel)?.sha256 ?? ''}`.trim() })
  })
}

/** Takes away the copies whose time is over. Runs also when today's could not be made: a promise that notes vanish waits for no disk. */
async function gallra(kontor: Kontor, mapp: string, dag: Datum): Promise<void> {
  const marke = kontorsmarke(kontor)
  const namn = await readdir(mapp)
  const filer = kopiefiler(namn, marke)
  const kvar = new Set(kvarKopior(filer, dag).map((f) => f.fil))
  const bort = filer.filter((f) => !kvar.has(f.fil)).sort((a, b) => forstBort(a) - forstBort(b))
  for (const { fil } of bort) await rm(join(mapp, fil), { force: true })
  // What a killed session had made beside one that it was to replace.
  for (const rest of namn.filter((n) => n.endsWith('.ny') && kopiefiler([n.slice(0, -3)], marke).length > 0)) await rm(join(mapp, rest), { force: true })
  if (bort.length > 0) await fsyncMapp(mapp)
}

const forstBort = (f: Kopiefil): number => (f.slag === 'hel' ? 0 : 1)

/** What the operating system says of a share that has gone, in its many words. */
const BORTA = new Set(['ENOENT', 'ENOTDIR', 'EIO', 'ESTALE', 'ENODEV', 'ENXIO', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'UNKNOWN'])

async function orsak(kontor: Kontor, fel: unknown, mapp: string): Promise<Kopiefel | null> {
  if (!kontor.inloggadFinns) return null // locked meanwhile: the next unlock makes it
  const tolkat = tolkaFilfel(fel, 'säkerhetskopian')
  if (!(await stat(mapp).then((s) => s.isDirectory(), () => false)) || BORTA.has(felkod(tolkat) ?? '')) return 'mapp_saknas'
  const kod = tolkat instanceof Fel ? KOPIEFEL.find((k) => k === tolkat.kod) : undefined
  if (kod !== undefined) return kod
  if (!(tolkat instanceof Fel)) kontor.bugg(tolkat, 'sakerhetskopior.dagskopia')
  return 'ovantat'
}

async function noteraFel(kontor: Kontor, kod: Kopiefel | null): Promise<void> {
  if (kod === null) return
  try {
    await kontor.inloggad.skriv((db, logga, tid) => {
      sparaKopielage(db, { fel: { kod, tid, sedan: hamtaKopielage(db).fel?.sedan ?? tid } })
      logga({ handling: 'kopia.misslyckad', objekt: kod })
    })
    kontor.minne.delete(OSKRIVET_FEL)
  } catch (fel) {
    // The office's own disk is full or read-only, or it has just been locked: the next unlock tries again.
    if (kontor.inloggadFinns) kontor.minne.set(OSKRIVET_FEL, { kod, tid: kontor.nu(), sedan: hamtaKopielage(kontor.inloggad.db).fel?.sedan ?? kontor.nu() } satisfies Kopielage['fel'])
    if (!(fel instanceof Fel) && kontor.inloggadFinns) kontor.bugg(fel, 'sakerhetskopior.noteraFel')
  }
}
