import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { MIGRATIONER } from './index.ts'
import { migrera } from './kor.ts'

const utanKopia = { kopieraForst: async () => {} }

it('0011 and 0012 keep a filled office; a signed check and a protocol can no longer be changed', async () => {
  const db = new Database(':memory:')
  await migrera(db, { ...utanKopia, migrationer: MIGRATIONER.filter((m) => m.nummer < 11) })
  db.exec(`
    INSERT INTO anvandare (id, anvandarnamn, namn, roller, age_mottagare, signeringsnyckel, generation, certifikat, skapad) VALUES ('u', 'anna', 'Anna', '[]', 'a', 's', 1, 'c', '2026-01-01');
    INSERT INTO arenden (id, nummer, ombud_id, skapad, fodelsear) VALUES ('a', '2026-0001', 'u', '2026-01-01', 1970);
    INSERT INTO logg (nr, tid, anvandare, handling, fore, hash, signatur) VALUES (1, '2026-01-01T00:00:00.000Z', 'u', 'kontor.skapat', x'00', x'01', x'02');
  `)
  expect(await migrera(db, utanKopia)).toEqual(MIGRATIONER.map((m) => m.nummer).filter((nr) => nr >= 11))
  expect(db.prepare('SELECT nummer, fodelsear, aldersgrupp, gallrad, gallringsundantag FROM arenden').all()).toEqual([{ nummer: '2026-0001', fodelsear: 1970, aldersgrupp: null, gallrad: null, gallringsundantag: null }])
  expect(db.prepare('SELECT count(*) FROM logg').pluck().get()).toBe(1)

  db.exec(`
    INSERT INTO loggkontroller (id, fran, till, borjad, av_id, huvud_nr, huvud_hash, rader, oppningar) VALUES ('k', '2026-01-01', '2026-03-31', 't', 'u', 1, x'01', 1, 0);
    INSERT INTO loggkontrollrader (id, kontroll_id, slag, nr, tid, anvandare, antal) VALUES ('r', 'k', 'urval', 1, 't', 'u', 1);
  `)
  expect(() => db.exec(`INSERT INTO loggkontroller (id, fran, till, borjad, av_id, huvud_nr, huvud_hash, rader, oppningar) VALUES ('k2', '2026-01-01', '2026-03-31', 't', 'u', 1, x'01', 1, 0)`)).toThrow(/UNIQUE/)
  db.exec(`UPDATE loggkontrollrader SET svar = 'inget_att_anmarka'; UPDATE loggkontroller SET klar = 't', signatur = x'03', undertecknare_id = 'u'`)
  for (const sats of [`UPDATE loggkontroller SET ord = 'x'`, `UPDATE loggkontrollrader SET svar = NULL`, 'DELETE FROM loggkontroller', 'DELETE FROM loggkontrollrader']) expect(() => db.exec(sats)).toThrow(/loggkontroll/)

  db.exec(`INSERT INTO gallringar (id, tid, av_id, arenden, undantagna, vantar_svar) VALUES ('g', 't', 'u', '["2026-0001"]', 0, 0)`)
  expect(() => db.exec(`UPDATE gallringar SET arenden = '[]'`)).toThrow(/gallringsprotokoll/)
  db.exec(`UPDATE gallringar SET borta = 't'`)
  for (const sats of ['UPDATE gallringar SET borta = NULL', 'DELETE FROM gallringar']) expect(() => db.exec(sats)).toThrow(/gallringsprotokoll/)
})
