import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient, type Client } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startaVaktare, type Vaktare } from './vaktare.ts'

type Ett<In, Ut> = Client<Record<never, never>, In, Ut, Error>
type Provrouter = {
  skriv: Ett<string, number>
  las: Ett<void, string>
  process: Ett<void, number>
  lasOss: Ett<void, string>
  krascha: Ett<void, void>
  bugg: Ett<void, void>
  fil: Ett<Blob, number>
}

let vaktare: Vaktare
let mapp: string
let adresser: string[]
let gavUpp: boolean
const sidor: AbortController[] = []

beforeEach(async () => {
  mapp = mkdtempSync(join(tmpdir(), 'lotsen-webb-'))
  mkdirSync(join(mapp, 'assets'))
  writeFileSync(join(mapp, 'index.html'), '<!doctype html><title>Lotsen</title>')
  writeFileSync(join(mapp, 'assets', 'app-1.js'), 'export {}')
  writeFileSync(join(mapp, 'hemlig.txt'), 'inte för fönstret')
  adresser = []
  gavUpp = false
  vaktare = await startaVaktare({
    datamapp: mapp,
    fonster: mapp,
    program: new URL('./provkontor.ts', import.meta.url),
    nyAdress: (adress) => adresser.push(adress),
    gavUpp: () => (gavUpp = true),
  })
})

afterEach(async () => {
  for (const sida of sidor.splice(0)) sida.abort()
  await vaktare.stang()
  rmSync(mapp, { recursive: true })
})

const rot = () => `http://127.0.0.1:${vaktare.port}`
const fran = () => ({ origin: rot(), 'sec-fetch-site': 'same-origin' })
const nyckel = () => new URL(adresser.at(-1) ?? '').hash.slice('#t='.length)

/** Any request at all, as no browser would send it. */
function anrop(metod: string, vag: string, huvuden: Record<string, string | string[]>, kropp = ''): Promise<{ status: number; huvuden: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((klar, fel) => {
    const fraga = request({ host: '127.0.0.1', port: vaktare.port, method: metod, path: vag, headers: radvis(kropp ? { ...huvuden, 'content-length': String(Buffer.byteLength(kropp)) } : huvuden), setHost: false, agent: false }, (svar) => {
      let text = ''
      svar.on('data', (del) => (text += String(del))).on('end', () => klar({ status: svar.statusCode ?? 0, huvuden: svar.headers, text }))
    })
    fraga.on('error', fel).end(kropp)
  })
}

/** As rows, so that a header can be sent twice. */
function radvis(huvuden: Record<string, string | string[]>): string[] {
  return Object.entries(huvuden).flatMap(([namn, varde]) => [varde].flat().flatMap((ett) => [namn, ett]))
}

const hamta = (vag: string, huvuden: Record<string, string> = {}) => anrop('GET', vag, { host: `127.0.0.1:${vaktare.port}`, 'sec-fetch-site': 'none', ...huvuden })
const skicka = (vag: string, huvuden: Record<string, string>, kropp = '{}') =>
  anrop('POST', vag, { host: `127.0.0.1:${vaktare.port}`, 'content-type': 'application/json', ...fran(), ...huvuden }, kropp)

async function oppna(t = nyckel()): Promise<string> {
  const svar = await skicka('/session', {}, JSON.stringify({ t }))
  expect(svar.status).toBe(200)
  return (JSON.parse(svar.text) as { hemlighet: string }).hemlighet
}

/** Opens the page's line, and resolves when the office has let go of it. */
async function sida(hemlighet: string): Promise<{ borta: Promise<void>; stang: () => void }> {
  const avbrott = new AbortController()
  sidor.push(avbrott)
  const svar = await fetch(`${rot()}/sida`, { method: 'POST', headers: { ...fran(), 'x-lotsen-session': hemlighet }, signal: avbrott.signal })
  expect(svar.status).toBe(200)
  const lasare = svar.body?.getReader()
  const borta = (async () => {
    while (!(await lasare?.read())?.done);
  })().catch(() => undefined)
  return { borta, stang: () => avbrott.abort() }
}

const klient = (hemlighet: string) =>
  createORPCClient<Provrouter>(new RPCLink({ url: `${rot()}/rpc`, headers: { ...fran(), 'x-lotsen-session': hemlighet } }))

describe('the window and its session', () => {
  it('hands out the window with every protecting header, and only the window', async () => {
    const svar = await hamta('/')
    expect(svar.text).toContain('<title>Lotsen</title>')
    expect(svar.huvuden['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(svar.huvuden).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' })
    expect(svar.huvuden['set-cookie']).toBeUndefined()
    expect((await hamta('/klienter')).text).toBe(svar.text)
    expect((await hamta('/assets/app-1.js', { 'sec-fetch-site': 'same-origin' })).huvuden['content-type']).toContain('text/javascript')
    for (const vag of ['/hemlig.txt', '/../hemlig.txt', '/assets/../hemlig.txt', '/%2e%2e/%2e%2e/etc/passwd', '/..%2fhemlig.txt', '/assets/..\\hemlig.txt', '/.stamp', '/assets/saknas.js']) {
      expect((await hamta(vag)).status, vag).toBe(404)
    }
    expect((await hamta('//evil.example/')).status).toBe(400)
  })

  it('exchanges the address once, and serves the contract to that page alone', async () => {
    const forsta = nyckel()
    const hemlighet = await oppna()
    await sida(hemlighet)
    expect(await klient(hemlighet).skriv('mål')).toBe(3)
    expect(await klient(hemlighet).las()).toBe('mål')
    expect(await klient(hemlighet).fil(new Blob([new Uint8Array(3_000_000)]))).toBe(3_000_000)
    expect((await skicka('/session', {}, JSON.stringify({ t: forsta }))).status).toBe(401)
    expect(adresser).toHaveLength(2)
    expect(nyckel()).not.toBe(forsta)
  })

  it('masks what a bug says', async () => {
    const hemlighet = await oppna()
    await sida(hemlighet)
    await expect(klient(hemlighet).bugg()).rejects.toThrow(/^Internal server error$/i)
  })

  it('answers nothing of the contract before the page holds its line', async () => {
    expect((await skicka('/rpc/las', { 'x-lotsen-session': await oppna() })).status).toBe(409)
  })
})

describe('locking', () => {
  it('ends the office process; the same page meets a new one that knows nothing', async () => {
    const hemlighet = await oppna()
    const { borta } = await sida(hemlighet)
    await klient(hemlighet).skriv('mål')
    const process = await klient(hemlighet).process()
    expect(await klient(hemlighet).lasOss()).toBe('låst')
    await borta
    await sida(hemlighet)
    expect(await klient(hemlighet).process()).not.toBe(process)
    expect(await klient(hemlighet).las()).toBe('')
    await expect.poll(() => lever(process)).toBe(false)
  })

  it('happens when the page is closed or reloaded', async () => {
    const hemlighet = await oppna()
    const { stang } = await sida(hemlighet)
    const process = await klient(hemlighet).process()
    stang()
    await expect.poll(() => lever(process)).toBe(false)
  })

  it('happens when the address is opened anew; the former session is then worth nothing', async () => {
    const gammal = await oppna()
    const { borta } = await sida(gammal)
    await klient(gammal).skriv('mål')
    const ny = await oppna()
    await borta
    await sida(ny)
    expect(await klient(ny).las()).toBe('')
    expect((await skicka('/rpc/las', { 'x-lotsen-session': gammal })).status).toBe(401)
  })

  it('a crash is answered with a new office, but not without end', async () => {
    const hemlighet = await oppna()
    // A request in the instant before the watcher has noticed the crash is lost with it.
    const igen = async () => {
      await expect.poll(() => sida(hemlighet).then(() => true, () => false), { timeout: 10_000 }).toBe(true)
    }
    for (let gang = 0; gang < 2; gang++) {
      await igen()
      await klient(hemlighet).krascha().catch(() => undefined)
    }
    await igen()
    expect(gavUpp).toBe(false)
    await klient(hemlighet).krascha().catch(() => undefined)
    await expect.poll(() => gavUpp).toBe(true)
  })
})

describe('attacked', () => {
  it('refuses every request that is not from its own page to itself', async () => {
    const hemlighet = await oppna()
    await sida(hemlighet)
    const session = { 'x-lotsen-session': hemlighet }
    const port = vaktare.port
    const fall: [string, number, () => Promise<{ status: number }>][] = [
      ['another name for the host', 403, () => hamta('/', { host: `localhost:${port}` })],
      ['a host without the port', 403, () => hamta('/', { host: '127.0.0.1' })],
      ['a name bound to 127.0.0.1', 403, () => hamta('/', { host: `lotsen.evil.example:${port}` })],
      ['two hosts', 403, () => anrop('GET', '/', { host: [`127.0.0.1:${port}`, 'evil.example'], 'sec-fetch-site': 'none' })],
      ['no Sec-Fetch-Site', 403, () => anrop('GET', '/', { host: `127.0.0.1:${port}` })],
      ['another site reads a file', 403, () => hamta('/assets/app-1.js', { 'sec-fetch-site': 'cross-site' })],
      ['another port reads a file', 403, () => hamta('/assets/app-1.js', { 'sec-fetch-site': 'same-site' })],
      ['another port embeds the page', 403, () => hamta('/', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'iframe' })],
      ['another origin, stolen session', 403, () => skicka('/rpc/las', { ...session, origin: 'http://127.0.0.1:1' })],
      ['null origin, stolen session', 403, () => skicka('/rpc/las', { ...session, origin: 'null' })],
      ['another port by Sec-Fetch-Site', 403, () => skicka('/rpc/las', { ...session, 'sec-fetch-site': 'same-site' })],
      ['no origin', 403, () => anrop('POST', '/rpc/las', { host: `127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin', ...session })],
      ['no session', 401, () => skicka('/rpc/las', {})],
      ['the start token as session', 401, () => skicka('/rpc/las', { 'x-lotsen-session': nyckel() })],
      ['a session in a cookie', 401, () => skicka('/rpc/las', { cookie: `x-lotsen-session=${hemlighet}` })],
      ['the session twice', 401, () => anrop('POST', '/rpc/las', { host: `127.0.0.1:${port}`, ...fran(), 'x-lotsen-session': [hemlighet, hemlighet] })],
      ['the contract by GET', 404, () => hamta('/rpc/las.x', session)],
      ['PUT', 405, () => anrop('PUT', '/rpc/las', { host: `127.0.0.1:${port}`, ...fran(), ...session })],
      ['OPTIONS (preflight)', 405, () => anrop('OPTIONS', '/rpc/las', { host: `127.0.0.1:${port}`, origin: 'http://evil.example' })],
      ['a procedure that is not there', 404, () => skicka('/rpc/finns/inte', session)],
      ['a wrong token', 401, () => skicka('/session', {}, JSON.stringify({ t: 'A'.repeat(43) }))],
      ['a token of another kind', 401, () => skicka('/session', {}, '{"t":{"length":43}}')],
      ['no JSON', 401, () => skicka('/session', {}, 'x')],
      ['a form', 400, () => skicka('/session', { 'content-type': 'text/plain' }, JSON.stringify({ t: nyckel() }))],
      ['an endless token', 413, () => skicka('/session', {}, JSON.stringify({ t: 'A'.repeat(5000) }))],
    ]
    for (const [namn, status, prova] of fall) expect((await prova()).status, namn).toBe(status)
    expect(await klient(hemlighet).las()).toBe('')
  })

  it('sends the page to nobody by a plain GET of the contract', async () => {
    expect((await hamta('/rpc/las')).text).toContain('<title>')
  })

  it('drops WebSockets, proxies and nonsense', async () => {
    for (const rader of ['GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n', 'CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example:80\r\n\r\n', 'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n', '\0\0\0\r\n\r\n']) {
      const svar = await new Promise<string>((klar) => {
        let text = ''
        const socket = connect(vaktare.port, '127.0.0.1', () => socket.write(rader))
        socket.on('data', (del) => (text += String(del))).on('close', () => klar(text))
      })
      expect(svar, rader).toMatch(/^$|^HTTP\/1\.1 40[03]/)
    }
  })

  it('refuses a port that is taken', async () => {
    await expect(
      startaVaktare({ datamapp: mapp, fonster: mapp, program: new URL('./provkontor.ts', import.meta.url), port: vaktare.port, nyAdress: () => undefined, gavUpp: () => undefined }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

function lever(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch {
    return false
  }
}
