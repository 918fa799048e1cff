import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, loggaIn, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, type Person, type Provkontor, provkontor } from '../lib/kontor.ts'

// A case on its way between ombud, a person on the way from the queue, and what is half written through a lock: by the screens.

const ARENDE = `${AR}-0001`
const [NAMN] = KLIENTNAMN

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

const knapp = (namn: string | RegExp, har: Page = sida) => har.getByRole('button', { name: namn, exact: true }).first()

async function fortsatt(): Promise<void> {
  await knapp('Fortsätt').click()
  await lugn(sida)
}

async function valj(falt: RegExp, val: string, har: Page = sida): Promise<void> {
  await har.getByRole('button', { name: falt }).first().click()
  await har.getByRole('option', { name: val, exact: true }).click()
}

/** The page as it stands: nothing for axe, and no client in the title. */
async function felfri(har: Page = sida): Promise<void> {
  const titel = await har.title()
  expect(KLIENTNAMN.filter((namn) => namn.split(' ').some((del) => titel.includes(del)))).toEqual([])
  expect(await granska(har)).toEqual([])
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

describe('a case between ombud', () => {
  it('is offered, one question a page', async () => {
    await ga(sida, `/klienter/${ARENDE}`)
    await sida.getByRole('link', { name: 'Lämna över' }).click()
    await sida.getByRole('heading', { name: 'Till vem?' }).waitFor()
    await fortsatt()
    await sida.getByRole('alert').getByText('Välj vem som ska ta emot ärendet.').waitFor()
    await valj(/Mottagare/, 'Per Nyström')
    await fortsatt()
    await sida.getByLabel(/^Byte av ombud/).check()
    await fortsatt()
    await sida.getByLabel(/^Ja/).check()
    await sida.getByLabel('Vilken dag?').fill('i går')
    await fortsatt()
    await sida.getByLabel(/Meddelande/).fill('Ring på förmiddagen.')
    await fortsatt()
    await sida.getByRole('heading', { name: 'Kontrollera svaren' }).waitFor()
    await felfri()
    await knapp('Erbjud överlämningen').click()
    await sida.getByText('Erbjudet till Per Nyström').waitFor()
    await felfri()
  })

  it('is read by the receiver without a name, and opened once accepted', async () => {
    await som('per', async (har) => {
      await ga(har, '/overlamningar')
      await har.getByText('Ring på förmiddagen.').waitFor()
      expect(await har.locator('main').innerText()).not.toContain(NAMN)
      await felfri(har)
      await har.getByRole('button', { name: `Ta emot ${ARENDE}` }).click()
      await har.getByText(`Ärende ${ARENDE} är mottaget.`).waitFor()
      await ga(har, `/klienter/${ARENDE}`)
      await har.getByRole('heading', { name: NAMN }).waitFor()
      await har.getByText('Anna Lind, ombud').waitFor()
    })
    await ga(sida, '/overlamningar')
    await sida.getByText('tagen emot').waitFor()
  })
})

describe('somebody in the queue', () => {
  it('is written once, and carried into the uppdrag', async () => {
    await ga(sida, '/kontakter')
    await valj(/Kommun$/, 'Mora')
    await valj(/Vem tog kontakt/, 'Personen själv')
    await valj(/Hur\?/, 'Telefon')
    await valj(/Vad ledde det till/, 'I kö')
    await sida.getByLabel(/Namn på den/).fill('Nils Köman')
    await sida.getByLabel(/Telefon till/).fill('070-1740699')
    await knapp('Spara kontakten').click()
    await ga(sida, '/kontakter/ko')
    await sida.getByText('Nils Köman').waitFor()
    await sida.getByText('070-1740699').waitFor()
    await felfri()
    await sida.keyboard.press('Control+Shift+D')
    await sida.getByText('Nils Köman').waitFor({ state: 'detached' })
    await sida.keyboard.press('Control+Shift+D')
    await sida.getByRole('listitem').getByRole('link', { name: 'Nytt uppdrag' }).click()
    await lugn(sida)
    await sida.getByLabel('En ny klient').check()
    await fortsatt()
    expect(await sida.getByLabel('Namn', { exact: true }).inputValue()).toBe('Nils Köman')
    expect(await sida.getByLabel(/^Telefon/).inputValue()).toBe('070-1740699')
  })
})

describe('what is half written', () => {
  it('is there again after a lock, says when it is from, and can be thrown away', async () => {
    await ga(sida, `/klienter/${AR}-0004`)
    await knapp('Ny anteckning').click()
    await sida.getByLabel('Anteckning', { exact: true }).fill('Halvskriven tanke')
    await sida.keyboard.press('Control+l')
    await knapp('Logga in').waitFor()
    await loggaIn(sida, 'anna')
    await ga(sida, `/klienter/${AR}-0004`)
    await sida.getByText(/^Utkast från i dag/).waitFor()
    expect(await sida.getByLabel('Anteckning', { exact: true }).inputValue()).toBe('Halvskriven tanke')
    await felfri()
    await knapp('Släng utkastet').click()
    await sida.getByLabel('Anteckning', { exact: true }).waitFor({ state: 'detached' })
    expect(fonster.klagomal).toEqual([])
  })
})

describe('an ombud who is away', () => {
  it('has the cases moved by the chief with the nyckelblad, and can then be disabled', async () => {
    await som('adm', async (har) => {
      await ga(har, '/kontoret/anvandare')
      await har.getByRole('link', { name: 'Ändra Anna Lind' }).click()
      await har.getByRole('link', { name: 'Stäng av' }).click()
      await har.getByRole('button', { name: 'Stäng av Anna Lind' }).click()
      await har.getByRole('alert').getByText(/Lämna över alla/).waitFor()
    })
    await som('chef', async (har) => {
      await ga(har, '/kontoret/nodoppning')
      await valj(/Från vilket ombud/, 'Anna Lind', har)
      await valj(/Till vilket ombud/, 'Per Nyström', har)
      await har.getByLabel('Varför?').fill('Sjukskriven')
      await har.getByLabel(/Nyckeln från/).fill(kontor.nyckel)
      await felfri(har)
      await knapp('Flytta ärendena', har).click()
      await har.getByRole('heading', { name: 'Ärendena är flyttade' }).waitFor()
    })
    await som('per', async (har) => {
      await ga(har, '/overlamningar')
      await har.getByText(/gjord av Karin Berg: Sjukskriven/).waitFor()
      await felfri(har)
      await har.getByRole('button', { name: /^Jag har sett det/ }).click()
      await har.getByText('Noterat.').waitFor()
    })
    await som('adm', async (har) => {
      await ga(har, '/kontoret/anvandare')
      await har.getByRole('link', { name: 'Ändra Anna Lind' }).click()
      await har.getByRole('link', { name: 'Stäng av' }).click()
      await har.getByRole('button', { name: 'Stäng av Anna Lind' }).click()
      await har.getByText('Anna Lind är avstängd').waitFor()
    })
  })
})
