import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from '../lib/install.mjs'
import { out, root } from '../lib/paths.mjs'

/**
 * A system that Lotsen is packed for.
 * @typedef {object} Target
 * @property {'linux' | 'win32'} os as process.platform
 * @property {string} argon2 the package that holds the native part of argon2 there
 * @property {string} prebuild better-sqlite3's native file there
 */

/** @type {Record<'linux' | 'win', Target>} */
export const TARGETS = {
  linux: { os: 'linux', argon2: '@node-rs/argon2-linux-x64-gnu', prebuild: 'linux-x64.node' },
  win: { os: 'win32', argon2: '@node-rs/argon2-win32-x64-msvc', prebuild: 'win32-x64.node' },
}

/** The folder that electron-builder packs from: what has been built, and the native modules of the target. */
export const stageOf = (/** @type {Target} */ { os }) => join(out, 'pack', os, 'app')

/**
 * Lays out what is to be packed, with nothing else of the checkout near it. The native modules are fetched for the target's
 * system whatever this one is, by npm and against the checksums of package-lock.json: a Windows program made on Linux gets Windows'.
 * @param {Target} target
 * @returns {Promise<string>} the folder
 */
export async function stage(target) {
  const stage = stageOf(target)
  const { name, productName, version, description, author, homepage, license, private: priv, type, main, desktopName, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const manifest = { name, productName, version, description, author, homepage, license, private: priv, type, main, desktopName, dependencies }
  const lock = prunedLock(manifest)
  mkdirSync(stage, { recursive: true })
  await fetchModules(target, stage, manifest, lock)
  for (const part of ['out/electron', 'out/renderer', 'build/installer', 'electron-builder.yml']) {
    rmSync(join(stage, part), { recursive: true, force: true })
    cpSync(join(root, part), join(stage, part), { recursive: true })
  }
  return stage
}

/**
 * @param {Target} target
 * @param {string} stage
 * @param {object} manifest
 * @param {object} lock
 */
async function fetchModules(target, stage, manifest, lock) {
  const digest = createHash('sha256').update(JSON.stringify([target, manifest, lock])).digest('hex')
  const stamp = join(stage, 'node_modules', '.lotsen')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  rmSync(join(stage, 'node_modules'), { recursive: true, force: true })
  writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest, null, 2))
  writeFileSync(join(stage, 'package-lock.json'), JSON.stringify(lock, null, 2))
  cpSync(join(root, '.npmrc'), join(stage, '.npmrc'))
  const system = [`--os=${target.os}`, '--cpu=x64', ...(target.os === 'linux' ? ['--libc=glibc'] : [])]
  const { code, output } = await npm(['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...system], stage)
  if (code !== 0) throw new Error(`the native modules for ${target.os} could not be fetched:\n${output.split('\n').slice(-15).join('\n')}`)
  writeFileSync(stamp, digest)
}

/**
 * package-lock.json with the production modules alone, the optional ones of every system included: npm takes the target's.
 * @param {{ name: string, version: string, dependencies: Record<string, string> }} manifest
 */
function prunedLock(manifest) {
  /** @type {{ packages: Record<string, { dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  /** @type {Record<string, object>} */
  const kept = { '': { name: manifest.name, version: manifest.version, dependencies: manifest.dependencies } }
  const wanted = Object.keys(manifest.dependencies)
  for (const name of wanted) {
    const path = `node_modules/${name}`
    const part = packages[path]
    if (!part || path in kept) continue
    kept[path] = part
    wanted.push(...Object.keys({ ...part.dependencies, ...part.optionalDependencies }))
  }
  return { name: manifest.name, version: manifest.version, lockfileVersion: 3, requires: true, packages: kept }
}
