import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { ersattFil, lever, varddator } from '../../db/vault/filer.ts'
import type { Kontor } from './kontor.ts'

/**
 * Whose turn it is to do what is done once a day, its copy and the walk of the log: eight sessions unlock at 08.00, and one
 * of them does it. A side file says who; it is read and replaced only while the database's write lock is held, so that two can never both have taken it.
 */
const zTur = z.strictObject({ id: z.uuid(), vard: z.string(), pid: z.int(), ms: z.number() })
type Tur = z.infer<typeof zTur>

export type Tursyssla = 'kopiering' | 'kedjan'

/** No copy takes this long: the number of a dead process has gone to another. */
const LANGST_MS = 2 * 3_600_000
/** Turns that this very process has. */
const mina = new Set<string>()
const turfil = (datamapp: string, vad: Tursyssla): string => join(datamapp, `${vad}.json`)

function las(fil: string): Tur | null {
  try {
    return zTur.parse(JSON.parse(readFileSync(fil, 'utf8')))
  } catch {
    return null // none, or unreadable: nobody's
  }
}

const galler = (tur: Tur): boolean =>
  tur.vard === varddator && Date.now() - tur.ms < LANGST_MS && (tur.pid === process.pid ? mina.has(tur.id) : lever(tur.pid))

function upptagen(fil: string): boolean {
  const tur = las(fil)
  return tur !== null && galler(tur)
}

/** Whether some session is at work on a copy. */
export const nagonKopierar = (datamapp: string): boolean => upptagen(turfil(datamapp, 'kopiering'))

/** Does some work alone among all the office's processes. @returns null when another one has the turn */
export async function iTur<T>(kontor: Kontor, vad: Tursyssla, arbete: () => Promise<T>): Promise<{ svar: T } | null> {
  const { inloggad } = kontor
  const fil = turfil(kontor.datamapp, vad)
  const tur: Tur = { id: randomUUID(), vard: varddator, pid: process.pid, ms: Date.now() }
  const fick = await medSkrivlas(inloggad.handtag, async () => {
    if (upptagen(fil)) return false
    mina.add(tur.id)
    await ersattFil(fil, Buffer.from(JSON.stringify(tur)))
    return true
  })
  if (!fick) return null
  try {
    return { svar: await arbete() }
  } finally {
    mina.delete(tur.id)
    if (las(fil)?.id === tur.id) await rm(fil, { force: true })
  }
}
