import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { antalEfter, harHuvud } from '../../db/store/logg.ts'
import { DATABASNAMN } from '../../db/vault/databas.ts'
import type { Kopielogg } from '../../db/vault/kopiaformat.ts'
import type { Nyckelhallare } from '../../db/vault/kopialasning.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import type { Efterkopian } from './contract/start.ts'
import { oppnaMapp } from './kontroll.ts'

/**
 * How the log of the office that is here now goes on after a copy's: what has been done since, and will not be in the
 * restored office. Asked before a restore, by whoever could open the copy; the present office may have another password.
 * @param kopian the copy's office and the head of its log; null when the copy has none
 */
export async function efterKopian(datamapp: string, hallare: Nyckelhallare, kopian: { kontor: string; logg: Kopielogg | null }): Promise<Efterkopian> {
  if (!existsSync(join(datamapp, DATABASNAMN))) return { slag: 'inget' }
  const valv = await lasValv(datamapp).catch((): null => null)
  if (valv === null || kopian.logg === null) return { slag: 'oppnas_inte' }
  if (valv.kontor !== kopian.kontor) return { slag: 'annat' }
  const oppnad = await oppnaMapp(datamapp, hallare).catch((): null => null)
  if (oppnad === null) return { slag: 'oppnas_inte' }
  try {
    const { nr, hash } = kopian.logg
    if (!harHuvud(oppnad.db, { nr, hash: Buffer.from(hash, 'hex') })) return { slag: 'avviker' }
    return { slag: 'efter', ...antalEfter(oppnad.db, nr) }
  } finally {
    oppnad.stang()
  }
}
