import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fel } from '../db/model/fel.ts'
import { hittaChromium } from './chromium.ts'

/** Makes a PDF of a whole document, fonts and pictures inside it; each shell that has a window engine of its own brings its own. */
export type Pdfmotor = (html: string) => Promise<Uint8Array>

/**
 * Makes a tagged PDF (with outline, title and language) of a printed document, outside the desktop program.
 * The page runs no script and reaches no network; the browser's profile lies in a folder of its own that is removed afterwards.
 * @param html a whole document; fonts and pictures inside it as data: addresses
 * @returns the bytes of the file
 * @throws Fel `pdf_saknar_motor` where there is no browser to make it with
 */
export async function gorPdf(html: string): Promise<Uint8Array> {
  const motor = await hittaChromium()
  const playwright = await laddaPlaywright()
  if (!motor || !playwright) {
    throw new Fel('pdf_saknar_motor', 'PDF kan inte göras här, för ingen webbläsare av typen Chromium hittades. Välj formatet html och skriv ut det till PDF, eller installera Chromium.')
  }
  // mkdtemp makes the folder 0700.
  const mapp = await mkdtemp(join(tmpdir(), 'lotsen-pdf-'))
  try {
    const sammanhang = await playwright.chromium.launchPersistentContext(join(mapp, 'profil'), {
      executablePath: motor.fil,
      headless: true,
      offline: true,
      javaScriptEnabled: false,
      serviceWorkers: 'block',
      locale: 'sv-SE',
      env: { ...miljo(), ...motor.env, TMPDIR: mapp, TMP: mapp, TEMP: mapp },
    })
    try {
      const sida = sammanhang.pages()[0] ?? (await sammanhang.newPage())
      await sida.route(/^(?!data:)/, (vag) => vag.abort())
      await sida.setContent(html, { waitUntil: 'load' })
      await sida.emulateMedia({ media: 'print', colorScheme: 'light' })
      return await sida.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
    } finally {
      await sammanhang.close()
    }
  } finally {
    await rm(mapp, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Only a checkout has Playwright: the desktop program makes PDF with its own window engine. */
async function laddaPlaywright(): Promise<typeof import('playwright-core') | null> {
  try {
    return await import('playwright-core')
  } catch {
    return null
  }
}

/** The browser gets the environment without what Lotsen's own commands read there: passwords and the nyckelblad. */
function miljo(): Record<string, string> {
  const par = Object.entries(process.env).filter((par): par is [string, string] => par[1] !== undefined && !par[0].startsWith('LOTSEN_'))
  return Object.fromEntries(par)
}
