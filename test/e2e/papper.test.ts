import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Figurer } from '../../db/model/redovisning/typer.ts'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, lyckas, type Provkontor, provkontor, provplats } from '../lib/kontor.ts'
import { lasPdf, type Pdf } from '../lib/pdf.ts'
import { svaraIUppstarten } from '../lib/uppstart.ts'

// What comes out of the printer, read back from the file a browser makes of the same page.

let webblasare: Browser
let kontor: Provkontor
const oppna: Fonster[] = []

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})

afterAll(async () => {
  for (const fonster of oppna) await fonster.stang()
  await webblasare.close()
  kontor.bort()
})

async function nyttFonster(data: string): Promise<Page> {
  const fonster = await oppnaLotsen(webblasare, data)
  oppna.push(fonster)
  return fonster.sida
}

/**
 * Presses the button, and waits until the page asks for the printer. The dialog itself is the browser's: some keep hold of the
 * page until somebody answers it, and nobody does here.
 */
async function skrivUt(sida: Page): Promise<void> {
  const skriven = sida.evaluate(() => new Promise<void>((klar) => { window.print = () => klar() }))
  await sida.getByRole('button', { name: 'Skriv ut' }).click()
  await skriven
}

const pdfAv = async (sida: Page) => lasPdf(await sida.pdf({ tagged: true, outline: true, preferCSSPageSize: true }))
const namnen = (text: string) => KLIENTNAMN.filter((namn) => namn.split(' ').some((del) => text.includes(del)))
/** The first number after a row's name. */
const siffra = ({ text }: Pdf, rad: string) => Number(new RegExp(`^${rad}\\t(\\d+)`, 'mu').exec(text)?.[1])

/** Every page: A4, numbered, with the unit at the top and who printed it at the foot. */
function granskaSidor(pdf: Pdf, dokument: string): void {
  expect(pdf.format).toEqual([595, 842])
  expect(pdf.sprak).toBe('sv')
  for (const [i, sida] of pdf.sidor.entries()) {
    expect(sida.rader).toContainEqual(expect.stringContaining(`Sida ${i + 1} av ${pdf.sidor.length}`))
    expect(sida.rader[0]).toContain('Personligt ombud Norra Dalarna · Mora kommun')
    expect(sida.rader[0]).toContain(dokument)
    expect(sida.rader.length).toBeGreaterThan(3)
  }
}

describe('the redovisning, printed by an ombud', () => {
  let pdf: Pdf
  let figurer: Figurer

  beforeAll(async () => {
    const sida = await nyttFonster(kontor.data)
    await loggaIn(sida, 'anna')
    await ga(sida, `/redovisning/${AR}/skriv-ut`)
    await sida.getByLabel('Visa små tal som 1–4').uncheck()
    await skrivUt(sida)
    pdf = await pdfAv(sida)
    figurer = JSON.parse(await lyckas(['redovisning', '--data', kontor.data, '--anvandare', 'chef', '--ar', String(AR), '--format', 'json'], 'chef')) as Figurer
  })

  it('is a tagged A4 file with title, language and numbered pages', () => {
    expect(pdf.titel).toBe(`Redovisning ${AR}`)
    granskaSidor(pdf, `Redovisning ${AR}`)
    const roller = new Set(pdf.sidor.flatMap((sida) => sida.roller))
    expect([...roller]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'P']))
    expect(pdf.text).toMatch(/Utskriven \d{1,2} \w+ \d{4}|Utskriven \d{4}-\d\d-\d\d/u)
    expect(pdf.text).toContain('av Anna Lind')
  })

  it('says the figures that the program counts, each on its row', () => {
    const { klienter, uppdrag } = figurer
    expect(klienter.stod).toBe(6)
    expect({
      ingaende: siffra(pdf, 'Pågående vid årets början'),
      nya: siffra(pdf, 'Nya'),
      avslutade: siffra(pdf, 'Avslutade \\(inget uppdrag pågår efter 31/12\\)'),
      utgaende: siffra(pdf, 'Pågående vid årets slut'),
      stod: siffra(pdf, 'Fått stöd under året'),
    }).toEqual(klienter)
    expect(siffra(pdf, 'Påbörjade under året')).toBe(uppdrag.paborjade)
    for (const { orsak, antal } of figurer.orsaker.filter((rad) => rad.antal > 0)) expect([orsak, siffra(pdf, orsak.replaceAll('/', '\\/'))]).toEqual([orsak, antal])
    expect(pdf.text).toContain(`${klienter.ingaende} + ${klienter.nya} = ${klienter.avslutade} + ${klienter.utgaende} = ${klienter.stod}`)
  })

  it('holds no client and no ärendenummer', () => {
    expect(namnen(pdf.text)).toEqual([])
    expect(pdf.text).not.toMatch(new RegExp(`${AR}-\\d{4}`))
  })

  it('hides small numbers when it is asked to', async () => {
    const sida = oppna[0]!.sida
    await sida.getByLabel('Visa små tal som 1–4').check()
    const dold = await pdfAv(sida)
    expect(dold.text).toContain('1–4')
    expect(siffra(dold, 'Fått stöd under året')).toBe(6)
  })
})

describe('the nyckelblad, printed at set-up', () => {
  it('is one sheet with the whole key, in groups and as a picture, and nothing of the window around it', async () => {
    const plats = provplats()
    const sida = await nyttFonster(plats.data)
    await svaraIUppstarten(sida)
    await skrivUt(sida)
    const grupper = await sida.locator('.grupper li').evaluateAll((rader) => rader.map((rad) => rad.lastChild?.textContent ?? ''))
    const pdf = await pdfAv(sida)
    expect(pdf.titel).toBe('Nyckelblad')
    expect(pdf.sidor).toHaveLength(1)
    granskaSidor(pdf, 'Nyckelblad · Sekretess')
    expect(grupper).toHaveLength(15)
    for (const grupp of grupper) expect(pdf.text).toContain(grupp)
    expect(pdf.text).toContain('AGE-SECRET-KEY-1')
    expect(pdf.sidor[0]?.roller).toContain('Figure')
    for (const knapp of ['Fortsätt', 'Tillbaka', 'Skriv ut']) expect(pdf.text).not.toContain(knapp)
    plats.bort()
  })
})
