import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resultat, Testkontor } from './testkontor.ts'

const REGISTER = `arendenummer;kommun;ombud;kon;fodelsear;kontaktdatum;kontaktvag;initiativtagare;orsaker;livsomraden;utfall;kodatum;kolamnad;startdatum;planerat_slut;slutdatum;avslutsorsak;namn;telefon
2025-0001;Mora;anna;Kvinna;1980;2025-03-01;Telefon;Personen själv;Ekonomi/skulder;Boende|Skulder;;;;2025-03-10;2026-03-10;2026-02-01;Uppdraget slutfört;Maja Provsson;070-1740605
2026-0002;2034;per;Man;;2026-02-01;SMS;Psykiatri;Vårdkontakt;;;;;2026-02-20;2026-12-01;;;Erik Exempel;070-1740606
;Orsa;;;;2026-04-01;E-post;;;;Rådgivning;;;;;;;;
`

describe('the road of an office', () => {
  let prov: Testkontor
  beforeAll(async () => { prov = await Testkontor.nytt() })
  afterAll(() => prov.slut())

  it('imports, counts, opens, and keeps names with their ombud', async () => {
    const adm = await prov.inloggad('adm')
    const fil = new File([REGISTER], 'register.csv')
    const last = await adm.api.importera.las({ fil })
    const provad = await resultat(await adm.api.importera.prova({ id: last.id, strikt: true }))
    expect(provad).toMatchObject({ rader: 3, klienter: 2, uppdrag: 2, kontakter: 3, fel: [] })
    expect(await resultat(await adm.api.importera.kor({ id: last.id, strikt: true }))).toMatchObject({ klienter: 2, fel: [] })
    await expect(adm.api.arenden.mina()).rejects.toMatchObject({ code: 'FEL', data: { kod: 'inte_behorig' } })
    adm.las()

    const anna = await prov.inloggad('anna')
    expect(await anna.api.arenden.mina()).toMatchObject([{ nummer: '2025-0001', namn: 'Maja Provsson', slut: '2026-02-01' }])
    expect(await anna.api.arenden.hamta({ nummer: '2025-0001' })).toMatchObject({ namn: 'Maja Provsson', telefon: '070-1740605', fodelsear: 1980 })
    await expect(anna.api.arenden.hamta({ nummer: '2026-0002' })).rejects.toMatchObject({ data: { kod: 'inte_ditt_arende' } })

    const svar = await anna.api.redovisning.hamta({ ar: 2026, kommun: [] })
    expect(svar.figurer.klienter).toEqual({ stod: 2, ingaende: 1, nya: 1, avslutade: 1, utgaende: 1 })
    expect(svar.fjol.klienter).toEqual({ stod: 1, ingaende: 0, nya: 1, avslutade: 0, utgaende: 1 })
    const bakom = await anna.api.redovisning.oppna({ ar: 2026, kommun: [], figur: 'klienter.stod' })
    for (const figur of ['constructor', '__proto__', 'klienter.finns_inte']) {
      await expect(anna.api.redovisning.oppna({ ar: 2026, kommun: [], figur })).rejects.toMatchObject({ data: { kod: 'finns_inte' } })
    }
    expect(bakom.arenden).toEqual([{ nummer: '2025-0001', mitt: true }, { nummer: '2026-0002', mitt: false }])
    anna.las()
  })

  it('follows one client from contact through extension to an end that can be undone', async () => {
    const { api, las } = await prov.inloggad('anna')
    const { id: kontaktId } = await api.kontakter.ny({
      datum: '2026-10-01', kommun: '2039', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: ['ekonomi_skulder'],
      utfall: 'annu_inte_avgjort', kodatum: null, kolamnad: null,
    })
    const { nummer } = await api.arenden.nytt({
      klient: { namn: 'Birgitta Påhittad', telefon: '', kon: 'kvinna', fodelsear: 1961 }, kontaktId,
      uppdrag: { kommun: '2039', start: '2026-10-05', planeratSlut: '2027-01-05', mal: 'Jag vill sova om nätterna.', orsaker: ['ekonomi_skulder'], livsomraden: ['boende'] },
    })
    expect(nummer).toBe('2026-0003')
    expect(await api.kontakter.hamta({ id: kontaktId })).toMatchObject({ utfall: 'uppdrag', arendenummer: nummer })

    const nu = async () => (await api.arenden.hamta({ nummer })).uppdrag[0]!
    let u = await nu()
    expect(u.mal).toBe('Jag vill sova om nätterna.')
    await api.uppdrag.forlang({ id: u.id, version: u.version, nyttSlut: '2027-03-01', skal: 'väntar på beslut' })
    await expect(api.uppdrag.forlang({ id: u.id, version: u.version, nyttSlut: '2027-04-01', skal: 'igen' })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    u = await nu()
    expect(u).toMatchObject({ planeratSlut: '2027-03-01', forlangningar: [{ skal: 'väntar på beslut', tidigareSlut: '2027-01-05' }], mal: 'Jag vill sova om nätterna.' })
    await expect(api.uppdrag.nytt({ nummer, kontaktId: null, uppdrag: { kommun: '2039', start: '2026-11-01', planeratSlut: null, mal: '', orsaker: [], livsomraden: [] } }))
      .rejects.toMatchObject({ data: { kod: 'overlappar', falt: 'start' } })
    await api.uppdrag.kommunbyte({ id: u.id, version: u.version, datum: '2026-11-01', kommun: '2062' })
    u = await nu()
    expect((await api.arenden.mina()).find((rad) => rad.nummer === nummer)?.kommun).toBe('2062')
    await api.uppdrag.avsluta({ id: u.id, version: u.version, slut: '2026-11-20', avslutsorsak: 'flyttat' })
    u = await nu()
    expect(u).toMatchObject({ slut: '2026-11-20', kanAngras: true })
    await api.uppdrag.angraAvslut({ id: u.id, version: u.version })
    u = await nu()
    expect(u).toMatchObject({ slut: null, avslutsorsak: null, mal: 'Jag vill sova om nätterna.' })
    await api.uppdrag.stryk({ id: u.id, version: u.version, skal: 'fel person' })
    expect(await api.kontakter.hamta({ id: kontaktId })).toMatchObject({ utfall: 'annu_inte_avgjort', ledTillUppdrag: false })
    las()
  })

  it('exports a verified backup and changes a password', async () => {
    const { api, las } = await prov.inloggad('chef')
    const kopia = await resultat(await api.sakerhetskopior.exportera({ fil: prov.bredvid('kopia.lotsen') }))
    expect(kopia).toMatchObject({ kontrollerad: true, arenden: 3 })
    await expect(api.session.bytLosenord({ nuvarande: 'fel-fel-fel-fel', nytt: 'en-helt-ny-fras-9' })).rejects.toMatchObject({ data: { kod: 'fel_losenord', falt: 'nuvarande' } })
    await api.session.bytLosenord({ nuvarande: 'chefens-fras-31-x', nytt: 'en-helt-ny-fras-9' })
    las()
    const igen = prov.oppna()
    await expect(igen.api.session.loggaIn({ anvandarnamn: 'chef', losenord: 'chefens-fras-31-x' })).rejects.toMatchObject({ data: { kod: 'fel_losenord' } })
    await igen.api.session.loggaIn({ anvandarnamn: 'chef', losenord: 'en-helt-ny-fras-9' })
    igen.las()
  })

  it('lets the administrator add a user with the nyckelblad alone', async () => {
    const { api, las } = await prov.inloggad('adm')
    const ny = { anvandarnamn: 'ny', namn: 'Nya Ombudet', roller: ['ombud' as const], losenord: 'en-forsta-fras-5' }
    await expect(api.anvandare.ny({ ...ny, nyckel: 'AGE-SECRET-KEY-1ABC' })).rejects.toMatchObject({ data: { falt: 'nyckel' } })
    await api.anvandare.ny({ ...ny, nyckel: prov.nyckel })
    expect((await api.anvandare.lista()).find((rad) => rad.anvandarnamn === 'ny')).toMatchObject({ certifierad: true, masteBytaLosenord: true })
    las()
    const session = prov.oppna()
    expect(await session.api.session.loggaIn({ anvandarnamn: 'ny', losenord: 'en-forsta-fras-5' })).toMatchObject({ masteBytaLosenord: true, roller: ['ombud'] })
    await expect(session.api.arenden.mina()).rejects.toMatchObject({ data: { kod: 'byt_losenord_forst' } })
    await session.api.session.bytLosenord({ nuvarande: 'en-forsta-fras-5', nytt: 'en-alldeles-egen-fras' })
    expect(await session.api.arenden.mina()).toEqual([])
    session.las()
  })
})
