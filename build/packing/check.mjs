import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asar, inspect, judgeCode } from './contents.mjs'
import { pack } from './packer.mjs'
import { out, root } from '../lib/paths.mjs'
import { readFuses, standinRuntime } from './standin-runtime.mjs'

/** @typedef {import('./stage.mjs').Target} Target */
/** @typedef {{ os: string, files: string[], bytes: number, wrong: string[], fuses: Record<string, boolean>, login: string | null, seconds: number }} Report */

/** DESIGN §3, "fuses"; asar integrity with them. */
const EXPECTED_FUSES = {
  runAsNode: false, enableCookieEncryption: true, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true, loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
}

/**
 * Packs for a system with a stand-in for Electron, looks into the package, and, where the package is for this system, starts
 * the office in it under Node and logs in.
 * @param {Target} target
 * @returns {Promise<Report>}
 */
export async function packCheck(target) {
  const started = performance.now()
  const runtime = standinRuntime(target)
  const unpacked = await pack(target, { formats: ['dir'], electronDist: runtime, output: join(out, 'pack', target.os, 'dist') })
  const program = target.os === 'win32' ? 'Lotsen.exe' : 'lotsen'
  const { files, wrong } = inspect(unpacked, target, [program, 'version', 'LICENSE', 'LICENSE.electron.txt', 'locales/sv.pak', 'locales/en-US.pak'])
  const fuses = readFuses(join(unpacked, program))
  for (const [fuse, on] of Object.entries(EXPECTED_FUSES)) if (fuses[fuse] !== on) wrong.push(`the fuse ${fuse} is ${fuses[fuse]}`)
  const extracted = join(out, 'pack', target.os, 'extracted')
  rmSync(extracted, { recursive: true, force: true })
  const archive = join(unpacked, 'resources', 'app.asar')
  asar.extractAll(archive, extracted)
  wrong.push(...judgeCode(extracted, files))
  if (target.os === 'win32' && !knowsArchive(join(unpacked, program), archive)) wrong.push('the program does not hold the checksum of its archive')
  if (target.os === 'win32' && !readFileSync(join(unpacked, program)).includes(readFileSync(join(root, 'build/installer/icons/256x256.png')))) wrong.push('the program does not bear Lotsen’s mark')
  let login = null
  if (target.os === process.platform) {
    const tried = logIn(extracted)
    if ('in' in tried) login = tried.in
    else wrong.push(tried.wrong)
  }
  return { os: target.os, files, bytes: size(archive) + size(`${archive}.unpacked`), wrong, fuses, login, seconds: (performance.now() - started) / 1000 }
}

/**
 * Whether a Windows program holds the checksum of the archive, which Electron compares with at start. (For Linux Electron has none.)
 * @param {string} program
 * @param {string} archive
 */
function knowsArchive(program, archive) {
  const hash = createHash('sha256').update(asar.getRawHeader(archive).headerString).digest('hex')
  return readFileSync(program).includes(JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value: hash }]))
}

/** @param {string} path @returns {number} */
function size(path) {
  const stat = statSync(path)
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0) : stat.size
}

/**
 * Makes an office with the packed command line, and logs in through the packed office process.
 * @param {string} extracted
 * @returns {{ in: string } | { wrong: string }}
 */
function logIn(extracted) {
  const folder = mkdtempSync(join(tmpdir(), 'lotsen-paket-'))
  const password = 'en-lada-vid-vagen-hem'
  const office = { enhet: { namn: 'Personligt ombud Paketprovet', vardkommun: '2062' }, kommuner: ['2062'], anvandare: [{ anvandarnamn: 'chef', namn: 'Karin Berg', roller: ['enhetschef', 'administrator'], losenord: password }], anstallningar: [] }
  try {
    writeFileSync(join(folder, 'kontor.json'), JSON.stringify(office))
    const data = join(folder, 'kontor')
    const made = node([join(extracted, 'out', 'electron', 'cli.js'), 'nytt', '--data', data, '--enhet', join(folder, 'kontor.json'), '--json'], folder)
    if (made.status !== 0) return { wrong: `the packed command line made no office: ${made.stderr}` }
    const tried = node([fileURLToPath(new URL('./packed-login.mjs', import.meta.url)), extracted, data, 'chef', password], folder)
    if (tried.status !== 0) return { wrong: `the packed office let nobody in: ${tried.stderr}` }
    const { refused, me, again } = JSON.parse(tried.stdout)
    if (refused !== 'fel_losenord') return { wrong: `the packed office answered a wrong login with ${refused}` }
    if (me?.namn !== 'Karin Berg' || again?.enhet !== 'Personligt ombud Paketprovet') return { wrong: `the packed office let in somebody else: ${tried.stdout}` }
    return { in: `${again.namn}, ${again.roller.join(' och ')} i ${again.enhet}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string[]} args @param {string} folder */
function node(args, folder) {
  const env = { ...process.env, LOTSEN_KONTOMAPP: join(folder, 'konto'), NODE_PATH: '' }
  return spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 })
}

/** The folders of a package, for a list that a person can read. @param {readonly string[]} files */
export function summary(files) {
  /** @type {Map<string, number>} */
  const folders = new Map()
  for (const file of files) {
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.'
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  return [...folders].sort().map(([folder, number]) => `  ${String(number).padStart(4)}  ${relative('.', folder).split(sep).join('/') || '.'}`)
}
