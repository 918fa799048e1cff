import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plusDagar } from '../../db/model/kalender.ts'
import { anvandare, anteckningar, arenden, innehav, overlamningar, sigill } from '../../db/schema/index.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { ATERHAMTNING_ID } from '../../db/vault/certifikat.ts'
import { KONTORSFIL, LOSENORD, Testkontor, type Testperson, type Testsession } from './testkontor.ts'

const kod = async (lofte: Promise<unknown>): Promise<string> => {
  try {
    await lofte
    return 'inget fel'
  } catch (fel) {
    return (fel as { data?: { kod?: string } }).data?.kod ?? String(fel)
  }
}

/** A third ombud and an ombud who will leave: the handover needs more hands than two. */
const FIL = { ...KONTORSFIL, anvandare: [...KONTORSFIL.anvandare, { anvandarnamn: 'sara', namn: 'Sara Vik', roller: ['ombud' as const], losenord: 'saras-egna-fras-61' }] }

describe('överlämning', () => {
  let prov: Testkontor
  let anna: Testsession
  let per: Testsession
  let idPer: string
  let idSara: string

  const loggaIn = async (vem: Testperson | 'sara') => {
    if (vem !== 'sara') return prov.inloggad(vem)
    const session = prov.oppna()
    await session.api.session.loggaIn({ anvandarnamn: 'sara', losenord: 'saras-egna-fras-61' })
    return session
  }
  const nyKlient = async (session: Testsession, namn: string) => (await session.api.arenden.nytt({
    klient: { namn, telefon: '', kon: 'kvinna', fodelsear: 1970 }, kontaktId: null,
    uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'Sova', orsaker: [], livsomraden: [], prioritet: null, realistiskt: null, aktorer: [], forstaUppfoljning: null },
  })).nummer
  const db = (session: Testsession) => session.start.kontor.inloggad.db
  const hand = (session: Testsession, gor: () => void) => medSkrivlas(session.start.kontor.inloggad.handtag, gor)
  const arendet = async (session: Testsession, nummer: string) => session.api.arenden.hamta({ nummer })
  const grund = { skal: 'byte' as const, vikariatTill: null, samtycke: true, samtyckeDatum: '2026-11-20' }
  const vikariat = (till: string) => ({ skal: 'vikariat' as const, vikariatTill: till, samtycke: false, samtyckeDatum: null })
  const andra = async (session: Testsession, nummer: string, namn: string) =>
    session.api.arenden.andraKlient({ nummer, version: (await arendet(session, nummer)).version, namn, telefon: '', kon: 'kvinna', fodelsear: 1970 })
  const mottagare = (session: Testsession, nummer: string): string[] => {
    const rad = db(session).query.arenden.findFirst({ where: (a, o) => o.eq(a.nummer, nummer) }).sync()!
    return db(session).select().from(sigill).where(eq(sigill.arendeId, rad.id)).all().map((s) => s.mottagareId).sort()
  }
  const vem = (session: Testsession, namn: string) => db(session).select().from(anvandare).where(eq(anvandare.anvandarnamn, namn)).get()!.id

  beforeEach(async () => {
    prov = await Testkontor.nytt(FIL)
    anna = await loggaIn('anna')
    per = await loggaIn('per')
    idPer = vem(anna, 'per')
    idSara = vem(anna, 'sara')
  })
  afterEach(() => prov.slut())

  it('moves a case in two steps: offered with a word, read only once accepted, the former one outside', async () => {
    const nummer = await nyKlient(anna, 'Maja Provsson')
    const u = (await arendet(anna, nummer)).uppdrag[0]!
    const { id: med } = await anna.api.anteckningar.ny({ nummer, uppdragId: u.id, text: 'följer med' })
    await anna.api.anteckningar.ny({ nummer, uppdragId: u.id, text: 'stannar inte kvar' })
    const { id } = await anna.api.overlamningar.erbjud({ nummer, till: idPer, ...grund, anteckningar: [med], ord: 'Hon vill träffas på biblioteket.' })

    // Before the answer Per sees what he needs to answer, and nothing else.
    expect((await per.api.overlamningar.lista()).tillMig).toMatchObject([{
      nummer, fran: { namn: 'Anna Lind' }, slag: 'byte', samtycke: true, samtyckeDatum: '2026-11-20', antalAnteckningar: 1, ord: 'Hon vill träffas på biblioteket.', kommun: '2062',
    }])
    expect(await per.api.arenden.mina()).toEqual([])
    expect(await kod(arendet(per, nummer))).toBe('inte_ditt_arende')
    // Anna works on while it is open.
    await andra(anna, nummer, 'Maja Provsson-Ek')

    expect(await per.api.overlamningar.godta({ ids: [id] })).toEqual({ nummer: [nummer], forstorda: 1, borta: true })
    const hos = await arendet(per, nummer)
    expect(hos).toMatchObject({ namn: 'Maja Provsson-Ek', ombud: 'Per Nyström', mitt: { slag: 'ombud', till: null }, anteckningar: [{ text: 'följer med' }] })
    expect(hos.innehav).toEqual([{ ombud: 'Anna Lind', slag: 'ombud', fran: '2026-05-01', till: '2026-11-21' }, { ombud: 'Per Nyström', slag: 'ombud', fran: '2026-11-22', till: null }])
    expect(mottagare(per, nummer)).toEqual([ATERHAMTNING_ID, idPer].sort())
    expect(await kod(arendet(anna, nummer))).toBe('inte_ditt_arende')
    expect(await kod(anna.api.uppdrag.andra({ id: u.id, version: u.version, mal: 'x', orsaker: [], livsomraden: [], prioritet: null, aktorer: [] }))).toBe('inte_ditt_arende')
    expect((await anna.api.overlamningar.lista()).franMig).toMatchObject([{ nummer, status: 'godtagen', ord: null }])
    expect(await per.api.overlamningar.historik({ nummer })).toMatchObject([{ status: 'godtagen', ord: 'Hon vill träffas på biblioteket.' }])
    expect(await kod(per.api.overlamningar.godta({ ids: [id] }))).toBe('redan_godtagen')
  })

  it('answers every offer that cannot be made with its own sentence', async () => {
    const nummer = await nyKlient(anna, 'Maja Provsson')
    const erbjud = (till: string, mer: object = {}) => anna.api.overlamningar.erbjud({ nummer, till, ...grund, anteckningar: [], ord: '', ...mer })
    expect(await kod(erbjud(vem(anna, 'anna')))).toBe('mottagare_sjalv')
    expect(await kod(erbjud(vem(anna, 'chef')))).toBe('mottagare_ej_ombud')
    expect(await kod(erbjud(crypto.randomUUID()))).toBe('mottagare_saknas')
    expect(await kod(erbjud(idPer, vikariat('2026-11-21')))).toBe('forfluten')
    expect(await kod(erbjud(idPer, { samtyckeDatum: '2026-11-23' }))).toBe('framtid')
    expect(await kod(erbjud(idPer, { anteckningar: [crypto.randomUUID()] }))).toBe('finns_inte')
    await expect(erbjud(idPer, { samtyckeDatum: null })).rejects.toMatchObject({ data: { kod: 'ogiltigt', falt: 'samtyckeDatum' } })
    await expect(erbjud(idPer, { skal: 'vikariat' })).rejects.toMatchObject({ data: { kod: 'ogiltigt', falt: 'vikariatTill' } })

    const adm = await prov.inloggad('adm')
    await adm.api.anvandare.stangAv({ id: idSara })
    expect(await kod(erbjud(idSara))).toBe('mottagare_avstangd')
    await hand(anna, () => { db(anna).update(anvandare).set({ namn: 'Någon Annan' }).where(eq(anvandare.id, idPer)).run() })
    expect(await kod(erbjud(idPer))).toBe('mottagare_ej_certifierad')
    await hand(anna, () => { db(anna).update(anvandare).set({ namn: 'Per Nyström' }).where(eq(anvandare.id, idPer)).run() })

    const { id } = await erbjud(idPer)
    await expect(erbjud(idPer)).rejects.toMatchObject({ message: expect.stringContaining('Per Nyström'), data: { kod: 'redan_erbjudet', falt: 'nummer' } })
    await anna.api.overlamningar.taTillbaka({ id })
    expect(await kod(per.api.overlamningar.godta({ ids: [id] }))).toBe('tagen_tillbaka')
    expect(await kod(per.api.overlamningar.avboj({ id, ord: '' }))).toBe('tagen_tillbaka')
    expect(await kod(anna.api.overlamningar.taTillbaka({ id }))).toBe('tagen_tillbaka')
    // Nor does anybody else's offer answer: not to the one who made it, not to the chief.
    const { id: nytt } = await erbjud(idPer)
    expect(await kod(anna.api.overlamningar.godta({ ids: [nytt] }))).toBe('inte_din_overlamning')
    expect(await kod(per.api.overlamningar.taTillbaka({ id: nytt }))).toBe('inte_din_overlamning')
    expect(await kod(per.api.overlamningar.godta({ ids: [crypto.randomUUID()] }))).toBe('inte_din_overlamning')
    await per.api.overlamningar.avboj({ id: nytt, ord: 'Jag har fullt.' })
    expect((await anna.api.overlamningar.lista()).franMig).toMatchObject([{ status: 'avbojd', svar: 'Jag har fullt.' }, { status: 'tagen_tillbaka' }])
    expect(mottagare(anna, nummer)).not.toContain(idPer)
  })

  it('lets a stand-in in through the last day, also while logged in, and gives the case a new key after', async () => {
    const nummer = await nyKlient(anna, 'Maja Provsson')
    const { id } = await anna.api.overlamningar.erbjud({ nummer, till: idPer, ...vikariat('2026-11-25'), anteckningar: [], ord: '' })
    await per.api.overlamningar.godta({ ids: [id] })
    expect(await per.api.arenden.mina()).toMatchObject([{ nummer, namn: 'Maja Provsson', mitt: { slag: 'vikarie', till: '2026-11-25' } }])
    expect(await anna.api.arenden.mina()).toMatchObject([{ nummer, mitt: { slag: 'ombud' } }])
    await andra(per, nummer, 'Maja Vikariedotter')
    expect((await arendet(anna, nummer))).toMatchObject({ namn: 'Maja Vikariedotter', innehav: [{ slag: 'ombud', till: null }, { slag: 'vikarie', fran: '2026-11-22', till: '2026-11-25' }] })
    // A stand-in keeps the case, and does not give it away.
    expect(await kod(per.api.overlamningar.erbjud({ nummer, till: idSara, ...grund, anteckningar: [], ord: '' }))).toBe('bara_ombudet')
    expect(await kod(per.api.overlamningar.laggTillMedombud({ nummer, till: idSara }))).toBe('bara_ombudet')

    prov.klocka = '2026-11-25T22:59:00.000Z' // 23.59 in Sweden: the last day, for a minute more
    await andra(per, nummer, 'Maja Sistadag')
    const version = (await arendet(per, nummer)).version
    prov.klocka = '2026-11-25T23:01:00.000Z'
    expect(await kod(arendet(per, nummer))).toBe('vikariat_slut')
    expect(await kod(per.api.arenden.andraKlient({ nummer, version, namn: 'Sent', telefon: '', kon: 'kvinna', fodelsear: 1970 }))).toBe('vikariat_slut')
    expect(await per.api.arenden.mina()).toEqual([])
    expect(per.start.kontor.inloggad.nycklar.size).toBe(0)
    expect(await anna.api.arenden.mina()).toMatchObject([{ nummer, namn: 'Maja Sistadag' }])
    expect(mottagare(anna, nummer)).not.toContain(idPer)
    expect((await anna.api.overlamningar.lista()).pagaende).toEqual([])
  })

  it('takes an ended stand-in’s seal away at anybody’s login, and ends one early from either side', async () => {
    const [ett, tva] = [await nyKlient(anna, 'Maja Ett'), await nyKlient(anna, 'Maja Två')]
    await anna.api.overlamningar.lamnaOverAlla({ skal: 'vikariat', vikariatTill: '2026-11-25', rader: [ett, tva].map((nummer) => ({ nummer, till: idPer })) })
    const ids = (await per.api.overlamningar.lista()).tillMig.map((rad) => rad.id)
    await per.api.overlamningar.godta({ ids })
    const av = (nummer: string) => db(anna).select().from(overlamningar).all().find((rad) => rad.arendeId === db(anna).query.arenden.findFirst({ where: (a, o) => o.eq(a.nummer, nummer) }).sync()!.id)!
    await per.api.overlamningar.avslutaVikariat({ id: av(ett).id })
    expect(await kod(arendet(per, ett))).toBe('vikariat_slut')
    expect(mottagare(anna, ett)).not.toContain(idPer)
    expect(await kod(anna.api.overlamningar.avslutaVikariat({ id: av(ett).id }))).toBe('redan_slut')

    prov.klocka = '2026-12-01T08:00:00.000Z'
    expect(mottagare(anna, tva)).toContain(idPer)
    ;(await prov.inloggad('chef')).las()
    expect(mottagare(anna, tva)).not.toContain(idPer)
    const rad = db(anna).query.arenden.findFirst({ where: (a, o) => o.eq(a.nummer, tva) }).sync()!
    expect(rad.nyNyckel).toBe(true)
    expect((await arendet(anna, tva)).namn).toBe('Maja Två')
    expect(db(anna).query.arenden.findFirst({ where: (a, o) => o.eq(a.nummer, tva) }).sync()).toMatchObject({ nyNyckel: false, generation: rad.generation + 1 })
  })

  it('keeps medombud beside the ombud until removed, and seals a new key to all who have the case', async () => {
    const nummer = await nyKlient(anna, 'Maja Provsson')
    const { id } = await anna.api.overlamningar.laggTillMedombud({ nummer, till: idPer })
    expect(await kod(anna.api.overlamningar.laggTillMedombud({ nummer, till: idPer }))).toBe('redan_medombud')
    expect(await arendet(per, nummer)).toMatchObject({ namn: 'Maja Provsson', mitt: { slag: 'medombud', till: null } })
    // A declined offer beside marks the case: the new key reaches the medombud, and a medombud may make it.
    const { id: erbjudande } = await anna.api.overlamningar.erbjud({ nummer, till: idSara, ...grund, anteckningar: [], ord: '' })
    const sara = await loggaIn('sara')
    await sara.api.overlamningar.avboj({ id: erbjudande, ord: '' })
    await andra(per, nummer, 'Maja Medombudsson')
    expect(mottagare(per, nummer)).toEqual([ATERHAMTNING_ID, vem(anna, 'anna'), idPer].sort())
    expect((await arendet(anna, nummer)).namn).toBe('Maja Medombudsson')
    // Its ombud then makes one more: what is written in a case is written under its own ombud's key.
    expect(db(anna).select().from(sigill).all().map((s) => s.tillverkareId)).toEqual(db(anna).select().from(sigill).all().map(() => vem(anna, 'anna')))
    expect(await kod(per.api.overlamningar.taBortMedombud({ id }))).toBe('inte_din_overlamning')
    await anna.api.overlamningar.taBortMedombud({ id })
    expect(mottagare(anna, nummer)).toEqual([ATERHAMTNING_ID, vem(anna, 'anna')].sort())
    expect(await kod(arendet(per, nummer))).toBe('inte_ditt_arende')
    expect((await arendet(anna, nummer)).innehav.at(-1)).toEqual({ ombud: 'Per Nyström', slag: 'medombud', fran: '2026-11-22', till: '2026-11-22' })
  })

  it('hands all over in one list, all or none, ended cases too, and lets the user be disabled after', async () => {
    const nummer = [await nyKlient(anna, 'Maja Ett'), await nyKlient(anna, 'Maja Två'), await nyKlient(anna, 'Maja Tre')]
    const u = (await arendet(anna, nummer[1]!)).uppdrag[0]!
    await anna.api.uppdrag.avsluta({ id: u.id, version: u.version, slut: '2026-11-01', avslutsorsak: 'slutfort', lotsadTill: null, malutfall: [], anteckningarna: 'forstors' })
    const adm = await prov.inloggad('adm')
    await expect(adm.api.anvandare.stangAv({ id: vem(anna, 'anna') })).rejects.toMatchObject({ message: expect.stringContaining('3 ärenden'), data: { kod: 'har_arenden', detalj: { antal: 3 } } })

    const rader = nummer.map((en, i) => ({ nummer: en, till: i === 2 ? idSara : idPer }))
    await expect(anna.api.overlamningar.lamnaOverAlla({ skal: 'byte', vikariatTill: null, rader: [...rader.slice(0, 2), { nummer: nummer[2]!, till: vem(anna, 'chef') }] }))
      .rejects.toMatchObject({ data: { kod: 'mottagare_ej_ombud', falt: 'rader.2.till' } })
    expect(db(anna).select().from(overlamningar).all()).toEqual([])
    expect(await kod(anna.api.overlamningar.lamnaOverAlla({ skal: 'byte', vikariatTill: null, rader: [rader[0]!, rader[0]!] }))).toBe('dubblett')
    expect(await anna.api.overlamningar.lamnaOverAlla({ skal: 'byte', vikariatTill: null, rader })).toEqual({ antal: 3 })

    const sara = await loggaIn('sara')
    const ids = (await per.api.overlamningar.lista()).tillMig.map((rad) => rad.id)
    // One that is not Per's stops them all.
    expect(await kod(per.api.overlamningar.godta({ ids: [...ids, (await sara.api.overlamningar.lista()).tillMig[0]!.id] }))).toBe('inte_din_overlamning')
    expect(await per.api.arenden.mina()).toEqual([])
    expect((await per.api.overlamningar.godta({ ids })).nummer).toEqual(nummer.slice(0, 2))
    expect((await per.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Maja Ett', 'Maja Två'])
    await sara.api.overlamningar.godta({ ids: (await sara.api.overlamningar.lista()).tillMig.map((rad) => rad.id) })

    const idAnna = vem(adm, 'anna')
    anna.las()
    await adm.api.anvandare.stangAv({ id: idAnna })
    expect(await kod(prov.oppna().api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.anna }))).toBe('fel_losenord')
    expect(await kod(adm.api.anvandare.stangAv({ id: idAnna }))).toBe('redan_avstangd')
    expect(await kod(adm.api.anvandare.stangAv({ id: vem(adm, 'adm') }))).toBe('sig_sjalv')
    expect((await arendet(per, nummer[0]!)).innehav[0]).toMatchObject({ ombud: 'Anna Lind', till: plusDagar('2026-11-22', -1) })
  })

  it('moves an absent ombud’s cases with the nyckelblad: no name to the chief, both ombud told, the new one alone has the key', async () => {
    const nummer = [await nyKlient(anna, 'Maja Ett'), await nyKlient(anna, 'Maja Två')]
    await anna.api.overlamningar.laggTillMedombud({ nummer: nummer[0]!, till: idSara })
    const idAnna = vem(anna, 'anna')
    const chef = await prov.inloggad('chef')
    expect(await chef.api.overlamningar.hos({ ombud: idAnna })).toEqual(nummer.map((en) => ({ nummer: en, kommun: '2062', slut: null })))
    const gor = (mer: object = {}) => chef.api.overlamningar.nodoppning({ nyckel: prov.nyckel, skal: 'Anna är sjuk sedan i måndags.', fran: idAnna, till: idPer, nummer: null, ...mer })
    expect(await kod(gor({ nyckel: 'AGE-SECRET-KEY-1ABC' }))).toBe('nyckel_fel')
    expect(await kod(gor({ till: vem(anna, 'adm') }))).toBe('mottagare_ej_ombud')
    expect(await kod(gor({ till: idAnna }))).toBe('mottagare_sjalv')
    expect(await kod(gor({ nummer: ['1999-0001'] }))).toBe('inte_ombudets')
    expect(await kod(gor({ fran: idSara }))).toBe('inga_arenden')
    expect(await gor()).toEqual({ antal: 2 })
    expect(chef.start.kontor.inloggad.nycklar.size).toBe(0)

    expect(await kod(arendet(anna, nummer[0]!))).toBe('inte_ditt_arende')
    expect(mottagare(per, nummer[0]!)).toEqual([ATERHAMTNING_ID, idPer].sort())
    expect((await per.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Maja Ett', 'Maja Två'])
    expect(db(per).select().from(sigill).where(eq(sigill.mottagareId, idPer)).all().map((s) => s.tillverkareId)).toEqual([idPer, idPer])
    const sara = await loggaIn('sara')
    expect(await kod(arendet(sara, nummer[0]!))).toBe('inte_ditt_arende')

    for (const ombud of [anna, per]) {
      const [sedd] = await ombud.api.overlamningar.nodoppningar()
      expect(sedd).toMatchObject({ av: 'Karin Berg', fran: 'Anna Lind', till: 'Per Nyström', skal: 'Anna är sjuk sedan i måndags.', nummer })
      await ombud.api.overlamningar.settNodoppning({ id: sedd!.id })
      expect(await ombud.api.overlamningar.nodoppningar()).toEqual([])
    }
    expect(await sara.api.overlamningar.nodoppningar()).toEqual([])
    const logg = db(per).query.logg.findMany({ where: (l, o) => o.like(l.handling, 'overlamning.nodop%') }).sync()
    expect(logg.map((rad) => rad.handling)).toEqual(['overlamning.nodoppning', 'overlamning.nodoppnad', 'overlamning.nodoppnad', 'overlamning.nodoppning_sedd', 'overlamning.nodoppning_sedd'])
    expect(db(per).query.loggOrsaker.findFirst({ where: (o2, o) => o.eq(o2.id, logg[0]!.orsakId!) }).sync()?.text).toBe('Anna är sjuk sedan i måndags.')
  })

  it('moves nobody else’s case at a nödöppning, though its row says that it is the absent ombud’s', async () => {
    const annas = await nyKlient(anna, 'Maja Ett')
    const pers = await nyKlient(per, 'Hemlig Persson')
    const idAnna = vem(anna, 'anna')
    const sara = await loggaIn('sara') // to whom the cases are to go, and who has the files
    await medSkrivlas(sara.start.kontor.inloggad.handtag, () => { db(sara).update(arenden).set({ ombudId: idAnna }).where(eq(arenden.nummer, pers)).run() })
    const chef = await prov.inloggad('chef')
    const gor = (nummer: string[] | null) => chef.api.overlamningar.nodoppning({ nyckel: prov.nyckel, skal: 'sjuk', fran: idAnna, till: idSara, nummer })
    expect(await kod(gor(null))).toBe('inte_ombudets')
    expect(mottagare(per, pers)).toEqual([ATERHAMTNING_ID, idPer].sort())
    expect(await gor([annas])).toEqual({ antal: 1 })
  })

  it('finishes a disabling that was killed between vault and database', async () => {
    const { utanPost, andraValv } = await import('../../db/vault/valv.ts')
    const adm = await prov.inloggad('adm')
    await (await loggaIn('sara')).las()
    await andraValv(prov.mapp, (fn) => medSkrivlas(adm.start.kontor.inloggad.handtag, fn), (valv) => utanPost(valv, idSara))
    adm.las()
    prov.klocka = '2026-11-22T12:00:00.000Z'
    const igen = prov.oppna()
    expect((await igen.api.session.loggaIn({ anvandarnamn: 'adm', losenord: LOSENORD.adm })).varningar).toEqual(['Användaren Sara Vik blev inte färdigt avstängd förra gången. Det är gjort nu.'])
    expect((await igen.api.anvandare.lista()).find((rad) => rad.id === idSara)?.avstangd).not.toBeNull()
  })

  it('disables nobody whose entry somebody has taken out of the vault by hand', async () => {
    const { utanPost, andraValv } = await import('../../db/vault/valv.ts')
    await nyKlient(anna, 'Maja Ett')
    const adm = await prov.inloggad('adm')
    const utan = [vem(adm, 'anna'), vem(adm, 'chef')] // one has a case, one is the only chief
    await andraValv(prov.mapp, (fn) => medSkrivlas(adm.start.kontor.inloggad.handtag, fn), (valv) => utan.reduce(utanPost, valv))
    adm.las(); anna.las()
    prov.klocka = '2026-11-22T12:00:00.000Z'
    const igen = prov.oppna()
    const { varningar } = await igen.api.session.loggaIn({ anvandarnamn: 'adm', losenord: LOSENORD.adm })
    expect(varningar).toEqual(['Anna Lind', 'Karin Berg'].map((namn) => expect.stringMatching(new RegExp(`^Användaren ${namn} är inte avstängd, men saknas i valvfilen`))))
    await igen.api.anvandare.nyIdentitet({ id: utan[0]!, losenord: 'tillfalligt-ord-för-dagen', nyckel: prov.nyckel })
    igen.las()
    const ny = prov.oppna()
    expect(await ny.api.session.loggaIn({ anvandarnamn: 'anna', losenord: 'tillfalligt-ord-för-dagen' })).toMatchObject({ masteBytaLosenord: true })
  })

  it('keeps a log that holds, each step in it', async () => {
    const nummer = await nyKlient(anna, 'Maja Provsson')
    const { id } = await anna.api.overlamningar.erbjud({ nummer, till: idPer, ...grund, anteckningar: [], ord: '' })
    await per.api.overlamningar.godta({ ids: [id] })
    const rader = db(per).query.logg.findMany({ where: (l, o) => o.inArray(l.objekt, [nummer, `${nummer} 2`]) }).sync().map((rad) => rad.handling)
    expect(rader.filter((handling) => handling.startsWith('overlamning.') || handling === 'arende.ny_nyckel')).toEqual(['overlamning.erbjuden', 'overlamning.godtagen', 'arende.ny_nyckel'])
    expect(db(per).select().from(innehav).all()).toHaveLength(2)
    expect(db(per).select().from(anteckningar).all()).toEqual([])
  })
})
