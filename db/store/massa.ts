import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../schema/index.ts'
import type { Db } from './db.ts'

/** Inserts whole rows of one table through a statement that is prepared once: for registers, not for clicks. */
function insattare<T extends SQLiteTable>(db: Db, tabell: T): (rad: T['$inferSelect']) => void {
  const kolumner = Object.keys(getTableColumns(tabell))
  const varden = Object.fromEntries(kolumner.map((namn) => [namn, sql.placeholder(namn)])) as SQLiteInsertValue<T>
  const sats = db.insert(tabell).values(varden).prepare()
  return (rad) => { sats.run(rad) }
}

/** Prepared inserts for all that a register holds. Use within one transaction. */
export function registerskrivare(db: Db) {
  return {
    arende: insattare(db, schema.arenden),
    innehav: insattare(db, schema.innehav),
    sigill: insattare(db, schema.sigill),
    uppdrag: insattare(db, schema.uppdrag),
    forlangning: insattare(db, schema.forlangningar),
    kommunbyte: insattare(db, schema.kommunbyten),
    kontakt: insattare(db, schema.kontakter),
    uppfoljning: insattare(db, schema.uppfoljningar),
    atagande: insattare(db, schema.ataganden),
    anteckning: insattare(db, schema.anteckningar),
    samtycke: insattare(db, schema.samtycken),
  }
}
export type Registerskrivare = ReturnType<typeof registerskrivare>
