// npm start: from a fresh clone to a running Lotsen. The desktop program where it can be had, else the same in the browser.
// Arguments after --: --data FOLDER, --port NUMBER (browser), --webb (the browser even where the desktop program could run).
import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/bundle.mjs'
import { desktopObstacle, findElectron } from './lib/electron.mjs'
import { prepare } from './lib/node.mjs'
import { out, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

/** An Electron that ends with an error before this never got its window up (a sandbox the system forbids, a missing library). */
const FAILED_TO_START_MS = 10_000

const options = readArguments()
await prepare(import.meta.url)
if (!(await ensureBuilt())) process.exit(1)
const reason = options.webb ? undefined : await runDesktop()
if (reason !== null) process.exitCode = await runInBrowser(reason)

/** @returns {Promise<string | null>} null when the desktop program has been run; else why it could not, as a Swedish clause */
async function runDesktop() {
  const obstacle = desktopObstacle()
  if (obstacle) return obstacle
  const electron = await findElectron()
  if ('reason' in electron) return electron.reason
  const started = Date.now()
  const { code } = await run(electron.program, [root, ...(options.data ? ['--data', options.data] : [])])
  if (code !== 0 && Date.now() - started < FAILED_TO_START_MS) return 'skrivbordsprogrammet kunde inte starta'
  process.exitCode = code
  return null
}

/** @param {string | undefined} reason */
async function runInBrowser(reason) {
  if (reason) console.log(`Lotsen visas i webbläsaren, för ${reason}. Det är till för att prova, inte för verkliga klienters uppgifter.`)
  const { kor } = await import(pathToFileURL(join(out, 'electron', 'web.js')).href)
  try {
    return await kor({
      datamapp: options.data,
      port: options.port === undefined ? undefined : Number(options.port),
      oppna: true,
      skriv: (/** @type {string} */ line) => console.log(line),
    })
  } catch (error) {
    // An error the user can mend says in Swedish how; anything else is a bug and shown whole.
    console.error(error instanceof Error && error.name === 'Fel' ? error.message : error)
    return 1
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' }, webb: { type: 'boolean' } } })
    if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error('port')
    return values
  } catch {
    console.error('Så används npm start: npm start -- [--data MAPP] [--port NUMMER] [--webb]')
    process.exit(2)
  }
}
