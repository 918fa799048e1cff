import { randomBytes } from 'node:crypto'
import { type ClientRequest, request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { anrop, fran, type Svar } from '../lib/anrop.ts'
import { FOLK, KLIENTNAMN, type Person, type Provkontor, provkontor } from '../lib/kontor.ts'
import { type Program, startaProgram } from '../lib/program.ts'
import { LANGE } from './kontor.ts'
import { notera } from './siffror.ts'

// Another program on the computer tries to get into somebody's session over HTTP: with what was valid once, with what is valid
// elsewhere, with guesses, and with requests written so that two readers would read them differently. What a page can try is
// in test/e2e/angrepp.test.ts. After every round the ombud's own page works on: nothing was refused because nothing answered.

const GISSNINGAR = LANGE ? 5000 : 200
const forsok = { antal: 0, inslappta: [] as string[] }

let kontor: Provkontor
let program: Program
let sida: Sida | undefined

beforeAll(async () => {
  kontor = await provkontor()
  program = await startaProgram(kontor.data)
})
afterEach(async () => {
  await sida?.stang()
  sida = undefined
})
afterAll(async () => {
  await program.stang()
  kontor.bort()
  notera({ slag: 'Session över HTTP', antal: forsok.antal, inslappta: forsok.inslappta.length })
})

const startnyckel = (vid = program) => new URL(vid.adress()).hash.slice('#t='.length)
const harNamn = (text: string) => KLIENTNAMN.some((namn) => text.includes(namn))

/** One try that must not be let in: neither a client's name nor a 200 of the contract. */
async function nekas(vad: string, svar: Promise<Svar>): Promise<number> {
  const { status, text } = await svar.catch((): Svar => ({ status: 0, text: '' })) // the connection was cut
  forsok.antal += 1
  const fonstret = text.includes('<title>Lotsen</title>')
  if (harNamn(text) || (status === 200 && !fonstret)) forsok.inslappta.push(vad)
  expect([vad, harNamn(text), status === 200 && !fonstret]).toEqual([vad, false, false])
  return status
}

const mina = (port: number, huvuden: Parameters<typeof anrop>[3], vag = '/rpc/arenden/mina') => anrop(port, 'POST', vag, huvuden, '{}')

/** A page of Lotsen's as a browser has it: the secret, and the connection that is held open. */
class Sida {
  readonly port: number
  readonly hemlighet: string
  readonly #hallen: ClientRequest

  private constructor(port: number, hemlighet: string, hallen: ClientRequest) {
    this.port = port
    this.hemlighet = hemlighet
    this.#hallen = hallen
  }

  static async oppna(vid: Program = program): Promise<Sida> {
    const svar = await vanta(() => anrop(vid.port, 'POST', '/session', fran(vid.port), JSON.stringify({ t: startnyckel(vid) })), 200)
    const { hemlighet } = JSON.parse(svar.text) as { hemlighet: string }
    // The office before this one may still be on its way out: it says where to ask again.
    for (;;) {
      const { status, hallen } = await hall(vid.port, hemlighet)
      if (status === 200) return new Sida(vid.port, hemlighet, hallen)
      hallen.destroy()
      if (status !== 307 && status !== 0) throw new Error(`the page was answered ${status}`)
    }
  }

  async loggaIn(vem: Person): Promise<void> {
    const svar = await anrop(this.port, 'POST', '/rpc/session/loggaIn', fran(this.port, this.hemlighet), JSON.stringify({ json: { anvandarnamn: vem, losenord: FOLK[vem].losenord } }))
    expect(svar.status, svar.text).toBe(200)
  }

  /** Anna's own page gets her clients: the office answers, and she is logged in still. */
  async arKvar(): Promise<void> {
    const svar = await mina(this.port, fran(this.port, this.hemlighet))
    expect([svar.status, harNamn(svar.text)]).toEqual([200, true])
  }

  async stang(): Promise<void> {
    this.#hallen.destroy()
    // The lock is done when whoever has the secret meets an office where nobody is logged in, or one with no page.
    await vanta(() => mina(this.port, fran(this.port, this.hemlighet)), 409, 401)
  }
}

async function vanta(fraga: () => Promise<Svar>, ...status: number[]): Promise<Svar> {
  let svar: Svar = { status: 0, text: '' }
  await expect.poll(async () => (svar = await fraga().catch(() => ({ status: 0, text: '' }))).status, { timeout: 15_000 }).toSatisfy((har: number) => status.includes(har))
  return svar
}

function hall(port: number, hemlighet: string): Promise<{ status: number; hallen: ClientRequest }> {
  return new Promise((klar) => {
    const hallen = request({ host: '127.0.0.1', port, method: 'POST', path: '/sida', headers: fran(port, hemlighet), setHost: false, agent: false }, (svar) => {
      svar.resume().on('error', () => undefined)
      klar({ status: svar.statusCode ?? 0, hallen })
    })
    hallen.on('error', () => klar({ status: 0, hallen }))
    hallen.end()
  })
}

/** What comes back of bytes that no HTTP library would write. */
function ratt(port: number, text: string): Promise<Svar> {
  return new Promise((klar) => {
    let svar = ''
    const forbindelse = connect(port, '127.0.0.1', () => forbindelse.write(text, 'latin1'))
    const slut = () => klar({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(svar)?.[1] ?? 0), text: svar })
    // A request that is never complete is answered by nothing: cut it as its sender would.
    forbindelse.setTimeout(400, () => forbindelse.destroy())
    forbindelse.on('data', (del: Buffer) => (svar += del.toString('latin1'))).on('error', () => undefined).on('close', slut)
  })
}

async function annasSida(): Promise<Sida> {
  sida = await Sida.oppna()
  await sida.loggaIn('anna')
  await sida.arKvar()
  return sida
}

it('a start token opens one session, however many come with it at once', async () => {
  const [nyckel, port] = [startnyckel(), program.port]
  const svar = await Promise.all(Array.from({ length: 20 }, () => anrop(port, 'POST', '/session', fran(port), JSON.stringify({ t: nyckel })).catch((): Svar => ({ status: 0, text: '' }))))
  forsok.antal += svar.length - 1
  const fick = svar.filter(({ status }) => status === 200).length
  if (fick > 1) forsok.inslappta.push('samma startnyckel två gånger')
  expect(fick).toBe(1)
  await nekas('startnyckeln en gång till', anrop(port, 'POST', '/session', fran(port), JSON.stringify({ t: nyckel })))
})

it('nobody chooses what the secret is to be', async () => {
  const port = program.port
  const vald = randomBytes(32).toString('base64url')
  const { text } = await vanta(() => anrop(port, 'POST', '/session', fran(port, vald), JSON.stringify({ t: startnyckel(), hemlighet: vald, session: vald })), 200)
  expect((JSON.parse(text) as { hemlighet: string }).hemlighet).not.toBe(vald)
  expect(await nekas('en vald hemlighet', mina(port, fran(port, vald)))).toBe(401)
})

it('the secret of a session that was locked, and whose page is another now, opens nothing', async () => {
  const forra = await annasSida()
  const inloggningen = JSON.stringify({ json: { anvandarnamn: 'anna', losenord: FOLK.anna.losenord } })
  await forra.stang()
  const nasta = await annasSida()
  const gammal = fran(nasta.port, forra.hemlighet)
  for (const vag of ['arenden/mina', 'session/jag', 'session/las', 'kontakter/lista', 'arenden/hamta']) expect([vag, await nekas(`gammal hemlighet: ${vag}`, mina(nasta.port, gammal, `/rpc/${vag}`))]).toEqual([vag, 401])
  // The very request that logged in, recorded and sent once more.
  expect(await nekas('inspelad inloggning', anrop(nasta.port, 'POST', '/rpc/session/loggaIn', gammal, inloggningen))).toBe(401)
  expect(await nekas('gammal hemlighet: sida', anrop(nasta.port, 'POST', '/sida', gammal, ''))).toBe(401)
  await nasta.arKvar()
})

it('the secret and the token of another office, on another port, open nothing here', async () => {
  const har = await annasSida()
  const annat = await startaProgram(kontor.bredvid('annat-kontor'))
  const dar = await Sida.oppna(annat)
  try {
    await nekas('annat kontors hemlighet', mina(har.port, fran(har.port, dar.hemlighet)))
    await nekas('annat kontors hemlighet och värd', mina(har.port, fran(dar.port, dar.hemlighet)))
    await nekas('den egna hemligheten till ett annat kontor', mina(dar.port, fran(dar.port, har.hemlighet)))
    await nekas('rätt hemlighet, fel ports värd', mina(har.port, fran(dar.port, har.hemlighet)))
    await nekas('rätt hemlighet, fel ports ursprung', mina(har.port, { ...fran(har.port, har.hemlighet), origin: `http://127.0.0.1:${dar.port}` }))
    await nekas('annat kontors startnyckel', anrop(har.port, 'POST', '/session', fran(har.port), JSON.stringify({ t: startnyckel(annat) })))
    await har.arKvar()
  } finally {
    await dar.stang()
    await annat.stang()
  }
})

it('no guess, and nothing near the secret', async () => {
  const har = await annasSida()
  const { port, hemlighet } = har
  const nara = [...hemlighet].flatMap((tecken, i) => [hemlighet.slice(0, i) + (tecken === 'A' ? 'B' : 'A') + hemlighet.slice(i + 1), hemlighet.slice(0, i)])
  const varianter = [`${hemlighet}A`, `${hemlighet}=`, ` ${hemlighet}x`, hemlighet.toUpperCase(), hemlighet.toLowerCase(), [...hemlighet].reverse().join(''), `${hemlighet}, ${hemlighet}`, `Bearer ${hemlighet}`, Buffer.from(hemlighet, 'base64url').toString('hex'), 'null', 'undefined', '[object Object]']
  const gissade = Array.from({ length: GISSNINGAR }, () => randomBytes(32).toString('base64url'))
  for (const ett of [...nara, ...varianter, ...gissade].filter((en) => en !== hemlighet)) expect(await nekas(`gissning ${ett.length}`, mina(port, fran(port, ett)))).toBe(401)
  await har.arKvar()
})

it('odd headers: each must be there once, and be exactly what the own page sends', async () => {
  const har = await annasSida()
  const { port, hemlighet } = har
  const r = fran(port, hemlighet)
  const rot = `127.0.0.1:${port}`
  const fall: [string, Parameters<typeof anrop>[3]][] = [
    ...[`127.0.0.1`, `127.0.0.1:${port + 1}`, `127.0.0.1:0${port}`, `127.1:${port}`, `2130706433:${port}`, `[::1]:${port}`, `0.0.0.0:${port}`, `${rot}.`, `a@${rot}`, `${rot}/`, `LOCALHOST:${port}`, ''].map((host): [string, Record<string, string>] => [`värd ${host}`, { ...r, host }]),
    ...[`https://${rot}`, `http://${rot}/`, `HTTP://${rot}`, `http://127.0.0.1`, `http://localhost:${port}`, `file://`, `http://${rot}, http://${rot}`, `chrome-extension://abcdefghijklmnop`, ''].map((origin): [string, Record<string, string>] => [`ursprung ${origin}`, { ...r, origin }]),
    ...['same-site', 'cross-site', 'none', 'SAME-ORIGIN', 'same-origin, same-origin', '', 'x'].map((hamtat): [string, Record<string, string>] => [`Sec-Fetch-Site ${hamtat}`, { ...r, 'sec-fetch-site': hamtat }]),
    ...(['host', 'origin', 'sec-fetch-site', 'x-lotsen-session'] as const).map((namn): [string, Record<string, string | string[]>] => [`${namn} två gånger`, { ...r, [namn]: [r[namn] ?? '', r[namn] ?? ''] }]),
    ['vidarebefordrad värd', { ...r, host: 'ond.example', 'x-forwarded-host': rot, forwarded: `host=${rot}` }],
    ['ursprung i referer', { ...r, origin: 'http://ond.example', referer: `http://${rot}/` }],
  ]
  for (const [vad, huvuden] of fall) await nekas(vad, mina(port, huvuden))
  await har.arKvar()
})

it('requests that two readers would read differently', async () => {
  const har = await annasSida()
  const { port, hemlighet } = har
  const huvud = (extra = '', session = true) => `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n${session ? `X-Lotsen-Session: ${hemlighet}\r\n` : ''}${extra}`
  const post = (extra: string, kropp: string, session = true) => `POST /rpc/arenden/mina HTTP/1.1\r\n${huvud(extra, session)}\r\n${kropp}`
  // What is smuggled has no secret of its own: were it taken for part of something that has, it would be let in.
  const smugglad = `POST /rpc/arenden/mina HTTP/1.1\r\n${huvud('Content-Length: 2\r\n', false)}\r\n{}`
  const fall: [string, string][] = [
    ['längd och chunked', post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smugglad}`, false)],
    ['två längder', post('Content-Length: 2\r\nContent-Length: 0\r\n', '{}')],
    ['två lika längder med komma', post('Content-Length: 2, 2\r\n', '{}')],
    ['negativ längd', post('Content-Length: -1\r\n', '{}')],
    ['längd med plus', post('Content-Length: +2\r\n', '{}')],
    ['okänd kodning', post('Transfer-Encoding: xchunked\r\n', '2\r\n{}\r\n0\r\n\r\n')],
    ['chunked två gånger', post('Transfer-Encoding: chunked, identity\r\n', '2\r\n{}\r\n0\r\n\r\n')],
    ['blanksteg före kolon', post(`X-Lotsen-Session : ${hemlighet}\r\nContent-Length: 2\r\n`, '{}', false)],
    ['fortsatt rad', post(`X-A: b\r\n X-Lotsen-Session: ${hemlighet}\r\nContent-Length: 2\r\n`, '{}', false)],
    ['huvud delat i ett värde', post(`X-A: b\rX-Lotsen-Session: ${hemlighet}\r\nContent-Length: 2\r\n`, '{}', false)],
    ['rad slutar med bara LF', post(`X-A: b\nX-Lotsen-Session: ${hemlighet}\r\nContent-Length: 2\r\n`, '{}', false)],
    ['NUL i hemligheten', post(`X-Lotsen-Session: ${hemlighet}\0\r\nContent-Length: 2\r\n`, '{}', false)],
    ['hemligheten i en trailer', post('Transfer-Encoding: chunked\r\nTrailer: X-Lotsen-Session\r\n', `2\r\n{}\r\n0\r\nX-Lotsen-Session: ${hemlighet}\r\n\r\n`, false)],
    ['en till i kroppen', post(`Content-Length: ${smugglad.length}\r\n`, smugglad, false)],
    ['HTTP/1.0', post('Content-Length: 2\r\n', '{}', false).replace('HTTP/1.1', 'HTTP/1.0')],
    ['HTTP/0.9', 'GET /rpc/arenden/mina\r\n'],
    ['HTTP/2 utan att fråga', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03'],
    ['hel adress till någon annan', post('Content-Length: 2\r\n', '{}').replace('/rpc', 'http://ond.example/rpc')],
    ['adress med fragment', post('Content-Length: 2\r\n', '{}').replace('/rpc', '#/rpc')],
    ['websocket', `GET /rpc/arenden/mina HTTP/1.1\r\n${huvud('Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n')}\r\n`],
    ['många huvuden', post(`${Array.from({ length: 3000 }, (_, i) => `X-${i}: y`).join('\r\n')}\r\nContent-Length: 2\r\n`, '{}', false)],
    ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'CONNECT', 'QUERY', 'post', 'POST\t', 'XPOST'].map((metod): [string, string] => [`metoden ${metod}`, post('Content-Length: 2\r\nX-HTTP-Method-Override: POST\r\n', '{}').replace('POST', metod)]),
  ]
  for (const [vad, text] of fall) await nekas(vad, ratt(port, text))
  // Two after another on one connection: the first may be answered, the second is judged by itself.
  const tva = await ratt(port, `${post('Content-Length: 2\r\n', '{}')}${smugglad}`)
  forsok.antal += 1
  const [forsta = '', andra = ''] = tva.text.split(/(?=HTTP\/1\.1 \d)/)
  if (harNamn(andra)) forsok.inslappta.push('den andra på samma förbindelse')
  expect([harNamn(Buffer.from(forsta, 'latin1').toString('utf8')), harNamn(andra), /^HTTP\/1\.1 401|^$/.test(andra)]).toEqual([true, false, true])
  await har.arKvar()
})

it('odd paths reach no procedure without a session, and no other than the one they name', async () => {
  const har = await annasSida()
  const { port, hemlighet } = har
  const vagar = ['/rpc', '/rpc/', '/RPC/arenden/mina', '/rpc/ARENDEN/mina', '/rpc/arenden', '/rpc/arenden/mina/../hamta', '/rpc/../session', '/rpc/constructor', '/rpc/__proto__/toString', '/rpc/toString', '/rpc/arenden/constructor', '/rpc/arenden/__proto__', '/rpc//arenden/mina', '/rpc/arenden/%00', '/session/', '/sida/', '/sida/x', '/session/x', `/rpc/${'a/'.repeat(3000)}`]
  for (const vag of vagar) {
    await nekas(`${vag.slice(0, 40)} utan session`, mina(port, fran(port), vag))
    await nekas(`${vag.slice(0, 40)} med session`, mina(port, fran(port, hemlighet), vag))
  }
  for (const vag of ['/rpc/arenden/mina', '/rpc/arenden%2fmina', '/rpc/./arenden/mina', '/rpc/arenden/mina?x-lotsen-session=', '/rpc/arenden/mina/', '/rpc/arenden/mina%20']) await nekas(`${vag} utan session`, mina(port, fran(port), `${vag}${vag.endsWith('=') ? hemlighet : ''}`))
  await har.arKvar()
})

it('bodies without end or sense are cut short, and the office answers on', async () => {
  const har = await annasSida()
  const { port, hemlighet } = har
  const djup = `{"json":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const fall: [string, string, string | Buffer][] = [
    ['/session', 'stor startnyckel', JSON.stringify({ t: 'x'.repeat(2 << 20) })],
    ['/rpc/arenden/hamta', 'djup JSON', djup],
    ['/rpc/arenden/hamta', 'prototyp', '{"json":{"__proto__":{"nummer":"2025-0001"},"constructor":{"prototype":{}}}}'],
    ['/rpc/arenden/hamta', 'främmande meta', '{"json":{"nummer":"x"},"meta":[[9,"__proto__","x"],[1,"constructor"]],"maps":[["__proto__"]]}'],
    ['/rpc/arenden/hamta', 'bara brus', randomBytes(1 << 20)],
    ['/rpc/arenden/hamta', '16 MiB text', `{"json":{"nummer":"${'9'.repeat(16 << 20)}"}}`],
  ]
  for (const [vag, vad, kropp] of fall) await nekas(vad, anrop(port, 'POST', vag, fran(port, hemlighet), kropp))
  await nekas('utan slut', new Promise((klar) => {
    const fraga = request({ host: '127.0.0.1', port, method: 'POST', path: '/session', headers: fran(port), setHost: false, agent: false }, (svar) => {
      klar({ status: svar.statusCode ?? 0, text: '' })
      fraga.destroy()
    })
    fraga.on('error', () => klar({ status: 0, text: '' }))
    fraga.write('x'.repeat(64_000)) // and no end
  }))
  await har.arKvar()
})

it('a second page with the same secret ends the first one’s session: neither sees a client', async () => {
  const har = await annasSida()
  const andra = await hall(har.port, har.hemlighet)
  expect(andra.status).toBe(307)
  andra.hallen.destroy()
  const svar = await vanta(() => mina(har.port, fran(har.port, har.hemlighet)), 409)
  await nekas('efter en andra sida', Promise.resolve(svar))
})
