import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { kontrolleraKontor } from './kontroll.ts'
import { skapaExempelkontor } from './exempel.ts'
import { startaKontor } from './index.ts'
import { router } from './router.ts'
import { resultat } from './testkontor.ts'

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
  await veckanLever(api)
  const { figurer } = await api.redovisning.hamta({ ar: 2025, kommun: [] })
  expect((await resultat(await api.verksamhetsberattelse.hamta({ ar: 2025 }))).kapitel.every((k) => k.text.length > 50)).toBe(true)
  const { stod, ingaende, nya, avslutade, utgaende } = figurer.klienter
  expect(stod).toBeGreaterThan(80)
  expect([ingaende + nya, avslutade + utgaende]).toEqual([stod, stod])
  start.kontor.stang()
  rmSync(bas, { recursive: true, force: true })
})

/** Anna's week holds every kind of row, and each can be opened: the words were sealed under the key of their case. */
async function veckanLever(api: RouterClient<typeof router>) {
  const { rader, idag } = await api.veckan.min()
  expect(new Set(rader.map((rad) => rad.slag))).toEqual(new Set(['uppfoljning', 'uppdrag_slutar', 'atagande', 'samtycke_slutar', 'samtycke_saknas']))
  for (const rad of rader) if (rad.slag === 'atagande') expect(rad.vad).toMatch(/\p{Lu}\p{L}+ /u)
  const nu = rader.filter((rad) => rad.datum === null || rad.datum <= idag).length
  expect([nu >= 3 && nu <= 6, rader.length - nu >= 5 && rader.length - nu <= 8]).toEqual([true, true])

  const mina = (await api.arenden.mina()).filter((rad) => rad.slut === null)
  const sidor = await Promise.all(mina.map(({ nummer }) => api.arenden.hamta({ nummer })))
  const alla = <T>(av: (sida: (typeof sidor)[number]) => readonly T[]) => sidor.flatMap(av)
  expect(alla((s) => s.anteckningar).length).toBeGreaterThan(2)
  expect(alla((s) => s.anteckningar).every((a) => a.text.length > 5)).toBe(true)
  expect(alla((s) => s.samtycken).every((ett) => ett.omfattning.length > 5)).toBe(true)
  expect(alla((s) => s.ataganden).filter((a) => a.status === 'klart').length).toBeGreaterThan(5)
  const uppdrag = alla((s) => s.uppdrag)
  expect(uppdrag.some((u) => u.uppfoljningar.some((x) => x.resultat === 'fortsatter'))).toBe(true)
  expect(uppdrag.some((u) => (u.mal ?? '').includes('\n')) && uppdrag.some((u) => u.aktorer.length > 1) && uppdrag.some((u) => u.prioritet === 'fortur')).toBe(true)
}
