import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { run } from './run.mjs'

const electronDir = join(root, 'node_modules', 'electron')
/** Behind a firewall that swallows packets the download would hang for ever. */
const DOWNLOAD_LIMIT_MS = 20_000

/**
 * The Electron program, if its files are really there and of the right version.
 * @returns {string | undefined} its path
 */
export function electronProgram(dir = electronDir) {
  try {
    const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
    const there = readFileSync(join(dir, 'dist', 'version'), 'utf8').trim().replace(/^v/, '')
    const program = join(dir, 'dist', readFileSync(join(dir, 'path.txt'), 'utf8').trim())
    return there === version && existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/**
 * Why the desktop program cannot be shown here, whatever is downloaded; undefined when it can.
 * @returns {string | undefined} a Swedish clause
 */
export function desktopObstacle(platform = process.platform, env = process.env, uid = process.getuid?.()) {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'här finns ingen skärm att visa ett fönster på'
  if (platform === 'linux' && uid === 0) return 'skrivbordsprogrammet körs inte som root'
  return undefined
}

/**
 * The Electron program, fetched if need be: its binary is downloaded at first use, not by npm.
 * @returns {Promise<{ program: string } | { reason: string }>} reason is a Swedish clause
 */
export async function findElectron(options = { download: true }) {
  const there = electronProgram()
  if (there) return { program: there }
  if (!options.download) return { reason: 'skrivbordsprogrammets motor (Electron) är inte hämtad' }
  console.error('Lotsen hämtar skrivbordsprogrammets motor (Electron) …')
  const { timedOut } = await run(process.execPath, [join(electronDir, 'install.js')], { quiet: true, limitMs: DOWNLOAD_LIMIT_MS })
  const fetched = electronProgram()
  if (fetched) return { program: fetched }
  return {
    reason: timedOut
      ? `skrivbordsprogrammets motor (Electron) hann inte hämtas på ${DOWNLOAD_LIMIT_MS / 1000} sekunder`
      : 'skrivbordsprogrammets motor (Electron) kunde inte hämtas',
  }
}
