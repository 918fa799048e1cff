import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DATABASNAMN, kontrolleraSidor, oppnaDatabas, stangDatabas, tomWal, type Databas } from '../../db/vault/databas.ts'
import { oppnaKopia } from '../../db/vault/kopialasning.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { lasUppMedBlad } from '../../db/vault/valv.ts'
import { lasValv, tolkaValv, VALVNAMN } from '../../db/vault/valvfil.ts'
import { Fel } from '../../db/model/fel.ts'
import { kontrolleraKontor, loggverifierare, oppnaMapp } from '../../electron/office/kontroll.ts'
import { router, startaKontor } from '../../electron/office/index.ts'
import { jamforHuvud } from '../../electron/office/logghuvud.ts'
import { skador, type Skada } from './bytes.ts'
import { csv, importeraText, kopieraKontor, LANGE, LOSENORD, medInloggad, nyttKontor, provbas, registerrader, resultat } from './kontor.ts'
import { notera } from './siffror.ts'

// Flipped, zeroed and cut bytes in each file of an office. Either the damage is found and said with a code, or what is in
// the file is what it was, figure for figure: then it hit what holds nothing (a free page, a blank in vault.json). Which it
// was is decided by reading every row of every table and comparing with the whole office's, never by where the byte lay.

const { bas, bort } = provbas('bytes')
const FRO = 20_261
const ANTAL = LANGE ? { databas: 3000, valv: 20_000, kopia: 4000, wal: 3000 } : { databas: 80, valv: 1500, kopia: 150, wal: 80 }
const TID = LANGE ? 3_600_000 : 120_000
const SAGT = /^(databas_skadad|fel_nyckel|valv_skadat|valv_nyare|kopia_skadad|kopia_nyare|kopia_fel_slag|logg_bruten|databas_nyare|ej_certifierad)$/

const mall = join(bas, 'mall')
const kopia = join(bas, 'kopia.lotsen')
const dir = join(bas, 'prov')
let nyckel: string
let dbNyckel: Buffer

beforeAll(async () => {
  nyckel = await nyttKontor(mall)
  await medInloggad(mall, 'chef', async (api) => {
    await importeraText(api, csv(registerrader(25)))
    await resultat(await api.sakerhetskopior.exportera({ fil: kopia }))
  })
  const blad = await lasNyckelblad(nyckel)
  const nycklar = await lasUppMedBlad(await lasValv(mall), blad)
  blad.glom()
  dbNyckel = nycklar[0] ?? Buffer.alloc(0)
})
afterAll(bort)

const kod = (fel: unknown): string => (fel instanceof Fel ? fel.kod : `utan kod: ${String(fel)}`)

/** Every table by itself, so that what can be read beside the damage is compared too. */
function innehall(db: Databas, tabeller: readonly string[]): Record<string, string> {
  return Object.fromEntries(tabeller.map((tabell) => {
    try {
      return [tabell, createHash('sha256').update(JSON.stringify(db.prepare(`SELECT * FROM "${tabell}"`).raw().all())).digest('hex')]
    } catch (fel) {
      return [tabell, /CORRUPT|NOTADB|IOERR_SHORT/.test((fel as { code?: string }).code ?? '') ? 'nekad' : `utan kod: ${String(fel)}`]
    }
  }))
}

const tabeller = (db: Databas): string[] => ['sqlite_master', ...db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()]

interface Utfall { sagda: number; utanVerkan: number; forlorade: string[] }

function redovisa(slag: string, antal: number, { sagda, utanVerkan, forlorade }: Utfall): void {
  notera({ slag: `Bytes: ${slag}`, antal, forlorade: forlorade.length }, `${sagda} sagda, ${utanVerkan} utan verkan`)
  expect(forlorade).toEqual([])
  expect(sagda + utanVerkan).toBe(antal)
}

async function prova(hel: Buffer, antal: number, fro: number, dom: (skada: Skada) => Promise<'sagd' | 'utan verkan'>): Promise<Utfall> {
  const utfall: Utfall = { sagda: 0, utanVerkan: 0, forlorade: [] }
  for (const skada of skador(hel, antal, fro)) {
    try {
      utfall[(await dom(skada)) === 'sagd' ? 'sagda' : 'utanVerkan'] += 1
    } catch (fel) {
      utfall.forlorade.push(`${skada.vad}: ${fel instanceof Error ? fel.message : String(fel)}`)
    }
  }
  return utfall
}

it('office.db: the check says it, and no table that can be read beside the damage has another content', async () => {
  kopieraKontor(mall, dir)
  const fil = join(dir, DATABASNAMN)
  const db = await oppnaDatabas(fil, dbNyckel)
  // Free pages, as after a gallring: damage there must not be called damage to the office.
  db.exec('CREATE TABLE skrap (x); WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 60) INSERT INTO skrap SELECT randomblob(4000) FROM t; DROP TABLE skrap')
  await tomWal(db)
  const namn = tabeller(db)
  const helt = innehall(db, namn)
  stangDatabas(db)
  const hel = readFileSync(fil)
  const utfall = await prova(hel, ANTAL.databas, FRO, async ({ bytes }) => {
    for (const rest of ['-wal', '-shm']) rmSync(`${fil}${rest}`, { force: true })
    writeFileSync(fil, bytes)
    const svar = await kontrolleraKontor(dir, { nyckel }).then(() => 'hel', kod)
    if (svar !== 'hel' && !SAGT.test(svar)) throw new Error(svar)
    const skadad = await oppnaDatabas(fil, dbNyckel).catch((fel: unknown) => {
      if (!SAGT.test(kod(fel))) throw fel
      return null
    })
    if (skadad === null) return 'sagd'
    try {
      const last = innehall(skadad, namn)
      for (const tabell of namn) if (last[tabell] !== helt[tabell] && (svar === 'hel' || last[tabell] !== 'nekad')) throw new Error(`${svar}: ${tabell} läses ${last[tabell] === 'nekad' ? 'inte' : 'med annat innehåll'}`)
    } finally {
      stangDatabas(skadad)
    }
    return svar === 'hel' ? 'utan verkan' : 'sagd'
  })
  rmSync(dir, { recursive: true })
  redovisa('office.db', ANTAL.databas, utfall)
}, TID)

it('vault.json: damaged, or the same vault', async () => {
  const hel = readFileSync(join(mall, VALVNAMN))
  const helt = JSON.stringify(tolkaValv(hel))
  redovisa('vault.json', ANTAL.valv, await prova(hel, ANTAL.valv, FRO + 1, ({ bytes }) => {
    try {
      if (JSON.stringify(tolkaValv(bytes)) !== helt) throw new Error('ett annat valv godtas')
      return Promise.resolve('utan verkan')
    } catch (fel) {
      if (!(fel instanceof Fel) || !SAGT.test(fel.kod)) throw fel
      return Promise.resolve('sagd')
    }
  }))
}, TID)

it('a backup: not one damaged file opens, and nothing is unpacked of it', async () => {
  const fil = join(bas, 'skadad.lotsen')
  const ut = join(bas, 'uppackad')
  mkdirSync(ut)
  const utfall = await prova(readFileSync(kopia), ANTAL.kopia, FRO + 2, async ({ bytes }) => {
    writeFileSync(fil, bytes)
    try {
      const oppnad = await oppnaKopia(fil, { nyckel })
      await oppnad.packaUpp(ut).finally(() => oppnad.stang())
    } catch (fel) {
      if (!SAGT.test(kod(fel))) throw fel
      if (readdirSync(ut).length > 0) throw new Error(`${kod(fel)}, men något packades upp`)
      return 'sagd'
    }
    throw new Error('en skadad kopia öppnades')
  })
  expect(utfall.utanVerkan).toBe(0)
  redovisa('säkerhetskopia', ANTAL.kopia, utfall)
}, TID)

it('the WAL: what was logged and is gone is said, by either of the two heads beside the database', async () => {
  // A process that dies with its work in the WAL: the files as they lie while it has the office open.
  const arbete = kopieraKontor(mall, join(bas, 'arbete'))
  const konto = join(bas, 'konto-wal')
  process.env['LOTSEN_KONTOMAPP'] = konto
  const start = startaKontor({ datamapp: arbete, skal: { slag: 'cli' }, avsluta: () => {} })
  const api = createRouterClient(router, { context: start.kontext() })
  await api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.anna })
  await tomWal(start.kontor.inloggad.handtag)
  for (let i = 0; i < 8; i++) {
    await api.kontakter.ny({ datum: '2026-10-01', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: [], utfall: 'radgivning', kodatum: null, kolamnad: null })
  }
  const filer = [DATABASNAMN, `${DATABASNAMN}-wal`, VALVNAMN, 'logghuvud.json'] as const
  const [hel, wal] = filer.map((namn) => readFileSync(join(arbete, namn))) as [Buffer, Buffer]
  const namn = tabeller(start.kontor.inloggad.handtag)
  const helt = innehall(start.kontor.inloggad.handtag, namn)
  cpSync(arbete, dir, { recursive: true })
  await start.stang()
  expect(wal.length).toBeGreaterThan(30 * 4096)

  const sidohuvud = readFileSync(join(dir, 'logghuvud.json'))
  const kontohuvud = readdirSync(join(konto, 'Lotsen')).map((fil) => join(konto, 'Lotsen', fil))
  const kontobytes = kontohuvud.map((fil) => readFileSync(fil))
  let nr = 0
  const utfall = await prova(wal, ANTAL.wal, FRO + 3, async ({ bytes }) => {
    rmSync(join(dir, `${DATABASNAMN}-shm`), { force: true })
    writeFileSync(join(dir, DATABASNAMN), hel)
    writeFileSync(join(dir, `${DATABASNAMN}-wal`), bytes)
    // One of the two heads is enough: the other is taken away, every other time this one and every other time that.
    const utan = nr++ % 2 === 0 ? [join(dir, 'logghuvud.json')] : kontohuvud
    writeFileSync(join(dir, 'logghuvud.json'), sidohuvud)
    kontohuvud.forEach((fil, i) => writeFileSync(fil, kontobytes[i] ?? ''))
    for (const fil of utan) rmSync(fil)
    let mapp
    try {
      mapp = await oppnaMapp(dir, { nyckel })
    } catch (fel) {
      if (!SAGT.test(kod(fel))) throw fel
      return 'sagd'
    }
    try {
      const { db, handtag, fast } = mapp
      kontrolleraSidor(handtag)
      const varningar = jamforHuvud(db, dir, fast.kontor, loggverifierare(db, fast), new Date().toISOString()).avviker
      const last = innehall(handtag, namn)
      const lika = namn.every((tabell) => last[tabell] === helt[tabell])
      if (varningar.length > 0) {
        if (lika) throw new Error('varnar utan skäl')
        return 'sagd'
      }
      if (!lika) throw new Error('loggat arbete är borta utan ett ord')
      return 'utan verkan'
    } finally {
      mapp.stang()
    }
  })
  rmSync(dir, { recursive: true })
  redovisa('WAL', ANTAL.wal, utfall)
  expect(utfall.sagda).toBeGreaterThan(ANTAL.wal / 2)
  expect(existsSync(arbete)).toBe(true)
}, TID)
