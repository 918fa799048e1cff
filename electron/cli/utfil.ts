import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Fel } from '../../db/model/fel.ts'

const MENINGAR: Record<string, string> = {
  ENOENT: 'Mappen för filen finns inte. Skapa den först, eller välj en annan mapp i --ut.',
  ENOTDIR: 'Mappen för filen finns inte. Skapa den först, eller välj en annan mapp i --ut.',
  EISDIR: 'Det finns en mapp med det namnet. Välj ett filnamn i --ut.',
  EACCES: 'Mappen går inte att skriva i. Välj en annan mapp i --ut.',
  EPERM: 'Mappen går inte att skriva i. Välj en annan mapp i --ut.',
  EROFS: 'Mappen går inte att skriva i. Välj en annan mapp i --ut.',
  ENOSPC: 'Disken är full. Frigör utrymme och försök igen.',
  EDQUOT: 'Disken är full. Frigör utrymme och försök igen.',
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed. A file that was there is replaced.
 * Throws `Fel`.
 */
export async function skrivUtfil(fil: string, innehall: string | Uint8Array): Promise<void> {
  const mal = resolve(fil)
  const tillfallig = join(dirname(mal), `.lotsen-${randomUUID()}`)
  try {
    if ((await stat(mal).catch(() => null))?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' })
    const handtag = await open(tillfallig, 'wx', 0o600)
    try {
      await handtag.writeFile(innehall)
      await handtag.sync()
    } finally {
      await handtag.close()
    }
    await rename(tillfallig, mal)
  } catch (fel) {
    await rm(tillfallig, { force: true }).catch(() => undefined)
    const mening = MENINGAR[(fel as NodeJS.ErrnoException).code ?? '']
    throw mening === undefined ? fel : new Fel('kan_inte_skriva', mening, { falt: 'ut', cause: fel })
  }
}
