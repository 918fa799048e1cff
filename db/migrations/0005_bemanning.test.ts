import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { standardKodlistor } from '../model/kodlistor.ts'
import { drizzleFor } from '../store/db.ts'
import { hamtaKodlistor, skapaKodlistor } from '../store/kodlistor.ts'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

const utanKopia = { kopieraForst: async () => {} }
const NYA = ['utbildningsslag', 'handledningsform', 'kostnadsslag'] as const
const till = (nummer: number) => MIGRATIONER.filter((m) => m.nummer <= nummer)

/** An office of the version before: a user with a post on leave, and its lists, one label of them its own. */
async function fylldTillFyra() {
  const db = new Database(':memory:')
  await migrera(db, { ...utanKopia, migrationer: till(4) })
  const skriv = db.prepare('INSERT INTO kodposter (lista, kod, etikett, ordning) VALUES (?, ?, ?, ?)')
  for (const [lista, poster] of Object.entries(standardKodlistor())) {
    if (!(NYA as readonly string[]).includes(lista)) for (const p of poster) skriv.run(lista, p.kod, p.etikett, p.ordning)
  }
  db.exec(`UPDATE kodposter SET etikett = 'Samverkanskommun' WHERE lista = 'driftsform' AND kod = 'vardkommun';
    INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad)
      VALUES ('p', 'anna', 'Anna Lind', '["ombud"]', 'age1', 'x', 1, x'00', '2026-01-01T00:00:00.000Z');
    INSERT INTO anstallningar (id, anvandare_id, kommun, fran, procent) VALUES ('a', 'p', '2062', '2019-03-01', 75);
    INSERT INTO franvaro (id, anstallning_id, fran, procent) VALUES ('f', 'a', '2026-01-01', 50);`)
  return db
}

it('keeps staffing and lists of an office of the version before, and gives it the three new lists', async () => {
  const db = await fylldTillFyra()
  const fore = [db.prepare('SELECT * FROM anstallningar').all(), db.prepare('SELECT * FROM franvaro').all()]
  expect(await migrera(db, { ...utanKopia, migrationer: till(5) })).toEqual([5])
  expect([db.prepare('SELECT * FROM anstallningar').all(), db.prepare('SELECT * FROM franvaro').all()]).toEqual(fore)
  const listor = hamtaKodlistor(drizzleFor(db))
  expect(listor.driftsform.find((p) => p.kod === 'vardkommun')?.etikett).toBe('Samverkanskommun')
  for (const lista of NYA) expect(listor[lista]).toEqual(standardKodlistor()[lista])
})

it('leaves the lists of an office that is being made to the making', async () => {
  const db = new Database(':memory:')
  await migrera(db, { ...utanKopia, migrationer: till(5) })
  expect(db.prepare('SELECT count(*) AS n FROM kodposter').get()).toEqual({ n: 0 })
  skapaKodlistor(drizzleFor(db))
  expect(hamtaKodlistor(drizzleFor(db))).toEqual(standardKodlistor())
})
