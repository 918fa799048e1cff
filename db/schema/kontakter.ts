import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { arenden } from './arenden.ts'
import { id, koder, struken, version } from './kolumner.ts'
import { uppdrag } from './uppdrag.ts'

/**
 * A first contact: a request about someone without an open uppdrag, anonymous unless it leads to one.
 * `uppdragId` is the uppdrag it led to. `koSlut` is the day a place in the queue ended, whichever way: `kolamnad`,
 * or the start of the uppdrag; it is there so that the queue of a year is one range of an index. Codes and dates only; a queued person's name has a table of its own.
 */
export const kontakter = sqliteTable('kontakter', {
  id: id(),
  datum: text('datum').notNull(),
  kommun: text('kommun').notNull(),
  kontaktvag: text('kontaktvag').notNull().default('uppgift_saknas'),
  initiativtagare: text('initiativtagare').notNull().default('uppgift_saknas'),
  utfall: text('utfall').notNull(),
  kodatum: text('kodatum'),
  kolamnad: text('kolamnad'),
  koSlut: text('ko_slut'),
  orsaker: koder('orsaker'),
  arendeId: text('arende_id').references(() => arenden.id),
  uppdragId: text('uppdrag_id').references(() => uppdrag.id),
  registreradAv: text('registrerad_av').notNull().references(() => anvandare.id),
  ...struken(),
  version: version(),
  hanvisadTill: text('hanvisad_till'),
  hanvisningUppfoljd: text('hanvisning_uppfoljd'),
  koPaminnelse: text('ko_paminnelse'),
}, (t) => [
  index('kontakter_datum').on(t.datum),
  index('kontakter_uppdrag').on(t.uppdragId),
  index('kontakter_ko').on(t.koSlut, t.kodatum).where(sql`kodatum IS NOT NULL`),
  index('kontakter_arende').on(t.arendeId),
  // The few without an answer yet, of all that there have been: asked for on every first page.
  index('kontakter_obesvarade').on(t.registreradAv, t.datum).where(sql`struken_tid IS NULL AND utfall IN ('annu_inte_avgjort', 'i_ko')`),
])
