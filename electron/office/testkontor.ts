import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { zKontorsfil, type Kontorsfil } from '../../db/model/enhet.ts'
import { lasNyckelblad, skapaNyckelblad } from '../../db/vault/nyckelblad.ts'
import type { Steg } from './contract/bas.ts'
import { startaKontor, type StartatKontor } from './index.ts'
import { router } from './router.ts'
import { skapaKontor } from './skapa.ts'

/** A real office in a temporary folder, for tests: no double of anything. */

export const LOSENORD = { anna: 'annas-egna-fras-17', per: 'pers-egna-fras-23', chef: 'chefens-fras-31-x', adm: 'kansliets-fras-47' } as const
export type Testperson = keyof typeof LOSENORD
export const KONTORSFIL: Kontorsfil = zKontorsfil.parse({
  enhet: { namn: 'Personligt ombud Provdalen', vardkommun: '2062' },
  kommuner: ['2062', '2034', '2039'],
  anvandare: [
    { anvandarnamn: 'adm', namn: 'Alva Kansli', roller: ['administrator'], losenord: LOSENORD.adm },
    { anvandarnamn: 'chef', namn: 'Karin Berg', roller: ['enhetschef'], losenord: LOSENORD.chef },
    { anvandarnamn: 'anna', namn: 'Anna Lind', roller: ['ombud'], losenord: LOSENORD.anna },
    { anvandarnamn: 'per', namn: 'Per Nyström', roller: ['ombud'], losenord: LOSENORD.per },
  ],
  anstallningar: [{ anvandarnamn: 'anna', kommun: '2062', fran: '2019-03-01', till: null, procent: 75, vikarie: false }],
})

const SKAPAT = '2026-11-22T09:40:00.000Z'

/**
 * The new office that every test gets a copy of: four users' Argon2 take seconds, and no test is about them. Made once for
 * all test files (build/lib/test-offices.mjs has the folder), in a place of its own and then by its name: several may want it at once.
 */
async function mall(fil: Kontorsfil): Promise<string> {
  const mallar = process.env['LOTSEN_PROVMALLAR']
  if (mallar === undefined) throw new Error('The tests are run by vitest.config.ts, which says where their offices are made')
  const mapp = join(mallar, createHash('sha256').update(JSON.stringify(fil)).digest('hex').slice(0, 16))
  if (existsSync(mapp)) return mapp
  const bygge = mkdtempSync(join(mallar, 'bygge-'))
  await bygg(bygge, fil)
  try {
    renameSync(bygge, mapp)
  } catch (fel) {
    if (!existsSync(mapp)) throw fel
    rmSync(bygge, { recursive: true }) // somebody else was first
  }
  return mapp
}

async function bygg(bas: string, fil: Kontorsfil): Promise<void> {
  process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
  const text = (await skapaNyckelblad()).text()
  await skapaKontor({ datamapp: join(bas, 'kontor'), fil, blad: await lasNyckelblad(text), nu: () => SKAPAT, masteByta: () => false })
  writeFileSync(join(bas, 'blad.txt'), text)
}

export type Klient = RouterClient<typeof router>
export interface Testsession { start: StartatKontor; api: Klient; las: () => void }

export class Testkontor {
  readonly mapp: string
  readonly nyckel: string
  readonly #bas: string
  #oppna: StartatKontor[] = []
  klocka = SKAPAT

  private constructor(bas: string, nyckel: string) {
    this.#bas = bas
    this.mapp = join(bas, 'kontor')
    this.nyckel = nyckel
  }

  static nytt(fil: Kontorsfil = KONTORSFIL): Promise<Testkontor> {
    return Testkontor.#i(async (bas) => cpSync(await mall(fil), bas, { recursive: true }))
  }

  /** An office that is no copy of the one that every other test has: other keys, another sheet, another id. */
  static ettAnnat(): Promise<Testkontor> {
    return Testkontor.#i((bas) => bygg(bas, KONTORSFIL))
  }

  static async #i(fyll: (bas: string) => Promise<void>): Promise<Testkontor> {
    const bas = mkdtempSync(join(tmpdir(), 'lotsen-prov-'))
    await fyll(bas)
    process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
    return new Testkontor(bas, readFileSync(join(bas, 'blad.txt'), 'utf8'))
  }

  /** A path beside the data folder, gone with the office. */
  bredvid(namn: string): string {
    return join(this.#bas, namn)
  }

  /** A process's view of the office, not logged in. */
  oppna(): Testsession {
    let last = false
    const start = startaKontor({ datamapp: this.mapp, skal: { slag: 'cli' }, avsluta: () => { last = true }, nu: () => this.klocka })
    this.#oppna.push(start)
    return { start, api: createRouterClient(router, { context: start.kontext() }), las: () => { if (!last) start.kontor.las() } }
  }

  async inloggad(vem: Testperson): Promise<Testsession> {
    const session = this.oppna()
    await session.api.session.loggaIn({ anvandarnamn: vem, losenord: LOSENORD[vem] })
    return session
  }

  /** Ends every session, and keeps the folder. */
  lasAlla(): void {
    for (const start of this.#oppna) start.kontor.stang()
    this.#oppna = []
  }

  slut(): void {
    for (const start of this.#oppna) start.kontor.stang()
    rmSync(this.#bas, { recursive: true, force: true })
  }
}

/** The result of a procedure that reports steps. */
export async function resultat<T>(steg: AsyncIterable<Steg<T>>): Promise<T> {
  for await (const ett of steg) if (ett.slag === 'klart') return ett.resultat
  throw new Error('The steps ended without a result')
}
