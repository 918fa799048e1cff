import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idag, plusDagar } from '../../db/model/kalender.ts'
import { kopiefiler, kopienamn, kvarKopior } from '../../db/model/sakerhetskopior.ts'
import { sha256 } from '../../db/vault/krypto.ts'
import { aterstallKontor } from '../../electron/office/aterstalla.ts'
import { kontrolleraKontor, kontrolleraKopia } from '../../electron/office/kontroll.ts'
import { dagskopia, kontorsmarke } from '../../electron/office/kopiering.ts'
import { router, startaKontor, type StartatKontor } from '../../electron/office/index.ts'
import { sakerhetskopior as text } from '../../renderer/texter/sakerhetskopior.ts'
import { gorOmDisken, kib, medDisk, utanMontering } from './disk.ts'
import { csv, framlingar, importeraText, kopieraKontor, LANGE, LOSENORD, medInloggad, nyttKontor, provbas, registerrader, resultat, type Klient } from './kontor.ts'

// The day's copy and the restore, onto a disk that is full or may only be read: no half file under the name, what was
// there is untouched, the failure is said in words that help, and the next success takes it back.

const { bas, bort } = provbas('kopiedisk')
const mall = join(bas, 'mall')
const kopia = join(bas, 'kopia.lotsen')
const DAG = idag(new Date().toISOString())
const ANTAL = 300
let nyckel: string
let nr = 0

beforeAll(async () => {
  nyckel = await nyttKontor(mall)
  await medInloggad(mall, 'chef', async (api) => {
    await importeraText(api, csv(registerrader(ANTAL, 2025, 4)))
    await resultat(await api.sakerhetskopior.exportera({ fil: kopia }))
  })
})
afterAll(bort)

function nyttRum(): string {
  const rot = join(bas, `r${++nr}`)
  mkdirSync(rot)
  process.env['LOTSEN_KONTOMAPP'] = join(rot, 'konto')
  return rot
}

/** The chief, logged in, and the office's files beside. */
async function medChefen(dir: string, fn: (start: StartatKontor, api: Klient) => Promise<void>): Promise<void> {
  const start = startaKontor({ datamapp: dir, skal: { slag: 'cli' }, avsluta: () => {} })
  try {
    const api = createRouterClient(router, { context: start.kontext() })
    await api.session.loggaIn({ anvandarnamn: 'chef', losenord: LOSENORD.chef })
    await fn(start, api)
  } finally {
    await start.stang()
  }
}

/** Copies of former days, as files that nobody may touch. */
function laggGamla(mapp: string, marke: string): () => Record<string, string> {
  for (const n of [1, 2]) for (const slag of ['hel', 'gles'] as const) writeFileSync(join(mapp, kopienamn(marke, plusDagar(DAG, -n), slag)), `kopian av dag ${n}, ${slag}`)
  return () => Object.fromEntries(readdirSync(mapp).map((fil) => [fil, sha256(readFileSync(join(mapp, fil))).toString('hex')]))
}

async function provaMisslyckad(start: StartatKontor, api: Klient, val: { kod: 'fullt' | 'las_bara'; mapp: string; filer: () => Record<string, string> }): Promise<void> {
  const fore = val.filer()
  expect(await dagskopia(start.kontor)).toBe('misslyckad')
  // Neither a half file nor a folder left, nor an old copy gone; but a thin one that was finished stands, and takes over from the one before.
  const efter = val.filer()
  const glesa = kopienamn(kontorsmarke(start.kontor), DAG, 'gles')
  if (efter[glesa] === undefined) expect(efter).toEqual(fore)
  else {
    expect(await kontrolleraKopia(join(val.mapp, glesa), { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
    const alla: Record<string, string> = { ...fore, [glesa]: efter[glesa] }
    expect(efter).toEqual(Object.fromEntries(kvarKopior(kopiefiler(Object.keys(alla), kontorsmarke(start.kontor)), DAG).map(({ fil }) => [fil, alla[fil]])))
  }
  const { fel } = await api.sakerhetskopior.lage()
  expect(fel).toMatchObject({ kod: val.kod, mapp: val.mapp })
  // What Min vecka shows of it: what has happened, and what to do.
  expect(text.fel[val.kod]).toMatch(val.kod === 'fullt' ? /full\. Frigör utrymme där, eller välj en annan mapp\.$/ : /får inte skriva i mappen\. Be .* om skrivrätt .*, eller välj en annan mapp\.$/)
}

async function provaLyckad(start: StartatKontor, api: Klient, mapp: string): Promise<void> {
  expect(await dagskopia(start.kontor)).toBe('gjord')
  const { fel, senaste } = await api.sakerhetskopior.lage()
  expect(fel).toBeNull()
  expect(senaste).not.toBeNull()
  const nya = kopiefiler(readdirSync(mapp), kontorsmarke(start.kontor)).filter((f) => f.dag === DAG)
  expect(nya.map((f) => f.slag)).toEqual(['hel', 'gles'])
  for (const { fil } of nya) expect(await kontrolleraKopia(join(mapp, fil), { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
}

describe('the day\'s copy', () => {
  // No room for the snapshot; room for it but not for the file beside; room for the thin one but not for the whole.
  it.for(LANGE ? [0.4, 1.4, 2.4] : [0.4, 2.4])('on a disk with room for %f copies', async (rum, ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    const mapp = join(rot, 'disk')
    await medDisk(mapp, Math.round(kib(mall) * rum) + 64, () => medChefen(dir, async (start, api) => {
      const filer = laggGamla(mapp, kontorsmarke(start.kontor))
      await api.sakerhetskopior.bytMapp({ mapp })
      await provaMisslyckad(start, api, { kod: 'fullt', mapp, filer })
      gorOmDisken(mapp, `size=${kib(mall) * 8}k`)
      await provaLyckad(start, api, mapp)
    }))
    expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
    expect(framlingar(dir)).toEqual([])
  })

  it('to a disk that has become read-only', async (ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    const mapp = join(rot, 'disk')
    await medDisk(mapp, kib(mall) * 8, () => medChefen(dir, async (start, api) => {
      const filer = laggGamla(mapp, kontorsmarke(start.kontor))
      await api.sakerhetskopior.bytMapp({ mapp })
      gorOmDisken(mapp, 'ro')
      await provaMisslyckad(start, api, { kod: 'las_bara', mapp, filer })
      gorOmDisken(mapp, 'rw')
      await provaLyckad(start, api, mapp)
    }))
    expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
  })

  it('when the office\'s own disk is full, so that not even the failure can be written down', async (ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const rot = nyttRum()
    const disk = join(rot, 'disk')
    await medDisk(disk, kib(mall) * 8, async () => {
      const dir = kopieraKontor(mall, join(disk, 'kontor'))
      const mapp = join(dir, 'backups')
      mkdirSync(mapp)
      await medChefen(dir, async (start, api) => {
        const filer = laggGamla(mapp, kontorsmarke(start.kontor))
        gorOmDisken(disk, `size=${kib(disk)}k`)
        await provaMisslyckad(start, api, { kod: 'fullt', mapp, filer })
        gorOmDisken(disk, `size=${kib(mall) * 8}k`)
        await provaLyckad(start, api, mapp)
      })
      expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
    })
  })

  it('is never begun in an office that may only be read: the login says so, and nothing is changed', async (ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const disk = join(nyttRum(), 'disk')
    await medDisk(disk, kib(mall) * 8, async () => {
      const dir = kopieraKontor(mall, join(disk, 'kontor'))
      const filer = laggGamla(dir, 'abcdef01')
      const fore = filer()
      gorOmDisken(disk, 'ro')
      await expect(medChefen(dir, () => Promise.resolve())).rejects.toMatchObject({ data: { kod: 'las_bara' }, message: expect.stringMatching(/Be administratören/) as string })
      expect(filer()).toEqual(fore)
    })
  })
})

describe('a restore onto a full disk', () => {
  it.for([0.5, 1.1])('with room for %f offices beside the present one', async (rum, ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const rot = nyttRum()
    const disk = join(rot, 'disk')
    await medDisk(disk, Math.round(kib(mall) * (1 + rum)), async () => {
      const dir = kopieraKontor(mall, join(disk, 'kontor'))
      const valv = sha256(readFileSync(join(dir, 'vault.json')))
      await expect(aterstallKontor({ fil: kopia, hallare: { nyckel }, datamapp: dir, nu: () => new Date().toISOString() })).rejects.toMatchObject({ kod: 'fullt', message: expect.stringMatching(/^Disken är full.*Frigör utrymme och försök igen\.$/) as string })
      expect(readdirSync(disk)).toEqual(['kontor'])
      expect(sha256(readFileSync(join(dir, 'vault.json')))).toEqual(valv)
      expect(framlingar(dir)).toEqual([])
      expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
      expect(existsSync(join(dir, 'aterstallning.json'))).toBe(false)
    })
  })
})
