import { SCHEMAVERSION } from '../../db/migrations/index.ts'
import { behoverMigreras } from '../../db/migrations/kor.ts'
import { skrivLogg } from '../../db/store/logg.ts'
import { aterstall } from '../../db/vault/aterstallning.ts'
import { tomWal } from '../../db/vault/databas.ts'
import type { Nyckelhallare } from '../../db/vault/kopialasning.ts'
import { kravLokalPlats } from '../../db/vault/plats.ts'
import { oppnaMapp } from './kontroll.ts'
import { noteraHuvud } from './logghuvud.ts'

/**
 * Restores a backup into a data folder; an office that is there is set aside, never deleted. That it happened
 * is logged in the restored office, signed by whoever opened the backup, before it takes its place.
 * @returns the folder of the office that was set aside, or null
 * @throws Fel as `aterstall`, `plats_…`
 */
export async function aterstallKontor(val: {
  fil: string
  hallare: Nyckelhallare
  datamapp: string
  nu: () => string
  rapport?: (vad: string, klart: number, av: number) => void
}): Promise<{ undanlagd: string | null }> {
  await kravLokalPlats(val.datamapp)
  let notera: () => void = () => {}
  const svar = await aterstall({
    fil: val.fil, hallare: val.hallare, dir: val.datamapp, nu: val.nu(), hogstaSchema: SCHEMAVERSION,
    framsteg: (_, andel) => val.rapport?.('Återställer', Math.round(andel * 100), 100),
    innan: async (mapp) => {
      const oppnad = await oppnaMapp(mapp, val.hallare)
      try {
        if (behoverMigreras(oppnad.handtag)) return // an older log has no such row; the migration logs itself
        const tid = val.nu()
        const huvud = oppnad.handtag.transaction(() => skrivLogg(oppnad.db, oppnad.forare, tid, { handling: 'kontor.aterstallt' })).immediate()
        await tomWal(oppnad.handtag)
        notera = () => noteraHuvud(val.datamapp, oppnad.fast.kontor, huvud, tid, true)
      } finally {
        oppnad.stang()
      }
    },
  })
  notera() // only now is it true: the side files follow the office that is in place
  return svar
}
