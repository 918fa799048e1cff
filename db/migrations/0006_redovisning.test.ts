import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

const utanKopia = { kopieraForst: async () => {} }
const till = (nummer: number) => MIGRATIONER.filter((m) => m.nummer <= nummer)

it('keeps a filled office of the version before, and holds what is fixed from then on', async () => {
  const db = new Database(':memory:')
  await migrera(db, { ...utanKopia, migrationer: till(5) })
  db.exec(`INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad)
      VALUES ('p', 'karin', 'Karin Berg', '["enhetschef"]', 'age1', 'x', 1, 'c', '2026-01-01T00:00:00.000Z');
    INSERT INTO bidrag (id, ar, sokande, kommun, hundradelar) VALUES ('b', 2025, '2062', '2062', 150);`)
  const fore = [db.prepare('SELECT * FROM anvandare').all(), db.prepare('SELECT * FROM bidrag').all()]
  expect(await migrera(db, { ...utanKopia, migrationer: till(6) })).toEqual([6])
  expect([db.prepare('SELECT * FROM anvandare').all(), db.prepare('SELECT * FROM bidrag').all()]).toEqual(fore)
  db.exec(`INSERT INTO handlingar (id, slag, ar, sokande, kommuner, blankett_id, blankett_version, kedja, nr, maskera, kon_och_alder, skapad, skapad_av)
      VALUES ('h', 'redovisning', 2025, '2062', '["2062"]', 'grundform_redovisning', 1, 'h', 1, 1, 1, '', 'p');
    INSERT INTO faltvarden (handling_id, falt, varde, tid, av) VALUES ('h', 'grupper', '"x"', '', 'p');
    UPDATE handlingar SET sokande = '2034';
    INSERT INTO faststallda (handling_id, innehall, hash, tid, av) VALUES ('h', '{}', '', '', 'p');
    UPDATE handlingar SET status = 'faststalld', version = 2;
    UPDATE handlingar SET status = 'inlamnad', version = 3;
    UPDATE handlingar SET version = 4;`)
  for (const sats of [`UPDATE handlingar SET status = 'faststalld'`, `UPDATE handlingar SET sokande = '2062'`, 'DELETE FROM faltvarden', `UPDATE faststallda SET hash = 'x'`]) {
    expect(() => db.exec(sats), sats).toThrow('the handling is fixed')
  }
  db.exec(`INSERT INTO blanketter (id, version, slag, namn, innehall, tid, av) VALUES ('a', 1, 'redovisning', 'A', '{}', '', 'p')`)
  for (const sats of [`UPDATE blanketter SET namn = 'B'`, 'DELETE FROM blanketter']) expect(() => db.exec(sats), sats).toThrow('append-only')
})
