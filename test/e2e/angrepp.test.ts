import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anrop, fran } from '../lib/anrop.ts'
import { startaChromium } from '../lib/chromium.ts'
import { allt, type Fonster, ga, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { KLIENTNAMN, type Provkontor, provkontor } from '../lib/kontor.ts'

// An ombud sits with her clients on the screen; her own page, a page of somebody else's server and another program on the computer
// try to get at them. What the browser shell refuses before anybody is logged in is in webbskal.test.ts.

let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster | undefined
let sida: Page
/** A server of somebody else's on the same computer: what reaches it has got out. */
let frammande: Server
let mot: string
let utifran: string[] = []

beforeAll(async () => {
  frammande = createServer((fraga, svar) => {
    utifran.push(`${fraga.method} ${fraga.url} ${fraga.headers.referer ?? ''}`)
    svar.setHeader('Access-Control-Allow-Origin', '*')
    svar.setHeader('Content-Type', 'text/html; charset=utf-8')
    svar.end('<!doctype html><title>Främmande</title><h1>Främmande</h1>')
  })
  await new Promise<void>((klar) => frammande.listen(0, '127.0.0.1', klar))
  mot = `http://127.0.0.1:${(frammande.address() as AddressInfo).port}`
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})

afterAll(async () => {
  await fonster?.stang()
  await webblasare.close()
  frammande.close()
  kontor.bort()
})

beforeEach(async () => {
  fonster ??= await oppnaLotsen(webblasare, kontor.data)
  sida = fonster.sida
  for (const annan of sida.context().pages().filter((en) => en !== sida)) await annan.close()
  if (!(await sida.getByText(KLIENTNAMN[0]).isVisible())) {
    // The test before took the session away: by the next address, as a person would.
    await sida.goto(program().adress())
    await loggaInKnapp().waitFor()
    await loggaIn(sida, 'anna')
  }
  await ga(sida, '/klienter')
  await sida.getByText(KLIENTNAMN[0]).waitFor()
  utifran = []
})

const program = () => (fonster as Fonster).program
const port = () => program().port
const egen = () => `http://127.0.0.1:${port()}`
const hemlighet = () => sida.evaluate(() => sessionStorage.getItem('lotsen-session') ?? '')
const loggaInKnapp = () => sida.getByRole('button', { name: 'Logga in' })
const ingaNamn = (text: string) => KLIENTNAMN.filter((namn) => namn.split(' ').some((del) => text.includes(del)))
/** The session is as it was: the office answers the page with the clients. */
const arKvar = async () => {
  await ga(sida, '/kontoret')
  await ga(sida, '/klienter')
  await sida.getByText(KLIENTNAMN[0]).waitFor()
}

describe('from its own page', () => {
  it('fetches nothing from another host or another port, by any door', async () => {
    const forsok = await sida.evaluate(async (adress) => {
      const nekad = (lofte: Promise<unknown>) => lofte.then(() => 'nådd', () => 'nekad')
      const lasare = document.createElement('link')
      Object.assign(lasare, { rel: 'prefetch', href: `${adress}/prefetch` })
      document.head.append(lasare)
      const kalla = new EventSource(`${adress}/kalla`)
      return Promise.all([
        nekad(fetch(`${adress}/fetch?namn=${document.title}`)),
        nekad(fetch(`${adress}/nocors`, { mode: 'no-cors' })),
        nekad(fetch('https://example.com/')),
        nekad(new Promise((klar, fel) => Object.assign(kalla, { onopen: klar, onerror: fel }))),
        nekad(navigator.serviceWorker.register('/assets/arbetare.js')),
        nekad(new Promise((klar, fel) => {
          const arbetare = new Worker(URL.createObjectURL(new Blob([`fetch('${adress}/arbetare')`])))
          Object.assign(arbetare, { onmessage: klar, onerror: fel })
        })),
        nekad(navigator.clipboard.readText()),
        nekad(navigator.mediaDevices.getUserMedia({ audio: true })),
      ])
    }, mot)
    expect(new Set(forsok)).toEqual(new Set(['nekad']))
    expect(utifran).toEqual([])
    await arKvar()
  })

  it('opens no window that knows where it came from', async () => {
    const [ny] = await Promise.all([sida.context().waitForEvent('page'), sida.evaluate((adress) => void window.open(`${adress}/fonster`), mot)])
    await ny.getByRole('heading').waitFor()
    expect(await ny.evaluate(() => [window.opener, document.referrer, window.length])).toEqual([null, '', 0])
    expect(utifran.filter((rad) => !rad.includes('favicon'))).toEqual(['GET /fonster '])
    await ny.close()
    await arKvar()
  })

  it('locks when it is led away, tells nobody where from, and comes back to the login', async () => {
    await sida.evaluate((adress) => location.assign(`${adress}/bort`), mot)
    await sida.getByRole('heading', { name: 'Främmande' }).waitFor()
    expect(utifran.filter((rad) => !rad.includes('favicon'))).toEqual(['GET /bort '])
    await sida.goBack()
    await loggaInKnapp().waitFor()
    expect(ingaNamn(await allt(sida))).toEqual([])
  })

  it('does not become a file that is dropped on it', async () => {
    const fil = kontor.bredvid('slappt.html')
    writeFileSync(fil, '<!doctype html><title>Släppt</title><h1>Släppt</h1>')
    const cdp = await sida.context().newCDPSession(sida)
    const data = { items: [], files: [fil], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
    // Were it to be opened, it would be before this answer has come and gone.
    await arKvar()
    expect(sida.url()).toContain(egen())
    expect(sida.context().pages()).toHaveLength(1)
  })

  it('frames neither itself nor anybody else', async () => {
    const tomma = await sida.evaluate(async (adresser) => {
      return Promise.all(
        adresser.map(async (adress) => {
          const ram = document.createElement('iframe')
          ram.src = adress
          document.body.append(ram)
          await new Promise((klar) => ram.addEventListener('load', klar))
          try {
            return ram.contentDocument?.body.innerText ?? ''
          } catch {
            return ''
          }
        }),
      )
    }, [`${egen()}/`, `${mot}/ram`, 'data:text/html,<h1>data</h1>'])
    expect(tomma).toEqual(['', '', ''])
    expect(utifran).toEqual([])
  })

  it('shows no client in a doubled tab, nor any longer in the first', async () => {
    const [ny] = await Promise.all([sida.context().waitForEvent('page'), sida.evaluate(() => void window.open('/'))])
    // The office ends with the second page of one session; which of the two then meets the next one is chance.
    await sida.getByText(KLIENTNAMN[0]).waitFor({ state: 'detached' })
    await ny.getByRole('heading').waitFor()
    // Either page may start over while it is read: then it is read once more.
    await expect.poll(async () => ingaNamn((await allt(sida)) + (await allt(ny))), { timeout: 30_000 }).toEqual([])
  })
})

describe('from another local server', () => {
  it('can neither frame it, read it, post to it nor hold on to its window', async () => {
    const session = await hemlighet()
    const annan = await sida.context().newPage()
    await annan.goto(`${mot}/fientlig`)
    const forsok = await annan.evaluate(
      async ([lotsen, stulen]) => {
        const prova = (vag: string, val: RequestInit) => fetch(`${lotsen}${vag}`, val).then((svar) => (svar.type === 'opaque' ? 'ogenomskinlig' : `nådd ${svar.status}`), () => 'nekad')
        const ladda = (namn: string, egenskaper: Record<string, string>) =>
          new Promise<string>((klar) => {
            const del = Object.assign(document.createElement(namn), egenskaper, { onload: () => klar('nådd'), onerror: () => klar('nekad') })
            document.body.append(del)
          })
        const form = (enctype: string) => {
          const blankett = Object.assign(document.createElement('form'), { action: `${lotsen}/rpc/session/las`, method: 'post', enctype, target: '_blank' })
          document.body.append(blankett)
          blankett.submit()
        }
        form('text/plain')
        const namngiven = window.open(`${lotsen}/`, 'lotsen')
        return [
          await prova('/rpc/arenden/mina', { method: 'POST', body: '{}', headers: { 'x-lotsen-session': stulen, 'content-type': 'application/json' } }),
          await prova('/rpc/session/las', { method: 'POST', body: '{}', mode: 'no-cors' }),
          await prova('/sida', { method: 'POST', mode: 'no-cors' }),
          await ladda('script', { src: `${lotsen}/assets/index.js` }),
          await ladda('img', { src: `${lotsen}/` }),
          namngiven === null || namngiven.closed ? 'nekad' : 'nådd',
        ]
      },
      [egen(), session] as const,
    )
    // What "no-cors" and a window can be had of is a refusal nobody can read: see that the office took none of it.
    expect(forsok[0]).toBe('nekad')
    expect(forsok.slice(3, 5)).toEqual(['nekad', 'nekad'])
    for (const en of sida.context().pages().filter((p) => p !== sida)) expect(ingaNamn(await allt(en))).toEqual([])
    await annan.close()
    await sida.bringToFront()
    await arKvar()
  })
})

describe('from another program on the computer', () => {
  it('is refused for every forged, missing, stale or replayed thing', async () => {
    const session = await hemlighet()
    const nyckel = () => new URL(program().adress()).hash.slice('#t='.length)
    const mina = (huvuden: Record<string, string | string[]>) => anrop(port(), 'POST', '/rpc/arenden/mina', huvuden as Record<string, string>, '{}')
    const ratt = fran(port(), session)
    const utan = (namn: string) => Object.fromEntries(Object.entries(ratt).filter(([ett]) => ett !== namn))
    const fall: [string, number, Promise<{ status: number; text: string }>][] = [
      ['another name for the host', 403, mina({ ...ratt, host: `localhost:${port()}` })],
      ['a name bound to 127.0.0.1', 403, mina({ ...ratt, host: `lotsen.example:${port()}` })],
      ['no host', 400, mina(utan('host'))],
      ['another origin', 403, mina({ ...ratt, origin: mot })],
      ['null origin', 403, mina({ ...ratt, origin: 'null' })],
      ['no origin', 403, mina(utan('origin'))],
      ['another port by Sec-Fetch-Site', 403, mina({ ...ratt, 'sec-fetch-site': 'same-site' })],
      ['another site by Sec-Fetch-Site', 403, mina({ ...ratt, 'sec-fetch-site': 'cross-site' })],
      ['no Sec-Fetch-Site', 403, mina(utan('sec-fetch-site'))],
      ['no session', 401, mina(fran(port()))],
      ['a guessed session', 401, mina(fran(port(), 'A'.repeat(43)))],
      ['an empty session', 401, mina(fran(port(), ''))],
      ['the session twice', 401, mina({ ...ratt, 'x-lotsen-session': [session, session] })],
      ['the session as a cookie', 401, mina({ ...fran(port()), cookie: `x-lotsen-session=${session}` })],
      ['the next start token as session', 401, mina(fran(port(), nyckel()))],
      ['by GET', 200, anrop(port(), 'GET', '/rpc/arenden/mina', { host: `127.0.0.1:${port()}`, 'sec-fetch-site': 'none', 'x-lotsen-session': session })],
    ]
    for (const [namn, status, fraga] of fall) {
      const svar = await fraga
      expect([namn, svar.status]).toEqual([namn, status])
      expect(ingaNamn(svar.text), namn).toEqual([])
    }
    await arKvar()
  })

  it('cannot replay the address that this page was opened with', async () => {
    const anvand = /#t=([\w-]+)/.exec(program().utskrift())?.[1] ?? ''
    expect(anvand).toHaveLength(43)
    const svar = await anrop(port(), 'POST', '/session', fran(port()), JSON.stringify({ t: anvand }))
    expect(svar.status).toBe(401)
    await arKvar()
  })

  it('that steals the next address gets the login, and the ombud is locked out of nothing but her session', async () => {
    const nyckel = new URL(program().adress()).hash.slice('#t='.length)
    const svar = await anrop(port(), 'POST', '/session', fran(port()), JSON.stringify({ t: nyckel }))
    expect(svar.status).toBe(200)
    const { hemlighet: stulen } = JSON.parse(svar.text) as { hemlighet: string }
    const mina = await anrop(port(), 'POST', '/rpc/arenden/mina', fran(port(), stulen), '{}')
    expect(mina.status).toBe(409)
    await sida.getByText(KLIENTNAMN[0]).waitFor({ state: 'detached' })
    expect(ingaNamn(await allt(sida))).toEqual([])
  })

  it('with the session of a locked office gets nothing that was opened', async () => {
    const session = await hemlighet()
    await sida.keyboard.press('Control+L')
    await loggaInKnapp().waitFor()
    for (const vag of ['arenden/mina', 'session/jag', 'kontakter/lista', 'redovisning/ar']) {
      const svar = await anrop(port(), 'POST', `/rpc/${vag}`, fran(port(), session), '{}')
      expect([vag, svar.status]).toEqual([vag, 422])
      expect(JSON.parse(svar.text)).toMatchObject({ json: { data: { kod: 'inte_inloggad' } } })
    }
  })

  it('reaches no file but the window’s, however the path is written', async () => {
    const hamta = (vag: string) => anrop(port(), 'GET', vag, { host: `127.0.0.1:${port()}`, 'sec-fetch-site': 'none' })
    const fonstret = (await hamta('/')).text
    expect(fonstret).toContain('<title>Lotsen</title>')
    for (const vag of [
      '/../electron/cli.js', '/..%2felectron%2fcli.js', '/%2e%2e/electron/cli.js', '/assets/../../electron/cli.js', '/assets/..%5c..%5celectron%5ccli.js',
      '/....//electron/cli.js', '/%00', '/index.html%00.js', '/.build.lock', '/../../package.json', `/${encodeURIComponent(kontor.data)}/vault.json`, `${kontor.data}/office.db`, '/C:/Windows/win.ini',
    ]) {
      const { status, text } = await hamta(vag)
      expect([vag, status === 404 || text === fonstret]).toEqual([vag, true])
    }
    expect((await hamta('//example.com/')).status).toBe(400)
    expect((await hamta('http://example.com/')).status).toBe(400)
  })

  it('is cut short when it sends without end', async () => {
    const session = await hemlighet()
    expect((await anrop(port(), 'POST', '/session', fran(port()), 'x'.repeat(100_000))).status).toBe(413)
    const huvud = await anrop(port(), 'GET', '/', { host: `127.0.0.1:${port()}`, 'sec-fetch-site': 'none', fyllnad: 'x'.repeat(20_000) })
    expect(huvud.status).toBe(431)
    const lovad = await new Promise<number>((klar, fel) => {
      void import('node:http').then(({ request }) => {
        const fraga = request({ host: '127.0.0.1', port: port(), method: 'POST', path: '/rpc/importera/las', headers: { ...fran(port(), session), 'content-length': String(300 * 1024 * 1024) }, setHost: false, agent: false }, (svar) => {
          klar(svar.statusCode ?? 0)
          fraga.destroy()
        })
        fraga.on('error', fel).write('{}')
        fraga.end()
      })
    })
    expect(lovad).toBe(413)
    await arKvar()
  })
})
