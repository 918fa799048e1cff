import { rmSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { out, root } from '../lib/paths.mjs'
import { stage } from './stage.mjs'

/** @typedef {import('./stage.mjs').Target} Target */

/**
 * Packs Lotsen for a system with electron-builder and electron-builder.yml.
 * @param {Target} target
 * @param {{ formats?: string[], electronDist?: string, output: string }} options formats: none = those of electron-builder.yml;
 *   electronDist: a runtime that lies ready, else electron-builder fetches Electron
 * @returns {Promise<string>} the unpacked program
 */
export async function pack(target, { formats, electronDist, output }) {
  const folder = await stage(target)
  rmSync(output, { recursive: true, force: true })
  const { build, Platform, Arch } = await import('electron-builder')
  const platform = target.os === 'win32' ? Platform.WINDOWS : Platform.LINUX
  await build({
    projectDir: folder,
    targets: platform.createTarget(formats ?? null, Arch.x64),
    publish: 'never',
    config: { electronVersion: electronVersion(), ...(electronDist ? { electronDist } : {}), directories: { output, buildResources: 'build/installer' } },
  })
  return join(output, target.os === 'win32' ? 'win-unpacked' : 'linux-unpacked')
}

/** The version that package.json pins: the folder that is packed from has no Electron in it. */
export function electronVersion() {
  return String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron)
}

/** Where packages for a system are made. @param {Target} target */
export const packagesOf = ({ os }) => join(dirname(out), 'dist', os)
