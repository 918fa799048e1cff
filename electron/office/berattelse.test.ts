import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Open } from 'unzipper-esm'
import { FORESLAGNA } from '../../db/model/verksamhetsberattelse/index.ts'
import { resultat, Testkontor, type Testsession } from './testkontor.ts'

describe('the unit\'s story of the year', () => {
  let prov: Testkontor
  let chef: Testsession
  let anna: Testsession
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    chef = await prov.inloggad('chef')
    anna = await prov.inloggad('anna')
    for (let i = 0; i < 7; i++) {
      await anna.api.arenden.nytt({
        klient: { namn: 'Hemlig Persson', telefon: '', kon: i < 2 ? 'man' : 'kvinna', fodelsear: 1980 }, kontaktId: null,
        uppdrag: { kommun: '2062', start: `2026-03-0${i + 1}`, planeratSlut: null, mal: '', orsaker: [i < 2 ? 'vardkontakt' : 'ekonomi_skulder'], livsomraden: [] },
      })
    }
  })
  afterAll(() => prov.slut())
  const hamta = async (session: Testsession, ar = 2026) => resultat(await session.api.verksamhetsberattelse.hamta({ ar }))

  it('begins with proposed chapters, and next year with last year\'s words', async () => {
    const forst = await hamta(chef, 2025)
    expect(forst).toMatchObject({ version: 0, fran: null, sparad: null, kapitel: FORESLAGNA })
    const kapitel = forst.kapitel.map((k, i) => (i === 0 ? { ...k, text: 'Ett år av möten.\n\nOch av väntan.' } : k))
    expect(await chef.api.verksamhetsberattelse.spara({ ar: 2025, version: 0, kapitel })).toEqual({ version: 1, tid: prov.klocka })
    expect(await hamta(chef, 2025)).toMatchObject({ version: 1, kapitel, sparad: { av: 'Karin Berg', tid: prov.klocka } })
    expect(await hamta(chef, 2026)).toMatchObject({ version: 0, fran: 2025, kapitel })
  })

  it('is written by the chief alone, and not over what somebody else has saved', async () => {
    const { kapitel } = await hamta(anna, 2026)
    await expect(anna.api.verksamhetsberattelse.spara({ ar: 2026, version: 0, kapitel })).rejects.toMatchObject({ data: { kod: 'inte_behorig' } })
    await expect(chef.api.verksamhetsberattelse.spara({ ar: 2025, version: 0, kapitel })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    await expect(chef.api.verksamhetsberattelse.spara({ ar: 2025, version: 7, kapitel })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    await expect(chef.api.verksamhetsberattelse.spara({ ar: 2025, version: 1, kapitel: [{ id: 'x', rubrik: ' ', text: '', tabeller: [] }] })).rejects.toMatchObject({ data: { kod: 'ogiltigt' } })
    expect((await hamta(chef, 2025)).version).toBe(1)
  })

  it('holds figures as they become public, also for an ombud', async () => {
    const { statistik } = await hamta(anna, 2026)
    expect(statistik.maskerad).toBe(true)
    expect(statistik.tabeller.find((t) => t.id === 'orsaker')?.rader.find((rad) => rad.kod === 'vardkontakt')?.celler.at(-1)?.text).toBe('1–4')
  })

  it('stands by the figures that were fixed, whatever is registered later', async () => {
    const stod = async () => {
      const { statistik, faststalld } = await hamta(anna, 2026)
      return [statistik.tabeller.find((t) => t.id === 'klienter')?.rader.find((rad) => rad.kod === 'stod')?.celler.at(-1)?.text, faststalld]
    }
    expect(await stod()).toEqual(['7', null])
    const { forslag } = await chef.api.redovisning.handlingar({ ar: 2026 })
    const { id } = await chef.api.redovisning.nyHandling({ ar: 2026, ...forslag! })
    expect(await stod()).toEqual(['7', null])
    const { handling: { version } } = await chef.api.redovisning.handling({ id })
    await chef.api.redovisning.faststall({ id, version, trots: true })
    await anna.api.arenden.nytt({
      klient: { namn: 'Sen Persson', telefon: '', kon: 'kvinna', fodelsear: 1980 }, kontaktId: null,
      uppdrag: { kommun: '2062', start: '2026-04-01', planeratSlut: null, mal: '', orsaker: ['ekonomi_skulder'], livsomraden: [] },
    })
    expect(await stod()).toEqual(['7', '2026-11-22'])
  })

  it('goes out as a Word document with its words, tables and charts', async () => {
    const { kapitel } = await hamta(chef, 2026)
    await chef.api.verksamhetsberattelse.spara({ ar: 2026, version: 0, kapitel: kapitel.map((k) => (k.id === 'aret' ? { ...k, text: 'Lägg < märke & tecken' } : k)) })
    const fil = await anna.api.verksamhetsberattelse.word({ ar: 2026 })
    expect(fil.name).toBe('Verksamhetsberättelse 2026.docx')
    const arkiv = await Open.buffer(Buffer.from(await fil.arrayBuffer()))
    const las = async (namn: string) => (await arkiv.files.find((f) => f.path === namn)?.buffer())?.toString('utf8') ?? ''
    const ord = await las('word/document.xml')
    for (const rubrik of ['Verksamhetsberättelse 2026', ...kapitel.map((k) => k.rubrik), 'Orsaker till kontakt', 'Lägg &lt; märke &amp; tecken', '1–4', 'Årets siffror är de som fastställdes 2026-11-22']) expect(ord).toContain(rubrik)
    expect(ord).toMatch(/<w:tblHeader/)
    expect(ord).not.toContain('Persson')
    const bilder = arkiv.files.map((f) => f.path).filter((namn) => /^word\/charts\/chart\d+\.xml$/.test(namn))
    expect(bilder.length).toBeGreaterThan(5)
    expect((await Promise.all(bilder.map(las))).join('')).toContain('Fått stöd under året')
  })
})
