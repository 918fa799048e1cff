import { blob, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { forseglat, id } from './kolumner.ts'

/**
 * A half-filled form, sealed to its author alone (DESIGN §4.5). `plats` says which form and, at most, which
 * ärendenummer. The author is both recipient and maker of the seal, so only the varying columns of it are kept.
 * Every save is a new row with a key of its own.
 */
export const utkast = sqliteTable('utkast', {
  id: id(),
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
  plats: text('plats').notNull(),
  tid: text('tid').notNull(),
  mottagare: text('mottagare').notNull(),
  tillverkareGeneration: integer('tillverkare_generation').notNull(),
  age: blob('age', { mode: 'buffer' }).notNull(),
  signatur: blob('signatur', { mode: 'buffer' }).notNull(),
  forseglat: forseglat().notNull(),
}, (t) => [uniqueIndex('utkast_plats').on(t.anvandareId, t.plats)])
