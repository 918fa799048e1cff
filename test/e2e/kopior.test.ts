import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { FOLK, KLIENTNAMN, lyckas, type Provkontor, provkontor } from '../lib/kontor.ts'

// The daily copy through the window: it is made by itself, fails aloud, is chosen a folder, drilled, and restored from.

let webblasare: Browser
let kontor: Provkontor
let mapp: string

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
  mapp = kontor.bredvid('kopior')
  mkdirSync(mapp)
})

afterAll(async () => {
  await webblasare.close()
  kontor.bort()
})

async function medLotsen(gor: (sida: Page, fonster: Fonster) => Promise<void>): Promise<void> {
  const fonster = await oppnaLotsen(webblasare, kontor.data)
  try {
    await gor(fonster.sida, fonster)
    expect(fonster.klagomal).toEqual([])
  } finally {
    await fonster.stang()
  }
}

const knapp = (sida: Page, namn: string) => sida.getByRole('button', { name: namn, exact: true })
/** A copy and a restore are opened with Argon2 several times over. */
const EN_KOPIA = { timeout: 60_000 }
const KOPIOR = '/kontoret/sakerhetskopia'

describe('backups', () => {
  it('are made by themselves after the first login, in the office\'s own folder until another is chosen', async () => {
    await medLotsen(async (sida) => {
      await loggaIn(sida, 'chef')
      await sida.getByRole('navigation').getByText(/^Säkerhetskopia görs/).waitFor()
      await ga(sida, KOPIOR)
      await sida.getByText('Kopiorna ligger i kontorets egen mapp.').waitFor()
      await sida.getByText(/Den senaste kontrollerade kopian gjordes i dag/).waitFor(EN_KOPIA)
      await expect.poll(() => readdirSync(`${kontor.data}/backups`).filter((n) => n.endsWith('.lotsen')).length).toBe(2)

      await sida.getByLabel('Mapp för de dagliga kopiorna').fill(kontor.bredvid('finns-inte'))
      await knapp(sida, 'Byt mapp').click()
      await sida.getByRole('alert').getByText('Mappen finns inte eller går inte att nå.').waitFor()
      await sida.getByLabel('Mapp för de dagliga kopiorna').fill(mapp)
      await knapp(sida, 'Byt mapp').click()
      await sida.getByText('Mappen ligger på samma disk som kontoret.').waitFor()
      await knapp(sida, 'Gör en kopia nu').click()
      await sida.getByRole('table', { name: 'Kopior i mappen' }).getByRole('row', { name: /Utan anteckningar/ }).waitFor(EN_KOPIA)
      expect(readdirSync(mapp)).toHaveLength(2)
      expect(await sida.locator('main').innerText()).not.toMatch(new RegExp(KLIENTNAMN.join('|')))
    })
  })

  it('fail aloud on Min vecka, with what to do, until one succeeds', async () => {
    rmSync(mapp, { recursive: true })
    await medLotsen(async (sida) => {
      await loggaIn(sida, 'chef')
      await sida.getByRole('alert').getByText('Mappen finns inte eller går inte att nå.').waitFor(EN_KOPIA)
      await sida.getByText(mapp).waitFor()
      expect(existsSync(mapp)).toBe(false)
      mkdirSync(mapp)
      await sida.getByRole('link', { name: 'Till säkerhetskopiorna' }).click()
      await knapp(sida, 'Gör en kopia nu').click()
      await sida.getByText('Kopian är gjord och kontrollerad').first().waitFor(EN_KOPIA)
      await sida.getByRole('alert').waitFor({ state: 'detached' })
    })
  })

  it('are drilled, and restored from with what must be done again', async () => {
    await medLotsen(async (sida) => {
      await loggaIn(sida, 'chef')
      await ga(sida, `${KOPIOR}/ova`)
      await sida.getByLabel('Lösenord', { exact: true }).fill(FOLK.chef.losenord)
      await knapp(sida, 'Starta övningen').click()
      await sida.getByRole('heading', { name: 'Kopian går att återställa' }).waitFor(EN_KOPIA)
      await sida.getByText('Lika', { exact: true }).waitFor()
      await knapp(sida, 'Till säkerhetskopiorna').click()
      await sida.getByText(/Senast övad i dag/).waitFor()
    })
    const [hel = ''] = readdirSync(mapp).filter((n) => n.endsWith('-hel.lotsen'))
    await medLotsen(async (sida) => {
      await sida.getByRole('link', { name: 'Återställ säkerhetskopia' }).click()
      await sida.locator('input[type=file]').setInputFiles(`${mapp}/${hel}`)
      await knapp(sida, 'Läs filen').click()
      await sida.getByLabel('Användarnamn', { exact: true }).fill('chef')
      await sida.getByLabel('Lösenord', { exact: true }).fill(FOLK.chef.losenord)
      await knapp(sida, 'Lås upp').click()
      // The row of the copy itself, the drill and both logins come after it.
      await sida.getByText(/i loggen, .* Det som gjordes då finns inte i kopian\./).waitFor(EN_KOPIA)
      await knapp(sida, 'Återställ').click()
      await sida.getByRole('heading', { name: 'Kontoret är återställt' }).waitFor(EN_KOPIA)
      expect(await sida.getByRole('heading', { name: 'Att göra' }).count()).toBe(0)
      await knapp(sida, 'Till inloggningen').click()
      await loggaIn(sida, 'chef')
      await ga(sida, KOPIOR)
      await sida.getByText('Kontor som lades undan').waitFor()
    })
    await lyckas(['ova', '--data', kontor.data, '--anvandare', 'chef', '--json'], 'chef')
  })
})
