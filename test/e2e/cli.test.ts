import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KOLUMNER } from '../../db/model/importera/kolumner.ts'
import { type Korning, korCli, startaCli } from '../lib/cli.ts'
import { KONTAKTRAD, type Rad, UPPDRAGSRAD } from '../fixtures/register.ts'

const LOSENORD = { anna: 'linden-vid-an-41', chef: 'tre-rapsfalt-i-juni' } as const
const KONTOR = {
  enhet: { namn: 'Personligt ombud Norra Dalarna', vardkommun: '2062' },
  kommuner: ['2062', '2034', '2039'],
  anvandare: [
    { anvandarnamn: 'anna', namn: 'Anna Lind', roller: ['ombud'], losenord: LOSENORD.anna },
    { anvandarnamn: 'chef', namn: 'Karin Berg', roller: ['enhetschef', 'administrator'], losenord: LOSENORD.chef },
  ],
  anstallningar: [{ anvandarnamn: 'anna', kommun: '2062', fran: '2019-03-01', till: null, procent: 75, vikarie: false }],
}
const REGISTER: Rad[] = [
  UPPDRAGSRAD,
  { ...UPPDRAGSRAD, kontaktdatum: '2024-10-01', startdatum: '2024-11-01', planerat_slut: '', slutdatum: '2025-03-01', avslutsorsak: 'Flyttat' },
  { ...UPPDRAGSRAD, arendenummer: '2026-0015', kommun: '2034', kon: 'Man', namn: 'Åke Öberg', telefon: '' },
  KONTAKTRAD,
  { kommun: 'Orsa', kontaktdatum: '2026-03-01', kodatum: '2026-03-02' },
]

let bas: string
let data: string
let nyckel: string
const fil = (namn: string) => join(bas, namn)
const csv = (rader: readonly Rad[]) => [KOLUMNER.join(';'), ...rader.map((rad) => KOLUMNER.map((k) => rad[k] ?? '').join(';'))].join('\r\n')
const skrivRegister = (namn: string, rader: readonly Rad[]) => {
  writeFileSync(fil(namn), csv(rader))
  return fil(namn)
}
const somChef = (...argument: string[]) => korCli(argument, { losenord: LOSENORD.chef })
const json = ({ ut }: Korning) => JSON.parse(ut) as Record<string, unknown>
const figurer = async (...till: string[]) => json(await somChef('redovisning', '--data', data, '--anvandare', 'chef', '--ar', '2026', ...till))

/** Refused: exit 1, nothing on stdout, one plain sentence. */
function nekat({ kod, ut, fel }: Korning): string {
  expect({ kod, ut }).toEqual({ kod: 1, ut: '' })
  expect(fel).toMatch(/^\p{Lu}[^\n]*[.)]\n$/u)
  expect(fel).not.toMatch(/Error|undefined|\bat\b .*:\d+|ENOENT/u)
  return fel
}

beforeAll(async () => {
  bas = mkdtempSync(join(tmpdir(), 'lotsen-cli-'))
  process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
  data = fil('kontor')
  writeFileSync(fil('kontor.json'), JSON.stringify(KONTOR))
  const svar = await korCli(['nytt', '--data', data, '--enhet', fil('kontor.json'), '--json'])
  expect(svar.fel).toBe('')
  const { data: mapp, nyckel: given } = json(svar)
  expect(mapp).toBe(data)
  nyckel = String(given)
  expect(nyckel).toMatch(/^AGE-SECRET-KEY-1/u)
})

afterAll(() => rmSync(bas, { recursive: true, force: true }))

describe('usage', () => {
  it.each([
    [[], 'Ange ett kommando'],
    [['flyga'], 'Kommandot flyga finns inte'],
    [['nytt'], '--data saknas'],
    [['nytt', '--data', 'x', '--enhet'], '--enhet saknar värde'],
    [['nytt', '--data', '', '--enhet', 'x'], '--data saknar värde'],
    [['nytt', '--data', 'x', '--enhet', 'y', '--losenord', 'hemligt'], '--losenord finns inte'],
    [['nytt', '--data', 'x', '--enhet', 'y', '--json=ja'], '--json tar inget värde'],
    [['nytt', 'extra', '--data', 'x', '--enhet', 'y'], 'inte är en flagga'],
    [['exempel', '--data', 'x', '--storlek', 'enorm'], '--storlek ska vara liten, skaraborg, sverige'],
    [['exempel', '--data', 'x', '--fro', 'tre'], '--fro ska vara ett heltal'],
    [['redovisning', '--data', 'x', '--anvandare', 'y', '--ar', '26'], '--ar ska vara ett heltal'],
    [['redovisning', '--data', 'x', '--anvandare', 'y', '--ar', '2026', '--format', 'docx'], '--format ska vara json, csv, xlsx, html, pdf'],
    [['redovisning', '--data', 'x', '--anvandare', 'y', '--ar', '2026', '--format', 'pdf'], 'Ange den med --ut'],
    [['redovisning', '--data', 'x', '--anvandare', 'y', '--ar', '2026', '--kommun', 'Storstad'], '--kommun ska vara en kommunkod'],
    [['kontrollera'], 'antingen --fil eller --data'],
    [['kor', '--data', 'x', '--port', '70000'], '--port ska vara ett heltal'],
  ])('%j is exit 2 with the usage', async (argument, mening) => {
    const { kod, ut, fel } = await korCli(argument)
    expect({ kod, ut }).toEqual({ kod: 2, ut: '' })
    expect(fel).toContain(mening)
    expect(fel).toContain('Användning: lotsen')
  })

  it.each([['--help'], ['importera', '--help'], ['redovisning', '-h']])('%s shows the usage on stdout', async (...argument) => {
    const { kod, ut, fel } = await korCli(argument)
    expect({ kod, fel }).toEqual({ kod: 0, fel: '' })
    expect(ut).toContain('Användning: lotsen')
  })
})

describe('nytt', () => {
  const nytt = (innehall: string, mapp = fil(`nytt-${Math.random()}`)) => {
    writeFileSync(fil('annat.json'), innehall)
    return korCli(['nytt', '--data', mapp, '--enhet', fil('annat.json'), '--json'])
  }

  it('refuses a folder that holds an office, and leaves it as it was', async () => {
    const fore = readdirSync(data).map((namn) => [namn, readFileSync(join(data, namn)).length])
    nekat(await nytt(JSON.stringify(KONTOR), data))
    expect(readdirSync(data).map((namn) => [namn, readFileSync(join(data, namn)).length])).toEqual(fore)
  })

  it.each([
    ['no JSON', '{"enhet":', 'JSON'],
    ['no users', JSON.stringify({ ...KONTOR, anvandare: [] }), 'anvandare'],
    ['a weak password', JSON.stringify({ ...KONTOR, anvandare: [KONTOR.anvandare[0], { ...KONTOR.anvandare[1], losenord: 'sommar' }] }), 'tecken'],
    ['a kommun that is none', JSON.stringify({ ...KONTOR, kommuner: ['9999'] }), '9999'],
    ['a bad date', JSON.stringify({ ...KONTOR, anstallningar: [{ ...KONTOR.anstallningar[0], fran: '2019-02-30' }] }), 'anstallningar, post 1, fran'],
  ])('refuses %s', async (_, innehall, del) => {
    const mapp = fil(`nytt-${_}`)
    expect(nekat(await nytt(innehall, mapp))).toContain(del)
    expect(readdirSync(bas)).not.toContain(`nytt-${_}`)
  })

  it('refuses a file that does not exist', async () => {
    expect(nekat(await korCli(['nytt', '--data', fil('x'), '--enhet', fil('finns-inte.json')]))).toContain('finns inte')
  })
})

describe('the road from register to backup', () => {
  it('checks without importing', async () => {
    const svar = await somChef('importera', '--data', data, '--anvandare', 'chef', '--fil', skrivRegister('register.csv', REGISTER), '--prova', '--json')
    expect(svar).toMatchObject({ kod: 0, fel: '' })
    expect(json(svar)).toMatchObject({ rader: 5, klienter: 2, uppdrag: 3, kontakter: 5, fel: [] })
    expect(await figurer()).toMatchObject({ klienter: { stod: 0 }, kontakter: { antal: 0 } })
  })

  it('imports nothing of a register with one error, and names row and column', async () => {
    const register = skrivRegister('fel.csv', [...REGISTER, { kommun: 'Göteborg', kontaktdatum: '2026-02-30' }])
    const svar = await somChef('importera', '--data', data, '--anvandare', 'chef', '--fil', register, '--json')
    expect(svar.kod).toBe(1)
    expect(svar.fel).toMatch(/^Registret har 2 fel och ingenting är importerat\.[^\n]*\n$/u)
    expect(json(svar)).toMatchObject({ rader: 6, fel: [{ rad: 7, kolumn: 'kommun' }, { rad: 7, kolumn: 'kontaktdatum' }] })
    expect(await figurer()).toMatchObject({ klienter: { stod: 0 }, kontakter: { antal: 0 } })
    const text = await somChef('importera', '--data', data, '--anvandare', 'chef', '--fil', register)
    expect(text.ut).toMatch(/^Rad 7, kommun: /u)
  })

  it('imports, and counts what was imported', async () => {
    const svar = await somChef('importera', '--data', data, '--anvandare', 'chef', '--fil', fil('register.csv'), '--json')
    expect(svar).toMatchObject({ kod: 0, fel: '' })
    expect(await figurer()).toMatchObject({
      ar: 2026, kommun: null,
      klienter: { stod: 2, ingaende: 0, nya: 2, avslutade: 0, utgaende: 2 },
      kontakter: { antal: 4 }, ko: 1, aterkommande: 1, arsanstallningar: { antal: 0.75 },
    })
    expect(await figurer('--kommun', '2034')).toMatchObject({ klienter: { stod: 1 } })
  })

  it('refuses the same register a second time', async () => {
    const svar = await somChef('importera', '--data', data, '--anvandare', 'chef', '--fil', fil('register.csv'), '--json')
    expect(svar.kod).toBe(1)
    expect(json(svar)['fel']).toContainEqual(expect.objectContaining({ rad: 2, kolumn: 'startdatum' }))
  })

  it('leaves no name readable in the data folder', () => {
    const innehall = readdirSync(data, { recursive: true, withFileTypes: true }).filter((del) => del.isFile()).map((del) => readFileSync(join(del.parentPath, del.name)))
    for (const bytes of innehall) for (const namn of ['Elsa Exempel', 'Åke Öberg', '070-123 45 67', '2026-0014', 'SQLite format 3']) expect(bytes.includes(namn)).toBe(false)
  })

  it('gives the figures as csv, xlsx, html and pdf', async () => {
    const hamta = (...till: string[]) => somChef('redovisning', '--data', data, '--anvandare', 'chef', '--ar', '2026', ...till)
    const somCsv = await hamta('--format', 'csv')
    expect(somCsv.ut).toMatch(/^\uFEFFTabell;Rad;Uppgift;Värde\r\n/u)
    expect(somCsv.ut).toContain('\r\nPer kommun;Mora, 2062;Årsanställningar;0,75\r\n')

    expect(await hamta('--format', 'xlsx', '--ut', fil('r.xlsx'))).toMatchObject({ kod: 0, ut: '', fel: '' })
    const blad = await readXlsxFile(readFileSync(fil('r.xlsx')))
    expect(blad[0]).toMatchObject({ sheet: 'Året' })
    expect(blad[0]?.data).toContainEqual(['Stöd under året', 2])

    const html = await hamta('--format', 'html')
    expect(html.ut).toContain('<html lang="sv">')
    expect(html.ut).toContain('Karin Berg')
    expect(html.ut).not.toMatch(/Elsa|Åke|2026-0014/u)

    const pdf = await hamta('--format', 'pdf', '--ut', fil('r.pdf'))
    expect(pdf).toMatchObject({ kod: 0, ut: '', fel: '' })
    expect(readFileSync(fil('r.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(bas).filter((namn) => namn.startsWith('.lotsen-'))).toEqual([])
  })

  it('lets an ombud read the redovisning', async () => {
    expect((await korCli(['redovisning', '--data', data, '--anvandare', 'anna', '--ar', '2026'], { losenord: LOSENORD.anna })).kod).toBe(0)
  })

  it('makes a backup that is verified, checked by password and by nyckelblad, and restored', async () => {
    const kopia = await somChef('sakerhetskopia', '--data', data, '--anvandare', 'chef', '--till', fil('kopia.lotsen'), '--json')
    expect(kopia).toMatchObject({ kod: 0, fel: '' })
    expect(json(kopia)).toMatchObject({ fil: fil('kopia.lotsen'), byte: readFileSync(fil('kopia.lotsen')).length, arenden: 2, kontrollerad: true })
    expect(nekat(await somChef('sakerhetskopia', '--data', data, '--anvandare', 'chef', '--till', fil('kopia.lotsen'), '--json'))).toContain('finns redan')

    for (const svar of [
      await korCli(['kontrollera', '--fil', fil('kopia.lotsen'), '--anvandare', 'anna', '--json'], { losenord: LOSENORD.anna }),
      await korCli(['kontrollera', '--fil', fil('kopia.lotsen'), '--json'], { nyckel }),
      await korCli(['kontrollera', '--data', data, '--json'], { nyckel }),
      await somChef('kontrollera', '--data', data, '--anvandare', 'chef', '--json'),
    ]) {
      expect(svar).toMatchObject({ kod: 0, fel: '' })
      expect(json(svar)).toMatchObject({ hel: true, arenden: 2, uppdrag: 3, kontakter: 5 })
    }

    const skadad = readFileSync(fil('kopia.lotsen'))
    skadad.writeUInt8(skadad.readUInt8(20_000) ^ 1, 20_000)
    writeFileSync(fil('skadad.lotsen'), skadad)
    nekat(await korCli(['kontrollera', '--fil', fil('skadad.lotsen'), '--json'], { nyckel }))

    expect(await korCli(['aterstall', '--fil', fil('kopia.lotsen'), '--data', fil('annan')], { nyckel })).toMatchObject({ kod: 0, fel: '' })
    expect(json(await korCli(['redovisning', '--data', fil('annan'), '--anvandare', 'chef', '--ar', '2026'], { losenord: LOSENORD.chef }))).toEqual(await figurer())
    const igen = await korCli(['aterstall', '--fil', fil('kopia.lotsen'), '--data', fil('annan'), '--anvandare', 'chef', '--json'], { losenord: LOSENORD.chef })
    expect(igen.kod).toBe(0)
    expect(readdirSync(String(json(igen)['undanlagd']))).toContain('office.db')
  })
})

describe('exempel', () => {
  it('makes the same office of the same seed, and prints its logins', async () => {
    const skapa = async (namn: string, fro: string) => {
      const svar = await korCli(['exempel', '--data', fil(namn), '--storlek', 'liten', '--fro', fro, '--json'])
      expect(svar).toMatchObject({ kod: 0, fel: '' })
      const { anvandare } = JSON.parse(svar.ut) as { anvandare: { anvandarnamn: string; losenord: string; roller: string[] }[] }
      const chef = anvandare.find(({ roller }) => roller.includes('enhetschef'))
      const ar = String(new Date().getFullYear() - 1)
      return json(await korCli(['redovisning', '--data', fil(namn), '--anvandare', chef?.anvandarnamn ?? '', '--ar', ar], { losenord: chef?.losenord ?? '' }))
    }
    const [en, samma, annan] = [await skapa('ex1', '7'), await skapa('ex2', '7'), await skapa('ex3', '8')]
    expect(samma).toEqual(en)
    expect(annan).not.toEqual(en)
    expect(en).toMatchObject({ klienter: { stod: expect.any(Number) } })
  })
})

describe('kor', () => {
  it('prints the address, answers on it, and ends when told to', async () => {
    const program = startaCli(['kor', '--data', data], { losenord: LOSENORD.chef })
    try {
      const adress = await program.rad(/http:\/\/127\.0\.0\.1:\d+\S*/u)
      // As a browser does from its address field.
      const status = await new Promise((klar, avbrutet) => get(adress, { headers: { 'Sec-Fetch-Site': 'none' } }, (svar) => klar(svar.resume().statusCode)).once('error', avbrutet))
      expect(status).toBe(200)
      program.barn.kill('SIGTERM')
      expect(await program.slut).toBe(0)
    } finally {
      program.barn.kill('SIGKILL')
    }
  })
})

describe('refusals, each with its own sentence', () => {
  const importera = (...till: string[]) => ['importera', '--data', data, '--anvandare', 'chef', '--json', ...till]
  it.each<[string, () => Promise<Korning>, string]>([
    ['a wrong password', () => korCli(importera('--fil', fil('register.csv')), { losenord: 'inte-ratt-losenord' }), 'ösenord'],
    ['no password and no terminal', () => korCli(importera('--fil', fil('register.csv'))), 'LOTSEN_LOSENORD'],
    ['no key and no terminal', () => korCli(['kontrollera', '--data', data]), 'LOTSEN_NYCKEL'],
    ['a wrong key', () => korCli(['kontrollera', '--data', data], { nyckel: nyckel.replace(/.$/u, (t) => (t === 'Q' ? 'P' : 'Q')) }), 'yckel'],
    ['a register that does not exist', () => somChef(...importera('--fil', fil('finns-inte.csv'))), 'Registret finns inte'],
    ['a folder as register', () => somChef(...importera('--fil', bas)), 'mapp'],
    ['a folder without an office', () => somChef('redovisning', '--data', bas, '--anvandare', 'chef', '--ar', '2026'), 'inget kontor'],
    ['a folder that does not exist', () => somChef('sakerhetskopia', '--data', fil('ingen'), '--anvandare', 'chef', '--till', fil('y')), 'inget kontor'],
    ['an ombud who imports', () => korCli(['importera', '--data', data, '--anvandare', 'anna', '--fil', fil('register.csv')], { losenord: LOSENORD.anna }), 'roll'],
    ['a kommun outside the unit', () => somChef('redovisning', '--data', data, '--anvandare', 'chef', '--ar', '2026', '--kommun', '0114'), 'hörde inte till enheten'],
    ['a backup that does not exist', () => korCli(['kontrollera', '--fil', fil('ingen.lotsen')], { nyckel }), 'finns inte'],
    ['a backup that is none', () => korCli(['aterstall', '--fil', fil('register.csv'), '--data', fil('ny')], { nyckel }), 'inte en säkerhetskopia'],
    ['an output folder that does not exist', () => somChef('redovisning', '--data', data, '--anvandare', 'chef', '--ar', '2026', '--ut', fil('ingen/r.json')), 'Mappen för filen finns inte'],
    ['a backup folder that does not exist', () => somChef('sakerhetskopia', '--data', data, '--anvandare', 'chef', '--till', fil('ingen/k.lotsen')), 'finns inte'],
  ])('%s', async (_, kor, del) => {
    expect(nekat(await kor())).toContain(del)
  })
})
