import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { slutforAterstallning } from './aterstallning.ts'
import { aterhamtningUr } from './certifikat.ts'
import { DATABASNAMN, kontrolleraSidor, medSkrivlas, oppnaDatabas, stangDatabas, type Databas } from './databas.ts'
import { oppnaKopia } from './kopialasning.ts'
import { roteraDatabasnyckel, slutforRotation } from './rotation.ts'
import { skapaSakerhetskopia } from './sakerhetskopia.ts'
import { ANNA, BO, DODSRUNDOR, felkodAv, loggaIn, provkontor, provmapp, type Provkontor } from './testhjalp.ts'
import { lasUppMedBlad, oppnaKontorsdatabas } from './valv.ts'
import { VALVNAMN, lasValv } from './valvfil.ts'

// A process is killed at a random moment of each work that touches the two files; afterwards the office
// opens, whole, as it was before or after. Few rounds normally: LOTSEN_KILL_ROUNDS=20 for the long run.

const BARN = fileURLToPath(new URL('./dodsbarn.ts', import.meta.url))
const RADER = 3000
const NYTT = 'nio blåa traktorer'
const grund = provmapp()
const mall = join(grund, 'mall')
const kopian = join(grund, 'mall.lotsen')
let k: Provkontor
let nr = 0

beforeAll(async () => {
  mkdirSync(mall)
  k = await provkontor(mall)
  const db = await oppnaDatabas(join(mall, DATABASNAMN), k.dbNyckel, { skapa: true })
  await medSkrivlas(db, () => {
    db.exec('CREATE TABLE rad (text TEXT)')
    for (let i = 0; i < RADER; i++) db.prepare('INSERT INTO rad VALUES (?)').run(`${i} ${'x'.repeat(300)}`)
  })
  stangDatabas(db)
  await skapaSakerhetskopia({ databas: join(mall, DATABASNAMN), nyckel: k.dbNyckel, valv: await lasValv(mall), till: kopian })
})

/** A copy of the office in a folder of its own. */
function nyttKontor(): string {
  const dir = join(grund, `k${++nr}`, 'kontor')
  cpSync(mall, dir, { recursive: true })
  return dir
}

/** Runs the child and kills it `efterMs` after it is ready (never with null). @returns ms from ready to end, and whether it got done */
async function kor(vad: string, dir: string, fil: string, efterMs: number | null): Promise<{ ms: number; klar: boolean }> {
  const uppdrag = { vad, dir, fil, nyckel: k.blad.text(), anvandarnamn: ANNA.anvandarnamn, losenord: ANNA.losenord, nyttLosenord: NYTT, certifikat: k.certifikat }
  const barn = spawn(process.execPath, [BARN, JSON.stringify(uppdrag)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [ut, fel, start] = ['', '', 0]
  barn.stderr.on('data', (d: Buffer) => (fel += d.toString()))
  barn.stdout.on('data', (d: Buffer) => {
    ut += d.toString()
    if (start !== 0 || !ut.includes('redo')) return
    start = performance.now()
    if (efterMs !== null) setTimeout(() => barn.kill('SIGKILL'), efterMs)
  })
  const [kod] = (await once(barn, 'close')) as [number | null]
  if (kod !== 0 && kod !== null) throw new Error(fel)
  return { ms: performance.now() - start, klar: ut.includes('klar') }
}

/** Kills at times spread over the whole of the work: one in each n-th of it, at random within. */
async function dodaOverallt(vad: string, fore: (dir: string) => string, efter: (dir: string, klar: boolean) => Promise<void>): Promise<void> {
  const prov = nyttKontor()
  const { ms, klar } = await kor(vad, prov, fore(prov), null)
  expect(klar).toBe(true)
  await efter(prov, true)
  for (let i = 0; i < DODSRUNDOR; i++) {
    const dir = nyttKontor()
    const dog = await kor(vad, dir, fore(dir), ((i + Math.random()) / DODSRUNDOR) * ms)
    await efter(dir, dog.klar)
    rmSync(dirname(dir), { recursive: true, force: true })
  }
}

function helt(db: Databas): void {
  kontrolleraSidor(db)
  expect(db.prepare('SELECT count(*) FROM rad').pluck().get()).toBe(RADER)
  stangDatabas(db)
}

describe('a kill in the middle of', () => {
  it('changing a password leaves the old or the new, never both or none', async () => {
    await dodaOverallt(
      'losenord',
      () => '',
      async (dir, klar) => {
        const [gammalt, nytt] = [await felkodAv(loggaIn(dir, ANNA)), await felkodAv(loggaIn(dir, { ...ANNA, losenord: NYTT }))]
        expect([gammalt, nytt].sort()).toEqual(['fel_losenord', 'inget fel'])
        if (klar) expect(nytt).toBe('inget fel')
        const bo = await loggaIn(dir, BO)
        helt((await oppnaKontorsdatabas(dir, bo.dbNycklar)).db)
      },
    )
  }, 600_000)

  it('a backup leaves a whole file or none', async () => {
    await dodaOverallt(
      'kopia',
      (dir) => join(dirname(dir), 'kopia.lotsen'),
      async (dir, klar) => {
        const fil = join(dirname(dir), 'kopia.lotsen')
        expect(existsSync(fil) || !klar).toBe(true)
        if (existsSync(fil)) {
          const oppnad = await oppnaKopia(fil, { nyckel: k.blad.text() })
          const mapp = provmapp()
          await oppnad.packaUpp(mapp)
          helt(await oppnaDatabas(join(mapp, DATABASNAMN), oppnad.nyckel))
          await oppnad.stang()
        }
        // The next one clears up after it.
        await skapaSakerhetskopia({ databas: join(dir, DATABASNAMN), nyckel: k.dbNyckel, valv: await lasValv(dir), till: `${fil}.2` })
        expect(readdirSync(dirname(dir)).filter((n) => n.startsWith('.'))).toEqual([])
      },
    )
  }, 600_000)

  it('a restore leaves the present office or the restored one', async () => {
    await dodaOverallt(
      'aterstall',
      () => kopian,
      async (dir, klar) => {
        await slutforAterstallning(dir)
        const syskon = readdirSync(dirname(dir)).filter((n) => n !== basename(dir))
        expect(syskon.every((n) => n.startsWith('kontor-undanlagd-'))).toBe(true)
        if (klar) expect(syskon).toHaveLength(1)
        expect(readdirSync(dir).filter((n) => !/-(wal|shm)$/.test(n)).sort()).toEqual([DATABASNAMN, VALVNAMN])
        for (const mapp of [dir, ...syskon.map((n) => join(dirname(dir), n))]) helt((await oppnaKontorsdatabas(mapp, await lasUppMedBlad(await lasValv(mapp), k.blad))).db)
      },
    )
  }, 600_000)

  it('changing the database key leaves an office that every user opens', async () => {
    await dodaOverallt(
      'rotera',
      () => '',
      async (dir, klar) => {
        const valv = await lasValv(dir)
        const nycklar = await lasUppMedBlad(valv, k.blad)
        if (klar) expect(nycklar).toHaveLength(1)
        const anna = await loggaIn(dir, ANNA)
        helt((await oppnaKontorsdatabas(dir, anna.dbNycklar)).db)
        const val = { dir, dbNycklar: anna.dbNycklar, anvandare: [k.anna, k.bo, k.chef], aterhamtning: aterhamtningUr(k.fast) }
        expect(await slutforRotation(val)).toBe(nycklar.length === 2)
        const bo = await loggaIn(dir, BO)
        expect(bo.dbNycklar).toHaveLength(1)
        helt((await oppnaKontorsdatabas(dir, bo.dbNycklar)).db)
      },
    )
  }, 600_000)
})

describe('a changed database key', () => {
  it('locks out the old key and whoever is not named', async () => {
    const dir = nyttKontor()
    const ny = await roteraDatabasnyckel({ dir, dbNycklar: [k.dbNyckel], anvandare: [k.anna, k.chef], aterhamtning: aterhamtningUr(k.fast) })
    expect(ny.equals(k.dbNyckel)).toBe(false)
    expect(await felkodAv(oppnaDatabas(join(dir, DATABASNAMN), k.dbNyckel))).toBe('fel_nyckel')
    expect((await loggaIn(dir, ANNA)).dbNycklar).toEqual([ny])
    expect(await felkodAv(loggaIn(dir, BO))).toBe('fel_losenord')
    expect(await lasUppMedBlad(await lasValv(dir), k.blad)).toEqual([ny])
    helt(await oppnaDatabas(join(dir, DATABASNAMN), ny))
  })

  it.each(['forseglad', 'omnycklad', 'provad'] as const)('broken off right after it was %s opens for every user, and is finished later', async (vid) => {
    const dir = nyttKontor()
    const val = { dir, anvandare: [k.anna, k.bo, k.chef], aterhamtning: aterhamtningUr(k.fast) }
    const framsteg = (steg: string): void => {
      if (steg === vid) throw new RangeError('stop')
    }
    await expect(roteraDatabasnyckel({ ...val, dbNycklar: [k.dbNyckel], framsteg })).rejects.toThrow(RangeError)
    const [anna, bo] = [await loggaIn(dir, ANNA), await loggaIn(dir, BO)]
    const { db, nyckel } = await oppnaKontorsdatabas(dir, anna.dbNycklar)
    expect(nyckel.equals(k.dbNyckel)).toBe(vid === 'forseglad')
    helt(db)
    expect(await slutforRotation({ ...val, dbNycklar: bo.dbNycklar })).toBe(true)
    const efter = await loggaIn(dir, ANNA)
    expect(efter.dbNycklar).toEqual([nyckel])
    expect(await slutforRotation({ ...val, dbNycklar: efter.dbNycklar })).toBe(false)
    helt((await oppnaKontorsdatabas(dir, efter.dbNycklar)).db)
  })

  it('waits for nobody: refused while another has the office open, with nothing changed', async () => {
    const dir = nyttKontor()
    const db = await oppnaDatabas(join(dir, DATABASNAMN), k.dbNyckel)
    expect(await felkodAv(roteraDatabasnyckel({ dir, dbNycklar: [k.dbNyckel], anvandare: [k.anna], aterhamtning: aterhamtningUr(k.fast) }))).toBe('andra_inne')
    stangDatabas(db)
    expect((await lasValv(dir)).version).toBe(1)
  }, 20_000)
})
