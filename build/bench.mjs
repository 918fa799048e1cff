// npm run bench: how fast, against what cannot be faster. Builds the measuring program as Lotsen itself is built. Flags: see --help.
import { join } from 'node:path'
import { buildBeside, ensureBuilt } from './lib/bundle.mjs'
import { prepare } from './lib/node.mjs'
import { out } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

await prepare(import.meta.url)
if (!(await ensureBuilt())) process.exit(1)
const folder = join(out, 'bench')
await buildBeside('bench', 'test/bench/bench.ts', folder)
const { code } = await run(process.execPath, [join(folder, 'bench.js'), ...process.argv.slice(2)], {
  env: { ...process.env, NODE_ENV: 'production', LOTSEN_CLI: join(out, 'electron', 'cli.js') },
})
process.exitCode = code
