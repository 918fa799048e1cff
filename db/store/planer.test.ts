import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrera } from '../migrations/kor.ts'
import { listaForOmbud } from './arenden.ts'
import { drizzleFor, type Db } from './db.ts'
import { listaKo } from './ko.ts'
import { listaKontakter } from './kontakter.ts'
import { arendenUnderAnnatBlad } from './nycklar.ts'
import { redovisningsrader } from './redovisning.ts'
import { antalOavgjorda, kon, levandeSamtycken, obesvaradeKontakter, ogjordaUppfoljningar, oppnaAtaganden, pagaendeUppdrag } from './veckan.ts'

/**
 * What is asked for every day goes by an index and never through a whole register: with the planner's own words, since
 * a scan of an empty table takes no time. Not how fast it is (npm run bench), but why.
 */

const stallda: string[] = []
let handtag: Database.Database
let db: Db

beforeAll(async () => {
  handtag = new Database(':memory:', { verbose: (sats) => stallda.push(String(sats)) })
  await migrera(handtag, { kopieraForst: async () => {} })
  db = drizzleFor(handtag)
})

/** Tables of the register that a question goes through from end to end. */
function genomgangna(fraga: () => unknown): string[] {
  stallda.length = 0
  fraga()
  const satser = stallda.filter((sats) => /^select/i.test(sats))
  expect(satser.length).toBeGreaterThan(0)
  return satser.flatMap((sats) => (handtag.prepare(`EXPLAIN QUERY PLAN ${sats}`).all() as { detail: string }[]).map((rad) => rad.detail))
    .filter((del) => /^SCAN (uppdrag|arenden|kontakter|innehav|sigill|uppfoljningar|ataganden|samtycken|kommunbyten)\b/.test(del) && !del.includes('kontakter_obesvarade'))
}

describe('goes through no table', () => {
  const nagra = ['a', 'b']
  it.each<[string, () => unknown]>([
    ['own cases', () => listaForOmbud(db, 'u')],
    ['own cases and those beside', () => listaForOmbud(db, 'u', nagra)],
    ['seals to another sheet', () => arendenUnderAnnatBlad(db, nagra, 'age1', 'aterhamtning')],
    ['contacts without an answer', () => obesvaradeKontakter(db, 'u')],
    ['how many they are', () => antalOavgjorda(db)],
    ['the queue', () => listaKo(db)],
    ['how long it is', () => kon(db)],
    ['contacts of a month', () => listaKontakter(db, { fran: '2026-01-01', till: '2026-01-31', hoppa: 0 })],
    ['what runs', () => [pagaendeUppdrag(db, nagra), ogjordaUppfoljningar(db, nagra, '2026-01-01'), oppnaAtaganden(db, nagra, '2026-01-01'), levandeSamtycken(db, nagra)]],
    ['the rows of a year', () => redovisningsrader(db, '2026-01-01', '2026-12-31')],
  ])('%s', (_, fraga) => { expect(genomgangna(fraga)).toEqual([]) })

  it('and says so when one does', () => {
    expect(genomgangna(() => handtag.prepare(`SELECT id FROM kontakter WHERE utfall = 'i_ko'`).all())).toEqual(['SCAN kontakter'])
  })
})
