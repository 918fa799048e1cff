import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { kontrolleraKontor } from './kontroll.ts'
import { skapaExempelkontor } from './exempel.ts'
import { startaKontor } from './index.ts'
import { router } from './router.ts'

it('makes an example office that is whole, can be logged in to and counts right', async () => {
  const bas = mkdtempSync(join(tmpdir(), 'lotsen-prov-'))
  process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
  const datamapp = join(bas, 'kontor')
  const nu = () => '2026-11-22T09:40:00.000Z'
  const { anvandare } = await skapaExempelkontor({ datamapp, storlek: 'liten', fro: 1, nu, rapport: () => {} })
  const ombud = anvandare.find((a) => a.roller.includes('ombud'))!

  const kontroll = await kontrolleraKontor(datamapp, ombud)
  expect(kontroll).toMatchObject({ hel: true, loggrader: 1 })
  expect(kontroll.uppdrag).toBeGreaterThan(200)

  const start = startaKontor({ datamapp, skal: { slag: 'cli' }, avsluta: () => {}, nu })
  const api = createRouterClient(router, { context: start.kontext() })
  await api.session.loggaIn(ombud)
  const mina = await api.arenden.mina()
  expect(mina.filter((rad) => rad.slut === null && rad.namn !== null).length).toBeGreaterThan(5)
  const { figurer } = await api.redovisning.hamta({ ar: 2025, kommun: [] })
  const { stod, ingaende, nya, avslutade, utgaende } = figurer.klienter
  expect(stod).toBeGreaterThan(80)
  expect([ingaende + nya, avslutade + utgaende]).toEqual([stod, stod])
  start.kontor.stang()
  rmSync(bas, { recursive: true, force: true })
})
