import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { id, version } from './kolumner.ts'

/**
 * A check of the log (DESIGN §5). `huvud_*` is the log row that began it: the sample is drawn by lot from its hash,
 * which nobody could choose. Signed, it is frozen by triggers; `signatur` covers everything that was asked and answered.
 * `undertecknare_id`, `klar` and `signatur` are null while it is going on; one may be going on at a time.
 */
export const loggkontroller = sqliteTable('loggkontroller', {
  id: id(),
  fran: text('fran').notNull(),
  till: text('till').notNull(),
  borjad: text('borjad').notNull(),
  avId: text('av_id').notNull().references(() => anvandare.id),
  huvudNr: integer('huvud_nr').notNull(),
  huvudHash: blob('huvud_hash', { mode: 'buffer' }).notNull(),
  rader: integer('rader').notNull(),
  oppningar: integer('oppningar').notNull(),
  klar: text('klar'),
  ord: text('ord').notNull().default(''),
  undertecknareId: text('undertecknare_id'),
  signatur: blob('signatur', { mode: 'buffer' }),
  version: version(),
}, (t) => [
  uniqueIndex('loggkontroller_en_oppen').on(sql`${t.klar} IS NULL`).where(sql`klar IS NULL`),
  check('loggkontroller_klar', sql`(klar IS NULL) = (signatur IS NULL)`),
])

/** What the check asked about: a pattern, or an opening drawn by lot; and the answer in a word. */
export const loggkontrollrader = sqliteTable('loggkontrollrader', {
  id: id(),
  kontrollId: text('kontroll_id').notNull().references(() => loggkontroller.id),
  slag: text('slag').$type<'natt_helg' | 'manga_oppningar' | 'utan_arbete' | 'nodoppning' | 'misslyckad' | 'avvikelse' | 'urval'>().notNull(),
  nr: integer('nr').notNull(),
  tid: text('tid').notNull(),
  anvandare: text('anvandare').notNull(),
  objekt: text('objekt'),
  antal: integer('antal').notNull(),
  bakom: text('bakom', { mode: 'json' }).$type<readonly number[]>().notNull().default([]),
  svar: text('svar').$type<'inget_att_anmarka' | 'forklarat' | 'foljs_upp'>(),
  ord: text('ord').notNull().default(''),
  version: version(),
}, (t) => [index('loggkontrollrader_kontroll').on(t.kontrollId, t.nr)])
