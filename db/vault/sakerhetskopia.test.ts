import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aterstall, slutforAterstallning } from './aterstallning.ts'
import { DATABASNAMN, medSkrivlas, oppnaDatabas, stangDatabas } from './databas.ts'
import { varddator } from './filer.ts'
import { KOPIAFORMAT, kopiamac, type Kopiahuvud } from './kopiaformat.ts'
import { lasHuvud, oppnaKopia } from './kopialasning.ts'
import { lasNyckelblad, skapaNyckelblad } from './nyckelblad.ts'
import { publiceraSomKopia, skapaSakerhetskopia, type Kopia } from './sakerhetskopia.ts'
import { ANNA, BO, felkodAv, loggaIn, provkontor, provmapp, type Provkontor } from './testhjalp.ts'
import { VALVNAMN, lasValv } from './valvfil.ts'
import { bytLosenord } from './valv.ts'

const ut = provmapp()
const nu = '2026-11-22T11:34:00.000Z'
let k: Provkontor
let fil: string
let kopia: Kopia
let nr = 0
const nyttNamn = (): string => join(ut, `kopia-${++nr}.lotsen`)

/** An office with a table of clients and one of notes. */
async function medDatabas(kontor: Provkontor): Promise<void> {
  const db = await oppnaDatabas(join(kontor.dir, DATABASNAMN), kontor.dbNyckel, { skapa: true })
  await medSkrivlas(db, () => {
    db.exec("CREATE TABLE arende (nummer TEXT); CREATE TABLE anteckning (text TEXT); PRAGMA user_version=0; INSERT INTO arende VALUES ('2026-0001'), ('2026-0002'); INSERT INTO anteckning VALUES ('Hemlig anteckning')")
  })
  stangDatabas(db)
}
const gor = async (kontor: Provkontor, till: string, mer = {}): Promise<Kopia> =>
  skapaSakerhetskopia({ databas: join(kontor.dir, DATABASNAMN), nyckel: kontor.dbNyckel, valv: await lasValv(kontor.dir), till, lotsen: '0.1.0', skapad: nu, matt: { arenden: 'SELECT count(*) FROM arende' }, ...mer })
const arenden = async (dir: string, nyckel: Buffer): Promise<unknown> => {
  const db = await oppnaDatabas(join(dir, DATABASNAMN), nyckel)
  try {
    return db.prepare('SELECT nummer FROM arende ORDER BY 1').pluck().all()
  } finally {
    stangDatabas(db)
  }
}

beforeAll(async () => {
  k = await provkontor()
  await medDatabas(k)
  fil = nyttNamn()
  kopia = await gor(k, fil)
})

describe('a backup', () => {
  it('is one verified file, and nothing else is left', () => {
    const bytes = readFileSync(fil)
    expect(kopia).toEqual({ fil, byte: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), matt: { arenden: 2 } })
    expect(readdirSync(ut)).toEqual(['kopia-1.lotsen'])
    expect(bytes.toString('latin1', 0, 8)).toBe('LOTSENSK')
    for (const dolt of ['SQLite format 3', '2026-0001', 'Hemlig', 'Anna', k.dbNyckel]) expect(bytes.includes(dolt)).toBe(false)
  })

  it('shows date, size and version before the password', async () => {
    expect(await lasHuvud(fil)).toEqual({ skapad: nu, lotsen: '0.1.0', schema: 0, byte: statSync(fil).size })
  })

  it('opens with any user\'s password of then, and with the nyckelblad', async () => {
    for (const hallare of [ANNA, BO, { nyckel: k.blad.text() }]) {
      const oppnad = await oppnaKopia(fil, hallare)
      const mapp = provmapp()
      expect(await oppnad.packaUpp(mapp, { arenden: 'SELECT count(*) FROM arende' })).toMatchObject({ matt: { arenden: 2 } })
      expect(readdirSync(mapp).sort()).toEqual([DATABASNAMN, VALVNAMN])
      expect(await arenden(mapp, oppnad.nyckel)).toEqual(['2026-0001', '2026-0002'])
      await oppnad.stang()
      await oppnad.stang()
      expect(oppnad.nyckel.every((b) => b === 0)).toBe(true)
    }
    expect(await felkodAv(oppnaKopia(fil, { ...ANNA, losenord: 'fel lösenord här' }))).toBe('fel_losenord')
    expect(await felkodAv(oppnaKopia(fil, { nyckel: (await skapaNyckelblad()).text() }))).toBe('nyckel_fel')
    expect(await felkodAv(oppnaKopia(fil, { nyckel: 'AGE' }))).toBe('nyckel_fel')
    await lasNyckelblad(k.blad.text())
  })

  it('is never written over another file, not through a link either', async () => {
    expect(await felkodAv(gor(k, fil))).toBe('finns_redan')
    const lank = join(ut, 'lank')
    symlinkSync(join(ut, 'ingenstans'), lank)
    expect(await felkodAv(gor(k, lank))).toBe('finns_redan')
    expect(existsSync(join(ut, 'ingenstans'))).toBe(false)
    expect(await felkodAv(gor(k, join(ut, 'saknas', 'x')))).toBe('mapp_saknas')
    expect(await felkodAv(gor(k, join(ut, 'å'.repeat(200))))).toBe('ogiltigt') // longer in bytes than a file's name may be
    expect(readdirSync(ut).filter((n) => n.startsWith('.'))).toEqual([])
  })

  it('is copied where links fail, exclusively and verified', async () => {
    const till = nyttNamn()
    await publiceraSomKopia(fil, till, kopia.sha256)
    expect(readFileSync(till).equals(readFileSync(fil))).toBe(true)
    expect(await felkodAv(publiceraSomKopia(fil, till, kopia.sha256))).toBe('finns_redan')
    const annan = nyttNamn()
    expect(await felkodAv(publiceraSomKopia(fil, annan, '00'))).toBe('kopia_skadad')
    expect(existsSync(annan)).toBe(false)
  })

  it('can leave tables out, without a trace', async () => {
    const till = nyttNamn()
    await gor(k, till, { rensa: ['DELETE FROM anteckning'] })
    const oppnad = await oppnaKopia(till, { nyckel: k.blad.text() })
    expect((await oppnad.packaUpp(provmapp(), { a: 'SELECT count(*) FROM anteckning', b: 'SELECT count(*) FROM arende', fria: 'SELECT freelist_count FROM pragma_freelist_count' })).matt).toEqual({ a: 0, b: 2, fria: 0 })
    await oppnad.stang()
    expect(await felkodAv(gor(k, nyttNamn(), { nyckel: Buffer.alloc(32) }))).toBe('databas_skadad')
  })

  it('can be made from a handle that is alone, while others write too otherwise', async () => {
    const ensam = await oppnaDatabas(join(k.dir, DATABASNAMN), k.dbNyckel, { ensam: true })
    expect((await gor(k, nyttNamn(), { handtag: ensam })).matt).toEqual({ arenden: 2 })
    stangDatabas(ensam)
    const db = await oppnaDatabas(join(k.dir, DATABASNAMN), k.dbNyckel)
    db.exec('BEGIN IMMEDIATE')
    expect((await gor(k, nyttNamn())).matt).toEqual({ arenden: 2 })
    db.exec('ROLLBACK')
    stangDatabas(db)
  })

  it('clears away what a killed backup left, and only that', async () => {
    const till = nyttNamn()
    await gor(k, till, {
      framsteg: (steg: string, andel: number) => {
        if (steg !== 'kopierar' || andel !== 0) return
        const min = readdirSync(ut).find((n) => n.startsWith('.lotsen-')) ?? ''
        mkdirSync(join(ut, min.replace(/-\d+-/, '-999999999-'))) // no such process
        mkdirSync(join(ut, '.lotsen-00000000-1-annanmaskin'))
      },
    })
    expect(readdirSync(ut).filter((n) => n.startsWith('.lotsen-'))).toHaveLength(2)
    await gor(k, nyttNamn())
    expect(readdirSync(ut).filter((n) => n.startsWith('.lotsen-'))).toEqual(['.lotsen-00000000-1-annanmaskin'])
    utimesSync(join(ut, '.lotsen-00000000-1-annanmaskin'), 1, 1)
    await gor(k, nyttNamn())
    expect(readdirSync(ut).filter((n) => n.startsWith('.lotsen-'))).toEqual([])
  })
})

describe('a damaged backup', () => {
  it('is refused at every flipped byte, before anything is written', async () => {
    const bytes = readFileSync(fil)
    const prov = nyttNamn()
    writeFileSync(prov, bytes)
    const fd = openSync(prov, 'r+')
    const nyckel = k.blad.text()
    const bild = bytes.length - 32 - Number(bytes.readBigUInt64BE(bytes.lastIndexOf('\n}\n') + 3))
    const koder = new Set<string>()
    for (let i = 0; i < bytes.length; i += i < bild || i > bytes.length - 40 ? 1 : 31) {
      writeSync(fd, Buffer.of((bytes[i] ?? 0) ^ (1 << (i % 8))), 0, 1, i)
      koder.add(await felkodAv(oppnaKopia(prov, { nyckel })))
      writeSync(fd, bytes, i, 1, i)
    }
    closeSync(fd)
    for (const kod of koder) expect(['kopia_fel_slag', 'kopia_nyare', 'kopia_skadad', 'nyckel_fel', 'valv_nyare', 'valv_skadat']).toContain(kod)
    expect(koder.has('kopia_skadad')).toBe(true)
    expect(await felkodAv(oppnaKopia(prov, { nyckel }).then((o) => o.stang()))).toBe('inget fel')
  })

  it('is refused when cut, lengthened or another kind of file', async () => {
    const bytes = readFileSync(fil)
    const prov = nyttNamn()
    const kod = async (innehall: Buffer): Promise<string> => {
      writeFileSync(prov, innehall)
      return felkodAv(oppnaKopia(prov, { nyckel: k.blad.text() }))
    }
    for (const n of [0, 7, 8, 13, 14, 50, 150, 2000, bytes.length - 33, bytes.length - 1]) expect(['kopia_skadad', 'kopia_fel_slag']).toContain(await kod(bytes.subarray(0, n)))
    expect(await kod(Buffer.concat([bytes, Buffer.alloc(4096)]))).toBe('kopia_skadad')
    expect(await kod(Buffer.from('PK\u0003\u0004 en zip'))).toBe('kopia_fel_slag')
    const langder = Buffer.from(bytes)
    langder.writeUInt32BE(0xffffffff, 10)
    expect(await kod(langder)).toBe('kopia_skadad')
    expect(await felkodAv(oppnaKopia(ut, ANNA))).toBe('kopia_saknas')
    expect(await felkodAv(lasHuvud(join(ut, 'finns-inte')))).toBe('kopia_saknas')
  })

  it('of a newer version is refused before the password', async () => {
    expect(await felkodAv(oppnaKopia(fil, { ...ANNA, losenord: 'spelar ingen roll' }, { hogstaSchema: -1 }))).toBe('kopia_nyare')
    const bytes = Buffer.from(readFileSync(fil))
    bytes.writeUInt16BE(KOPIAFORMAT + 1, 8)
    const prov = nyttNamn()
    writeFileSync(prov, bytes)
    expect(await felkodAv(lasHuvud(prov))).toBe('kopia_nyare')
  })
})

describe('the log\'s head in the header', () => {
  const HASH = 'ab'.repeat(32)
  let medLogg: string
  beforeAll(async () => {
    const l = await provkontor()
    k2 = l
    const db = await oppnaDatabas(join(l.dir, DATABASNAMN), l.dbNyckel, { skapa: true })
    await medSkrivlas(db, () => {
      db.exec('CREATE TABLE arende (nummer TEXT); CREATE TABLE logg (nr INTEGER PRIMARY KEY, hash BLOB)')
      db.prepare('INSERT INTO logg VALUES (1, ?), (2, ?)').run(Buffer.alloc(32), Buffer.from(HASH, 'hex'))
    })
    stangDatabas(db)
    medLogg = nyttNamn()
    await gor(l, medLogg)
  })
  let k2: Provkontor

  /** The file with another header, under a HMAC that holds: what only somebody with the database key can make. */
  function medHuvud(andra: (huvud: Kopiahuvud) => object, format = KOPIAFORMAT): string {
    const bytes = readFileSync(medLogg)
    const langd = bytes.readUInt32BE(10)
    const huvud = Buffer.from(JSON.stringify(andra(JSON.parse(bytes.toString('utf8', 14, 14 + langd)) as Kopiahuvud)))
    const borjan = Buffer.alloc(14)
    bytes.copy(borjan, 0, 0, 14)
    borjan.writeUInt16BE(format, 8)
    borjan.writeUInt32BE(huvud.length, 10)
    const kropp = Buffer.concat([borjan, huvud, bytes.subarray(14 + langd, -32)])
    const till = nyttNamn()
    writeFileSync(till, Buffer.concat([kropp, kopiamac(k2.dbNyckel).update(kropp).digest()]))
    return till
  }
  const packaUpp = async (kopia: string): Promise<string> => {
    const oppnad = await oppnaKopia(kopia, { nyckel: k2.blad.text() })
    return felkodAv(oppnad.packaUpp(provmapp()).finally(() => oppnad.stang()))
  }

  it('is the newest row of the snapshot, also where tables are left out and from a handle that is alone', async () => {
    const ensam = await oppnaDatabas(join(k2.dir, DATABASNAMN), k2.dbNyckel, { ensam: true })
    const [utan, avEnsam] = [nyttNamn(), nyttNamn()]
    await gor(k2, avEnsam, { handtag: ensam })
    stangDatabas(ensam)
    await gor(k2, utan, { rensa: ['DELETE FROM arende'] })
    for (const kopia of [medLogg, utan, avEnsam]) {
      const oppnad = await oppnaKopia(kopia, { nyckel: k2.blad.text() })
      expect(oppnad.huvud.logg).toEqual({ nr: 2, hash: HASH })
      await oppnad.stang()
      expect(await packaUpp(kopia)).toBe('inget fel')
    }
  })

  it('is held against the log that is unpacked: another number or hash is refused', async () => {
    expect(await packaUpp(medHuvud((huvud) => huvud))).toBe('inget fel')
    expect(await packaUpp(medHuvud((huvud) => ({ ...huvud, logg: { nr: 3, hash: HASH } })))).toBe('kopia_logg')
    expect(await packaUpp(medHuvud((huvud) => ({ ...huvud, logg: { nr: 2, hash: '00'.repeat(32) } })))).toBe('kopia_logg')
    const dir = join(provmapp(), 'nytt')
    expect(await felkodAv(aterstall({ fil: medHuvud((huvud) => ({ ...huvud, logg: { nr: 1, hash: HASH } })), hallare: { nyckel: k2.blad.text() }, dir, nu }))).toBe('kopia_logg')
    expect(existsSync(dir)).toBe(false)
    expect(await felkodAv(oppnaKopia(medHuvud((huvud) => ({ ...huvud, logg: { nr: -1, hash: HASH } })), { nyckel: k2.blad.text() }))).toBe('kopia_skadad')
  })

  it('is missing in files of the first format, which still open', async () => {
    expect(await packaUpp(medHuvud(({ logg: _, ...huvud }) => huvud, 1))).toBe('inget fel')
    expect(await felkodAv(lasHuvud(medHuvud((huvud) => huvud, KOPIAFORMAT + 1)))).toBe('kopia_nyare')
  })
})

describe('restoring', () => {
  const hallare = ANNA
  it('fills a missing or an empty folder', async () => {
    const grund = provmapp()
    for (const namn of ['saknas', 'tom']) {
      const dir = join(grund, namn)
      if (namn === 'tom') mkdirSync(dir)
      expect(await aterstall({ fil, hallare, dir, nu })).toEqual({ undanlagd: null })
      expect(readdirSync(dir).sort()).toEqual([DATABASNAMN, VALVNAMN])
      expect(await arenden(dir, k.dbNyckel)).toEqual(['2026-0001', '2026-0002'])
    }
    expect(readdirSync(grund).sort()).toEqual(['saknas', 'tom'])
  })

  it('sets the present office aside, whole, and keeps its backups going', async () => {
    const dir = join(provmapp(), 'kontor')
    mkdirSync(dir)
    const egen = await provkontor(dir, 'ett annat kontor')
    await medDatabas(egen)
    mkdirSync(join(dir, 'backups'))
    const min = join(dir, 'backups', 'igår.lotsen')
    await gor(egen, min)
    const inne = await loggaIn(dir, ANNA)
    await bytLosenord(dir, (fn) => fn(), inne, { gammalt: ANNA.losenord, nytt: 'nio blåa traktorer' })
    const { undanlagd } = await aterstall({ fil: min, hallare, dir, nu })
    expect(undanlagd).toBe(`${dir}-undanlagd-2026-11-22T113400000Z`)
    await loggaIn(dir, ANNA)
    await loggaIn(undanlagd ?? '', { ...ANNA, losenord: 'nio blåa traktorer' })
    expect(await arenden(undanlagd ?? '', egen.dbNyckel)).toHaveLength(2)
    expect(readdirSync(join(dir, 'backups'))).toEqual(['igår.lotsen'])
    // Another office's backup: the set-aside one keeps its own.
    const igen = await aterstall({ fil, hallare, dir, nu })
    expect(igen.undanlagd).toBe(`${undanlagd}-2`)
    expect(readdirSync(igen.undanlagd ?? '').sort()).toEqual(['backups', DATABASNAMN, VALVNAMN].sort())
    expect(readdirSync(dir).sort()).toEqual([DATABASNAMN, VALVNAMN])
  })

  it('leaves everything as it was when it fails', async () => {
    const grund = provmapp()
    const [annat, dir] = [join(grund, 'annat'), join(grund, 'ny')]
    mkdirSync(annat)
    writeFileSync(join(annat, 'brev.txt'), 'x')
    expect(await felkodAv(aterstall({ fil, hallare, dir: annat, nu }))).toBe('mappen_inte_tom')
    expect(await felkodAv(aterstall({ fil, hallare: { ...ANNA, losenord: 'fel lösenord här' }, dir, nu }))).toBe('fel_losenord')
    await expect(aterstall({ fil, hallare, dir, nu, innan: () => Promise.reject(new RangeError('hook')) })).rejects.toThrow(RangeError)
    expect(readdirSync(grund)).toEqual(['annat'])
  })

  it('lets a hook work on the restored office before it takes its place', async () => {
    const dir = join(provmapp(), 'ny')
    await aterstall({
      fil,
      hallare,
      dir,
      nu,
      innan: async (mapp, nyckel) => {
        expect(existsSync(dir)).toBe(false)
        const db = await oppnaDatabas(join(mapp, DATABASNAMN), nyckel)
        await medSkrivlas(db, () => db.exec("DELETE FROM arende WHERE nummer = '2026-0001'"))
        stangDatabas(db)
      },
    })
    expect(await arenden(dir, k.dbNyckel)).toEqual(['2026-0002'])
  })

  it('is completed or undone at start-up, wherever it was killed', async () => {
    const dir = join(provmapp(), 'kontor')
    await aterstall({ fil, hallare, dir, nu })
    const marke = { klar: true, undanlagd: null, sammaKontor: false }
    const bygge = (av: string, pid: number): string => `${av}-aterstalls-${varddator}-${pid}-0a1b2c3d`
    const DOD = 999_999_999
    const ny = bygge(dir, DOD)
    // Between the two renames: completed.
    renameSync(dir, ny)
    writeFileSync(join(ny, 'aterstallning.json'), JSON.stringify(marke))
    await slutforAterstallning(dir)
    expect(readdirSync(dir).sort()).toEqual([DATABASNAMN, VALVNAMN])
    // Before them, ready or not, or with a mark cut off: undone.
    for (const text of [JSON.stringify(marke), JSON.stringify({ ...marke, klar: false }), '{"klar": 1', '']) {
      mkdirSync(ny)
      writeFileSync(join(ny, 'aterstallning.json'), text)
      await slutforAterstallning(dir)
      expect(existsSync(ny)).toBe(false)
      expect(readdirSync(dir).sort()).toEqual([DATABASNAMN, VALVNAMN])
    }
    // Killed while unpacking to a folder that was not there: nothing is there afterwards either.
    const ingen = `${dir}-ingen`
    mkdirSync(bygge(ingen, DOD))
    writeFileSync(join(bygge(ingen, DOD), 'aterstallning.json'), JSON.stringify({ ...marke, klar: false }))
    await slutforAterstallning(ingen)
    expect([existsSync(ingen), existsSync(bygge(ingen, DOD))]).toEqual([false, false])
    // Another process at work, even one that has only just begun: left alone, and a second restore says so.
    const annans = bygge(dir, process.ppid)
    mkdirSync(annans)
    for (const text of [null, JSON.stringify({ ...marke, klar: false }), JSON.stringify(marke)]) {
      if (text !== null) writeFileSync(join(annans, 'aterstallning.json'), text)
      await slutforAterstallning(dir)
      expect(existsSync(annans)).toBe(true)
      expect(await felkodAv(aterstall({ fil, hallare, dir, nu }))).toBe('upptaget')
      expect(readdirSync(dirname(dir)).sort()).toEqual([basename(annans), basename(dir)].sort())
    }
    // Ready for longer than the renames take: its process is gone, whoever has its number now.
    const forr = new Date(Date.now() - 120_000)
    utimesSync(annans, forr, forr)
    renameSync(dir, `${dir}-flyttad`)
    await slutforAterstallning(dir)
    expect([existsSync(annans), existsSync(dir)]).toEqual([false, true])
    renameSync(dir, annans)
    renameSync(`${dir}-flyttad`, dir)
    expect(await arenden(dir, k.dbNyckel)).toHaveLength(2)
  })
})
