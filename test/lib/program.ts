import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../out/electron/cli.js', import.meta.url))

/** The built program, running for a browser (`lotsen kor`). */
export interface Program {
  /** The address that was printed last; it works once. */
  adress: () => string
  port: number
  /** Everything it has printed. */
  utskrift: () => string
  process: ChildProcess
  /** Ends it as Ctrl+C does; resolves with its exit code. */
  stang: () => Promise<number | null>
}

/** Starts the built program on a data folder, and waits until it has said where. */
export async function startaProgram(datamapp: string, argument: string[] = []): Promise<Program> {
  const process_ = spawn(process.execPath, [CLI, 'kor', '--data', datamapp, ...argument], { stdio: ['ignore', 'pipe', 'pipe'] })
  let utskrift = ''
  const adresser = () => [...utskrift.matchAll(/http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]+/g)].map(([adress]) => adress)
  await new Promise<void>((klar, fel) => {
    const hor = (del: Buffer) => {
      utskrift += String(del)
      if (adresser().length > 0) klar()
    }
    process_.stdout.on('data', hor)
    process_.stderr.on('data', hor)
    process_.once('exit', (kod) => fel(new Error(`the program ended (${kod}): ${utskrift}`)))
  })
  const adress = () => adresser().at(-1) ?? ''
  return {
    adress,
    port: Number(new URL(adress()).port),
    utskrift: () => utskrift,
    process: process_,
    stang: () =>
      new Promise((klar) => {
        if (process_.exitCode !== null || process_.signalCode !== null) return klar(process_.exitCode)
        process_.once('exit', klar)
        process_.kill('SIGINT')
      }),
  }
}

/** An empty folder of a test's own. */
export function provmapp(): { mapp: string; bort: () => void } {
  const mapp = mkdtempSync(join(tmpdir(), 'lotsen-e2e-'))
  return { mapp, bort: () => rmSync(mapp, { recursive: true, force: true }) }
}
