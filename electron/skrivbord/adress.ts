import { SKYDDSHUVUDEN } from '../huvuden.ts'
import type { Fonsterfil } from '../fonsterfiler.ts'

/** The window's own scheme and name: its files come from nowhere else. */
export const SCHEMA = 'app'
export const VARD = 'lotsen'
export const URSPRUNG = `${SCHEMA}://${VARD}`
export const START = `${URSPRUNG}/`

/** Whether an address is of the program itself. Everything else is the outside world, which Lotsen never talks to. */
export function arEgen(adress: string): boolean {
  const url = URL.parse(adress)
  return url !== null && url.protocol === `${SCHEMA}:` && url.host === VARD && url.username === '' && url.port === ''
}

/** Whether an address is something the page itself has made, to show or to save: it reaches nothing. */
export function arSkapad(adress: string): boolean {
  return adress.startsWith(`blob:${URSPRUNG}/`) || /^data:(image|font)\//.test(adress)
}

/** Answers a request for one of the window's files. */
export function svaraMedFil(anrop: { method: string; url: string }, filer: (adressvag: string) => Fonsterfil | null): Response {
  const fil = anrop.method === 'GET' && arEgen(anrop.url) ? filer(new URL(anrop.url).pathname) : null
  if (!fil) return new Response('Här finns ingenting.', { status: 404, headers: SKYDDSHUVUDEN })
  return new Response(fil.innehall, { headers: { ...SKYDDSHUVUDEN, 'Content-Type': fil.typ } })
}
