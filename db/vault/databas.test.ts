import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Fel } from '../model/fel.ts'
import { kontrolleraSidor, kvarIWal, medSkrivlas, noteraVersion, oppnaDatabas, stangDatabas, tomWal, userVersion, type Databas } from './databas.ts'
import { tolkaDatabasfel } from './databasfel.ts'
import { kopiearbete } from './kopiaarbete.ts'
import { slump } from './krypto.ts'
import { felkodAv, provmapp } from './testhjalp.ts'

const dir = provmapp()
const nyckel = slump(32)
const handtag: Databas[] = []
let nr = 0
const nyFil = (): string => join(dir, `prov-${++nr}.db`)

async function oppna(fil: string, val: Parameters<typeof oppnaDatabas>[2] = {}): Promise<Databas> {
  const db = await oppnaDatabas(fil, nyckel, val)
  handtag.push(db)
  return db
}
async function medKlienter(fil = nyFil(), antal = 200): Promise<string> {
  const db = await oppna(fil, { skapa: true })
  db.exec('CREATE TABLE klient (id INTEGER PRIMARY KEY, namn TEXT)')
  await medSkrivlas(db, () => {
    for (let i = 0; i < antal; i++) db.prepare('INSERT INTO klient (namn) VALUES (?)').run(`Klientnamn Hemligsson ${i}`)
  })
  stangDatabas(db)
  return fil
}
afterEach(() => {
  for (const db of handtag.splice(0)) stangDatabas(db)
})

describe('office.db', () => {
  it('is opened with every setting that holds the promise', async () => {
    const db = await oppna(await medKlienter())
    const las = (namn: string): unknown => db.pragma(namn, { simple: true })
    expect([las('journal_mode'), las('synchronous'), las('foreign_keys'), las('secure_delete'), las('recursive_triggers'), las('temp_store'), las('busy_timeout'), las('trusted_schema'), las('cipher'), las('legacy')]).toEqual(['wal', 2, 1, 1, 1, 2, 0, 0, 'sqlcipher', '4'])
  })

  it('has nothing in plain on disk, in neither file', async () => {
    const fil = nyFil()
    const db = await oppna(fil, { skapa: true })
    db.exec('CREATE TABLE klient (namn TEXT)')
    await medSkrivlas(db, () => db.prepare('INSERT INTO klient VALUES (?)').run('Klientnamn Hemligsson'))
    const filer = [fil, `${fil}-wal`]
    expect(filer.every(existsSync)).toBe(true)
    await tomWal(db)
    stangDatabas(db)
    for (const f of filer.filter(existsSync)) {
      const bytes = readFileSync(f)
      for (const dolt of ['SQLite format 3', 'Hemligsson', 'klient', nyckel]) expect(bytes.includes(dolt)).toBe(false)
    }
    expect(readdirSync(dir).some((n) => n.includes('x\''))).toBe(false)
  })

  it('is the SQLCipher 4 format, byte for byte as docs/sakerhet.md describes it', async () => {
    const sida = readFileSync(await medKlienter()).subarray(0, 4096)
    const salt = sida.subarray(0, 16)
    const macnyckel = pbkdf2Sync(nyckel, salt.map((b) => b ^ 0x3a), 2, 32, 'sha512')
    const iv = sida.subarray(4016, 4032)
    const mac = createHmac('sha512', macnyckel).update(sida.subarray(16, 4032)).update(Buffer.of(1, 0, 0, 0)).digest()
    expect(sida.subarray(4032).equals(mac)).toBe(true)
    const oppnare = createDecipheriv('aes-256-cbc', nyckel, iv).setAutoPadding(false)
    const klartext = Buffer.concat([oppnare.update(sida.subarray(16, 4016)), oppnare.final()])
    expect([klartext.readUInt16BE(0), klartext[4]]).toEqual([4096, 80]) // page size and reserved bytes of SQLite's header
    expect(klartext.includes('CREATE TABLE klient')).toBe(true)
  })

  it('has a sentence for each way of not opening', async () => {
    const fil = await medKlienter()
    const bytes = readFileSync(fil)
    const prov = async (innehall: Buffer | null, val = {}): Promise<string> => {
      const f = nyFil()
      if (innehall !== null) writeFileSync(f, innehall)
      return felkodAv(oppnaDatabas(f, nyckel, val).then(stangDatabas))
    }
    expect(await felkodAv(oppnaDatabas(fil, slump(32)))).toBe('fel_nyckel')
    expect(await prov(null)).toBe('databas_saknas')
    expect(await prov(Buffer.alloc(0))).toBe('databas_skadad')
    expect(await prov(bytes.subarray(0, 5000))).toBe('databas_skadad')
    expect(await prov(bytes.subarray(0, 4096))).toBe('databas_skadad')
    expect(await prov(Buffer.alloc(8192, 1))).toBe('fel_nyckel')
    expect(await felkodAv(oppnaDatabas(join(fil, 'x'), nyckel))).toBe('databas_saknas')
    expect(await felkodAv(oppnaDatabas(fil, nyckel, { skapa: true }))).toBe('finns_redan')
    const db = await oppna(fil)
    db.pragma('user_version=7')
    stangDatabas(db)
    expect(await felkodAv(oppnaDatabas(fil, nyckel, { hogstaVersion: 6 }))).toBe('databas_nyare')
    expect(await felkodAv(oppnaDatabas(fil, nyckel, { hogstaVersion: 7 }).then(stangDatabas))).toBe('inget fel')
    mkdirSync(join(dir, 'mapp.db'))
    expect(['databas_skadad', 'las_bara']).toContain(await felkodAv(oppnaDatabas(join(dir, 'mapp.db'), nyckel)))
  })

  it('mends itself from the WAL after a power cut', async () => {
    const fil = await medKlienter()
    const db = await oppna(fil)
    await medSkrivlas(db, () => db.prepare("UPDATE klient SET namn = 'Ny' || namn").run())
    const efter = nyFil() // the files as a cut leaves them: all in the WAL, the database's last page half written
    writeFileSync(efter, readFileSync(fil).subarray(0, -1000))
    copyFileSync(`${fil}-wal`, `${efter}-wal`)
    const igen = await oppna(efter)
    kontrolleraSidor(igen)
    expect(igen.prepare("SELECT count(*) FROM klient WHERE namn LIKE 'Ny%'").pluck().get()).toBe(200)
  })

  it('finds a flipped byte on any page', async () => {
    const fil = await medKlienter()
    const bytes = readFileSync(fil)
    for (let plats = 3; plats < bytes.length; plats += 331) {
      const skadad = Buffer.from(bytes)
      skadad[plats] = (skadad[plats] ?? 0) ^ 4
      const f = join(dir, 'skadad.db')
      for (const rest of [f, `${f}-wal`, `${f}-shm`]) if (existsSync(rest)) renameSync(rest, join(dir, 'gammal'))
      writeFileSync(f, skadad)
      const kod = await felkodAv(
        oppna(f).then((db) => {
          try {
            kontrolleraSidor(db)
          } finally {
            stangDatabas(db)
          }
        }),
      )
      expect(kod).toBe(plats < 4096 ? 'fel_nyckel' : 'databas_skadad')
    }
  })

  it('translates the driver, and leaves bugs alone', () => {
    const sql = (kod: string): unknown => tolkaDatabasfel(new Database.SqliteError('x', kod))
    const koder = { SQLITE_FULL: 'fullt', SQLITE_IOERR_WRITE: 'diskfel', SQLITE_READONLY_DIRECTORY: 'las_bara', SQLITE_CANTOPEN: 'las_bara', SQLITE_CORRUPT_VTAB: 'databas_skadad', SQLITE_NOTADB: 'databas_skadad', SQLITE_BUSY_SNAPSHOT: 'upptaget', SQLITE_NOMEM: 'minnet_slut' }
    for (const [kod, fel] of Object.entries(koder)) expect(sql(kod)).toMatchObject({ name: 'Fel', kod: fel })
    expect(sql('SQLITE_CONSTRAINT_UNIQUE')).not.toBeInstanceOf(Fel)
    const bugg = new TypeError('bug')
    expect(tolkaDatabasfel(bugg)).toBe(bugg)
  })
})

describe('compacting', () => {
  it('runs in its thread beside an open handle, and what was deleted is gone from the files', async () => {
    const fil = await medKlienter(nyFil(), 5000)
    const db = await oppna(fil)
    const fore = readFileSync(fil).length
    await medSkrivlas(db, () => db.prepare('DELETE FROM klient WHERE id > 10').run())
    await kopiearbete({ slag: 'komprimera', fil }, nyckel)
    await tomWal(db)
    expect(readFileSync(fil).length).toBeLessThan(fore / 10)
    expect(readFileSync(`${fil}-wal`)).toHaveLength(0)
    expect(db.prepare('SELECT count(*) FROM klient').pluck().get()).toBe(10)
  })
})

describe('medSkrivlas', () => {
  it('commits what returns, rolls back what throws, and queues within the process', async () => {
    const db = await oppna(await medKlienter(nyFil(), 0))
    const antal = (): unknown => db.prepare('SELECT count(*) FROM klient').pluck().get()
    const fel = medSkrivlas(db, () => {
      db.exec("INSERT INTO klient (namn) VALUES ('x')")
      throw new RangeError('stop')
    })
    const langsam = medSkrivlas(db, async () => {
      db.exec("INSERT INTO klient (namn) VALUES ('a')")
      await new Promise(setImmediate)
      db.exec("INSERT INTO klient (namn) VALUES ('b')")
      return antal()
    })
    const snabb = medSkrivlas(db, () => antal())
    await expect(fel).rejects.toThrow(RangeError)
    expect([await langsam, await snabb]).toEqual([2, 2])
    expect(db.inTransaction).toBe(false)
  })

  it('refuses to wait for itself', async () => {
    const db = await oppna(await medKlienter(nyFil(), 0))
    await expect(medSkrivlas(db, () => medSkrivlas(db, () => 1))).rejects.toThrow(/inside/)
    expect(await medSkrivlas(db, () => 1)).toBe(1)
  })

  it('waits for another connection off the event loop, and gives up with upptaget', async () => {
    const fil = await medKlienter()
    const [db, annan] = [await oppna(fil, { talamodMs: 500 }), await oppna(fil)]
    annan.exec('BEGIN IMMEDIATE')
    let slag = 0
    const klocka = setInterval(() => {
      if (++slag === 10) annan.exec('COMMIT')
    }, 5)
    expect(await medSkrivlas(db, () => 'inne')).toBe('inne')
    clearInterval(klocka)
    expect(slag).toBeGreaterThanOrEqual(10)
    annan.exec('BEGIN IMMEDIATE')
    expect(await felkodAv(medSkrivlas(db, () => 1))).toBe('upptaget')
    annan.exec('COMMIT')
  })

  it('lets somebody who waits in before those who write again at once', async () => {
    const fil = await medKlienter()
    const [ivrig, annan] = [await oppna(fil), await oppna(fil)]
    let gjorda = 0
    const ivriga = (async () => {
      for (; gjorda < 60; gjorda++) await medSkrivlas(ivrig, () => new Promise(setImmediate))
    })()
    const fick = await medSkrivlas(annan, () => gjorda)
    await ivriga
    expect(fick).toBeLessThan(30)
  })

  it('leaves the WAL to whoever empties it beside the clicks, and empties it itself only when nobody does', async () => {
    const db = await oppna(await medKlienter(nyFil(), 0))
    const skriv = (tusental: number) => medSkrivlas(db, () => void db.prepare('INSERT INTO klient (namn) VALUES (?)').run('x'.repeat(tusental * 1000)))
    await skriv(5000)
    await skriv(1)
    expect(kvarIWal(db)).toBeGreaterThan(1000)
    await kopiearbete({ slag: 'tom wal', fil: db.name }, nyckel)
    expect(kvarIWal(db)).toBe(0)
    expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(10_000)
  })

  it('says starta om after another process migrated or restored', async () => {
    const fil = await medKlienter()
    const [db, annan] = [await oppna(fil), await oppna(fil)]
    annan.pragma('user_version=9')
    expect(await felkodAv(medSkrivlas(db, () => 1))).toBe('starta_om')
    expect(db.inTransaction).toBe(false)
    noteraVersion(db)
    expect(await medSkrivlas(db, () => userVersion(db))).toBe(9)
    stangDatabas(annan)
    const kopia = nyFil()
    copyFileSync(fil, kopia)
    renameSync(kopia, fil)
    expect(await felkodAv(medSkrivlas(db, () => 1))).toBe('starta_om')
  })

  it('keeps other processes out while alone, and is kept out by them', async () => {
    const fil = await medKlienter()
    const db = await oppna(fil, { ensam: true })
    const barn = async (): Promise<string> => {
      const kod = `const D=require('better-sqlite3');const d=new D(process.argv[1],{timeout:0});d.pragma("cipher='sqlcipher'");d.pragma('legacy=4');d.key(Buffer.from("x'"+process.argv[2]+"'"));try{d.prepare('SELECT count(*) FROM klient').get();process.stdout.write('in')}catch(e){process.stdout.write(e.code)}`
      const p = spawn(process.execPath, ['-e', kod, fil, nyckel.toString('hex')])
      let ut = ''
      p.stdout.on('data', (d: Buffer) => (ut += d.toString()))
      await once(p, 'close')
      return ut
    }
    expect(await barn()).toBe('SQLITE_BUSY')
    stangDatabas(db)
    expect(await barn()).toBe('in')
    await oppna(fil)
    expect(await felkodAv(oppnaDatabas(fil, nyckel, { ensam: true, talamodMs: 200 }))).toBe('andra_inne')
  })
})
