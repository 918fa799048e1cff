import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, type Provkontor, provkontor } from '../lib/kontor.ts'

// What is typed in the very moment before Lotsen is locked, closed or reloaded is there again after the login.

const ARENDE = `/klienter/${AR}-0001`

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
  fonster = await oppnaLotsen(webblasare, kontor.data)
})
afterAll(async () => {
  await fonster.stang()
  await webblasare.close()
  kontor.bort()
})

const falt = (sida: Page) => sida.getByLabel('Anteckning', { exact: true })
const ORD = ['Ringde hyresvärden', ', väntar på svar', ' till torsdag', '. Sedan möte', ' i Orsa.']
/** Longer than a request that outlives its page may be (64 KiB with its sealing), were it sent twice. */
const LANG = 'å'.repeat(7_000)

/** What is done at once after the last key, with no time for the page to send anything by itself. */
const SATT: [string, (sida: Page) => Promise<Page>][] = [
  ['the key that locks', async (sida) => (await sida.keyboard.press('Control+L'), sida)],
  ['a reload', async (sida) => (await sida.reload(), sida)],
  ['the word that the desktop shell sends', async (sida) => (await sida.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))), await sida.keyboard.press('Control+L'), sida)],
  ['a closed tab', async (sida) => {
    const ny = await sida.context().newPage()
    await sida.close({ runBeforeUnload: true })
    await ny.goto(fonster.program.adress())
    return ny
  }],
]

it('is kept', async () => {
  let { sida } = fonster
  let text = ''
  await loggaIn(sida, 'anna')
  await ga(sida, ARENDE)
  await sida.getByRole('button', { name: 'Ny anteckning' }).click()
  for (const [i, [namn, lamna]] of SATT.entries()) {
    await falt(sida).focus()
    await sida.keyboard.press('Control+End')
    const ord = `${ORD[i]}${i === 1 ? LANG : ''}`
    text += ord
    await sida.keyboard.insertText(ord)
    sida = await lamna(sida)
    await sida.getByRole('button', { name: 'Logga in' }).waitFor()
    await loggaIn(sida, 'anna')
    await ga(sida, ARENDE)
    expect(await falt(sida).inputValue(), namn).toBe(text)
  }
})
