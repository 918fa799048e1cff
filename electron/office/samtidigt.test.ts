import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXEMPELLOSENORD } from '../../db/model/exempel/index.ts'
import { skapaExempelkontor } from './exempel.ts'
import { startaKontor } from './index.ts'
import { router } from './router.ts'

describe('the first login after an import', () => {
  const bas = mkdtempSync(join(tmpdir(), 'lotsen-samtidigt-'))
  const nu = () => '2026-11-22T09:40:00.000Z'
  beforeAll(async () => {
    process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
    await skapaExempelkontor({ datamapp: join(bas, 'kontor'), storlek: 'liten', fro: 1, nu, rapport: () => undefined })
  })
  afterAll(() => rmSync(bas, { recursive: true, force: true }))

  it('answers everything that a window asks for at once, while the cases get their new keys', async () => {
    const start = startaKontor({ datamapp: join(bas, 'kontor'), skal: { slag: 'cli' }, avsluta: () => undefined, nu })
    const api = createRouterClient(router, { context: start.kontext() })
    await api.session.loggaIn({ anvandarnamn: 'anna', losenord: EXEMPELLOSENORD })
    const [vecka, lista, mina] = await Promise.all([api.veckan.min(), api.overlamningar.lista(), api.arenden.mina(), api.overlamningar.nodoppningar()])
    expect(vecka.last.length).toBeGreaterThan(0)
    expect(lista.tillMig).toEqual([])
    expect(mina.some((rad) => rad.namn !== null)).toBe(true)
    const [ett, tva] = await Promise.all([api.arenden.mina(), api.veckan.min()])
    expect(ett).toEqual(mina)
    expect(tva).toEqual(vecka)
    await start.stang()
  })
})
