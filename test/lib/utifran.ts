import { type Databas, stangDatabas } from '../../db/vault/databas.ts'
import { lasUpp, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { FOLK, type Person } from './kontor.ts'

/** What somebody who can log in does to the database with another program. */
export const utifran = (mapp: string, vem: Person, ...satser: readonly string[]): Promise<void> =>
  medDatabasen(mapp, vem, (db) => {
    for (const sats of satser) db.exec(sats)
  })

/** …and what they read there: the first value of the first row. */
export const utifranLast = (mapp: string, vem: Person, sats: string): Promise<unknown> => medDatabasen(mapp, vem, (db) => db.prepare(sats).pluck().get())

async function medDatabasen<T>(mapp: string, vem: Person, fn: (db: Databas) => T): Promise<T> {
  const inloggning = await lasUpp(await lasValv(mapp), { anvandarnamn: vem, losenord: FOLK[vem].losenord })
  const { db } = await oppnaKontorsdatabas(mapp, inloggning.dbNycklar)
  try {
    return fn(db)
  } finally {
    stangDatabas(db)
    inloggning.glom()
  }
}
