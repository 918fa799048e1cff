import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, loggaIn, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, type Person, type Provkontor, provkontor, provplats, registerfil } from '../lib/kontor.ts'
import { svaraIUppstarten } from '../lib/uppstart.ts'

// Every page, for every role that has it: nothing serious by axe in light and dark, room enough at 1280 pixels with twice the text size,
// and no client's name in the window's title.

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster
let anmarkningar: string[]
const tomt = provplats()

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})

afterAll(async () => {
  await webblasare.close()
  kontor.bort()
  tomt.bort()
})

afterEach(() => fonster.stang())

async function borja(data: string): Promise<Page> {
  anmarkningar = []
  fonster = await oppnaLotsen(webblasare, data)
  return fonster.sida
}

/** Nothing the page said against itself, and nothing that was found on it. */
const utanAnmarkning = () => expect([...anmarkningar, ...fonster.klagomal]).toEqual([])

/** Looks at the page as it stands, in every way; what is wrong is gathered, so that one run says all. */
async function syna(sida: Page, namn: string): Promise<void> {
  const fel = (vad: string) => anmarkningar.push(`${namn}: ${vad}`)
  await sida.emulateMedia({ colorScheme: 'light' })
  for (const brist of await granska(sida)) fel(brist)
  await sida.emulateMedia({ colorScheme: 'dark' })
  for (const brist of await granska(sida, ['color-contrast'])) fel(`dark, ${brist}`)
  await sida.emulateMedia({ colorScheme: 'light' })
  const [bredd, plats] = await sida.evaluate(async () => {
    const rot = document.documentElement
    const vanlig = getComputedStyle(rot).fontSize
    rot.style.fontSize = `${2 * Number.parseFloat(vanlig)}px`
    await new Promise((klar) => requestAnimationFrame(() => requestAnimationFrame(klar)))
    const matt = [rot.scrollWidth, rot.clientWidth] as const
    rot.style.fontSize = ''
    return matt
  })
  if (bredd > plats) fel(`${bredd} pixels wide at twice the text size, where ${plats} are to be had`)
  const titel = await sida.title()
  if (!/^Lotsen – ./.test(titel)) fel(`is titled ${titel}`)
  if (KLIENTNAMN.some((klient) => klient.split(' ').some((del) => titel.includes(del)))) fel(`says a client's name in its title`)
}

async function synaVag(sida: Page, vag: string): Promise<void> {
  await ga(sida, vag)
  await syna(sida, vag)
}

describe('before anybody is logged in', () => {
  it('the set-up, page by page', async () => {
    const sida = await borja(tomt.data)
    await svaraIUppstarten(sida, (namn) => syna(sida, namn))
    await sida.getByRole('button', { name: 'Fortsätt', exact: true }).click()
    await sida.getByRole('button', { name: 'Skapa kontoret' }).click()
    await sida.getByRole('alert').waitFor()
    await syna(sida, 'the two groups, with errors')
    await ga(sida, '/start/skapa/person/ny')
    await syna(sida, 'one more user')
    utanAnmarkning()
  })

  it('the example and the restore', async () => {
    const sida = await borja(tomt.data)
    await synaVag(sida, '/start/exempel')
    await synaVag(sida, '/start/aterstall')
    utanAnmarkning()
  })

  it('the login, right and wrong', async () => {
    const sida = await borja(kontor.data)
    await syna(sida, 'login')
    await sida.getByLabel('Användarnamn').fill('anna')
    await sida.keyboard.press('Enter')
    await sida.getByRole('alert').waitFor()
    await syna(sida, 'login with an error')
    utanAnmarkning()
  })
})

const REDOVISNINGEN = [`/redovisning/${AR}/tjanster`, `/redovisning/${AR}/personer`, `/redovisning/${AR}/kontakter`, `/redovisning/${AR}/personer/2062-2034`, `/redovisning/${AR}/skriv-ut`]
const KONTORET = ['/kontoret/kommuner', '/kontoret/bemanning', '/kontoret/anvandare', '/kontoret/kodlistor', '/kontoret/installningar', '/kontoret/sakerhetskopia', '/kontoret/sakerhetskopia/exportera', '/kontoret/sakerhetskopia/ova', '/kontoret/gallring', '/kontoret/gallring/forhand', '/kontoret/logg', '/kontoret/loggkontroll']
const STATISTIKEN = ['orsaker', 'kontakter', 'brister', 'tjanster', 'per-ombud', 'verksamhetsberattelse', 'verksamhetsberattelse-utskrift', 'skriv-ut'].map((sida) => `/statistik/${AR}/${sida}`)
/** The pages inside each role's rooms; what all see alike is looked at once. The rooms themselves are those of the rail. */
const SIDOR: Record<Exclude<Person, 'per'>, readonly string[]> = {
  anna: [
    `/klienter/${AR}-0001`, `/klienter/${AR}-0003`, `/klienter/${AR}-0001/avsluta`, '/klienter/nytt', `/klienter/${AR}-0003/nytt`, '/klienter/2000-0001', '/finns-inte', '/kontoret/logg', '/handbok/las_och_dolda_namn', '/handbok/it', '/handbok/finns-inte',
    ...REDOVISNINGEN,
  ],
  chef: ['/systemfel/ny', '/systemfel/ledningsgrupp', '/systemfel/rapporter/lansstyrelsen', ...STATISTIKEN, `/redovisning/${AR}/tjanster`, `/redovisning/${AR}/personer`, ...KONTORET, '/kontoret/utbildning', '/kontoret/statsbidrag'],
  adm: ['/kontoret/anvandare', '/kontoret/anvandare/ny', '/kontoret/importera'],
}

describe('logged in', () => {
  it.each(['anna', 'chef', 'adm'] as const)('every page of %s', async (vem) => {
    const sida = await borja(kontor.data)
    await loggaIn(sida, vem)
    const rum = await sida.getByRole('navigation', { name: 'Sidor' }).getByRole('link').evaluateAll((lankar) => lankar.map((lank) => lank.getAttribute('href')?.replace(/^#/, '') ?? ''))
    expect(rum).toContain('/kontoret')
    for (const vag of [...rum, ...SIDOR[vem]]) await synaVag(sida, vag)
    utanAnmarkning()
  }, 300_000)

  it('a user and what is done with one, the sheet, and a loggkontroll with its paper', async () => {
    const sida = await borja(kontor.data)
    await loggaIn(sida, 'adm')
    await ga(sida, '/kontoret/anvandare')
    await sida.getByRole('link', { name: 'Ändra Per Nyström' }).click()
    await sida.getByRole('heading', { level: 1, name: 'Per Nyström' }).waitFor()
    const anvandaren = (await sida.evaluate(() => location.hash)).slice(1)
    for (const del of ['', '/losenord', '/stang-av']) await synaVag(sida, `${anvandaren}${del}`)
    await sida.keyboard.press('Control+L')
    await sida.getByRole('button', { name: 'Logga in' }).waitFor()
    await loggaIn(sida, 'chef')
    for (const vag of ['/kontoret/nyckelblad', '/kontoret/nyckelblad/nytt', '/kontoret/nodoppning', '/mitt-losenord']) await synaVag(sida, vag)
    await ga(sida, '/kontoret/loggkontroll')
    await sida.getByRole('button', { name: 'Börja kontrollen' }).click()
    await sida.getByRole('heading', { name: 'Slumpmässigt urval' }).waitFor()
    await syna(sida, 'a loggkontroll')
    await synaVag(sida, `${(await sida.evaluate(() => location.hash)).slice(1)}/skriv-ut`)
    utanAnmarkning()
  })

  it('what opens on a page: the search, the keys, a figure, a list', async () => {
    const sida = await borja(kontor.data)
    await loggaIn(sida, 'anna')
    // Min vecka holds two beginnings, each with a key of its own, and the help names both.
    await sida.getByRole('form', { name: 'Ny kontakt' }).waitFor()
    await sida.keyboard.press('Alt+K')
    await sida.locator('#ny-kontakt button[aria-haspopup=listbox]:focus').waitFor()
    await sida.keyboard.press('?')
    expect(await sida.getByRole('dialog').innerText()).toMatch(/Alt \+ K\s+Ny kontakt\s+Alt \+ N\s+Nytt uppdrag/)
    await sida.keyboard.press('Escape')
    await ga(sida, '/klienter')
    await sida.keyboard.press('Control+K')
    await sida.getByRole('dialog').waitFor()
    await syna(sida, 'the palette')
    await sida.keyboard.press('Escape')
    await sida.getByRole('dialog').waitFor({ state: 'detached' })
    await sida.keyboard.press('?')
    await sida.getByRole('dialog').waitFor()
    await syna(sida, 'the keys')
    await sida.keyboard.press('Escape')
    await ga(sida, `/redovisning/${AR}/personer`)
    await sida.getByRole('button', { name: 'Öppna Fått stöd under året' }).click()
    await sida.getByText(`${AR}-0001`).first().waitFor()
    await syna(sida, 'an opened figure')
    await sida.getByRole('button', { name: /År$/ }).click()
    await sida.getByRole('listbox').waitFor()
    await syna(sida, 'an open list')
    utanAnmarkning()
  })

  it('a redovisning and an ansökan: each kind of page, open and fixed', async () => {
    const sida = await borja(kontor.data)
    await loggaIn(sida, 'chef')
    const borjaEn = async (ny: string, knapp: string) => {
      await ga(sida, ny)
      await sida.getByRole('button', { name: /^Ta bort / }).first().waitFor()
      await syna(sida, ny)
      await sida.getByRole('button', { name: knapp }).click()
      await sida.getByRole('heading', { name: 'Kontroller' }).waitFor()
      return (await sida.evaluate(() => location.hash)).slice(1).replace(/(\/handling\/[^/]+).*$/u, '$1')
    }
    for (const vag of [`/redovisning/ar/${AR}`, '/redovisning/ansokan', '/redovisning/blanketter', '/redovisning/blanketter/grundform_redovisning/1']) await synaVag(sida, vag)
    const redovisning = await borjaEn(`/redovisning/ar/${AR}/ny`, 'Påbörja redovisningen')
    for (const del of ['personer', 'riktlinjer', 'avser', 'granska', 'fyll-i', 'skriv-ut']) await synaVag(sida, `${redovisning}/${del}`)
    await ga(sida, `${redovisning}/personer`)
    await sida.getByRole('button', { name: 'Öppna Nya under året' }).click()
    await sida.getByRole('button', { name: 'Rätta siffran' }).click()
    await sida.getByRole('button', { name: 'Spara rättelsen' }).click()
    await sida.getByRole('alert').waitFor()
    await syna(sida, 'a correction with errors')
    await ga(sida, `${redovisning}/granska`)
    await sida.getByLabel(/^Fastställ trots/).check()
    await sida.getByRole('button', { name: 'Fastställ redovisningen' }).click()
    await sida.getByRole('heading', { name: 'Ändrat i registret sedan dess' }).waitFor()
    await syna(sida, 'a fixed redovisning')
    const ansokan = await borjaEn(`/redovisning/ansokan/ar/${AR + 1}/ny`, 'Påbörja ansökan')
    await synaVag(sida, `${ansokan}/arsanstallningar`)
    await ga(sida, '/redovisning/blanketter')
    await sida.getByRole('button', { name: 'Kopiera 2013:522 grundform' }).click()
    await sida.getByLabel('Vad ska kopian heta?').fill('Länets egen')
    await sida.keyboard.press('Enter')
    await sida.getByRole('heading', { level: 1, name: 'Länets egen' }).waitFor()
    await syna(sida, 'a form that is edited')
    await sida.getByRole('button', { name: /^Lägg till fält/ }).first().click()
    await sida.getByRole('dialog').waitFor()
    await syna(sida, 'a new field')
    utanAnmarkning()
  })

  it('the import, step by step, with and without errors', async () => {
    const sida = await borja(kontor.data)
    await loggaIn(sida, 'adm')
    await ga(sida, '/kontoret/importera')
    const lasIn = async (namn: string, innehall: string) => {
      writeFileSync(kontor.bredvid(namn), innehall)
      await sida.locator('input[type=file]').setInputFiles(kontor.bredvid(namn))
      await sida.getByText('Steg 2 av 4').waitFor()
      await lugn(sida)
    }
    await lasIn('fel.csv', registerfil([{ arendenummer: `${AR}-0901`, kommun: 'Mora', ombud: 'ingen', kontaktdatum: `${AR}-13-45`, startdatum: `${AR}-02-02` }]))
    await syna(sida, 'the pairing')
    await sida.getByRole('button', { name: 'Kontrollera filen' }).click()
    await sida.getByText('Steg 3 av 4').waitFor()
    await syna(sida, 'the errors')
    await sida.getByRole('button', { name: 'Välj filen igen' }).click()
    await lasIn('ratt.csv', registerfil([{ kommun: 'Mora', kontaktdatum: `${AR}-05-05`, utfall: 'Rådgivning' }]))
    await sida.getByRole('button', { name: 'Kontrollera filen' }).click()
    await sida.getByText('Steg 3 av 4').waitFor()
    await syna(sida, 'ready')
    await sida.getByRole('button', { name: /^Importera/ }).click()
    await sida.getByText('Steg 4 av 4').waitFor()
    await syna(sida, 'done')
    utanAnmarkning()
  })
})
