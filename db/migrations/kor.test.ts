import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MIGRATIONER, SCHEMAVERSION, type Migration } from './index.ts'
import { behoverMigreras, migrera } from './kor.ts'

const utanKopia = { kopieraForst: async () => {} }

function medForaldrar() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  return db
}

const GRUND: Migration = {
  nummer: 1, namn: '0001_grund',
  sql: `CREATE TABLE foralder (id TEXT PRIMARY KEY);
        CREATE TABLE barn (id TEXT PRIMARY KEY, foralder TEXT NOT NULL REFERENCES foralder(id));`,
}
const BYGG_OM: Migration = {
  nummer: 2, namn: '0002_bygg_om',
  sql: `CREATE TABLE ny (id TEXT PRIMARY KEY, namn TEXT);
        INSERT INTO ny (id) SELECT id FROM foralder;
        DROP TABLE foralder;
        ALTER TABLE ny RENAME TO foralder;`,
}

describe('migrera', () => {
  it('numbers the shipped migrations 1, 2, 3 … without gaps', () => {
    expect(MIGRATIONER.map((m) => m.nummer)).toEqual(MIGRATIONER.map((_, i) => i + 1))
    expect(SCHEMAVERSION).toBe(MIGRATIONER.length)
  })

  it('rebuilds a parent table without losing its children', async () => {
    const db = medForaldrar()
    await migrera(db, { ...utanKopia, migrationer: [GRUND] })
    db.exec(`INSERT INTO foralder VALUES ('a'); INSERT INTO barn VALUES ('b', 'a')`)
    expect(await migrera(db, { ...utanKopia, migrationer: [GRUND, BYGG_OM] })).toEqual([2])
    expect(db.prepare('SELECT * FROM barn').all()).toEqual([{ id: 'b', foralder: 'a' }])
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => db.exec(`INSERT INTO barn VALUES ('c', 'finns inte')`)).toThrow(/FOREIGN KEY/)
  })

  it.each([
    ['rows that vanish', `DELETE FROM barn`],
    ['a broken reference', `DROP TABLE foralder; CREATE TABLE foralder (id TEXT PRIMARY KEY); INSERT INTO foralder VALUES ('z')`],
  ])('refuses %s and leaves everything as it was', async (_, sql) => {
    const db = medForaldrar()
    await migrera(db, { ...utanKopia, migrationer: [GRUND] })
    db.exec(`INSERT INTO foralder VALUES ('a'); INSERT INTO barn VALUES ('b', 'a')`)
    const dalig: Migration = { nummer: 2, namn: '0002_dalig', sql }
    await expect(migrera(db, { ...utanKopia, migrationer: [GRUND, dalig] })).rejects.toMatchObject({ kod: 'migrering_tappade_rader' })
    expect(db.prepare('SELECT * FROM barn').all()).toHaveLength(1)
    expect(db.pragma('user_version', { simple: true })).toBe(1)
  })

  it('keeps a migration that is declared to take rows', async () => {
    const db = medForaldrar()
    await migrera(db, { ...utanKopia, migrationer: [GRUND] })
    db.exec(`INSERT INTO foralder VALUES ('a'); INSERT INTO barn VALUES ('b', 'a')`)
    await migrera(db, { ...utanKopia, migrationer: [GRUND, { nummer: 2, namn: 'x', sql: 'DELETE FROM barn', farMinska: ['barn'] }] })
    expect(db.prepare('SELECT * FROM barn').all()).toEqual([])
  })

  it('copies first, and only when there is something to lose', async () => {
    const db = medForaldrar()
    const kopior: number[] = []
    const kopieraForst = async () => { kopior.push(db.pragma('user_version', { simple: true }) as number) }
    await migrera(db, { kopieraForst, migrationer: [GRUND] })
    expect(kopior).toEqual([])
    await migrera(db, { kopieraForst, migrationer: [GRUND, BYGG_OM] })
    expect(kopior).toEqual([1])
    await migrera(db, { kopieraForst, migrationer: [GRUND, BYGG_OM] })
    expect(kopior).toEqual([1])
  })

  it('changes nothing when the copy cannot be made', async () => {
    const db = medForaldrar()
    await migrera(db, { ...utanKopia, migrationer: [GRUND] })
    const kopieraForst = async () => { throw new Error('fullt') }
    await expect(migrera(db, { kopieraForst, migrationer: [GRUND, BYGG_OM] })).rejects.toThrow('fullt')
    expect(db.pragma('user_version', { simple: true })).toBe(1)
  })

  it('refuses a database from a newer Lotsen with its own sentence', () => {
    const db = medForaldrar()
    db.pragma(`user_version = ${SCHEMAVERSION + 1}`)
    expect(() => behoverMigreras(db)).toThrow(expect.objectContaining({ kod: 'databas_nyare' }))
  })
})
