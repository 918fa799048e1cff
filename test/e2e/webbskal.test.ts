import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { startaChromium } from '../lib/chromium.ts'
import { korCli } from '../lib/cli.ts'
import { provmapp, startaProgram, type Program } from '../lib/program.ts'

// The browser shell as it is started, attacked from its own page, from another page and from another program on the computer.

let webblasare: Browser
let prov: ReturnType<typeof provmapp>
let program: Program
let sammanhang: BrowserContext
let sida: Page
/** A server of somebody else's on the same computer: what reaches it has got out. */
let frammande: Server
let utifran: string[]
let frammandeAdress: string

beforeAll(async () => {
  webblasare = await startaChromium()
  prov = provmapp()
  const { kod, fel } = await korCli(['exempel', '--data', join(prov.mapp, 'kontor'), '--storlek', 'liten'])
  expect(kod, fel).toBe(0)
  frammande = createServer((anrop, svar) => {
    utifran.push(`${anrop.method} ${anrop.url}`)
    svar.setHeader('Access-Control-Allow-Origin', '*')
    svar.setHeader('Content-Type', 'text/html')
    svar.end('<!doctype html><title>Främmande</title>')
  })
  await new Promise<void>((klar) => frammande.listen(0, '127.0.0.1', klar))
  frammandeAdress = `http://127.0.0.1:${(frammande.address() as AddressInfo).port}`
})

afterAll(async () => {
  await webblasare.close()
  frammande.close()
  prov.bort()
})

beforeEach(async () => {
  utifran = []
  program = await startaProgram(join(prov.mapp, 'kontor'))
  sammanhang = await webblasare.newContext()
  sida = await sammanhang.newPage()
})

afterEach(async () => {
  await sammanhang.close()
  expect(await program.stang()).toBe(0)
})

const inloggning = () => sida.getByRole('button', { name: 'Logga in' })
const egen = () => `http://127.0.0.1:${program.port}`

async function oppna(): Promise<void> {
  await sida.goto(program.adress())
  await inloggning().waitFor()
}

describe('the address', () => {
  it('opens the login, and is gone from the address field and the history', async () => {
    const fel: string[] = []
    sida.on('console', (rad) => rad.type() !== 'log' && fel.push(rad.text()))
    sida.on('pageerror', (orsak) => fel.push(orsak.message))
    await oppna()
    expect(sida.url()).not.toContain('#')
    expect(fel).toEqual([])
  })

  it('works once: whoever comes with it afterwards gets nowhere', async () => {
    const forsta = program.adress()
    await oppna()
    await expect.poll(() => program.adress()).not.toBe(forsta)
    const tjuv = await (await webblasare.newContext()).newPage()
    const svar = tjuv.waitForResponse((ett) => ett.url().endsWith('/session'))
    await tjuv.goto(forsta)
    expect((await svar).status()).toBe(401)
    await tjuv.context().close()
  })

  it('survives a reload, which starts a new office process', async () => {
    await oppna()
    // Several in a row: a reload meets the old office while it ends, and must always end up with the new one.
    for (let gang = 0; gang < 8; gang++) {
      await sida.reload()
      await inloggning().waitFor()
      expect(await sida.getByText('svarar inte').isVisible()).toBe(false)
    }
  })
})

describe('from its own page', () => {
  beforeEach(oppna)

  it('reaches no other host: fetch, picture, frame, socket, beacon, form, script, style', async () => {
    const forsok = await sida.evaluate(async (mot) => {
      const lagg = (namn: string, egenskaper: Record<string, string>) => {
        const del = Object.assign(document.createElement(namn), egenskaper)
        document.body.append(del)
        return new Promise<string>((klar) => {
          del.addEventListener('load', () => klar('laddad'))
          del.addEventListener('error', () => klar('nekad'))
          setTimeout(() => klar('nekad'), 500)
        })
      }
      const fraga = fetch(`${mot}/fetch`).then(() => 'laddad', () => 'nekad')
      const form = Object.assign(document.createElement('form'), { action: `${mot}/form`, method: 'post' })
      document.body.append(form)
      form.submit()
      navigator.sendBeacon(`${mot}/beacon`)
      const ws = new Promise<string>((klar) => {
        try {
          const socket = new WebSocket(`${mot.replace('http', 'ws')}/ws`)
          socket.onopen = () => klar('laddad')
          socket.onerror = () => klar('nekad')
        } catch {
          klar('nekad')
        }
      })
      const vantan = [fraga, ws, lagg('img', { src: `${mot}/bild` }), lagg('script', { src: `${mot}/skript` }), lagg('link', { rel: 'stylesheet', href: `${mot}/stil` })]
      lagg('iframe', { src: `${mot}/ram` })
      lagg('iframe', { srcdoc: `<img src="${mot}/inuti">` })
      return Promise.all(vantan)
    }, frammandeAdress)
    expect(new Set(forsok)).toEqual(new Set(['nekad']))
    expect(utifran).toEqual([])
  })

  it('runs no script that was written into the page', async () => {
    const korda = await sida.evaluate(async () => {
      const spar = window as unknown as { kord?: string[] }
      spar.kord = []
      document.body.insertAdjacentHTML('beforeend', `<img src="x:" onerror="window.kord.push('attribut')"><a id="lank" href="javascript:window.kord.push('adress')">x</a>`)
      const skript = document.createElement('script')
      skript.textContent = "window.kord.push('skript')"
      document.body.append(skript)
      document.getElementById('lank')?.click()
      // oxlint-disable-next-line no-implied-eval
      setTimeout("window.kord.push('text')", 0)
      await new Promise((klar) => setTimeout(klar, 200))
      return spar.kord
    })
    expect(korda).toEqual([])
  })
})

describe('from another page', () => {
  it('cannot frame it, fetch it, post to it or use its session', async () => {
    await oppna()
    const hemlighet = await sida.evaluate(() => sessionStorage.getItem('lotsen-session'))
    expect(hemlighet).toMatch(/^[\w-]{43}$/)
    const annan = await sammanhang.newPage()
    await annan.goto(frammandeAdress)
    const forsok = await annan.evaluate(
      async ([mot, stulen]) => {
        const prova = (vag: string, val: RequestInit) => fetch(`${mot}${vag}`, val).then((svar) => `${svar.type} ${svar.status}`, () => 'nekad')
        const ram = document.createElement('iframe')
        ram.src = `${mot}/`
        document.body.append(ram)
        await new Promise((klar) => ram.addEventListener('load', klar))
        let inuti = 'nekad'
        try {
          inuti = ram.contentDocument?.title ?? 'nekad'
        } catch {
          // Another origin.
        }
        return [
          inuti,
          await prova('/', {}),
          await prova('/rpc/session/jag', { method: 'POST', body: '{}', headers: { 'x-lotsen-session': stulen } }),
          await prova('/session', { method: 'POST', body: '{}' }),
          await prova('/', { mode: 'no-cors' }).then((svar) => (svar === 'opaque 0' ? 'nekad' : svar)),
        ]
      },
      [egen(), hemlighet ?? ''] as const,
    )
    expect(new Set(forsok)).toEqual(new Set(['nekad']))
    // A picture of the page in a frame would be enough to trick somebody: the frame must be empty, not only unreadable.
    const ram = annan.frames().find((en) => en !== annan.mainFrame())
    expect(await ram?.locator('body').innerText()).not.toContain('Logga in')
  })

  it('cannot reach it by a link either: the page opens, with nothing in it', async () => {
    await oppna()
    const annan = await sammanhang.newPage()
    await annan.goto(frammandeAdress)
    const svar = annan.waitForResponse((ett) => ett.url().startsWith(egen()))
    await annan.evaluate((mot) => location.assign(mot), `${egen()}/klienter`)
    expect((await svar).status()).toBe(403)
  })
})

describe('ending', () => {
  it('locks when the tab is closed', async () => {
    await oppna()
    const session = await sida.evaluate(() => sessionStorage.getItem('lotsen-session'))
    await sida.close()
    // The next page with the same secret is let in, to an office where nobody is logged in.
    sida = await sammanhang.newPage()
    await sida.addInitScript((hemlighet) => sessionStorage.setItem('lotsen-session', hemlighet), session ?? '')
    await sida.goto(egen())
    await inloggning().waitFor()
    expect(sida.url()).toBe(`${egen()}/`)
  })
})
