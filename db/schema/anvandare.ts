import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, janej, version } from './kolumner.ts'

/**
 * The users and the public halves of their keys. A row counts only with its certificate by the root
 * (DESIGN §4.2): a row that somebody wrote into the file by hand is nobody.
 */
export const anvandare = sqliteTable('anvandare', {
  id: id(),
  anvandarnamn: text('anvandarnamn').notNull().unique(),
  namn: text('namn').notNull(),
  roller: text('roller', { mode: 'json' }).$type<string[]>().notNull(),
  ageMottagare: text('age_mottagare').notNull(),
  signeringsnyckel: text('signeringsnyckel').notNull(),
  generation: integer('generation').notNull(),
  certifikat: text('certifikat').notNull(),
  avstangd: text('avstangd'),
  masteBytaLosenord: janej('maste_byta_losenord').notNull().default(false),
  skapad: text('skapad').notNull(),
  version: version(),
})

/**
 * Certificates beside the one in the user's row: earlier generations, by which what was signed then is checked, and
 * those by a root that somebody still pins while the nyckelblad is being replaced (DESIGN §4.7).
 */
export const intyg = sqliteTable('intyg', {
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
  rot: text('rot').notNull(),
  generation: integer('generation').notNull(),
  anvandarnamn: text('anvandarnamn').notNull(),
  namn: text('namn').notNull(),
  roller: text('roller', { mode: 'json' }).$type<string[]>().notNull(),
  ageMottagare: text('age_mottagare').notNull(),
  signeringsnyckel: text('signeringsnyckel').notNull(),
  certifikat: text('certifikat').notNull(),
}, (t) => [primaryKey({ columns: [t.anvandareId, t.rot, t.generation] })])

/**
 * A nyckelblad that took the place of another. Two people sign for it, and its own root for the one before, so that
 * what that one signed can still be checked. `klart`: nobody and nothing needs the one before any longer.
 */
export const nyckelblad = sqliteTable('nyckelblad', {
  rot: text('rot').primaryKey(),
  mottagare: text('mottagare').notNull(),
  forraRot: text('forra_rot').notNull(),
  forraMottagare: text('forra_mottagare').notNull(),
  tid: text('tid').notNull(),
  avId: text('av_id').notNull(),
  avSignatur: blob('av_signatur', { mode: 'buffer' }).notNull(),
  medId: text('med_id').notNull(),
  medSignatur: blob('med_signatur', { mode: 'buffer' }).notNull(),
  rotSignatur: blob('rot_signatur', { mode: 'buffer' }).notNull(),
  klart: text('klart'),
})

/** Who has compared the new sheet and holds it fast: a list for the screen, the pin itself lies in the user's secrets. */
export const bladbekraftelser = sqliteTable('bladbekraftelser', {
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
  rot: text('rot').notNull(),
  tid: text('tid').notNull(),
}, (t) => [primaryKey({ columns: [t.anvandareId, t.rot] })])

/** The database key is to be changed at the next login that finds itself alone (DESIGN §4.7). */
export const nyckelbyten = sqliteTable('nyckelbyten', {
  id: id(),
  tid: text('tid').notNull(),
  skal: text('skal', { enum: ['avstangd', 'ny_identitet', 'nytt_nyckelblad'] }).notNull(),
  gjord: text('gjord'),
})
