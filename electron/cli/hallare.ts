import type { Nyckelhallare } from '../../db/vault/kopialasning.ts'
import { lasHemlighet } from './hemligheter.ts'

/** Who opens a backup or a folder: the named user, or whoever holds the nyckelblad. */
export async function lasHallare(anvandarnamn: string | undefined): Promise<Nyckelhallare> {
  return anvandarnamn === undefined ? { nyckel: await lasHemlighet('LOTSEN_NYCKEL') } : { anvandarnamn, losenord: await lasHemlighet('LOTSEN_LOSENORD') }
}
