import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anvandare, arenden, sigill } from '../../db/schema/index.ts'
import { drizzleFor } from '../../db/store/db.ts'
import { AgeIdentitet } from '../../db/vault/age.ts'
import { ATERHAMTNING_ID } from '../../db/vault/certifikat.ts'
import { medSkrivlas, stangDatabas } from '../../db/vault/databas.ts'
import { oppna, type Radplats } from '../../db/vault/forsegling.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { lasUpp, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { LOSENORD, resultat, Testkontor, type Testperson } from './testkontor.ts'

const NAMN = 'Xerxes Hemligsson'
const REGISTER = `arendenummer;kommun;ombud;kontaktdatum;startdatum;namn;telefon
2026-0001;Mora;anna;2026-02-01;2026-02-03;${NAMN};070-1740611
2026-0002;Orsa;per;2026-02-01;2026-02-03;Ylva Dolddotter;070-1740612
`

/** What somebody with a user's password has in hand outside the program: identity, database key, every row. */
async function utanforProgrammet(prov: Testkontor, vem: Testperson) {
  const inloggning = await lasUpp(await lasValv(prov.mapp), { anvandarnamn: vem, losenord: LOSENORD[vem] })
  const { db: handtag } = await oppnaKontorsdatabas(prov.mapp, inloggning.dbNycklar)
  const db = drizzleFor(handtag)
  return {
    db, handtag, age: inloggning.hemlighet.age,
    arende: (nummer: string) => db.select().from(arenden).where(eq(arenden.nummer, nummer)).get()!,
    sigill: (arendeId: string) => db.select().from(sigill).where(eq(sigill.arendeId, arendeId)).all(),
    slut: () => stangDatabas(handtag),
  }
}

/** Every 32-byte tail of every seal of a case that an identity can open: candidate keys. */
async function nycklarFor(age: AgeIdentitet, rader: { age: Buffer }[]): Promise<Buffer[]> {
  const provade = await Promise.allSettled(rader.map((rad) => age.oppna(rad.age)))
  return provade.flatMap((p) => (p.status === 'fulfilled' ? [Buffer.from(p.value.subarray(-32))] : []))
}

function forsok(nyckel: Buffer, kontor: string, rad: typeof arenden.$inferSelect): string | null {
  // The holder's own book-keeping is not trusted: every generation is tried.
  for (let generation = 1; generation <= rad.generation; generation++) {
    const plats: Radplats = { kontor, arende: rad.id, tabell: 'arenden', rad: rad.id, generation, radversion: rad.version }
    try {
      return (oppna(nyckel, plats, rad.forseglat!).varde as { namn: string }).namn
    } catch { /* the next */ }
  }
  return null
}

function filerUnder(mapp: string): string[] {
  return readdirSync(mapp, { recursive: true, encoding: 'utf8' }).map((namn) => join(mapp, namn)).filter((fil) => statSync(fil, { throwIfNoEntry: false })?.isFile())
}

describe('what the bytes give away', () => {
  let prov: Testkontor
  let kontor: string
  let gammalNyckel: Buffer

  beforeAll(async () => {
    prov = await Testkontor.nytt()
    kontor = (await lasValv(prov.mapp)).kontor
    const adm = await prov.inloggad('adm')
    const { id } = await adm.api.importera.las({ fil: new File([REGISTER], 'r.csv') })
    expect((await resultat(await adm.api.importera.kor({ id, strikt: true }))).fel).toEqual([])
    adm.las()
    // An importer who kept the key that was made at the import: here taken with the nyckelblad, which has the same one.
    const chef = await utanforProgrammet(prov, 'chef')
    const blad = await lasNyckelblad(prov.nyckel)
    const rad = chef.arende('2026-0001')
    gammalNyckel = (await nycklarFor(blad.age, chef.sigill(rad.id)))[0]!
    expect(forsok(gammalNyckel, kontor, rad)).toBe(NAMN)
    chef.slut()
  })
  afterAll(() => prov.slut())

  it('before its ombud has opened it: only that ombud and the nyckelblad have a seal', async () => {
    for (const vem of ['chef', 'adm', 'per', 'anna'] as const) {
      const hon = await utanforProgrammet(prov, vem)
      const rad = hon.arende('2026-0001')
      expect([vem, (await nycklarFor(hon.age, hon.sigill(rad.id))).length]).toEqual([vem, vem === 'anna' ? 1 : 0])
      hon.slut()
    }
  })

  it('once its ombud has opened it: database key, chief, importer and the key of the import read nothing', async () => {
    const anna = await prov.inloggad('anna')
    expect(await anna.api.arenden.mina()).toMatchObject([{ namn: NAMN }])
    anna.las()

    for (const vem of ['chef', 'adm', 'per'] as const) {
      const hon = await utanforProgrammet(prov, vem)
      const rad = hon.arende('2026-0001')
      expect(rad.generation).toBe(2)
      const nycklar = [...await nycklarFor(hon.age, hon.sigill(rad.id)), gammalNyckel]
      expect(nycklar.map((nyckel) => forsok(nyckel, kontor, rad))).toEqual([null])
      // Nor is anything readable left in the pages themselves.
      expect(hon.handtag.serialize().includes(NAMN)).toBe(false)
      hon.slut()
    }
    const anna2 = await utanforProgrammet(prov, 'anna')
    const rad = anna2.arende('2026-0001')
    const [nyckel] = await nycklarFor(anna2.age, anna2.sigill(rad.id))
    expect(forsok(nyckel!, kontor, rad)).toBe(NAMN)
    anna2.slut()
  })

  it('neither data folder, backup, side files nor temp folder hold a readable word or a SQLite header', async () => {
    const chef = await prov.inloggad('chef')
    const fil = prov.bredvid('kopia.lotsen')
    await resultat(await chef.api.sakerhetskopior.exportera({ fil }))
    const egna = readdirSync(tmpdir()).filter((namn) => namn.startsWith('lotsen-k')) // the program's own, not another test's office
    for (const en of [...filerUnder(prov.mapp), ...filerUnder(prov.bredvid('konto')), fil, ...egna.flatMap((namn) => filerUnder(join(tmpdir(), namn)))]) {
      const bytes = readFileSync(en)
      for (const ord of ['Xerxes', 'Hemligsson', 'Ylva', '070-1740611', 'SQLite format 3', 'Provdalen', 'Karin Berg', '2026-0001']) {
        expect([en, ord, bytes.includes(ord)]).toEqual([en, ord, false])
      }
    }
    chef.las()
  })

  it.skipIf(spawnSync('age', ['--version']).error !== undefined)('Debian’s age opens the seal to the nyckelblad with the printed key', async () => {
    const chef = await utanforProgrammet(prov, 'chef')
    const rad = chef.sigill(chef.arende('2026-0001').id).find((s) => s.mottagareId === ATERHAMTNING_ID)!
    const [identitet, fil] = [prov.bredvid('identitet.txt'), prov.bredvid('sigill.age')]
    writeFileSync(identitet, `${prov.nyckel}\n`)
    writeFileSync(fil, rad.age)
    const klar = execFileSync('age', ['-d', '-i', identitet, fil])
    expect(forsok(Buffer.from(klar.subarray(-32)), kontor, chef.arende('2026-0001'))).toBe(NAMN)
    chef.slut()
  })

  it('a public key swapped in the database is refused: nothing is sealed to it', async () => {
    const adm = await prov.inloggad('adm')
    const tjuv = await AgeIdentitet.ny()
    const { handtag, db } = adm.start.kontor.inloggad
    const ratt = db.select().from(anvandare).where(eq(anvandare.anvandarnamn, 'per')).get()!
    await medSkrivlas(handtag, () => { db.update(anvandare).set({ ageMottagare: tjuv.mottagare }).where(eq(anvandare.id, ratt.id)).run() })
    const { id } = await adm.api.importera.las({ fil: new File([REGISTER.replaceAll('2026-000', '2026-100')], 'r.csv') })
    await expect(resultat(await adm.api.importera.kor({ id, strikt: true }))).rejects.toMatchObject({ data: { kod: 'ej_certifierad' } })
    expect(db.select().from(arenden).all()).toHaveLength(2)
    // Roles written into the row by hand are nobody's roles either.
    await medSkrivlas(handtag, () => { db.update(anvandare).set({ ageMottagare: ratt.ageMottagare, roller: ['ombud', 'administrator'] }).where(eq(anvandare.id, ratt.id)).run() })
    const per = prov.oppna()
    await expect(per.api.session.loggaIn({ anvandarnamn: 'per', losenord: LOSENORD.per })).rejects.toMatchObject({ data: { kod: 'ej_certifierad' } })
    await medSkrivlas(handtag, () => { db.update(anvandare).set({ roller: ['ombud'] }).where(eq(anvandare.id, ratt.id)).run() })
    adm.las()
  })

  it('entries of vault.json that have changed place, or secrets put in by hand, open nothing', async () => {
    const fil = join(prov.mapp, 'vault.json')
    const ratt = readFileSync(fil, 'utf8')
    const valv = JSON.parse(ratt) as { anvandare: { anvandarnamn: string; hemlighet: string; kdf: unknown; nycklar: string[] }[] }
    const [chef, anna] = ['chef', 'anna'].map((namn) => valv.anvandare.find((a) => a.anvandarnamn === namn)!) as [typeof valv.anvandare[0], typeof valv.anvandare[0]]
    Object.assign(anna, { hemlighet: chef.hemlighet, kdf: chef.kdf, nycklar: chef.nycklar })
    writeFileSync(fil, JSON.stringify({ ...valv, summa: undefined })) // whoever does this leaves the sum out
    const session = prov.oppna()
    await expect(session.api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.chef })).rejects.toMatchObject({ data: { kod: 'fel_losenord' } })
    writeFileSync(fil, ratt)
  })
})
