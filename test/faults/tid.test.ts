import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FORSOKSNAMN } from '../../db/vault/forsok.ts'
import { router, startaKontor, type StartatKontor } from '../../electron/office/index.ts'
import { LANGE, nyttKontor, provbas } from './kontor.ts'
import { notera } from './siffror.ts'

// How long a refused login takes does not tell whether there is such a user. The names are tried in turn, so that a busy computer
// is as busy for both, and what is compared is the middle of the pairs: it takes half of them to be wrong for the test to be.

const { bas, bort } = provbas('tid')
const data = join(bas, 'kontor')
const PAR = LANGE ? 60 : 9
/** Outside this the two can be told apart by somebody who measures; a skipped derivation gives a few hundredths. */
const [MINST, MEST] = [0.6, 1.7]
/** The office's clock stands still: how long one has to wait must not depend on how busy the computer is. */
const NU = '2026-11-22T09:40:00.000Z'
const KANDA = ['anna', 'chef'] as const
const OKANDA = ['berit', 'annika', 'anna2'] as const
let start: StartatKontor

beforeAll(async () => {
  await nyttKontor(data)
  start = startaKontor({ datamapp: data, skal: { slag: 'cli' }, avsluta: () => {}, nu: () => NU })
})
afterAll(async () => {
  await start.stang()
  bort()
})

async function forsok(anvandarnamn: string): Promise<{ ms: number; svar: string }> {
  const api = createRouterClient(router, { context: start.kontext() })
  const fran = performance.now()
  try {
    await api.session.loggaIn({ anvandarnamn, losenord: 'fel-fras-har-12' })
    return { ms: 0, svar: 'insläppt' }
  } catch (fel) {
    const { data: svar, message } = fel as { data?: { kod?: string; falt?: string; detalj?: unknown }; message: string }
    return { ms: performance.now() - fran, svar: JSON.stringify([svar?.kod, svar?.falt, svar?.detalj, message]) }
  }
}

const median = (tal: readonly number[]): number => {
  const ordnade = tal.toSorted((a, b) => a - b)
  const mitt = Math.floor(ordnade.length / 2)
  return ordnade.length % 2 === 1 ? (ordnade[mitt] ?? 0) : ((ordnade[mitt - 1] ?? 0) + (ordnade[mitt] ?? 0)) / 2
}
const ur = (namn: readonly string[], nr: number): string => namn[nr % namn.length] ?? ''

it('a name that nobody has is answered as a wrong password is: in words, and in time', async () => {
  const [kanda, okanda]: [number[], number[]] = [[], []]
  const svaren = new Set<string>()
  const utanVantan = async (namn: string) => {
    rmSync(join(data, FORSOKSNAMN), { force: true }) // the wait after wrong passwords is tried below
    const { ms, svar } = await forsok(namn)
    svaren.add(svar)
    return ms
  }
  await utanVantan('anna') // the first derivation fetches the library
  let kvot = 0
  // A computer that is busy with something else now and then gets more pairs before it is judged.
  for (let omgang = 0; omgang < 3; omgang++) {
    for (let nr = 0; nr < PAR; nr++) {
      const par: [readonly string[], number[]][] = [[KANDA, kanda], [OKANDA, okanda]]
      for (const [namn, tider] of nr % 2 === 0 ? par : par.toReversed()) tider.push(await utanVantan(ur(namn, nr)))
    }
    kvot = median(okanda.map((ms, i) => ms / (kanda[i] ?? 1)))
    if (kvot > MINST && kvot < MEST) break
  }
  const skiljs = kvot <= MINST || kvot >= MEST
  notera({ slag: 'Okänd användare: tid', antal: kanda.length * 2, inslappta: skiljs ? 1 : 0 }, `känd ${Math.round(median(kanda))} ms, okänd ${Math.round(median(okanda))} ms, kvot ${kvot.toFixed(2)}`)
  expect([...svaren]).toHaveLength(1)
  expect(skiljs, `kvot ${kvot}`).toBe(false)
})

it('and is made to wait as long: the same answers in the same order, and no password is tried meanwhile', async () => {
  const rad = async (namn: string) => {
    rmSync(join(data, FORSOKSNAMN), { force: true })
    const svar = []
    for (let nr = 0; nr < 5; nr++) svar.push(await forsok(namn))
    return svar
  }
  const [kand, okand] = [await rad('anna'), await rad('berit')]
  expect(okand.map(({ svar }) => svar)).toEqual(kand.map(({ svar }) => svar))
  expect(kand.map(({ svar }) => svar.includes('"vanta"'))).toEqual([false, false, false, true, true])
  // Far under what a derivation takes, for both.
  const provat = Math.min(...kand.slice(0, 3).map(({ ms }) => ms))
  const vantan = [kand, okand].map((svar) => median(svar.slice(3).map(({ ms }) => ms)))
  notera({ slag: 'Okänd användare: tid', antal: 10 }, `i väntan känd ${vantan[0]?.toFixed(1)} ms, okänd ${vantan[1]?.toFixed(1)} ms`)
  for (const ms of vantan) expect(ms).toBeLessThan(provat)
})
