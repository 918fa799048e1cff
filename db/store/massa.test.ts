import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { expect, it } from 'vitest'
import { migrera } from '../migrations/kor.ts'
import * as schema from '../schema/index.ts'
import type { Db } from './db.ts'
import { registerskrivare } from './massa.ts'

it('writes what was never asked as null, and not as no', async () => {
  const handtag = new Database(':memory:')
  await migrera(handtag, { kopieraForst: async () => {} })
  handtag.pragma('foreign_keys = OFF')
  const db = drizzle(handtag, { schema }) as Db
  const skriv = registerskrivare(db)
  const uppdrag = (id: string, realistiskt: boolean | null): typeof schema.uppdrag.$inferSelect => ({
    id, arendeId: id, kommun: '2062', start: '2026-01-01', planeratSlut: null, slut: null, avslutsorsak: null, avslutadTid: null, avslutadAv: null, orsaker: [], livsomraden: [],
    prioritet: null, realistiskt, aktorer: [], lotsadTill: null, malutfall: [], anteckningarna: null, forseglat: null, strukenTid: null, strukenSkal: null, version: 1,
  })
  for (const rad of [uppdrag('x', null), uppdrag('y', false), uppdrag('z', true)]) skriv.uppdrag(rad)
  expect(db.select({ id: schema.uppdrag.id, realistiskt: schema.uppdrag.realistiskt }).from(schema.uppdrag).all()).toEqual([
    { id: 'x', realistiskt: null }, { id: 'y', realistiskt: false }, { id: 'z', realistiskt: true },
  ])
})
