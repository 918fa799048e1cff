import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { allt, type Fonster, ga, loggaIn, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, type Provkontor, provkontor } from '../lib/kontor.ts'

// What is left of a client's name when Lotsen is locked, and what is seen of it while names are hidden.

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster
let sida: Page

const ARENDE = `${AR}-0001`
const [NAMN] = KLIENTNAMN

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
  fonster = await oppnaLotsen(webblasare, kontor.data)
  sida = fonster.sida
})

afterAll(async () => {
  await fonster.stang()
  await webblasare.close()
  kontor.bort()
})

const namnen = (text: string) => KLIENTNAMN.filter((namn) => namn.split(' ').some((del) => text.includes(del)))
const utloggad = () => sida.getByRole('button', { name: 'Logga in' }).waitFor()

/** Whatever the test before left behind: the ombud at her list, with the names shown. */
async function inne(): Promise<void> {
  if (!(await sida.getByRole('navigation', { name: 'Sidor' }).isVisible())) {
    await sida.goto('about:blank')
    await sida.goto(fonster.program.adress())
    await utloggad()
    await loggaIn(sida, 'anna')
  }
  await ga(sida, '/klienter')
  await sida.getByText(NAMN).first().waitFor()
}

describe('names', () => {
  beforeEach(inne)

  it('become ärendenummer everywhere at once, and come back', async () => {
    for (const vag of ['/klienter', `/klienter/${ARENDE}`]) {
      await ga(sida, vag)
      await sida.getByText(NAMN).first().waitFor()
      await sida.keyboard.press('Control+Shift+D')
      await sida.getByText(NAMN).first().waitFor({ state: 'detached' })
      expect(namnen(await allt(sida)), vag).toEqual([])
      expect(await sida.locator('main').innerText()).toContain(ARENDE)
      await sida.keyboard.press('Control+Shift+D')
      await sida.getByText(NAMN).first().waitFor()
    }
  })

  it('stay hidden on the way to another page, in the search and in its answers', async () => {
    await ga(sida, '/klienter')
    await sida.getByRole('button', { name: 'Dölj namn' }).click()
    await ga(sida, `/klienter/${ARENDE}`)
    await sida.keyboard.press('Control+K')
    await sida.keyboard.type('Elsa')
    await sida.getByRole('dialog').getByText(ARENDE).waitFor()
    // What one has typed oneself is the only place.
    expect(namnen(await sida.evaluate(() => document.body.innerText))).toEqual([])
    await sida.keyboard.press('Escape')
    await sida.getByRole('button', { name: 'Visa namn' }).click()
    await sida.getByText(NAMN).first().waitFor()
  })

  it('never stand in the window’s title or in the address', async () => {
    for (const vag of ['/klienter', `/klienter/${ARENDE}`, `/klienter/${ARENDE}/avsluta`, '/kontakter']) {
      await ga(sida, vag)
      expect(namnen((await sida.title()) + sida.url()), vag).toEqual([])
      expect(await sida.title()).toMatch(/^Lotsen – ./)
    }
  })
})

describe('the lock', () => {
  it('leaves no name in the page, its storage, its address or its history', async () => {
    await inne()
    await ga(sida, `/klienter/${ARENDE}`)
    await sida.getByText(NAMN).first().waitFor()
    await sida.keyboard.press('Control+L')
    await utloggad()
    expect(namnen(await allt(sida))).toEqual([])
    expect(sida.url()).not.toContain(ARENDE)
    expect(await sida.evaluate(async () => [await caches.keys(), (await indexedDB.databases()).length, Object.keys({ ...localStorage }), document.cookie])).toEqual([[], 0, [], ''])

    await sida.goBack()
    await utloggad()
    await sida.goBack().catch(() => undefined)
    expect(namnen(await allt(sida))).toEqual([])
    await sida.goForward().catch(() => undefined)
    expect(namnen(await allt(sida))).toEqual([])
  })

  it('holds on every page of the program, whatever the address says', async () => {
    await utloggad()
    for (const vag of ['/klienter', `/klienter/${ARENDE}`, '/kontakter', `/redovisning/${AR}/personer`, '/kontoret', '/finns-inte']) {
      await sida.evaluate((till) => {
        location.hash = till
      }, `#${vag}`)
      await utloggad()
      expect(await sida.getByRole('navigation').count(), vag).toBe(0)
    }
  })

  it('is what a reload is', async () => {
    await inne()
    await sida.reload()
    await utloggad()
    expect(namnen(await allt(sida))).toEqual([])
  })

  it('comes by itself when nobody touches anything, the names first', async () => {
    await sida.clock.install()
    await sida.reload()
    await inne()
    await sida.clock.fastForward('05:30')
    await sida.getByText(NAMN).first().waitFor({ state: 'detached' })
    expect(await sida.locator('main').innerText()).toContain(ARENDE)
    await sida.clock.fastForward('14:00')
    await sida.getByText('Lotsen låses om en minut').waitFor()
    await sida.clock.fastForward('01:30')
    await utloggad()
    expect(namnen(await allt(sida))).toEqual([])
  })
})

describe('a person’s own rooms', () => {
  it.each([
    ['chef', ['Redovisning', 'Kontoret'], ['Klienter', 'Kontakter']],
    ['adm', ['Kontoret'], ['Klienter', 'Kontakter', 'Redovisning']],
    ['per', ['Kontakter', 'Klienter', 'Redovisning', 'Kontoret'], []],
  ] as const)('%s sees the rooms of the role, and no client of others', async (vem, egna, andras) => {
    await sida.goto('about:blank')
    await sida.goto(fonster.program.adress())
    await utloggad()
    await loggaIn(sida, vem)
    const rail = sida.getByRole('navigation', { name: 'Sidor' })
    for (const rum of egna) expect(await rail.getByRole('link', { name: rum }).count(), rum).toBe(1)
    for (const rum of andras) expect(await rail.getByRole('link', { name: rum }).count(), rum).toBe(0)
    // The parts of Kontoret are found from anywhere, by those who have them.
    await sida.keyboard.press('Control+K')
    await sida.getByRole('dialog').getByPlaceholder(vem === 'per' ? 'Sök namn, ärendenummer eller kommando' : 'Sök sida eller kommando').waitFor()
    await sida.keyboard.type('Kommuner')
    await sida.getByRole('menuitem', { name: 'Kommuner' }).waitFor()
    await sida.keyboard.press('Control+A')
    await sida.keyboard.type('Loggkontroll')
    await expect.poll(() => sida.getByRole('menuitem', { name: 'Kommuner' }).count()).toBe(0)
    expect(await sida.getByRole('menuitem', { name: /^Loggkontroll/ }).count()).toBe(vem === 'chef' ? 1 : 0)
    await sida.keyboard.press('Escape')
    await sida.getByRole('dialog').waitFor({ state: 'detached' })
    await ga(sida, '/kontoret/finns-inte')
    await sida.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
    for (const vag of ['/klienter', `/klienter/${ARENDE}`, '/kontakter', `/redovisning/${AR}/personer`]) {
      await ga(sida, vag)
      await lugn(sida)
      expect(namnen(await allt(sida)).filter((namn) => vem !== 'per' || KLIENTNAMN.indexOf(namn) < 4), vag).toEqual([])
    }
  })
})
