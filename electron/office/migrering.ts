import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { migrera } from '../../db/migrations/kor.ts'
import { DATABASNAMN, noteraVersion, type Databas } from '../../db/vault/databas.ts'
import { skapaSakerhetskopia } from '../../db/vault/sakerhetskopia.ts'
import type { Valv } from '../../db/vault/valvfil.ts'
import { LOTSEN_VERSION } from './version.ts'

/** The folder of copies inside the data folder. */
export const KOPIOR = 'backups'

/** Migrates an office after a copy of it as it was (kept for 30 days, `undanlagt.ts`). The handle has it alone. */
export async function migreraMedKopia(val: { mapp: string; handtag: Databas; nyckel: Uint8Array; valv: Valv; nu: string }): Promise<void> {
  const kopior = join(val.mapp, KOPIOR)
  await migrera(val.handtag, {
    kopieraForst: async () => {
      await mkdir(kopior, { mode: 0o770, recursive: true })
      const till = join(kopior, `fore-migrering-${val.nu.replace(/[:.]/g, '')}.lotsen`)
      await skapaSakerhetskopia({ databas: join(val.mapp, DATABASNAMN), handtag: val.handtag, nyckel: val.nyckel, valv: val.valv, till, lotsen: LOTSEN_VERSION, skapad: val.nu })
    },
  })
  noteraVersion(val.handtag)
}
