import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oppnaKopia } from '../../db/vault/kopialasning.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resultat, Testkontor, type Klient } from './testkontor.ts'

describe('the work of an uppdrag', () => {
  let prov: Testkontor
  beforeAll(async () => { prov = await Testkontor.nytt() })
  afterAll(() => prov.slut())

  const nyKlient = (api: Klient, namn: string, forstaUppfoljning: string | null = null) => api.arenden.nytt({
    klient: { namn, telefon: '', kon: 'kvinna', fodelsear: 1970 }, kontaktId: null,
    uppdrag: { kommun: '2062', start: '2026-09-01', planeratSlut: '2026-12-10', mal: 'Sova\nBetala hyran', orsaker: [], livsomraden: [], forstaUppfoljning, prioritet: 'fortur', aktorer: ['hyresvard'] },
  })

  it('follows up, promises, consents, and shows it on Min vecka in order of date', async () => {
    const { api, las } = await prov.inloggad('anna')
    const { nummer } = await nyKlient(api, 'Vera Veckan', '2026-11-20')
    const hamta = () => api.arenden.hamta({ nummer })
    const [u] = (await hamta()).uppdrag
    expect(u).toMatchObject({ prioritet: 'fortur', aktorer: ['hyresvard'], uppfoljningar: [{ planerad: '2026-11-20', gjord: null }] })

    await api.ataganden.nytt({ nummer, uppdragId: u!.id, vad: 'Ringa hyresvärden', vem: 'ombudet', aktor: null, senast: '2026-11-25' })
    const { id: samtyckeId } = await api.samtycken.nytt({ nummer, aktor: 'psykiatri', person: 'Dr Påhitt', omfattning: 'läkarintyg', fran: '2026-09-01', till: '2026-12-01' })
    await expect(api.samtycken.nytt({ nummer, aktor: 'psykiatri', person: '', omfattning: 'x', fran: '2026-09-01', till: '2026-08-01' })).rejects.toMatchObject({ data: { falt: 'till' } })

    let vecka = await api.veckan.min()
    expect(vecka.rader.map((rad) => [rad.slag, rad.datum, rad.namn])).toEqual([
      ['uppfoljning', '2026-11-20', 'Vera Veckan'], ['atagande', '2026-11-25', 'Vera Veckan'], ['samtycke_slutar', '2026-12-01', 'Vera Veckan'], ['uppdrag_slutar', '2026-12-10', 'Vera Veckan'],
    ])
    expect(vecka.rader.find((rad) => rad.slag === 'atagande')?.vad).toBe('Ringa hyresvärden')

    const uppfoljning = vecka.rader[0]!
    await expect(api.uppfoljningar.gjord({ nummer, id: uppfoljning.id, version: 1, gjord: '2026-11-30', resultat: 'fortsatter', nasta: null })).rejects.toMatchObject({ data: { kod: 'framtid', falt: 'gjord' } })
    await api.uppfoljningar.gjord({ nummer, id: uppfoljning.id, version: 1, gjord: '2026-11-21', resultat: 'fortsatter', nasta: '2026-12-15' })
    const [atagande] = (await hamta()).ataganden
    await api.ataganden.status({ nummer, id: atagande!.id, version: atagande!.version, status: 'klart' })
    await api.samtycken.aterkalla({ nummer, id: samtyckeId, version: 1, datum: '2026-11-22' })
    expect((await hamta()).ataganden[0]).toMatchObject({ status: 'klart', statusDatum: '2026-11-22', vad: 'Ringa hyresvärden' })
    expect((await hamta()).samtycken[0]).toMatchObject({ aterkallat: '2026-11-22', person: 'Dr Påhitt', omfattning: 'läkarintyg' })

    vecka = await api.veckan.min()
    expect(vecka.rader.map((rad) => [rad.slag, rad.datum, rad.ordning])).toEqual([['uppdrag_slutar', '2026-12-10', null], ['uppfoljning', '2026-12-15', 2], ['samtycke_saknas', null, null]])
    expect(vecka.last).toEqual([{ kommun: '2062', antal: 1 }])
    await expect(api.veckan.chefens()).rejects.toMatchObject({ data: { kod: 'inte_behorig' } })
    las()

    const chef = await prov.inloggad('chef')
    const deras = await chef.api.veckan.chefens()
    expect(deras.last).toEqual([{ ombud: 'Anna Lind', antal: 1, passerade: 0 }])
    expect(JSON.stringify(deras)).not.toContain('Vera')
    chef.las()
  })

  it('destroys the notes a day after the end: gone from every file, kept until then for undo', async () => {
    const HEMLIGT = 'grannen skriker om natten'
    const { api, las } = await prov.inloggad('anna')
    const { nummer } = await nyKlient(api, 'Nils Notis')
    let [u] = (await api.arenden.hamta({ nummer })).uppdrag
    await api.anteckningar.ny({ nummer, uppdragId: u!.id, text: HEMLIGT })
    await api.uppdrag.avsluta({
      id: u!.id, version: u!.version, slut: '2026-11-22', avslutsorsak: 'slutfort', lotsadTill: 'socialtjanst', malutfall: [{ id: '1', utfall: 'natt' }, { id: '2', utfall: 'delvis' }], anteckningarna: 'forstors',
    })
    ;[u] = (await api.arenden.hamta({ nummer })).uppdrag
    expect(u).toMatchObject({ kanAngras: true, lotsadTill: 'socialtjanst', malutfall: [{ id: '1', utfall: 'natt' }, { id: '2', utfall: 'delvis' }] })
    expect((await api.arenden.hamta({ nummer })).anteckningar).toMatchObject([{ text: HEMLIGT }])
    las()

    prov.klocka = '2026-11-23T09:41:00.000Z'
    const igen = await prov.inloggad('anna')
    expect((await igen.api.arenden.hamta({ nummer })).anteckningar).toEqual([])
    await expect(igen.api.uppdrag.angraAvslut({ id: u!.id, version: u!.version })).rejects.toMatchObject({ data: { kod: 'for_sent' } })
    // With every key of the office in hand there is nothing left to open: no row, no free page.
    const bild = igen.start.kontor.inloggad.handtag.serialize()
    expect(bild.includes(HEMLIGT)).toBe(false)
    expect(igen.start.kontor.inloggad.handtag.prepare('SELECT count(*) AS n FROM anteckningar').get()).toEqual({ n: 0 })
    expect(igen.start.kontor.inloggad.handtag.prepare(`SELECT tabell FROM forstort`).all()).toEqual([{ tabell: 'anteckningar' }])
    igen.las()
  })

  it('destroys the notes of a struck uppdrag as well', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer } = await nyKlient(anna.api, 'Stina Struken')
    const [u] = (await anna.api.arenden.hamta({ nummer })).uppdrag
    await anna.api.anteckningar.ny({ nummer, uppdragId: u!.id, text: 'fel person' })
    await anna.api.uppdrag.stryk({ id: u!.id, version: u!.version, skal: 'fel person' })
    expect((await anna.api.arenden.hamta({ nummer })).anteckningar).toHaveLength(1)
    anna.las()
    prov.klocka = '2026-11-24T10:00:00.000Z'
    const igen = await prov.inloggad('anna')
    expect((await igen.api.arenden.hamta({ nummer })).anteckningar).toEqual([])
    igen.las()
  })

  it('keeps the copies of a migration for thirty days and no longer', async () => {
    const mapp = join(prov.mapp, 'backups')
    mkdirSync(mapp, { recursive: true })
    const [gammal, ny, annan] = ['fore-migrering-2026-10-01T080000000Z.lotsen', 'fore-migrering-2026-11-20T080000000Z.lotsen', 'annan-2026-10-01T080000000Z.lotsen'].map((namn) => join(mapp, namn)) as [string, string, string]
    for (const fil of [gammal, ny, annan]) writeFileSync(fil, 'x')
    // The day in the name counts, not the file's: that one changes when a folder is copied.
    utimesSync(gammal, new Date('2026-11-22'), new Date('2026-11-22'))
    ;(await prov.inloggad('anna')).las()
    expect([gammal, ny, annan].map((fil) => existsSync(fil))).toEqual([false, true, true])
  })

  it('leaves the notes out of an exported copy', async () => {
    const { api, las } = await prov.inloggad('anna')
    const { nummer } = await nyKlient(api, 'Kopia Person')
    const [u] = (await api.arenden.hamta({ nummer })).uppdrag
    await api.anteckningar.ny({ nummer, uppdragId: u!.id, text: 'stannar här' })
    las()
    const chef = await prov.inloggad('chef')
    const fil = prov.bredvid('utan-anteckningar.lotsen')
    await resultat(await chef.api.sakerhetskopior.exportera({ fil }))
    chef.las()
    const kopia = await oppnaKopia(fil, { nyckel: prov.nyckel })
    const svar = await kopia.packaUpp(mkdtempSync(prov.bredvid('uppackad-')), { anteckningar: 'SELECT count(*) FROM anteckningar', ataganden: 'SELECT count(*) FROM ataganden' })
    expect(svar.matt).toEqual({ anteckningar: 0, ataganden: 1 })
    await kopia.stang()
  })
})
