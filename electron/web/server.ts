import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { AnyRouter } from '@orpc/server'
import { SKYDDSHUVUDEN } from '../huvuden.ts'
import type { Fonsterfil } from '../fonsterfiler.ts'
import { avtryck, nyHemlighet, stammer } from './hemlighet.ts'
import { endaHuvud, provaAnrop, SESSIONSHUVUD } from './regler.ts'

/** The largest request: a register as a spreadsheet, or a backup file to restore, with room to spare. */
const STORSTA_ANROP = 256 * 1024 * 1024
const STORSTA_START = 1024

/** What a page that has gone may still have to say, and for how long (ms): the draft of what was being typed. */
const SISTA_ORDET = '/rpc/utkast/spara'
const SISTA_ORDET_MS = 300

export interface Webbtillstand {
  port: number
  router: AnyRouter
  kontext: () => Record<never, never>
  filer: (adressvag: string) => Fonsterfil | null
  /** Digest of the start token that can be exchanged now; null when it has been used and no new one has come. */
  startavtryck: string | null
  /** Digest of the present session's secret. */
  sessionsavtryck: string | null
  /** The office is on its way out: whoever asks is sent on to the next, which alone will know the session. */
  slutar: boolean
  /** A start token has been exchanged: remember the new session. When there was one before, the office must lock. */
  nySession: (avtryck: string, fanns: boolean) => Promise<void>
  /** The page has gone (closed, reloaded, crashed): the office must lock. */
  sidanBorta: () => void
}

export interface Webbserver {
  /** Takes over a connection. */
  taEmot: (forbindelse: Socket) => void
  /** The office has locked: lets out the answers that are on their way, and sends whoever asks more to the office that comes
   *  after. Resolves when nobody is left. */
  slut: () => Promise<void>
}

const SVAR: Record<number, string> = {
  400: 'Adressen gick inte att läsa.',
  401: 'Sessionen gäller inte längre. Öppna den adress som Lotsen senast skrev ut.',
  403: 'Anropet kom inte från Lotsens egen sida.',
  404: 'Här finns ingenting.',
  405: 'Så kan Lotsen inte anropas.',
  409: 'Sidan måste först hålla sin förbindelse öppen.',
  413: 'Anropet är för stort.',
}

/**
 * The HTTP side of the browser shell (DESIGN §3). It does not listen: the watcher hands it sockets.
 * GET gives the window's files; POST /session exchanges the start token, once, for a session secret; POST /sida is held open
 * by the page for as long as it lives; POST /rpc/… is the contract.
 */
export function webbserver(val: Webbtillstand): Webbserver {
  const rpc = new RPCHandler(val.router, { plugins: [new BodyLimitPlugin({ maxBodySize: STORSTA_ANROP })] })
  /** Open connections, and whether anything has been asked on them yet. */
  const forbindelser = new Map<Socket, { anvand: boolean }>()
  const pagaende = new Set<ServerResponse>()
  let sida: ServerResponse | undefined
  /** The page has let go of its line: nothing is answered but its last word. */
  let borta = false
  let slutar = false

  async function svara(anrop: IncomingMessage, svar: ServerResponse): Promise<void> {
    for (const [namn, varde] of Object.entries(SKYDDSHUVUDEN)) svar.setHeader(namn, varde)
    const vagrat = provaAnrop(anrop, val.port)
    if (vagrat) return neka(svar, vagrat)
    if (slutar || val.slutar) return hanvisa(anrop, svar)
    const vag = (anrop.url ?? '/').split('?', 1)[0] ?? '/'
    if (anrop.method === 'GET') return lamnaFil(svar, vag)
    if (vag === '/session') return bytTillSession(anrop, svar)
    if (vag !== '/sida' && !vag.startsWith('/rpc/')) return neka(svar, 404)
    if (!stammer(endaHuvud(anrop, SESSIONSHUVUD), val.sessionsavtryck)) return neka(svar, 401)
    if (vag === '/sida') return hallSidan(anrop, svar)
    // Without a page that is seen to live, nothing would lock the office when the tab is closed.
    if (!sida || (borta && vag !== SISTA_ORDET)) return neka(svar, 409)
    const { matched } = await rpc.handle(anrop, svar, { prefix: '/rpc', context: val.kontext() })
    if (!matched) neka(svar, 404)
  }

  function lamnaFil(svar: ServerResponse, vag: string): void {
    const fil = val.filer(vag)
    if (!fil) return neka(svar, 404)
    svar.writeHead(200, { 'Content-Type': fil.typ, 'Content-Length': fil.innehall.length }).end(fil.innehall)
  }

  async function bytTillSession(anrop: IncomingMessage, svar: ServerResponse): Promise<void> {
    if (endaHuvud(anrop, 'content-type') !== 'application/json') return neka(svar, 400)
    const text = await lasText(anrop, STORSTA_START)
    if (text === null) return neka(svar, 413)
    if (!stammer(startnyckel(text), val.startavtryck)) return neka(svar, 401)
    const hemlighet = nyHemlighet()
    const fanns = val.sessionsavtryck !== null
    val.startavtryck = null
    val.sessionsavtryck = avtryck(hemlighet)
    await val.nySession(val.sessionsavtryck, fanns)
    svar.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' }).end(JSON.stringify({ hemlighet }))
  }

  /** One office process, one page: a second one (a reload, a doubled tab) gets the office that comes after this. */
  function hallSidan(anrop: IncomingMessage, svar: ServerResponse): void {
    if (sida) {
      val.sidanBorta()
      return hanvisa(anrop, svar)
    }
    sida = svar
    pagaende.delete(svar)
    svar.on('close', () => {
      // What was being typed was sent with the page's last breath, on a connection of its own.
      borta = true
      setTimeout(val.sidanBorta, SISTA_ORDET_MS)
    })
    svar.writeHead(200, { 'Content-Type': 'text/plain' })
    // Something must be sent for the page to see that it is connected.
    svar.write('\n')
  }

  const server = createServer({ maxHeaderSize: 16 * 1024 }, (anrop, svar) => {
    pagaende.add(svar)
    const forbindelse = forbindelser.get(anrop.socket)
    if (forbindelse) forbindelse.anvand = true
    svar.on('close', () => pagaende.delete(svar))
    svar.shouldKeepAlive &&= !slutar
    svara(anrop, svar).catch((orsak: unknown) => {
      console.error(orsak)
      if (svar.headersSent) svar.destroy()
      else neka(svar, 500)
    })
  })
  server.on('upgrade', (_anrop, forbindelse) => forbindelse.destroy())
  server.on('connect', (_anrop, forbindelse) => forbindelse.destroy())

  return {
    taEmot: (forbindelse) => {
      forbindelser.set(forbindelse, { anvand: false })
      forbindelse.on('close', () => forbindelser.delete(forbindelse))
      server.emit('connection', forbindelse)
      forbindelse.resume()
    },
    slut: async () => {
      slutar = true
      sida?.end()
      const upptagna = new Set([...pagaende].map((svar) => svar.socket))
      for (const svar of pagaende) svar.shouldKeepAlive = false
      for (const [forbindelse, { anvand }] of forbindelser) {
        // A browser asks again by itself when a connection that has been used is gone, but not when a new one is: on that,
        // the question is on its way, and is sent on to the next office when it comes.
        if (anvand && !upptagna.has(forbindelse)) forbindelse.destroy()
      }
      await Promise.all([...forbindelser.keys()].map((forbindelse) => new Promise((klar) => forbindelse.once('close', klar))))
    },
  }
}

/** To the same address once more, on a new connection, which leads to the next office. */
function hanvisa(anrop: IncomingMessage, svar: ServerResponse): void {
  svar.writeHead(307, { Location: anrop.url ?? '/', Connection: 'close' }).end()
}

function neka(svar: ServerResponse, status: number): void {
  svar.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(SVAR[status] ?? 'Något gick fel.')
}

/** The body as text, or null when it is larger than allowed. */
async function lasText(anrop: IncomingMessage, storst: number): Promise<string | null> {
  const delar: Buffer[] = []
  let langd = 0
  for await (const del of anrop as AsyncIterable<Buffer>) {
    langd += del.length
    if (langd > storst) return null
    delar.push(del)
  }
  return Buffer.concat(delar).toString('utf8')
}

function startnyckel(text: string): string | undefined {
  try {
    const varde: unknown = JSON.parse(text)
    if (typeof varde === 'object' && varde !== null && 't' in varde && typeof varde.t === 'string') return varde.t
  } catch {
    // Not JSON: the same as a wrong token.
  }
  return undefined
}
