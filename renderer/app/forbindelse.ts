import type { ClientLink } from '@orpc/client'
import { RPCLink as Webblank } from '@orpc/client/fetch'
import { RPCLink as Portlank } from '@orpc/client/message-port'
import { create } from 'zustand'
import { las, tappadForbindelse } from './las.ts'

type Lank = ClientLink<Record<never, never>>

/**
 * How it stands between the window and the office. `utanSession`: a browser that holds no secret (or
 * an old one) and must be opened by the address that Lotsen printed. `bruten`: the office does not answer.
 */
export type Forbindelselage = 'ansluter' | 'ansluten' | 'utanSession' | 'bruten'

export const useForbindelse = create<{ readonly lage: Forbindelselage }>(() => ({ lage: 'ansluter' }))

const satt = (lage: Forbindelselage) => useForbindelse.setState({ lage })

const SESSIONSHUVUD = 'x-lotsen-session'
const FORVAR = 'lotsen-session'

/** A connection that breaks this soon after the page came is not a lock: reloading again would go round for ever. */
const RUNDGANG_MS = 3_000

function bruten(): void {
  if (performance.now() < RUNDGANG_MS) satt('bruten')
  else tappadForbindelse()
}

/** Connects to the office: by the port that preload hands the page, or over HTTP to this page's own origin. */
export function anslut(): Promise<Lank> {
  const lank = location.protocol === 'app:' ? skrivbordslank() : webblank()
  lank.then(
    () => satt('ansluten'),
    (orsak: unknown) => satt(orsak instanceof UtanSession ? 'utanSession' : 'bruten'),
  )
  return lank
}

/** The desktop: exactly one port, from this very window, sent to this origin. After it one word may come: the computer is being left. */
function skrivbordslank(): Promise<Lank> {
  const egen = (e: MessageEvent) => e.source === window && e.origin === location.origin
  window.addEventListener('message', (e) => {
    if (egen(e) && e.data === 'las' && e.ports.length === 0) void las()
  })
  return new Promise((klar) => {
    const taEmot = (e: MessageEvent) => {
      const [port] = e.ports
      if (!egen(e) || port === undefined || e.ports.length !== 1) return
      window.removeEventListener('message', taEmot)
      port.addEventListener('close', bruten)
      klar(new Portlank({ port }))
      port.start()
    }
    window.addEventListener('message', taEmot)
  })
}

class UtanSession extends Error {}

const STARTNYCKEL = /^#t=([\w-]+)$/

async function webblank(): Promise<Lank> {
  // A new address pasted over this page's differs by its hash alone, and a browser does not load that anew.
  window.addEventListener('hashchange', () => {
    if (STARTNYCKEL.test(location.hash)) location.reload()
  })
  const hemlighet = await sessionshemlighet(startnyckel())
  await hallSidan(hemlighet)
  return new Webblank({ url: new URL('/rpc', location.origin), headers: { [SESSIONSHUVUD]: hemlighet }, fetch: (anrop, _val, _klient, vag) => (vag[0] === 'utkast' ? overlever(anrop) : fetch(anrop)) })
}

/** The start token of the address, taken away from it at once: it must not stay in the history. */
function startnyckel(): string | undefined {
  const t = STARTNYCKEL.exec(location.hash)?.[1]
  if (t !== undefined) history.replaceState(null, '', location.pathname)
  return t
}

/** Exchanges the token for the session's secret, once; a reloaded page has the secret already. */
async function sessionshemlighet(t: string | undefined): Promise<string> {
  if (t !== undefined) {
    const svar = await fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ t }) })
    if (!svar.ok) throw new UtanSession()
    const { hemlighet } = (await svar.json()) as { hemlighet: string }
    sessionStorage.setItem(FORVAR, hemlighet)
  }
  const hemlighet = sessionStorage.getItem(FORVAR)
  if (hemlighet === null) throw new UtanSession()
  return hemlighet
}

/** A draft's request goes on when the page is thrown away, as far as the browser lets it (64 KiB on their way at once). */
function overlever(anrop: Request): Promise<Response> {
  return fetch(anrop.clone(), { keepalive: true }).catch(() => fetch(anrop))
}

/**
 * Holds a line open for as long as the page lives: the office locks when it is cut, and the page
 * starts over when the office cuts it. Resolves when the office has answered.
 */
async function hallSidan(hemlighet: string): Promise<void> {
  const svar = await fetch('/sida', { method: 'POST', headers: { [SESSIONSHUVUD]: hemlighet } })
  if (svar.status === 401) {
    sessionStorage.removeItem(FORVAR)
    throw new UtanSession()
  }
  const ledning = svar.body?.getReader()
  if (!svar.ok || ledning === undefined) throw new Error(`the page was refused: ${svar.status}`)
  await ledning.read()
  const lyssna = async () => {
    try {
      while (!(await ledning.read()).done) continue
    } finally {
      bruten()
    }
  }
  lyssna().catch(() => undefined)
}
