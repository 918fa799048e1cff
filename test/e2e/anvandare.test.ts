import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, loggaIn, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { KLIENTNAMN, type Person, type Provkontor, provkontor } from '../lib/kontor.ts'

// Users and keys through the screens: a forgotten password, somebody disabled, a nyckelblad replaced while two ombud compare it.

const TILLFALLIGT = 'tre-roda-traktorer-7'
const EGET = 'nio-blaa-batar-i-hamn'
const [NAMN] = KLIENTNAMN

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster
let sida: Page
let brister: string[]

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
  fonster = await oppnaLotsen(webblasare, kontor.data)
  sida = fonster.sida
  brister = []
})

afterAll(async () => {
  await fonster.stang()
  await webblasare.close()
  kontor.bort()
})

const knapp = (namn: string) => sida.getByRole('button', { name: namn, exact: true })

/** Locks, and comes back to the login. */
async function las(): Promise<void> {
  await sida.keyboard.press('Control+L')
  await knapp('Logga in').waitFor()
}

/** Nothing serious by axe on the page as it stands, and room at twice the text size; gathered and told at the end. */
async function syna(namn: string): Promise<void> {
  for (const brist of await granska(sida)) brister.push(`${namn}: ${brist}`)
}

async function skot(namn: string): Promise<void> {
  await ga(sida, '/kontoret/anvandare')
  await sida.getByRole('link', { name: `Ändra ${namn}` }).click()
  await lugn(sida)
}

describe('users and keys', () => {
  it('a user says that somebody knows the password, and the chief gives a new one with the sheet', async () => {
    await loggaIn(sida, 'anna')
    await ga(sida, '/mitt-losenord')
    await syna('own password')
    await knapp('Någon kan mitt lösenord').click()
    await sida.getByText('Det är sagt.').waitFor()
    await las()

    const annan = await oppnaLotsen(webblasare, kontor.data)
    await loggaIn(annan.sida, 'anna')
    await loggaIn(sida, 'chef')
    await ga(sida, '/kontoret/anvandare')
    await sida.getByText('någon kan lösenordet').waitFor()
    await syna('users')
    await skot('Anna Lind')
    await syna('a user, for the chief')
    await sida.getByRole('link', { name: 'Ge nytt lösenord' }).click()
    await sida.getByLabel('Tillfälligt lösenord').fill(TILLFALLIGT)
    await sida.getByLabel(/Nyckeln från/).fill(kontor.nyckel)
    await syna('a new password')
    await knapp('Ge nytt lösenord').click()
    await sida.getByRole('heading', { name: 'Anna Lind har fått ett nytt lösenord' }).waitFor()
    await sida.getByText('4 ärenden följer med.').waitFor()
    // Where she is logged in already she is let no further, and told why.
    const varfor = annan.sida.getByText('Logga in igen.')
    await annan.sida.getByRole('link', { name: 'Kontakter' }).or(varfor).first().click() // unless the page has asked something by itself
    await varfor.waitFor()
    await annan.sida.getByLabel('Användarnamn').waitFor()
    await annan.stang()
    await ga(sida, '/kontoret/anvandare')
    await sida.getByRole('heading', { name: 'Databasens nyckel ska bytas' }).waitFor()
    await sida.getByText(/Anna Lind, inloggad/).waitFor()
    await syna('a key that waits')
    await las()

    await sida.getByLabel('Användarnamn').fill('anna')
    await sida.getByLabel('Lösenord', { exact: true }).fill(TILLFALLIGT)
    await sida.keyboard.press('Enter')
    await sida.getByRole('heading', { name: 'Välj ett eget lösenord' }).waitFor()
    await sida.getByLabel('Nuvarande lösenord').fill(TILLFALLIGT)
    await sida.getByLabel('Nytt lösenord', { exact: true }).fill(EGET)
    await sida.getByLabel('Nytt lösenord igen').fill(EGET)
    await knapp('Spara lösenordet').click()
    await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
    await ga(sida, '/klienter')
    await sida.getByText(NAMN).first().waitFor()
    await las()
  })

  it('a sheet is replaced by two, and two ombud compare it', async () => {
    await loggaIn(sida, 'chef')
    await ga(sida, '/kontoret/anvandare')
    await sida.getByRole('heading', { name: /^Användare/ }).waitFor()
    expect(await sida.getByRole('heading', { name: 'Databasens nyckel ska bytas' }).count()).toBe(0) // Anna's login was alone
    await ga(sida, '/kontoret/nyckelblad')
    await syna('the sheet')
    await sida.getByRole('link', { name: 'Gör ett nytt nyckelblad' }).click()
    await knapp('Gör ett nytt nyckelblad').click()
    await sida.getByText(/Kontrolltecken:/).waitFor()
    const tecken = /Kontrolltecken: ([0-9A-F ]+)\./.exec(await sida.locator('main').innerText())?.[1] ?? ''
    const grupper = (await sida.locator('ol.grupper li').allInnerTexts()).map((rad) => rad.replace(/^\d+\s*/u, '').trim())
    await syna('the new sheet')
    await knapp('Fortsätt').click()
    for (const nr of grupper.keys()) {
      const falt = sida.getByLabel(`Grupp ${nr + 1}`, { exact: true })
      if ((await falt.count()) > 0) await falt.fill(grupper[nr] ?? '')
    }
    await sida.getByLabel('Den andras användarnamn').fill('adm')
    await sida.getByLabel('Den andras lösenord').fill('kopiatorn-pa-plan-tva')
    await syna('the groups')
    await knapp('Låt det nya bladet gälla').click()
    await sida.getByText(/Det nya bladet gäller/).waitFor()
    await ga(sida, '/kontoret/nyckelblad')
    await sida.getByRole('heading', { name: /Bytet av nyckelblad pågår/ }).waitFor()
    await syna('a replacement that goes on')
    await las()

    const jamfor = async (vem: Person, losenord?: string): Promise<void> => {
      await sida.getByLabel('Användarnamn').fill(vem)
      await sida.getByLabel('Lösenord', { exact: true }).fill(losenord ?? { per: 'fyra-skidor-i-hallen', adm: 'kopiatorn-pa-plan-tva', anna: EGET, chef: '' }[vem])
      await sida.keyboard.press('Enter')
      await sida.getByRole('heading', { name: 'Kontoret har ett nytt nyckelblad' }).waitFor()
      await sida.getByLabel('Kontrolltecken från pappret').fill(tecken.toLowerCase())
      if (vem === 'per') await syna('comparing the sheet')
      await knapp('Det stämmer').click()
      await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
      await las()
    }
    await jamfor('anna')
    await jamfor('per')
    await jamfor('adm')
    await loggaIn(sida, 'chef')
    await ga(sida, '/kontoret/nyckelblad')
    await sida.getByText(tecken).waitFor()
    expect(await sida.getByRole('heading', { name: /pågår/ }).count()).toBe(0)
    await las()
    await loggaIn(sida, 'anna', EGET)
    await ga(sida, '/klienter')
    await sida.getByText(NAMN).first().waitFor()
    await las()
  })

  it('an administratör looks after users; the last of a role is kept, and the former sheet is refused', async () => {
    await loggaIn(sida, 'adm')
    await skot('Karin Berg')
    await syna('a user, for the administratör')
    await sida.getByRole('link', { name: 'Stäng av' }).click()
    await syna('disabling')
    await knapp('Stäng av Karin Berg').click()
    await sida.getByRole('alert').getByText(/enda med rollen Enhetschef/).waitFor()
    await skot('Alva Kansli')
    await sida.getByLabel('Namn', { exact: true }).fill('Alva Kansler')
    await sida.getByLabel(/Nyckeln från/).fill(kontor.nyckel) // the sheet that was replaced
    await knapp('Spara namn och roller').click()
    await sida.getByText(/hör inte till det här kontoret/).first().waitFor()
    await las()
    expect(fonster.klagomal).toEqual([])
  })

  it('who has forgotten a password is told whom to ask, and how when there is nobody', async () => {
    await sida.getByRole('link', { name: 'Glömt lösenord?' }).click()
    await sida.getByRole('heading', { name: 'Glömt lösenord', exact: true }).waitFor()
    await syna('forgotten password')
    await sida.getByLabel('Användarnamn').fill('adm')
    await sida.getByLabel('Tillfälligt lösenord').fill(TILLFALLIGT)
    await sida.getByLabel(/Nyckeln från/).fill(kontor.nyckel)
    await knapp('Ge nytt lösenord').click()
    await sida.getByText(/Nyckelbladet hör inte till det här kontoret/).first().waitFor()
    expect(brister).toEqual([])
    expect(fonster.klagomal).toEqual([])
  })
})
