import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMAVERSION } from '../../db/migrations/index.ts'
import { oppnaDatabas, stangDatabas } from '../../db/vault/databas.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { lasUppMedBlad } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { aterstallKontor } from '../../electron/office/aterstalla.ts'
import { kontrolleraKontor } from '../../electron/office/kontroll.ts'
import { korCli, type Korning } from '../lib/cli.ts'
import { barnArbete, kor, type Arbete } from './doda.ts'
import { csv, kopieraKontor, LOSENORD, medInloggad, nyttKontor, provbas, registerrader, resultat } from './kontor.ts'

// Several processes of one machine have the office open (Windows accounts, remote desktop sessions): all write, all
// read, nothing is lost; a version that the office has left behind may write no more.

const { bas, bort } = provbas('processer')
const mall = join(bas, 'mall')
const kopia = join(bas, 'kopia.lotsen')
let dir: string
let nyckel: string
let nr = 0

beforeAll(async () => {
  nyckel = await nyttKontor(mall)
  await medInloggad(mall, 'chef', async (api) => resultat(await api.sakerhetskopior.exportera({ fil: kopia })))
})
beforeEach(() => {
  const rot = join(bas, `r${++nr}`)
  process.env['LOTSEN_KONTOMAPP'] = join(rot, 'konto')
  dir = kopieraKontor(mall, join(rot, 'kontor'))
})
afterAll(bort)

const importera = (register: string) => korCli(['importera', '--data', dir, '--anvandare', 'chef', '--fil', register, '--json'], { losenord: LOSENORD.chef })
const redovisa = (vem: 'anna' | 'chef') => korCli(['redovisning', '--data', dir, '--anvandare', vem, '--ar', '2025'], { losenord: LOSENORD[vem] })
const register = (antal: number, ar: number): string => {
  const fil = join(bas, `register-${ar}.csv`)
  writeFileSync(fil, csv(registerrader(antal, ar)))
  return fil
}
const gick = ({ kod, fel }: Korning) => ({ kod, fel })
const BRA = { kod: 0, fel: '' }

/** A process that logs in, waits for a sign, and then writes. */
function vantande(): { inne: Promise<void>; skriv: () => void; slut: Promise<{ kod: number | null; fel: string }>; dor: () => void } {
  const { argument, env } = barnArbete({ vad: 'vanta och skriv', dir, anvandarnamn: 'anna', losenord: LOSENORD.anna })
  const barn = spawn(process.execPath, argument, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  let [ut, fel] = ['', '']
  barn.stderr.on('data', (del: Buffer) => (fel += del.toString()))
  const slut = new Promise<{ kod: number | null; fel: string }>((klar) => barn.once('close', (kod) => klar({ kod, fel })))
  const inne = new Promise<void>((klar, avbrutet) => {
    barn.stdout.on('data', (del: Buffer) => (ut += del.toString()).includes('redo\n') && klar())
    void slut.then(() => avbrutet(new Error(`ended before it was in: ${fel}`)))
  })
  return { inne, skriv: () => barn.stdin.end('nu\n'), slut, dor: () => barn.kill('SIGKILL') }
}

describe('two processes that write at once', () => {
  it('import a register each: both are there', async () => {
    const svar = await Promise.all([importera(register(250, 2021)), importera(register(300, 2022))])
    expect(svar.map(gick)).toEqual([BRA, BRA])
    expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, arenden: 550, uppdrag: 550, kontakter: 550 })
  })

  it('write a row at a time, without losing one or showing that they wait', async () => {
    const skriv = (vem: 'anna' | 'chef'): Arbete => barnArbete({ vad: 'skriv', dir, anvandarnamn: vem, losenord: LOSENORD[vem], antal: 40 })
    const fore = await kontrolleraKontor(dir, { nyckel })
    const svar = await Promise.all([kor(skriv('anna')), kor(skriv('anna')), kor(skriv('anna'))])
    expect(svar.map(({ kod, fel }) => ({ kod, fel }))).toEqual([BRA, BRA, BRA])
    const efter = await kontrolleraKontor(dir, { nyckel })
    expect(efter.kontakter - fore.kontakter).toBe(120)
    expect(efter.loggrader - fore.loggrader).toBeGreaterThanOrEqual(120) // one chain, and it holds
    await medInloggad(dir, 'chef', async (_, varningar) => expect(varningar).toEqual([]))
  })
})

it('eight read while one imports: all or nothing is what they see', async () => {
  const antal = 400
  const [skrivare, ...lasare] = await Promise.all([importera(register(antal, 2025)), ...Array.from({ length: 8 }, (_, i) => redovisa(i % 2 === 0 ? 'anna' : 'chef'))])
  expect([skrivare, ...lasare].map(gick)).toEqual(Array.from({ length: 9 }, () => BRA))
  for (const { ut } of lasare) expect([0, antal]).toContain((JSON.parse(ut) as { klienter: { stod: number } }).klienter.stod)
  expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, arenden: antal })
})

describe('a process that had the office open when', () => {
  it('somebody wants to migrate it: the migration waits, and is refused with nothing changed', async () => {
    const gammal = vantande()
    await gammal.inne
    const { kod, fel } = await kor(barnArbete({ vad: 'logga in', dir, anvandarnamn: 'chef', losenord: LOSENORD.chef }, true))
    expect({ kod, fel }).toEqual({ kod: 1, fel: 'Någon annan har kontoret öppet. Be alla att stänga Lotsen och försök igen.\n' })
    gammal.skriv()
    expect(await gammal.slut).toEqual(BRA)
    expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, schema: SCHEMAVERSION, kontakter: 1 })
  })

  it('another migrated it all the same: told to restart Lotsen, nothing written', async () => {
    const gammal = vantande()
    await gammal.inne
    const blad = await lasNyckelblad(nyckel)
    const [dbNyckel] = await lasUppMedBlad(await lasValv(dir), blad)
    const db = await oppnaDatabas(join(dir, 'office.db'), dbNyckel ?? Buffer.alloc(32))
    db.pragma(`user_version=${SCHEMAVERSION + 1}`)
    gammal.skriv()
    const { kod, fel } = await gammal.slut
    expect({ kod, fel }).toEqual({ kod: 1, fel: expect.stringContaining('Starta om Lotsen.') })
    db.pragma(`user_version=${SCHEMAVERSION}`)
    stangDatabas(db)
    expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, kontakter: 0 })
  })

  it('another restored it: told to restart Lotsen, and writes neither in the old nor in the new', async () => {
    const gammal = vantande()
    await gammal.inne
    const { undanlagd } = await aterstallKontor({ fil: kopia, hallare: { nyckel }, datamapp: dir, nu: () => new Date().toISOString() })
    gammal.skriv()
    const { kod, fel } = await gammal.slut
    expect({ kod, fel }).toEqual({ kod: 1, fel: expect.stringContaining('Starta om Lotsen.') })
    for (const mapp of [dir, undanlagd ?? '']) expect(await kontrolleraKontor(mapp, { nyckel })).toMatchObject({ hel: true, kontakter: 0 })
  })

  it('that process itself was killed: the next one in is not kept out', async () => {
    const gammal = vantande()
    await gammal.inne
    gammal.dor()
    await gammal.slut
    expect(gick(await redovisa('chef'))).toEqual(BRA)
    rmSync(dir, { recursive: true })
  })
})
