import { randomUUID } from 'node:crypto'
import { chmod, mkdir, open, readFile, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { Fel } from '../model/fel.ts'
import { delaUt } from './delning.ts'
import { bytNamn, felkod, fsyncMapp, lever, skrivAllt, tolkaFilfel, varddator } from './filer.ts'
import { oppnaKopia, type Framsteg, type Nyckelhallare } from './kopialasning.ts'
import { lasValv } from './valvfil.ts'

/**
 * Restoring (DESIGN §4.10–11): everything is unpacked and checked in a folder beside the office's, and
 * takes its place by renaming. The present office is set aside, never deleted. After a kill, start-up
 * (`slutforAterstallning`) puts the finished one in place or clears the unfinished one away.
 *
 * Every restore builds in a folder whose name says who builds there: what somebody else clears away can
 * never be one that has just begun under the same name.
 */

const MARKE = 'aterstallning.json'
const markeSchema = z.strictObject({
  /** everything is unpacked and checked: only the renames remain */
  klar: z.boolean(),
  /** where the office that was here is set aside; null if there was none */
  undanlagd: z.string().nullable(),
  /** the set-aside office is the same one, so its backups go on in the restored */
  sammaKontor: z.boolean(),
})
type Marke = z.infer<typeof markeSchema>

/** restores at work in this very process */
const pagaende = new Set<string>()
const ANDELSE = '-aterstalls'
const BYGGE = /^-aterstalls-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/
/** The renames take moments: a finished restore that still waits for them has no process, whoever has its number now. */
const NAMNBYTET_MS = 60_000
const LANGST_MS = 24 * 3_600_000

export interface Aterstallningsval {
  fil: string
  hallare: Nyckelhallare
  /** the data folder: missing, empty, or holding an office that is then set aside */
  dir: string
  /** ISO time, for the name of what is set aside */
  nu: string
  hogstaSchema?: number
  /**
   * Called on the unpacked folder before it takes its place: what was destroyed, and who was disabled,
   * since the backup is applied here (DESIGN §4.10).
   */
  innan?: (mapp: string, nyckel: Buffer) => Promise<void>
  framsteg?: Framsteg
}

/**
 * Restores a backup. Nobody else may have the office open.
 * @returns where the office that was there now lies, or null
 * @throws Fel as `oppnaKopia`, and `mappen_inte_tom`, `andra_inne`, `upptaget`, `fullt`, `las_bara`
 */
export async function aterstall(val: Aterstallningsval): Promise<{ undanlagd: string | null }> {
  const dir = resolve(val.dir)
  const ny = `${dir}${ANDELSE}-${varddator}-${process.pid}-${randomUUID().slice(0, 8)}`
  const kopia = await oppnaKopia(val.fil, val.hallare, { hogstaSchema: val.hogstaSchema, framsteg: val.framsteg })
  try {
    await slutforAterstallning(dir)
    const lage = await mappensLage(dir)
    await mkdir(dirname(dir), { recursive: true }).catch((fel: unknown) => {
      throw tolkaFilfel(fel, 'det återställda kontoret')
    })
    if (pagaende.has(dir)) throw redanIgang()
    pagaende.add(dir)
    try {
      await mkdir(ny, { mode: 0o700 }).catch((fel: unknown) => {
        throw tolkaFilfel(fel, 'det återställda kontoret')
      })
      // Looked for after the own folder is there: of two that begin at once at least one sees the other.
      for (const bygge of await byggen(dir)) if (bygge !== ny && (await levande(bygge, await lasMarke(bygge)))) throw redanIgang()
      const marke: Marke = { klar: false, undanlagd: lage === 'kontor' ? await ledigtNamn(dir, val.nu) : null, sammaKontor: lage === 'kontor' && (await sammaKontor(dir, kopia.valv.kontor)) }
      await skrivMarke(ny, marke)
      await kopia.packaUpp(ny, {}, val.framsteg)
      await val.innan?.(ny, kopia.nyckel)
      await fsyncMapp(ny)
      await chmod(ny, lage === 'saknas' ? 0o770 : (await stat(dir)).mode & 0o7777)
      await delaUt(ny)
      await skrivMarke(ny, { ...marke, klar: true })
      await kopia.stang() // it may lie in the folder that is now moved, and Windows moves no open file
      await satPaPlats(ny, dir, marke)
      return { undanlagd: marke.undanlagd }
    } catch (fel) {
      await rm(ny, { recursive: true, force: true })
      throw tolkaFilfel(fel, 'det återställda kontoret')
    } finally {
      pagaende.delete(dir)
    }
  } finally {
    await kopia.stang()
  }
}

const redanIgang = (): Fel => new Fel('upptaget', 'En annan återställning till samma mapp pågår. Vänta tills den är klar.')

/** The folders in which restores of this office have been built or are being built. */
async function byggen(dir: string): Promise<string[]> {
  const namn = await readdir(dirname(dir)).catch(() => [] as string[])
  return namn.filter((n) => n.startsWith(basename(dir)) && BYGGE.test(n.slice(basename(dir).length))).map((n) => join(dirname(dir), n))
}

/** Whether somebody is still building there. A folder without a mark has just been made, or its process was killed just then. */
async function levande(bygge: string, marke: Marke | null): Promise<boolean> {
  const traff = BYGGE.exec(basename(bygge).slice(basename(bygge).lastIndexOf(`${ANDELSE}-`)))
  if (traff === null || traff[1] !== varddator || Number(traff[2]) === process.pid || !lever(Number(traff[2]))) return false
  const { mtimeMs } = await stat(bygge).catch(() => ({ mtimeMs: 0 }))
  return Date.now() - mtimeMs < (marke?.klar === true ? NAMNBYTET_MS : LANGST_MS)
}

async function mappensLage(dir: string): Promise<'saknas' | 'tom' | 'kontor'> {
  let namn: string[]
  try {
    namn = await readdir(dir)
  } catch (fel) {
    if (felkod(fel) === 'ENOENT') return 'saknas'
    throw tolkaFilfel(fel, 'det återställda kontoret')
  }
  if (namn.length === 0) return 'tom'
  // A damaged office has perhaps only one of its files left: it too is set aside.
  if (namn.includes('office.db') || namn.includes('vault.json')) return 'kontor'
  throw new Fel('mappen_inte_tom', 'Mappen innehåller annat än ett kontor. Välj en tom mapp, eller kontorets egen mapp.', { falt: 'data' })
}

const sammaKontor = (dir: string, kontor: string): Promise<boolean> =>
  lasValv(dir).then(
    (valv) => valv.kontor === kontor,
    () => false,
  )

async function ledigtNamn(dir: string, nu: string): Promise<string> {
  const stam = `${dir}-undanlagd-${nu.replace(/[:.]/g, '')}`
  const upptagna = new Set(await readdir(dirname(dir)))
  for (let nr = 1; ; nr++) {
    const namn = nr === 1 ? stam : `${stam}-${nr}`
    if (!upptagna.has(basename(namn))) return namn
  }
}

async function skrivMarke(mapp: string, marke: Marke): Promise<void> {
  // Rewritten in place would be half at a kill; a new name is whole or absent.
  const tillfallig = join(mapp, `${MARKE}.tmp`)
  const handtag = await open(tillfallig, 'w', 0o600)
  await skrivAllt(handtag, Buffer.from(JSON.stringify(marke), 'utf8')).finally(() => handtag.close())
  await rename(tillfallig, join(mapp, MARKE))
  await fsyncMapp(mapp)
}

async function lasMarke(mapp: string): Promise<Marke | null> {
  try {
    return markeSchema.parse(JSON.parse(await readFile(join(mapp, MARKE), 'utf8')))
  } catch {
    return null // none, or cut off by the kill: then nothing was ready
  }
}

/** The two renames, the backups' move, the mark away. Each step can be the last one before a kill. */
async function satPaPlats(ny: string, dir: string, marke: Marke): Promise<void> {
  if (marke.undanlagd !== null) {
    try {
      await bytNamn(dir, marke.undanlagd)
    } catch (fel) {
      throw new Fel('andra_inne', 'Kontorets mapp kan inte flyttas undan: någon har kontoret öppet, eller så saknas skrivrätt till mappen ovanför. Be alla att stänga Lotsen och försök igen.', { cause: fel })
    }
  } else {
    await rmdir(dir).catch((fel: unknown) => {
      if (felkod(fel) !== 'ENOENT') throw fel
    })
  }
  try {
    await bytNamn(ny, dir)
  } catch (fel) {
    if (marke.undanlagd === null) await mkdir(dir)
    else await bytNamn(marke.undanlagd, dir)
    throw fel
  }
  await fsyncMapp(dirname(dir))
  await avsluta(dir, marke)
}

async function avsluta(dir: string, marke: Marke): Promise<void> {
  // A mark planted by hand must not make Lotsen move some other folder.
  if (marke.undanlagd !== null && marke.sammaKontor && marke.undanlagd.startsWith(`${dir}-undanlagd-`)) await flyttaKopior(join(marke.undanlagd, 'backups'), join(dir, 'backups'))
  await rm(join(dir, MARKE), { force: true })
  await fsyncMapp(dir)
}

/** The backups go on in the restored office; what it has there already (a copy made before its migration) stays beside them. */
async function flyttaKopior(fran: string, till: string): Promise<void> {
  const namn = await readdir(fran).catch(() => [] as string[])
  if (namn.length === 0) return
  await mkdir(till, { mode: 0o770, recursive: true })
  for (const fil of namn) {
    if (await stat(join(till, fil)).then(() => true, () => false)) continue
    await rename(join(fran, fil), join(till, fil)).catch((fel: unknown) => {
      if (felkod(fel) !== 'ENOENT') throw fel // another start-up moved it
    })
  }
  await rmdir(fran).catch(() => undefined)
}

/**
 * Completes or undoes a restore that was killed. Called at every start and login, before the data folder
 * is opened; leaves a restore that is under way alone.
 */
export async function slutforAterstallning(data: string): Promise<void> {
  const dir = resolve(data)
  if (pagaende.has(dir)) return
  const inne = await lasMarke(dir)
  if (inne !== null && inne.klar) await avsluta(dir, inne)
  for (const ny of await byggen(dir)) {
    const marke = await lasMarke(ny)
    if (await levande(ny, marke)) continue
    const borta = await stat(dir).then(
      () => false,
      (fel: unknown) => felkod(fel) === 'ENOENT',
    )
    if (marke?.klar === true && borta) {
      try {
        await bytNamn(ny, dir)
      } catch (fel) {
        if (felkod(fel) === 'ENOENT') continue // another start-up was first
        throw fel
      }
      await fsyncMapp(dirname(dir))
      await avsluta(dir, marke)
    } else {
      // Killed before the office was moved aside: it is where it was, untouched.
      await rm(ny, { recursive: true, force: true })
    }
  }
}
