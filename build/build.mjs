// npm run build: bundles everything into out/, changed or not.
import { ensureBuilt } from './lib/bundle.mjs'
import { prepare } from './lib/node.mjs'

await prepare(import.meta.url)
process.exitCode = (await ensureBuilt({ always: !process.argv.includes('--if-changed') })) ? 0 : 1
