import { spawn } from 'node:child_process'
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync, unlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as vanta } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXEMPELLOSENORD, skapaExempel } from '../../db/model/exempel/index.ts'
import { skapaExempelkontor } from '../../electron/office/exempel.ts'
import type { Barnuppdrag } from './barn.ts'
import { barnArbete, cliArbete, type Arbete } from './doda.ts'
import { csv, LANGE, LOSENORD, namnNr, nyttKontor, provbas, registerrader, telefonNr, KONTORSFIL } from './kontor.ts'
import { notera } from './siffror.ts'

// While the program works, nothing readable of a client or of the database's format lies in the data folder, the
// backup's folder or the temporary folder, not even in a file that has no name any more.

const { bas, bort } = provbas('klartext')
const ANTAL = LANGE ? 3000 : 1200
const IDAG = '2026-11-22'
const NU = `${IDAG}T09:00:00.000Z`
const mappar = ['kontor', 'exempel', 'kopior', 'tmp'].map((namn) => join(bas, namn))
const [kontor, exempel, kopior, tmp] = mappar as [string, string, string, string]
let chef: string

beforeAll(async () => {
  for (const mapp of [kopior, tmp]) mkdirSync(mapp)
  await nyttKontor(kontor)
  const { anvandare } = await skapaExempelkontor({ datamapp: exempel, storlek: LANGE ? 'skaraborg' : 'liten', fro: 7, nu: () => NU, rapport: () => {} })
  chef = anvandare.find(({ roller }) => roller.includes('enhetschef'))?.anvandarnamn ?? ''
})
afterAll(bort)

/** What a link of /proc points at; nothing when the file has been closed meanwhile. */
function mal(lank: string): string {
  try {
    return readlinkSync(lank)
  } catch {
    return ''
  }
}

/** Every open file of a process that lies in the folders, or lay there and was removed. Linux only. */
function oppnaFiler(pid: number): string[] {
  const fd = `/proc/${pid}/fd`
  if (!existsSync(fd)) return []
  try {
    return readdirSync(fd).map((nr) => `${fd}/${nr}`).filter((lank) => mappar.some((mapp) => mal(lank).startsWith(mapp)))
  } catch {
    return [] // it has ended
  }
}

function las(fil: string): Buffer {
  try {
    return readFileSync(fil)
  } catch {
    return Buffer.alloc(0) // it was removed between the listing and the reading
  }
}

function sok(ord: readonly string[], pid: number): string[] {
  const filer = mappar.flatMap((mapp) => readdirSync(mapp, { recursive: true, withFileTypes: true }).filter((del) => del.isFile()).map((del) => join(del.parentPath, del.name)))
  return [...filer, ...oppnaFiler(pid)].flatMap((fil) => {
    const bytes = las(fil)
    return ord.filter((o) => bytes.includes(o)).map((o) => `${fil}: ${o}`)
  })
}

/** Runs a program, and looks through all files over and over until it has ended. */
async function sokUnder(arbete: Arbete, ord: readonly string[]): Promise<{ funnet: string[]; varv: number }> {
  const barn = spawn(process.execPath, arbete.argument, { env: { ...process.env, ...arbete.env, TMPDIR: tmp, SQLITE_TMPDIR: tmp }, stdio: ['ignore', 'ignore', 'pipe'] })
  let fel = ''
  barn.stderr.on('data', (del: Buffer) => (fel += del.toString()))
  let slut: number | null | undefined
  const ended = new Promise<void>((klar) => barn.once('close', (kod) => {
    slut = kod
    klar()
  }))
  const funnet = new Set<string>()
  let varv = 0
  while (slut === undefined) {
    for (const traff of sok(ord, barn.pid ?? 0)) funnet.add(traff)
    varv += 1
    await Promise.race([ended, vanta(15)])
  }
  for (const traff of sok(ord, 0)) funnet.add(traff)
  notera({ slag: 'Klartext på disk', antal: varv, inslappta: funnet.size }, `${ord.length} ord`)
  expect({ slut, fel }).toEqual({ slut: 0, fel: '' })
  return { funnet: [...funnet], varv }
}

const FORMAT = 'SQLite format 3'
// The first and the last, and some between: all of them would only be slower.
const REGISTERORD = [1, 2, Math.floor(ANTAL / 2), ANTAL].flatMap((nr) => [namnNr(nr), telefonNr(nr)])
const exempelord = (): string[] => {
  const { arenden, office } = skapaExempel({ storlek: LANGE ? 'skaraborg' : 'liten', fro: 7, idag: IDAG })
  const klienter = [...arenden()].flatMap(({ namn }) => namn ?? []).slice(0, 40)
  expect(klienter.every((namn) => namn.length > 5)).toBe(true)
  return [...klienter, office.enhet.namn]
}

it('the search finds what is planted: a file, and one that has lost its name', () => {
  const fil = join(tmp, 'planterad')
  writeFileSync(fil, `xxx${namnNr(1)}xxx`)
  expect(sok([namnNr(1), FORMAT], process.pid)).toEqual([`${fil}: ${namnNr(1)}`])
  rmSync(fil)
  const fd = openSync(join(tmp, 'namnlos'), 'w+')
  writeSync(fd, FORMAT)
  unlinkSync(join(tmp, 'namnlos'))
  expect(fstatSync(fd).size).toBeGreaterThan(0)
  if (process.platform === 'linux') expect(sok([FORMAT], process.pid)).toEqual([`/proc/${process.pid}/fd/${fd}: ${FORMAT}`])
  closeSync(fd)
  expect(sok([namnNr(1), FORMAT], process.pid)).toEqual([])
})

it('an import', async () => {
  const register = join(bas, 'register.csv')
  writeFileSync(register, csv(registerrader(ANTAL)))
  const { funnet, varv } = await sokUnder(cliArbete(kontor, ['importera', '--data', kontor, '--anvandare', 'chef', '--fil', register, '--json'], { losenord: LOSENORD.chef }), [...REGISTERORD, KONTORSFIL.enhet.namn, FORMAT])
  expect(funnet).toEqual([])
  expect(varv).toBeGreaterThan(5)
})

it('counting year after year, with all its sorting', async () => {
  const ar = Array.from({ length: 6 }, (_, i) => 2021 + i)
  const uppdrag: Barnuppdrag = { vad: 'rakna', dir: exempel, anvandarnamn: chef, losenord: EXEMPELLOSENORD, ar: LANGE ? [...ar, ...ar, ...ar] : ar }
  const { funnet, varv } = await sokUnder(barnArbete(uppdrag), [...exempelord(), FORMAT])
  expect(funnet).toEqual([])
  expect(varv).toBeGreaterThan(3)
})

it('a backup', async () => {
  for (const [dir, vem, losenord, ord] of [[kontor, 'chef', LOSENORD.chef, REGISTERORD], [exempel, chef, EXEMPELLOSENORD, exempelord()]] as const) {
    const till = join(kopior, `${vem}-${ord.length}.lotsen`)
    const { funnet, varv } = await sokUnder(cliArbete(dir, ['sakerhetskopia', '--data', dir, '--anvandare', vem, '--till', till, '--json'], { losenord }), [...ord, KONTORSFIL.enhet.namn, FORMAT])
    expect(funnet).toEqual([])
    expect(varv).toBeGreaterThan(3)
  }
})
