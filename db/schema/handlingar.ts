import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { anvandare } from './anvandare.ts'
import { id, janej, koder, version } from './kolumner.ts'

/**
 * A form as data, the office's own (those that Lotsen brings lie in the code). A row per version and never changed:
 * triggers refuse UPDATE and DELETE, so that what was made on a form can always be read by it.
 */
export const blanketter = sqliteTable('blanketter', {
  id: text('id').notNull(),
  version: integer('version').notNull(),
  slag: text('slag').$type<'redovisning' | 'ansokan'>().notNull(),
  namn: text('namn').notNull(),
  innehall: text('innehall', { mode: 'json' }).$type<unknown>().notNull(),
  tid: text('tid').notNull(),
  av: text('av').notNull().references(() => anvandare.id),
}, (t) => [primaryKey({ columns: [t.id, t.version] })])

/**
 * A redovisning or ansökan of a year: of one sökande kommun, for a set of kommuner (DOMAIN §3). Versions hang together
 * by `kedja`, the first one's id. Once it is no draft any longer only its status moves on (triggers).
 */
export const handlingar = sqliteTable('handlingar', {
  id: id(),
  slag: text('slag').$type<'redovisning' | 'ansokan'>().notNull(),
  ar: integer('ar').notNull(),
  sokande: text('sokande').notNull(),
  kommuner: koder('kommuner'),
  blankettId: text('blankett_id').notNull(),
  blankettVersion: integer('blankett_version').notNull(),
  status: text('status').$type<'utkast' | 'faststalld' | 'inlamnad'>().notNull().default('utkast'),
  kedja: text('kedja').notNull(),
  nr: integer('nr').notNull().default(1),
  skal: text('skal'),
  maskera: janej('maskera').notNull(),
  konOchAlder: janej('kon_och_alder').notNull(),
  skapad: text('skapad').notNull(),
  skapadAv: text('skapad_av').notNull().references(() => anvandare.id),
  version: version(),
}, (t) => [
  index('handlingar_ar').on(t.slag, t.ar),
  uniqueIndex('handlingar_nr').on(t.kedja, t.nr),
  uniqueIndex('handlingar_ett_utkast').on(t.kedja).where(sql`status = 'utkast'`),
  check('handlingar_status', sql`status IN ('utkast', 'faststalld', 'inlamnad')`),
])

/** What has been filled in, field by field. Only in a draft (triggers). */
export const faltvarden = sqliteTable('faltvarden', {
  handlingId: text('handling_id').notNull().references(() => handlingar.id),
  falt: text('falt').notNull(),
  varde: text('varde', { mode: 'json' }).$type<unknown>(),
  /** Taken over from last year's and not saved since. */
  forifyllt: janej('forifyllt').notNull().default(false),
  tid: text('tid').notNull(),
  av: text('av').notNull().references(() => anvandare.id),
  version: version(),
}, (t) => [primaryKey({ columns: [t.handlingId, t.falt] })])

/** A figure corrected by hand: what was counted and what is said instead, both kept, also after it has been undone. */
export const rattelser = sqliteTable('rattelser', {
  id: id(),
  handlingId: text('handling_id').notNull().references(() => handlingar.id),
  figur: text('figur').notNull(),
  raknat: text('raknat', { mode: 'json' }).$type<number | null>(),
  rattat: text('rattat', { mode: 'json' }).$type<number>().notNull(),
  skal: text('skal').notNull(),
  tid: text('tid').notNull(),
  av: text('av').notNull().references(() => anvandare.id),
  angradTid: text('angrad_tid'),
  angradAv: text('angrad_av').references(() => anvandare.id),
}, (t) => [
  index('rattelser_handling').on(t.handlingId),
  uniqueIndex('rattelser_en').on(t.handlingId, t.figur).where(sql`angrad_tid IS NULL`),
])

/** Fields ticked as copied into länsstyrelsens own form: also after the handling has been fixed. */
export const faltbockar = sqliteTable('faltbockar', {
  handlingId: text('handling_id').notNull().references(() => handlingar.id),
  falt: text('falt').notNull(),
  tid: text('tid').notNull(),
  av: text('av').notNull().references(() => anvandare.id),
}, (t) => [primaryKey({ columns: [t.handlingId, t.falt] })])

/** What was fixed: canonical JSON and its SHA-256, which stands in the log row too. Never changed, never deleted (triggers). */
export const faststallda = sqliteTable('faststallda', {
  handlingId: text('handling_id').primaryKey().references(() => handlingar.id),
  innehall: text('innehall').notNull(),
  hash: text('hash').notNull(),
  tid: text('tid').notNull(),
  av: text('av').notNull().references(() => anvandare.id),
})

/**
 * The ärendenummer behind what was fixed. Apart from it, so that gallring can take them away without touching what was
 * sent in; the hash of these is part of what is hashed there, so that they cannot be exchanged.
 */
export const faststalldaBakom = sqliteTable('faststallda_bakom', {
  handlingId: text('handling_id').primaryKey().references(() => faststallda.handlingId),
  innehall: text('innehall').notNull(),
})

/** When it was handed in, by whom; a correction is a new row with a reason, and the newest counts. */
export const inlamningar = sqliteTable('inlamningar', {
  id: id(),
  handlingId: text('handling_id').notNull().references(() => handlingar.id),
  nr: integer('nr').notNull(),
  datum: text('datum').notNull(),
  av: text('av').notNull(),
  diarienummer: text('diarienummer').notNull().default(''),
  kvittens: text('kvittens').notNull().default(''),
  skal: text('skal'),
  tid: text('tid').notNull(),
  noteradAv: text('noterad_av').notNull().references(() => anvandare.id),
}, (t) => [uniqueIndex('inlamningar_nr').on(t.handlingId, t.nr)])

/** The chief reminded an ombud of a check; the newest per handling, check and ombud counts. */
export const kontrollpaminnelser = sqliteTable('kontrollpaminnelser', {
  handlingId: text('handling_id').notNull().references(() => handlingar.id),
  kod: text('kod').notNull(),
  ombudId: text('ombud_id').notNull().references(() => anvandare.id),
  tid: text('tid').notNull(),
  av: text('av').notNull().references(() => anvandare.id),
}, (t) => [primaryKey({ columns: [t.handlingId, t.kod, t.ombudId] })])
