import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { slutforAterstallning } from '../../db/vault/aterstallning.ts'
import { DATABASNAMN } from '../../db/vault/databas.ts'
import { arbetaGemensamt, kravTillgang } from '../../db/vault/delning.ts'
import { lever } from '../../db/vault/filer.ts'
import { VALVNAMN } from '../../db/vault/valvfil.ts'
import { kravPolicyplats } from './policy.ts'

/** The folder inside the data folder where a new office is built. */
export const BYGGE = /^\.ny-(\d+)-/
export const byggmapp = (datamapp: string): string => join(datamapp, `.ny-${process.pid}-${randomUUID()}`)

/**
 * Finishes, or clears away, a restore or a creation that was killed. Before anybody says whether there is an
 * office in the folder: between the two renames of a restore there is none to be seen, and a new one must not
 * be made in its place. Nor must it when this account may not look.
 * @throws Fel `plats_ratt`, `policy_datamapp`, `policy_trasig`
 */
export async function slutforHalvgjort(datamapp: string): Promise<void> {
  kravPolicyplats(datamapp)
  kravTillgang(datamapp)
  arbetaGemensamt(datamapp)
  await slutforAterstallning(datamapp)
  await slutforSkapande(datamapp)
}

/**
 * The database is moved before the vault: if only the vault is left to move, everything is there and it is
 * moved; otherwise nothing was ever usable.
 */
async function slutforSkapande(datamapp: string): Promise<void> {
  const namn = await readdir(datamapp).catch(() => [] as string[])
  for (const bygge of namn.filter((n) => BYGGE.test(n))) {
    const pid = Number(BYGGE.exec(bygge)?.[1])
    if (pid !== process.pid && lever(pid)) continue
    const mapp = join(datamapp, bygge)
    const klarDatabas = !existsSync(join(mapp, DATABASNAMN)) && existsSync(join(datamapp, DATABASNAMN))
    if (klarDatabas && existsSync(join(mapp, VALVNAMN)) && !existsSync(join(datamapp, VALVNAMN))) {
      await rename(join(mapp, VALVNAMN), join(datamapp, VALVNAMN))
    }
    await rm(mapp, { recursive: true, force: true })
  }
}
