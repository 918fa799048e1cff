import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../out/electron/cli.js', import.meta.url))

export interface Korning {
  readonly kod: number | null
  readonly ut: string
  readonly utBytes: Buffer
  readonly fel: string
}

/** Runs the built command line as a script would: no terminal, secrets in the environment. */
export async function korCli(argument: readonly string[], hemligheter: { losenord?: string; nyckel?: string } = {}): Promise<Korning> {
  const miljo = { ...process.env, LOTSEN_LOSENORD: hemligheter.losenord, LOTSEN_NYCKEL: hemligheter.nyckel }
  const barn = spawn(process.execPath, [CLI, ...argument], { env: miljo, stdio: ['ignore', 'pipe', 'pipe'] })
  const [ut, fel] = [barn.stdout, barn.stderr].map((strom) => {
    const bitar: Buffer[] = []
    strom.on('data', (bit: Buffer) => bitar.push(bit))
    return bitar
  })
  const kod = await new Promise<number | null>((klar, avbrutet) => barn.once('close', klar).once('error', avbrutet))
  const utBytes = Buffer.concat(ut ?? [])
  return { kod, ut: utBytes.toString('utf8'), utBytes, fel: Buffer.concat(fel ?? []).toString('utf8') }
}
