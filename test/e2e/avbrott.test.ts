import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { ga, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, type Provkontor, provkontor } from '../lib/kontor.ts'

// What comes from outside: the office process dies in the middle of the work, and IT has decided something.

let webblasare: Browser
let kontor: Provkontor
const mapp = mkdtempSync(join(tmpdir(), 'lotsen-avbrott-'))

beforeAll(async () => {
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})
afterAll(async () => {
  delete process.env['LOTSEN_POLICY']
  await webblasare.close()
  kontor.bort()
  rmSync(mapp, { recursive: true })
})

it.skipIf(process.platform === 'win32')('an office that dies takes nothing that was written with it: the login comes back, and the draft after it', async () => {
  const fonster = await oppnaLotsen(webblasare, kontor.data)
  const { sida, program } = fonster
  try {
    await loggaIn(sida, 'anna')
    const vag = `/klienter/${AR}-0001`
    await ga(sida, vag)
    await sida.getByRole('button', { name: 'Ny anteckning' }).click()
    const sparat = sida.waitForResponse((svar) => svar.url().endsWith('/rpc/utkast/spara') && svar.ok())
    await sida.getByLabel('Anteckning', { exact: true }).fill('Ringde hyresvärden, väntar på svar till torsdag.')
    await sparat
    const barn = execFileSync('ps', ['-o', 'pid=', '--ppid', String(program.process.pid)], { encoding: 'utf8' }).trim().split(/\s+/).map(Number)
    expect(barn).toHaveLength(1)
    process.kill(barn[0] ?? 0, 'SIGKILL')
    await sida.getByText('Lotsen stannade och har startat om. Det du skrev och inte hann spara kommer tillbaka när du har loggat in.').waitFor()
    await loggaIn(sida, 'anna')
    await ga(sida, vag)
    expect(await sida.getByLabel('Anteckning', { exact: true }).inputValue()).toBe('Ringde hyresvärden, väntar på svar till torsdag.')
  } finally {
    await fonster.stang()
  }
})

it('what IT has decided stands among the settings, and a policy that cannot be followed stops Lotsen with a sentence', async () => {
  const fil = join(mapp, 'policy.json')
  writeFileSync(fil, JSON.stringify({ kopiemapp: mapp, lasMinuterHogst: 10, doljNamnMinuterHogst: 1, forbjudExport: true }))
  process.env['LOTSEN_POLICY'] = fil
  const fonster = await oppnaLotsen(webblasare, kontor.data)
  const { sida } = fonster
  try {
    await loggaIn(sida, 'chef')
    await ga(sida, '/kontoret/installningar')
    await sida.getByRole('heading', { name: 'Styrs av IT på den här datorn' }).waitFor()
    const text = await sida.locator('main').innerText()
    for (const mening of ['Lotsen låses efter högst 10 minuter.', 'Namn döljs efter högst 1 minut.', `De dagliga säkerhetskopiorna läggs i ${mapp}.`, 'Filer får inte föras ut ur Lotsen.']) expect(text).toContain(mening)
    const forbud = 'Filer får inte föras ut ur Lotsen på den här datorn. Det styrs av IT.'
    for (const vag of ['/kontoret/sakerhetskopia', '/kontoret/sakerhetskopia/exportera', '/statistik', '/redovisning/blanketter', `/statistik/${AR}/verksamhetsberattelse-utskrift`]) {
      await ga(sida, vag)
      await sida.getByText(forbud).first().waitFor()
      expect(await sida.getByRole('button', { name: /exportera|xlsx|csv|word|pdf|som fil/i }).or(sida.getByRole('link', { name: /exportera/i })).allInnerTexts(), vag).toEqual([])
    }
    await ga(sida, '/kontoret/installningar')
    await sida.keyboard.press('Control+k')
    await sida.keyboard.type('exportera')
    expect((await sida.getByRole('menuitem').allInnerTexts()).filter((rad) => /exportera/i.test(rad))).toEqual([])
    await sida.keyboard.press('Escape')
    const falt = sida.getByLabel('Lotsen låses efter')
    expect(await falt.inputValue()).toBe('10')
    await falt.fill('20')
    await sida.getByRole('button', { name: 'Spara', exact: true }).click()
    await sida.getByText('Skriv högst 10 minuter. Gränsen styrs av IT.').first().waitFor()
    writeFileSync(fil, '{"forbjudexport": true}')
    await sida.reload()
    await sida.getByText('forbjudexport är inte namnet på någon regel').waitFor()
    expect(await sida.getByLabel('Lösenord', { exact: true }).count()).toBe(0)
  } finally {
    await fonster.stang()
  }
})
