import type { IncomingMessage } from 'node:http'

/** What the page sends its session secret in. No cookie: cookies are shared by every port of the computer. */
export const SESSIONSHUVUD = 'x-lotsen-session'

/**
 * Whether a request may be looked at at all: it must be addressed to exactly this server (a page that renames itself to
 * 127.0.0.1 by DNS has another Host) and come from this server's own page or from the address field, never from another page,
 * be it on another port of the same computer. Browsers set these headers themselves; a page cannot forge them. A request
 * without them comes from no browser that we know, and is refused too.
 * @param port the port this server answers on
 * @returns null when it may, else the status to refuse with
 */
export function provaAnrop(anrop: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>, port: number): 400 | 403 | 405 | null {
  const vard = `127.0.0.1:${port}`
  const url = anrop.url ?? ''
  if (!/^\/(?![/\\])/.test(url)) return 400 // a browser reads both //host and /\\host as another host
  if (anrop.method !== 'GET' && anrop.method !== 'POST') return 405
  if (endaHuvud(anrop, 'host') !== vard) return 403
  const ursprung = huvuden(anrop, 'origin')
  if (ursprung.length > 1 || (ursprung[0] !== undefined && ursprung[0] !== `http://${vard}`)) return 403
  const fran = endaHuvud(anrop, 'sec-fetch-site')
  if (anrop.method === 'POST') return ursprung.length === 1 && fran === 'same-origin' ? null : 403
  return fran === 'same-origin' || fran === 'none' ? null : 403
}

/** A header's value if it was sent exactly once: of two, somebody else might read the other. */
export function endaHuvud(anrop: Pick<IncomingMessage, 'rawHeaders'>, namn: string): string | undefined {
  const varden = huvuden(anrop, namn)
  return varden.length === 1 ? varden[0] : undefined
}

function huvuden(anrop: Pick<IncomingMessage, 'rawHeaders'>, namn: string): string[] {
  return anrop.rawHeaders.filter((_varde, plats, alla) => plats % 2 === 1 && alla[plats - 1]?.toLowerCase() === namn)
}
