// npm test: everything that can be checked, from a fresh clone. Every step is run even when an earlier one failed.
// npm run test:faults (--faults): only kills, damage and full disks; LOTSEN_FEL_LANGE=1 makes it longer.
// npm run test:desktop (--desktop): only the desktop shell, on the real Electron, which is fetched if need be.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/bundle.mjs'
import { desktopObstacle, findElectron } from './lib/electron.mjs'
import { printFaultFigures } from './lib/fault-figures.mjs'
import { prepare } from './lib/node.mjs'
import { out, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

/** @typedef {import('./lib/count-reporter.mjs').Counts} Counts */

await prepare(import.meta.url)

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: [] }
const desktopOnly = process.argv.includes('--desktop')
const faultsOnly = process.argv.includes('--faults')

if (!desktopOnly && !faultsOnly) {
  await check('Typer', bin('typescript', 'tsc'), ['--noEmit'])
  await check('Lint', bin('oxlint', 'oxlint'), ['--deny-warnings'])
  await tests('unit')
}
heading('Bygge')
const built = await ensureBuilt()
count(built)
if (built) {
  if (!desktopOnly && !faultsOnly) await tests('e2e')
  if (!desktopOnly) await faults()
  if (!desktopOnly && !faultsOnly) await tests('packaging')
  if (!faultsOnly) await tests('desktop', await desktopEnvironment())
} else {
  console.log('Programmet kunde inte byggas, så det kunde inte provas.')
}

for (const { name, reason } of total.skipped) console.log(`Hoppades över: ${name}${reason ? ` (${reason})` : ''}`)
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

/**
 * One program that either passes or fails, counted as one.
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 */
async function check(name, program, args) {
  heading(name)
  const { code } = await run(process.execPath, [program, ...args], { cwd: root })
  count(code === 0)
}

/**
 * One of vitest's projects (vitest.config.ts).
 * @param {'unit' | 'e2e' | 'faults' | 'packaging' | 'desktop'} project
 * @param {NodeJS.ProcessEnv} [env]
 */
async function tests(project, env = {}) {
  heading(`Prov: ${project}`)
  const file = join(out, 'test', `${project}.json`)
  rmSync(file, { force: true })
  const args = [bin('vitest', 'vitest.mjs'), 'run', '--project', project, '--passWithNoTests']
  const { code } = await run(process.execPath, args, { cwd: root, env: { ...process.env, ...env, LOTSEN_TEST_COUNTS: file } })
  if (!existsSync(file)) {
    // Nothing to test leaves no file and code 0; anything else means that the runner itself fell.
    if (code !== 0) total.failed += 1
    return
  }
  const counts = /** @type {Counts} */ (JSON.parse(readFileSync(file, 'utf8')))
  total.passed += counts.passed
  total.failed += counts.failed === 0 && code !== 0 ? 1 : counts.failed
  total.skipped.push(...counts.skipped)
}

/** Kills, damage and attacks; and what all of them counted, which must be nothing lost and nothing let in. */
async function faults() {
  const figures = join(out, 'test', 'faults-figures.jsonl')
  rmSync(figures, { force: true })
  await tests('faults', { LOTSEN_FEL_SIFFROR: figures })
  heading('Felprovens siffror')
  count(printFaultFigures(figures))
}

/** What the desktop tests read: the runtime, or why there is none. Only test:desktop spends time on fetching one. */
async function desktopEnvironment() {
  const obstacle = desktopObstacle()
  const found = obstacle ? { reason: obstacle } : await findElectron({ download: desktopOnly })
  return 'program' in found ? { LOTSEN_ELECTRON: found.program } : { LOTSEN_NO_ELECTRON: found.reason }
}

/**
 * @param {string} name
 * @param {string} file
 */
function bin(name, file) {
  const inBin = join(root, 'node_modules', name, 'bin', file)
  return existsSync(inBin) ? inBin : join(root, 'node_modules', name, file)
}

/** @param {boolean} passed */
function count(passed) {
  if (passed) total.passed += 1
  else total.failed += 1
}

/** @param {string} text */
function heading(text) {
  console.log(`\n── ${text} ──`)
}
