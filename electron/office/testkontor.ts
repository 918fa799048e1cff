import { mkdtempSync, rmSync } from 'node:fs'
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

export type Klient = RouterClient<typeof router>
export interface Testsession { start: StartatKontor; api: Klient; las: () => void }

export class Testkontor {
  readonly mapp: string
  readonly nyckel: string
  readonly #bas: string
  #oppna: StartatKontor[] = []
  klocka = '2026-11-22T09:40:00.000Z'

  private constructor(bas: string, nyckel: string) {
    this.#bas = bas
    this.mapp = join(bas, 'kontor')
    this.nyckel = nyckel
  }

  static async nytt(fil: Kontorsfil = KONTORSFIL): Promise<Testkontor> {
    const bas = mkdtempSync(join(tmpdir(), 'lotsen-prov-'))
    process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
    const blad = await skapaNyckelblad()
    const prov = new Testkontor(bas, blad.text())
    await skapaKontor({ datamapp: prov.mapp, fil, blad: await lasNyckelblad(prov.nyckel), nu: () => prov.klocka, masteByta: () => false })
    return prov
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
