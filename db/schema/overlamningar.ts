import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { arenden, innehav } from './arenden.ts'
import { forseglat, id, janej, koder, version } from './kolumner.ts'

/** A chief moved an absent ombud's cases with the nyckelblad (DESIGN §4.8): shown to both ombud until they have seen it. */
export const nodoppningar = sqliteTable('nodoppningar', {
  id: id(),
  tid: text('tid').notNull(),
  avId: text('av_id').notNull().references(() => anvandare.id),
  franId: text('fran_id').notNull().references(() => anvandare.id),
  tillId: text('till_id').notNull().references(() => anvandare.id),
  skal: text('skal').notNull(),
  seddFran: text('sedd_fran'),
  seddTill: text('sedd_till'),
})

/**
 * Who was let into a case beside or after its ombud, and by whom (DESIGN §4.4): offers, stand-ins, medombud, and
 * the moves of a nödöppning. A row counts only with the signature of the one who holds the case over its fixed
 * columns (up to `erbjudenTid`): a row that somebody wrote into the file by hand is nobody. `forseglat` holds
 * {ord, svar, slut}: `slut` repeats under the case key that it is over, so that an ended row cannot be revived.
 * `anteckningar`: the notes that go along. `avslutad`: when a stand-in or medombud ended.
 */
export const overlamningar = sqliteTable('overlamningar', {
  id: id(),
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  franId: text('fran_id').notNull().references(() => anvandare.id),
  tillId: text('till_id').notNull().references(() => anvandare.id),
  slag: text('slag').$type<'byte' | 'vikariat' | 'flytt' | 'medombud' | 'nodoppning'>().notNull(),
  vikariatTill: text('vikariat_till'),
  samtycke: janej('samtycke').notNull().default(false),
  samtyckeDatum: text('samtycke_datum'),
  anteckningar: koder('anteckningar'),
  erbjudenTid: text('erbjuden_tid').notNull(),
  status: text('status').$type<'erbjuden' | 'godtagen' | 'avbojd' | 'tagen_tillbaka' | 'upphord'>().notNull(),
  avgjordTid: text('avgjord_tid'),
  avslutad: text('avslutad'),
  innehavId: text('innehav_id').references(() => innehav.id),
  nodoppningId: text('nodoppning_id').references(() => nodoppningar.id),
  undertecknareGeneration: integer('undertecknare_generation').notNull(),
  signatur: blob('signatur', { mode: 'buffer' }).notNull(),
  forseglat: forseglat(),
  version: version(),
}, (t) => [
  index('overlamningar_arende').on(t.arendeId, t.erbjudenTid),
  index('overlamningar_till').on(t.tillId, t.status),
  index('overlamningar_fran').on(t.franId, t.status),
  uniqueIndex('overlamningar_ett_oppet').on(t.arendeId).where(sql`status = 'erbjuden'`),
  check('overlamningar_vikariat', sql`(slag = 'vikariat') = (vikariat_till IS NOT NULL)`),
  check('overlamningar_samtycke', sql`samtycke = (samtycke_datum IS NOT NULL)`),
])
