import { setTimeout as vanta } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { kontrolleraKontor } from '../../electron/office/kontroll.ts'
import { router, startaKontor } from '../../electron/office/index.ts'
import { dagskopia } from '../../electron/office/kopiering.ts'

// The process that the tests of this folder kill or let work beside others: the office's own code, doing one
// thing. Says "redo" when only that thing remains, and "klar" when it is done.

export interface Barnuppdrag {
  vad: 'byt losenord' | 'logga in' | 'kontrollera' | 'skriv' | 'rakna' | 'faststall' | 'vanta och skriv' | 'kopiera' | 'ova' | 'skriv i takt' | 'ny identitet' | 'stang av' | 'nytt blad' | 'anropa' | 'gallra' | 'nytt losenord'
  dir: string
  anvandarnamn: string
  losenord: string
  nytt?: string
  antal?: number
  /** a write begins this often, in ms */
  taktMs?: number
  ar?: number[]
  nyckel?: string
  vem?: string
  /** `area.procedure` and what it is given */
  anrop?: { procedur: string; indata: unknown }
}

const u = JSON.parse(process.argv[2] ?? '') as Barnuppdrag
const sag = (text: string): boolean => process.stdout.write(`${text}\n`)
const start = startaKontor({ datamapp: u.dir, skal: { slag: 'cli' }, avsluta: () => {} })
const api = createRouterClient(router, { context: start.kontext() })
const loggaIn = () => api.session.loggaIn({ anvandarnamn: u.anvandarnamn, losenord: u.losenord })

const idFor = async (namn: string): Promise<string> => (await api.anvandare.lista()).find((rad) => rad.anvandarnamn === namn)?.id ?? ''

async function skriv(): Promise<void> {
  for (let i = 0; i < (u.antal ?? 1); i++) {
    await api.kontakter.ny({
      datum: '2026-10-01', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: [], utfall: 'radgivning', kodatum: null, kolamnad: null,
    })
  }
}

const ARBETEN: Record<Barnuppdrag['vad'], () => Promise<void>> = {
  async 'byt losenord'() {
    await loggaIn()
    sag('redo')
    await api.session.bytLosenord({ nuvarande: u.losenord, nytt: u.nytt ?? '' })
  },
  async 'logga in'() {
    sag('redo')
    await loggaIn()
  },
  async kontrollera() {
    const { varningar } = await loggaIn()
    await start.stang()
    sag(JSON.stringify({ varningar, ...(await kontrolleraKontor(u.dir, u)) }))
  },
  async skriv() {
    await loggaIn()
    sag('redo')
    await skriv()
  },
  async rakna() {
    await loggaIn()
    sag('redo')
    for (const ar of u.ar ?? []) await api.redovisning.hamta({ ar, kommun: [] })
  },
  async faststall() {
    await loggaIn()
    const [handling] = (await api.redovisning.handlingar({ ar: u.ar?.[0] ?? 0 })).handlingar
    sag('redo')
    await api.redovisning.faststall({ id: handling?.id ?? '', version: handling?.version ?? 0, trots: true })
  },
  async 'vanta och skriv'() {
    await loggaIn()
    sag('redo')
    await new Promise((klar) => process.stdin.once('data', klar))
    await skriv()
    process.stdin.destroy()
  },
  async 'ny identitet'() {
    await loggaIn()
    const id = await idFor(u.vem ?? '')
    sag('redo')
    await api.anvandare.nyIdentitet({ id, losenord: u.nytt ?? '', nyckel: u.nyckel ?? '' })
    await bytNyckel()
  },
  async 'stang av'() {
    await loggaIn()
    const id = await idFor(u.vem ?? '')
    sag('redo')
    await api.anvandare.stangAv({ id })
    await bytNyckel()
  },
  async 'nytt blad'() {
    await loggaIn()
    const blad = await api.nyckelblad.forbered()
    sag(`tecken ${blad.fingeravtryck}`)
    sag(`blad ${blad.nyckel}`)
    sag('redo')
    await api.nyckelblad.byt({ grupper: [blad.grupper[blad.fraga[0] - 1] ?? '', blad.grupper[blad.fraga[1] - 1] ?? ''], med: null })
  },
  async anropa() {
    await loggaIn()
    sag('redo')
    await anropa()
  },
  async gallra() {
    await loggaIn()
    const { antal } = await api.gallring.forhand()
    sag('redo')
    for await (const _ of await api.gallring.kor({ antal })) { /* to its end */ }
  },
  async 'nytt losenord'() {
    sag('redo')
    await api.start.nyttLosenord({ anvandarnamn: u.vem ?? '', losenord: u.nytt ?? '', nyckel: u.nyckel ?? '' })
  },
  async kopiera() {
    await loggaIn()
    sag('redo')
    sag(JSON.stringify({ utfall: await dagskopia(start.kontor) }))
  },
  async ova() {
    await loggaIn()
    sag('redo')
    for await (const _ of await api.sakerhetskopior.ova({ losenord: u.losenord })) { /* to its end */ }
  },
  // Writes in time until told to stop, and says when each write began and how long it took, call to answer.
  async 'skriv i takt'() {
    await loggaIn()
    let slut = false
    const tider: [borjade: number, ms: number][] = []
    process.stdin.once('data', () => (slut = true))
    sag('redo')
    for (let nasta = performance.now(); !slut; nasta += u.taktMs ?? 250) {
      await vanta(Math.max(0, nasta - performance.now()))
      const fran = performance.now()
      await skriv()
      tider.push([performance.timeOrigin + fran, performance.now() - fran])
    }
    process.stdin.destroy()
    sag(JSON.stringify({ tider }))
  },
}

/** Any procedure by its name, to the end of its steps. */
async function anropa(): Promise<void> {
  const [area = '', namn = ''] = (u.anrop?.procedur ?? '').split('.')
  const procedur = (api as unknown as Record<string, Record<string, (indata: unknown) => Promise<unknown>>>)[area]?.[namn]
  if (procedur === undefined) throw new Error(`${area}.${namn} is no procedure`)
  const svar = await procedur(u.anrop?.indata)
  if (typeof svar === 'object' && svar !== null && Symbol.asyncIterator in svar) for await (const _ of svar as AsyncIterable<unknown>) { /* to its end */ }
}

/** The next login, which is alone, changes the database key. */
async function bytNyckel(): Promise<void> {
  await start.stang()
  const nasta = startaKontor({ datamapp: u.dir, skal: { slag: 'cli' }, avsluta: () => {} })
  await createRouterClient(router, { context: nasta.kontext() }).session.loggaIn({ anvandarnamn: u.anvandarnamn, losenord: u.losenord })
  await nasta.stang()
}

try {
  await ARBETEN[u.vad]()
  await start.stang()
  sag('klar')
} catch (fel) {
  process.stderr.write(`${fel instanceof Error ? fel.message : String(fel)}\n`)
  process.exitCode = 1
}
