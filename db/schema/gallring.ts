import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { id, version } from './kolumner.ts'

/** How long a kind of data is kept, by the local decision: months, its reference and date (DOMAIN §3). No row: nothing of the kind is destroyed. */
export const gallringsregler = sqliteTable('gallringsregler', {
  slag: text('slag').$type<'klienter' | 'skal' | 'ledamoter'>().primaryKey(),
  manader: integer('manader').notNull(),
  referens: text('referens').notNull(),
  beslutad: text('beslutad').notNull(),
  version: version(),
})

/**
 * The protocol of a gallring: rules as they were, how many rows of what, which ärendenummer, and which copies still held
 * the data then. `borta`: when the last remnants had left the files; null until then. Frozen by triggers.
 */
export const gallringar = sqliteTable('gallringar', {
  id: id(),
  tid: text('tid').notNull(),
  avId: text('av_id').notNull().references(() => anvandare.id),
  regler: text('regler', { mode: 'json' }).$type<{ slag: string; manader: number; referens: string; beslutad: string }[]>().notNull().default([]),
  rader: text('rader', { mode: 'json' }).$type<{ vad: string; antal: number }[]>().notNull().default([]),
  arenden: text('arenden', { mode: 'json' }).$type<string[]>().notNull().default([]),
  undantagna: integer('undantagna').notNull(),
  vantarSvar: integer('vantar_svar').notNull(),
  kopior: text('kopior', { mode: 'json' }).$type<{ slag: string; vad: string; dag: string; till: string | null }[]>().notNull().default([]),
  borta: text('borta'),
})
