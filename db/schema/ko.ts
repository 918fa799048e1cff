import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { arenden } from './arenden.ts'
import { forseglat, id, sigillet, version } from './kolumner.ts'
import { kontakter } from './kontakter.ts'

/**
 * Who a queued contact is (DESIGN §4.5): `forseglat` holds {namn, telefon} under a key of its own, sealed to every
 * active ombud and the nyckelblad. The row is gone once the place in the queue is left; a new place gets a new row,
 * so that what was destroyed can be told from what came after.
 */
export const kopersoner = sqliteTable('kopersoner', {
  id: id(),
  kontaktId: text('kontakt_id').notNull().unique().references(() => kontakter.id),
  generation: integer('generation').notNull(),
  forseglat: forseglat().notNull(),
  version: version(),
})

/** The key of a queued person sealed to one recipient. */
export const kosigill = sqliteTable('kosigill', {
  kopersonId: text('koperson_id').notNull().references(() => kopersoner.id),
  ...sigillet(),
}, (t) => [primaryKey({ columns: [t.kopersonId, t.mottagareId, t.generation] })])

/**
 * The office's key of the duplicate check, sealed to ombud and the nyckelblad alone (DESIGN §4.6); two generations while
 * the marks move from one that somebody knows who should not.
 */
export const dubblettsigill = sqliteTable('dubblettsigill', {
  ...sigillet(),
}, (t) => [primaryKey({ columns: [t.mottagareId, t.generation] })])

/** The keyed hash of name and birth year of a case, there only while the case has an open uppdrag (DESIGN §4.6). */
export const dubbletter = sqliteTable('dubbletter', {
  arendeId: text('arende_id').primaryKey().references(() => arenden.id),
  avtryck: blob('avtryck', { mode: 'buffer' }).notNull(),
  /** Of the key that the mark was made with. */
  generation: integer('generation').notNull().default(1),
}, (t) => [index('dubbletter_avtryck').on(t.avtryck)])
