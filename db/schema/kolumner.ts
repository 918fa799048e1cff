import { blob, customType, integer, text } from 'drizzle-orm/sqlite-core'

/** Row id: a UUID, so that rows can be made without asking the database and mean nothing. */
export const id = () => text('id').primaryKey()

/** Row version, +1 per write: a stale write is answered instead of overwriting (DESIGN §4.12). */
export const version = () => integer('version').notNull().default(1)

/** Sealed words about a client (DESIGN §4.3): one blob per row, null when there are none. */
export const forseglat = () => blob('forseglat', { mode: 'buffer' })

/** Struck as registered by mistake: the row stays, counts nowhere, says when and why (DOMAIN §4). */
export const struken = () => ({
  strukenTid: text('struken_tid'),
  strukenSkal: text('struken_skal'),
})

/**
 * A set of codes, read and written with its row and never searched by (DOMAIN §3), so a column of its own
 * rather than a table: a year's figures read one row per uppdrag instead of five.
 */
export const koder = (namn: string) => text(namn, { mode: 'json' }).$type<string[]>().notNull().default([])

/** True/false stored as 1/0. Prepared inserts encode null too: it must stay null, "not asked", and not become false. */
export const janej = customType<{ data: boolean; driverData: number | null }>({
  dataType: () => 'integer',
  toDriver: (varde: boolean | null) => (varde === null ? null : Number(varde)),
  fromDriver: (varde) => varde === 1,
})

/** A key sealed to one recipient: the columns of `Sigill` in db/vault/sigill.ts, and which key it is. */
export const sigillet = () => ({
  generation: integer('generation').notNull(),
  mottagareId: text('mottagare_id').notNull(),
  mottagare: text('mottagare').notNull(),
  tillverkareId: text('tillverkare_id').notNull(),
  tillverkareGeneration: integer('tillverkare_generation').notNull(),
  age: blob('age', { mode: 'buffer' }).notNull(),
  signatur: blob('signatur', { mode: 'buffer' }).notNull(),
})
