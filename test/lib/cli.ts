import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../out/electron/cli.js', import.meta.url))

export interface Korning {
  readonly kod: number | null
  readonly ut: string
  readonly utBytes: Buffer
  readonly fel: string
}

export interface Hemligheter {
  readonly losenord?: string
  readonly nyckel?: string
}

/** Starts the built command line as a script would: no terminal, secrets in the environment. */
export function startaCli(argument: readonly string[], hemligheter: Hemligheter = {}) {
  const miljo = { ...process.env, LOTSEN_LOSENORD: hemligheter.losenord, LOTSEN_NYCKEL: hemligheter.nyckel }
  const barn = spawn(process.execPath, [CLI, ...argument], { env: miljo, stdio: ['ignore', 'pipe', 'pipe'] })
  const slut = new Promise<number | null>((klar, avbrutet) => barn.once('close', klar).once('error', avbrutet))
  /** The first thing on stdout that matches. */
  const rad = (monster: RegExp) =>
    new Promise<string>((klar, avbrutet) => {
      let text = ''
      barn.stdout.on('data', (bit: Buffer) => {
        text += bit.toString('utf8')
        const traff = monster.exec(text)
        if (traff) klar(traff[0])
      })
      void slut.then(() => avbrutet(new Error(`ended without ${monster.source}: ${text}`)))
    })
  return { barn, slut, rad }
}

/** Runs the built command line to its end. */
export async function korCli(argument: readonly string[], hemligheter: Hemligheter = {}): Promise<Korning> {
  const { barn, slut } = startaCli(argument, hemligheter)
  const [ut, fel] = [barn.stdout, barn.stderr].map((strom) => {
    const bitar: Buffer[] = []
    strom.on('data', (bit: Buffer) => bitar.push(bit))
    return bitar
  })
  const kod = await slut
  const utBytes = Buffer.concat(ut ?? [])
  return { kod, ut: utBytes.toString('utf8'), utBytes, fel: Buffer.concat(fel ?? []).toString('utf8') }
}
