import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { forseglat, id, janej, version } from './kolumner.ts'

/**
 * The numbered case of one client. `forseglat` holds {namn, telefon}; kön and birth year are codes for
 * statistics. `generation` 0 = nothing has been sealed yet; `nyNyckel` = its holder must make a new key
 * before anything is written (DESIGN §4.4). `gallrad`: the day its words were destroyed; then `aldersgrupp` (the group of its last year, as a code)
 * stands instead of the birth year. `gallringsundantag`: born on a day that is exempt; null = not answered.
 */
export const arenden = sqliteTable('arenden', {
  id: id(),
  nummer: text('nummer').notNull().unique(),
  kon: text('kon').notNull().default('uppgift_saknas'),
  fodelsear: integer('fodelsear'),
  ombudId: text('ombud_id').notNull().references(() => anvandare.id),
  generation: integer('generation').notNull().default(0),
  nyNyckel: janej('ny_nyckel').notNull().default(false),
  forseglat: forseglat(),
  skapad: text('skapad').notNull(),
  version: version(),
  aldersgrupp: text('aldersgrupp'),
  gallrad: text('gallrad'),
  gallringsundantag: janej('gallringsundantag'),
}, (t) => [index('arenden_ombud').on(t.ombudId)])

/** Who had the case when: history for ever, credit in the counts (DOMAIN §4 per ombud). */
export const innehav = sqliteTable('innehav', {
  id: id(),
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
  slag: text('slag').notNull(),
  fran: text('fran').notNull(),
  till: text('till'),
}, (t) => [index('innehav_arende').on(t.arendeId), index('innehav_anvandare').on(t.anvandareId)])

/**
 * The case key sealed to one recipient: a user's id, or the nyckelblad's. Columns are those of `Sigill` in
 * db/vault/sigill.ts (DESIGN §4.3–4.4). The maker may be the root, which is no user: no foreign keys.
 */
export const sigill = sqliteTable('sigill', {
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  generation: integer('generation').notNull(),
  mottagareId: text('mottagare_id').notNull(),
  mottagare: text('mottagare').notNull(),
  tillverkareId: text('tillverkare_id').notNull(),
  tillverkareGeneration: integer('tillverkare_generation').notNull(),
  age: blob('age', { mode: 'buffer' }).notNull(),
  signatur: blob('signatur', { mode: 'buffer' }).notNull(),
}, (t) => [primaryKey({ columns: [t.arendeId, t.mottagareId, t.generation] }), index('sigill_mottagare').on(t.mottagareId)])

/** What was destroyed, so that a restored backup destroys it again (DESIGN §4.10). */
export const forstort = sqliteTable('forstort', {
  tabell: text('tabell').notNull(),
  rad: text('rad').notNull(),
  tid: text('tid').notNull(),
}, (t) => [primaryKey({ columns: [t.tabell, t.rad] })])
