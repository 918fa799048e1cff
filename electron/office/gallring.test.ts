import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { KONTORSFIL, resultat, Testkontor, type Testsession } from './testkontor.ts'

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

const kod = (lova: Promise<unknown>) => lova.then(() => 'ja', (fel: { data?: { kod: string } }) => fel.data?.kod ?? String(fel))
const BESLUT = { slag: 'klienter', manader: 60, referens: 'SN 2026/114 § 32', beslutad: '2026-03-01', version: 0 } as const

/** A case with everything a case can hold, begun and ended five years and more before the tests' day. */
async function gammaltArende(anna: Testsession, namn: string, fodelsear: number | null = 1970): Promise<string> {
  const nu = prov.klocka
  prov.klocka = '2021-03-01T09:00:00.000Z'
  const { nummer } = await anna.api.arenden.nytt({
    klient: { namn, telefon: '070-1740601', kon: 'kvinna', fodelsear }, kontaktId: null,
    uppdrag: { kommun: '2062', start: '2021-03-01', planeratSlut: '2021-05-30', mal: `Mål för ${namn}`, orsaker: ['ekonomi_skulder'], livsomraden: ['boende'] },
  })
  const { uppdrag: [uppdrag] } = await anna.api.arenden.hamta({ nummer })
  if (uppdrag === undefined) throw new Error('no uppdrag')
  await anna.api.ataganden.nytt({ nummer, uppdragId: uppdrag.id, vad: `Ringa om ${namn}`, vem: 'ombudet', aktor: null, senast: '2021-04-01' })
  await anna.api.samtycken.nytt({ nummer, aktor: 'socialtjanst', person: 'Handläggaren', omfattning: 'allt', fran: '2021-03-01', till: null })
  prov.klocka = '2021-05-30T09:00:00.000Z'
  await anna.api.uppdrag.avsluta({
    id: uppdrag.id, version: uppdrag.version, slut: '2021-05-30', avslutsorsak: 'slutfort', lotsadTill: null, malutfall: [], anteckningar: 'forstors',
  } as Parameters<typeof anna.api.uppdrag.avsluta>[0])
  prov.klocka = nu
  return nummer
}

const forhandAntal = async (adm: Testsession) => (await adm.api.gallring.forhand()).antal
const gallra = async (adm: Testsession) => resultat(await adm.api.gallring.kor({ antal: await forhandAntal(adm) }))

describe('gallring', () => {
  it('keeps everything while there is no decision', async () => {
    const anna = await prov.inloggad('anna')
    await gammaltArende(anna, 'Maja Ekström')
    const adm = await prov.inloggad('adm')
    expect(await adm.api.gallring.lage()).toMatchObject({ utanBeslut: ['klienter', 'skal', 'ledamoter'], planBekraftad: false, antal: { klienter: 0, skal: 0, ledamoter: 0 } })
    expect(await kod(gallra(adm))).toBe('gallring_inget')
    const chef = await prov.inloggad('chef')
    expect((await chef.api.veckan.chefens()).gallring).toEqual({ utanBeslut: ['klienter', 'skal', 'ledamoter'], planBekraftad: false, attGallra: 0, vantarSvar: 0 })
  })

  it('knows the plan for documents that was confirmed at set-up, and the day', async () => {
    prov.slut()
    prov = await Testkontor.nytt({ ...KONTORSFIL, dokumenthanteringsplan: 'SN 2026/88' })
    const adm = await prov.inloggad('adm')
    expect(await adm.api.gallring.lage()).toMatchObject({ planBekraftad: true, utanBeslut: ['klienter', 'skal', 'ledamoter'] })
    expect((await adm.api.session.jag()).installningar).toMatchObject({ dokumenthanteringsplan: 'SN 2026/88', dokumenthanteringsplanDatum: '2026-11-22' })
  })

  it('tells the chief in numbers alone how much is due, and how much waits for an answer', async () => {
    const anna = await prov.inloggad('anna')
    await gammaltArende(anna, 'Maja Ekström')
    await gammaltArende(anna, 'Nils Öberg')
    await anna.api.arenden.nytt({ klient: { namn: 'Elsa Kvar', telefon: '', kon: 'man', fodelsear: 1990 }, kontaktId: null, uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [] } })
    const chef = await prov.inloggad('chef')
    await chef.api.gallring.sparaRegel(BESLUT)
    const { gallring } = await chef.api.veckan.chefens()
    expect(gallring).toEqual({ utanBeslut: ['skal', 'ledamoter'], planBekraftad: false, attGallra: 2, vantarSvar: 0 })
    expect(gallring.attGallra).toBe((await chef.api.gallring.lage()).antal.klienter)
    await chef.api.enhet.andraInstallningar({ gallringUndantagDagar: [5] })
    const vecka = await chef.api.veckan.chefens()
    expect(vecka.gallring).toMatchObject({ attGallra: 0, vantarSvar: 2 })
    expect(JSON.stringify(vecka)).not.toMatch(/Maja|Nils|20\d\d-\d{4}/)
  })

  it('destroys the person and keeps the statistical row, in bytes and in figures', async () => {
    const anna = await prov.inloggad('anna')
    const nummer = await gammaltArende(anna, 'Maja Ekström', 1970)
    const kvar = (await anna.api.arenden.nytt({ klient: { namn: 'Elsa Kvar', telefon: '', kon: 'man', fodelsear: 1990 }, kontaktId: null, uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [] } })).nummer
    const fore = (await anna.api.redovisning.hamta({ ar: 2021, kommun: [] })).figurer
    const adm = await prov.inloggad('adm')
    await adm.api.gallring.sparaRegel(BESLUT)
    const forhand = await adm.api.gallring.forhand()
    expect([forhand.antal.klienter, forhand.arenden]).toEqual([1, [nummer]])
    const { id, borta } = await gallra(adm)
    expect(borta).toBe(true)

    const { handtag } = adm.start.kontor.inloggad
    const arende = handtag.prepare<[string], { id: string; forseglat: Buffer | null; fodelsear: number | null; aldersgrupp: string; kon: string }>('SELECT * FROM arenden WHERE nummer = ?').get(nummer)
    expect(arende).toMatchObject({ forseglat: null, fodelsear: null, aldersgrupp: '50-64', kon: 'kvinna' })
    // Whatever table holds rows of a case: of a destroyed one only what the statistics rest on is left, and none of it is sealed.
    const tabeller = handtag.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all().map((rad) => rad.name)
    const kolumner = (tabell: string) => (handtag.pragma(`table_info('${tabell}')`) as { name: string }[]).map((k) => k.name)
    const med = tabeller.flatMap((tabell) => {
      const egna = kolumner(tabell)
      const villkor = [...(egna.includes('arende_id') ? [`arende_id = '${arende?.id}'`] : []), ...(egna.includes('uppdrag_id') ? [`uppdrag_id IN (SELECT id FROM uppdrag WHERE arende_id = '${arende?.id}')`] : [])]
      if (villkor.length === 0) return []
      const rader = handtag.prepare<[], Record<string, unknown>>(`SELECT * FROM ${tabell} WHERE ${villkor.join(' OR ')}`).all()
      for (const rad of rader) if ('forseglat' in rad) expect([tabell, rad['forseglat']]).toEqual([tabell, null])
      return rader.length === 0 ? [] : [tabell]
    })
    expect(med.sort()).toEqual(['innehav', 'uppdrag'])

    // The figures are the same; the check says what is gone.
    const efter = (await anna.api.redovisning.hamta({ ar: 2021, kommun: [] })).figurer
    const utanKontroller = ({ kontroller: _, ...figurer }: typeof fore) => figurer
    expect(utanKontroller(efter)).toEqual(utanKontroller(fore))
    expect(efter.kontroller).toContainEqual({ kod: 'gallrad', antal: 1, arenden: [nummer] })
    expect(efter.kontroller.map((k) => k.kod)).not.toContain('fodelsear_saknas')

    // The case opens no longer, also for whoever had its key in mind; the other is untouched.
    expect(await kod(anna.api.arenden.hamta({ nummer }))).toBe('gallrat')
    expect((await anna.api.arenden.mina()).map((rad) => rad.nummer)).toEqual([kvar])
    expect(await anna.api.arenden.hamta({ nummer: kvar })).toMatchObject({ namn: 'Elsa Kvar' })
    expect(await adm.api.gallring.hamta({ id })).toMatchObject({ arenden: [nummer], av: 'Alva Kansli', regler: [{ slag: 'klienter', manader: 60, referens: BESLUT.referens, beslutad: BESLUT.beslutad }] })
    expect(JSON.stringify(await adm.api.gallring.hamta({ id }))).not.toContain('Maja')
  })

  it('leaves nothing of the row in the files', async () => {
    const anna = await prov.inloggad('anna')
    const nummer = await gammaltArende(anna, 'Maja Ekström')
    const adm = await prov.inloggad('adm')
    const { handtag } = adm.start.kontor.inloggad
    const blob = handtag.prepare<[string], Buffer>('SELECT forseglat FROM arenden WHERE nummer = ?').pluck().get(nummer)
    if (blob === undefined) throw new Error('nothing sealed')
    expect(handtag.serialize().includes(blob)).toBe(true)
    await adm.api.gallring.sparaRegel(BESLUT)
    anna.las()
    expect((await gallra(adm)).borta).toBe(true)
    expect(handtag.serialize().includes(blob)).toBe(false)
  })

  it('waits for the ombud where birth days are exempt, and keeps kommuner that are', async () => {
    const anna = await prov.inloggad('anna')
    const [ett, tva] = [await gammaltArende(anna, 'Maja Ekström'), await gammaltArende(anna, 'Nils Öberg')]
    const adm = await prov.inloggad('adm')
    await adm.api.gallring.sparaRegel(BESLUT)
    await adm.api.enhet.andraInstallningar({ gallringUndantagDagar: [5, 15, 25] })
    expect(await anna.api.gallring.attSvara()).toEqual({ dagar: [5, 15, 25], arenden: [ett, tva] })
    expect(await adm.api.gallring.forhand()).toMatchObject({ arenden: [], vantarSvar: [{ ombud: 'Anna Lind', antal: 2 }] })
    const per = await prov.inloggad('per')
    expect((await per.api.gallring.attSvara()).arenden).toEqual([])
    expect(await kod(per.api.gallring.svaraUndantag({ nummer: ett, undantag: false }))).toBe('inte_ditt_arende')
    await anna.api.gallring.svaraUndantag({ nummer: ett, undantag: true })
    await anna.api.gallring.svaraUndantag({ nummer: tva, undantag: false })
    expect(await adm.api.gallring.forhand()).toMatchObject({ arenden: [tva], undantagna: 1, vantarSvar: [] })
    await adm.api.enhet.andraInstallningar({ gallringUndantagKommuner: ['2062'] })
    expect(await adm.api.gallring.forhand()).toMatchObject({ arenden: [], undantagna: 2 })
  })

  it('destroys nothing when the register has changed since the preview', async () => {
    const anna = await prov.inloggad('anna')
    await gammaltArende(anna, 'Maja Ekström')
    const adm = await prov.inloggad('adm')
    await adm.api.gallring.sparaRegel(BESLUT)
    const antal = await forhandAntal(adm)
    await gammaltArende(anna, 'Nils Öberg')
    expect(await kod(resultat(await adm.api.gallring.kor({ antal })))).toBe('gallring_andrad')
    expect(await forhandAntal(adm)).toMatchObject({ klienter: 2 })
  })

  it('takes away old reasons beside the log, and the log holds', async () => {
    const chef = await prov.inloggad('chef')
    const [post] = await chef.api.bemanning.lista()
    if (post === undefined) throw new Error('no anställning')
    prov.klocka = '2021-03-01T09:00:00.000Z'
    await chef.api.bemanning.stryk({ id: post.id, version: post.version, skal: 'Felskriven av misstag' })
    prov.klocka = '2026-11-22T09:40:00.000Z'
    await chef.api.gallring.sparaRegel({ ...BESLUT, slag: 'skal', manader: 24 })
    expect((await forhandAntal(chef)).skal).toBe(1)
    await gallra(chef)
    expect(chef.start.kontor.inloggad.handtag.prepare('SELECT count(*) FROM logg_orsaker').pluck().get()).toBe(0)
    expect((await resultat(await chef.api.logg.prova())).rader).toBeGreaterThan(3)
  })

  it('freezes its protocol', async () => {
    const anna = await prov.inloggad('anna')
    await gammaltArende(anna, 'Maja Ekström')
    const adm = await prov.inloggad('adm')
    await adm.api.gallring.sparaRegel(BESLUT)
    await gallra(adm)
    const { handtag } = adm.start.kontor.inloggad
    for (const sats of [`UPDATE gallringar SET arenden = '[]'`, 'UPDATE gallringar SET borta = NULL', 'DELETE FROM gallringar']) {
      await expect(medSkrivlas(handtag, () => handtag.exec(sats))).rejects.toThrow(/gallringsprotokoll/)
    }
  })

  it('destroys the same again in a copy from before', async () => {
    const anna = await prov.inloggad('anna')
    const nummer = await gammaltArende(anna, 'Maja Ekström')
    anna.las()
    const adm = await prov.inloggad('adm')
    const fil = prov.bredvid('fore.lotsen')
    await resultat(await adm.api.sakerhetskopior.exportera({ fil }))
    await adm.api.gallring.sparaRegel(BESLUT)
    await gallra(adm)
    adm.las()
    const { aterstallKontor } = await import('./aterstalla.ts')
    prov.klocka = '2026-11-22T11:00:00.000Z'
    await aterstallKontor({ fil, hallare: { nyckel: prov.nyckel }, datamapp: prov.mapp, nu: () => prov.klocka })
    const igen = await prov.inloggad('anna')
    expect(await kod(igen.api.arenden.hamta({ nummer }))).toBe('gallrat')
    expect(igen.start.kontor.inloggad.handtag.prepare('SELECT gallrad FROM arenden WHERE nummer = ?').pluck().get(nummer)).toBe('2026-11-22')
  })
})
