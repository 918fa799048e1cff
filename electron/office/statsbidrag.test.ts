import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Testkontor, type Testsession } from './testkontor.ts'

let prov: Testkontor
let chef: Testsession
beforeAll(async () => {
  prov = await Testkontor.nytt()
  chef = await prov.inloggad('chef')
})
afterAll(() => prov.slut())

const AR = 2026
const hamta = () => chef.api.statsbidrag.hamta({ ar: AR })
const bidragFor = async (kommun: string) => (await hamta()).bidrag.sokande.flatMap((s) => s.kommuner).find((k) => k.kommun === kommun)!
const personId = async (namn: string) => (await chef.api.anvandare.lista()).find((a) => a.anvandarnamn === namn)!.id

describe('the grant of a year', () => {
  it('begins empty: nothing is taken from last year or from what has been usual', async () => {
    expect((await hamta()).bidrag).toMatchObject({ belopp: null, version: 0, sokande: [], summa: { beviljat: null } })
  })

  it('is held per kommun of a sökande kommun, and a kommun is in one of them', async () => {
    await chef.api.statsbidrag.belopp({ ar: AR, belopp: 302_400, version: 0 })
    await chef.api.statsbidrag.sokande({ ar: AR, sokande: '2062', kommuner: ['2062', '2034'] })
    await expect(chef.api.statsbidrag.sokande({ ar: AR, sokande: '2039', kommuner: ['2034', '2039'] })).rejects.toMatchObject({ data: { kod: 'annan_sokande', falt: 'kommuner' } })
    await expect(chef.api.statsbidrag.sokande({ ar: AR, sokande: '2062', kommuner: ['0180'] })).rejects.toMatchObject({ data: { kod: 'kommun_utanfor' } })
    const { id, version } = await bidragFor('2062')
    await chef.api.statsbidrag.andra({ id, version, arsanstallningar: 1.15, beviljat: 347_760, utbetalt: 347_760, anvant: 226_800 })
    await expect(chef.api.statsbidrag.andra({ id, version, arsanstallningar: 2, beviljat: null, utbetalt: null, anvant: null })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    await expect(chef.api.statsbidrag.belopp({ ar: AR, belopp: 1, version: 0 })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    expect(await bidragFor('2062')).toMatchObject({ arsanstallningar: 1.15, beviljat: 347_760, version: 2 })
    // One with amounts is not taken away by a list that leaves it out.
    await expect(chef.api.statsbidrag.sokande({ ar: AR, sokande: '2062', kommuner: ['2034'] })).rejects.toMatchObject({ data: { kod: 'bidrag_ifyllt' } })
    expect((await hamta()).bidrag.summa).toMatchObject({ arsanstallningar: 1.15, beviljat: 347_760, oanvant: null })
  })

  it('is what the redovisning holds the posts against', async () => {
    const { figurer } = await chef.api.redovisning.hamta({ ar: AR, kommun: [] })
    expect(figurer.bemanning).toMatchObject({ beviljat: 1.15, vakans: 0.4 })
    expect(figurer.kontroller.find((k) => k.kod === 'arsanstallningar_mot_beviljat')).toMatchObject({ beviljat: 1.15, bemannat: 0.75 })
    expect(await chef.api.statsbidrag.beviljat({ ar: AR })).toEqual({ 2062: 1.15 })
  })

  it('keeps decisions, struck ones marked', async () => {
    const beslut = { ar: AR, sokande: '2062', datum: '2026-05-12', diarienummer: '701-1234-2026', anteckning: null }
    await chef.api.statsbidrag.nyttBeslut(beslut)
    await chef.api.statsbidrag.nyttBeslut({ ...beslut, datum: '2026-04-01' })
    await expect(chef.api.statsbidrag.nyttBeslut({ ...beslut, sokande: '2039' })).rejects.toMatchObject({ data: { kod: 'ingen_sokande' } })
    const [forst] = (await hamta()).bidrag.sokande[0]!.beslut
    await chef.api.statsbidrag.strykBeslut({ id: forst!.id, version: 1, skal: 'Fel år' })
    await expect(chef.api.statsbidrag.strykBeslut({ id: forst!.id, version: 2, skal: 'Igen' })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    expect((await hamta()).bidrag.sokande[0]!.beslut).toMatchObject([{ datum: '2026-04-01', struken: true }, { datum: '2026-05-12', struken: false }])
  })
})

describe('the share of costs', () => {
  it('is proposed until it is chosen, and a kommun that joined in July carries its days', async () => {
    const orsa = (await chef.api.enhet.hamta()).kommuner.find((k) => k.kommun === '2034')!
    await chef.api.enhet.andraKommun({ id: orsa.id, version: orsa.version, fran: '2026-07-01', till: null, personuppgiftsansvarig: null })
    const rad = { ar: AR, sokande: '2062' }
    await chef.api.statsbidrag.nyKostnad({ ...rad, slag: 'lon', text: null, kronor: 900_000 })
    await chef.api.statsbidrag.nyKostnad({ ...rad, slag: 'lokal', text: 'Storgatan', kronor: 100_001 })
    await chef.api.statsbidrag.nyKostnad({ ...rad, slag: 'ovrigt', text: 'fel', kronor: 5 })
    const fel = (await hamta()).fordelningar[0]!.kostnader.find((k) => k.kronor === 5)!
    await chef.api.statsbidrag.strykKostnad({ id: fel.id, version: fel.version, skal: 'Fel' })
    expect((await hamta()).fordelningar[0]).toMatchObject({ version: 0, val: { nyckel: 'lika', viktaDagar: false }, fordelning: { kostnad: 1_000_001, bidrag: 226_800, attBetala: 773_201, brister: [{ slag: 'bidrag', kommuner: ['2034'] }] } })

    await chef.api.statsbidrag.fordelning({ ...rad, version: 0, nyckel: 'lika', viktaDagar: true, avdrag: 'anvant', gemensamt: false })
    const { fordelning, version } = (await hamta()).fordelningar[0]!
    // 365 and 184 days of 549.
    expect(version).toBe(1)
    expect(fordelning.andelar).toEqual([
      { kommun: '2062', bas: 1, dagar: 365, andel: 66.48, kostnad: 664_846, bidrag: 226_800, attBetala: 438_046 },
      { kommun: '2034', bas: 1, dagar: 184, andel: 33.52, kostnad: 335_155, bidrag: 0, attBetala: 335_155 },
    ])
  })

  it('asks for what the key needs', async () => {
    await chef.api.statsbidrag.fordelning({ ar: AR, sokande: '2062', version: 1, nyckel: 'procent', viktaDagar: false, avdrag: 'anvant', gemensamt: false })
    const saknas = (await hamta()).fordelningar[0]!.fordelning
    expect(saknas).toMatchObject({ andelar: null, brister: [{ slag: 'bas', kommuner: ['2062', '2034'] }, { slag: 'bidrag' }] })
    for (const [kommun, andel] of [['2062', 80.5], ['2034', 19.5]] as const) {
      const { id, version } = await bidragFor(kommun)
      await chef.api.statsbidrag.underlag({ id, version, befolkning: null, andel })
    }
    expect((await hamta()).fordelningar[0]!.fordelning.andelar?.map((a) => a.andel)).toEqual([80.5, 19.5])
  })

  it('goes out as a workbook with numbers as numbers', async () => {
    const fil = await chef.api.statsbidrag.fil({ ar: AR, sokande: '2062' })
    expect(fil.name).toBe('Fördelning av kostnader 2026 Mora.xlsx')
    const blad = await readXlsxFile(Buffer.from(await fil.arrayBuffer()))
    expect(blad.map((b) => b.sheet)).toEqual(['Fördelning', 'Kostnader', 'Så är det räknat'])
    const [, mora, orsa, summa] = blad[0]!.data
    expect(mora).toEqual(['Mora', 80.5, 365, 80.5, 805_001, 226_800, 578_201])
    expect(orsa?.slice(4)).toEqual([195_000, 0, 195_000])
    expect(summa?.slice(4)).toEqual([1_000_001, 226_800, 773_201])
    expect(blad[1]!.data).toHaveLength(4)
  })
})

describe('utbildning and handledning', () => {
  it('are written, changed and struck, and count in the year', async () => {
    const [anna, per] = [await personId('anna'), await personId('per')]
    const ny = { slag: 'introduktionsutbildning', titel: 'Introduktion för personliga ombud', fran: '2026-03-02', till: '2026-03-05', dagar: 4, timmar: 28.5, deltagare: [anna, per] }
    await chef.api.utbildning.ny(ny)
    await expect(chef.api.utbildning.ny({ ...ny, slag: 'finns_inte' })).rejects.toMatchObject({ data: { kod: 'okand_kod', falt: 'slag' } })
    await expect(chef.api.utbildning.ny({ ...ny, deltagare: [crypto.randomUUID()] })).rejects.toMatchObject({ data: { falt: 'deltagare' } })
    await chef.api.utbildning.nyHandledning({ form: 'grupp', fran: '2026-01-01', till: '2026-06-30', tillfallen: 5, timmar: 10, handledare: null, deltagare: [anna] })
    await expect(chef.api.utbildning.nyHandledning({ form: 'grupp', fran: '2025-12-01', till: '2026-01-31', tillfallen: 5, timmar: null, handledare: null, deltagare: [anna] }))
      .rejects.toMatchObject({ message: 'Handledningen ska ligga inom ett år. Skriv en rad för varje år.', data: { falt: 'till' } })
    const { utbildningar: [rad], handledningar } = await chef.api.utbildning.lista()
    expect(rad).toMatchObject({ ...ny, deltagare: [anna, per].sort(), struken: false })
    const bemanning = async () => (await chef.api.redovisning.hamta({ ar: AR, kommun: [] })).figurer.bemanning
    expect(await bemanning()).toMatchObject({ utanIntroduktion: 0, utbildning: { antal: 1, deltagare: 2, dagar: 4, timmar: 28.5 }, handledning: { tillfallen: 5, timmar: 10, deltagare: 1 } })
    await chef.api.utbildning.andra({ ...ny, id: rad!.id, version: 1, deltagare: [per] })
    expect(await bemanning()).toMatchObject({ utanIntroduktion: 1, utbildning: { deltagare: 1 } })
    await chef.api.utbildning.stryk({ id: rad!.id, version: 2, skal: 'Dubbelt' })
    await chef.api.utbildning.strykHandledning({ id: handledningar[0]!.id, version: 1, skal: 'Dubbelt' })
    expect(await bemanning()).toMatchObject({ utbildning: { antal: 0 }, handledning: { tillfallen: 0 } })
  })
})

describe('leave', () => {
  it('is changed within its anställning, and a check finds leave that a shortened anställning leaves outside', async () => {
    const [post] = await chef.api.bemanning.lista()
    await chef.api.bemanning.nyFranvaro({ anstallningId: post!.id, fran: '2026-02-01', till: '2026-09-30', procent: 50 })
    const rad = (await chef.api.bemanning.lista())[0]?.franvaro[0]
    const andra = { id: rad!.id, version: 1, fran: '2026-03-01', till: '2026-09-30', procent: 25 }
    await expect(chef.api.bemanning.andraFranvaro({ ...andra, procent: 80 })).rejects.toMatchObject({ data: { kod: 'mer_an_tjansten', falt: 'procent' } })
    await expect(chef.api.bemanning.andraFranvaro({ ...andra, fran: '2018-01-01' })).rejects.toMatchObject({ data: { kod: 'utanfor_anstallning', falt: 'fran' } })
    await chef.api.bemanning.andraFranvaro(andra)
    const { id, version, anvandareId, kommun, fran, procent, vikarie, arbetsgivare, driftsform } = post!
    await chef.api.bemanning.andra({ id, version, anvandareId, kommun, fran, procent, vikarie, arbetsgivare, driftsform: driftsform === 'uppgift_saknas' ? 'egen_regi' : driftsform, till: '2026-06-30' })
    const { figurer } = await chef.api.redovisning.hamta({ ar: AR, kommun: [] })
    expect(figurer.kontroller.find((k) => k.kod === 'franvaro_utanfor_anstallning')).toMatchObject({ antal: 1, ombud: [anvandareId] })
  })
})
