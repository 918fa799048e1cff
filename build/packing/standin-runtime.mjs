import { appendFileSync, chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronVersion } from './packer.mjs'
import { out, root } from '../lib/paths.mjs'

// Where no Electron runtime can be had, the packing itself can still be run: on a folder that looks like one. What is started
// from it is a Node, not Electron; nothing that is seen of it says anything about the window.

/** Electron's fuses lie in its program after this mark: version, number, and one character for each (electron docs, "Fuses"). */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** The fuses in the order of the wire, by electron-builder's names. */
export const FUSES = /** @type {const} */ ([
  'runAsNode', 'enableCookieEncryption', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar', 'loadBrowserProcessSpecificV8Snapshot', 'grantFileProtocolExtraPrivileges',
])
/** As Electron ships them. */
const SHIPPED = '10111001'

/**
 * A stand-in for an unpacked Electron.
 * @param {import('./stage.mjs').Target} target
 * @returns its folder
 */
export function standinRuntime({ os }) {
  const folder = join(out, 'pack', os, 'standin')
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['resources', 'locales']) mkdirSync(join(folder, part), { recursive: true })
  const program = join(folder, os === 'win32' ? 'electron.exe' : 'electron')
  // On Windows the program's resources are edited: any small program of that system will do, and the packer brings one.
  copyFileSync(os === 'win32' ? join(root, 'node_modules/electron-winstaller/vendor/7z-x64.exe') : process.execPath, program)
  chmodSync(program, 0o755)
  appendFileSync(program, Buffer.concat([Buffer.from(FUSE_MARK), Buffer.from([1, FUSES.length]), Buffer.from(SHIPPED)]))
  writeFileSync(join(folder, 'version'), electronVersion())
  writeFileSync(join(folder, 'LICENSE'), '')
  for (const language of ['sv', 'en-US', 'de', 'fi']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  return folder
}

/**
 * Reads the fuses of a packed program.
 * @param {string} program
 * @returns {Record<string, boolean>}
 */
export function readFuses(program) {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(FUSE_MARK)
  if (at < 0) throw new Error(`no fuses in ${program}`)
  const wire = at + FUSE_MARK.length + 2
  return Object.fromEntries(FUSES.map((name, i) => [name, String.fromCharCode(bytes[wire + i] ?? 0) === '1']))
}
