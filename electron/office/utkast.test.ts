import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { utkast } from '../../db/schema/index.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { oppnaKopia } from '../../db/vault/kopialasning.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { resultat, Testkontor } from './testkontor.ts'

const VARDE = { text: 'halvskriven tanke', rader: [1, null, { a: 'åäö' }] }

describe('drafts', () => {
  let prov: Testkontor
  beforeEach(async () => { prov = await Testkontor.nytt() })
  afterEach(() => prov.slut())

  it('survive lock and restart, belong to their author, and are not logged', async () => {
    const anna = await prov.inloggad('anna')
    const logg = () => anna.start.kontor.inloggad.handtag.prepare('SELECT count(*) AS n FROM logg').get()
    const fore = logg()
    await anna.api.utkast.spara({ plats: 'kontakt/ny', varde: { text: 'först' } })
    await anna.api.utkast.spara({ plats: 'kontakt/ny', varde: VARDE })
    expect(logg()).toEqual(fore)
    anna.las()

    const igen = await prov.inloggad('anna')
    expect(await igen.api.utkast.hamta({ plats: 'kontakt/ny' })).toEqual({ varde: VARDE, tid: prov.klocka })
    expect(await igen.api.utkast.lista()).toEqual([{ plats: 'kontakt/ny', tid: prov.klocka }])
    const per = await prov.inloggad('per')
    expect(await per.api.utkast.hamta({ plats: 'kontakt/ny' })).toBeNull()
    await per.api.utkast.slang({ plats: 'kontakt/ny' })
    await igen.api.utkast.slang({ plats: 'annat' })
    expect(await igen.api.utkast.hamta({ plats: 'kontakt/ny' })).toMatchObject({ varde: VARDE })
    await igen.api.utkast.slang({ plats: 'kontakt/ny' })
    expect(await igen.api.utkast.hamta({ plats: 'kontakt/ny' })).toBeNull()
  })

  it('open with no other key, not even the nyckelblad, and nowhere else', async () => {
    const anna = await prov.inloggad('anna')
    await anna.api.utkast.spara({ plats: 'anteckning/2026-0001', varde: VARDE })
    const { handtag, db } = anna.start.kontor.inloggad
    const [rad] = db.select().from(utkast).all()
    expect(handtag.serialize().includes('halvskriven')).toBe(false)
    for (const vem of ['per', 'chef', 'adm'] as const) {
      const session = await prov.inloggad(vem)
      await expect(session.start.kontor.inloggad.inloggning.hemlighet.age.oppna(rad!.age)).rejects.toMatchObject({ kod: 'forsegling_bruten' })
    }
    await expect((await lasNyckelblad(prov.nyckel)).age.oppna(rad!.age)).rejects.toMatchObject({ kod: 'forsegling_bruten' })
    await medSkrivlas(handtag, () => { db.update(utkast).set({ plats: 'anteckning/2026-0002' }).run() })
    expect(await anna.api.utkast.hamta({ plats: 'anteckning/2026-0002' })).toBeNull()
  })

  it('are gone after 30 days, whoever logs in', async () => {
    const anna = await prov.inloggad('anna')
    await anna.api.utkast.spara({ plats: 'gammalt', varde: 1 })
    prov.klocka = '2026-11-24T09:40:00.000Z'
    await anna.api.utkast.spara({ plats: 'nytt', varde: 2 })
    anna.las()
    prov.klocka = '2026-12-22T09:41:00.000Z'
    ;(await prov.inloggad('chef')).las()
    expect(await (await prov.inloggad('anna')).api.utkast.lista()).toMatchObject([{ plats: 'nytt' }])
  })

  it('of a working note do not outlive the notes', async () => {
    const anna = await prov.inloggad('anna')
    const ny = () => anna.api.arenden.nytt({
      klient: { namn: 'Nils Notis', telefon: '', kon: 'man', fodelsear: null }, kontaktId: null,
      uppdrag: { kommun: '2062', start: '2026-09-01', planeratSlut: null, mal: '', orsaker: [], livsomraden: [] },
    })
    const [slutar, pagar] = [(await ny()).nummer, (await ny()).nummer]
    for (const nummer of [slutar, pagar]) await anna.api.utkast.spara({ plats: `anteckning/${nummer}`, varde: VARDE })
    await anna.api.utkast.spara({ plats: `anteckning/${slutar}/${randomUUID()}`, varde: VARDE })
    const [u] = (await anna.api.arenden.hamta({ nummer: slutar })).uppdrag
    await anna.api.uppdrag.avsluta({ id: u!.id, version: u!.version, slut: '2026-11-22', avslutsorsak: 'slutfort' })
    anna.las()
    prov.klocka = '2026-11-23T09:41:00.000Z'
    expect(await (await prov.inloggad('anna')).api.utkast.lista()).toMatchObject([{ plats: `anteckning/${pagar}` }])
  })

  it('refuse what is too large, and a place that could hold what somebody typed', async () => {
    const { api } = await prov.inloggad('chef')
    await expect(api.utkast.spara({ plats: 'stort', varde: 'å'.repeat(33_000) })).rejects.toMatchObject({ data: { falt: 'varde' } })
    await expect(api.utkast.spara({ plats: 'stort', varde: undefined })).rejects.toMatchObject({ data: { falt: 'varde' } })
    await expect(api.utkast.spara({ plats: 'klient/Maja Provsson', varde: 1 })).rejects.toMatchObject({ data: { falt: 'plats' } })
    await api.utkast.spara({ plats: 'stort', varde: 'å'.repeat(32_000) })
  })

  it('are left out of exported copies', async () => {
    const chef = await prov.inloggad('chef')
    await chef.api.utkast.spara({ plats: 'redovisning/2026', varde: VARDE })
    const fil = prov.bredvid('utan-utkast.lotsen')
    await resultat(await chef.api.sakerhetskopior.exportera({ fil }))
    const kopia = await oppnaKopia(fil, { nyckel: prov.nyckel })
    expect((await kopia.packaUpp(mkdtempSync(prov.bredvid('uppackad-')), { utkast: 'SELECT count(*) FROM utkast' })).matt).toEqual({ utkast: 0 })
    await kopia.stang()
    expect(await chef.api.utkast.lista()).toHaveLength(1)
  })
})

describe('settings', () => {
  it('keep those that are not sent', async () => {
    const prov = await Testkontor.nytt()
    const { api } = await prov.inloggad('chef')
    await api.enhet.andraInstallningar({ prioriteringsordning: '1. Barn i familjen\n2. Vräkningshot', lasMinuter: 7 })
    await api.enhet.andraInstallningar({ lokalaKriterier: 'Bor i kommunen' })
    expect((await api.enhet.hamta()).installningar).toMatchObject({ prioriteringsordning: '1. Barn i familjen\n2. Vräkningshot', lokalaKriterier: 'Bor i kommunen', lasMinuter: 7 })
    prov.slut()
  })
})
