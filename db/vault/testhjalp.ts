import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { arFel } from '../model/fel.ts'
import { verifieraCertifikat, type Certifikat, type CertifieradAnvandare } from './certifikat.ts'
import type { Fast } from './identitet.ts'
import { skapaNyckelblad, type Nyckelblad } from './nyckelblad.ts'
import { fastAv, lasUpp, skapaValv, type Inloggning } from './valv.ts'
import { lasValv } from './valvfil.ts'

/** Shared by the tests of this folder. Argon2 is meant to be slow, so a test file makes one office. */

export const KONTOR = '3f0e9d5a-7a51-4c6f-9d0e-1f2a3b4c5d6e'
export const ANNA = { userId: 'a0000000-0000-4000-8000-000000000001', anvandarnamn: 'anna', namn: 'Anna Lind', roller: ['ombud'], losenord: 'åtta gröna hästar' }
export const BO = { userId: 'b0000000-0000-4000-8000-000000000002', anvandarnamn: 'bo', namn: 'Bo Ek', roller: ['ombud'], losenord: 'sju torra granar' }
export const CHEF = { userId: 'c0000000-0000-4000-8000-000000000003', anvandarnamn: 'chef', namn: 'Karin Berg', roller: ['administrator', 'enhetschef'], losenord: 'tre röda cyklar' }

const mappar: string[] = []
afterAll(() => {
  for (const dir of mappar) rmSync(dir, { recursive: true, force: true })
})

/** A folder of its own, removed when the test file ends. */
export function provmapp(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lotsen-valvprov-'))
  mappar.push(dir)
  return dir
}

export interface Provkontor {
  dir: string
  blad: Nyckelblad
  dbNyckel: Buffer
  fast: Fast
  certifikat: Certifikat[]
  anna: CertifieradAnvandare
  bo: CertifieradAnvandare
  chef: CertifieradAnvandare
}

export async function provkontor(dir = provmapp(), kontor = KONTOR): Promise<Provkontor> {
  const blad = await skapaNyckelblad()
  const { dbNyckel, certifikat } = await skapaValv({ dir, kontor, blad, anvandare: [ANNA, BO, CHEF] })
  const fast = fastAv(kontor, blad)
  const [anna, bo, chef] = certifikat.map((c) => verifieraCertifikat(c, fast))
  if (anna === undefined || bo === undefined || chef === undefined) throw new Error('three users')
  return { dir, blad, dbNyckel, fast, certifikat, anna, bo, chef }
}

export const loggaIn = async (dir: string, vem: { anvandarnamn: string; losenord: string }): Promise<Inloggning> => lasUpp(await lasValv(dir), vem)

/** The code of the `Fel` a promise is rejected with; anything else fails the test. */
export async function felkodAv(lofte: Promise<unknown>): Promise<string> {
  try {
    await lofte
  } catch (fel) {
    if (arFel(fel)) return fel.kod
    throw fel
  }
  return 'inget fel'
}

/** Debian's age, when the machine has it. */
export const harAge = spawnSync('age', ['--version']).status === 0
export const utanAge = 'age (Debian package "age") is not installed on this machine'

/** Rounds of a test that kills a process: few normally, more with LOTSEN_KILL_ROUNDS. */
export const DODSRUNDOR = Number(process.env['LOTSEN_KILL_ROUNDS'] ?? 3)
