import Database from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { describe, expect, it } from 'vitest'
import { migrera } from '../migrations/kor.ts'
import * as schema from './index.ts'

/** What a database is made of: every column, key, index and check, in a comparable form. */
function beskriv(db: InstanceType<typeof Database>) {
  const tabeller = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  ).all()
  return Object.fromEntries(tabeller.map(({ name, sql }) => [name, {
    kolumner: db.pragma(`table_info('${name}')`),
    nycklar: db.pragma(`foreign_key_list('${name}')`),
    kontroller: [...sql.matchAll(/CHECK ?\((.*)\)/g)].map((m) => m[1]),
    index: db.prepare<[string], { name: string; sql: string | null }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name`,
    ).all(name).map((i) => ({ ...i, kolumner: db.pragma(`index_xinfo('${i.name}')`) })),
  }]))
}

describe('schema', () => {
  it('equals the migrated database', async () => {
    const migrerad = new Database(':memory:')
    await migrera(migrerad, { kopieraForst: async () => {} })

    const beskriven = new Database(':memory:')
    const tom = await generateSQLiteDrizzleJson({})
    const hel = await generateSQLiteDrizzleJson(schema)
    for (const sats of await generateSQLiteMigration(tom, hel)) beskriven.exec(sats)

    expect(beskriv(migrerad)).toEqual(beskriv(beskriven))
  })
})
