import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCHEMAVERSION } from '../../db/migrations/index.ts'
import { kontrolleraSidor, stangDatabas, userVersion, type Databas } from '../../db/vault/databas.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { lasUppMedBlad, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { kontrolleraKontor, kontrolleraKopia } from '../../electron/office/kontroll.ts'
import { barnArbete, cliArbete, dodaOmIgen, kor, KORNINGAR, type Rum, type Utfall } from './doda.ts'
import { csv, framlingar, importeraText, kopieraKontor, KONTORSFIL, LANGE, LOSENORD, medInloggad, nyttKontor, provbas, registerrader, resultat } from './kontor.ts'

// The built program is killed (SIGKILL) in the middle of its work. Afterwards the office opens and is whole, holds
// all or nothing of what was interrupted, no warning is given, nothing is left lying, and the next work succeeds.

const { bas, bort } = provbas('dod')
const ANTAL = LANGE ? 3000 : 400
const NYTT = 'nio-blaa-traktorer-9'
const tomt = join(bas, 'tomt')
const fyllt = join(bas, 'fyllt')
const register = join(bas, 'register.csv')
const kontorsfil = join(bas, 'kontor.json')
const kopia = join(bas, 'tom.lotsen')
const SMATT = csv(registerrader(1, 2019))
let nyckel: string

beforeAll(async () => {
  nyckel = await nyttKontor(tomt)
  writeFileSync(register, csv(registerrader(ANTAL, 2025, LANGE ? 1 : 4)))
  writeFileSync(kontorsfil, JSON.stringify(KONTORSFIL))
  kopieraKontor(tomt, fyllt)
  await medInloggad(fyllt, 'chef', (api) => importeraText(api, csv(registerrader(ANTAL, 2025, 4))))
  await medInloggad(tomt, 'chef', async (api) => resultat(await api.sakerhetskopior.exportera({ fil: kopia })))
})
afterAll(bort)

function allaHela(utfall: Utfall): void {
  expect(utfall.forlorade).toEqual([])
  expect(utfall.dodade).toBeGreaterThanOrEqual(KORNINGAR)
}

/** Opens an office without logging in. */
type Hallare = { nyckel: string } | { anvandarnamn: string; losenord: string }
const chef = { anvandarnamn: 'chef', losenord: LOSENORD.chef }

/** The office's next login: no warning but of the restore, nothing left lying, all whole; and it works. @returns ärenden before that work */
async function oppnaOchArbeta({ dir }: Rum, hallare: Hallare = { nyckel }, losenord?: string): Promise<number> {
  const fore = await medInloggad(dir, 'chef', async (api, varningar) => {
    expect(varningar.filter((mening) => !mening.startsWith('Kontoret har återställts'))).toEqual([])
    expect(framlingar(dir)).toEqual([])
    const svar = await kontrolleraKontor(dir, hallare)
    await importeraText(api, SMATT)
    return svar
  }, losenord)
  const efter = await kontrolleraKontor(dir, hallare)
  expect([efter.arenden, efter.uppdrag, efter.kontakter]).toEqual([fore.arenden + 1, fore.uppdrag + 1, fore.kontakter + 1])
  expect([fore.uppdrag, fore.kontakter]).toEqual([fore.arenden, fore.arenden]) // every row of the register is one of each
  return fore.arenden
}

function alltEllerInget(arenden: number): 'allt' | 'inget' {
  expect([0, ANTAL]).toContain(arenden)
  return arenden === ANTAL ? 'allt' : 'inget'
}

describe('killed in the middle of', () => {
  it('creating an office: a whole one or none', async () => {
    allaHela(await dodaOmIgen({
      namn: 'nytt', bas,
      fyll: ({ dir }) => mkdirSync(dir),
      arbete: ({ dir }) => cliArbete(dir, ['nytt', '--data', dir, '--enhet', kontorsfil, '--json']),
      async efter(rum, _, ut) {
        const fanns = ['office.db', 'vault.json'].some((namn) => existsSync(join(rum.dir, namn)))
        if (fanns) expect(ut).toContain('AGE-SECRET-KEY-1') // no office without its key having been shown
        if (!fanns) await nyttKontor(rum.dir)
        expect(await oppnaOchArbeta(rum, chef)).toBe(0)
        return fanns ? 'allt' : 'inget'
      },
    }))
  }, 300_000)

  it('an import: all rows or none', async () => {
    allaHela(await dodaOmIgen({
      namn: 'importera', bas,
      fyll: ({ dir }) => void kopieraKontor(tomt, dir),
      arbete: ({ dir }) => cliArbete(dir, ['importera', '--data', dir, '--anvandare', 'chef', '--fil', register, '--json'], { losenord: LOSENORD.chef }),
      efter: async (rum) => alltEllerInget(await oppnaOchArbeta(rum)),
    }))
  }, 300_000)

  it('a backup: a file that verifies or none', async () => {
    const fil = ({ rot }: Rum) => join(rot, 'kopior', 'kopia.lotsen')
    allaHela(await dodaOmIgen({
      namn: 'säkerhetskopia', bas,
      fyll: ({ rot, dir }) => {
        mkdirSync(join(rot, 'kopior'))
        kopieraKontor(fyllt, dir)
      },
      arbete: (rum) => ({ ...cliArbete(rum.dir, ['sakerhetskopia', '--data', rum.dir, '--anvandare', 'chef', '--till', fil(rum), '--json'], { losenord: LOSENORD.chef }), mapp: join(rum.rot, 'kopior') }),
      async efter(rum) {
        const finns = existsSync(fil(rum))
        if (finns) expect(await kontrolleraKopia(fil(rum), { nyckel })).toMatchObject({ hel: true, arenden: ANTAL, kontakter: ANTAL })
        expect(await oppnaOchArbeta(rum)).toBe(ANTAL)
        const nasta = join(rum.rot, 'kopior', 'nasta.lotsen')
        await medInloggad(rum.dir, 'chef', async (api) => resultat(await api.sakerhetskopior.exportera({ fil: nasta })))
        expect(readdirSync(join(rum.rot, 'kopior')).filter((namn) => namn.startsWith('.'))).toEqual([])
        return finns ? 'allt' : 'inget'
      },
    }))
  }, 300_000)

  it('a restore: the office that was there or the restored one, and what was set aside is whole', async () => {
    allaHela(await dodaOmIgen({
      namn: 'återställ', bas,
      fyll: ({ dir }) => void kopieraKontor(fyllt, dir),
      arbete: ({ rot, dir }) => ({ ...cliArbete(rot, ['aterstall', '--data', dir, '--fil', kopia], { nyckel }), mapp: rot }),
      async efter(rum) {
        const arenden = await oppnaOchArbeta(rum)
        const bredvid = readdirSync(rum.rot).filter((namn) => namn !== 'konto' && namn !== basename(rum.dir))
        expect(bredvid.every((namn) => namn.startsWith('kontor-undanlagd-'))).toBe(true)
        expect(bredvid).toHaveLength(arenden === 0 ? 1 : 0)
        for (const namn of bredvid) expect(await kontrolleraKontor(join(rum.rot, namn), { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
        return alltEllerInget(arenden) === 'inget' ? 'allt' : 'inget' // the backup is of the empty office
      },
    }))
  }, 300_000)

  it('a change of password: exactly one of the old and the new opens', async () => {
    allaHela(await dodaOmIgen({
      namn: 'byt lösenord', bas,
      fyll: ({ dir }) => void kopieraKontor(tomt, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'byt losenord', dir, anvandarnamn: 'chef', losenord: LOSENORD.chef, nytt: NYTT }),
      async efter(rum) {
        const oppnar = await Promise.all([LOSENORD.chef, NYTT].map((losenord) => kontrolleraKontor(rum.dir, { ...chef, losenord }).then(() => losenord, () => null)))
        const [ratt, ...fler] = oppnar.filter((losenord) => losenord !== null)
        expect(ratt).toBeDefined()
        expect(fler).toEqual([])
        expect(await oppnaOchArbeta(rum, { nyckel }, ratt)).toBe(0)
        return ratt === NYTT ? 'allt' : 'inget'
      },
    }))
  }, 300_000)

  it('fixing a redovisning: a draft or all that was frozen', async () => {
    const utkast = join(bas, 'utkast')
    kopieraKontor(fyllt, utkast)
    await medInloggad(utkast, 'chef', (api) => api.redovisning.nyHandling({ ar: 2025, sokande: '2062', kommuner: ['2062', '2034'] }))
    allaHela(await dodaOmIgen({
      namn: 'fastställ', bas,
      fyll: ({ dir }) => void kopieraKontor(utkast, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'faststall', dir, ...chef, ar: [2025] }),
      async efter(rum) {
        const fast = await medInloggad(rum.dir, 'chef', async (api, varningar) => {
          expect(varningar).toEqual([])
          const [h] = (await api.redovisning.handlingar({ ar: 2025 })).handlingar
          if (h === undefined) throw new Error('The draft is gone')
          expect(h.faststalld === null).toBe(h.status === 'utkast')
          if (h.status === 'utkast') await api.redovisning.faststall({ id: h.id, version: h.version, trots: true })
          // The page reads what was frozen, by its hash, and who stands behind it.
          const sida = await api.redovisning.handling({ id: h.id })
          expect([sida.handling.status, sida.andratSedan]).toEqual(['faststalld', []])
          expect((await api.redovisning.oppnaSiffra({ id: h.id, figur: 'klienter.stod' })).antal).toBe(sida.figurer.klienter.stod)
          return h.status !== 'utkast'
        })
        expect(await kontrolleraKontor(rum.dir, { nyckel })).toMatchObject({ hel: true, arenden: ANTAL })
        return fast ? 'allt' : 'inget'
      },
    }))
  }, 300_000)

  it('a migration: the old version or the new, with the same rows', async () => {
    const rader = (db: Databas) => ['anvandare', 'arenden', 'uppdrag', 'kontakter', 'sigill', 'innehav', 'kodposter'].map((tabell) => Number(db.prepare(`SELECT count(*) FROM ${tabell}`).pluck().get()))
    const titta = async (dir: string) => {
      const blad = await lasNyckelblad(nyckel)
      const { db } = await oppnaKontorsdatabas(dir, await lasUppMedBlad(await lasValv(dir), blad))
      try {
        kontrolleraSidor(db)
        expect(db.pragma('foreign_key_check')).toEqual([])
        return { version: userVersion(db), rader: rader(db) }
      } finally {
        stangDatabas(db)
        blad.glom()
      }
    }
    const { rader: fore } = await titta(fyllt)
    allaHela(await dodaOmIgen({
      namn: 'migrering', bas,
      fyll: ({ dir }) => void kopieraKontor(fyllt, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'logga in', dir, ...chef }, true),
      async efter(rum) {
        const efter = await titta(rum.dir)
        expect([SCHEMAVERSION, 9999]).toContain(efter.version)
        expect(efter.rader).toEqual(fore)
        if (efter.version === SCHEMAVERSION) expect(await kontrolleraKontor(rum.dir, { nyckel })).toMatchObject({ hel: true, schema: SCHEMAVERSION, arenden: ANTAL })
        // The newer Lotsen starts again and finishes.
        const arbete = barnArbete({ vad: 'kontrollera', dir: rum.dir, ...chef }, true)
        const { ut, fel } = await kor({ ...arbete, env: { ...arbete.env, LOTSEN_KONTOMAPP: rum.konto } })
        expect(fel).toBe('')
        expect(JSON.parse(ut.split('\n')[0] ?? '')).toMatchObject({ hel: true, schema: 9999, arenden: ANTAL, uppdrag: ANTAL, kontakter: ANTAL, varningar: [] })
        expect((await titta(rum.dir)).rader).toEqual(fore)
        expect(framlingar(rum.dir)).toEqual([])
        const kopior = readdirSync(join(rum.dir, 'backups'))
        expect(kopior.filter((namn) => !/^fore-migrering-[\w-]+\.lotsen$/.test(namn))).toEqual([])
        for (const namn of kopior) expect(await kontrolleraKopia(join(rum.dir, 'backups', namn), { nyckel })).toMatchObject({ schema: SCHEMAVERSION, arenden: ANTAL })
        return efter.version === 9999 ? 'allt' : 'inget'
      },
    }))
  }, 300_000)
})
