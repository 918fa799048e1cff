import { open, rm, type FileHandle } from 'node:fs/promises'
import { setTimeout as vanta } from 'node:timers/promises'
import { felkod } from './filer.ts'

/**
 * Long writing in a calm pace. Everybody's commit waits for the disk while it holds the write lock, and a file system
 * writes what others have left unwritten first: a copy of hundreds of megabytes let loose makes the next click wait for
 * all of it. So what a copy writes is forced to disk a little at a time, with room for others in between.
 */

const PAUS_MS = 15
/** A disk takes some hundred megabytes a second: so much is at most left unwritten at a time. */
const SPOLA_MS = 8
const KAPA_BYTE = 2 << 20

/** After each half megabyte: on to the disk with it, then a pause in which others come first. */
export async function taktsteg(handtag: FileHandle): Promise<void> {
  await handtag.datasync()
  await vanta(PAUS_MS)
}

/**
 * Forces a file that another thread is writing (and SQLite would leave to the system) to disk again and again until the
 * work is done. Never for a database that is in use: closing a second handle drops the process's locks on it.
 */
export async function medSpolning<T>(fil: string, arbete: Promise<T>): Promise<T> {
  const klar = new AbortController()
  const slut = (async () => {
    let handtag: FileHandle | null = null
    try {
      for (;;) {
        await vanta(SPOLA_MS, undefined, { signal: klar.signal })
        handtag ??= await open(fil, 'r+').catch(() => null) // not there yet
        await handtag?.datasync()
      }
    } catch {
      // Done; or a full or failing disk, which whoever writes says: this only hurries what is written.
    } finally {
      await handtag?.close()
    }
  })()
  try {
    return await arbete
  } finally {
    klar.abort()
    await slut
  }
}

/** Removes a large file piece by piece: freeing hundreds of megabytes at once also holds up other people's commits. */
export async function taBortLugnt(fil: string): Promise<void> {
  const handtag = await open(fil, 'r+').catch((fel: unknown) => {
    if (felkod(fel) === 'ENOENT') return null
    throw fel
  })
  if (handtag === null) return
  try {
    for (let { size } = await handtag.stat(); size > KAPA_BYTE; size -= KAPA_BYTE) {
      await handtag.truncate(size - KAPA_BYTE)
      await taktsteg(handtag)
    }
  } finally {
    await handtag.close()
  }
  await rm(fil, { force: true })
}
