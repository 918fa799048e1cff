import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

it('0013 keeps the marks of a filled office, as made with the first key', async () => {
  const db = new Database(':memory:')
  const utanKopia = { kopieraForst: async () => {} }
  await migrera(db, { ...utanKopia, migrationer: MIGRATIONER.filter((m) => m.nummer < 13) })
  db.exec(`
    INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad) VALUES ('u', 'anna', 'Anna', '[]', 'a', 's', 1, 'c', '2026-01-01');
    INSERT INTO arenden (id, nummer, ombud_id, skapad, fodelsear) VALUES ('a', '2026-0001', 'u', '2026-01-01', 1970);
    INSERT INTO dubbletter (arende_id, avtryck) VALUES ('a', x'0102');
  `)
  await migrera(db, utanKopia)
  expect(db.prepare('SELECT arende_id, hex(avtryck) AS avtryck, generation FROM dubbletter').all()).toEqual([{ arende_id: 'a', avtryck: '0102', generation: 1 }])
})
