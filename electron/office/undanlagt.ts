import { lstat, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { idag, type Datum } from '../../db/model/kalender.ts'
import { foreMigreringDag, undanlagdDag, undanlagtTill } from '../../db/model/sakerhetskopior.ts'
import type { Inloggad } from './inloggad.ts'
import { KOPIOR } from './migrering.ts'

/**
 * What may hold working notes that have been destroyed since: offices that a restore set aside, and copies made
 * before a migration. Both are listed, kept for 30 days and then taken away (DESIGN §4.10).
 */
export interface Undanlagt {
  slag: 'kontor' | 'fore_migrering'
  namn: string
  stig: string
  dag: Datum
  /** the last day it is kept */
  till: Datum
  byte: number
}

/** By day, newest first. Only what carries the name Lotsen gave it, and is what the name says. */
export async function listaUndanlagt(datamapp: string): Promise<Undanlagt[]> {
  const dir = resolve(datamapp)
  const kontor = (await namnI(dirname(dir))).filter((namn) => namn.startsWith(`${basename(dir)}-undanlagd-`)).flatMap((namn) => post('kontor', join(dirname(dir), namn), undanlagdDag(namn.slice(basename(dir).length))))
  const kopior = (await namnI(join(dir, KOPIOR))).flatMap((namn) => post('fore_migrering', join(dir, KOPIOR, namn), foreMigreringDag(namn)))
  const alla = await Promise.all([...kontor, ...kopior].map(async (ett): Promise<Undanlagt[]> => {
    const vad = await lstat(ett.stig).catch(() => null)
    if (vad === null || !(ett.slag === 'kontor' ? vad.isDirectory() : vad.isFile())) return []
    const byte = ett.slag === 'kontor' ? await lstat(join(ett.stig, 'office.db')).then((s) => s.size, () => 0) : vad.size
    return [{ ...ett, byte }]
  }))
  return alla.flat().sort((a, b) => (a.dag === b.dag ? (a.slag < b.slag ? -1 : 1) : a.dag < b.dag ? 1 : -1))
}

const namnI = (mapp: string): Promise<string[]> => readdir(mapp).catch(() => [])
const post = (slag: Undanlagt['slag'], stig: string, dag: Datum | null): Omit<Undanlagt, 'byte'>[] => (dag === null ? [] : [{ slag, namn: basename(stig), stig, dag, till: undanlagtTill(dag) }])

/** Takes away what has been kept for 30 days. A kill in the middle leaves the rest to the next login. @param nu ISO time */
export async function stadaUndanlagt(inloggad: Inloggad, datamapp: string, nu: string): Promise<void> {
  const dag = idag(nu)
  for (const ett of (await listaUndanlagt(datamapp)).filter((u) => u.till < dag)) {
    try {
      await rm(ett.stig, { recursive: true, force: true })
    } catch {
      continue // no right to the folder above: it stays on the list, past its day
    }
    await inloggad.skriv((_, logga) => logga({ handling: 'kopia.undanlagt_borta', objekt: `${ett.slag} ${ett.dag}` }))
  }
}
