import { stangDatabas } from '../../db/vault/databas.ts'
import { lasUpp, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { FOLK, type Person } from './kontor.ts'

/** What somebody who can log in does to the database with another program. */
export async function utifran(mapp: string, vem: Person, ...satser: readonly string[]): Promise<void> {
  const inloggning = await lasUpp(await lasValv(mapp), { anvandarnamn: vem, losenord: FOLK[vem].losenord })
  const { db } = await oppnaKontorsdatabas(mapp, inloggning.dbNycklar)
  try {
    for (const sats of satser) db.exec(sats)
  } finally {
    stangDatabas(db)
    inloggning.glom()
  }
}
