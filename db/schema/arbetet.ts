import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { arenden } from './arenden.ts'
import { forseglat, id, struken, version } from './kolumner.ts'
import { uppdrag } from './uppdrag.ts'

/** A planned look at how an uppdrag goes; done when `gjord` is written, with a coded result. `forseglat` holds {strukenSkal}. */
export const uppfoljningar = sqliteTable('uppfoljningar', {
  id: id(),
  uppdragId: text('uppdrag_id').notNull().references(() => uppdrag.id),
  planerad: text('planerad').notNull(),
  gjord: text('gjord'),
  resultat: text('resultat'),
  forseglat: forseglat(),
  ...struken(),
  version: version(),
}, (t) => [index('uppfoljningar_uppdrag').on(t.uppdragId)])

/** What was agreed to be done, by whom, by when. `forseglat` holds {vad}. */
export const ataganden = sqliteTable('ataganden', {
  id: id(),
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  uppdragId: text('uppdrag_id').notNull().references(() => uppdrag.id),
  vem: text('vem').notNull(),
  aktor: text('aktor'),
  senast: text('senast'),
  status: text('status').notNull().default('oppet'),
  statusDatum: text('status_datum'),
  forseglat: forseglat(),
  version: version(),
}, (t) => [index('ataganden_arende').on(t.arendeId)])

/** A working note. It belongs to the contact and vanishes when the uppdrag ends (DOMAIN §1, DESIGN §4.10). `forseglat` holds {text}. */
export const anteckningar = sqliteTable('anteckningar', {
  id: id(),
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  uppdragId: text('uppdrag_id').notNull().references(() => uppdrag.id),
  tid: text('tid').notNull(),
  forseglat: forseglat(),
  version: version(),
}, (t) => [index('anteckningar_arende').on(t.arendeId)])

/** That the guide for orosanmälan was used, and when: nothing of what it was about. */
export const orosguider = sqliteTable('orosguider', {
  id: id(),
  arendeId: text('arende_id').notNull().references(() => arenden.id),
  datum: text('datum').notNull(),
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
}, (t) => [index('orosguider_arende').on(t.arendeId)])
