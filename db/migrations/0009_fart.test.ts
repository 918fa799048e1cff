import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

it('0009 leaves a filled office as it is, and finds contacts without an answer among all', async () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  await migrera(db, { kopieraForst: async () => {}, migrationer: MIGRATIONER.filter((m) => m.nummer <= 4) })
  db.exec(`
    INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad) VALUES ('u', 'anna', 'Anna Lind', '["ombud"]', 'age1', 'k', 1, 'c', '2026-01-01T08:00:00.000Z');
    INSERT INTO kontakter (id, datum, kommun, utfall, registrerad_av) VALUES ('k', '2026-02-01', '2062', 'radgivning', 'u'), ('l', '2026-02-02', '2062', 'annu_inte_avgjort', 'u');
  `)
  const fore = db.prepare('SELECT id, datum, kommun, utfall, registrerad_av FROM kontakter ORDER BY id').all()
  await migrera(db, { kopieraForst: async () => {} })
  expect(db.prepare('SELECT id, datum, kommun, utfall, registrerad_av FROM kontakter ORDER BY id').all()).toEqual(fore)
  const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT id FROM kontakter WHERE struken_tid IS NULL AND utfall IN ('annu_inte_avgjort', 'i_ko') AND registrerad_av = 'u' ORDER BY datum`).all() as { detail: string }[]
  expect(plan.map((rad) => rad.detail)).toEqual([expect.stringContaining('kontakter_obesvarade (registrerad_av=?)')])
})
