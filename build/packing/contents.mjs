import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { join, relative, sep } from 'node:path'
import { root } from '../lib/paths.mjs'

/** @typedef {import('./stage.mjs').Target} Target */
/** @typedef {{ listPackage: (archive: string, options: { isPack: boolean }) => string[], extractAll: (archive: string, to: string) => void, getRawHeader: (archive: string) => { headerString: string }, statFile: (archive: string, file: string) => { files?: object, unpacked?: boolean, integrity?: { algorithm: string, hash: string } } }} Asar */

// The packer's own library for its archives: not one of ours to pin beside it.
/** @type {Asar} */
export const asar = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))('@electron/asar')

/** Bare names that the bundles may import besides the packed modules: Electron's own, and two that only a checkout has. */
const BESIDES = ['electron', 'playwright-core', '@sparticuz/chromium']

/**
 * What a package may hold and must hold, for a system. Whatever is not named is foreign: sources, tests, test data, source maps,
 * documents, other systems' native files.
 * @param {Target} target
 */
export function rules({ argon2, prebuild }) {
  const native = `${argon2.replace('@node-rs/', '').replace(/^argon2-/, 'argon2.')}.node`
  return {
    may: [
      /^package\.json$/,
      /^out\/electron\/[\w.-]+\.(js|cjs)$/,
      /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|woff2|svg|png))$/,
      /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
      /^node_modules\/@node-rs\/argon2\/(package\.json|LICENSE|[\w.-]+\.js)$/,
      new RegExp(`^node_modules/${argon2}/(package\\.json|LICENSE)$`),
    ],
    must: [
      'package.json', 'out/electron/main.js', 'out/electron/preload.cjs', 'out/electron/office-process.js', 'out/electron/cli.js', 'out/renderer/index.html',
      'node_modules/better-sqlite3/package.json', 'node_modules/@node-rs/argon2/package.json',
    ],
    native: [`node_modules/better-sqlite3/prebuilds/${prebuild}`, `node_modules/${argon2}/${native}`],
  }
}

/**
 * Judges a list of files, as they lie in the archive.
 * @param {readonly string[]} files with / between folders
 * @param {Target} target
 * @returns {string[]} what is wrong, a sentence each
 */
export function judge(files, target) {
  const { may, must, native } = rules(target)
  const foreign = files.filter((file) => !native.includes(file) && !may.some((pattern) => pattern.test(file)))
  const missing = [...must, ...native].filter((file) => !files.includes(file))
  return [...foreign.map((file) => `does not belong in the package: ${file}`), ...missing.map((file) => `missing in the package: ${file}`)]
}

/**
 * Everything there is to say against a packed program.
 * @param {string} unpacked electron-builder's *-unpacked folder
 * @param {Target} target
 * @param {readonly string[]} runtime what lay in the folder of the runtime, and does not come from Lotsen
 * @returns {{ files: string[], wrong: string[] }}
 */
export function inspect(unpacked, target, runtime) {
  const archive = join(unpacked, 'resources', 'app.asar')
  const listed = asar.listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/').replace(/^\//, ''))
  const files = listed.filter((file) => asar.statFile(archive, file.split('/').join(sep)).files === undefined)
  const { native } = rules(target)
  const wrong = judge(files, target)
  for (const file of files) {
    const { unpacked: beside, integrity } = asar.statFile(archive, file.split('/').join(sep))
    if (integrity?.algorithm !== 'SHA256') wrong.push(`no checksum in the archive: ${file}`)
    if (Boolean(beside) !== native.includes(file)) wrong.push(beside ? `lies beside the archive, where nothing checks it: ${file}` : `cannot be loaded from within the archive: ${file}`)
  }
  wrong.push(...besides(unpacked, native, runtime), ...native.filter((file) => !isFor(join(`${archive}.unpacked`, file), target)).map((file) => `not made for ${target.os} x64: ${file}`))
  return { files, wrong }
}

/**
 * The files of the package that lie outside the archive.
 * @param {string} unpacked
 * @param {readonly string[]} native
 * @param {readonly string[]} runtime
 */
function besides(unpacked, native, runtime) {
  const own = ['resources/app.asar', ...native.map((file) => `resources/app.asar.unpacked/${file}`)]
  const there = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(unpacked, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return there.filter((file) => !own.includes(file) && !runtime.includes(file)).map((file) => `does not belong beside the program: ${file}`)
}

/**
 * Whether a native file is made for the target, by its own head (ELF, PE).
 * @param {string} file
 * @param {Target} target
 */
export function isFor(file, { os }) {
  const head = Buffer.alloc(1024)
  const handle = openSync(file, 'r')
  readSync(handle, head)
  closeSync(handle)
  if (os === 'linux') return head.toString('latin1', 0, 4) === '\x7fELF' && head.readUInt16LE(18) === 0x3e
  const pe = head.readUInt32LE(0x3c)
  return head.toString('latin1', 0, 2) === 'MZ' && pe < 1000 && head.toString('latin1', pe, pe + 4) === 'PE\0\0' && head.readUInt16LE(pe + 4) === 0x8664
}

/**
 * What is wrong inside the files: imports that the package cannot answer, paths of the computer it was built on, links to maps.
 * @param {string} extracted the archive's files
 * @param {readonly string[]} files
 * @returns {string[]}
 */
export function judgeCode(extracted, files) {
  const { dependencies } = JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8'))
  const known = [...BESIDES, ...Object.keys(dependencies)]
  return files.filter((file) => /^out\/.*\.(c?js|css|html)$/.test(file)).flatMap((file) => {
    const code = readFileSync(join(extracted, file), 'utf8')
    const names = file.startsWith('out/electron/') ? [...code.matchAll(/^import\s[^;]*?from\s*"([^"./][^"]*)"|\bimport\("([^"./][^"]*)"\)|^import\s*"([^"./][^"]*)"/gm)].map(([, a, b, c]) => a ?? b ?? c ?? '') : []
    return [
      ...names.filter((name) => !isBuiltin(name) && !known.includes(name)).map((name) => `${file} imports ${name}, which is not packed`),
      ...(code.includes(root) ? [`${file} names the folder it was built in`] : []),
      ...(/\/[/*][#@] sourceMappingURL=(?!data:)/.test(code) ? [`${file} points at a source map`] : []),
    ]
  })
}
