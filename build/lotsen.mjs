// npm run -s lotsen -- COMMAND …: the command line. Installs and builds first when something is missing or has changed.
import { join } from 'node:path'
import { ensureBuilt } from './lib/bundle.mjs'
import { prepare } from './lib/node.mjs'
import { out } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

await prepare(import.meta.url)
if (!(await ensureBuilt())) process.exit(1)
const { code } = await run(process.execPath, [join(out, 'electron', 'cli.js'), ...process.argv.slice(2)])
process.exitCode = code
