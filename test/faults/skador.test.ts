import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KOLUMNER } from '../../db/model/importera/kolumner.ts'
import { oppnaDatabas, stangDatabas, tomWal } from '../../db/vault/databas.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { skapaSakerhetskopia } from '../../db/vault/sakerhetskopia.ts'
import { lasUppMedBlad } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { kontrolleraKontor } from '../../electron/office/kontroll.ts'
import type { Rad } from '../fixtures/register.ts'
import { korCli, type Hemligheter, type Korning } from '../lib/cli.ts'
import { gorOmDisken, kib, medDisk, utanMontering } from './disk.ts'
import { csv, framlingar, importeraText, kopieraKontor, LOSENORD, medInloggad, nyttKontor, provbas, registerrader, resultat } from './kontor.ts'
import { notera } from './siffror.ts'

// What goes wrong in an office, met at the command line as a script meets it: each with its own plain sentence,
// exit code 1, and nothing changed.

const { bas, bort } = provbas('skador')
const mall = join(bas, 'mall')
const kopia = join(bas, 'kopia.lotsen')
const CHEF = { losenord: LOSENORD.chef }
let nyckel: string
let nr = 0

beforeAll(async () => {
  nyckel = await nyttKontor(mall)
  await medInloggad(mall, 'chef', async (api) => {
    await importeraText(api, csv(registerrader(300)))
    await resultat(await api.sakerhetskopior.exportera({ fil: kopia }))
  })
})
afterAll(bort)

const nyttRum = (): string => {
  const rot = join(bas, `r${++nr}`)
  mkdirSync(rot)
  process.env['LOTSEN_KONTOMAPP'] = join(rot, 'konto')
  return rot
}

const oppen = async <T>(dir: string, fn: (db: Awaited<ReturnType<typeof oppnaDatabas>>, dbNyckel: Buffer) => T | Promise<T>): Promise<T> => {
  const blad = await lasNyckelblad(nyckel)
  const [dbNyckel] = await lasUppMedBlad(await lasValv(dir), blad)
  blad.glom()
  if (dbNyckel === undefined) throw new Error('no key')
  const db = await oppnaDatabas(join(dir, 'office.db'), dbNyckel)
  try {
    return await fn(db, dbNyckel)
  } finally {
    stangDatabas(db)
  }
}

/** Changes a few bytes in the middle of a file. */
function vand(fil: string, plats: number, antal = 1): void {
  const bytes = readFileSync(fil)
  for (let i = 0; i < antal; i++) bytes.writeUInt8(bytes.readUInt8(plats + i) ^ 0x5a, plats + i)
  writeFileSync(fil, bytes)
}


const register = (rot: string, rader: readonly Rad[], kolumner: readonly string[] = KOLUMNER): string => {
  const fil = join(rot, 'register.csv')
  writeFileSync(fil, csv(rader, kolumner))
  return fil
}

const importera = (dir: string, fil: string): string[] => ['importera', '--data', dir, '--anvandare', 'chef', '--fil', fil, '--json']
const sakerhetskopia = (dir: string, till: string): string[] => ['sakerhetskopia', '--data', dir, '--anvandare', 'chef', '--till', till, '--json']
const NYA = registerrader(3, 2019)
const AVSLUTAT: Rad = { slutdatum: '2019-10-01', avslutsorsak: 'Flyttat' }

interface Fall {
  vad: string
  /** Damages the copy of the office, or lays out files; says what to run. */
  gor: (val: { rot: string; dir: string }) => [string[], Hemligheter] | Promise<[string[], Hemligheter]>
  del: RegExp
  /** The damage itself can be no whole office: then the files must be byte for byte as the damage left them. */
  trasigt?: boolean
}

const FALL: Fall[] = [
  { vad: 'a wrong password', del: /lösenordet stämmer inte/, gor: ({ rot, dir }) => [importera(dir, register(rot, NYA)), { losenord: 'fel-fras-har-12' }] },
  { vad: 'a missing register', del: /Registret finns inte/, gor: ({ rot, dir }) => [importera(dir, join(rot, 'finns-inte.csv')), CHEF] },
  { vad: 'a missing backup', del: /Säkerhetskopian finns inte/, gor: ({ rot, dir }) => [['aterstall', '--fil', join(rot, 'ingen.lotsen'), '--data', dir], { nyckel }] },
  { vad: 'a missing database', del: /office\.db\) saknas/, trasigt: true, gor: ({ rot, dir }) => (rmSync(join(dir, 'office.db')), [importera(dir, register(rot, NYA)), CHEF]) },
  { vad: 'a missing vault', del: /vault\.json\) saknas/, trasigt: true, gor: ({ rot, dir }) => (rmSync(join(dir, 'vault.json')), [importera(dir, register(rot, NYA)), CHEF]) },
  {
    vad: 'a vault cut short', del: /vault\.json\) är skadad/, trasigt: true,
    gor: ({ rot, dir }) => (truncateSync(join(dir, 'vault.json'), Math.floor(statSync(join(dir, 'vault.json')).size / 2)), [importera(dir, register(rot, NYA)), CHEF]),
  },
  {
    vad: 'a database cut in the middle of a page', del: /avhuggen/, trasigt: true,
    gor: ({ rot, dir }) => (truncateSync(join(dir, 'office.db'), Math.floor(statSync(join(dir, 'office.db')).size / 2) + 100), [importera(dir, register(rot, NYA)), CHEF]),
  },
  { vad: 'a database with its beginning zeroed', del: /databasens början är skadad/, trasigt: true, gor: ({ rot, dir }) => {
    const bytes = readFileSync(join(dir, 'office.db'))
    bytes.fill(0, 0, 4096)
    writeFileSync(join(dir, 'office.db'), bytes)
    return [importera(dir, register(rot, NYA)), CHEF]
  } },
  { vad: 'a database with flipped bytes in its middle', del: /^Databasen är skadad\./, trasigt: true, gor: ({ dir }) => {
    const fil = join(dir, 'office.db')
    for (let sida = 8; sida < statSync(fil).size / 4096; sida += 4) vand(fil, sida * 4096 + 1000, 8)
    return [['kontrollera', '--data', dir, '--anvandare', 'chef'], CHEF]
  } },
  { vad: 'a database from a newer Lotsen', del: /nyare version av Lotsen\. Installera den nyare versionen på/, trasigt: true, gor: async ({ rot, dir }) => {
    await oppen(dir, async (db) => {
      db.pragma('user_version=9999')
      await tomWal(db)
    })
    return [importera(dir, register(rot, NYA)), CHEF]
  } },
  { vad: 'a vault from a newer Lotsen', del: /Valvet är skrivet av en nyare/, trasigt: true, gor: ({ rot, dir }) => {
    const fil = join(dir, 'vault.json')
    writeFileSync(fil, readFileSync(fil, 'utf8').replace('"format": 1', '"format": 2'))
    return [importera(dir, register(rot, NYA)), CHEF]
  } },
  { vad: 'a backup from a newer Lotsen', del: /Säkerhetskopian är gjord av en nyare/, gor: async ({ rot, dir }) => {
    const ny = kopieraKontor(mall, join(rot, 'ny'))
    const fil = join(rot, 'ny.lotsen')
    await oppen(ny, async (db, dbNyckel) => {
      db.pragma('user_version=9999')
      await tomWal(db)
      await skapaSakerhetskopia({ databas: join(ny, 'office.db'), nyckel: dbNyckel, valv: await lasValv(ny), till: fil })
    })
    rmSync(ny, { recursive: true })
    return [['aterstall', '--fil', fil, '--data', dir], { nyckel }]
  } },
  { vad: 'a damaged backup', del: /Säkerhetskopian är skadad/, gor: ({ rot, dir }) => {
    const fil = join(rot, 'skadad.lotsen')
    cpSync(kopia, fil)
    vand(fil, Math.floor(statSync(fil).size / 2))
    return [['aterstall', '--fil', fil, '--data', dir], { nyckel }]
  } },
  { vad: 'an unknown column', del: /Kolumnen ”diagnos” finns inte/, gor: ({ rot, dir }) => [importera(dir, register(rot, NYA, [...KOLUMNER, 'diagnos'])), CHEF] },
  { vad: 'a personnummer in a field', del: /personnummer/, gor: ({ rot, dir }) => [importera(dir, register(rot, [...NYA, { ...NYA[0], arendenummer: '2019-0009', namn: 'Fanny 19750412-1230' }])), CHEF] },
  { vad: 'overlapping uppdrag', del: /överlappar klientens uppdrag på rad/, gor: ({ rot, dir }) => [importera(dir, register(rot, [...NYA.slice(1), { ...NYA[0], ...AVSLUTAT }, { ...NYA[0], ...AVSLUTAT, startdatum: '2019-06-01' }])), CHEF] },
  { vad: 'a restore into a folder of something else', del: /annat än ett kontor/, gor: ({ rot }) => {
    mkdirSync(join(rot, 'bilder'))
    writeFileSync(join(rot, 'bilder', 'semester.jpg'), 'x')
    return [['aterstall', '--fil', kopia, '--data', join(rot, 'bilder')], { nyckel }]
  } },
  { vad: 'a backup to a file that is there', del: /finns redan och skrivs inte över/, gor: ({ rot, dir }) => (writeFileSync(join(rot, 'finns.lotsen'), 'min egen'), [sakerhetskopia(dir, join(rot, 'finns.lotsen')), CHEF]) },
]

/** One plain sentence (or two) on one line, nothing else, and exit code 1. */
function mening({ kod, fel }: Korning, rot: string): string {
  expect({ kod, rader: fel.split('\n').length }, fel).toEqual({ kod: 1, rader: 2 })
  expect(fel).toMatch(/^\p{Lu}[^\n]*\.\n$/u)
  expect(fel).not.toMatch(/Error|undefined|SQLITE|\bat\b .*:\d+|E[A-Z]{4,}|\/out\/|node_modules|Något gick fel/u)
  return fel.trim().replaceAll(rot, '…')
}

const sha = (fil: string): string => createHash('sha256').update(readFileSync(fil)).digest('hex')
const avtryck = (dir: string): Record<string, string> =>
  Object.fromEntries(readdirSync(dir).filter((namn) => /^(office\.db|vault\.json)$/.test(namn)).map((namn) => [namn, sha(join(dir, namn))]))
const antal = async (dir: string) => {
  const { hel, arenden, uppdrag, kontakter, anvandare } = await kontrolleraKontor(dir, { nyckel })
  return { hel, arenden, uppdrag, kontakter, anvandare }
}
const allaFiler = (rot: string): string[] => readdirSync(rot, { recursive: true }).map(String).filter((namn) => !namn.startsWith('konto/') && !/-(wal|shm)$/.test(namn)).sort()

describe('each fault has its own sentence, and changes nothing', () => {
  const meningar = new Map<string, string>()
  afterAll(() => notera({ slag: 'Fel i filer, disk och indata', antal: meningar.size }, 'var och en med sin mening'))

  it.each(FALL)('$vad', async ({ vad, gor, del, trasigt = false }) => {
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    const helt = await antal(dir)
    const [argument, hemligheter] = await gor({ rot, dir })
    const [fore, filer] = [avtryck(dir), allaFiler(rot)]
    const text = mening(await korCli(argument, hemligheter), rot)
    expect(text).toMatch(del)
    const efter = avtryck(dir)
    expect(efter['vault.json']).toBe(fore['vault.json'])
    if (trasigt) expect(efter).toEqual(fore)
    else expect(await antal(dir)).toEqual(helt)
    expect(allaFiler(rot).filter((namn) => !filer.includes(namn) && !/(forsok|logghuvud)\.json$|^konto$/.test(namn))).toEqual([])
    expect([...meningar].filter(([, annan]) => annan === text).map(([annat]) => annat)).toEqual([])
    meningar.set(vad, text)
    rmSync(rot, { recursive: true })
  })

  it.each<[string, (dir: string) => void]>([
    ['not JSON', (dir) => writeFileSync(join(dir, 'vault.json'), 'hej')],
    ['a flipped byte in its syntax', (dir) => vand(join(dir, 'vault.json'), 0)],
    ['a flipped byte in a user\'s secrets', (dir) => vand(join(dir, 'vault.json'), readFileSync(join(dir, 'vault.json'), 'latin1').lastIndexOf('"hemlighet"') + 60, 1)],
    ['a letter changed in a user\'s secrets', (dir) => bytTecken(dir, 'hemlighet')],
    ['a letter changed in a seal', (dir) => bytTecken(dir, 'nycklar')],
  ])('a damaged vault is called damaged: %s', async (_, skada) => {
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    skada(dir)
    const fore = avtryck(dir)
    expect(mening(await korCli(['redovisning', '--data', dir, '--anvandare', 'chef', '--ar', '2025'], CHEF), rot)).toMatch(/Valvfilen \(vault\.json\) är skadad/)
    expect(avtryck(dir)).toEqual(fore)
    expect(existsSync(join(dir, 'fel.log'))).toBe(false)
  })

  it('pages that nothing reads but the backup: no backup of a damaged database', async () => {
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    const fil = join(dir, 'office.db')
    vand(fil, Math.floor(statSync(fil).size / 4096 / 2) * 4096 + 2000, 4)
    expect(mening(await korCli(sakerhetskopia(dir, join(rot, 'k.lotsen')), CHEF), rot)).toMatch(/^Databasen är skadad\./)
    expect(readdirSync(rot).filter((namn) => /lotsen/.test(namn))).toEqual([])
  })

  it('a database cut at a page', async () => {
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    truncateSync(join(dir, 'office.db'), Math.floor(statSync(join(dir, 'office.db')).size / 4096 / 2) * 4096)
    const fore = avtryck(dir)
    expect(mening(await korCli(['kontrollera', '--data', dir, '--anvandare', 'chef'], CHEF), rot)).toMatch(/^Databasen är skadad\.|avhuggen/)
    expect(avtryck(dir)).toEqual(fore)
  })
})

/** Another letter of the same alphabet, so that the file is still what it was in form. */
function bytTecken(dir: string, falt: string): void {
  const fil = join(dir, 'vault.json')
  const text = readFileSync(fil, 'utf8')
  // The chief stands last among the users.
  const plats = text.lastIndexOf(`"${falt}"`, text.indexOf('"aterhamtning"')) + falt.length + 60
  writeFileSync(fil, `${text.slice(0, plats)}${text[plats] === 'A' ? 'B' : 'A'}${text.slice(plats + 1)}`)
}

const root = process.getuid?.() === 0
describe('a full disk', () => {
  it('stops an import, and nothing of it is there', async (ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const rot = nyttRum()
    const fil = register(rot, registerrader(600, 2018))
    await medDisk(join(rot, 'disk'), kib(mall) + 500, async () => {
      const dir = kopieraKontor(mall, join(rot, 'disk', 'kontor'))
      const valv = sha(join(dir, 'vault.json'))
      const text = mening(await korCli(importera(dir, fil), CHEF), rot)
      expect(text).toMatch(/^Disken är full, så ingenting sparades/)
      expect(sha(join(dir, 'vault.json'))).toBe(valv)
      expect(await antal(dir)).toMatchObject({ hel: true, arenden: 300 })
      expect(framlingar(dir)).toEqual([])
    })
  })

  it('stops a backup, and leaves no file', async (ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    // Without room for the snapshot, and without room for the file beside it.
    for (const storlek of [0.5, 1.3]) {
      const disk = join(rot, `disk-${storlek}`)
      await medDisk(disk, Math.round(kib(mall) * storlek), async () => {
        const text = mening(await korCli(sakerhetskopia(dir, join(disk, 'k.lotsen')), CHEF), rot)
        expect(text).toMatch(/^Disken är full, så säkerhetskopian kunde inte skrivas/)
        expect(readdirSync(disk)).toEqual([])
      })
    }
    expect(await antal(dir)).toMatchObject({ hel: true, arenden: 300 })
  })
})

describe('a folder that may only be read', () => {
  const forsok = async (dir: string, rot: string): Promise<void> => {
    const fil = register(rot, NYA)
    const fore = avtryck(dir)
    expect(mening(await korCli(importera(dir, fil), CHEF), rot)).toMatch(/får inte skriva i kontorets mapp/)
    expect(avtryck(dir)).toEqual(fore)
  }

  it('stops an import on a disk that is mounted for reading', async (ctx) => {
    if (utanMontering !== null) return ctx.skip(utanMontering)
    const rot = nyttRum()
    const disk = join(rot, 'disk')
    await medDisk(disk, kib(mall) + 4096, async () => {
      const dir = kopieraKontor(mall, join(disk, 'kontor'))
      gorOmDisken(disk, 'ro')
      await forsok(dir, rot)
      const text = mening(await korCli(sakerhetskopia(kopieraKontor(mall, join(rot, 'kontor')), join(disk, 'k.lotsen')), CHEF), rot)
      expect(text).toMatch(/får inte skriva i mappen, så säkerhetskopian kunde inte skrivas/)
      expect(mening(await korCli(['aterstall', '--fil', kopia, '--data', join(disk, 'nytt')], { nyckel }), rot)).toMatch(/får inte skriva i mappen, så det återställda kontoret/)
    })
  })

  it('stops an import by somebody whose account may not write there', async (ctx) => {
    if (root) return ctx.skip('root får skriva överallt')
    const rot = nyttRum()
    const dir = kopieraKontor(mall, join(rot, 'kontor'))
    for (const namn of readdirSync(dir)) chmodSync(join(dir, namn), 0o444)
    chmodSync(dir, 0o555)
    try {
      await forsok(dir, rot)
    } finally {
      chmodSync(dir, 0o755)
    }
  })
})
