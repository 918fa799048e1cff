import { chromium, type Browser } from 'playwright-core'
import { hittaChromium } from '../../electron/chromium.ts'

/** A browser for a test: the one that the computer has, else the one from npm (electron/chromium.ts finds it). */
export async function startaChromium(): Promise<Browser> {
  const hittad = await hittaChromium()
  if (!hittad) throw new Error('no Chromium: install one, or set LOTSEN_CHROMIUM')
  return chromium.launch({
    executablePath: hittad.fil,
    headless: true,
    env: { ...process.env, ...hittad.env } as Record<string, string>,
    // Nothing of the browser's own habits may reach out, or be mistaken for Lotsen doing so.
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu'],
  })
}
