import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

const utanKopia = { kopieraForst: async () => {} }

it('0008 leaves a filled office as it is and gives it a story a year', async () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  await migrera(db, { ...utanKopia, migrationer: MIGRATIONER.filter((m) => m.nummer < 8) })
  db.exec(`INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad) VALUES ('u', 'chef', 'Karin Berg', '["enhetschef"]', 'age1', 'k', 1, 'c', '2026-01-01T08:00:00.000Z')`)
  const fore = db.prepare('SELECT id, anvandarnamn FROM anvandare').all()
  await migrera(db, { ...utanKopia, migrationer: MIGRATIONER.filter((m) => m.nummer <= 8) })
  expect(db.prepare('SELECT id, anvandarnamn FROM anvandare').all()).toEqual(fore)
  db.exec(`INSERT INTO verksamhetsberattelser (ar, kapitel, tid, av_id) VALUES (2025, '[]', '2026-01-01T08:00:00.000Z', 'u')`)
  expect(db.prepare('SELECT * FROM verksamhetsberattelser').get()).toMatchObject({ ar: 2025, version: 1 })
  expect(() => db.exec(`INSERT INTO verksamhetsberattelser (ar, kapitel, tid, av_id) VALUES (2025, '[]', '', 'u')`)).toThrow(/UNIQUE/)
})
