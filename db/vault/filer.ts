import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as vanta } from 'node:timers/promises'
import { Fel } from '../model/fel.ts'
import { sha256 } from './krypto.ts'
import { filrattigheter } from './rattigheter.ts'

/** Replacing and publishing files so that a power cut or a kill leaves the old or the new, never half. */

const TALAMOD_MS = 5000

/** A mark of this computer, for names of what a killed process may leave behind. */
export const varddator = sha256(hostname()).toString('hex').slice(0, 8)

/** A name beside `fil` that tells whose it is: `stadaTillfalliga` knows it again. */
export const tillfalligtNamn = (fil: string): string => `${fil}.${varddator}-${process.pid}-${randomUUID().slice(0, 8)}.tmp`
const TILLFALLIGT = /\.([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/

export const felkod = (fel: unknown): string | undefined => (fel instanceof Error && 'code' in fel && typeof fel.code === 'string' ? fel.code : undefined)

/** Turns the operating system's refusal into a sentence; anything unknown is passed on as it is. */
export function tolkaFilfel(fel: unknown, vad: string): unknown {
  switch (felkod(fel)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Fel('fullt', `Disken är full, så ${vad} kunde inte skrivas. Frigör utrymme och försök igen.`, { cause: fel })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Fel('las_bara', `Lotsen får inte skriva i mappen, så ${vad} kunde inte skrivas. Be administratören om skrivrätt till mappen.`, { cause: fel })
    case 'EBUSY':
      return new Fel('upptaget', `Ett annat program håller filen, så ${vad} kunde inte skrivas. Vänta en stund och försök igen.`, { cause: fel })
    default:
      return fel
  }
}

/** Makes a rename or a new name durable. Windows cannot and need not fsync a folder. */
export async function fsyncMapp(mapp: string): Promise<void> {
  if (process.platform === 'win32') return
  const handtag = await open(mapp, 'r')
  try {
    await handtag.sync()
  } catch (fel) {
    if (felkod(fel) !== 'EINVAL') throw fel // some file systems have nothing to sync
  } finally {
    await handtag.close()
  }
}

/** Renames, and tries again for 5 s while a virus scanner or an indexer holds the file. */
export async function bytNamn(fran: string, till: string, talamod = TALAMOD_MS): Promise<void> {
  const slut = Date.now() + talamod
  for (let paus = 10; ; paus = Math.min(paus * 2, 250)) {
    try {
      return await rename(fran, till)
    } catch (fel) {
      const tillfalligt = ['EPERM', 'EBUSY', 'EACCES'].includes(felkod(fel) ?? '')
      if (!tillfalligt || Date.now() + paus > slut) throw fel
      await vanta(paus)
    }
  }
}

/** Writes everything and forces it to disk. */
export async function skrivAllt(handtag: FileHandle, bytes: Uint8Array): Promise<void> {
  await handtag.writeFile(bytes)
  await handtag.sync()
}

/**
 * Replaces a file whole: temporary file beside it (exclusive, 0600), fsync, rename, fsync of the
 * folder. Afterwards nothing of the earlier content has a name.
 */
export async function ersattFil(fil: string, bytes: Uint8Array): Promise<void> {
  const mapp = dirname(fil)
  const tillfallig = tillfalligtNamn(fil)
  // An office that several accounts share keeps its permissions; a new file is the owner's own, or the group's.
  const rattigheter = await stat(fil).then((s) => s.mode & 0o777, () => filrattigheter(mapp))
  const handtag = await open(tillfallig, 'wx', 0o600)
  try {
    try {
      if (rattigheter !== 0o600) await handtag.chmod(rattigheter)
      await skrivAllt(handtag, bytes)
    } finally {
      await handtag.close()
    }
    await bytNamn(tillfallig, fil)
  } catch (fel) {
    await rm(tillfallig, { force: true })
    throw fel
  }
  await fsyncMapp(mapp)
}

/**
 * Removes temporary files that killed replacements left in a folder: at once when their process on this
 * machine is gone; another machine's may belong to a process at work and stay until they are old.
 */
export async function stadaTillfalliga(mapp: string, aldreAnMs = 60_000): Promise<void> {
  for (const namn of await readdir(mapp)) {
    const traff = TILLFALLIGT.exec(namn)
    if (traff === null) continue
    const stig = join(mapp, namn)
    const gammal = async () => Date.now() - (await stat(stig).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs >= aldreAnMs
    if (traff[1] === varddator ? !lever(Number(traff[2])) : await gammal()) await rm(stig, { force: true })
  }
}

/** Whether a process of this machine is running. */
export function lever(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fel) {
    return felkod(fel) === 'EPERM'
  }
}
