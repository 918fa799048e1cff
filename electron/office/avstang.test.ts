import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { Testkontor, type Testperson, type Testsession } from './testkontor.ts'

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

const kontakt = {
  datum: '2026-11-20', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'uppgift_saknas', orsaker: [], utfall: 'i_ko', kodatum: '2026-11-20',
  kolamnad: null, hanvisadTill: null, hanvisningUppfoljd: null,
}
const kod = (lova: Promise<unknown>) => lova.then(() => 'ja', (fel: { data?: { kod: string } }) => fel.data?.kod ?? String(fel))
const idFor = async (session: Testsession, vem: Testperson) => (await session.api.anvandare.lista()).find((rad) => rad.anvandarnamn === vem)!.id
/** As somebody with the database key and another program. */
const utifran = ({ start: { kontor: { inloggad: { handtag } } } }: Testsession, sats: string) => medSkrivlas(handtag, () => handtag.exec(sats))

/** Calls of every kind: what writes, what opens, and what only reads and is no row in the log. */
const ANROP: [string, (s: Testsession) => Promise<unknown>][] = [
  ['opens the queue', (s) => s.api.kontakter.ko()],
  ['opens its clients', (s) => s.api.arenden.mina()],
  ['lists contacts', (s) => s.api.kontakter.lista({ fran: '2026-01-01', till: '2026-12-31' })],
  ['writes a contact', (s) => s.api.kontakter.ny({ ...kontakt, utfall: 'radgivning', kodatum: null, person: null })],
  ['keeps a draft', (s) => s.api.utkast.spara({ plats: 'kontakt', varde: { namn: 'Hemlig Persson' } })],
  ['reads the users', (s) => s.api.anvandare.lista()],
  ['reads the office', (s) => s.api.enhet.hamta()],
  ['asks who it is', (s) => s.api.session.jag()],
  ['changes its password', (s) => s.api.session.bytLosenord({ nuvarande: 'x'.repeat(14), nytt: 'y'.repeat(14) })],
]

describe('a user who is disabled while logged in', () => {
  it.each(ANROP)('is locked at the next call: %s', async (_, gor) => {
    const per = await prov.inloggad('per')
    const adm = await prov.inloggad('adm')
    await per.api.kontakter.ny({ ...kontakt, person: { namn: 'Hemlig Persson', telefon: '' } })
    await adm.api.anvandare.stangAv({ id: await idFor(adm, 'per') })
    expect(await kod(gor(per))).toBe('avstangd')
    await expect.poll(() => per.start.kontor.inloggadFinns, { timeout: 20_000 }).toBe(false)
    expect(await kod(per.api.enhet.hamta())).toBe('inte_inloggad')
  })

  it('is locked also when somebody has opened the row again by hand, and nobody who is in seals anything to them', async () => {
    const [per, anna, adm] = [await prov.inloggad('per'), await prov.inloggad('anna'), await prov.inloggad('adm')]
    const id = await idFor(adm, 'per')
    await adm.api.anvandare.stangAv({ id })
    await utifran(adm, `UPDATE anvandare SET avstangd = NULL WHERE id = '${id}'`)
    await anna.api.kontakter.ny({ ...kontakt, person: { namn: 'Hemlig Persson', telefon: '' } })
    const till = () => anna.start.kontor.inloggad.db.query.kosigill.findMany().sync().map((rad) => rad.mottagareId)
    expect(till()).toContain(anna.start.kontor.inloggad.id)
    expect(till()).not.toContain(id)
    const { nummer } = await anna.api.arenden.nytt({ klient: { namn: 'A', telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null, uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [] } })
    expect(await kod(anna.api.overlamningar.laggTillMedombud({ nummer, till: id }))).not.toBe('ja')
    expect(await kod(per.api.enhet.hamta())).toBe('avstangd')
  })

  it('stays in when the row that says so is one that nobody has signed', async () => {
    const [per, adm] = [await prov.inloggad('per'), await prov.inloggad('adm')]
    const id = await idFor(adm, 'per')
    await utifran(adm, `INSERT INTO logg SELECT nr + 1, tid, anvandare, 'anvandare.avstangd', '${id}', NULL, hash, zeroblob(32), zeroblob(64) FROM logg ORDER BY nr DESC LIMIT 1`)
    expect(await kod(per.api.enhet.hamta())).toBe('ja')
  })
})

describe('a user whose roles or identity are changed while logged in', () => {
  it('is locked at the next call, whatever it is', async () => {
    const [anna, adm] = [await prov.inloggad('anna'), await prov.inloggad('adm')]
    const rad = (await adm.api.anvandare.lista()).find((en) => en.anvandarnamn === 'anna')!
    await adm.api.anvandare.andra({ id: rad.id, version: rad.version, namn: rad.namn, roller: ['enhetschef'], nyckel: prov.nyckel })
    expect(await kod(anna.api.statistik.hamta({ ar: 2026 }))).toBe('behorighet_andrad')
    await expect.poll(() => anna.start.kontor.inloggadFinns, { timeout: 20_000 }).toBe(false)

    const per = await prov.inloggad('per')
    await adm.api.anvandare.nyIdentitet({ id: await idFor(adm, 'per'), losenord: 'tillfalligt-ord-för-dagen', nyckel: prov.nyckel })
    expect(await kod(per.api.utkast.spara({ plats: 'kontakt', varde: { namn: 'x' } }))).toBe('behorighet_andrad')
    await expect.poll(() => per.start.kontor.inloggadFinns, { timeout: 20_000 }).toBe(false)
  })

  it('keeps what is half typed when only the name or the roles are others', async () => {
    const [anna, adm] = [await prov.inloggad('anna'), await prov.inloggad('adm')]
    const rad = (await adm.api.anvandare.lista()).find((en) => en.anvandarnamn === 'anna')!
    await adm.api.anvandare.andra({ id: rad.id, version: rad.version, namn: 'Anna Ek', roller: ['ombud'], nyckel: prov.nyckel })
    expect(await kod(anna.api.utkast.spara({ plats: 'kontakt', varde: { namn: 'halvskrivet' } }))).toBe('ja')
    await expect.poll(() => anna.start.kontor.inloggadFinns, { timeout: 20_000 }).toBe(false)
    const igen = await prov.inloggad('anna')
    expect(JSON.stringify(await igen.api.utkast.hamta({ plats: 'kontakt' }))).toContain('halvskrivet')
  })

  it('has the newest certificate of the others held fast: an older row laid back by hand is not sealed to', async () => {
    const [anna, adm] = [await prov.inloggad('anna'), await prov.inloggad('adm')]
    const id = await idFor(adm, 'per')
    const { signeringsnyckel, ageMottagare, certifikat } = adm.start.kontor.inloggad.db.query.anvandare.findFirst({ where: (a, o) => o.eq(a.id, id) }).sync()!
    await adm.api.anvandare.nyIdentitet({ id, losenord: 'tillfalligt-ord-för-dagen', nyckel: prov.nyckel })
    await anna.api.enhet.hamta()
    await utifran(adm, `UPDATE anvandare SET generation = 1, signeringsnyckel = '${signeringsnyckel}', age_mottagare = '${ageMottagare}', certifikat = '${certifikat}' WHERE id = '${id}'`)
    await anna.api.kontakter.ny({ ...kontakt, person: { namn: 'Hemlig Persson', telefon: '' } })
    expect(anna.start.kontor.inloggad.db.query.kosigill.findMany().sync().map((rad) => rad.mottagareId)).not.toContain(id)
  })
})
