import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** A Chromium that can be started: the program, and what must stand in its environment. */
export interface Chromium {
  fil: string
  env: Record<string, string>
}

/**
 * A Chromium for making PDF outside the desktop program, and for tests: LOTSEN_CHROMIUM (a file, or "npm" for the one that a
 * checkout has from there), else one that is installed on the computer, else the one from npm.
 * @returns null where there is none
 */
export async function hittaChromium(): Promise<Chromium | null> {
  const valt = process.env['LOTSEN_CHROMIUM']
  if (valt === 'npm') return chromiumUrNpm()
  if (valt) return existsSync(valt) ? { fil: valt, env: {} } : null
  const fil = installerade().find((plats) => existsSync(plats))
  if (fil) return { fil, env: {} }
  return chromiumUrNpm()
}

/** Where Chromium, Chrome and Edge usually lie. */
function installerade(): string[] {
  if (process.platform === 'win32') {
    const rotter = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((namn) => process.env[namn] ?? [])
    const under = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe']
    return rotter.flatMap((rot) => under.map((plats) => join(rot, plats)))
  }
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  }
  // A snap's Chromium is left out: it cannot read a private folder under /tmp.
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome', '/usr/bin/microsoft-edge']
}

/**
 * The Chromium inside @sparticuz/chromium (Linux x64), unpacked once into node_modules/.cache.
 * The package's own habit is to unpack to, and trust, a fixed name under /tmp, where anybody on the computer may have put a program.
 */
export async function chromiumUrNpm(): Promise<Chromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  let paket: string
  try {
    paket = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  } catch {
    return null
  }
  const { version } = createRequire(import.meta.url)(join(paket, 'package.json')) as { version: string }
  const cache = join(paket, '..', '..', '.cache')
  const mapp = join(cache, `lotsen-chromium-${version}`)
  if (!existsSync(mapp)) await packaUpp(cache, mapp)
  const fil = join(mapp, 'chromium')
  const miljoer: Record<string, string>[] = [{}, { LD_LIBRARY_PATH: join(mapp, 'al2023', 'lib') }]
  for (const env of miljoer) {
    if (await startar(fil, env)) return { fil, env }
  }
  return null
}

/** Unpacks beside, then renames: nobody ever sees half a browser, and of two that unpack at once either may win. */
async function packaUpp(cache: string, mapp: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const bredvid = await mkdtemp(join(cache, 'lotsen-chromium-'))
  try {
    const program = "import('@sparticuz/chromium').then((paket) => paket.default.executablePath())"
    // The package reads TMPDIR for where, and AWS_EXECUTION_ENV for whether to add the libraries that a bare system lacks.
    const env = { ...process.env, TMPDIR: bredvid, AWS_EXECUTION_ENV: 'nodejs24.x', ELECTRON_RUN_AS_NODE: '1' }
    await execute(process.execPath, ['--input-type=module', '--eval', program], { cwd: cache, env })
    await rename(bredvid, mapp)
  } catch (fel) {
    await rm(bredvid, { recursive: true, force: true })
    if (!existsSync(mapp)) throw fel
  }
}

/** `--version` answers at once, unless a shared library is missing. */
async function startar(fil: string, env: Record<string, string>): Promise<boolean> {
  try {
    await execute(fil, ['--version'], { env: { ...process.env, ...env }, timeout: 10_000 })
    return true
  } catch {
    return false
  }
}
