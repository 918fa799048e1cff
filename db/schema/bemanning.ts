import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { id, janej, struken, version } from './kolumner.ts'

/** An employment period with percent in one kommun (DOMAIN §4 årsanställningar). */
export const anstallningar = sqliteTable('anstallningar', {
  id: id(),
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
  kommun: text('kommun').notNull(),
  fran: text('fran').notNull(),
  till: text('till'),
  procent: integer('procent').notNull(),
  vikarie: janej('vikarie').notNull().default(false),
  arbetsgivare: text('arbetsgivare'),
  driftsform: text('driftsform').notNull().default('uppgift_saknas'),
  ...struken(),
  version: version(),
}, (t) => [index('anstallningar_anvandare').on(t.anvandareId)])

/** Leave from a post: the employment runs on, the absence is its own row (DOMAIN §4). */
export const franvaro = sqliteTable('franvaro', {
  id: id(),
  anstallningId: text('anstallning_id').notNull().references(() => anstallningar.id),
  fran: text('fran').notNull(),
  till: text('till'),
  procent: integer('procent').notNull(),
  ...struken(),
  version: version(),
}, (t) => [index('franvaro_anstallning').on(t.anstallningId)])
