import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { kontrolleraKontor } from '../../electron/office/kontroll.ts'
import { BYGGD } from './bygg.ts'
import type { Barnuppdrag } from './barn.ts'
import { csv, KONTORSFIL, LOSENORD, provbas, registerrader } from './kontor.ts'

// A shared computer, or a remote desktop: eight accounts of the operating system, each with a Lotsen of its own, in one office.
// The accounts are numbers that nobody has (the kernel asks for no name), in a group of their own.

const CLI = fileURLToPath(new URL('../../out/electron/cli.js', import.meta.url))
const GRUPP = 64_117
const KONTON = Array.from({ length: 8 }, (_, i) => 64_201 + i)
const UTANFOR = { uid: 64_301, gid: 64_302 }

const { bas, bort } = provbas('konton')
afterAll(bort)
let dir: string
let nr = 0

type Konto = { uid: number; gid: number }
type Slut = { kod: number | null; ut: string; fel: string }

/** Why accounts cannot be tried here, or null. */
function hinder(): string | null {
  if (process.platform !== 'linux') return 'other accounts are tried on Linux only'
  if (process.getuid?.() !== 0) return 'only root can be other accounts'
  const [uid = 0] = KONTON
  const prov = spawnSync(process.execPath, [CLI, '--help'], { uid, gid: GRUPP, env: {} })
  return prov.status === 0 ? null : 'this checkout lies where other accounts may not read it'
}
const VARFOR_INTE = hinder()

function kor(konto: Konto, argument: string[], env: NodeJS.ProcessEnv = {}): Promise<Slut> {
  const hem = join(bas, `hem-${konto.uid}`)
  mkdirSync(hem, { recursive: true, mode: 0o700 })
  chownSync(hem, konto.uid, konto.gid)
  return new Promise((klar, fel) => {
    const barn = spawn(process.execPath, argument, { ...konto, cwd: '/', env: { PATH: process.env['PATH'], HOME: hem, LOTSEN_KONTOMAPP: hem, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const slut = { ut: '', fel: '' }
    barn.stdout.on('data', (del: Buffer) => (slut.ut += del.toString()))
    barn.stderr.on('data', (del: Buffer) => (slut.fel += del.toString()))
    barn.once('error', fel).once('close', (kod) => klar({ kod, ...slut }))
  })
}
const cli = (konto: Konto, argument: string[], env: NodeJS.ProcessEnv = {}) => kor(konto, [CLI, ...argument], env)
const barn = (konto: Konto, uppdrag: Omit<Barnuppdrag, 'dir' | 'losenord' | 'anvandarnamn'> & { anvandarnamn: keyof typeof LOSENORD }) =>
  kor(konto, [join(BYGGD, 'barn.js'), JSON.stringify({ ...uppdrag, dir, losenord: LOSENORD[uppdrag.anvandarnamn] } satisfies Barnuppdrag)])
const medlem = (i: number): Konto => ({ uid: KONTON[i] ?? 0, gid: GRUPP })

/** Every file of the office with its rights, as its group sees it. */
const rattigheter = (mapp: string): { namn: string; grupp: boolean; andra: boolean }[] =>
  readdirSync(mapp, { recursive: true, withFileTypes: true }).map((post) => {
    const { mode, gid } = statSync(join(post.parentPath, post.name))
    return { namn: post.name, grupp: gid === GRUPP && (mode & 0o060) === 0o060, andra: (mode & 0o007) !== 0 }
  })

/** An office in a folder as the installer makes it, created by the first account. */
beforeEach(async () => {
  if (VARFOR_INTE !== null) return
  chmodSync(bas, 0o755)
  const delad = join(bas, `delad-${++nr}`)
  mkdirSync(delad)
  chownSync(delad, 0, GRUPP)
  chmodSync(delad, 0o2770)
  dir = join(delad, 'kontor')
  const fil = join(bas, 'kontor.json')
  writeFileSync(fil, JSON.stringify(KONTORSFIL))
  const { kod, fel, ut } = await cli(medlem(0), ['nytt', '--data', dir, '--enhet', fil, '--json'])
  expect({ kod, fel }).toEqual({ kod: 0, fel: '' })
  nyckel = (JSON.parse(ut) as { nyckel: string }).nyckel
})
let nyckel = ''

describe.skipIf(VARFOR_INTE !== null)(`eight accounts in one office${VARFOR_INTE === null ? '' : ` (${VARFOR_INTE})`}`, () => {
  it('log in and write at once; nothing is lost, and every file stays the group’s', async () => {
    const start = performance.now()
    const svar = await Promise.all(KONTON.map((_, i) => barn(medlem(i), { vad: 'skriv', anvandarnamn: i % 2 === 0 ? 'anna' : 'chef', antal: 5 }).then(({ kod, fel }) => ({ kod, fel: i % 2 === 0 ? fel : '' }))))
    // The chief may write no contacts: every other account only comes in, and is told so.
    expect(svar).toEqual(KONTON.map((_, i) => ({ kod: i % 2, fel: '' })))
    console.log(`åtta konton: ${Math.round(performance.now() - start)} ms`)
    expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, kontakter: 20 })
    expect(rattigheter(dir).filter(({ grupp, andra }) => !grupp || andra)).toEqual([])
  })

  it('work after one another in what the others have made: passwords, failures, copies, a restore', async () => {
    const fel = await kor(medlem(1), [CLI, 'redovisning', '--data', dir, '--anvandare', 'anna', '--ar', '2025'], { LOTSEN_LOSENORD: 'inte-det-har-alls-nej' })
    expect(fel.kod).toBe(1) // and forsok.json is made by this account
    const register = join(bas, 'register.csv')
    writeFileSync(register, csv(registerrader(20)))
    expect(await cli(medlem(2), ['importera', '--data', dir, '--anvandare', 'chef', '--fil', register, '--json'], { LOTSEN_LOSENORD: LOSENORD.chef })).toMatchObject({ kod: 0, fel: '' })
    expect(await barn(medlem(3), { vad: 'byt losenord', anvandarnamn: 'anna', nytt: 'hasselbuske-vid-grinden' })).toMatchObject({ kod: 0, fel: '' })
    const kopia = join(bas, `hem-${KONTON[4]}`, `kopia-${nr}.lotsen`)
    expect(await cli(medlem(4), ['sakerhetskopia', '--data', dir, '--anvandare', 'chef', '--till', kopia, '--json'], { LOTSEN_LOSENORD: LOSENORD.chef })).toMatchObject({ kod: 0, fel: '' })
    expect(await cli(medlem(4), ['aterstall', '--fil', kopia, '--data', dir, '--anvandare', 'chef'], { LOTSEN_LOSENORD: LOSENORD.chef })).toMatchObject({ kod: 0 })
    expect(await cli(medlem(5), ['redovisning', '--data', dir, '--anvandare', 'anna', '--ar', '2025'], { LOTSEN_LOSENORD: 'hasselbuske-vid-grinden' })).toMatchObject({ kod: 0, fel: '' })
    expect(rattigheter(dir).filter(({ grupp, andra }) => !grupp || andra)).toEqual([])
  })

  it('and one who is not in the group is told so in plain words, and is not offered to make a new office', async () => {
    const mening = 'Ditt konto på datorn får inte arbeta i kontorets mapp. Be den som sköter datorn att lägga till dig i gruppen Lotsen, logga sedan ut ur datorn och in igen.\n'
    const forsok = [
      await barn(UTANFOR, { vad: 'logga in', anvandarnamn: 'anna' }),
      await cli(UTANFOR, ['nytt', '--data', dir, '--enhet', join(bas, 'kontor.json')]),
      await cli(UTANFOR, ['redovisning', '--data', dir, '--anvandare', 'anna', '--ar', '2025'], { LOTSEN_LOSENORD: LOSENORD.anna }),
    ]
    expect(forsok.map(({ kod, fel }) => ({ kod, fel }))).toEqual(forsok.map(() => ({ kod: 1, fel: mening })))
    expect(() => execFileSync('ls', [dir], { ...UTANFOR, stdio: 'pipe' })).toThrow(/Permission denied/)
  })
})
