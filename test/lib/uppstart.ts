import type { Page } from 'playwright-core'
import { FOLK } from './kontor.ts'

const HELA = { name: 'Fortsätt', exact: true }

/**
 * Answers the set-up flow as fast as it goes, to the sheet of the nyckelblad (vagen.test.ts walks it as a person does).
 * @param vid called on every page before it is left
 */
export async function svaraIUppstarten(sida: Page, vid: (namn: string) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const fortsatt = sida.getByRole('button', HELA)
  const pa = async (rubrik: string) => {
    await sida.getByRole('heading', { name: rubrik, exact: true }).waitFor()
    await vid(rubrik)
  }
  await pa('Kom igång med Lotsen')
  await sida.getByRole('link', { name: 'Skapa kontor' }).click()
  await pa('Vad heter enheten?')
  await sida.getByLabel('Enhetens namn').fill('Personligt ombud Norra Dalarna')
  await sida.getByRole('button', { name: /Värdkommun/ }).click()
  await sida.keyboard.type('mora')
  await sida.locator('[role=option][data-focused]').waitFor()
  await sida.keyboard.press('Enter')
  await fortsatt.click()
  await pa('Vilka kommuner arbetar enheten för?')
  await fortsatt.click()
  await pa('Vem är du?')
  await sida.getByLabel('Namn', { exact: true }).fill(FOLK.chef.namn)
  await sida.getByLabel('Lösenord', { exact: true }).fill(FOLK.chef.losenord)
  await sida.getByLabel('Lösenord igen').fill(FOLK.chef.losenord)
  await fortsatt.click()
  await pa('Vilka fler ska använda Lotsen?')
  await fortsatt.click()
  await pa('Hur länge sparas ombudens anteckningar?')
  await sida.getByText('Vet inte än, svara senare').click()
  await fortsatt.click()
  await pa('Kontrollera svaren')
  await sida.getByRole('button', { name: 'Fortsätt till nyckelbladet' }).click()
  await pa('Nyckelbladet')
  await sida.getByRole('button', { name: 'Visa nyckelbladet' }).click()
  await pa('Nyckelblad till Lotsen')
}
