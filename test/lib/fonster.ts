import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { FOLK, type Person } from './kontor.ts'
import { type Program, startaProgram } from './program.ts'

/** A window on a running Lotsen, and everything it complained about. */
export interface Fonster {
  readonly sida: Page
  readonly program: Program
  /** Errors of the page: what it threw, and what the browser refused it. */
  readonly klagomal: string[]
  readonly stang: () => Promise<void>
}

const FONSTER: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'sv-SE', timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce' }

/** A refusal by the office (422), or to a page that has just locked and had a question on its way (409), is an answer, but the browser writes it among the errors. */
const SVAR_FRAN_KONTORET = /status of (409|422)/

/** Starts Lotsen on a data folder and opens it; where the office's clock has been set (LOTSEN_PROVKLOCKA), the window's stands there too. */
export async function oppnaLotsen(webblasare: Browser, data: string, val: BrowserContextOptions = {}): Promise<Fonster> {
  const program = await startaProgram(data)
  const sammanhang = await webblasare.newContext({ ...FONSTER, ...val })
  const nu = process.env['LOTSEN_PROVKLOCKA']
  if (nu !== undefined) await sammanhang.clock.setFixedTime(nu)
  const sida = await sammanhang.newPage()
  sida.setDefaultTimeout(15_000)
  const klagomal: string[] = []
  sida.on('pageerror', (fel) => klagomal.push(fel.message))
  sida.on('console', (rad) => {
    if (rad.type() === 'error' && !SVAR_FRAN_KONTORET.test(rad.text())) klagomal.push(rad.text())
  })
  await sida.goto(program.adress())
  await sida.locator('h1').waitFor()
  return {
    sida,
    program,
    klagomal,
    stang: async () => {
      await sammanhang.close()
      await program.stang()
    },
  }
}

/** Logs somebody in from the login page; resolves when the first room has come. */
export async function loggaIn(sida: Page, vem: Person, losenord: string = FOLK[vem].losenord): Promise<void> {
  await sida.getByLabel('Användarnamn').fill(vem)
  await sida.getByLabel('Lösenord', { exact: true }).fill(losenord)
  await sida.keyboard.press('Enter')
  await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
  await lugn(sida)
}

/** Goes to a page of Lotsen by its address, and waits for it. */
export async function ga(sida: Page, vag: string): Promise<void> {
  await sida.evaluate((till) => {
    location.hash = till
  }, `#${vag}`)
  await lugn(sida)
}

/** A page has come when it has a heading and asks for nothing more. */
export async function lugn(sida: Page): Promise<void> {
  await sida.locator('main:has(h1):not(:has(p[role=status]:text-is("Hämtar")))').waitFor()
}

/** What axe finds serious or critical on the page as it stands, in words; by all its rules, or by some. */
export async function granska(sida: Page, regler?: readonly string[]): Promise<string[]> {
  // React-aria's announcer names elements that may be gone a moment later; it is emptied by itself.
  const axe = new AxeBuilder({ page: sida }).exclude('[data-live-announcer]').options({ resultTypes: ['violations'], ...(regler === undefined ? {} : { runOnly: [...regler] }) })
  // There are no frames to look into; without them the page needs no second one to gather its answers.
  const { violations } = await axe.setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Everything the page and its browser hold that a later reader could find. */
export async function allt(sida: Page): Promise<string> {
  return sida.evaluate(() => JSON.stringify([document.title, location.href, document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }, history.length, document.cookie]))
}
