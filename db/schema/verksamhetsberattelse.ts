import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { version } from './kolumner.ts'

/**
 * The unit's own story of a year: one document per year. `kapitel` is a JSON list of {id, rubrik, text, tabeller}, read and
 * written as one. It is written for the public and about nobody, so nothing of it is sealed.
 */
export const verksamhetsberattelser = sqliteTable('verksamhetsberattelser', {
  ar: integer('ar').primaryKey(),
  kapitel: text('kapitel', { mode: 'json' }).$type<{ id: string; rubrik: string; text: string; tabeller: string[] }[]>().notNull(),
  tid: text('tid').notNull(),
  avId: text('av_id').notNull().references(() => anvandare.id),
  version: version(),
})
