import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

const utanKopia = { kopieraForst: async () => {} }
/** The release before: what an office that already has years of life is written by. */
const FORE = MIGRATIONER.filter((m) => m.nummer <= 4)

it('0007 leaves a filled office as it is and gives it brister and a ledningsgrupp', async () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  await migrera(db, { ...utanKopia, migrationer: FORE })
  db.exec(`
    INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad) VALUES ('u', 'anna', 'Anna Lind', '["ombud"]', 'age1', 'k', 1, 'c', '2026-01-01T08:00:00.000Z');
    INSERT INTO kontakter (id, datum, kommun, utfall, registrerad_av) VALUES ('k', '2026-02-01', '2062', 'radgivning', 'u');
  `)
  const fore = [db.prepare('SELECT * FROM anvandare').all(), db.prepare('SELECT id, datum, kommun, utfall FROM kontakter').all()]
  await migrera(db, utanKopia)
  expect([db.prepare('SELECT * FROM anvandare').all(), db.prepare('SELECT id, datum, kommun, utfall FROM kontakter').all()]).toEqual(fore)

  db.exec(`
    INSERT INTO brister (id, kategori, niva, aktor, vad, registrerad_av, registrerad_tid) VALUES ('b', 'samordning', 'lokal_niva', 'psykiatri', 'x', 'u', '2026-02-01T08:00:00.000Z');
    INSERT INTO iakttagelser (id, brist_id, datum, av_id, registrerad_tid) VALUES ('i', 'b', '2026-02-01', 'u', '2026-02-01T08:00:00.000Z');
  `)
  expect(db.prepare('SELECT kommun, foljd, inte_namn, version FROM brister').get()).toEqual({ kommun: null, foljd: '', inte_namn: '[]', version: 1 })
  expect(() => db.exec(`INSERT INTO iakttagelser (id, brist_id, datum, av_id, registrerad_tid) VALUES ('j', 'ingen', '2026-02-01', 'u', '2026-02-01T08:00:00.000Z')`)).toThrow(/FOREIGN KEY/)
})
