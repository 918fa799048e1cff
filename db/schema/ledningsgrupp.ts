import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, janej, struken, version } from './kolumner.ts'

/**
 * The ledningsgrupp of 5 § (2013:522): the unit's own, a samordningsförbund that serves as it, or one shared with
 * other units (`enheter` names them). It exists from–to, so that a year's redovisning can ask for its day.
 */
export const ledningsgrupper = sqliteTable('ledningsgrupper', {
  id: id(),
  namn: text('namn').notNull(),
  form: text('form').$type<'egen' | 'samordningsforbund' | 'gemensam'>().notNull(),
  enheter: text('enheter').notNull().default(''),
  fran: text('fran').notNull(),
  till: text('till'),
  version: version(),
})

/** A seat: whose it is, and for those who must be offered one: when, and what they answered. `kommun` null = all kommuner. */
export const ledningsgruppsplatser = sqliteTable('ledningsgruppsplatser', {
  id: id(),
  gruppId: text('grupp_id').notNull().references(() => ledningsgrupper.id),
  slag: text('slag').notNull(),
  kommun: text('kommun'),
  organisation: text('organisation').notNull().default(''),
  erbjuden: text('erbjuden'),
  svar: text('svar').$type<'ja' | 'nej'>(),
  svarDatum: text('svar_datum'),
  fran: text('fran').notNull(),
  till: text('till'),
  ...struken(),
  version: version(),
}, (t) => [index('ledningsgruppsplatser_grupp').on(t.gruppId)])

/** Who sits on a seat from–to: officials and representatives, never clients. */
export const ledamoter = sqliteTable('ledamoter', {
  id: id(),
  platsId: text('plats_id').notNull().references(() => ledningsgruppsplatser.id),
  namn: text('namn').notNull(),
  roll: text('roll').notNull().default(''),
  ersattare: janej('ersattare').notNull().default(false),
  fran: text('fran').notNull(),
  till: text('till'),
  ...struken(),
  version: version(),
}, (t) => [index('ledamoter_plats').on(t.platsId)])

/** A meeting: its agenda before, a few lines of minutes after. Struck = it was called off. */
export const ledningsgruppsmoten = sqliteTable('ledningsgruppsmoten', {
  id: id(),
  gruppId: text('grupp_id').notNull().references(() => ledningsgrupper.id),
  datum: text('datum').notNull(),
  klockslag: text('klockslag').notNull().default(''),
  plats: text('plats').notNull().default(''),
  dagordning: text('dagordning').notNull().default(''),
  anteckningar: text('anteckningar').notNull().default(''),
  ...struken(),
  version: version(),
}, (t) => [index('ledningsgruppsmoten_datum').on(t.datum)])
