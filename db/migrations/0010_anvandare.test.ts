import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

const utanKopia = { kopieraForst: async () => {} }

it('0010 keeps a filled office and finds the marks of its log', async () => {
  const db = new Database(':memory:')
  await migrera(db, { ...utanKopia, migrationer: MIGRATIONER.filter((m) => m.nummer < 10) })
  db.exec(`
    INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad)
      VALUES ('u', 'anna', 'Anna', '["ombud"]', 'age1', 'k', 1, 'c', '2026-01-01');
    INSERT INTO arenden (id, nummer, ombud_id, skapad) VALUES ('a', '2026-0001', 'u', '2026-01-01');
    INSERT INTO logg (nr, tid, anvandare, handling, objekt, fore, hash, signatur) VALUES (1, 't', 'u', 'arende.nyckel_begard', '2026-0001', x'00', x'00', x'00');
  `)
  await migrera(db, utanKopia)
  expect(db.prepare('SELECT count(*) FROM anvandare').pluck().get()).toBe(1)
  expect(db.prepare('SELECT nummer FROM arenden').pluck().all()).toEqual(['2026-0001'])
  for (const tabell of ['intyg', 'nyckelblad', 'bladbekraftelser', 'nyckelbyten']) expect(db.prepare(`SELECT count(*) FROM ${tabell}`).pluck().get()).toBe(0)
  const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT max(nr) FROM logg WHERE handling = 'arende.nyckel_begard' AND objekt = '2026-0001'`).all() as { detail: string }[]
  expect(plan.map((rad) => rad.detail).join()).toContain('logg_nyckel_begard')
})
