import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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
