import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { withLock } from './lock.mjs'
import { out, root } from './paths.mjs'
import { run } from './run.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean, devOptional?: boolean }} Locked
 * @typedef {{ packages?: Record<string, Locked> }} Lockfile
 */

/**
 * Fetches the parts with `npm ci` when they are missing or package-lock.json has changed since.
 * Says so in one line; on failure prints npm's own last words.
 * @returns {Promise<boolean>} false when the parts could not be had
 */
export async function ensureInstalled(dir = root) {
  if (isInstalled(dir)) return true
  return withLock(join(out, '.install.lock'), async () => {
    if (isInstalled(dir)) return true
    console.error('Lotsen hämtar de delar som behövs. Det tar någon minut första gången.')
    const { code, output } = await npm(installArguments(dir), dir)
    if (code === 0 && isInstalled(dir)) return true
    console.error(output.split('\n').slice(-30).join('\n').trim())
    console.error('Delarna kunde inte hämtas. Kontrollera nätet och kör kommandot igen.')
    return false
  })
}

/**
 * npm writes node_modules/.package-lock.json last of all: if it agrees with package-lock.json, everything is there.
 * Optional parts may be missing: they belong to other operating systems.
 * @param {string} dir
 */
export function isInstalled(dir) {
  const wanted = readLock(join(dir, 'package-lock.json'))
  const present = readLock(join(dir, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, part]) => {
    if (path === '') return true
    const there = present[path]
    if (!there) return part.optional === true
    return there.version === part.version && there.integrity === part.integrity
  })
}

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function readLock(file) {
  if (!existsSync(file)) return undefined
  try {
    return /** @type {Lockfile} */ (JSON.parse(readFileSync(file, 'utf8'))).packages
  } catch {
    return undefined
  }
}

/** @param {string} dir */
function installArguments(dir) {
  // Windows cannot remove a program that runs: when this very Node lives in node_modules, only what differs is replaced.
  const runsFromHere = process.execPath.startsWith(join(dir, 'node_modules') + sep)
  const command = process.platform === 'win32' && runsFromHere ? ['install', '--no-save'] : ['ci']
  return [...command, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
}

/**
 * @param {string[]} args
 * @param {string} dir
 */
export function npm(args, dir) {
  const cli = process.env['npm_execpath']
  if (cli && /\bnpm-cli\.js$/.test(cli)) return run(process.execPath, [cli, ...args], { cwd: dir, quiet: true })
  return run('npm', args, { cwd: dir, quiet: true, shell: process.platform === 'win32' })
}
