import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { arenden } from './arenden.ts'
import { forseglat, id, struken, version } from './kolumner.ts'

/**
 * A consent to exchange information with one actor (DOMAIN §1): from, to, withdrawn when. To whom by name and
 * about what are words about a client: `forseglat` holds {person, omfattning}.
 */
export const samtycken = sqliteTable('samtycken', {
  id: id(),
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  aktor: text('aktor').notNull(),
  fran: text('fran').notNull(),
  till: text('till'),
  aterkallat: text('aterkallat'),
  forseglat: forseglat(),
  ...struken(),
  version: version(),
}, (t) => [index('samtycken_arende').on(t.arendeId)])
