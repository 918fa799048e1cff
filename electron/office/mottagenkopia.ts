import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Fel } from '../../db/model/fel.ts'
import type { Nyckelhallare } from '../../db/vault/kopialasning.ts'
import type { Kontor } from './kontor.ts'

/** A backup that the window has handed over: an encrypted file in a private folder until it is restored or the office ends. */
export interface Mottagenkopia { id: string; fil: string; hallare: Nyckelhallare | null }

export const KOPIA = 'start.kopia'
const STORST = 2 * 1024 ** 3

/** Folders of files that nobody went on to restore: the office ends with its process, and so do they. */
const kvar = new Set<string>()
process.once('exit', () => {
  for (const mapp of kvar) rmSync(mapp, { recursive: true, force: true })
})

export async function taEmotKopia(kontor: Kontor, fil: File): Promise<Mottagenkopia> {
  if (fil.size > STORST) throw new Fel('fil_for_stor', 'Filen är större än 2 GB och läses inte här. Återställ med kommandot aterstall i stället.', { falt: 'fil' })
  await slappKopia(kontor)
  const mapp = await mkdtemp(join(tmpdir(), 'lotsen-kopia-'))
  kvar.add(mapp)
  const kopia = { id: randomUUID(), fil: join(mapp, 'kopia.lotsen'), hallare: null }
  await writeFile(kopia.fil, fil.stream(), { mode: 0o600 })
  kontor.minne.set(KOPIA, kopia)
  return kopia
}

/** @throws Fel `fil_borta` */
export function hamtaKopia(kontor: Kontor, id: string): Mottagenkopia {
  const kopia = kontor.minne.get(KOPIA) as Mottagenkopia | undefined
  if (kopia?.id !== id) throw new Fel('fil_borta', 'Filen finns inte kvar. Välj säkerhetskopian igen.', { falt: 'fil' })
  return kopia
}

export async function slappKopia(kontor: Kontor): Promise<void> {
  const kopia = kontor.minne.get(KOPIA) as Mottagenkopia | undefined
  kontor.minne.delete(KOPIA)
  if (kopia === undefined) return
  await rm(dirname(kopia.fil), { recursive: true, force: true })
  kvar.delete(dirname(kopia.fil))
}

/** @throws Fel `ogiltigt` when neither a login nor a key was given */
export function somHallare(input: { anvandarnamn?: string | undefined; losenord?: string | undefined; nyckel?: string | undefined }): Nyckelhallare {
  if (input.nyckel) return { nyckel: input.nyckel }
  if (input.anvandarnamn && input.losenord) return { anvandarnamn: input.anvandarnamn, losenord: input.losenord }
  throw new Fel('ogiltigt', 'Skriv användarnamn och lösenord, eller nyckeln från nyckelbladet.', { falt: 'losenord' })
}
