import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, loggaIn, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, type Provkontor, provkontor } from '../lib/kontor.ts'
import { lasPdf } from '../lib/pdf.ts'

// The chief's staffing of a year: an ombud at 120 %, education, grants, a kommun that joined in July, and what each kommun pays.

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster
let sida: Page

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
  fonster = await oppnaLotsen(webblasare, kontor.data)
  sida = fonster.sida
  await loggaIn(sida, 'chef')
})

afterAll(async () => {
  await fonster.stang()
  await webblasare.close()
  kontor.bort()
})

/** Chooses a row of a list in what is open. */
async function valj(falt: string, rad: string): Promise<void> {
  const inom = (await sida.getByRole('dialog').count()) > 0 ? sida.getByRole('dialog') : sida.locator('main')
  await inom.getByRole('button', { name: falt }).first().click()
  await sida.getByRole('option', { name: rad, exact: true }).click()
}
const fyll = (falt: string, text: string) => sida.getByRole('dialog').getByLabel(falt).first().fill(text)
async function spara(verb: string): Promise<void> {
  await sida.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  await sida.getByRole('dialog').waitFor({ state: 'detached' })
  await lugn(sida)
}
const knapp = (namn: string | RegExp) => sida.getByRole('button', { name: namn }).first().click()
/** The cells of a table's row, numbers with plain spaces. */
const rad = async (tabell: string, namn: string) =>
  (await sida.getByRole('table', { name: tabell, exact: true }).getByRole('row', { name: new RegExp(`^${namn}`) }).first().locator('th,td').allInnerTexts()).map((text) => text.replace(/\s/gu, ' ').trim())

describe('bemanning', () => {
  it('finds an ombud at 120 % and shows the working of the year', async () => {
    await ga(sida, '/kontoret/bemanning')
    await knapp('Lägg till anställning')
    await valj('Person', 'Anna Lind')
    await valj('Kommun', 'Orsa')
    await fyll('Från och med', `${AR}-07-01`)
    await fyll('Procent', '45')
    await spara('Lägg till anställningen')
    await valj('År', String(AR))
    await sida.getByText('Anna Lind har anställningar på 120 procent').waitFor()
    // 0.75 the whole year; per's 1.00 and 184 days at 45 %: 0.2268.
    expect((await rad('Årsanställningar', 'Mora')).slice(0, 5)).toEqual(['Mora', '0,75', '–', '–', '0,75'])
    expect((await rad('Årsanställningar', 'Orsa'))[1]).toBe('1,23')
    await knapp('Visa uträkningen')
    await sida.getByText('45 % × 184 / 365').waitFor()
    await sida.getByText('0,2268').waitFor()
    expect(await granska(sida)).toEqual([])
  })
})

describe('utbildning and handledning', () => {
  it('are written for the year, and who lacks the introduction is told', async () => {
    await ga(sida, '/kontoret/utbildning')
    await knapp('Lägg till utbildning')
    await valj('Slag', 'Introduktionsutbildning')
    await fyll('Vad den heter', 'Grundkurs för personliga ombud')
    await fyll('Första dagen', `${AR}-03-02`)
    await fyll('Dagar', '2,5')
    await valj('Deltagare', 'Anna Lind')
    await sida.keyboard.press('Escape')
    await spara('Lägg till utbildningen')
    await valj('År', String(AR))
    expect(await rad('Utbildning', 'Grundkurs')).toEqual(expect.arrayContaining(['Introduktionsutbildning', '2,5 dagar', 'Anna Lind']))
    await sida.getByText('Saknar introduktionsutbildning: Per Nyström.').waitFor()
    await knapp('Lägg till handledning')
    await valj('Form', 'Handledning i grupp')
    await fyll('Första dagen', `${AR}-01-01`)
    await fyll('Sista dagen', `${AR + 1}-01-31`)
    await fyll('Tillfällen', '8')
    await fyll('Timmar', '16')
    await sida.getByRole('dialog').getByRole('button', { name: /^Välj alla/ }).click()
    await sida.getByRole('dialog').getByRole('button', { name: 'Lägg till handledningen' }).click()
    // Refused in words, nothing typed lost.
    await sida.getByRole('dialog').getByText('Handledningen ska ligga inom ett år.').first().waitFor()
    await fyll('Sista dagen', `${AR}-12-31`)
    await spara('Lägg till handledningen')
    await sida.getByText(/tillfällen, 16 timmar/).waitFor()
    expect(await granska(sida)).toEqual([])
  })
})

describe('statsbidrag and the share of costs', () => {
  it('holds grants per kommun and shares the costs, a kommun that joined in July by its days', async () => {
    await ga(sida, '/kontoret/kommuner')
    await knapp('Ändra Älvdalen')
    await fyll('Från och med', `${AR}-07-01`)
    await spara('Spara ändringen')

    await ga(sida, `/kontoret/statsbidrag/${AR}`)
    await sida.getByText('inte ifyllt för året').waitFor()
    await knapp('Ändra beloppet')
    await sida.getByRole('dialog').getByRole('button', { name: /^Föreslå 302/ }).click()
    await spara('Spara beloppet')
    await knapp('Lägg till sökande kommun')
    await spara('Lägg till')
    for (const [kommun, arsanst] of [['Mora', '1'], ['Orsa', '1,2'], ['Älvdalen', '0,5']] as const) {
      await knapp(`Ändra ${kommun}`)
      await fyll('Beviljade årsanställningar', arsanst)
      await sida.getByRole('dialog').getByRole('button', { name: 'Använd förslaget: Beviljat kr' }).click()
      await sida.getByRole('dialog').getByRole('button', { name: 'Använd förslaget: Använt kr' }).click()
      await spara('Spara')
    }
    // On a narrow screen the table scrolls, not the page.
    const forut = sida.viewportSize() ?? { width: 1280, height: 800 }
    await sida.setViewportSize({ width: 320, height: 800 })
    expect(await sida.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await sida.setViewportSize(forut)
    expect(await rad('Sökande: Mora', 'Mora')).toEqual(expect.arrayContaining(['1,00', '0,75', '302 400', '226 800', '75 600']))
    expect((await rad('Sökande: Mora', 'Totalt')).slice(1, 4)).toEqual(['2,70', '', '816 480'])

    for (const [slag, kr] of [['Lön och sociala avgifter', '1 450 000'], ['Lokal', '150 001']] as const) {
      await knapp('Lägg till kostnad')
      await valj('Slag', slag)
      await fyll('Kronor', kr)
      await spara('Lägg till kostnaden')
    }
    await knapp('Ändra nyckeln')
    await sida.getByRole('dialog').getByLabel('Väg in dagarna i enheten').check()
    await spara('Spara nyckeln')
    await sida.getByText('Älvdalen har varit med en del av året.').waitFor()
    expect((await rad('Fördelning av kostnader', 'Älvdalen')).slice(1, 4)).toEqual(['1', '184', '20,13 %'])
    expect(await granska(sida)).toEqual([])
  })

  it('prints the paper, and its sums are those of the screen', async () => {
    const skarm = { alvdalen: (await rad('Fördelning av kostnader', 'Älvdalen')).slice(4, 7), totalt: (await rad('Fördelning av kostnader', 'Totalt')).slice(4, 7) }
    const tal = (text: string) => Number(text.replace(/\s/gu, '').replace('−', '-'))
    expect(tal(skarm.totalt[0] ?? '')).toBe(1_600_001)
    await sida.getByRole('link', { name: 'Skriv ut' }).click()
    await sida.getByRole('heading', { name: 'Fördelning av kostnader för personligt ombud' }).waitFor()
    const pdf = await lasPdf(await sida.pdf({ tagged: true, outline: true, preferCSSPageSize: true }))
    expect(pdf.titel).toBe(`Fördelning av kostnader ${AR}`)
    const rader = pdf.text.split('\n').map((r) => r.replace(/[^\S\t]/gu, ' '))
    const delarna = rader.filter((r) => /^(Mora|Orsa|Älvdalen)\t1\t/u.test(r)).map((r) => r.split('\t').slice(4, 7).map(tal))
    const summan = rader.find((r) => r.startsWith('Summa\t100,00'))?.split('\t').slice(2, 5).map(tal)
    expect(delarna).toHaveLength(3)
    expect(summan).toEqual(skarm.totalt.map(tal))
    expect(delarna.at(-1)).toEqual(skarm.alvdalen.map(tal))
    expect([0, 1, 2].map((i) => delarna.reduce((s, d) => s + (d[i] ?? 0), 0))).toEqual(summan)
    expect(pdf.text).toContain('Ort och datum, underskrift och namnförtydligande')
    expect(fonster.klagomal).toEqual([])
  })
})
