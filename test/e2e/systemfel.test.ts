import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, loggaIn, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { FOLK, KLIENTNAMN, type Person, type Provkontor, provkontor } from '../lib/kontor.ts'
import { lasPdf } from '../lib/pdf.ts'

// A brist on its way: noticed, seen again by somebody else, taken to the ledningsgrupp, decided, and told back to whoever noticed it.

const VAD = 'Handläggarna byts ofta och ingen tar över ärendena.'

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster
let sida: Page

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
  fonster = await oppnaLotsen(webblasare, kontor.data)
  sida = fonster.sida
  await loggaIn(sida, 'anna')
})

afterAll(async () => {
  await fonster.stang()
  await webblasare.close()
  kontor.bort()
})

const knapp = (har: Page, namn: string | RegExp) => har.getByRole('button', { name: namn, exact: true }).first()

async function valj(har: Page, falt: RegExp, val: string): Promise<void> {
  await har.getByRole('button', { name: falt }).first().click()
  await har.getByRole('option', { name: val, exact: true }).click()
}

async function som(vem: Person, gor: (har: Page) => Promise<void>): Promise<void> {
  const annat = await oppnaLotsen(webblasare, kontor.data)
  try {
    await loggaIn(annat.sida, vem)
    await gor(annat.sida)
    expect(annat.klagomal).toEqual([])
  } finally {
    await annat.stang()
  }
}

/** Chooses from the list that has focus by typing its beginning, as one does without a mouse. */
async function valjMedTangenter(bokstaver: string): Promise<void> {
  await sida.keyboard.press('Enter')
  await sida.getByRole('listbox').waitFor()
  await sida.keyboard.type(bokstaver)
  await sida.keyboard.press('Enter')
  await sida.getByRole('listbox').waitFor({ state: 'detached' })
  await sida.keyboard.press('Tab')
}

describe('a brist', () => {
  it('is noticed in under a minute without a mouse; a name and a personnummer are stopped', async () => {
    const borjade = Date.now()
    await sida.keyboard.press('Control+K')
    await sida.getByRole('dialog').waitFor()
    await sida.keyboard.type('Notera en brist')
    await sida.getByRole('menuitem', { name: 'Notera en brist' }).waitFor()
    await sida.keyboard.press('Enter')
    await sida.getByRole('heading', { name: 'Notera en brist' }).waitFor()
    await sida.getByLabel('Vad händer?').waitFor()
    await sida.keyboard.type(`${VAD} Maja Ek fick vänta, 19750101-2384.`)
    await sida.getByText('Ta bort personnumret 19750101-2384.').waitFor()
    await sida.getByText('”Maja Ek” kan vara ett namn.').waitFor()
    expect(await granska(sida)).toEqual([])
    // By Tab through what the guard asks, to the choices.
    await sida.getByRole('button', { name: 'Det är inget namn: Maja Ek' }).waitFor()
    await sida.keyboard.press('Tab')
    await sida.keyboard.press('Tab')
    await valjMedTangenter('Ansvar')
    await valjMedTangenter('Lokal')
    await valjMedTangenter('Socialtj')
    await valjMedTangenter('Mora')
    // Saved from the list's own button too.
    await sida.keyboard.press('Shift+Tab')
    await sida.locator('button[aria-haspopup=listbox]:focus').waitFor()
    await sida.keyboard.press('Control+Enter')
    await sida.getByRole('alert').getByText('Ta bort personnumret. Brister skrivs utan personuppgifter.').waitFor()
    await sida.getByLabel('Vad händer?').fill(`${VAD} Maja Ek fick vänta.`)
    await sida.keyboard.press('Control+Enter')
    await sida.getByRole('alert').getByText(/Maja Ek kan vara ett namn/).waitFor()
    // The client's own name is known to the office alone: it asks at the field, and can be answered.
    await sida.getByLabel('Vad händer?').fill(VAD)
    await sida.getByLabel('Vad leder det till?').fill(`Att ekström inte betyder något men Ekström gör det.`)
    await sida.keyboard.press('Control+Enter')
    await sida.getByRole('alert').getByText(/Ekström kan vara ett namn/).waitFor()
    await sida.getByLabel('Vad leder det till?').fill('Att allt börjar om varje gång.')
    await sida.keyboard.press('Control+Enter')
    await sida.getByRole('heading', { name: VAD }).waitFor()
    expect(Date.now() - borjade).toBeLessThan(60_000)
    expect(await granska(sida)).toEqual([])
  })

  it('is offered to a colleague who writes the same, and is seen again instead', async () => {
    await som('per', async (har) => {
      await ga(har, '/systemfel/ny')
      await har.getByLabel('Vad händer?').fill('Byten av handläggare gör att ingen tar över ärendet')
      await har.getByRole('button', { name: `Iakttagen igen: ${VAD}` }).click()
      await har.getByRole('heading', { name: VAD }).waitFor()
      await har.getByText('Per Nyström').first().waitFor()
      await ga(har, '/systemfel')
      expect(await har.getByRole('row').filter({ hasText: VAD }).innerText()).toContain('2')
      expect(await granska(har)).toEqual([])
    })
  })
})

describe('the ledningsgrupp', () => {
  it('is set up by the chief, calls a meeting, decides, prints and exports without personal data', async () => {
    await som('chef', async (har) => {
      await ga(har, '/min-vecka')
      await har.getByText('Ingen ledningsgrupp är inskriven.').waitFor()
      await ga(har, '/systemfel/ledningsgrupp')
      await knapp(har, 'Skriv in ledningsgruppen').click()
      await har.getByLabel('Namn').fill('Gemensam ledningsgrupp')
      await valj(har, /Slag$/, 'Gemensam för flera enheter')
      await har.getByLabel(/andra enheter/).fill('Provskogens PO')
      await knapp(har, 'Spara').click()
      await har.getByText(/Ingen sitter i dag på platsen för kommunen, primärvården/).waitFor()
      await knapp(har, 'Ny plats').click()
      await valj(har, /Vems plats/, 'Regionens psykiatri')
      await knapp(har, 'Spara').click()
      await knapp(har, 'Ny ledamot: Regionens psykiatri').click()
      await har.getByLabel('Namn').fill('Zelda Tjänsteman')
      await knapp(har, 'Spara').click()
      await har.getByText('Zelda Tjänsteman').waitFor()
      expect(await har.locator('main').innerText()).not.toContain('primärvården, psykiatrin')
      expect(await granska(har)).toEqual([])

      await knapp(har, 'Nytt möte').click()
      await har.getByLabel('Dag', { exact: true }).fill('i dag')
      await har.getByRole('textbox', { name: /^Plats/ }).fill('Kommunhuset')
      await knapp(har, 'Spara').click()
      await har.getByRole('list', { name: 'Möten' }).getByRole('link').click()
      await knapp(har, `Ta upp: ${VAD}`).click()
      await knapp(har, `Skriv beslut: ${VAD}`).click()
      await valj(har, /Beslut$/, 'Åtgärd pågår')
      await har.getByLabel('Återkoppling').fill('Ring 070-174 06 05')
      await knapp(har, 'Spara').click()
      await har.getByRole('alert').getByText(/Ta bort telefonnumret/).waitFor()
      await har.getByLabel('Återkoppling').fill('Socialtjänsten ser över bemanningen.')
      await knapp(har, 'Spara').click()
      await har.getByText('Beslutet är sparat, och återkopplat.').waitFor()
      expect(await granska(har)).toEqual([])

      const hamtad = har.waitForEvent('download')
      await knapp(har, 'Hämta som JSON').click()
      const fil = await hamtad
      expect(fil.suggestedFilename()).toMatch(/^ledningsgrupp-\d{4}-\d\d-\d\d\.json$/)
      const json = readFileSync(await fil.path(), 'utf8')
      expect(JSON.parse(json)).toMatchObject({ format: 'lotsen-ledningsgrupp', brister: [{ vad: VAD, iakttagelser: { antal: 2 }, beslut: { text: 'Socialtjänsten ser över bemanningen.' } }] })

      await har.getByRole('link', { name: 'Kallelse och underlag' }).click()
      await har.getByRole('heading', { name: 'Kallelse och underlag: Gemensam ledningsgrupp' }).waitFor()
      expect(await granska(har)).toEqual([])
      await har.evaluate(() => { window.print = () => undefined })
      await knapp(har, 'Skriv ut').click()
      const pdf = await lasPdf(await har.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }))
      expect(pdf.text).toContain(VAD)
      expect(pdf.text).toContain('Socialtjänsten ser över bemanningen.')
      expect(pdf.sidor[0]?.roller).toContain('H1')
      // A shared group is told neither who sits in it, nor who noticed, nor of any client.
      for (const text of [json, pdf.text.split('\n').filter((rad) => !rad.startsWith('Utskriven')).join('\n')]) {
        for (const namn of ['Zelda', FOLK.anna.namn, FOLK.per.namn, ...KLIENTNAMN]) expect(text).not.toContain(namn)
        expect(text).not.toMatch(/\b(?:19|20)\d{2}-\d{4}\b/)
      }
      for (const rapport of ['ledningsgrupp', 'lansstyrelsen']) {
        await ga(har, `/systemfel/rapporter/${rapport}`)
        await har.getByRole('heading', { level: 4, name: `1. ${VAD}` }).waitFor()
        expect(await granska(har)).toEqual([])
      }
    })
  })

  it('is told back on Min vecka until it has been seen, and on the brist’s page for good', async () => {
    await ga(sida, '/min-vecka')
    await sida.reload()
    await knapp(sida, 'Logga in').waitFor()
    await loggaIn(sida, 'anna')
    await sida.getByText(/Socialtjänsten ser över bemanningen/).waitFor()
    expect(await granska(sida)).toEqual([])
    await knapp(sida, `Jag har sett det: ${VAD}`).click()
    await sida.getByText('Noterat.').waitFor()
    await sida.getByText(/Socialtjänsten ser över bemanningen/).waitFor({ state: 'detached' })
    await ga(sida, '/systemfel')
    await sida.getByRole('link', { name: VAD }).click()
    await lugn(sida)
    await sida.getByText(/Socialtjänsten ser över bemanningen/).waitFor()
    expect(fonster.klagomal).toEqual([])
  })
})
