import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Barnuppdrag } from './barn.ts'
import { BYGGD } from './bygg.ts'
import { LANGE } from './kontor.ts'
import { notera } from './siffror.ts'

/** Starting programs that are killed at random moments, and counting what became of it. */

export const KORNINGAR = LANGE ? 100 : 16
const SAMTIDIGT = 2
const CLI = fileURLToPath(new URL('../../out/electron/cli.js', import.meta.url))

export interface Arbete {
  argument: string[]
  env?: NodeJS.ProcessEnv
  /** The folder whose changes can be the moment. */
  mapp: string
  /** Delays run from the line "redo"; without it from the start of the program, less what it takes to start. */
  redo?: boolean
}

export const cliArbete = (mapp: string, argument: string[], hemligheter: { losenord?: string; nyckel?: string } = {}): Arbete =>
  ({ mapp, argument: [CLI, ...argument], env: { LOTSEN_LOSENORD: hemligheter.losenord, LOTSEN_NYCKEL: hemligheter.nyckel } })

export const barnArbete = (uppdrag: Barnuppdrag, nasta = false): Arbete =>
  ({ mapp: uppdrag.dir, argument: [join(BYGGD, 'barn.js'), JSON.stringify(uppdrag)], env: nasta ? { LOTSEN_PROV_NASTA: '1' } : {}, redo: true })

export type Nar = { ms: number } | { handelse: number } | null
export interface Slut {
  dodad: boolean
  ms: number
  handelser: number
  ut: string
  fel: string
  kod: number | null
}

/** Runs a program to its end, or until it is killed: so many ms after it began, or at the n-th change of a folder. */
export function kor(arbete: Arbete, nar: Nar = null): Promise<Slut> {
  const barn = spawn(process.execPath, arbete.argument, { env: { ...process.env, ...arbete.env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [ut, fel, handelser, start] = ['', '', 0, arbete.redo ? 0 : performance.now()]
  let klocka: NodeJS.Timeout | undefined
  const borja = (): void => {
    if (nar !== null && 'ms' in nar) klocka = setTimeout(() => barn.kill('SIGKILL'), nar.ms)
  }
  const vakt = watch(arbete.mapp, () => {
    if (start === 0) return
    handelser += 1
    if (nar !== null && 'handelse' in nar && handelser === nar.handelse) barn.kill('SIGKILL')
  })
  vakt.on('error', () => undefined) // the folder itself may be moved away
  if (start !== 0) borja()
  barn.stderr.on('data', (del: Buffer) => (fel += del.toString()))
  barn.stdout.on('data', (del: Buffer) => {
    ut += del.toString()
    if (start !== 0 || !ut.includes('redo\n')) return
    start = performance.now()
    borja()
  })
  return new Promise((klar, avbrutet) => {
    barn.once('error', avbrutet)
    barn.once('close', (kod, signal) => {
      clearTimeout(klocka)
      vakt.close()
      klar({ dodad: signal === 'SIGKILL', ms: performance.now() - start, handelser, ut, fel, kod })
    })
  })
}

let startMs: number | null = null
/** How long the command line takes to start, doing nothing. */
async function startTid(mapp: string): Promise<number> {
  startMs ??= (await kor(cliArbete(mapp, ['--help']))).ms
  return startMs
}

/** A place of its own for one round: copies of an office must not meet in the account's folder. */
export interface Rum {
  rot: string
  dir: string
  konto: string
}

export interface Dodsprov {
  namn: string
  bas: string
  /** How many kills; KORNINGAR when left out. */
  rundor?: number
  /** Above 1 the moments lie closer the nearer they are to the beginning: for a short act that long work follows. */
  tidigt?: number
  /** Fills the data folder. */
  fyll: (rum: Rum) => void
  arbete: (rum: Rum) => Arbete
  /** Checks that all is whole, and says what is left of the work. Throws when something was lost. `ut` is what the program had said. */
  efter: (rum: Rum, klar: boolean, ut: string) => Promise<'inget' | 'allt'>
}

export interface Utfall {
  dodade: number
  inget: number
  allt: number
  hann: number
  forlorade: string[]
}

/**
 * Kills a work KORNINGAR times: every other time at a random time, spread over how long it takes, every other
 * at a random change of its folder. A round in which the work was done first is no kill and is run again.
 */
export async function dodaOmIgen(prov: Dodsprov): Promise<Utfall> {
  const rundor = prov.rundor ?? KORNINGAR
  const utfall: Utfall = { dodade: 0, inget: 0, allt: 0, hann: 0, forlorade: [] }
  let nr = 0
  const nyttRum = (): Rum => {
    const rot = mkdtempSync(join(prov.bas, `r${nr++}-`)) // of its own: an earlier work may have left one of that number
    const rum = { rot, dir: join(rot, 'kontor'), konto: join(rot, 'konto') }
    prov.fyll(rum)
    return rum
  }
  const korRum = (rum: Rum, nar: Nar): Promise<Slut> => {
    const arbete = prov.arbete(rum)
    return kor({ ...arbete, env: { ...arbete.env, LOTSEN_KONTOMAPP: rum.konto } }, nar)
  }
  // One at a time: the account's folder is this process's environment.
  let ko: Promise<unknown> = Promise.resolve()
  const kontrollera = (rum: Rum, klar: boolean, ut: string): Promise<'inget' | 'allt'> => {
    const tur = ko.then(() => {
      process.env['LOTSEN_KONTOMAPP'] = rum.konto
      return prov.efter(rum, klar, ut)
    })
    ko = tur.catch(() => undefined)
    return tur
  }

  const forst = nyttRum()
  const hel = await korRum(forst, null)
  if (hel.kod !== 0) throw new Error(`${prov.namn}: ${hel.fel}`)
  if ((await kontrollera(forst, true, hel.ut)) !== 'allt') throw new Error(`${prov.namn}: not done, though nobody killed it`)
  const fran = prov.arbete(forst).redo === true ? 0 : Math.min(await startTid(prov.bas), hel.ms * 0.6)
  rmSync(forst.rot, { recursive: true })

  const rond = async (): Promise<void> => {
    const rum = nyttRum()
    const i = nr
    const [andel, slump] = [((i % rundor) + Math.random()) / rundor, Math.random()].map((del) => del ** (prov.tidigt ?? 1)) as [number, number]
    const nar: Nar = i % 2 === 0 || hel.handelser === 0 ? { ms: fran + andel * (hel.ms - fran) } : { handelse: 1 + Math.floor(slump * hel.handelser) }
    const slut = await korRum(rum, nar)
    if (!slut.dodad && slut.kod !== 0) throw new Error(`${prov.namn}: ${slut.fel}`)
    try {
      const kvar = await kontrollera(rum, !slut.dodad, slut.ut)
      if (!slut.dodad && kvar === 'inget') throw new Error('done, and nothing of it is there')
      if (slut.dodad) utfall[kvar] += 1
    } catch (fel) {
      utfall.forlorade.push(`${JSON.stringify(nar)} ${fel instanceof Error ? (fel.stack ?? fel.message) : String(fel)}`)
    }
    if (slut.dodad) utfall.dodade += 1
    else utfall.hann += 1
    rmSync(rum.rot, { recursive: true })
  }
  const lopa = async (): Promise<void> => {
    while (utfall.dodade < rundor && nr < 4 * rundor) await rond()
  }
  await Promise.all(Array.from({ length: SAMTIDIGT }, lopa))
  console.log(`${prov.namn}: ${Math.round(hel.ms - fran)} ms, ${hel.handelser} ändringar på disk; ${utfall.dodade} dödade, efteråt inget av arbetet ${utfall.inget}, allt ${utfall.allt}; hann klart ${utfall.hann}; förlorade ${utfall.forlorade.length}`)
  notera({ slag: 'Dödad mitt i', antal: utfall.dodade, forlorade: utfall.forlorade.length }, prov.namn)
  return utfall
}
