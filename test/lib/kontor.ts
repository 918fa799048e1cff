import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { KOLUMNER } from '../../db/model/importera/kolumner.ts'
import type { Rad } from '../fixtures/register.ts'
import { korCli } from './cli.ts'

/** Who works in the test's office, each with one role, and the password that is the person's own. */
export const FOLK = {
  anna: { namn: 'Anna Lind', roller: ['ombud'], losenord: 'linden-vid-an-41' },
  per: { namn: 'Per Nyström', roller: ['ombud'], losenord: 'fyra-skidor-i-hallen' },
  chef: { namn: 'Karin Berg', roller: ['enhetschef'], losenord: 'tre-rapsfalt-i-juni' },
  adm: { namn: 'Alva Kansli', roller: ['administrator'], losenord: 'kopiatorn-pa-plan-tva' },
} as const
export type Person = keyof typeof FOLK

/** The clients of the register: no title, storage, paper or wrong person's page may ever hold one of these. */
export const KLIENTNAMN = ['Elsa Ekström', 'Åke Öberg', 'Nadja Petrović', 'Gunnar Sköld', 'Mirja Hakala', 'Tor Wikander'] as const

const OMBUD = ['anna', 'anna', 'anna', 'anna', 'per', 'per'] as const
const KOMMUNER = ['Mora', 'Mora', 'Orsa', 'Älvdalen', 'Mora', 'Orsa'] as const
const KON = ['Kvinna', 'Man', 'Kvinna', 'Man', 'Kvinna', 'Man'] as const

/** The year that the register tells of: the last whole one, so that no day in it lies ahead. */
export const AR = new Date().getFullYear() - 1

/** Six clients: two since the year before, four who came in the year, two of whom ended; and four requests that led to no uppdrag. */
export const REGISTER: readonly Rad[] = [
  ...KLIENTNAMN.map((namn, i): Rad => {
    const fjol = i % 3 === 0
    const avslutat = i % 3 === 2
    return {
      arendenummer: `${AR}-000${i + 1}`,
      kommun: KOMMUNER[i] ?? '',
      ombud: OMBUD[i] ?? '',
      kon: KON[i] ?? '',
      fodelsear: String(1960 + 5 * i),
      kontaktdatum: fjol ? `${AR - 1}-09-01` : `${AR}-01-12`,
      kontaktvag: 'Telefon',
      initiativtagare: 'Personen själv',
      orsaker: i % 2 === 0 ? 'Ekonomi/skulder' : 'Insatser utan samordning|Bostad/vräkningshot',
      livsomraden: 'Boende',
      startdatum: fjol ? `${AR - 1}-10-01` : `${AR}-02-02`,
      planerat_slut: `${AR}-12-18`,
      slutdatum: avslutat ? `${AR}-09-30` : '',
      avslutsorsak: avslutat ? 'Uppdraget slutfört' : '',
      namn,
      telefon: `070-17406${String(i).padStart(2, '0')}`,
    }
  }),
  ...(['Rådgivning', 'Kvalificerad hänvisning', 'Tackade nej', 'Utanför målgruppen'] as const).map((utfall, i): Rad => ({ kommun: 'Mora', kontaktdatum: `${AR}-0${i + 3}-10`, utfall })),
]

/** The register as a file an office could have. */
export function registerfil(rader: readonly Rad[] = REGISTER): string {
  return [KOLUMNER.join(';'), ...rader.map((rad) => KOLUMNER.map((kolumn) => rad[kolumn] ?? '').join(';'))].join('\r\n')
}

export interface Provkontor {
  /** The data folder. */
  readonly data: string
  /** The recovery key. */
  readonly nyckel: string
  /** A path beside the data folder, gone with the office. */
  readonly bredvid: (namn: string) => string
  readonly bort: () => void
}

/** An empty place for an office of a test's own. The account's own folder lies in the first place of a test file, for all of them. */
export function provplats(): Omit<Provkontor, 'nyckel'> {
  const bas = mkdtempSync(join(tmpdir(), 'lotsen-e2e-'))
  process.env['LOTSEN_KONTOMAPP'] ??= join(bas, 'konto')
  return { data: join(bas, 'kontor'), bredvid: (namn) => join(bas, namn), bort: () => rmSync(bas, { recursive: true, force: true }) }
}

/** A real office with people and a register, made by the command line as an administrator would: once, and copied after that. */
export async function provkontor(): Promise<Provkontor> {
  const plats = provplats()
  const mall = join(process.env['LOTSEN_PROVMALLAR'] ?? plats.bredvid('mall'), 'provkontor')
  if (!existsSync(mall)) await byggMall(mall)
  cpSync(join(mall, 'kontor'), plats.data, { recursive: true })
  return { ...plats, nyckel: readFileSync(join(mall, 'nyckel.txt'), 'utf8') }
}

async function byggMall(mall: string): Promise<void> {
  mkdirSync(dirname(mall), { recursive: true })
  const bygge = mkdtempSync(`${mall}-bygge-`)
  const data = join(bygge, 'kontor')
  const fil = join(bygge, 'kontor.json')
  writeFileSync(
    fil,
    JSON.stringify({
      enhet: { namn: 'Personligt ombud Norra Dalarna', vardkommun: '2062' },
      kommuner: ['2062', '2034', '2039'],
      anvandare: Object.entries(FOLK).map(([anvandarnamn, person]) => ({ anvandarnamn, ...person })),
      anstallningar: [
        { anvandarnamn: 'anna', kommun: '2062', fran: '2019-03-01', till: null, procent: 75, vikarie: false },
        { anvandarnamn: 'per', kommun: '2034', fran: '2021-01-01', till: null, procent: 100, vikarie: false },
      ],
    }),
  )
  const { nyckel } = JSON.parse(await lyckas(['nytt', '--data', data, '--enhet', fil, '--json'])) as { nyckel: string }
  const register = join(bygge, 'register.csv')
  writeFileSync(register, registerfil())
  await lyckas(['importera', '--data', data, '--anvandare', 'adm', '--fil', register, '--json'], 'adm')
  writeFileSync(join(bygge, 'nyckel.txt'), nyckel)
  try {
    renameSync(bygge, mall)
  } catch (fel) {
    if (!existsSync(mall)) throw fel
    rmSync(bygge, { recursive: true }) // another test file was first
  }
}

/** Runs a command as somebody of the office; what it printed. */
export async function lyckas(argument: readonly string[], vem?: Person): Promise<string> {
  return lyckasMed(argument, vem === undefined ? undefined : FOLK[vem].losenord)
}

/** The same with any password. */
export async function lyckasMed(argument: readonly string[], losenord: string | undefined): Promise<string> {
  const { kod, ut, fel } = await korCli(argument, losenord === undefined ? {} : { losenord })
  if (kod !== 0) throw new Error(`${argument[0]}: ${fel}`)
  return ut
}
