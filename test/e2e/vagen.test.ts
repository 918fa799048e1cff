import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { allt, type Fonster, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, lyckasMed, provplats, registerfil, REGISTER } from '../lib/kontor.ts'
import { Tangentbord } from '../lib/tangentbord.ts'

// The whole road of an office's first day, by keyboard alone: no click, no value set from outside. The one thing handed over is the
// file to the operating system's own file chooser, which is not Lotsen's.

const CHEF = { anvandarnamn: 'karin', losenord: 'tre-rapsfalt-i-juni' }
const ANNA = { anvandarnamn: 'anna', forsta: 'lappen-pa-skrivbordet', losenord: 'linden-vid-an-41' }

let webblasare: Browser
let fonster: Fonster
let sida: Page
let tangenter: Tangentbord
const plats = provplats()

beforeAll(async () => {
  webblasare = await startaChromium()
  fonster = await oppnaLotsen(webblasare, plats.data)
  sida = fonster.sida
  tangenter = new Tangentbord(sida)
})

afterAll(async () => {
  await fonster.stang()
  await webblasare.close()
  plats.bort()
})

const rubrik = (namn: string | RegExp) => sida.getByRole('heading', { level: 1, name: namn, exact: true }).first().waitFor()

async function loggaIn(anvandarnamn: string, losenord: string): Promise<void> {
  await rubrik('Logga in')
  // The first field has the focus from the start.
  expect(await tangenter.fokus()).toBe('Användarnamn')
  await sida.keyboard.type(anvandarnamn)
  await tangenter.skriv('Lösenord', losenord)
  await sida.keyboard.press('Enter')
}

describe('an office’s first day, by keyboard alone', () => {
  it('is set up, one question a page', async () => {
    await rubrik('Kom igång med Lotsen')
    await tangenter.tryck('Skapa kontor')

    await rubrik('Vad heter enheten?')
    await tangenter.skriv('Enhetens namn', 'Personligt ombud Norra Dalarna')
    await tangenter.valj(/Värdkommun/, 'mora')
    await tangenter.tryck('Fortsätt')

    await rubrik('Vilka kommuner arbetar enheten för?')
    await tangenter.valj(/Kommuner/, 'orsa', { flera: true })
    await tangenter.valj(/Kommuner/, 'älvdalen', { flera: true })
    await tangenter.tryck('Fortsätt')

    await rubrik('Vem är du?')
    await tangenter.skriv('Namn', 'Karin Berg')
    await tangenter.kryssa(/^Enhetschef/)
    await tangenter.skriv('Lösenord', 'karinberg')
    await sida.getByText('Lösenordet ska ha minst 12 tecken').waitFor()
    await sida.keyboard.press('Control+A')
    await sida.keyboard.type(CHEF.losenord)
    await sida.getByText('Lösenordet går att använda.').waitFor()
    await tangenter.skriv('Lösenord igen', CHEF.losenord)
    await sida.keyboard.press('Enter')

    await rubrik('Vilka fler ska använda Lotsen?')
    await tangenter.tryck('Lägg till användare')
    await rubrik('Lägg till en användare')
    await tangenter.skriv('Namn', 'Anna Lind')
    await tangenter.kryssa(/^Ombud/)
    await tangenter.skriv('Första lösenord', ANNA.forsta)
    await sida.keyboard.press('Enter')
    await rubrik('Vilka fler ska använda Lotsen?')
    await sida.getByRole('row', { name: 'Anna Lind anna Ombud' }).waitFor()
    await tangenter.tryck('Fortsätt')
    await rubrik('Hur länge sparas ombudens anteckningar?')
    await tangenter.kryssa(/^Ja, planen säger det/)
    await tangenter.skriv('Planens beteckning', 'Dokumenthanteringsplan SN 2026/88')
    await sida.keyboard.press('Enter')
  })

  it('shows the answers, and comes back to them from a change', async () => {
    await rubrik('Kontrollera svaren')
    await tangenter.tryck('Ändra: Enhetens namn')
    await rubrik('Vad heter enheten?')
    await tangenter.skriv('Enhetens namn', 'Personligt ombud i norr')
    await sida.keyboard.press('Enter')
    await rubrik('Kontrollera svaren')
    await sida.getByText('Personligt ombud i norr').waitFor()
    for (const svar of ['Bekräftad: Dokumenthanteringsplan SN 2026/88', 'Mora, Orsa, Älvdalen', 'Loggar in som karin', 'Loggar in som anna']) await sida.getByText(svar).waitFor()
    expect(await sida.locator('main').innerText()).not.toContain(CHEF.losenord)
    await tangenter.tryck('Fortsätt till nyckelbladet')
  })

  it('prints the nyckelblad and is created only by two groups from the paper', async () => {
    await rubrik('Nyckelbladet')
    await tangenter.tryck('Visa nyckelbladet')
    await rubrik('Nyckelblad')
    const grupper = await sida.locator('.grupper li').evaluateAll((rader) => rader.map((rad) => rad.lastChild?.textContent ?? ''))
    expect(grupper).toHaveLength(15)
    await sida.evaluate(() => window.addEventListener('beforeprint', () => document.body.setAttribute('data-skrevs', document.title)))
    await tangenter.tryck('Skriv ut')
    await sida.locator('body[data-skrevs=Nyckelblad]').waitFor()
    await tangenter.tryck('Fortsätt')

    await rubrik('Skriv av två grupper från bladet')
    const falt = await sida.getByLabel(/^Grupp \d+$/).evaluateAll((rutor) => rutor.map((ruta) => (ruta instanceof HTMLInputElement ? (ruta.labels?.[0]?.innerText ?? '') : '')))
    const grupp = (etikett = '') => grupper[Number(etikett.replace('Grupp ', '')) - 1] ?? ''
    expect(await tangenter.fokus()).toBe(falt[0])
    await sida.keyboard.type(grupp(falt[0]).toLowerCase())
    await tangenter.skriv(falt[1] ?? '', 'fel!')
    await sida.keyboard.press('Enter')
    await sida.getByRole('alert').waitFor()
    expect(existsSync(plats.data)).toBe(false)
    // The summary has the focus; its link leads to the field.
    await tangenter.tryck(/stämmer inte med nyckelbladet/)
    expect(await tangenter.fokus()).toBe(falt[1])
    await sida.keyboard.press('Control+A')
    await sida.keyboard.type(grupp(falt[1]))
    await sida.keyboard.press('Enter')
    await rubrik('Kontoret är skapat')
    expect(readdirSync(plats.data)).toEqual(expect.arrayContaining(['office.db', 'vault.json']))
    await tangenter.tryck('Till inloggningen')
  })

  it('imports the register it has', async () => {
    await loggaIn(CHEF.anvandarnamn, CHEF.losenord)
    await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
    await tangenter.ga('Kontoret')
    await rubrik('Kontoret')
    await tangenter.tryck('Importera ett register')
    await rubrik('Importera ett register')
    const register = plats.bredvid('register.csv')
    writeFileSync(register, registerfil(REGISTER.map((rad) => (rad.ombud === 'per' ? { ...rad, ombud: 'anna' } : rad))))
    const [valjare] = await Promise.all([sida.waitForEvent('filechooser'), tangenter.tryck(/^Välj fil/)])
    await valjare.setFiles(register)
    await sida.getByText('Steg 2 av 4').waitFor()
    await tangenter.tryck('Kontrollera filen')
    await sida.getByText('Steg 3 av 4').waitFor()
    await tangenter.tryck('Importera 6 klienter och 10 kontakter')
    await rubrik('Registret är importerat')
    await sida.getByText('Källfilen register.csv finns kvar på datorn').waitFor()
  })

  it('opens a figure of the redovisning and sees it on paper', async () => {
    await tangenter.ga('Redovisning')
    await rubrik(/^Redovisning \d{4}$/)
    await tangenter.till(/År$/)
    await sida.keyboard.press('Enter')
    await sida.getByRole('listbox').waitFor()
    await sida.keyboard.type(String(AR))
    await sida.keyboard.press('Enter')
    await rubrik(`Redovisning ${AR}`)
    await lugn(sida)
    await tangenter.tryck('Alla siffror')
    await lugn(sida)
    await tangenter.tryck('Öppna Fått stöd under året')
    const panel = sida.getByRole('region', { name: /Fått stöd under året/ })
    await panel.getByText(`${AR}-0001`).waitFor()
    expect(await panel.getByRole('listitem').count()).toBe(6)
    const allt_ = await allt(sida)
    expect(KLIENTNAMN.filter((namn) => allt_.includes(namn))).toEqual([])
    await sida.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })

    await sida.keyboard.press('s')
    await rubrik(`Redovisning ${AR}`)
    await sida.getByRole('heading', { name: 'Redovisning av verksamhet med personligt ombud' }).waitFor()
    await tangenter.till('Skriv ut')
  })

  it('exports a backup, which opens with the password', async () => {
    await tangenter.ga('Kontoret')
    await rubrik('Kontoret')
    await tangenter.tryck('Exportera säkerhetskopia')
    await lugn(sida)
    mkdirSync(plats.bredvid('kopior'))
    await tangenter.skriv('Mapp', plats.bredvid('kopior'))
    await tangenter.tryck('Exportera')
    await sida.getByText('Säkerhetskopian är gjord').waitFor()
    const [kopia = ''] = readdirSync(plats.bredvid('kopior'))
    const svar = JSON.parse(await lyckasMed(['kontrollera', '--fil', `${plats.bredvid('kopior')}/${kopia}`, '--anvandare', CHEF.anvandarnamn, '--json'], CHEF.losenord)) as Record<string, unknown>
    expect(svar).toMatchObject({ hel: true, arenden: 6 })
  })

  it('locks, and nothing complained on the way', async () => {
    await sida.keyboard.press('Control+L')
    await rubrik('Logga in')
    expect(fonster.klagomal).toEqual([])
  })
})

describe('the second user’s first day', () => {
  it('begins with a password of her own: the first one is worth nothing afterwards', async () => {
    await loggaIn(ANNA.anvandarnamn, ANNA.forsta)
    await rubrik('Välj ett eget lösenord')
    expect(await sida.getByRole('navigation').count()).toBe(0)
    await tangenter.skriv('Nytt lösenord', ANNA.losenord)
    await tangenter.skriv('Nytt lösenord igen', ANNA.losenord)
    await sida.keyboard.press('Enter')
    // The field for the present one was left empty.
    await sida.getByRole('alert').waitFor()
    await tangenter.tryck('Skriv ditt lösenord.')
    await sida.keyboard.type(ANNA.forsta)
    await sida.keyboard.press('Enter')
    await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
    await sida.keyboard.press('Control+L')

    await loggaIn(ANNA.anvandarnamn, ANNA.forsta)
    await sida.getByText('Användarnamnet eller lösenordet stämmer inte.').first().waitFor()
  })

  it('ends with her clients by name, which the importer could not read', async () => {
    await sida.reload()
    await loggaIn(ANNA.anvandarnamn, ANNA.losenord)
    await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
    await tangenter.ga('Klienter')
    await rubrik('Klienter')
    await sida.getByRole('link', { name: KLIENTNAMN[0] }).waitFor()
    await tangenter.tryck(KLIENTNAMN[0])
    await rubrik(KLIENTNAMN[0])
    expect(await sida.title()).not.toContain('Elsa')
  })
})
