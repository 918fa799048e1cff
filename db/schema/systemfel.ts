import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { id, koder, struken, version } from './kolumner.ts'
import { ledningsgruppsmoten } from './ledningsgrupp.ts'

/**
 * A noticed brist (DOMAIN §1 systemfel): never about a person, so nothing of it is sealed. `kommun` null = the whole
 * unit. `inteNamn`: words of the texts that somebody has said are not names, so that it is not asked again.
 */
export const brister = sqliteTable('brister', {
  id: id(),
  kategori: text('kategori').notNull(),
  niva: text('niva').notNull(),
  aktor: text('aktor').notNull(),
  kommun: text('kommun'),
  vad: text('vad').notNull(),
  foljd: text('foljd').notNull().default(''),
  forslag: text('forslag').notNull().default(''),
  inteNamn: koder('inte_namn'),
  registreradAv: text('registrerad_av').notNull().references(() => anvandare.id),
  registreradTid: text('registrerad_tid').notNull(),
  ...struken(),
  version: version(),
})

/** A brist seen on a day, in a kommun (null = the whole unit), by somebody: the first is made with the brist itself. */
export const iakttagelser = sqliteTable('iakttagelser', {
  id: id(),
  bristId: text('brist_id').notNull().references(() => brister.id),
  datum: text('datum').notNull(),
  kommun: text('kommun'),
  avId: text('av_id').notNull().references(() => anvandare.id),
  registreradTid: text('registrerad_tid').notNull(),
  ...struken(),
  version: version(),
}, (t) => [index('iakttagelser_datum').on(t.datum), index('iakttagelser_brist').on(t.bristId, t.datum)])

/**
 * What has become of a brist: one row per status, from `datum` on; of two on one day the later `tid` counts. Rows are
 * only added, so that the status of any earlier day can be told. `notering` is the word back to whoever noticed it.
 */
export const bristhandelser = sqliteTable('bristhandelser', {
  id: id(),
  bristId: text('brist_id').notNull().references(() => brister.id),
  datum: text('datum').notNull(),
  tid: text('tid').notNull(),
  status: text('status').notNull(),
  notering: text('notering').notNull().default(''),
  moteId: text('mote_id').references(() => ledningsgruppsmoten.id),
  avId: text('av_id').notNull().references(() => anvandare.id),
}, (t) => [index('bristhandelser_brist').on(t.bristId, t.datum, t.tid)])

/** Who has noticed or observed a brist, and until when they have seen what became of it. */
export const bristlasare = sqliteTable('bristlasare', {
  bristId: text('brist_id').notNull().references(() => brister.id),
  anvandareId: text('anvandare_id').notNull().references(() => anvandare.id),
  seddTid: text('sedd_tid').notNull(),
}, (t) => [primaryKey({ columns: [t.anvandareId, t.bristId] })])

/** A brist on a meeting's agenda, and what was decided: `status` null until then. */
export const motesbrister = sqliteTable('motesbrister', {
  moteId: text('mote_id').notNull().references(() => ledningsgruppsmoten.id),
  bristId: text('brist_id').notNull().references(() => brister.id),
  status: text('status'),
  beslut: text('beslut').notNull().default(''),
  version: version(),
}, (t) => [primaryKey({ columns: [t.moteId, t.bristId] }), index('motesbrister_brist').on(t.bristId)])
