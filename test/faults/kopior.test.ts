import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idag, plusDagar } from '../../db/model/kalender.ts'
import { kopiefiler, kopienamn } from '../../db/model/sakerhetskopior.ts'
import { sha256 } from '../../db/vault/krypto.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { aterstallKontor } from '../../electron/office/aterstalla.ts'
import { kontrolleraKontor, kontrolleraKopia } from '../../electron/office/kontroll.ts'
import { barnArbete, dodaOmIgen, KORNINGAR, kor, type Rum } from './doda.ts'
import { kopieraMedanDetSkrivs } from './sverige.ts'
import { csv, framlingar, importeraText, kopieraKontor, LANGE, LOSENORD, medInloggad, nyttKontor, provbas, registerrader } from './kontor.ts'

// The day's copy and the drill are killed in the middle: the copies that were there are there, a new one is whole or
// absent, and the next session makes it; a copy made while others write restores to what it said it held.

const { bas, bort } = provbas('kopior')
const ANTAL = LANGE ? 3000 : 400
const fyllt = join(bas, 'fyllt')
const DAG = idag(new Date().toISOString())
let nyckel: string
let marke: string
let gammal: Buffer

const chef = { anvandarnamn: 'chef', losenord: LOSENORD.chef }
const kopiera = (dir: string) => barnArbete({ vad: 'kopiera', dir, ...chef })

beforeAll(async () => {
  nyckel = await nyttKontor(fyllt)
  await medInloggad(fyllt, 'chef', (api) => importeraText(api, csv(registerrader(ANTAL, 2025, 4))))
  marke = sha256((await lasValv(fyllt)).kontor).toString('hex').slice(0, 8)
  expect((await kor(kopiera(fyllt))).ut).toContain('"gjord"')
  renameSync(join(fyllt, 'backups'), join(bas, 'kopior'))
  gammal = readFileSync(join(bas, 'kopior', kopienamn(marke, DAG, 'gles')))
})
afterAll(bort)

const FORRA = [1, 3, 8, 40].map((n) => plusDagar(DAG, -n))

/** An office with copies of former days, one of them whole and past its time. */
function fyll({ dir }: Rum): void {
  kopieraKontor(fyllt, dir)
  mkdirSync(join(dir, 'backups'))
  for (const dag of FORRA) for (const slag of ['hel', 'gles'] as const) writeFileSync(join(dir, 'backups', kopienamn(marke, dag, slag)), gammal)
}
const filer = (dir: string) => kopiefiler(readdirSync(join(dir, 'backups')), marke)

describe('killed in the middle of', () => {
  it('the day\'s copy and its rotation: whole or absent, and never without the newest', async () => {
    const utfall = await dodaOmIgen({
      namn: 'dagens kopia', bas, fyll, rundor: LANGE ? KORNINGAR : 6,
      arbete: ({ dir }) => ({ ...kopiera(dir), mapp: join(dir, 'backups') }),
      async efter({ dir }, klar) {
        const kvar = filer(dir)
        const nya = kvar.filter((f) => f.dag === DAG)
        // Never a whole one without its thin one; a file with a name is whole; the newest of before stays until there is a newer.
        expect(nya.map((f) => f.slag)).not.toEqual(['hel'])
        for (const { fil } of nya) expect(await kontrolleraKopia(join(dir, 'backups', fil), { nyckel })).toMatchObject({ hel: true, arenden: ANTAL, kontakter: ANTAL })
        if (nya.length === 0) expect(kvar).toContainEqual({ fil: kopienamn(marke, FORRA[0] ?? '', 'gles'), dag: FORRA[0], slag: 'gles' })
        const nasta = await kor(kopiera(dir))
        expect(nasta.fel).toBe('')
        expect(nasta.ut).toMatch(klar ? /"fanns"/ : /"(gjord|fanns)"/)
        expect(filer(dir).filter((f) => f.slag === 'hel').map((f) => f.dag)).toEqual([DAG, FORRA[0], FORRA[1]])
        expect(filer(dir)[1]).toMatchObject({ dag: DAG, slag: 'gles' })
        expect(readdirSync(join(dir, 'backups')).filter((n) => n.startsWith('.') || n.endsWith('.ny'))).toEqual([])
        expect(framlingar(dir)).toEqual([])
        expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
        return nya.length === 2 ? 'allt' : 'inget'
      },
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)

  it('a drill: the office is untouched, and the next drill leaves no place behind', async () => {
    const utfall = await dodaOmIgen({
      namn: 'övning', bas, rundor: LANGE ? KORNINGAR : 4,
      fyll: (rum) => {
        fyll(rum)
        mkdirSync(join(rum.rot, 'tmp'))
        copyFileSync(join(bas, 'kopior', kopienamn(marke, DAG, 'hel')), join(rum.dir, 'backups', kopienamn(marke, DAG, 'hel')))
      },
      arbete: ({ rot, dir }) => ({ ...barnArbete({ vad: 'ova', dir, ...chef }), env: { TMPDIR: join(rot, 'tmp') }, mapp: join(rot, 'tmp') }),
      async efter({ rot, dir }) {
        const fore = await kontrolleraKontor(dir, { nyckel })
        expect(fore).toMatchObject({ hel: true, arenden: ANTAL })
        const arbete = barnArbete({ vad: 'ova', dir, ...chef })
        expect((await kor({ ...arbete, env: { ...arbete.env, TMPDIR: join(rot, 'tmp') } })).fel).toBe('')
        expect(readdirSync(join(rot, 'tmp'))).toEqual([])
        const ovad = (await medInloggad(dir, 'chef', async (api, varningar) => {
          expect(varningar).toEqual([])
          return api.sakerhetskopior.lage()
        })).ovad
        expect(ovad).not.toBeNull()
        return 'allt'
      },
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)
})

it('made by one of several processes while others write, it restores to what it held', async () => {
  const dir = kopieraKontor(fyllt, join(bas, 'skrivs'))
  const [en, tva, ...skrivare] = await Promise.all([
    kor(kopiera(dir)), kor(barnArbete({ vad: 'kopiera', dir, anvandarnamn: 'anna', losenord: LOSENORD.anna })),
    ...Array.from({ length: 3 }, () => kor(barnArbete({ vad: 'skriv', dir, anvandarnamn: 'anna', losenord: LOSENORD.anna, antal: 60 }))),
  ])
  expect([en, tva, ...skrivare].map((s) => s.fel)).toEqual(['', '', '', '', ''])
  const utfall = [en?.ut, tva?.ut].map((ut) => /"utfall":"(\w+)"/.exec(ut ?? '')?.[1])
  expect(utfall.filter((u) => u === 'gjord')).toHaveLength(1)
  expect(utfall.every((u) => u === 'gjord' || u === 'pagar' || u === 'fanns')).toBe(true)
  const fil = join(dir, 'backups', kopienamn(marke, DAG, 'hel'))
  const i = await kontrolleraKopia(fil, { nyckel })
  const ny = join(bas, 'aterstalld')
  await aterstallKontor({ fil, hallare: { nyckel }, datamapp: ny, nu: () => new Date().toISOString() })
  const efter = await kontrolleraKontor(ny, { nyckel })
  expect([efter.arenden, efter.uppdrag, efter.kontakter]).toEqual([i.arenden, i.uppdrag, i.kontakter])
  expect(efter.loggrader).toBeGreaterThan(i.loggrader)
  expect((await kontrolleraKontor(dir, { nyckel })).kontakter).toBe(ANTAL + 180)
  expect(existsSync(join(dir, 'kopiering.json'))).toBe(false)
}, 300_000)

it('made while sessions write in time, it restores to equal figures, and what they waited is printed', () => kopieraMedanDetSkrivs(bas), 3_600_000)
