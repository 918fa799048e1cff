import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { id, struken, version } from './kolumner.ts'

/** Education that ombud have had (2013:522 10 § 1). Days are halves, hours quarters: both exact as binary fractions. */
export const utbildningar = sqliteTable('utbildningar', {
  id: id(),
  slag: text('slag').notNull(),
  titel: text('titel').notNull(),
  fran: text('fran').notNull(),
  till: text('till').notNull(),
  dagar: real('dagar'),
  timmar: real('timmar'),
  ...struken(),
  version: version(),
}, (t) => [index('utbildningar_till').on(t.till)])

export const utbildningsdeltagare = sqliteTable('utbildningsdeltagare', {
  utbildningId: text('utbildning_id').notNull().references(() => utbildningar.id),
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
}, (t) => [primaryKey({ columns: [t.utbildningId, t.anvandareId] })])

/** Handledning of a day or a period within one year: so many occasions, so many hours in all (2013:522 10 § 1). */
export const handledningar = sqliteTable('handledningar', {
  id: id(),
  form: text('form').notNull(),
  fran: text('fran').notNull(),
  till: text('till').notNull(),
  tillfallen: integer('tillfallen').notNull(),
  timmar: real('timmar'),
  handledare: text('handledare'),
  ...struken(),
  version: version(),
}, (t) => [index('handledningar_fran').on(t.fran)])

export const handledningsdeltagare = sqliteTable('handledningsdeltagare', {
  handledningId: text('handledning_id').notNull().references(() => handledningar.id),
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
}, (t) => [primaryKey({ columns: [t.handledningId, t.anvandareId] })])
