import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { startaKontor, type StartatKontor } from '../../electron/office/index.ts'
import type { Inloggad } from '../../electron/office/inloggad.ts'
import { router } from '../../electron/office/router.ts'

/** The offices that are measured: made once by the program itself, and always copied before anything is done to them. */

export const LOSENORD = 'mora-lotsen-exempel'
export type Storlek = 'liten' | 'skaraborg' | 'sverige'

/** The office of a size, made now if it has not been. Sweden's takes minutes. */
export function exempelkontor(mapp: string, storlek: Storlek, cli: string): string {
  const dir = join(mapp, storlek)
  if (existsSync(join(dir, 'office.db'))) return dir
  console.error(`Gör exempelkontoret ${storlek} i ${dir} …`)
  mkdirSync(mapp, { recursive: true })
  execFileSync(process.execPath, [cli, 'exempel', '--data', dir, '--storlek', storlek], { stdio: ['ignore', 'ignore', 'inherit'] })
  return dir
}

export interface Inne { api: RouterClient<typeof router>; start: StartatKontor; inloggad: Inloggad; dir: string }

/** Copies of an office, gone when the measuring is over. */
export class Kopior {
  readonly #bas: string
  #antal = 0
  #oppna: StartatKontor[] = []

  constructor(bas: string) {
    this.#bas = bas
    rmSync(bas, { recursive: true, force: true })
    process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
  }

  kopia(av: string): string {
    const dir = join(this.#bas, String(++this.#antal))
    cpSync(av, dir, { recursive: true })
    return dir
  }

  oppna(dir: string): Pick<Inne, 'api' | 'start'> {
    const start = startaKontor({ datamapp: dir, skal: { slag: 'cli' }, avsluta: () => undefined })
    this.#oppna.push(start)
    return { start, api: createRouterClient(router, { context: start.kontext() }) }
  }

  async inne(dir: string, anvandarnamn: string): Promise<Inne> {
    const { start, api } = this.oppna(dir)
    await api.session.loggaIn({ anvandarnamn, losenord: LOSENORD })
    return { api, start, inloggad: start.kontor.inloggad, dir }
  }

  slut(): void {
    for (const start of this.#oppna) start.kontor.stang()
    rmSync(this.#bas, { recursive: true, force: true })
  }
}
