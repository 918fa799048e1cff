import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anvandare, arenden, dubblettsigill, enhet, intyg, kosigill, nyckelblad, sigill } from '../../db/schema/index.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { lasNyckelblad, skapaNyckelblad, stammerGrupper } from '../../db/vault/nyckelblad.ts'
import { aterhamtningUr, verifieraUnderskrivare } from '../../db/vault/certifikat.ts'
import { fastAv, forseglaTillBlad, lasUpp, lasUppMedBlad } from '../../db/vault/valv.ts'
import { ersattValv, lasValv } from '../../db/vault/valvfil.ts'
import { certifikatAv } from './intyg.ts'
import { kontrolleraKontor } from './kontroll.ts'
import { LOSENORD, Testkontor, type Testsession } from './testkontor.ts'

const fall = (namn: string) => ({
  klient: { namn, telefon: '', kon: 'kvinna', fodelsear: 1970 }, kontaktId: null,
  uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [], prioritet: null, realistiskt: null, aktorer: [], forstaUppfoljning: null },
})
const iKo = {
  datum: '2026-11-20', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'uppgift_saknas', orsaker: [], utfall: 'i_ko', kodatum: '2026-11-20',
  kolamnad: null, hanvisadTill: null, hanvisningUppfoljd: null, person: { namn: 'Kö Karlsson', telefon: '' },
}

let prov: Testkontor
const db_ = (session: Testsession) => session.start.kontor.inloggad.db
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

/** The chief makes a new sheet, with the administratör beside. @returns its key and check characters */
async function nyttBlad(chef: Testsession) {
  const blad = await chef.api.nyckelblad.forbered()
  expect(stammerGrupper(blad.nyckel, [{ nummer: 1, text: blad.grupper[0]! }])).toBe(true)
  const grupper = blad.fraga.map((nr) => blad.grupper[nr - 1]) as [string, string]
  await chef.api.nyckelblad.byt({ grupper, med: { anvandarnamn: 'adm', losenord: LOSENORD.adm } })
  return blad
}

async function bekrafta(vem: 'anna' | 'per' | 'adm', fingeravtryck: string) {
  const session = await prov.inloggad(vem)
  expect((await session.api.session.jag()).bekraftaBlad).toBe(true)
  await session.api.nyckelblad.bekrafta({ fingeravtryck })
  expect((await session.api.session.jag()).bekraftaBlad).toBe(false)
  session.las()
}

describe('a new nyckelblad', { timeout: 120_000 }, () => {
  it('is compared by everybody, takes over case by case, and then the old one opens nothing', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer } = await anna.api.arenden.nytt(fall('Annas Klient'))
    await anna.api.kontakter.ny(iKo)
    anna.las()
    const per = await prov.inloggad('per')
    await per.api.arenden.nytt(fall('Pers Klient'))
    per.las()

    const chef = await prov.inloggad('chef')
    const { nyckel, fingeravtryck } = await nyttBlad(chef)
    const kvar = async () => (await chef.api.nyckelblad.lage()).byte?.kvar.map((rad) => [rad.namn, rad.bekraftat, rad.arenden])
    expect(await kvar()).toEqual([['Alva Kansli', false, 0], ['Anna Lind', false, 1], ['Per Nyström', false, 1]])
    await expect(chef.api.nyckelblad.byt({ grupper: ['x', 'y'], med: null })).rejects.toMatchObject({ data: { kod: 'nyckelblad_borta' } })

    await bekrafta('anna', fingeravtryck.toLowerCase().replaceAll(' ', '-'))
    expect(await kvar()).toEqual([['Alva Kansli', false, 0], ['Per Nyström', false, 1]])
    // Both sheets open the office meanwhile; Anna's case is the new one's alone.
    const [gammalt, nytt] = [await lasNyckelblad(prov.nyckel), await lasNyckelblad(nyckel)]
    for (const blad of [gammalt, nytt]) expect((await lasUppMedBlad(await lasValv(prov.mapp), blad)).length).toBe(1)
    const { db } = chef.start.kontor.inloggad
    const aterhamtningAv = (nr: string) => db.select({ m: sigill.mottagare }).from(sigill).innerJoin(arenden, eq(arenden.id, sigill.arendeId)).where(eq(arenden.nummer, nr)).all().map((rad) => rad.m)
    expect(aterhamtningAv(nummer)).toContain(nytt.mottagare)
    expect(aterhamtningAv(nummer)).not.toContain(gammalt.mottagare)

    // Per works on under the old one until he has compared.
    const per2 = await prov.inloggad('per')
    expect((await per2.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Pers Klient'])
    per2.las()
    await bekrafta('per', fingeravtryck)
    await bekrafta('adm', fingeravtryck)
    expect((await chef.api.nyckelblad.lage()).byte).toBeNull()
    chef.las()

    const sist = await prov.inloggad('anna') // alone: the database key is changed
    expect(sist.start.kontor.varningar).toEqual([])
    expect((await sist.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Annas Klient'])
    expect((await sist.api.kontakter.ko()).map((rad) => rad.namn)).toEqual(['Kö Karlsson'])
    const efter = sist.start.kontor.inloggad.db
    for (const rad of [...efter.select().from(sigill).all(), ...efter.select().from(kosigill).all(), ...efter.select().from(dubblettsigill).all()]) {
      await expect(gammalt.age.oppna(rad.age)).rejects.toMatchObject({ kod: 'forsegling_bruten' })
    }
    sist.las()
    await expect(lasUppMedBlad(await lasValv(prov.mapp), gammalt)).rejects.toMatchObject({ kod: 'nyckel_fel' })
    expect((await kontrolleraKontor(prov.mapp, { nyckel })).hel).toBe(true)
    for (const vem of ['anna', 'per', 'adm', 'chef'] as const) expect((await kontrolleraKontor(prov.mapp, { anvandarnamn: vem, losenord: LOSENORD[vem] })).hel).toBe(true)
  })

  it('vouches for what the former sheet has signed and for nothing that lies beside it', async () => {
    const per = await prov.inloggad('per')
    const { db, handtag, id, kontor } = per.start.kontor.inloggad
    const rad = db.select().from(anvandare).where(eq(anvandare.id, id)).get()!
    const fast = per.start.kontor.inloggad.fast
    const egna = await skapaNyckelblad() // keys of Per's own making
    const pahittat = { ageMottagare: egna.mottagare, signeringsnyckel: egna.rot, roller: ['administrator', 'ombud'] }
    // The real certificate is laid aside; in its place stands one that nobody has signed.
    await medSkrivlas(handtag, () => {
      const { anvandarnamn, namn, roller, ageMottagare, signeringsnyckel, generation, certifikat } = rad
      db.insert(intyg).values({ anvandareId: id, rot: fast.rot, generation, anvandarnamn, namn, roller, ageMottagare, signeringsnyckel, certifikat }).run()
      db.update(anvandare).set(pahittat).where(eq(anvandare.id, id)).run()
      const anna = db.select().from(anvandare).where(eq(anvandare.anvandarnamn, 'anna')).get()!
      db.insert(intyg).values({ anvandareId: anna.id, rot: fast.rot, generation: 1, anvandarnamn: 'anna', namn: anna.namn, ...pahittat, certifikat: anna.certifikat }).run()
    })
    per.las()
    const chef = await prov.inloggad('chef')
    const { nyckel } = await nyttBlad(chef)
    const nytt = fastAv(kontor, await lasNyckelblad(nyckel))
    const alla = [...db_(chef).select().from(anvandare).all().map((en) => certifikatAv(kontor, en)), ...db_(chef).select().from(intyg).all().map(({ anvandareId, rot: _, ...resten }) => certifikatAv(kontor, { id: anvandareId, ...resten }))]
    const intygade = alla.filter((en) => { try { verifieraUnderskrivare(en, nytt); return true } catch { return false } })
    expect(intygade.length).toBeGreaterThan(0)
    expect(intygade.filter((en) => en.mottagare === egna.mottagare || en.signeringsnyckel === egna.rot)).toEqual([])
  })

  it('gives new passwords with the new sheet, also while the replacement goes on', async () => {
    const anna = await prov.inloggad('anna')
    await anna.api.arenden.nytt(fall('Annas Klient'))
    const idAnna = (await anna.api.session.jag()).id
    anna.las()
    const chef = await prov.inloggad('chef')
    const { nyckel, fingeravtryck } = await nyttBlad(chef)
    await bekrafta('anna', fingeravtryck)
    await expect(chef.api.anvandare.nyIdentitet({ id: idAnna, losenord: 'tillfalligt-ord-9', nyckel: prov.nyckel })).rejects.toMatchObject({ data: { kod: 'nyckel_fel' } })
    expect(await chef.api.anvandare.nyIdentitet({ id: idAnna, losenord: 'tillfalligt-ord-9', nyckel })).toMatchObject({ arenden: 1, ejOppnade: [] })
    // Per has not compared the sheet: to him Anna is nobody until he has, whatever the old root once said of her.
    const per = await prov.inloggad('per')
    const { nummer } = await per.api.arenden.nytt(fall('Pers Klient'))
    await expect(per.api.overlamningar.laggTillMedombud({ nummer, till: idAnna })).rejects.toMatchObject({ data: { kod: 'mottagare_ej_certifierad' } })
    await per.api.nyckelblad.bekrafta({ fingeravtryck })
    await per.api.overlamningar.laggTillMedombud({ nummer, till: idAnna })
    per.las()
    const ny = prov.oppna()
    await ny.api.session.loggaIn({ anvandarnamn: 'anna', losenord: 'tillfalligt-ord-9' })
    await ny.api.session.bytLosenord({ nuvarande: 'tillfalligt-ord-9', nytt: 'ett-helt-eget-ord-9' })
    expect((await ny.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Annas Klient', 'Pers Klient'])
  })

  it('is made by two, shown by its groups, and accepted by its check characters alone', async () => {
    const chef = await prov.inloggad('chef')
    const blad = await chef.api.nyckelblad.forbered()
    const grupper = blad.fraga.map((nr) => blad.grupper[nr - 1]) as [string, string]
    await expect(chef.api.nyckelblad.byt({ grupper: ['0000', grupper[1]], med: null })).rejects.toMatchObject({ data: { kod: 'grupp_fel', falt: 'grupper.0' } })
    await expect(chef.api.nyckelblad.byt({ grupper, med: null })).rejects.toMatchObject({ data: { kod: 'ej_tva', falt: 'med.anvandarnamn' } })
    await expect(chef.api.nyckelblad.byt({ grupper, med: { anvandarnamn: 'anna', losenord: LOSENORD.anna } })).rejects.toMatchObject({ data: { kod: 'ej_tva' } })
    await expect(chef.api.nyckelblad.byt({ grupper, med: { anvandarnamn: 'adm', losenord: 'fel' } })).rejects.toMatchObject({ data: { kod: 'fel_losenord', falt: 'med.losenord' } })
    await chef.api.nyckelblad.byt({ grupper, med: { anvandarnamn: 'adm', losenord: LOSENORD.adm } })
    chef.las()
    const anna = await prov.inloggad('anna')
    await expect(anna.api.nyckelblad.bekrafta({ fingeravtryck: '0000 0000 0000 0000 0000' })).rejects.toMatchObject({ data: { kod: 'fingeravtryck_fel', falt: 'fingeravtryck' } })
    anna.las()
  })

  it('can be made however often the making of one was killed between the vault and the database', async () => {
    const halvt = async () => {
      const valv = await lasValv(prov.mapp)
      const [blad, anna] = [await skapaNyckelblad(), await lasUpp(valv, { anvandarnamn: 'anna', losenord: LOSENORD.anna })]
      const { nycklar } = await forseglaTillBlad(valv, anna.dbNycklar, aterhamtningUr(fastAv(valv.kontor, blad)))
      await ersattValv(prov.mapp, valv.version, (nu) => ({ ...nu, aterhamtning: { nycklar: [...nu.aterhamtning.nycklar, ...nycklar] } }))
      anna.glom()
      return blad
    }
    // In one session, to the limit of what the vault holds: the new sheet takes the place of them all.
    const chef = await prov.inloggad('chef')
    for (let i = 0; i < 3; i++) await halvt()
    const { nyckel, fingeravtryck } = await nyttBlad(chef)
    expect((await lasValv(prov.mapp)).aterhamtning.nycklar).toHaveLength(2)
    // While it is being compared, nobody takes a seal away.
    for (const vem of ['anna', 'per', 'adm'] as const) {
      expect((await lasValv(prov.mapp)).aterhamtning.nycklar).toHaveLength(2)
      await bekrafta(vem, fingeravtryck)
    }
    chef.las()
    // The next login, of whomever, takes away what a kill left; the paper of then opens nothing.
    ;(await prov.inloggad('per')).las()
    const spill = await halvt()
    expect(await lasUppMedBlad(await lasValv(prov.mapp), spill)).toHaveLength(1)
    ;(await prov.inloggad('anna')).las()
    const valv = await lasValv(prov.mapp)
    expect(valv.aterhamtning.nycklar).toHaveLength(1)
    await expect(lasUppMedBlad(valv, spill)).rejects.toMatchObject({ kod: 'nyckel_fel' })
    expect(await lasUppMedBlad(valv, await lasNyckelblad(nyckel))).toHaveLength(1)
  })

  it('that somebody has written into the file is offered to nobody, and its root certifies nobody', async () => {
    const per = await prov.inloggad('per')
    const { db, handtag, kontor, fast } = per.start.kontor.inloggad
    const tjuvens = await lasNyckelblad((await (await prov.inloggad('chef')).api.nyckelblad.forbered()).nyckel)
    const rader = db.select().from(enhet).get()!
    await medSkrivlas(handtag, () => {
      const skrap = Buffer.alloc(64, 1)
      db.insert(nyckelblad).values({
        rot: tjuvens.rot, mottagare: tjuvens.mottagare, forraRot: fast.rot, forraMottagare: fast.aterhamtning, tid: prov.klocka,
        avId: per.start.kontor.inloggad.id, avSignatur: skrap, medId: per.start.kontor.inloggad.id, medSignatur: skrap, rotSignatur: skrap,
      }).run()
    })
    expect([rader.kontor, rader.rot]).toEqual([kontor, fast.rot])
    per.las()
    const anna = await prov.inloggad('anna')
    expect(await anna.api.nyckelblad.lage()).toMatchObject({ byte: { attBekrafta: false } })
    await expect(anna.api.nyckelblad.bekrafta({ fingeravtryck: '0' })).rejects.toMatchObject({ data: { kod: 'inget_blad' } })
    expect((await anna.api.arenden.nytt(fall('X'))).nummer).toBe('2026-0001')
    expect(anna.start.kontor.inloggad.db.select().from(sigill).all().map((rad) => rad.mottagare)).toContain(fast.aterhamtning)
  })
})

describe('the yearly question', () => {
  it('reminds after a year without the sheet, and is answered with the sheet alone', async () => {
    const chef = await prov.inloggad('chef')
    expect(await chef.api.anvandare.nyckelvard()).toMatchObject({ bladetPaminn: false, bladetSenast: prov.klocka })
    prov.klocka = '2027-12-01T08:00:00.000Z'
    expect((await chef.api.anvandare.nyckelvard()).bladetPaminn).toBe(true)
    expect((await chef.api.veckan.chefens()).bladetSedan).toMatch(/^2026-/)
    const annat = (await chef.api.nyckelblad.forbered()).nyckel
    await expect(chef.api.nyckelblad.prova({ nyckel: annat })).rejects.toMatchObject({ data: { kod: 'nyckel_fel', falt: 'nyckel' } })
    await chef.api.nyckelblad.prova({ nyckel: prov.nyckel.toLowerCase() })
    expect(await chef.api.anvandare.nyckelvard()).toMatchObject({ bladetPaminn: false, bladetSenast: prov.klocka })
    chef.las()
  })
})

describe('a damaged case in somebody’s list', () => {
  it('hides no other handover, to me or from me', async () => {
    const anna = await prov.inloggad('anna')
    const per = await prov.inloggad('per')
    const idPer = (await per.api.session.jag()).id
    const erbjud = async (namn: string) => {
      const { nummer } = await anna.api.arenden.nytt(fall(namn))
      await anna.api.overlamningar.erbjud({ nummer, till: idPer, skal: 'byte', vikariatTill: null, samtycke: true, samtyckeDatum: '2026-11-20', anteckningar: [], ord: `Ord om ${namn}` })
      return nummer
    }
    const [hel, trasig] = [await erbjud('Hel Persson'), await erbjud('Trasig Persson')]
    const { db, handtag } = anna.start.kontor.inloggad
    const { id } = db.select().from(arenden).where(eq(arenden.nummer, trasig)).get()!
    anna.start.kontor.inloggad.glomNyckel(id)
    await medSkrivlas(handtag, () => { db.update(sigill).set({ signatur: Buffer.alloc(64) }).where(eq(sigill.arendeId, id)).run() })
    const visat = (rader: readonly { nummer: string; ord: string | null; skadat: boolean }[]) => rader.map(({ nummer, ord, skadat }) => [nummer, ord, skadat]).sort()
    expect(visat((await per.api.overlamningar.lista()).tillMig)).toEqual([[hel, 'Ord om Hel Persson', false], [trasig, null, true]])
    expect(visat((await anna.api.overlamningar.lista()).franMig)).toEqual([[hel, 'Ord om Hel Persson', false], [trasig, null, true]])
    expect(handtag.prepare(`SELECT DISTINCT objekt FROM logg WHERE handling = 'arende.skadat'`).pluck().all()).toEqual([trasig])
    await per.api.overlamningar.godta({ ids: (await per.api.overlamningar.lista()).tillMig.filter((rad) => !rad.skadat).map((rad) => rad.id) })
    expect((await per.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Hel Persson'])
  })

  it('is shown as damaged and logged, and the others are shown', async () => {
    const anna = await prov.inloggad('anna')
    const forst = (await anna.api.arenden.nytt(fall('Hel Persson'))).nummer
    const andra = (await anna.api.arenden.nytt(fall('Trasig Persson'))).nummer
    const { db, handtag } = anna.start.kontor.inloggad
    const { id } = db.select().from(arenden).where(eq(arenden.nummer, andra)).get()!
    anna.start.kontor.inloggad.glomNyckel(id)
    await medSkrivlas(handtag, () => { db.update(sigill).set({ signatur: Buffer.alloc(64) }).where(eq(sigill.arendeId, id)).run() })
    expect((await anna.api.arenden.mina()).map((rad) => [rad.nummer, rad.namn, rad.skadat])).toEqual([[forst, 'Hel Persson', false], [andra, null, true]])
    await anna.api.veckan.min()
    await expect(anna.api.arenden.hamta({ nummer: andra })).rejects.toMatchObject({ data: { kod: 'forsegling_bruten' } })
    anna.las()
  })
})
