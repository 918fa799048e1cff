import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { FOLK, KLIENTNAMN, lyckas, type Provkontor, provkontor, provplats } from '../lib/kontor.ts'
import { svaraIUppstarten } from '../lib/uppstart.ts'

// The ways in that are walked once a year or less: half a set-up, an example, a backup file restored.

let webblasare: Browser
let kontor: Provkontor
let kopia: string
const tomt = provplats()
const exempel = provplats()

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
  kopia = kontor.bredvid('kopia.lotsen')
  await lyckas(['sakerhetskopia', '--data', kontor.data, '--anvandare', 'chef', '--till', kopia, '--json'], 'chef')
})

afterAll(async () => {
  await webblasare.close()
  for (const plats of [kontor, tomt, exempel]) plats.bort()
})

async function medLotsen(data: string, gor: (sida: Page, fonster: Fonster) => Promise<void>): Promise<void> {
  const fonster = await oppnaLotsen(webblasare, data)
  try {
    await gor(fonster.sida, fonster)
    expect(fonster.klagomal).toEqual([])
  } finally {
    await fonster.stang()
  }
}

const rubrik = (sida: Page, namn: string, timeout = 15_000) => sida.getByRole('heading', { level: 1, name: namn, exact: true }).waitFor({ timeout })
const knapp = (sida: Page, namn: string) => sida.getByRole('button', { name: namn, exact: true })

describe('a set-up that is left half-way', () => {
  it('keeps what was typed while one goes back and forth, and is gone without a trace at a reload', async () => {
    await medLotsen(tomt.data, async (sida) => {
      await svaraIUppstarten(sida)
      const blad = await sida.locator('.grupper').innerText()
      await sida.getByRole('link', { name: 'Tillbaka' }).click()
      const tillbaka = ['Kontrollera svaren', 'Hur länge sparas ombudens anteckningar?', 'Vilka fler ska använda Lotsen?', 'Vem är du?', 'Vilka kommuner arbetar enheten för?']
      for (const namn of tillbaka) {
        await rubrik(sida, namn)
        await knapp(sida, 'Tillbaka').click()
      }
      await rubrik(sida, 'Vad heter enheten?')
      expect(await sida.getByLabel('Enhetens namn').inputValue()).toBe('Personligt ombud Norra Dalarna')
      for (const namn of tillbaka.toReversed()) {
        await knapp(sida, 'Fortsätt').click()
        await rubrik(sida, namn)
      }
      await knapp(sida, 'Fortsätt till nyckelbladet').click()
      await sida.getByRole('heading', { name: 'Nyckelblad till Lotsen' }).waitFor()
      expect(await sida.locator('.grupper').innerText()).toBe(blad)

      await sida.reload()
      await rubrik(sida, 'Kom igång med Lotsen')
      await sida.goBack()
      await rubrik(sida, 'Kom igång med Lotsen')
      expect(await sida.locator('.grupper').count()).toBe(0)
      expect(existsSync(tomt.data)).toBe(false)
    })
  })

  it('does not take an address for an answer', async () => {
    await medLotsen(tomt.data, async (sida) => {
      for (const steg of ['nyckelblad', 'grupper', 'kontrollera', 'klart', 'person/0']) {
        await sida.evaluate((till) => {
          location.hash = till
        }, `#/start/skapa/${steg}`)
        await rubrik(sida, 'Kom igång med Lotsen')
      }
    })
  })
})

describe('an example', () => {
  it('is made with progress, says its logins, and lets one in', async () => {
    await medLotsen(exempel.data, async (sida) => {
      await sida.getByRole('link', { name: 'Prova med exempeldata' }).click()
      await rubrik(sida, 'Hur stort ska exemplet vara?')
      await knapp(sida, 'Skapa exemplet').click()
      await sida.getByRole('progressbar').first().waitFor()
      await rubrik(sida, 'Exemplet är klart', 90_000) // the real sealing of a whole office
      const [anvandarnamn = '', , losenord = ''] = await sida.getByRole('row', { name: 'Enhetschef' }).first().getByRole('cell').allInnerTexts()
      await knapp(sida, 'Till inloggningen').click()
      await sida.getByLabel('Användarnamn').fill(anvandarnamn)
      await sida.getByLabel('Lösenord', { exact: true }).fill(losenord)
      await sida.keyboard.press('Enter')
      await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
    })
  })
})

/** Through the pages up to the last question. */
async function lasUppKopian(sida: Page, oppna: () => Promise<void>): Promise<void> {
  await rubrik(sida, 'Vilken säkerhetskopia ska återställas?')
  await sida.locator('input[type=file]').setInputFiles(kopia)
  await knapp(sida, 'Läs filen').click()
  await rubrik(sida, 'Lås upp säkerhetskopian')
  await oppna()
  await knapp(sida, 'Lås upp').click()
  await rubrik(sida, 'Återställ det här kontoret?')
}

describe('a backup file', () => {
  it('shows what it holds before anything is done, and becomes the office', async () => {
    const plats = provplats()
    await medLotsen(plats.data, async (sida) => {
      await sida.getByRole('link', { name: 'Återställ säkerhetskopia' }).click()
      await lasUppKopian(sida, async () => {
        // Before the password: only date, size and version.
        const fore = await sida.locator('main').innerText()
        expect(fore).toMatch(/Storlek\s+\d+ kB/)
        expect(fore).not.toContain('Norra Dalarna')
        await sida.getByLabel('Användarnamn', { exact: true }).fill('anna')
        await sida.getByLabel('Lösenord', { exact: true }).fill('inte-det-losenordet')
        await knapp(sida, 'Lås upp').click()
        await sida.getByRole('alert').getByText('Användarnamnet eller lösenordet stämmer inte.').waitFor()
        await sida.getByLabel('Lösenord', { exact: true }).fill(FOLK.anna.losenord)
      })
      expect(await sida.getByRole('definition').first().innerText()).toBe('Personligt ombud Norra Dalarna')
      expect(existsSync(join(plats.data, 'vault.json'))).toBe(false)
      await knapp(sida, 'Återställ').click()
      await rubrik(sida, 'Kontoret är återställt')
      await knapp(sida, 'Till inloggningen').click()
      await loggaIn(sida, 'anna')
      await ga(sida, '/klienter')
      await sida.getByText(KLIENTNAMN[0]).waitFor()
    })
    plats.bort()
  })

  it('is unlocked by the nyckelblad too, and the office that was there is set aside, not deleted', async () => {
    const fore = readdirSync(exempel.data)
    await medLotsen(exempel.data, async (sida) => {
      await sida.getByRole('link', { name: 'Återställ säkerhetskopia' }).click()
      await sida.getByText('Det kontor som finns här nu tas inte bort.').waitFor()
      await lasUppKopian(sida, async () => {
        await sida.getByLabel('Nyckelbladet').check()
        await sida.getByLabel('Nyckeln från bladet').fill(kontor.nyckel.toLowerCase())
      })
      await knapp(sida, 'Återställ').click()
      await rubrik(sida, 'Kontoret är återställt')
      const undan = /Det tidigare kontoret ligger i (\S+)/.exec(await sida.locator('main').innerText())?.[1] ?? ''
      expect(dirname(undan)).toBe(dirname(exempel.data))
      expect(readdirSync(undan)).toEqual(expect.arrayContaining(fore.filter((namn) => /^(office\.db|vault\.json)$/.test(namn))))
      await knapp(sida, 'Till inloggningen').click()
      await loggaIn(sida, 'per')
    })
  })

  it('that is something else is refused with a sentence, and nothing changes', async () => {
    const annat = kontor.bredvid('annat.lotsen')
    const mottagna = () => readdirSync(tmpdir()).filter((namn) => namn.startsWith('lotsen-kopia-'))
    const fore = mottagna()
    writeFileSync(annat, 'inte en säkerhetskopia')
    await medLotsen(tomt.data, async (sida) => {
      await sida.getByRole('link', { name: 'Återställ säkerhetskopia' }).click()
      await knapp(sida, 'Läs filen').click()
      await sida.getByRole('alert').getByText('Välj en säkerhetskopia.').waitFor()
      await sida.locator('input[type=file]').setInputFiles(annat)
      await knapp(sida, 'Läs filen').click()
      await sida.getByRole('alert').getByText(/säkerhetskopia/).waitFor()
      expect(existsSync(tomt.data)).toBe(false)
    })
    // What was handed over goes with the office that took it.
    expect(mottagna().filter((namn) => !fore.includes(namn))).toEqual([])
  })
})

describe('an office whose files have been put back to an earlier day', () => {
  it('says so at the login, on the first page, until it has been read', async () => {
    const tidigare = kontor.bredvid('tidigare')
    cpSync(kontor.data, tidigare, { recursive: true })
    await lyckas(['sakerhetskopia', '--data', kontor.data, '--anvandare', 'chef', '--till', kontor.bredvid('senare.lotsen'), '--json'], 'chef')
    rmSync(kontor.data, { recursive: true })
    renameSync(tidigare, kontor.data)
    await medLotsen(kontor.data, async (sida) => {
      await loggaIn(sida, 'chef')
      const besked = sida.getByRole('region', { name: 'Att veta om kontoret' })
      await besked.getByRole('listitem').first().waitFor()
      const forst = new URL(sida.url()).hash.slice(1)
      await ga(sida, '/kontoret/anvandare')
      expect(await besked.count()).toBe(0)
      await ga(sida, forst)
      await besked.getByRole('button', { name: 'Jag har läst' }).click()
      await besked.waitFor({ state: 'detached' })
      await ga(sida, '/kontoret/anvandare')
      await ga(sida, forst)
      expect(await besked.count()).toBe(0)
    })
  })
})
