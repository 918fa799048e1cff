import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, KLIENTNAMN, type Person, type Provkontor, provkontor } from '../lib/kontor.ts'
import { lasPdf } from '../lib/pdf.ts'

// A decision is written in, the ombud answers what only an ombud knows, and what has reached its time is destroyed by it.

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster | undefined

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})

afterAll(async () => {
  await fonster?.stang()
  await webblasare.close()
  kontor.bort()
})

async function nytt(vem: Person): Promise<Page> {
  await fonster?.stang()
  fonster = await oppnaLotsen(webblasare, kontor.data)
  await loggaIn(fonster.sida, vem)
  return fonster.sida
}

/** The two whose uppdrag ended in the year: one of Anna's, one of Per's (test/lib/kontor.ts). */
const SLUTADE = [`${AR}-0003`, `${AR}-0006`]

it('keeps everything until there is a decision, and then destroys by it', async () => {
  let sida = await nytt('adm')
  await ga(sida, '/kontoret/gallring')
  await sida.getByText('Ingenting har nått sin tid.').waitFor()
  expect(await granska(sida)).toEqual([])
  await sida.getByRole('button', { name: 'Skriv in beslutet: Klienternas uppgifter' }).click()
  await sida.getByLabel('Månader').fill('tolv')
  await sida.getByLabel('Beslutets beteckning').fill('SN 2026/114 § 32')
  await sida.getByLabel('Beslutat den').fill('1/3 2026')
  await sida.keyboard.press('Enter')
  await sida.getByText('Skriv tiden i hela månader.').first().waitFor()
  await sida.getByLabel('Månader').fill('12')
  expect(await granska(sida)).toEqual([])
  await sida.keyboard.press('Enter')
  await sida.getByRole('row', { name: /Klienternas uppgifter.*1 år.*SN 2026\/114 § 32, 1 mars 2026/ }).waitFor()
  await sida.getByLabel('Födelsedagar i månaden').fill('5, 15 och 25')
  await sida.getByRole('button', { name: 'Spara undantagen' }).click()
  await sida.getByText('Skriv dagarna som tal').first().waitFor()
  await sida.getByLabel('Födelsedagar i månaden').fill('5, 15, 25')
  await sida.getByRole('button', { name: 'Spara undantagen' }).click()
  await sida.getByText('Undantagen är sparade.').waitFor()

  sida = await nytt('anna')
  await sida.getByText('Är klienten född den 5, 15 eller 25 i någon månad?').waitFor()
  expect(await granska(sida)).toEqual([])
  await sida.getByRole('button', { name: `Nej, ärende ${SLUTADE[0]}` }).click()
  await sida.getByRole('heading', { name: 'Svara före gallringen' }).waitFor({ state: 'detached' })

  sida = await nytt('adm')
  await ga(sida, '/kontoret/gallring')
  await sida.getByRole('link', { name: 'Förhandsgranska' }).click()
  await sida.getByText('1 ärende väntar på svar från Per Nyström').waitFor()
  await sida.getByText(SLUTADE[0] ?? '', { exact: true }).waitFor()
  expect(await granska(sida)).toEqual([])
  // Avbryt is what Enter does.
  await sida.keyboard.press('Enter')
  await sida.getByRole('link', { name: 'Förhandsgranska' }).click()
  await sida.getByRole('button', { name: 'Gallra 1 uppgift' }).click()
  await sida.getByRole('heading', { name: 'Gallringsprotokoll' }).first().waitFor()
  const pdf = await lasPdf(await sida.pdf({ tagged: true, outline: true, preferCSSPageSize: true }))
  expect(pdf.text).toContain('SN 2026/114 § 32')
  expect(pdf.text).toContain(SLUTADE[0])
  expect(pdf.text).not.toContain(SLUTADE[1])
  expect(KLIENTNAMN.filter((namn) => pdf.text.includes(namn))).toEqual([])
  expect(await granska(sida)).toEqual([])

  sida = await nytt('anna')
  await ga(sida, `/klienter/${SLUTADE[0]}`)
  await sida.getByText(/gallrades .* och finns inte längre/).waitFor()
  await ga(sida, '/klienter')
  expect(await sida.getByText(SLUTADE[0] ?? '').count()).toBe(0)
  await ga(sida, `/redovisning/${AR}/personer`)
})
