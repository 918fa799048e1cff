import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idag, plusDagar } from '../../db/model/kalender.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { stangDatabas, type Databas } from '../../db/vault/databas.ts'
import { lasUppMedBlad, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { router, startaKontor } from '../../electron/office/index.ts'
import { kontrolleraKontor } from '../../electron/office/kontroll.ts'
import { barnArbete, dodaOmIgen, KORNINGAR } from './doda.ts'
import { csv, framlingar, importeraText, kopieraKontor, LANGE, LOSENORD, medInloggad, namnNr, nyttKontor, provbas, registerrader, resultat, type Klient } from './kontor.ts'

// Every step that destroys words about a person is killed in the middle. Afterwards everything of it is there or nothing,
// the next login finishes it, no byte of what was sealed is left in the database or its log, and the figures are the same.

const { bas, bort } = provbas('forstor')
const [GAMLA, NYA] = [6, 2] as const
const RUNDOR = LANGE ? KORNINGAR : 3
const mall = join(bas, 'mall')
const chef = { anvandarnamn: 'chef', losenord: LOSENORD.chef }
const anna = { anvandarnamn: 'anna', losenord: LOSENORD.anna }
const TILLFALLIGT = 'tre-roda-traktorer-7'
const per = { anvandarnamn: 'per', losenord: 'nio-blaa-batar-i-hamn' }
const OPPET = '2025-0001'
const NYA_NAMN = Array.from({ length: NYA }, (_, i) => namnNr(i + 1))
let nyckel: string
let anteckning: { id: string; version: number }
let ikon: { id: string; version: number }

/** Ended years ago, each with a name: what a rule of two years destroys. */
const gamla = registerrader(GAMLA, 2019).map((rad) => ({ ...rad, slutdatum: '2019-12-01', avslutsorsak: 'Uppdraget slutfört' }))

const KONTAKT = { datum: '2026-11-01', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: [], utfall: 'i_ko', kodatum: '2026-11-02', kolamnad: null }

beforeAll(async () => {
  nyckel = await nyttKontor(mall)
  await medInloggad(mall, 'chef', async (api) => {
    await importeraText(api, csv(gamla))
    await importeraText(api, csv(registerrader(NYA, 2025)))
    await api.gallring.sparaRegel({ slag: 'klienter', manader: 24, referens: 'SN 2026/114 § 32', beslutad: '2026-03-01', version: 0 })
    await api.anvandare.ny({ anvandarnamn: 'per', losenord: TILLFALLIGT, namn: 'Per Ny', roller: ['ombud'], nyckel })
  })
  const start = startaKontor({ datamapp: mall, skal: { slag: 'cli' }, avsluta: () => {} })
  const pers = createRouterClient(router, { context: start.kontext() })
  await pers.session.loggaIn({ anvandarnamn: 'per', losenord: TILLFALLIGT })
  await pers.session.bytLosenord({ nuvarande: TILLFALLIGT, nytt: per.losenord })
  await start.stang()
  await medInloggad(mall, 'anna', async (api) => {
    await api.arenden.mina() // her own keys, in place of the importer's
    const { uppdrag } = await api.arenden.hamta({ nummer: OPPET })
    const { id } = await api.anteckningar.ny({ nummer: OPPET, uppdragId: uppdrag[0]?.id ?? '', text: 'Ringer på torsdag.' })
    anteckning = { id, version: 1 }
    const kontakt = await api.kontakter.ny({ ...KONTAKT, person: { namn: 'Kajsa Köperson', telefon: '070-1740613' } })
    ikon = { id: kontakt.id, version: 1 }
  })
}, 60_000)
afterAll(bort)

/** The office's rows without logging in: with the nyckelblad alone, which changes nothing. */
async function iDatabasen<T>(dir: string, fn: (db: Databas) => T): Promise<T> {
  const blad = await lasNyckelblad(nyckel)
  const { db } = await oppnaKontorsdatabas(dir, await lasUppMedBlad(await lasValv(dir), blad))
  try {
    return fn(db)
  } finally {
    stangDatabas(db)
    blad.glom()
  }
}

const tal = (db: Databas, sats: string): number => Number(db.prepare(sats).pluck().get())
/** Every sealed blob of some rows: each is padded and encrypted under a nonce of its own, so it can be looked for. */
const blobbar = (db: Databas, sats: string): Buffer[] => db.prepare<[], Buffer>(sats).pluck().all()

/** Nothing of what was sealed is in any page, and no log of writes lies beside it. */
async function ingetKvar(dir: string, borta: readonly Buffer[]): Promise<void> {
  expect(borta.length).toBeGreaterThan(0)
  const wal = join(dir, 'office.db-wal')
  if (existsSync(wal)) expect(statSync(wal).size).toBe(0)
  const sidor = await iDatabasen(dir, (db) => db.serialize())
  expect(borta.filter((blob) => sidor.includes(blob)).length).toBe(0)
}

async function nastaInloggning<T>(dir: string, vem: 'anna' | 'chef', fn: (api: Klient) => Promise<T>): Promise<T> {
  return medInloggad(dir, vem, async (api, varningar) => {
    expect(varningar).toEqual([])
    expect(framlingar(dir)).toEqual([])
    return fn(api)
  })
}

const figurer = async (api: Klient) => {
  const { kontroller: _, ...resten } = (await api.redovisning.hamta({ ar: 2019, kommun: [] })).figurer
  return resten
}

const gallra = async (api: Klient) => resultat(await api.gallring.kor({ antal: (await api.gallring.forhand()).antal }))

/** What a gallring must have left whole, whatever happened to it. @returns whether it was done */
async function helGallring(dir: string): Promise<boolean> {
  const svar = await iDatabasen(dir, (db) => ({
    gallrade: tal(db, 'SELECT count(*) FROM arenden WHERE gallrad IS NOT NULL'),
    ord: tal(db, `SELECT count(*) FROM arenden WHERE nummer LIKE '2019-%' AND forseglat IS NOT NULL`),
    sigill: tal(db, `SELECT count(DISTINCT arende_id) FROM sigill WHERE arende_id IN (SELECT id FROM arenden WHERE nummer LIKE '2019-%')`),
    forstorda: tal(db, `SELECT count(*) FROM forstort WHERE tabell = 'arenden'`),
    loggrader: tal(db, `SELECT count(*) FROM logg WHERE handling = 'gallring.gjord'`),
    protokoll: db.prepare<[], string>('SELECT arenden FROM gallringar').pluck().all().map((text) => (JSON.parse(text) as string[]).length),
  }))
  const gjord = svar.gallrade > 0
  expect(svar).toEqual(gjord
    ? { gallrade: GAMLA, ord: 0, sigill: 0, forstorda: GAMLA, loggrader: 1, protokoll: [GAMLA] }
    : { gallrade: 0, ord: GAMLA, sigill: GAMLA, forstorda: 0, loggrader: 0, protokoll: [] })
  return gjord
}

const GAMLAS_ORD = `SELECT forseglat FROM arenden WHERE nummer LIKE '2019-%' UNION ALL SELECT age FROM sigill WHERE arende_id IN (SELECT id FROM arenden WHERE nummer LIKE '2019-%')`

async function efterGallring(dir: string, fore: { figurer: unknown; ord: Buffer[] }): Promise<boolean> {
  const gjord = await helGallring(dir)
  await nastaInloggning(dir, 'chef', async (api) => {
    if (!gjord) expect((await gallra(api)).borta).toBe(true)
    const [protokoll, ...fler] = await api.gallring.lista()
    expect(fler).toEqual([])
    expect(protokoll).toMatchObject({ arenden: GAMLA, borta: expect.any(String) })
    expect(await figurer(api)).toEqual(fore.figurer)
  })
  expect(await helGallring(dir)).toBe(true)
  await ingetKvar(dir, fore.ord)
  await nastaInloggning(dir, 'anna', async (api) => expect((await api.arenden.mina()).map((rad) => rad.namn)).toEqual(NYA_NAMN))
  expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true })
  return gjord
}

const fore = async (dir: string) => ({ figurer: await medInloggad(dir, 'chef', figurer), ord: await iDatabasen(dir, (db) => blobbar(db, GAMLAS_ORD)) })

describe('killed in the middle of', () => {
  it('a gallring: nothing or everything, with its protocol; the next login empties the files', async () => {
    const innan = await fore(kopieraKontor(mall, join(bas, 'fore')))
    const utfall = await dodaOmIgen({
      namn: 'gallring', bas, rundor: LANGE ? KORNINGAR : 8, tidigt: 4,
      fyll: ({ dir }) => void kopieraKontor(mall, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'gallra', dir, ...chef }),
      efter: async ({ dir }) => (await efterGallring(dir, innan) ? 'allt' : 'inget'),
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)

  it('the login that finishes a gallring somebody stood in the way of', async () => {
    const halv = kopieraKontor(mall, join(bas, 'halv'))
    const innan = await fore(halv)
    await medInloggad(halv, 'chef', async (api) => {
      const blad = await lasNyckelblad(nyckel)
      const { db } = await oppnaKontorsdatabas(halv, await lasUppMedBlad(await lasValv(halv), blad))
      db.exec('BEGIN; SELECT count(*) FROM logg') // a reader of another process
      expect((await gallra(api)).borta).toBe(false)
      stangDatabas(db)
      expect((await api.gallring.lista())[0]?.borta).toBeNull()
    })
    const utfall = await dodaOmIgen({
      namn: 'gallring som görs färdig', bas, rundor: RUNDOR,
      fyll: ({ dir }) => void kopieraKontor(halv, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'logga in', dir, ...chef }),
      efter: async ({ dir }) => (await efterGallring(dir, innan) ? 'allt' : 'inget'),
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)

  it('destroying a note', async () => {
    const ord = await iDatabasen(mall, (db) => blobbar(db, 'SELECT forseglat FROM anteckningar'))
    const utfall = await dodaOmIgen({
      namn: 'förstör anteckning', bas, rundor: RUNDOR,
      fyll: ({ dir }) => void kopieraKontor(mall, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'anropa', dir, ...anna, anrop: { procedur: 'anteckningar.forstor', indata: { nummer: OPPET, ...anteckning } } }),
      async efter({ dir }) {
        const [rader, forstorda] = await iDatabasen(dir, (db) => [tal(db, 'SELECT count(*) FROM anteckningar'), tal(db, `SELECT count(*) FROM forstort WHERE tabell = 'anteckningar'`)])
        expect([rader, forstorda]).toEqual(rader === 1 ? [1, 0] : [0, 1])
        await nastaInloggning(dir, 'anna', async (api) => {
          expect((await api.arenden.hamta({ nummer: OPPET })).anteckningar.map((rad) => rad.text)).toEqual(rader === 1 ? ['Ringer på torsdag.'] : [])
        })
        if (rader === 0) await ingetKvar(dir, ord)
        return rader === 0 ? 'allt' : 'inget'
      },
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)

  it('the login that destroys the notes of an uppdrag that has ended', async () => {
    const slut = kopieraKontor(mall, join(bas, 'slut'))
    const forra = new Date(Date.now() - 10 * 86_400_000).toISOString()
    const start = startaKontor({ datamapp: slut, skal: { slag: 'cli' }, avsluta: () => {}, nu: () => forra })
    const api = createRouterClient(router, { context: start.kontext() })
    await api.session.loggaIn(anna)
    const [uppdrag] = (await api.arenden.hamta({ nummer: OPPET })).uppdrag
    await api.uppdrag.avsluta({ id: uppdrag?.id ?? '', version: uppdrag?.version ?? 0, slut: idag(forra), avslutsorsak: 'slutfort', lotsadTill: null, malutfall: [], anteckningarna: 'forstors' })
    await start.stang()
    const ord = await iDatabasen(slut, (db) => blobbar(db, 'SELECT forseglat FROM anteckningar'))
    const utfall = await dodaOmIgen({
      namn: 'anteckningar efter avslut', bas, rundor: RUNDOR,
      fyll: ({ dir }) => void kopieraKontor(slut, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'logga in', dir, ...chef }),
      async efter({ dir }) {
        const rader = await iDatabasen(dir, (db) => tal(db, 'SELECT count(*) FROM anteckningar'))
        await nastaInloggning(dir, 'chef', () => Promise.resolve())
        await ingetKvar(dir, ord)
        expect(await iDatabasen(dir, (db) => [tal(db, 'SELECT count(*) FROM anteckningar'), tal(db, `SELECT count(*) FROM forstort WHERE tabell = 'anteckningar'`)])).toEqual([0, 1])
        expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true })
        return rader === 0 ? 'allt' : 'inget'
      },
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)

  it('leaving the queue: the contact has its outcome and no name, or its place and its name', async () => {
    const ord = await iDatabasen(mall, (db) => blobbar(db, 'SELECT forseglat FROM kopersoner UNION ALL SELECT age FROM kosigill'))
    const indata = { ...KONTAKT, ...ikon, utfall: 'radgivning', kolamnad: '2026-11-20' }
    const utfall = await dodaOmIgen({
      namn: 'lämna kön', bas, rundor: RUNDOR,
      fyll: ({ dir }) => void kopieraKontor(mall, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'anropa', dir, ...anna, anrop: { procedur: 'kontakter.andra', indata } }),
      async efter({ dir }) {
        const [personer, sigill, utfallet] = await iDatabasen(dir, (db) => [
          tal(db, 'SELECT count(*) FROM kopersoner'), tal(db, 'SELECT count(*) FROM kosigill'), db.prepare<[string], string>('SELECT utfall FROM kontakter WHERE id = ?').pluck().get(ikon.id),
        ])
        expect([personer, Math.sign(sigill), utfallet]).toEqual(personer === 1 ? [1, 1, 'i_ko'] : [0, 0, 'radgivning'])
        await nastaInloggning(dir, 'anna', async (api) => expect((await api.kontakter.ko()).map((rad) => rad.namn)).toEqual(personer === 1 ? ['Kajsa Köperson'] : []))
        if (personer === 0) await ingetKvar(dir, ord)
        return personer === 0 ? 'allt' : 'inget'
      },
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)

  it('accepting a case whose notes stay behind: it is the one ombud\'s with them, or the other\'s without', async () => {
    const erbjudet = kopieraKontor(mall, join(bas, 'erbjudet'))
    const overlamning = await medInloggad(erbjudet, 'anna', async (api) => {
      const till = (await api.anvandare.lista()).find((rad) => rad.anvandarnamn === 'per')?.id ?? ''
      return (await api.overlamningar.erbjud({ nummer: OPPET, till, skal: 'byte', vikariatTill: null, samtycke: true, samtyckeDatum: '2026-11-20', anteckningar: [], ord: '' })).id
    })
    const ord = await iDatabasen(erbjudet, (db) => blobbar(db, 'SELECT forseglat FROM anteckningar'))
    const utfall = await dodaOmIgen({
      namn: 'godta ett ärende', bas, rundor: RUNDOR,
      fyll: ({ dir }) => void kopieraKontor(erbjudet, dir),
      arbete: ({ dir }) => barnArbete({ vad: 'anropa', dir, ...per, anrop: { procedur: 'overlamningar.godta', indata: { ids: [overlamning] } } }),
      async efter({ dir }) {
        const [rader, hos] = await iDatabasen(dir, (db) => [
          tal(db, 'SELECT count(*) FROM anteckningar'), db.prepare<[], string>(`SELECT anvandarnamn FROM anvandare JOIN arenden ON arenden.ombud_id = anvandare.id WHERE nummer = '${OPPET}'`).pluck().get(),
        ])
        expect([rader, hos]).toEqual(rader === 1 ? [1, 'anna'] : [0, 'per'])
        await nastaInloggning(dir, 'anna', async (api) => expect((await api.arenden.mina()).length).toBe(GAMLA + NYA - (rader === 1 ? 0 : 1)))
        if (rader === 0) await ingetKvar(dir, ord)
        return rader === 0 ? 'allt' : 'inget'
      },
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)

  it('taking away what was set aside: the next login takes the rest', async () => {
    const dag = plusDagar(idag(new Date().toISOString()), -40)
    const undanlagt = (rot: string) => readdirSync(rot).filter((namn) => namn.startsWith('kontor-undanlagd-'))
    const utfall = await dodaOmIgen({
      namn: 'undanlagt', bas, rundor: RUNDOR,
      fyll: ({ rot, dir }) => {
        kopieraKontor(mall, dir)
        for (const kl of ['101112', '131415']) {
          const mapp = join(rot, `kontor-undanlagd-${dag}T${kl}Z`)
          kopieraKontor(mall, mapp)
          mkdirSync(join(mapp, 'backups'))
          for (let i = 0; i < 40; i++) writeFileSync(join(mapp, 'backups', `${i}.lotsen`), Buffer.alloc(20_000))
        }
      },
      arbete: ({ rot, dir }) => ({ ...barnArbete({ vad: 'logga in', dir, ...chef }), mapp: rot }),
      async efter({ rot, dir }) {
        const kvar = undanlagt(rot).length
        await nastaInloggning(dir, 'chef', () => Promise.resolve())
        expect(undanlagt(rot)).toEqual([])
        expect(await kontrolleraKontor(dir, { nyckel })).toMatchObject({ hel: true })
        return kvar === 0 ? 'allt' : 'inget'
      },
    })
    expect(utfall.forlorade).toEqual([])
  }, 600_000)
})
