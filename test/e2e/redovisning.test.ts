import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GRUNDFORMER } from '../../db/model/blankett/grundformer.ts'
import { type Blankettinnehall, zBlankettinnehall } from '../../db/model/blankett/typer.ts'
import { type Utgava, zUtgava } from '../../db/model/handling/utgava.ts'
import type { Rad } from '../fixtures/register.ts'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, granska, lugn, oppnaLotsen } from '../lib/fonster.ts'
import { FOLK, lyckas, type Person, provplats, registerfil } from '../lib/kontor.ts'
import { lasPdf } from '../lib/pdf.ts'

// A chief's January: seven kommuner under one värdkommun, from the first look at the year to länsstyrelsen's form and what changes after.
// Then an office where two kommuner apply, one of them on a form of its county's own that came as a file.

const AR = 2026
const KOMMUNER = ['2062', '2034', '2039', '2031', '2029', '2023', '2021']
const NAMN = ['Mora', 'Orsa', 'Älvdalen', 'Rättvik', 'Leksand', 'Malung-Sälen', 'Vansbro']
const UTAN_FODELSEAR = `${AR}-0002`
const UNDER_18 = `${AR}-0003`
const UTAN_ORSAK = `${AR}-0004`

/** Nine clients of 2026 in seven kommuner: three of them with something to mend; and two requests. */
const REGISTER: Rad[] = [
  ...Array.from({ length: 9 }, (_, i): Rad => {
    const arendenummer = `${AR}-000${i + 1}`
    return {
      arendenummer, kommun: NAMN[i % 7] ?? '', ombud: i % 3 === 1 ? 'per' : 'anna', kon: i % 2 === 0 ? 'Kvinna' : 'Man', namn: `Klient Nummer${i + 1}`,
      fodelsear: arendenummer === UTAN_FODELSEAR ? '' : arendenummer === UNDER_18 ? '2015' : String(1961 + i),
      orsaker: arendenummer === UTAN_ORSAK ? '' : 'Ekonomi/skulder', kontaktdatum: `${AR}-01-12`, startdatum: `${AR}-02-02`, planerat_slut: `${AR + 1}-12-18`,
    }
  }),
  { kommun: 'Mora', kontaktdatum: `${AR}-03-10`, utfall: 'Rådgivning' },
  { kommun: 'Orsa', kontaktdatum: `${AR}-04-10`, utfall: 'Tackade nej' },
]

let webblasare: Browser
let fonster: Fonster | undefined
let sida: Page
const plats = provplats()

beforeAll(async () => {
  process.env['LOTSEN_PROVKLOCKA'] = `${AR + 1}-01-05T08:00:00.000Z`
  const fil = plats.bredvid('kontor.json')
  writeFileSync(fil, JSON.stringify({
    enhet: { namn: 'Personligt ombud Norra Dalarna', vardkommun: '2062' },
    kommuner: KOMMUNER,
    anvandare: Object.entries(FOLK).map(([anvandarnamn, person]) => ({ anvandarnamn, ...person })),
    anstallningar: [{ anvandarnamn: 'anna', kommun: '2062', fran: '2019-03-01', till: null, procent: 75, vikarie: false }],
  }))
  const [startad] = await Promise.all([startaChromium(), lyckas(['nytt', '--data', plats.data, '--enhet', fil, '--json'])])
  webblasare = startad
  const register = plats.bredvid('register.csv')
  writeFileSync(register, registerfil(REGISTER))
  await lyckas(['importera', '--data', plats.data, '--anvandare', 'adm', '--fil', register, '--json'], 'adm')
})

afterAll(async () => {
  await fonster?.stang()
  await webblasare.close()
  plats.bort()
  delete process.env['LOTSEN_PROVKLOCKA']
})

/** Somebody logs in in a window of their own, does what they came for, and closes it. */
async function som(vem: Person, gor: () => Promise<void>): Promise<void> {
  await fonster?.stang() // left open by one that failed
  fonster = await oppnaLotsen(webblasare, plats.data)
  sida = fonster.sida
  await sida.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await loggaIn(vem)
  await gor()
  expect(fonster.klagomal).toEqual([])
  await fonster.stang()
  fonster = undefined
}

async function loggaIn(vem: Person): Promise<void> {
  await sida.getByLabel('Användarnamn').fill(vem)
  await sida.getByLabel('Lösenord', { exact: true }).fill(FOLK[vem].losenord)
  await sida.keyboard.press('Enter')
  await sida.getByRole('navigation', { name: 'Sidor' }).waitFor()
  await lugn(sida)
}

const knapp = (namn: string | RegExp, i: Page | Locator = sida) => i.getByRole('button', { name: namn }).first().click()
const lank = (namn: string | RegExp) => sida.getByRole('link', { name: namn }).first().click()
const rubrik = (namn: string | RegExp, niva = 1) => sida.getByRole('heading', { level: niva, name: namn }).first().waitFor()
const sagt = (mening: string | RegExp) => sida.getByRole('status').getByText(mening).first().waitFor()
const har = async () => (await sida.evaluate(() => location.hash)).slice(1).replace(/(\/handling\/[^/]+).*$/u, '$1')

/** Goes to a step by its number, and waits for its heading. */
async function steg(namn: RegExp): Promise<void> {
  await sida.getByRole('navigation', { name: /delar$/ }).getByRole('link', { name: namn }).click()
  await lugn(sida)
}

/** Writes in every text of the step, answers every question yes, and waits until all of it is saved. */
async function fyllSteget(ord: string): Promise<void> {
  for (const ja of await sida.getByRole('radio', { name: 'Ja', exact: true }).all()) await ja.check()
  const rutor = await sida.locator('main textarea').all()
  for (const [i, ruta] of rutor.entries()) {
    await ruta.fill(`${ord} ${i + 1}.`)
    await ruta.blur()
  }
  await sida.waitForFunction(() => !/Sparar|inte är sparade/u.test(document.querySelector('main')?.textContent ?? ''))
}

async function exporterad(): Promise<Utgava> {
  const [fil] = await Promise.all([sida.waitForEvent('download'), (async () => {
    await knapp('Exportera')
    await sida.getByRole('menuitem', { name: /json/ }).click()
  })()])
  return zUtgava.parse(JSON.parse(readFileSync(await fil.path(), 'utf8')))
}

const cellen = (utgava: Utgava, falt: string) => utgava.punkter.flatMap((p) => p.falt).find((f) => f.id === falt)?.cell

describe("a chief's January, for seven kommuner", () => {
  let redovisningen = ''
  let fryst: Utgava

  it('begins where Min vecka says what is due, and sends three checks to their ombud', () => som('chef', async () => {
    await sida.getByText('10 dagar kvar').waitFor()
    await sida.getByText(/Kvar: inte påbörjad\. Utan den i tid blir kommunen återbetalningsskyldig/).waitFor()
    await lank('Påbörja redovisningen')
    await sida.getByRole('button', { name: 'Ta bort Vansbro' }).waitFor()
    await knapp('Påbörja redovisningen')
    await sida.getByText('Mora kommun söker för sju kommuner').waitFor()
    await sida.getByText('10 dagar till 15 januari').waitFor()
    redovisningen = await har()
    const kontroller = sida.getByRole('list', { name: 'Kontroller' })
    for (const [mening, hos] of [['En person saknar födelseår', 'Per Nyström (1)'], ['under 18', 'Anna Lind (1)'], ['saknar orsak', 'Anna Lind (1)']] as const) {
      const rad = kontroller.getByRole('listitem').filter({ hasText: mening })
      await rad.getByText(`hos ${hos}`).waitFor()
      await knapp(/^Påminn/, rad)
      await rad.getByText('påmind i dag').waitFor()
    }
    // The way to the grant is to the year that is reported, not to the year of the clock.
    expect(await kontroller.getByRole('link', { name: 'Statsbidrag' }).getAttribute('href')).toBe(`#/kontoret/statsbidrag/${AR}`)
    const allt = await sida.locator('main').innerText()
    for (const nummer of [UTAN_FODELSEAR, UNDER_18, UTAN_ORSAK]) expect(allt).not.toContain(nummer)
  }))

  it('lets the ombud who have the cases mend them on Min vecka', async () => {
    await som('per', async () => {
      const rad = sida.getByRole('list', { name: 'Inför redovisningen' }).getByRole('listitem').filter({ hasText: UTAN_FODELSEAR })
      await rad.getByText('Påmind i dag').waitFor()
      await knapp(/^Fyll i/, rad)
      await rad.getByRole('textbox', { name: /^Födelseår/ }).fill('1970')
      await knapp('Spara', rad)
      await sagt('Födelseåret är sparat.')
      await sida.getByRole('list', { name: 'Inför redovisningen' }).waitFor({ state: 'detached' })
    })
    await som('anna', async () => {
      const lista = sida.getByRole('list', { name: 'Inför redovisningen' })
      const under = lista.getByRole('listitem').filter({ hasText: UNDER_18 })
      await knapp(/^Fyll i/, under)
      await under.getByRole('textbox', { name: /^Födelseår/ }).fill('1985')
      await knapp('Spara', under)
      await sagt('Födelseåret är sparat.')
      const utan = lista.getByRole('listitem').filter({ hasText: UTAN_ORSAK })
      await knapp(/^Fyll i/, utan)
      await knapp(/Orsaker/, utan)
      await sida.getByRole('option', { name: 'Ekonomi/skulder' }).click()
      await sida.keyboard.press('Escape')
      await knapp('Spara', utan)
      await sagt('Orsaken är sparad.')
      await lista.waitFor({ state: 'detached' })
    })
  })

  it('corrects a figure with a reason, writes the texts, which survive a lock, and fixes it', () => som('chef', async () => {
    await ga(sida, '/redovisning')
    await sida.getByText('Alla som har fått stöd har ett födelseår.').waitFor()
    await steg(/^2 /)
    await sida.getByText('0 + 9 = 0 + 9 = 9. En person räknas en gång.').waitFor()
    await knapp('Öppna Kontakter under året')
    await sida.getByText(/^Förfrågningar under året/).waitFor()
    await knapp('Rätta siffran')
    await sida.getByLabel('Siffran som ska stå').fill('tolv')
    await sida.getByLabel('Varför rättas den?').fill('Ett samtal stod bara i almanackan.')
    await knapp('Spara rättelsen')
    await sida.getByRole('alert').getByText('Skriv ett heltal').waitFor()
    await sida.getByLabel('Siffran som ska stå').fill('12')
    await knapp('Spara rättelsen')
    await sida.getByText('rättad. Lotsen räknar 11').first().waitFor()

    await steg(/^3 /)
    const ruta = sida.locator('main textarea').first()
    await ruta.fill('Skrivet innan låset.')
    await sida.keyboard.press('Control+L')
    await sida.getByLabel('Användarnamn').waitFor()
    await loggaIn('chef')
    await ga(sida, `${redovisningen}/riktlinjer`)
    await sida.locator('main textarea').first().waitFor()
    expect(await sida.locator('main textarea').first().inputValue()).toBe('Skrivet innan låset.')

    for (const [i, namn] of [/^1 /, /^2 /, /^3 /, /^4 /, /^5 /, /^Ekonomi/].entries()) {
      await steg(namn)
      await fyllSteget(`Text ${i + 1}`)
    }
    await steg(/^4 .*✓/)
    await lank('Granska och fastställ')
    await sida.getByRole('list', { name: 'Tomma fält som ska fyllas i' }).getByRole('link', { name: 'Gå till Beviljat statsbidrag' }).waitFor()
    expect(await granska(sida)).toEqual([])
    await knapp('Fastställ redovisningen')
    await sida.getByRole('alert').getByText('kryssa för att fastställa ändå').waitFor()
    await sida.getByLabel(/^Fastställ trots att tre saker/).check()
    await knapp('Fastställ redovisningen')
    await rubrik('Ändrat i registret sedan dess', 2)
    await sida.getByText('Siffrorna i registret är desamma').waitFor()
    await sida.getByText('av Karin Berg').first().waitFor()
  }))

  it('fills in the form of the authority by keys, hands it in, prints and exports', () => som('chef', async () => {
    await ga(sida, `${redovisningen}/fyll-i`)
    await sida.getByText(/^0 av \d+ kopierade/).waitFor()
    await sida.keyboard.press('n')
    for (const klara of [1, 2]) {
      await sida.keyboard.press('Enter')
      await sida.getByText(new RegExp(`^${klara} av \\d+ kopierade`, 'u')).waitFor()
    }
    // The second field of the form: how many have worked as ombud.
    expect(await sida.evaluate(() => navigator.clipboard.readText())).toBe('1')
    // The tick is the office's word, laid in at once but a turn of the loop after the click: check() would look too soon.
    await sida.getByLabel('Klar: Bemannat').click()
    await expect.poll(() => sida.getByLabel('Klar: Bemannat').isChecked()).toBe(true)
    expect(await granska(sida)).toEqual([])

    await lank('Lämna in')
    await sida.getByLabel('Diarienummer').fill('PO 2027/14')
    await knapp('Skriv in att den är inlämnad')
    await sagt('Inlämningen är inskriven.')
    await sida.getByText('PO 2027/14').waitFor()
    await ga(sida, '/min-vecka')
    await rubrik('Datum att hålla', 2)
    // What was last seen is shown until the office has answered anew.
    await expect.poll(() => sida.locator('main').innerText()).not.toContain(`Redovisning ${AR}`)

    await ga(sida, `${redovisningen}/skriv-ut`)
    const pdf = await lasPdf(await sida.pdf({ tagged: true, outline: true, preferCSSPageSize: true }))
    await ga(sida, redovisningen)
    fryst = await exporterad()
    expect(fryst).toMatchObject({ ar: AR, status: 'inlamnad', maskerad: true, sokande: { namn: 'Mora' }, inlamnad: { diarienummer: 'PO 2027/14' } })
    expect(cellen(fryst, 'kontakter')).toMatchObject({ varde: 12, rattad: { raknat: 11, skal: 'Ett samtal stod bara i almanackan.' } })
    expect(cellen(fryst, 'nya')).toMatchObject({ varde: 9 })
    // Every single figure of the file stands on paper as it stands in the file.
    expect([...new Set(pdf.sidor.flatMap((s) => s.roller))]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']))
    expect(pdf.sprak).toBe('sv')
    const rader = pdf.text.split('\n').map((rad) => rad.replaceAll(/[\s\u00a0]+/gu, ' '))
    for (const f of fryst.punkter.flatMap((p) => p.falt)) {
      if (f.typ === 'siffra') expect(rader).toContainEqual(expect.stringContaining(`${f.etikett}${f.enhet === 'kr' ? ' (kr)' : ''} ${f.cell?.text || '–'}`.replaceAll(/[\s\u00a0]+/gu, ' ')))
      if (f.typ === 'text' && f.cell?.text) expect(pdf.text).toContain(f.cell.text)
    }
    expect(pdf.text).toContain('Kontakter under året: 12. Räknat i registret: 11. Skäl: Ett samtal stod bara i almanackan.')
    expect(pdf.text).toContain(fryst.faststalld?.hash.slice(0, 4))
    expect(pdf.text).not.toMatch(new RegExp(`${AR}-\\d{4}\\b`, 'u'))
  }))

  it('keeps the frozen figures when the register changes, says what has changed, and makes a new version', async () => {
    await som('anna', async () => {
      await ga(sida, `/klienter/${AR}-0001`)
      await knapp('Ändra klienten')
      await sida.getByRole('button', { name: /Kön/ }).click()
      await sida.getByRole('option', { name: 'Man', exact: true }).click()
      await knapp('Spara')
      await sida.getByRole('button', { name: 'Ändra klienten' }).waitFor()
    })
    await som('chef', async () => {
      await ga(sida, `${redovisningen}/fyll-i`)
      await sida.getByText(/^3 av \d+ kopierade/).waitFor()
      await ga(sida, `${redovisningen}/granska`)
      const andrat = sida.getByRole('table', { name: 'Ändrat i registret sedan dess' })
      await andrat.getByRole('row', { name: /^Man 4 5/ }).waitFor()
      expect(await exporterad()).toEqual(fryst)
      await knapp('Ny version')
      await sida.getByLabel('Varför görs den om?').fill('En klient var fel registrerad')
      await knapp('Gör en ny version')
      await rubrik(`Redovisning ${AR}, version 2`)
      await steg(/^2 /)
      await sida.getByText('rättad. Lotsen räknar 11').first().waitFor()
      await lank('Granska och fastställ')
      await sida.getByText('Skäl: En klient var fel registrerad').waitFor()
      await ga(sida, redovisningen)
      await sida.getByText('Version 1, visas nu').waitFor()
      await lank('Version 2')
      await rubrik(`Redovisning ${AR}, version 2`)
    })
  })
})

describe('two sökande kommuner, one on its own county form', () => {
  const grund = zBlankettinnehall.parse(GRUNDFORMER.redovisning)
  /** A county that asks in its own words, in its own order, for something of its own. */
  const lanets: Blankettinnehall = {
    ...grund, namn: 'Länets blankett', lan: '20',
    punkter: grund.punkter.map((p) => ({
      ...p,
      falt: p.id === 'riktlinjer'
        ? [
            { typ: 'tal', id: 'moten', etikett: 'Möten om prioritering', hjalp: '', pa: true, kravs: true, enhet: 'möten', decimaler: 0 },
            { typ: 'ja_nej', id: 'antagna', etikett: 'Är riktlinjerna antagna?', hjalp: '', pa: true, kravs: true },
            { typ: 'egen_tabell', id: 'ordning', etikett: 'Ordning', hjalp: '', pa: true, kravs: false, rader: 'fria', kolumner: [{ id: 'vem', rubrik: 'Vem', typ: 'text', enhet: '', decimaler: 0, bunden: null }] },
          ]
        : p.falt.filter((f) => f.typ === 'siffra').map((f) => ({ ...f, etikett: `Länet: ${f.etikett}`, kravs: false })),
    })),
  }

  it('refuses a wrong file with what is wrong in it, takes a right one, and lives it to the end', () => som('chef', async () => {
    await ga(sida, '/redovisning/blanketter')
    const las = async (namn: string, innehall: unknown) => {
      const fil = plats.bredvid(namn)
      writeFileSync(fil, JSON.stringify(innehall))
      await sida.locator('input[type=file]').setInputFiles(fil)
    }
    await las('fel.json', { ...lanets, punkter: lanets.punkter.filter((p) => p.id !== 'brister') })
    await sida.getByRole('alert').getByText('Punkten brister (10 § 5) saknas').waitFor()
    await las('ratt.json', lanets)
    await rubrik('Länets blankett')

    await ga(sida, `/redovisning/ar/${AR - 1}/ny`)
    const kommuner = async (bort: readonly string[]) => {
      for (const namn of bort) await knapp(`Ta bort ${namn}`)
    }
    await sida.getByRole('button', { name: 'Ta bort Vansbro' }).waitFor()
    await kommuner(NAMN.slice(2))
    await knapp('Påbörja redovisningen')
    await sida.getByText('Mora kommun söker för två kommuner').waitFor()

    await ga(sida, `/redovisning/ar/${AR - 1}`)
    await sida.getByText(/Leksand, Malung-Sälen, Rättvik, Vansbro och Älvdalen är inte med i någon/).waitFor()
    await lank(/Påbörja en redovisning till/)
    await sida.getByRole('button', { name: /Sökande kommun/ }).click()
    await sida.keyboard.type('rättvik')
    await sida.locator('[role=option][data-focused]').waitFor()
    await sida.keyboard.press('Enter')
    await sida.getByRole('button', { name: /Blankett/ }).click()
    await sida.getByRole('option', { name: 'Länets blankett' }).click()
    await knapp('Påbörja redovisningen')
    await sida.getByText('Rättviks kommun söker för fem kommuner').waitFor()
    const min = await har()

    await steg(/^3 /)
    await sida.getByLabel(/^Möten om prioritering/).fill('4')
    await knapp('Lägg till rad')
    await sida.getByLabel('Vem, Rad 1').fill('Den som är utan insatser')
    await sida.getByRole('radio', { name: 'Ja' }).check()
    await sida.waitForFunction(() => (document.querySelector('main')?.textContent?.match(/Sparat \d/gu) ?? []).length === 3)
    await lank('Granska och fastställ')
    await sida.getByText('Inget behöver rättas och alla fält som ska fyllas i är ifyllda.').waitFor()
    await knapp('Fastställ redovisningen')
    await rubrik('Ändrat i registret sedan dess', 2)
    await ga(sida, `${min}/fyll-i`)
    const falt = await sida.locator('main h3').allInnerTexts()
    expect(falt).toEqual(lanets.punkter.flatMap((p) => p.falt.map((f) => f.etikett)))
    await sida.getByText('Den som är utan insatser').first().waitFor()
    await ga(sida, `/redovisning/ar/${AR - 1}`)
    await sida.getByRole('link', { name: 'Öppna Rättviks kommun söker för fem kommuner' }).waitFor()
    await sida.getByRole('link', { name: 'Öppna Mora kommun söker för två kommuner' }).waitFor()
  }))

  it('is the same for an ansökan: what is sought per kommun, at the amount of the year', () => som('chef', async () => {
    await ga(sida, `/redovisning/ansokan/ar/${AR + 1}/ny`)
    await sida.getByRole('button', { name: 'Ta bort Vansbro' }).waitFor()
    await knapp('Påbörja ansökan')
    await steg(/^2 /)
    const rutor = sida.getByRole('textbox', { name: /^Sökta årsanställningar/ })
    await rutor.first().fill('0,75')
    await rutor.nth(1).fill('1,5')
    await rutor.nth(1).blur()
    await sida.getByRole('row', { name: /^Sökta årsanställningar 2,25/ }).waitFor()
    expect(await granska(sida)).toEqual([])
  }))
})
