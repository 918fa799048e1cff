import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { out, root } from './paths.mjs'

const stamp = join(out, '.stamp')
const SOURCES = ['electron', 'renderer', 'db', 'build/lib', 'package.json', 'package-lock.json', 'tsconfig.json']
const NOT_BUILT = /\.test\.tsx?$|\.md$/

/** A digest of everything that the build reads. Content, not dates: a fresh clone and a switched branch must agree. */
export function sourceDigest(dir = root) {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, dir, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} dir
 * @param {string} path
 */
function addTo(hash, dir, path) {
  const full = join(dir, path)
  if (!existsSync(full)) return
  let entries
  try {
    entries = readdirSync(full).sort()
  } catch {
    if (!NOT_BUILT.test(path)) hash.update(path).update('\0').update(readFileSync(full)).update('\0')
    return
  }
  for (const entry of entries) addTo(hash, dir, `${path}/${entry}`)
}

/** @param {string} digest */
export function isBuilt(digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && existsSync(join(out, 'electron', 'web.js'))
}

/** Before a build: one that is broken off must not pass for a finished one. */
export function clearStamp() {
  rmSync(stamp, { force: true })
}

/** @param {string} digest */
export function writeStamp(digest) {
  writeFileSync(stamp, digest)
}
