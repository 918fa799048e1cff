import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, version } from './kolumner.ts'

/** The unit itself: exactly one row (id 1). */
export const enhet = sqliteTable('enhet', {
  id: integer('id').primaryKey(),
  kontor: text('kontor').notNull(),
  namn: text('namn').notNull(),
  vardkommun: text('vardkommun').notNull(),
  rot: text('rot').notNull(),
  aterhamtning: text('aterhamtning').notNull(),
  skapad: text('skapad').notNull(),
  version: version(),
})

/** Settings of the unit: one JSON value per key; `db/model/installningar.ts` says which exist. */
export const installningar = sqliteTable('installningar', {
  nyckel: text('nyckel').primaryKey(),
  varde: text('varde').notNull(),
})

/** A kommun belongs to the unit from–to: one that leaves stays in earlier years (DOMAIN §4). */
export const kommuner = sqliteTable('kommuner', {
  id: id(),
  kommun: text('kommun').notNull(),
  fran: text('fran').notNull(),
  till: text('till'),
  personuppgiftsansvarig: text('personuppgiftsansvarig'),
  version: version(),
}, (t) => [index('kommuner_kommun').on(t.kommun)])

/** The code lists of DOMAIN §5 as the unit has edited them. */
export const kodposter = sqliteTable('kodposter', {
  lista: text('lista').notNull(),
  kod: text('kod').notNull(),
  etikett: text('etikett').notNull(),
  ordning: integer('ordning').notNull(),
  giltigFran: text('giltig_fran'),
  giltigTill: text('giltig_till'),
}, (t) => [primaryKey({ columns: [t.lista, t.kod] })])
