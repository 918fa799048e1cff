import { sql } from 'drizzle-orm'
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { arenden } from './arenden.ts'
import { forseglat, id, janej, koder, struken, version } from './kolumner.ts'

/**
 * A commission: `start` and, once ended, `slut` (its last day). `forseglat` holds the goals in the client's words;
 * `malutfall` their outcome as codes. `anteckningarna`: what becomes of the notes at the end (klienten, forstors).
 */
export const uppdrag = sqliteTable('uppdrag', {
  id: id(),
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  kommun: text('kommun').notNull(),
  start: text('start').notNull(),
  planeratSlut: text('planerat_slut'),
  slut: text('slut'),
  avslutsorsak: text('avslutsorsak'),
  avslutadTid: text('avslutad_tid'),
  avslutadAv: text('avslutad_av').references(() => anvandare.id),
  orsaker: koder('orsaker'),
  livsomraden: koder('livsomraden'),
  forseglat: forseglat(),
  ...struken(),
  version: version(),
  prioritet: text('prioritet'),
  realistiskt: janej('realistiskt'),
  aktorer: koder('aktorer'),
  lotsadTill: text('lotsad_till'),
  malutfall: text('malutfall', { mode: 'json' }).$type<{ id: string; utfall: string }[]>().notNull().default([]),
  anteckningarna: text('anteckningarna'),
}, (t) => [
  index('uppdrag_arende').on(t.arendeId, t.start),
  index('uppdrag_slut').on(t.slut, t.start),
  index('uppdrag_start').on(t.start),
  // One client has at most one open uppdrag at a time (DOMAIN §4): the last wall, behind the office's own check.
  uniqueIndex('uppdrag_ett_oppet').on(t.arendeId).where(sql`slut IS NULL AND struken_tid IS NULL`),
  check('uppdrag_ordning', sql`slut IS NULL OR slut >= start`),
  check('uppdrag_avslut', sql`(slut IS NULL) = (avslutsorsak IS NULL)`),
])

/** Each extension is a row; the reason is words about a client and therefore sealed ({skal}). */
export const forlangningar = sqliteTable('forlangningar', {
  id: id(),
  uppdragId: text('uppdrag_id').notNull().references(() => uppdrag.id),
  datum: text('datum').notNull(),
  tidigareSlut: text('tidigare_slut'),
  nyttSlut: text('nytt_slut').notNull(),
  forseglat: forseglat(),
  ...struken(),
  version: version(),
}, (t) => [index('forlangningar_uppdrag').on(t.uppdragId)])

/** The client moves within the unit: from `datum` the uppdrag belongs to `kommun` (DOMAIN §4). */
export const kommunbyten = sqliteTable('kommunbyten', {
  id: id(),
  uppdragId: text('uppdrag_id').notNull().references(() => uppdrag.id),
  datum: text('datum').notNull(),
  kommun: text('kommun').notNull(),
  ...struken(),
  version: version(),
}, (t) => [index('kommunbyten_uppdrag').on(t.uppdragId)])
