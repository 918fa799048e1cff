import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dubbletter, dubblettsigill } from '../../db/schema/index.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { dubblettavtryck } from '../../db/vault/dubblett.ts'
import { delaktiga, gorDelad } from './delat.ts'
import { resultat, Testkontor, type Klient, type Testsession } from './testkontor.ts'

const uppdrag = (start = '2026-05-01') => ({ kommun: '2062', start, planeratSlut: null, mal: '', orsaker: [], livsomraden: [] })
const nytt = (api: Klient, namn: string, fodelsear: number | null = null) =>
  api.arenden.nytt({ klient: { namn, telefon: '', kon: 'kvinna', fodelsear }, kontaktId: null, uppdrag: uppdrag() })
const marken = ({ start }: Testsession) => start.kontor.inloggad.db.select().from(dubbletter).all()

describe('the duplicate check', () => {
  let prov: Testkontor
  beforeEach(async () => { prov = await Testkontor.nytt() })
  afterEach(() => prov.slut())

  it('says with whom, and nothing more, and logs that somebody looked without the name', async () => {
    const [anna, per] = [await prov.inloggad('anna'), await prov.inloggad('per')]
    await nytt(anna.api, 'Vera Dubblett', 1970)
    const finns = async (namn: string, fodelsear: number | null) => (await per.api.arenden.provaDubblett({ namn, fodelsear })).finns
    expect(await finns('dubblett,  VERA', 1970)).toEqual({ ombud: 'Anna Lind' })
    expect(await finns('Vera Dubblett', null)).toEqual({ ombud: 'Anna Lind' })
    expect(await finns('Vera Dubblett', 1971)).toBeNull()
    expect(await finns('Vera Dubblétt', 1970)).toBeNull()
    await nytt(anna.api, 'Utan År')
    expect(await finns('Utan År', 1950)).toEqual({ ombud: 'Anna Lind' })
    expect(await finns('Utan År', null)).toEqual({ ombud: 'Anna Lind' })
    const logg = per.start.kontor.inloggad.handtag.prepare(`SELECT objekt FROM logg WHERE handling = 'dubblett.provad'`).all()
    expect(logg).toEqual(Array.from({ length: 6 }, () => ({ objekt: null })))
  })

  it('knows a case only while an uppdrag is open', async () => {
    const [anna, per] = [await prov.inloggad('anna'), await prov.inloggad('per')]
    const { nummer } = await nytt(anna.api, 'Vera Dubblett', 1970)
    const finns = async () => (await per.api.arenden.provaDubblett({ namn: 'Vera Dubblett', fodelsear: 1970 })).finns !== null
    const u = async () => (await anna.api.arenden.hamta({ nummer })).uppdrag.at(-1)!
    await anna.api.uppdrag.avsluta({ ...nyckel(await u()), slut: '2026-11-20', avslutsorsak: 'slutfort' })
    expect([await finns(), marken(anna)]).toEqual([false, []])
    await anna.api.uppdrag.angraAvslut(nyckel(await u()))
    expect(await finns()).toBe(true)
    await anna.api.uppdrag.avsluta({ ...nyckel(await u()), slut: '2026-11-20', avslutsorsak: 'slutfort' })
    await anna.api.uppdrag.nytt({ nummer, kontaktId: null, uppdrag: uppdrag('2026-11-21') })
    expect(await finns()).toBe(true)
    const { version } = await anna.api.arenden.hamta({ nummer })
    await anna.api.arenden.andraKlient({ nummer, version, namn: 'Vera Gift', telefon: '', kon: 'kvinna', fodelsear: 1970 })
    expect([await finns(), (await per.api.arenden.provaDubblett({ namn: 'Vera Gift', fodelsear: null })).finns]).toEqual([false, { ombud: 'Anna Lind' }])
    await anna.api.uppdrag.stryk({ ...nyckel(await u()), skal: 'fel' })
    expect(marken(anna)).toEqual([])
  })
  const nyckel = ({ id, version }: { id: string; version: number }) => ({ id, version })

  it('learns of imported cases when their ombud first opens them', async () => {
    const adm = await prov.inloggad('adm')
    const rader = 'arendenummer;kommun;ombud;kontaktdatum;startdatum;slutdatum;avslutsorsak;namn\n2026-0001;Mora;anna;2026-02-01;2026-02-03;;;Ida Import\n2026-0002;Mora;anna;2026-02-01;2026-02-03;2026-03-01;Flyttat;Slut Person\n'
    const { id } = await adm.api.importera.las({ fil: new File([rader], 'r.csv') })
    expect((await resultat(await adm.api.importera.kor({ id, strikt: true }))).fel).toEqual([])
    const [anna, per] = [await prov.inloggad('anna'), await prov.inloggad('per')]
    expect((await per.api.arenden.provaDubblett({ namn: 'Ida Import', fodelsear: null })).finns).toBeNull()
    await anna.api.veckan.min()
    expect((await per.api.arenden.provaDubblett({ namn: 'Ida Import', fodelsear: null })).finns).toEqual({ ombud: 'Anna Lind' })
    await anna.api.arenden.mina()
    expect(marken(anna)).toHaveLength(1)
  })

  it('is a table that tells nothing without the key, and the key is sealed to ombud and the nyckelblad alone', async () => {
    const anna = await prov.inloggad('anna')
    await nytt(anna.api, 'Vera Dubblett', 1970)
    const [marke] = marken(anna)
    const { kontor, dubblettnycklar } = anna.start.kontor.inloggad
    expect(dubblettavtryck([...dubblettnycklar.values()][0]!, kontor, 'Vera Dubblett', 1970)).toEqual(marke!.avtryck)
    const sigill = anna.start.kontor.inloggad.db.select().from(dubblettsigill).all()
    const { dbNycklar } = anna.start.kontor.inloggad.inloggning
    for (const vem of ['chef', 'adm'] as const) {
      const { inloggning } = (await prov.inloggad(vem)).start.kontor.inloggad
      for (const ett of sigill) await expect(inloggning.hemlighet.age.oppna(ett.age)).rejects.toMatchObject({ kod: 'forsegling_bruten' })
      // What they do have: the database key and whatever they make up.
      for (const prova of [...dbNycklar, Buffer.alloc(32), Buffer.from(kontor.replaceAll('-', ''))]) {
        expect(dubblettavtryck(prova, kontor, 'Vera Dubblett', 1970)).not.toEqual(marke!.avtryck)
      }
    }
    expect(sigill).toHaveLength(3)
  })

  it('takes no key from the hand of a chief, however well signed', async () => {
    const anna = await prov.inloggad('anna')
    await nytt(anna.api, 'Vera Dubblett', 1970)
    anna.las()
    // A chief who lays a key of their own in place of the ombud's, to try every name of the town with it.
    const { inloggad } = (await prov.inloggad('chef')).start.kontor
    const plats = { kontor: inloggad.kontor, slag: 'dubblett' as const, id: inloggad.kontor, generation: 1 }
    const { sigill } = await gorDelad(inloggad, delaktiga(inloggad), plats)
    await medSkrivlas(inloggad.handtag, () => {
      inloggad.db.delete(dubblettsigill).run()
      inloggad.db.insert(dubblettsigill).values(sigill.map((ett) => ({ generation: 1, ...ett }))).run()
    })
    const per = await prov.inloggad('per')
    await expect(per.api.arenden.provaDubblett({ namn: 'Vera Dubblett', fodelsear: null })).rejects.toMatchObject({ data: { kod: 'forsegling_bruten' } })
    await nytt(per.api, 'Ny Person') // work goes on, and nothing is marked under that key
    expect(marken(per)).toHaveLength(1)
  })

  it.each([
    ['is disabled', (api: Klient, id: string) => api.anvandare.stangAv({ id })],
    ['is no longer an ombud', async (api: Klient, id: string, blad: string) => {
      const rad = (await api.anvandare.lista()).find((en) => en.id === id)!
      await api.anvandare.andra({ id, version: rad.version, namn: rad.namn, roller: ['administrator'], nyckel: blad })
    }],
  ] as const)('gets a new key when somebody who had it %s; the check works meanwhile, and the old one goes with its last mark', { timeout: 120_000 }, async (_, lamna) => {
    const anna = await prov.inloggad('anna')
    await nytt(anna.api, 'Vera Dubblett', 1970)
    anna.las()
    const per = await prov.inloggad('per')
    await nytt(per.api, 'Pelle Person', 1980)
    const slutar = per.start.kontor.inloggad
    const gammal = Buffer.from([...slutar.dubblettnycklar.values()][0]!)
    const adm = await prov.inloggad('adm')
    await adm.api.anvandare.ny({ anvandarnamn: 'sara', namn: 'Sara Vik', roller: ['ombud'], losenord: 'en-forsta-fras-5', nyckel: prov.nyckel })
    const sara = (await adm.api.anvandare.lista()).find((en) => en.anvandarnamn === 'sara')!.id
    per.las()
    ;(await prov.inloggad('per')).las() // Sara gets the key, and could keep it
    await lamna(adm.api, sara, prov.nyckel)
    adm.las()

    const generationer = (s: Testsession) => [...new Set(s.start.kontor.inloggad.db.select().from(dubblettsigill).all().map((ett) => ett.generation))].sort()
    const marktaMed = (s: Testsession) => marken(s).map((rad) => rad.generation).sort()
    const annaIgen = await prov.inloggad('anna')
    expect([generationer(annaIgen), marktaMed(annaIgen)]).toEqual([[1, 2], [1, 1]])
    expect(annaIgen.start.kontor.inloggad.db.select().from(dubblettsigill).all().map((ett) => ett.mottagareId)).not.toContain(sara)
    expect((await annaIgen.api.arenden.provaDubblett({ namn: 'Pelle Person', fodelsear: 1980 })).finns).toEqual({ ombud: 'Per Nyström' })
    await annaIgen.api.arenden.mina()
    expect(marktaMed(annaIgen)).toEqual([1, 2])
    annaIgen.las()

    const perIgen = await prov.inloggad('per')
    expect((await perIgen.api.arenden.provaDubblett({ namn: 'Vera Dubblett', fodelsear: 1970 })).finns).toEqual({ ombud: 'Anna Lind' })
    await perIgen.api.arenden.mina()
    expect(marktaMed(perIgen)).toEqual([2, 2])
    perIgen.las()
    const sist = await prov.inloggad('anna')
    expect(generationer(sist)).toEqual([2])
    expect((await sist.api.arenden.provaDubblett({ namn: 'Pelle Person', fodelsear: 1980 })).finns).toEqual({ ombud: 'Per Nyström' })
    const { kontor } = sist.start.kontor.inloggad
    expect(marken(sist).map((rad) => rad.avtryck)).not.toContainEqual(dubblettavtryck(gammal, kontor, 'Vera Dubblett', 1970))
    expect(marken(sist).map((rad) => rad.avtryck)).not.toContainEqual(dubblettavtryck(gammal, kontor, 'Pelle Person', 1980))
  })

  it('waits for another ombud to let a new one in', async () => {
    const anna = await prov.inloggad('anna')
    await nytt(anna.api, 'Vera Dubblett', 1970)
    anna.las()
    const adm = await prov.inloggad('adm')
    await adm.api.anvandare.ny({ anvandarnamn: 'ny', namn: 'Nya Ombudet', roller: ['ombud'], losenord: 'en-forsta-fras-5', nyckel: prov.nyckel })
    adm.las()
    const ny = prov.oppna()
    await ny.api.session.loggaIn({ anvandarnamn: 'ny', losenord: 'en-forsta-fras-5' })
    await ny.api.session.bytLosenord({ nuvarande: 'en-forsta-fras-5', nytt: 'en-egen-fras-6' })
    await expect(ny.api.arenden.provaDubblett({ namn: 'x', fodelsear: null })).rejects.toMatchObject({ data: { kod: 'dubblett_vantar' } })
    await nytt(ny.api, 'Nyas Klient')
    ;(await prov.inloggad('per')).las()
    expect(await ny.api.arenden.provaDubblett({ namn: 'Vera Dubblett', fodelsear: 1970 })).toEqual({ finns: { ombud: 'Anna Lind' } })
    await ny.api.arenden.mina()
    expect(marken(ny)).toHaveLength(2)
  })

  it('finds a returning client among the ombud’s own cases only', async () => {
    const [anna, per] = [await prov.inloggad('anna'), await prov.inloggad('per')]
    const { nummer } = await nytt(anna.api, 'Åsa Återkomst', 1961)
    await nytt(anna.api, 'Annan Person')
    const [u] = (await anna.api.arenden.hamta({ nummer })).uppdrag
    await anna.api.uppdrag.avsluta({ ...nyckel(u!), slut: '2026-06-01', avslutsorsak: 'slutfort' })
    expect(await anna.api.arenden.tidigare({ namn: 'återkomst åsa' })).toEqual([{ nummer, fodelsear: 1961, pagar: false, slut: '2026-06-01' }])
    expect(await per.api.arenden.tidigare({ namn: 'Åsa Återkomst' })).toEqual([])
    expect(await anna.api.arenden.tidigare({ namn: '?' })).toEqual([])
  })
})

describe('registerutdrag', () => {
  it('holds everything about the client, struck things too, and is logged as a print', async () => {
    const prov = await Testkontor.nytt()
    const { api, start } = await prov.inloggad('anna')
    const { id: kontaktId } = await api.kontakter.ny({
      datum: '2026-04-20', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: ['ekonomi_skulder'], utfall: 'annu_inte_avgjort', kodatum: null, kolamnad: null,
    })
    const { nummer } = await api.arenden.nytt({
      klient: { namn: 'Rut Register', telefon: '070-1740614', kon: 'kvinna', fodelsear: 1958 }, kontaktId,
      uppdrag: { ...uppdrag(), mal: 'Sova om natten', forstaUppfoljning: '2026-06-01', planeratSlut: '2026-12-01' },
    })
    const u = async () => (await api.arenden.hamta({ nummer })).uppdrag[0]!
    const { id, version, uppfoljningar } = await u()
    await api.uppdrag.forlang({ id, version, nyttSlut: '2027-01-01', skal: 'väntar på beslut' })
    await api.uppfoljningar.stryk({ nummer, id: uppfoljningar[0]!.id, version: 1, skal: 'inställd' })
    await api.ataganden.nytt({ nummer, uppdragId: id, vad: 'Ringa banken', vem: 'ombudet', aktor: null, senast: null })
    await api.anteckningar.ny({ nummer, uppdragId: id, text: 'Vill träffas ute' })
    const samtycke = await api.samtycken.nytt({ nummer, aktor: 'bank', person: 'Bo Bank', omfattning: 'skulden', fran: '2026-05-01', till: null })
    await api.samtycken.stryk({ nummer, id: samtycke.id, version: 1, skal: 'fel bank' })
    await api.orosguide.anvand({ nummer })
    const utdrag = await api.arenden.utdrag({ nummer })
    expect(utdrag).toMatchObject({
      nummer, enhet: 'Personligt ombud Provdalen', namn: 'Rut Register', telefon: '070-1740614', fodelsear: 1958, ombud: 'Anna Lind', av: 'Anna Lind',
      kontakter: [{ datum: '2026-04-20', utfall: 'uppdrag', orsaker: ['ekonomi_skulder'], registreradAv: 'Anna Lind' }],
      uppdrag: [{ mal: 'Sova om natten', forlangningar: [{ skal: 'väntar på beslut' }], uppfoljningar: [{ struken: true, strukenSkal: 'inställd' }] }],
      ataganden: [{ vad: 'Ringa banken' }], anteckningar: [{ text: 'Vill träffas ute' }],
      samtycken: [{ aktor: 'bank', person: 'Bo Bank', struken: true, strukenSkal: 'fel bank' }],
      orosguide: ['2026-11-22'], innehav: [{ ombud: 'Anna Lind', till: null }], dubblettmarke: true,
      personuppgiftsansvariga: [{ kommun: '2062' }], oppnat: [{ vem: 'Anna Lind' }], overlamningar: [],
    })
    expect(start.kontor.inloggad.handtag.prepare(`SELECT objekt FROM logg WHERE handling = 'utskrift'`).all()).toEqual([{ objekt: `registerutdrag ${nummer}` }])
    prov.slut()
  })
})
