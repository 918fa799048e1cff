import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { skrivLogg } from '../../db/store/logg.ts'
import { anvandare, arenden, intyg, kosigill, nyckelbyten, sigill } from '../../db/schema/index.ts'
import { medSkrivlas, oppnaDatabas } from '../../db/vault/databas.ts'
import { forseglaNyckel } from '../../db/vault/sigill.ts'
import { lasUpp } from '../../db/vault/valv.ts'
import { lasValv, valvbytes } from '../../db/vault/valvfil.ts'
import { egenTillverkare, nyckelplats } from './arendenyckel.ts'
import { kontrolleraKontor } from './kontroll.ts'
import { LOSENORD, Testkontor, type Testperson, type Testsession } from './testkontor.ts'

const TILLFALLIGT = 'tillfalligt-ord-för-dagen'
const EGET = 'ett-helt-eget-ord-9'
const fall = (namn: string) => ({
  klient: { namn, telefon: '070-1', kon: 'kvinna', fodelsear: 1970 }, kontaktId: null,
  uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'Ordning på posten', orsaker: [], livsomraden: [], prioritet: null, realistiskt: null, aktorer: [], forstaUppfoljning: null },
})
const iKo = (namn: string) => ({
  datum: '2026-11-20', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'uppgift_saknas', orsaker: [], utfall: 'i_ko', kodatum: '2026-11-20',
  kolamnad: null, hanvisadTill: null, hanvisningUppfoljd: null, person: { namn, telefon: '' },
})

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

const idFor = async (session: Testsession, vem: Testperson) => (await session.api.anvandare.lista()).find((rad) => rad.anvandarnamn === vem)!.id

/** The key material of somebody's vault entry as it is now: what a thief with the password has copied. */
async function kopieraIdentitet(vem: Testperson) {
  const inloggning = await lasUpp(await lasValv(prov.mapp), { anvandarnamn: vem, losenord: LOSENORD[vem] })
  return { age: inloggning.hemlighet.age, dbNycklar: inloggning.dbNycklar.map((nyckel) => Buffer.from(nyckel)) }
}

async function nyIdentitet(som: Testperson, for_: Testperson) {
  const session = await prov.inloggad(som)
  const svar = await session.api.anvandare.nyIdentitet({ id: await idFor(session, for_), losenord: TILLFALLIGT, nyckel: prov.nyckel })
  session.las()
  return svar
}

/** First login with the temporary password, which must be changed. */
async function forstaInloggningen(vem: Testperson): Promise<Testsession> {
  const session = prov.oppna()
  const jag = await session.api.session.loggaIn({ anvandarnamn: vem, losenord: TILLFALLIGT })
  expect(jag.masteBytaLosenord).toBe(true)
  await expect(session.api.anvandare.lista()).rejects.toMatchObject({ data: { kod: 'byt_losenord_forst' } })
  await session.api.session.bytLosenord({ nuvarande: TILLFALLIGT, nytt: EGET })
  return session
}

describe('a forgotten password', () => {
  it('gives the user everything back under a new identity, and the old one opens nothing written after', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer } = await anna.api.arenden.nytt(fall('Hemlig Persson'))
    await anna.api.kontakter.ny(iKo('Kö Karlsson'))
    await anna.api.utkast.spara({ plats: 'kontakt', varde: { a: 1 } })
    anna.las()
    const per = await prov.inloggad('per')
    await per.api.kontakter.ko()
    per.las()
    const tjuven = await kopieraIdentitet('anna')

    expect(await nyIdentitet('chef', 'anna')).toMatchObject({ namn: 'Anna Lind', arenden: 1, ejOppnade: [], utkast: 1 })
    await expect(prov.oppna().api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.anna })).rejects.toMatchObject({ data: { kod: 'fel_losenord' } })

    const ny = await forstaInloggningen('anna')
    expect(await ny.api.arenden.mina()).toMatchObject([{ nummer, namn: 'Hemlig Persson' }])
    expect((await ny.api.kontakter.ko()).map((rad) => rad.namn)).toEqual(['Kö Karlsson'])
    expect(await ny.api.utkast.lista()).toEqual([])
    const { version } = await ny.api.arenden.hamta({ nummer })
    await ny.api.arenden.andraKlient({ nummer, version, namn: 'Hemligare Persson', telefon: '', kon: 'kvinna', fodelsear: 1970 })

    // The old identity has no seal left in the case or the queue, and the old database key opens nothing.
    const { db } = ny.start.kontor.inloggad
    const rader = [...db.select().from(sigill).all(), ...db.select().from(kosigill).all()]
    expect(rader.length).toBeGreaterThan(0)
    for (const rad of rader) await expect(tjuven.age.oppna(rad.age)).rejects.toMatchObject({ kod: 'forsegling_bruten' })
    for (const nyckel of tjuven.dbNycklar) await expect(oppnaDatabas(join(prov.mapp, 'office.db'), nyckel)).rejects.toMatchObject({ kod: 'fel_nyckel' })
    ny.las()
    const igen = await prov.inloggad('per')
    expect((await igen.api.kontakter.ko()).map((rad) => rad.namn)).toEqual(['Kö Karlsson'])
    igen.las()
    expect((await kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel })).hel).toBe(true)
  })

  it('keeps stand-ins and medombud that the user had let in, and those who had let the user in', async () => {
    const anna = await prov.inloggad('anna')
    const idPer = await idFor(anna, 'per')
    const { nummer } = await anna.api.arenden.nytt(fall('Annas Klient'))
    await anna.api.overlamningar.laggTillMedombud({ nummer, till: idPer })
    const idAnna = await idFor(anna, 'anna')
    anna.las()
    const per = await prov.inloggad('per')
    const pers = (await per.api.arenden.nytt(fall('Pers Klient'))).nummer
    await per.api.overlamningar.laggTillMedombud({ nummer: pers, till: idAnna })
    per.las()

    expect(await nyIdentitet('adm', 'anna')).toMatchObject({ arenden: 2, ejOppnade: [] })
    const ny = await forstaInloggningen('anna')
    expect((await ny.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Annas Klient', 'Pers Klient'])
    ny.las()
    const per2 = await prov.inloggad('per')
    expect((await per2.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Annas Klient', 'Pers Klient'])
    // Each case has a key that the former identity never had.
    const { db } = per2.start.kontor.inloggad
    expect(db.select().from(arenden).all().every((rad) => rad.generation >= 2)).toBe(true)
  })

  it('gives nobody the key of a case that was never theirs, whatever rows they have laid there', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer } = await anna.api.arenden.nytt(fall('Hemlig Persson'))
    anna.las()
    const per = await prov.inloggad('per')
    await per.api.arenden.nytt(fall('Pers Klient'))
    const { db, handtag, id, kontor } = per.start.kontor.inloggad
    const plats = nyckelplats(kontor, db.select().from(arenden).where(eq(arenden.nummer, nummer)).get()!.id, 1)
    // A seal in Per's name, well signed by Per himself, of a key that is none; and the case in his name.
    const falskt = await forseglaNyckel(Buffer.alloc(32, 7), plats, per.start.kontor.inloggad.certifierad(id), egenTillverkare(per.start.kontor.inloggad))
    await medSkrivlas(handtag, () => {
      db.insert(sigill).values({ arendeId: plats.id, generation: 1, ...falskt }).run()
      db.update(arenden).set({ ombudId: id }).where(eq(arenden.nummer, nummer)).run()
    })
    per.las()
    expect(await nyIdentitet('chef', 'per')).toMatchObject({ arenden: 1, ejOppnade: [nummer] })
    const { age } = (await lasUpp(await lasValv(prov.mapp), { anvandarnamn: 'per', losenord: TILLFALLIGT })).hemlighet
    const chef = await prov.inloggad('chef')
    const till = chef.start.kontor.inloggad.db.select().from(sigill).where(eq(sigill.arendeId, plats.id)).all().filter((ett) => ett.mottagare === age.mottagare)
    expect(till).toEqual([])
  })

  it('gives back no role that was taken away, though the row of then is laid there', async () => {
    const adm = await prov.inloggad('adm')
    const { db, handtag } = adm.start.kontor.inloggad
    const rad = () => db.select().from(anvandare).where(eq(anvandare.anvandarnamn, 'per')).get()!
    const forut = rad()
    await adm.api.anvandare.andra({ id: forut.id, version: forut.version, namn: 'Per Nyström', roller: ['enhetschef'], nyckel: prov.nyckel })
    await medSkrivlas(handtag, () => {
      db.delete(intyg).run()
      db.update(anvandare).set({ ...forut, version: rad().version }).where(eq(anvandare.id, forut.id)).run()
    })
    adm.las()
    // The sheet alone holds no generations fast.
    await expect(prov.oppna().api.start.nyttLosenord({ anvandarnamn: 'per', losenord: TILLFALLIGT, nyckel: prov.nyckel })).rejects.toMatchObject({ data: { kod: 'ej_certifierad' } })
  })

  it('an old vault.json, or an old row, put back lets nobody in with the old password', async () => {
    const fil = join(prov.mapp, 'vault.json')
    const gammalt = readFileSync(fil)
    const rad = await prov.inloggad('adm').then((adm) => {
      const post = adm.start.kontor.inloggad.db.select().from(anvandare).where(eq(anvandare.anvandarnamn, 'anna')).get()!
      adm.las()
      return post
    })
    await nyIdentitet('chef', 'anna')
    const per = await prov.inloggad('per') // sees and pins the new certificate; alone, so the database key is changed
    per.las()
    const nytt = readFileSync(fil)
    writeFileSync(fil, gammalt)
    await expect(prov.oppna().api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.anna })).rejects.toMatchObject({ data: { kod: 'fel_nyckel' } })
    writeFileSync(fil, nytt)

    const per2 = await prov.inloggad('per')
    const { db, handtag } = per2.start.kontor.inloggad
    await medSkrivlas(handtag, () => { db.update(anvandare).set({ ageMottagare: rad.ageMottagare, signeringsnyckel: rad.signeringsnyckel, generation: 1, certifikat: rad.certifikat }).where(eq(anvandare.id, rad.id)).run() })
    const { nummer } = await per2.api.arenden.nytt(fall('Pers Klient'))
    await expect(per2.api.overlamningar.laggTillMedombud({ nummer, till: rad.id })).rejects.toMatchObject({ data: { kod: 'mottagare_ej_certifierad' } })
    per2.las()
  })

  it('needs this office’s sheet, and a person who looks after users', async () => {
    const chef = await prov.inloggad('chef')
    const id = await idFor(chef, 'anna')
    const annat = await Testkontor.ettAnnat()
    await expect(chef.api.anvandare.nyIdentitet({ id, losenord: TILLFALLIGT, nyckel: annat.nyckel })).rejects.toMatchObject({ data: { kod: 'nyckel_fel', falt: 'nyckel' } })
    await expect(chef.api.anvandare.nyIdentitet({ id, losenord: 'kort', nyckel: prov.nyckel })).rejects.toMatchObject({ data: { kod: 'losenord_svagt', falt: 'losenord' } })
    annat.slut()
  })

  it('is given with the nyckelblad alone when nobody can log in', async () => {
    const svar = await prov.oppna().api.start.nyttLosenord({ anvandarnamn: 'Adm', losenord: TILLFALLIGT, nyckel: prov.nyckel })
    expect(svar.namn).toBe('Alva Kansli')
    await forstaInloggningen('adm')
    await expect(prov.oppna().api.start.nyttLosenord({ anvandarnamn: 'ingen', losenord: TILLFALLIGT, nyckel: prov.nyckel })).rejects.toMatchObject({ data: { kod: 'anvandare_saknas', falt: 'anvandarnamn' } })
  })

  it('puts the former key out of use in the log: what it signs after the change breaks the chain, and what it signed before holds', async () => {
    const tjuv = await lasUpp(await lasValv(prov.mapp), { anvandarnamn: 'anna', losenord: LOSENORD.anna })
    const anna = tjuv.hemlighet.agare.userId
    const hel = () => kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel })
    const iNamnet = async (vem: Testperson, rad: Parameters<typeof skrivLogg>[3], som: { anvandare: string; signera: (hash: Buffer) => Buffer }) => {
      const session = await prov.inloggad(vem)
      const { db, handtag } = session.start.kontor.inloggad
      const { nr } = await medSkrivlas(handtag, () => skrivLogg(db, som, prov.klocka, rad))
      session.las()
      return nr
    }
    ;(await prov.inloggad('anna')).las()
    await nyIdentitet('chef', 'anna')
    ;(await forstaInloggningen('anna')).las()
    expect((await hel()).hel).toBe(true)
    const nr = await iNamnet('per', { handling: 'arende.oppnat', objekt: '2026-0001' }, { anvandare: anna, signera: (hash) => tjuv.hemlighet.signera(hash) })
    await expect(hel()).rejects.toMatchObject({ kod: 'logg_bruten', detalj: { nr } })
    // An ombud's word that she got yet another identity moves nothing.
    const per = await lasUpp(await lasValv(prov.mapp), { anvandarnamn: 'per', losenord: LOSENORD.per })
    await iNamnet('per', { handling: 'anvandare.ny_identitet', objekt: anna }, { anvandare: per.hemlighet.agare.userId, signera: (hash) => per.hemlighet.signera(hash) })
    await expect(hel()).rejects.toMatchObject({ kod: 'logg_bruten', detalj: { nr } })
  })

  it('that somebody gives the own user, twice, leaves the log whole', async () => {
    const ge = async (losenord: string) => {
      const session = prov.oppna()
      await session.api.session.loggaIn({ anvandarnamn: 'chef', losenord })
      if (losenord === TILLFALLIGT) await session.api.session.bytLosenord({ nuvarande: TILLFALLIGT, nytt: EGET })
      await session.api.anvandare.nyIdentitet({ id: session.start.kontor.inloggad.id, losenord: TILLFALLIGT, nyckel: prov.nyckel })
      session.las()
    }
    await ge(LOSENORD.chef)
    await ge(TILLFALLIGT)
    expect((await kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel })).hel).toBe(true)
  })

  it('ends the session that the user has open', async () => {
    const anna = await prov.inloggad('anna')
    await nyIdentitet('chef', 'anna')
    await expect(anna.api.arenden.mina()).rejects.toMatchObject({ data: { kod: 'behorighet_andrad' } })
  })
})

describe('"Någon kan mitt lösenord"', () => {
  it('is said by the user, stands in the list until a new identity is given', async () => {
    const anna = await prov.inloggad('anna')
    await anna.api.session.misstankt()
    anna.las()
    const chef = await prov.inloggad('chef')
    const misstankt = async () => (await chef.api.anvandare.lista()).find((rad) => rad.anvandarnamn === 'anna')!.misstankt
    expect(await misstankt()).toBe(prov.klocka)
    prov.klocka = '2026-11-22T10:00:00.000Z'
    await chef.api.anvandare.nyIdentitet({ id: await idFor(chef, 'anna'), losenord: TILLFALLIGT, nyckel: prov.nyckel })
    expect(await misstankt()).toBeNull()
  })
})

describe('the change of the database key', () => {
  it('waits while somebody else is in, says so, and is made at the first login that is alone', async () => {
    const per = await prov.inloggad('per')
    const gammal = (await kopieraIdentitet('adm')).dbNycklar[0]!
    const adm = await prov.inloggad('adm')
    await adm.api.anvandare.stangAv({ id: await idFor(adm, 'anna') })
    expect(await adm.api.anvandare.nyckelvard()).toMatchObject({ nyckelbyteVantar: prov.klocka, kanVaraInne: [{ namn: 'Per Nyström' }] })
    adm.las()
    const chef = await prov.inloggad('chef')
    expect(chef.start.kontor.varningar).toEqual([expect.stringContaining('någon annan har Lotsen öppet')])
    per.las(); chef.las()

    const chef2 = await prov.inloggad('chef')
    expect(chef2.start.kontor.varningar).toEqual([])
    expect((await chef2.api.anvandare.nyckelvard()).nyckelbyteVantar).toBeNull()
    expect(chef2.start.kontor.inloggad.db.select().from(nyckelbyten).all().map((rad) => rad.gjord)).toEqual([prov.klocka])
    await expect(oppnaDatabas(join(prov.mapp, 'office.db'), gammal)).rejects.toMatchObject({ kod: 'fel_nyckel' })
    chef2.las()
    for (const vem of ['adm', 'per'] as const) (await prov.inloggad(vem)).las()
    expect((await kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel })).hel).toBe(true)
  })

  it('a disabled user is nobody, also when the row is opened again by hand', async () => {
    const adm = await prov.inloggad('adm')
    const id = await idFor(adm, 'anna')
    await adm.api.anvandare.stangAv({ id })
    expect((await adm.api.anvandare.lista()).find((rad) => rad.id === id)).toMatchObject({ certifierad: true })
    adm.las()
    const per = await prov.inloggad('per')
    const { db, handtag } = per.start.kontor.inloggad
    await medSkrivlas(handtag, () => { db.update(anvandare).set({ avstangd: null }).where(eq(anvandare.id, id)).run() })
    const { nummer } = await per.api.arenden.nytt(fall('Pers Klient'))
    await expect(per.api.overlamningar.laggTillMedombud({ nummer, till: id })).rejects.toMatchObject({ data: { kod: 'mottagare_ej_certifierad' } })
    per.las()
  })

  it('a disabled user who opens the row and the vault again by hand gets no new key and no login', async () => {
    const fil = join(prov.mapp, 'vault.json')
    const post = (await lasValv(prov.mapp)).anvandare.find((en) => en.anvandarnamn === 'anna')!
    const adm = await prov.inloggad('adm')
    const id = await idFor(adm, 'anna')
    await adm.api.anvandare.stangAv({ id })
    const { db, handtag } = adm.start.kontor.inloggad // what Anna does with a program of her own
    await medSkrivlas(handtag, () => { db.update(anvandare).set({ avstangd: null }).where(eq(anvandare.id, id)).run() })
    adm.las()
    const valv = await lasValv(prov.mapp)
    writeFileSync(fil, valvbytes({ ...valv, anvandare: [...valv.anvandare, post] }))
    await expect(prov.inloggad('anna')).rejects.toMatchObject({ data: { kod: 'avstangd' } })
    const per = await prov.inloggad('per') // alone: the database key is changed
    expect(per.start.kontor.varningar).toEqual([])
    expect(per.start.kontor.inloggad.db.select().from(anvandare).where(eq(anvandare.id, id)).get()?.avstangd).not.toBeNull()
    expect((await lasValv(prov.mapp)).anvandare.map((en) => en.anvandarnamn)).not.toContain('anna')
    per.las()
  })

  it('a row of the log that nobody has signed disables nobody', async () => {
    const per = await prov.inloggad('per')
    const { db, handtag } = per.start.kontor.inloggad
    const alla = db.select().from(anvandare).all()
    await medSkrivlas(handtag, () => {
      for (const { id } of alla) skrivLogg(db, { anvandare: alla[0]!.id, signera: () => Buffer.alloc(64) }, prov.klocka, { handling: 'anvandare.avstangd', objekt: id })
    })
    per.las()
    for (let gang = 0; gang < 2; gang++) {
      for (const vem of ['anna', 'per', 'chef', 'adm'] as const) {
        const session = await prov.inloggad(vem)
        expect(session.start.kontor.inloggad.certifierade()).toHaveLength(alla.length)
        session.las()
      }
    }
  })
})

describe('names and roles', () => {
  it('change with the sheet; the user works on after a new login, and old signatures hold', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer } = await anna.api.arenden.nytt(fall('Annas Klient'))
    const [id, till] = [await idFor(anna, 'anna'), await idFor(anna, 'per')]
    await anna.api.overlamningar.laggTillMedombud({ nummer, till })
    const adm = await prov.inloggad('adm')
    const { version } = (await adm.api.anvandare.lista()).find((rad) => rad.id === id)!
    await adm.api.anvandare.andra({ id, version, namn: 'Anna Ek', roller: ['ombud', 'enhetschef'], nyckel: prov.nyckel })
    await expect(anna.api.arenden.mina()).rejects.toMatchObject({ data: { kod: 'behorighet_andrad' } })
    anna.las()
    const igen = await prov.inloggad('anna')
    expect(await igen.api.session.jag()).toMatchObject({ namn: 'Anna Ek', roller: ['enhetschef', 'ombud'] })
    expect((await igen.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Annas Klient'])
    const per = await prov.inloggad('per')
    expect((await per.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Annas Klient'])
    await expect(adm.api.anvandare.andra({ id, version, namn: 'X', roller: ['ombud'], nyckel: prov.nyckel })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    await expect(adm.api.anvandare.andra({ id, version: version + 1, namn: 'Anna Ek', roller: ['enhetschef'], nyckel: prov.nyckel })).rejects.toMatchObject({ data: { kod: 'har_arenden', falt: 'roller' } })
    per.las(); igen.las(); adm.las()
    expect((await kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel })).hel).toBe(true)
  })

  it('never leave an office without administratör or chief', async () => {
    const adm = await prov.inloggad('adm')
    const rad = async (vem: Testperson) => (await adm.api.anvandare.lista()).find((en) => en.anvandarnamn === vem)!
    const andra = async (vem: Testperson, roller: ('ombud' | 'enhetschef' | 'administrator')[]) => {
      const { id, version, namn } = await rad(vem)
      await adm.api.anvandare.andra({ id, version, namn, roller, nyckel: prov.nyckel })
    }
    await expect(andra('adm', ['ombud'])).rejects.toMatchObject({ data: { kod: 'sista_administrator', falt: 'roller' } })
    await expect(andra('chef', ['ombud'])).rejects.toMatchObject({ data: { kod: 'sista_enhetschef' } })
    await expect(adm.api.anvandare.stangAv({ id: (await rad('chef')).id })).rejects.toMatchObject({ data: { kod: 'sista_enhetschef' } })
    await andra('per', ['enhetschef', 'administrator'])
    await adm.api.anvandare.stangAv({ id: (await rad('chef')).id })
    // The one who is left may not be disabled either, though there once were two.
    const per = await prov.inloggad('per')
    const egen = (await rad('per')).id
    await per.api.anvandare.stangAv({ id: (await rad('adm')).id })
    await expect(per.api.anvandare.stangAv({ id: egen })).rejects.toMatchObject({ data: { kod: 'sig_sjalv' } })
  })
})

describe('a mark for a new key', () => {
  it('is read from the log: clearing the column does not take it away', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer } = await anna.api.arenden.nytt(fall('Annas Klient'))
    const till = await idFor(anna, 'per')
    const { id } = await anna.api.overlamningar.erbjud({ nummer, till, skal: 'byte', vikariatTill: null, samtycke: false, samtyckeDatum: null, anteckningar: [], ord: '' })
    const per = await prov.inloggad('per')
    await per.api.overlamningar.avboj({ id, ord: '' })
    const { db, handtag } = per.start.kontor.inloggad
    expect(db.select().from(arenden).get()).toMatchObject({ nyNyckel: true, generation: 1 })
    await medSkrivlas(handtag, () => { db.update(arenden).set({ nyNyckel: false }).run() })
    per.las(); anna.las()
    const igen = await prov.inloggad('anna')
    await igen.api.arenden.hamta({ nummer })
    expect(igen.start.kontor.inloggad.db.select().from(arenden).get()).toMatchObject({ generation: 2 })
    await igen.api.arenden.hamta({ nummer })
    expect(igen.start.kontor.inloggad.db.select().from(arenden).get()).toMatchObject({ generation: 2 }) // once is enough
    igen.las()
  })
})
