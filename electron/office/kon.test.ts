import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kopersoner, kosigill } from '../../db/schema/index.ts'
import { drizzleFor } from '../../db/store/db.ts'
import type { AgeIdentitet } from '../../db/vault/age.ts'
import { ATERHAMTNING_ID } from '../../db/vault/certifikat.ts'
import { medSkrivlas, stangDatabas } from '../../db/vault/databas.ts'
import { oppna } from '../../db/vault/forsegling.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { lasUpp, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { LOSENORD, Testkontor, type Klient, type Testperson } from './testkontor.ts'

const PERSON = { namn: 'Kajsa Köperson', telefon: '070-1740613' }
const kontakt = (utfall = 'i_ko', kodatum: string | null = '2026-11-02') => ({
  datum: '2026-11-01', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: [], utfall, kodatum, kolamnad: null as string | null,
})

/** Names that somebody's keys open of the queue, with nothing of the program but its formats. */
async function oppnaUtanfor(prov: Testkontor, age: AgeIdentitet, db: ReturnType<typeof drizzleFor>): Promise<string[]> {
  const { kontor } = await lasValv(prov.mapp)
  const namn: string[] = []
  for (const rad of db.select().from(kopersoner).all()) {
    for (const ett of db.select().from(kosigill).all()) {
      const klar = await age.oppna(ett.age).catch(() => null)
      if (klar === null) continue
      try {
        const plats = { kontor, arende: rad.id, tabell: 'kopersoner', rad: rad.id, generation: rad.generation, radversion: rad.version }
        namn.push((oppna(Buffer.from(klar.subarray(-32)), plats, rad.forseglat).varde as { namn: string }).namn)
      } catch { /* another row's key */ }
    }
  }
  return namn
}

async function medNycklarAv(prov: Testkontor, vem: Testperson | 'blad'): Promise<{ namn: string[]; rader: number; ord: boolean }> {
  const inloggning = await lasUpp(await lasValv(prov.mapp), { anvandarnamn: vem === 'blad' ? 'chef' : vem, losenord: LOSENORD[vem === 'blad' ? 'chef' : vem] })
  const { db: handtag } = await oppnaKontorsdatabas(prov.mapp, inloggning.dbNycklar)
  const db = drizzleFor(handtag)
  const age = vem === 'blad' ? (await lasNyckelblad(prov.nyckel)).age : inloggning.hemlighet.age
  const svar = { namn: await oppnaUtanfor(prov, age, db), rader: db.select().from(kosigill).all().length, ord: handtag.serialize().includes('Kajsa') }
  stangDatabas(handtag)
  return svar
}

describe('the queue', () => {
  let prov: Testkontor
  beforeEach(async () => { prov = await Testkontor.nytt() })
  afterEach(() => prov.slut())

  const iKo = (api: Klient) => api.kontakter.ny({ ...kontakt(), person: PERSON })

  it('shows every ombud who waits, in order, and nobody else', async () => {
    const anna = await prov.inloggad('anna')
    await api3(anna.api)
    const per = await prov.inloggad('per')
    expect(await per.api.kontakter.ko()).toMatchObject([
      { namn: null, forseglad: false, kodatum: '2026-10-01', dagar: 52 },
      { namn: 'Kajsa Köperson', telefon: '070-1740613', kodatum: '2026-11-02', dagar: 20, kommun: '2062', paminnelse: null, registreradAv: 'Anna Lind' },
      { namn: 'Sist Ikö', telefon: null, kodatum: '2026-11-20', dagar: 2 },
    ])
    expect(per.start.kontor.inloggad.handtag.prepare(`SELECT count(*) AS n FROM logg WHERE handling = 'ko.oppnad'`).get()).toEqual({ n: 1 })
    for (const vem of ['chef', 'adm'] as const) {
      const { api } = await prov.inloggad(vem)
      await expect(api.kontakter.ko()).rejects.toMatchObject({ data: { kod: 'inte_behorig' } })
    }
  })
  it('is counted for the chief apart from the contacts that are undecided', async () => {
    const anna = await prov.inloggad('anna')
    await api3(anna.api)
    await anna.api.kontakter.ny(kontakt('annu_inte_avgjort', null))
    const { api } = await prov.inloggad('chef')
    expect(await api.veckan.chefens()).toMatchObject({ ko: { antal: 3, langst: { datum: '2026-10-01' } }, oavgjorda: 1 })
  })

  async function api3(api: Klient) {
    await iKo(api)
    await api.kontakter.ny({ ...kontakt('i_ko', '2026-11-20'), person: { namn: 'Sist Ikö', telefon: '' } })
    await api.kontakter.ny({ ...kontakt('i_ko', '2026-10-01'), datum: '2026-10-01' })
  }

  it('opens with no key but those of the ombud and the nyckelblad', async () => {
    const anna = await prov.inloggad('anna')
    await iKo(anna.api)
    anna.las()
    for (const vem of ['chef', 'adm'] as const) expect([vem, await medNycklarAv(prov, vem)]).toEqual([vem, { namn: [], rader: 3, ord: false }])
    for (const vem of ['anna', 'per', 'blad'] as const) expect([vem, (await medNycklarAv(prov, vem)).namn]).toEqual([vem, ['Kajsa Köperson']])
  })

  it.each([
    ['another outcome', async (api: Klient, id: string) => { await api.kontakter.andra({ ...kontakt('tackade_nej'), kolamnad: '2026-11-22', id, version: 1 }) }],
    ['the queue taken back', async (api: Klient, id: string) => { await api.kontakter.andra({ ...kontakt('annu_inte_avgjort', null), id, version: 1 }) }],
    ['struck', async (api: Klient, id: string) => { await api.kontakter.stryk({ id, version: 1, skal: 'fel_uppgifter' }) }],
    ['the name taken away', async (api: Klient, id: string) => { await api.kontakter.andra({ ...kontakt(), id, version: 1, person: null }) }],
    ['an uppdrag', async (api: Klient, id: string) => {
      await api.arenden.nytt({
        klient: { ...PERSON, kon: 'kvinna', fodelsear: null }, kontaktId: id,
        uppdrag: { kommun: '2062', start: '2026-11-20', planeratSlut: null, mal: '', orsaker: [], livsomraden: [] },
      })
    }],
  ])('leaves nothing to open with any key when the place is left: %s', async (_, lamna) => {
    const anna = await prov.inloggad('anna')
    const { id } = await iKo(anna.api)
    await lamna(anna.api, id)
    const { handtag } = anna.start.kontor.inloggad
    expect(handtag.prepare('SELECT tabell FROM forstort').all()).toEqual([{ tabell: 'kopersoner' }])
    expect(handtag.pragma('wal_checkpoint(PASSIVE)')).toMatchObject([{ log: 0 }])
    anna.las()
    for (const vem of ['anna', 'per', 'chef', 'adm', 'blad'] as const) expect(await medNycklarAv(prov, vem)).toMatchObject({ namn: [], rader: 0 })
  })

  it('keeps the name when something else about the contact is changed, under a new key when the name is', async () => {
    const { api, start } = await prov.inloggad('anna')
    const { id } = await iKo(api)
    await api.kontakter.andra({ ...kontakt(), kommun: '2039', id, version: 1 })
    expect(await api.kontakter.ko()).toMatchObject([{ namn: 'Kajsa Köperson', kommun: '2039' }])
    await api.kontakter.andra({ ...kontakt(), id, version: 2, person: { namn: 'Kajsa Rättstavad', telefon: '' } })
    expect(await api.kontakter.ko()).toMatchObject([{ namn: 'Kajsa Rättstavad', telefon: null }])
    expect(start.kontor.inloggad.db.select().from(kopersoner).all()).toMatchObject([{ generation: 2, version: 2 }])
    await expect(api.kontakter.andra({ ...kontakt('radgivning', null), id, version: 3, person: PERSON })).rejects.toMatchObject({ data: { falt: 'person' } })
    expect(await api.kontakter.hamta({ id })).toMatchObject({ harPerson: true })
  })

  it('is sealed to a new ombud at the next login of one who can open it', async () => {
    const anna = await prov.inloggad('anna')
    await iKo(anna.api)
    anna.las()
    const adm = await prov.inloggad('adm')
    await adm.api.anvandare.ny({ anvandarnamn: 'ny', namn: 'Nya Ombudet', roller: ['ombud'], losenord: 'en-forsta-fras-5', nyckel: prov.nyckel })
    adm.las()
    const forsta = prov.oppna()
    await forsta.api.session.loggaIn({ anvandarnamn: 'ny', losenord: 'en-forsta-fras-5' })
    await forsta.api.session.bytLosenord({ nuvarande: 'en-forsta-fras-5', nytt: 'en-egen-fras-6' })
    forsta.las()
    const logga = async () => {
      const ny = prov.oppna()
      await ny.api.session.loggaIn({ anvandarnamn: 'ny', losenord: 'en-egen-fras-6' })
      const rader = await ny.api.kontakter.ko()
      ny.las()
      return rader
    }
    expect(await logga()).toMatchObject([{ namn: null, forseglad: true }])
    ;(await prov.inloggad('per')).las()
    expect(await logga()).toMatchObject([{ namn: 'Kajsa Köperson', forseglad: false }])
  })

  it('gets a new key without the one who has been disabled', async () => {
    const anna = await prov.inloggad('anna')
    await iKo(anna.api)
    const { handtag, db } = anna.start.kontor.inloggad
    const fore = db.select().from(kosigill).all()
    await medSkrivlas(handtag, () => { handtag.prepare(`UPDATE anvandare SET avstangd = '2026-11-22T10:00:00.000Z' WHERE anvandarnamn = 'per'`).run() })
    anna.las()
    const igen = await prov.inloggad('anna')
    const efter = igen.start.kontor.inloggad.db.select().from(kosigill).all()
    expect(efter.map((rad) => [rad.generation, rad.mottagareId === ATERHAMTNING_ID || rad.mottagareId === igen.start.kontor.inloggad.id])).toEqual([[2, true], [2, true]])
    expect(fore).toHaveLength(3)
    expect(await igen.api.kontakter.ko()).toMatchObject([{ namn: 'Kajsa Köperson' }])
  })

  it('refuses a person laid there by somebody who is no ombud', async () => {
    const anna = await prov.inloggad('anna')
    await iKo(anna.api)
    const { handtag } = anna.start.kontor.inloggad
    await medSkrivlas(handtag, () => { handtag.prepare(`UPDATE kosigill SET tillverkare_id = (SELECT id FROM anvandare WHERE anvandarnamn = 'chef')`).run() })
    await expect(anna.api.kontakter.ko()).rejects.toMatchObject({ data: { kod: 'forsegling_bruten' } })
    anna.las()
    ;(await prov.inloggad('anna')).las() // a login is not kept out by it
  })

  it('reminds until there is an answer', async () => {
    const { api } = await prov.inloggad('anna')
    const { id } = await iKo(api)
    await expect(api.kontakter.paminn({ id, version: 1, datum: '2026-11-21' })).rejects.toMatchObject({ data: { falt: 'datum' } })
    await api.kontakter.paminn({ id, version: 1, datum: '2026-12-01' })
    expect(await api.kontakter.ko()).toMatchObject([{ paminnelse: '2026-12-01', namn: 'Kajsa Köperson' }])
    await expect(api.kontakter.paminn({ id, version: 1, datum: null })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    await api.kontakter.andra({ ...kontakt('ingen_kapacitet'), kolamnad: '2026-11-22', id, version: 2 })
    expect(await api.kontakter.hamta({ id })).toMatchObject({ paminnelse: null, harPerson: false })
    await expect(api.kontakter.paminn({ id, version: 3, datum: '2026-12-01' })).rejects.toMatchObject({ data: { kod: 'har_svar' } })
  })
})

describe('kvalificerad hänvisning', () => {
  it('says to which actor, and when it was followed up', async () => {
    const prov = await Testkontor.nytt()
    const { api } = await prov.inloggad('anna')
    const ny = (val: object) => api.kontakter.ny({ ...kontakt('kvalificerad_hanvisning', null), ...val })
    await expect(ny({})).rejects.toMatchObject({ message: 'Välj vart personen hänvisades.', data: { falt: 'hanvisadTill' } })
    await expect(ny({ hanvisadTill: 'finns_inte' })).rejects.toMatchObject({ data: { kod: 'okand_kod', falt: 'hanvisadTill' } })
    await expect(ny({ hanvisadTill: 'psykiatri', hanvisningUppfoljd: '2026-12-24' })).rejects.toMatchObject({ data: { kod: 'framtid', falt: 'hanvisningUppfoljd' } })
    const { id } = await ny({ hanvisadTill: 'psykiatri', hanvisningUppfoljd: '2026-11-10' })
    expect(await api.kontakter.hamta({ id })).toMatchObject({ hanvisadTill: 'psykiatri', hanvisningUppfoljd: '2026-11-10' })
    // Another outcome takes it away: it belongs to this one alone.
    await api.kontakter.andra({ ...kontakt('radgivning', null), id, version: 1, hanvisadTill: 'psykiatri' })
    expect(await api.kontakter.hamta({ id })).toMatchObject({ hanvisadTill: null, hanvisningUppfoljd: null })
    prov.slut()
  })
})
