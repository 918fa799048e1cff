import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export interface Fonsterfil {
  innehall: Buffer<ArrayBuffer>
  typ: string
}

/** The kinds of files a built window consists of; one of another kind is not served. */
const TYPER: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/**
 * The window's files, for the shells to hand out. They are listed once, at the start: an address is looked up in that list and
 * never becomes a path, so that no address, however written, reaches another file.
 * @param mapp the built window (out/renderer)
 * @returns a look-up from the path of an address (still percent-encoded, with its leading slash) to the file; the program's
 *   own pages (no file extension) all answer with index.html; null where there is nothing
 */
export function fonsterfiler(mapp: string): (adressvag: string) => Fonsterfil | null {
  const filer = new Map<string, Fonsterfil>()
  for (const post of readdirSync(mapp, { recursive: true, withFileTypes: true })) {
    const typ = TYPER[extname(post.name)]
    if (!post.isFile() || !typ) continue
    const fil = join(post.parentPath, post.name)
    filer.set(`/${relative(mapp, fil).split(sep).join('/')}`, { innehall: readFileSync(fil), typ })
  }
  const start = filer.get('/index.html')
  if (!start) throw new Error(`no window is built in ${mapp}`)
  return (adressvag) => filer.get(adressvag) ?? (/^\/[a-z0-9\-/]*$/i.test(adressvag) ? start : null)
}
