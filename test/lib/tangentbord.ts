import type { Page } from 'playwright-core'

/** The longest walk with Tab on any page of Lotsen. */
const LANGST = 120

/** A person without a mouse: walks with Tab to what has the focus's name, types, presses. Nothing is clicked or filled in from outside. */
export class Tangentbord {
  readonly #sida: Page

  constructor(sida: Page) {
    this.#sida = sida
  }

  /** Presses Tab until what has focus is named so. */
  async till(namn: string | RegExp): Promise<void> {
    const sedda: string[] = []
    for (let steg = 0; steg < LANGST; steg++) {
      await this.#sida.keyboard.press('Tab')
      const har = await this.fokus()
      if (typeof namn === 'string' ? har === namn : namn.test(har)) return
      sedda.push(har)
    }
    throw new Error(`Tab never reached ${namn}; it passed ${sedda.slice(0, 40).join(' · ')}`)
  }

  /** To a button or a link, and presses it. */
  async tryck(namn: string | RegExp): Promise<void> {
    await this.till(namn)
    await this.#sida.keyboard.press('Enter')
  }

  /** To a field, and writes in it. */
  async skriv(namn: string | RegExp, text: string): Promise<void> {
    await this.till(namn)
    await this.#sida.keyboard.press('Control+A')
    await this.#sida.keyboard.type(text)
  }

  /** To a tick box, and ticks it. */
  async kryssa(namn: string | RegExp): Promise<void> {
    await this.till(namn)
    await this.#sida.keyboard.press('Space')
  }

  /** To a list with a search field: opens, searches, takes the first row. */
  async valj(namn: string | RegExp, text: string, { flera = false } = {}): Promise<void> {
    await this.till(namn)
    await this.#sida.keyboard.press('Enter')
    await this.#sida.getByRole('combobox', { name: 'Sök i listan' }).waitFor()
    await this.#sida.keyboard.type(text)
    await this.#sida.locator('[role=option][data-focused]').waitFor()
    await this.#sida.keyboard.press('Enter')
    if (flera) await this.#sida.keyboard.press('Escape')
    await this.#sida.getByRole('combobox', { name: 'Sök i listan' }).waitFor({ state: 'detached' })
  }

  /** To a page by the palette. */
  async ga(text: string): Promise<void> {
    await this.#sida.keyboard.press('Control+K')
    await this.#sida.getByRole('dialog').waitFor()
    await this.#sida.keyboard.type(text)
    await this.#sida.keyboard.press('Enter')
    await this.#sida.getByRole('dialog').waitFor({ state: 'detached' })
  }

  /** The name of what has focus, as a screen reader would say it (without help texts). */
  fokus(): Promise<string> {
    return this.#sida.evaluate(() => {
      const har = document.activeElement
      // Past the last of the page: the browser's own.
      if (!(har instanceof HTMLElement) || har === document.body) return ''
      const text = (en: Element | null) => en?.textContent ?? ''
      const etiketterat = har.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
      const namn =
        har.getAttribute('aria-label') ??
        (etiketterat.length > 0 ? etiketterat.map((id) => text(document.getElementById(id))).join(' ') : undefined) ??
        (har instanceof HTMLInputElement || har instanceof HTMLTextAreaElement ? har.labels?.[0]?.firstChild?.textContent : undefined) ??
        text(har)
      return namn.replace(/\s+/g, ' ').trim()
    })
  }
}
