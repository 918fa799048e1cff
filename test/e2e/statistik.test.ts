import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { Open } from 'unzipper-esm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, loggaIn, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, lyckas, type Provkontor, provkontor } from '../lib/kontor.ts'
import { lasPdf } from '../lib/pdf.ts'

// The years side by side and the unit's story of them, as the chief and an ombud see them. The register is small, so that
// nearly every number of it is one that must be hidden from whoever may not open the cases.

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})
afterAll(async () => {
  await webblasare.close()
  kontor.bort()
})
afterEach(() => fonster.stang())

async function som(vem: 'anna' | 'chef', vag: string): Promise<Page> {
  fonster = await oppnaLotsen(webblasare, kontor.data)
  await loggaIn(fonster.sida, vem)
  await ga(fonster.sida, vag)
  return fonster.sida
}

/** The cells of a table's row, by the row's name. */
async function rad(sida: Page, tabell: string, namn: string): Promise<string[]> {
  const raden = sida.getByRole('table', { name: tabell, exact: true }).getByRole('row').filter({ has: sida.getByRole('rowheader', { name: namn, exact: true }) })
  await raden.waitFor()
  return raden.getByRole('cell').allInnerTexts()
}

async function hamta(sida: Page, knapp: string): Promise<{ namn: string; bytes: Buffer }> {
  const [fil] = await Promise.all([sida.waitForEvent('download', { timeout: 60_000 }), sida.getByRole('button', { name: knapp, exact: true }).click()])
  return { namn: fil.suggestedFilename(), bytes: readFileSync(await fil.path()) }
}

describe('the statistics', () => {
  it('of an ombud are the redovisning\'s own figures of each year', async () => {
    const sida = await som('anna', `/statistik/${AR}/personer`)
    for (const [i, ar] of [AR - 1, AR].entries()) {
      const figurer = JSON.parse(await lyckas(['redovisning', '--data', kontor.data, '--anvandare', 'anna', '--ar', String(ar)], 'anna')) as { klienter: Record<'stod' | 'nya' | 'avslutade', number>; uppdrag: { paborjade: number } }
      expect((await rad(sida, 'Personer som fått stöd', 'Fått stöd under året'))[i]).toBe(String(figurer.klienter.stod))
      expect((await rad(sida, 'Personer som fått stöd', 'Nya'))[i]).toBe(String(figurer.klienter.nya))
      expect((await rad(sida, 'Personer som fått stöd', 'Avslutade'))[i]).toBe(String(figurer.klienter.avslutade))
      expect((await rad(sida, 'Uppdrag', 'Påbörjade'))[i]).toBe(String(figurer.uppdrag.paborjade))
    }
    expect(await sida.getByRole('img', { name: /^Diagram: / }).count()).toBe(4)
    await sida.getByRole('checkbox', { name: 'Visa små tal som 1–4' }).check()
    await lugn(sida)
    await sida.getByText('1–4', { exact: true }).first().waitFor()
    expect(await rad(sida, 'Personer som fått stöd', 'Nya')).toEqual(['1–4', '1–4'])
    expect(fonster.klagomal).toEqual([])
  })

  it('of the chief hide small numbers, on the screen and in every file, and can be had as numbers', async () => {
    const sida = await som('chef', `/statistik/${AR}/personer`)
    expect(await rad(sida, 'Personer som fått stöd', 'Nya')).toEqual(['1–4', '1–4'])
    expect(await sida.getByRole('checkbox').count()).toBe(0)
    const alla = await hamta(sida, 'Exportera alla tabeller som xlsx')
    expect(alla.namn).toBe(`statistik-${AR - 1}-${AR}.xlsx`)
    const blad = await readXlsxFile(alla.bytes)
    expect(blad.map((b) => b.sheet)).toContain('Avslutsorsaker')
    expect(blad[0]?.data[0]).toEqual(['Personer som fått stöd', AR - 1, AR])
    expect(blad.flatMap((b) => b.data).flat().filter((v) => typeof v === 'number' && v >= 1 && v <= 4 && Number.isInteger(v))).toEqual([])
    await ga(sida, `/statistik/${AR}/tjanster`)
    const csv = await hamta(sida, 'Exportera Tjänster och belastning som csv')
    expect(csv.bytes.toString('utf8')).toContain('Tjänster och belastning;Årsanställningar;1,75;1,75')
    await ga(sida, `/statistik/${AR}/per-ombud`)
    expect(await rad(sida, 'Klienter per ombud', 'Anna Lind')).toEqual(['2', '4'])
    expect(await sida.getByRole('button', { name: /Exportera/ }).count()).toBe(0)
    await ga(sida, `/statistik/${AR}/personer/2034`)
    await sida.getByText('lämna bara ut ett urval av samma år').waitFor()
    expect(fonster.klagomal).toEqual([])
  })

  it('count for some kommuner by the address, and print', async () => {
    const sida = await som('anna', `/statistik/${AR}/personer/2034`)
    await sida.getByText('Räknat för Orsa, som om det vore hela enheten').waitFor()
    expect(await rad(sida, 'Personer som fått stöd', 'Fått stöd under året')).toEqual(['0', '2'])
    await sida.getByRole('link', { name: 'Skriv ut' }).click()
    await lugn(sida)
    const pdf = await lasPdf(await sida.pdf({ tagged: true, preferCSSPageSize: true }))
    expect(pdf.text).toContain('Avser Orsa')
    expect(pdf.text).toMatch(/Fått stöd under året\t0\t2/)
    expect(pdf.sidor.flatMap((s) => s.roller)).toEqual(expect.arrayContaining(['Table', 'Figure']))
  })
})

describe('the story of the year', () => {
  it('is written by the chief, kept while it is typed, printed and made into a Word document', async () => {
    const sida = await som('chef', `/statistik/${AR}/verksamhetsberattelse`)
    const kapitel = sida.getByRole('region', { name: 'Kapitel 1', exact: true })
    await kapitel.getByRole('textbox', { name: 'Text' }).fill('Årets första stycke.\nDet andra stycket.')
    await kapitel.getByRole('textbox', { name: 'Rubrik' }).fill('Året som gick')
    await kapitel.getByRole('button', { name: 'Flytta Året som gick nedåt' }).click()
    await sida.getByRole('button', { name: 'Ta bort kapitlet Nästa år' }).click()
    await sida.getByText(/^Sparat \d/).waitFor()
    await ga(sida, '/min-vecka')
    await ga(sida, `/statistik/${AR}/verksamhetsberattelse`)
    expect(await sida.getByRole('region', { name: 'Kapitel 2', exact: true }).getByRole('textbox', { name: 'Rubrik' }).inputValue()).toBe('Året som gick')

    const word = await hamta(sida, 'Spara som Word-fil')
    expect(word.namn).toBe(`Verksamhetsberättelse ${AR}.docx`)
    const ord = (await (await Open.buffer(word.bytes)).files.find((f) => f.path === 'word/document.xml')?.buffer())?.toString('utf8') ?? ''
    for (const text of ['Året som gick', 'Årets första stycke.', 'Det andra stycket.', '1–4']) expect(ord).toContain(text)
    expect(ord).not.toContain('Nästa år')

    await sida.getByRole('button', { name: 'Förhandsgranska och skriv ut' }).click()
    await sida.getByRole('heading', { level: 2, name: 'Året som gick' }).waitFor()
    const pdf = await lasPdf(await sida.pdf({ tagged: true, preferCSSPageSize: true }))
    expect(pdf.text).toContain('Årets första stycke.')
    expect(pdf.text).toMatch(/Nya\t1–4\t1–4/)
    expect(KLIENTNAMN.filter((namn) => pdf.text.includes(namn) || ord.includes(namn))).toEqual([])
    expect(fonster.klagomal).toEqual([])
  })

  it('is read by an ombud, who cannot change it', async () => {
    const sida = await som('anna', `/statistik/${AR}/verksamhetsberattelse`)
    await sida.getByRole('heading', { level: 2, name: 'Året som gick' }).waitFor()
    expect(await sida.getByRole('textbox', { name: 'Rubrik' }).count()).toBe(0)
    expect(await rad(sida, 'Personer som fått stöd', 'Nya')).toEqual(['1–4', '1–4'])
    expect(fonster.klagomal).toEqual([])
  })
})
