import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, janej, struken, version } from './kolumner.ts'

/** A year's amount per full-time year: a setting per year, null until somebody has written it (DOMAIN §3). */
export const bidragsar = sqliteTable('bidragsar', {
  ar: integer('ar').primaryKey(),
  /** Whole kronor. */
  belopp: integer('belopp'),
  version: version(),
})

/**
 * A kommun's grant of a year, and by which sökande kommun it was applied for: a kommun is in one of them (DOMAIN §3).
 * Kronor are whole; årsanställningar are hundredths, `andel` hundredths of a percent, so that sums are exact.
 */
export const bidrag = sqliteTable('bidrag', {
  id: id(),
  ar: integer('ar').notNull(),
  sokande: text('sokande').notNull(),
  kommun: text('kommun').notNull(),
  hundradelar: integer('hundradelar'),
  beviljat: integer('beviljat'),
  utbetalt: integer('utbetalt'),
  anvant: integer('anvant'),
  /** What the share of the costs is counted by, when the key asks for it. */
  befolkning: integer('befolkning'),
  andel: integer('andel'),
  version: version(),
}, (t) => [uniqueIndex('bidrag_kommun').on(t.ar, t.kommun)])

/** A decision of länsstyrelsen about the grant of a year. */
export const bidragsbeslut = sqliteTable('bidragsbeslut', {
  id: id(),
  ar: integer('ar').notNull(),
  sokande: text('sokande').notNull(),
  datum: text('datum').notNull(),
  diarienummer: text('diarienummer'),
  anteckning: text('anteckning'),
  ...struken(),
  version: version(),
}, (t) => [index('bidragsbeslut_ar').on(t.ar)])

/** A cost that the kommuner of a sökande kommun share. */
export const kostnader = sqliteTable('kostnader', {
  id: id(),
  ar: integer('ar').notNull(),
  sokande: text('sokande').notNull(),
  slag: text('slag').notNull(),
  text: text('text'),
  kronor: integer('kronor').notNull(),
  ...struken(),
  version: version(),
}, (t) => [index('kostnader_ar').on(t.ar)])

/** How the kommuner of a sökande kommun have agreed to share the costs of a year. */
export const fordelningar = sqliteTable('fordelningar', {
  ar: integer('ar').notNull(),
  sokande: text('sokande').notNull(),
  nyckel: text('nyckel').notNull(),
  /** A kommun that was with the unit a part of the year carries that part. */
  viktaDagar: janej('vikta_dagar').notNull().default(false),
  /** Which of the grant's amounts is taken off. */
  avdrag: text('avdrag').notNull(),
  /** The grant taken off the whole, and what is left shared; otherwise each kommun's own off its share. */
  gemensamt: janej('gemensamt').notNull().default(false),
  version: version(),
}, (t) => [primaryKey({ columns: [t.ar, t.sokande] })])
