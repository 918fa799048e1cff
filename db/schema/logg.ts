import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The append-only log (DESIGN §5). Each row holds the hash of the one before and the acting user's
 * signature. No personal data: `objekt` is an ärendenummer or a row id, `orsakId` points at an erasable row.
 * `anvandare` is not a foreign key: the log outlives everything it speaks of.
 */
export const logg = sqliteTable('logg', {
  nr: integer('nr').primaryKey(),
  tid: text('tid').notNull(),
  anvandare: text('anvandare').notNull(),
  handling: text('handling').notNull(),
  objekt: text('objekt'),
  orsakId: text('orsak_id'),
  fore: blob('fore', { mode: 'buffer' }).notNull(),
  hash: blob('hash', { mode: 'buffer' }).notNull(),
  signatur: blob('signatur', { mode: 'buffer' }).notNull(),
}, (t) => [
  index('logg_objekt').on(t.objekt), index('logg_tid').on(t.tid), index('logg_anvandare').on(t.anvandare, t.nr),
  // Few rows among many: which cases have been marked for a new key (DESIGN §4.4).
  index('logg_nyckel_begard').on(t.objekt, t.nr).where(sql`handling = 'arende.nyckel_begard'`),
])

/** Reasons given in words (why struck, why corrected): outside the chain, so that they can be erased. */
export const loggOrsaker = sqliteTable('logg_orsaker', {
  id: text('id').primaryKey(),
  text: text('text').notNull(),
})
