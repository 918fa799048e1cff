// npm run pack -- --win | --linux: the installers of electron-builder.yml in dist/. electron-builder fetches Electron and the
// installers' tools (a network is needed); LOTSEN_ELECTRON_DIST names an unpacked Electron of the target that lies ready.
// Ends by inspecting what was packed; what is wrong with it is said, and the code is 1.
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/bundle.mjs'
import { prepare } from './lib/node.mjs'

await prepare(import.meta.url)
const { values, positionals } = parseArgs({ options: { win: { type: 'boolean' }, linux: { type: 'boolean' } }, allowPositionals: true })
if (!values.win && !values.linux) {
  console.error('Så används npm run pack: npm run pack -- --win | --linux [FORMAT …]')
  process.exit(2)
}
if (!(await ensureBuilt())) process.exit(1)
const { inspect } = await import('./packing/contents.mjs')
const { packagesOf, pack } = await import('./packing/packer.mjs')
const { TARGETS } = await import('./packing/stage.mjs')

for (const target of [...(values.linux ? [TARGETS.linux] : []), ...(values.win ? [TARGETS.win] : [])]) {
  const electronDist = process.env['LOTSEN_ELECTRON_DIST']
  const unpacked = await pack(target, { output: packagesOf(target), ...(positionals.length > 0 ? { formats: positionals } : {}), ...(electronDist ? { electronDist } : {}) })
  // Electron's own files beside the program are as many as they are; of Lotsen's only those in resources/ are.
  const electrons = readdirSync(unpacked, { recursive: true, withFileTypes: true }).map((entry) => relative(unpacked, join(entry.parentPath, entry.name)).split(sep).join('/')).filter((file) => !file.startsWith('resources/'))
  const { files, wrong } = inspect(unpacked, target, electrons)
  console.log(`${target.os}: ${files.length} filer i paketet, ${wrong.length} fel`)
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exitCode = 1
}
