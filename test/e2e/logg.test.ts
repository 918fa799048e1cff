import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, type Person, type Provkontor, provkontor } from '../lib/kontor.ts'
import { lasPdf } from '../lib/pdf.ts'
import { utifran, utifranLast } from '../lib/utifran.ts'

// The chief's quarterly check: begin it, answer what is asked, sign, print; and the log itself, read by those who may.

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster | undefined

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})

afterAll(async () => {
  await fonster?.stang()
  await webblasare.close()
  kontor.bort()
})

async function nytt(vem: Person): Promise<Page> {
  await fonster?.stang()
  fonster = await oppnaLotsen(webblasare, kontor.data)
  await loggaIn(fonster.sida, vem)
  return fonster.sida
}

const utanNamn = async (sida: Page) => {
  const text = await sida.locator('main').innerText()
  expect(KLIENTNAMN.filter((namn) => text.includes(namn))).toEqual([])
}

describe('the log', () => {
  it('is read by the ombud whose case it is about', async () => {
    const sida = await nytt('anna')
    await ga(sida, `/klienter/${AR}-0001`)
    await ga(sida, '/kontoret/logg')
    await sida.getByLabel('Ärendenummer').fill(`${AR}-0001`)
    await sida.keyboard.press('Enter')
    await sida.getByRole('row', { name: /Anna Lind Öppnade ärendet/ }).waitFor()
    await sida.getByLabel('Ärendenummer').fill(`${AR}-0005`)
    await sida.keyboard.press('Enter')
    await sida.getByText('Ärendet finns inte bland dina ärenden.').first().waitFor()
    await sida.getByLabel('Ärendenummer').fill('fjorton')
    await sida.keyboard.press('Enter')
    expect(await sida.getByText('Ärendenumret skrivs som 2026-0014.').count()).toBeGreaterThan(0)
    await utanNamn(sida)
    expect(await granska(sida)).toEqual([])
  })
})

describe('a loggkontroll', () => {
  it('is asked for, answered by keyboard, signed, printed and held against the log', async () => {
    const sida = await nytt('chef')
    await sida.getByRole('link', { name: 'Till loggkontrollen' }).click()
    await sida.getByRole('heading', { name: 'Nästa kontroll' }).waitFor()
    expect(await granska(sida)).toEqual([])
    await sida.getByRole('button', { name: 'Börja kontrollen' }).click()
    await sida.getByRole('heading', { name: 'Slumpmässigt urval' }).waitFor()
    await utanNamn(sida)

    // Somebody must answer before it can be signed; what is typed stays.
    await sida.getByLabel('Sammanfattning').fill('Allt genomgånget med Anna.')
    await sida.getByRole('button', { name: 'Skriv under kontrollen' }).click()
    await sida.getByText(/inte besvara/).first().waitFor()
    const forsta = sida.getByRole('button', { name: /^Svara på: Öppnat utan arbete i ärendet · Anna Lind/ })
    await forsta.focus()
    await sida.keyboard.press('Enter')
    await sida.getByRole('radio', { name: 'Förklarat' }).check()
    await sida.keyboard.press('Enter')
    await sida.getByText('Skriv med några ord').first().waitFor()
    await sida.getByLabel('Med några ord').fill('Såg över sina ärenden inför semestern.')
    expect(await granska(sida)).toEqual([])
    await sida.keyboard.press('Enter')
    await sida.getByText('Förklarat: Såg över').waitFor()
    for (;;) {
      const svara = sida.getByRole('button', { name: /^Svara på:/ }).filter({ hasText: /^Svara$/ })
      if ((await svara.count()) === 0) break
      const kvar = await svara.count()
      await svara.first().click()
      await sida.getByRole('radio', { name: 'Inget att anmärka' }).check()
      await sida.keyboard.press('Enter')
      await expect.poll(() => svara.count()).toBeLessThan(kvar)
    }
    await sida.getByText('Alla rader är besvarade.').waitFor()
    expect(await sida.getByLabel('Sammanfattning').inputValue()).toBe('Allt genomgånget med Anna.')
    await sida.getByRole('button', { name: 'Skriv under kontrollen' }).click()
    await sida.getByText('Underskriften stämmer med innehållet.').waitFor()
    expect(await sida.getByRole('button', { name: /^Svara på:/ }).count()).toBe(0)
    expect(await granska(sida)).toEqual([])

    await sida.getByRole('link', { name: 'Skriv ut' }).click()
    await sida.getByRole('button', { name: 'Skriv ut' }).waitFor()
    const pdf = await lasPdf(await sida.pdf({ tagged: true, outline: true, preferCSSPageSize: true }))
    expect(pdf.text).toContain('Underskriven i Lotsen av Karin Berg')
    expect(pdf.text).toContain('Förklarat: Såg')
    // What was just said on the screen is no part of the paper.
    expect(pdf.text).not.toContain('Kontrollen är underskriven.')
    expect(KLIENTNAMN.filter((namn) => pdf.text.includes(namn))).toEqual([])
    const [, rad, summa] = /rad (\d+), ((?:[0-9a-f]{4} ?){8})/u.exec(pdf.text.replace(/\s+/gu, ' ')) ?? []

    await ga(sida, '/kontoret/logg')
    await sida.getByLabel('Rad', { exact: true }).fill(rad ?? '')
    await sida.getByLabel('Kontrollsumma').fill(summa ?? '')
    await sida.keyboard.press('Enter')
    await sida.getByText(`Rad ${rad} står kvar i loggen precis som på papperet.`).waitFor()
    await sida.getByRole('button', { name: 'Pröva loggen' }).click()
    await sida.getByText(/^Loggen är hel/).waitFor()
    expect(await granska(sida)).toEqual([])
  })
})

describe('a row altered with another program', () => {
  it('is said the same day to the chief and the administratör on their first page, with where to go', async () => {
    await fonster?.stang()
    const vakten = 'BEGIN SELECT RAISE(ABORT, \'loggen ändras aldrig\'); END'
    await utifran(kontor.data, 'per', 'DROP TRIGGER logg_andras_aldrig', "UPDATE logg SET objekt = '2020-0001' WHERE nr = 2", `CREATE TRIGGER logg_andras_aldrig BEFORE UPDATE ON logg ${vakten}`)
    // Only a log that has not been walked today is walked again.
    await utifran(kontor.data, 'per', "DELETE FROM installningar WHERE nyckel = 'kedjelage'")
    await nytt('anna')
    await expect.poll(() => utifranLast(kontor.data, 'per', "SELECT count(*) FROM installningar WHERE nyckel = 'kedjelage'"), { timeout: 60_000, interval: 500 }).toBe(1)

    for (const vem of ['chef', 'adm'] as const) {
      const sida = await nytt(vem)
      await sida.getByRole('heading', { name: 'Loggen är ändrad utanför Lotsen' }).waitFor()
      await sida.getByRole('alert').getByText(/^Rad 2 är ändrad, borttagen eller utbytt\./).waitFor()
      expect(await granska(sida)).toEqual([])
      await sida.getByRole('link', { name: vem === 'chef' ? 'Till loggkontrollen' : 'Till säkerhetskopiorna' }).first().click()
      await sida.getByRole('heading', { name: vem === 'chef' ? 'Nästa kontroll' : 'Dagens kopia' }).waitFor()
    }
    const per = await nytt('anna')
    await per.getByRole('heading', { name: 'Min vecka' }).waitFor()
    expect(await per.getByText('Loggen är ändrad utanför Lotsen').count()).toBe(0)
  })
})
