// npm run pack:check: packs for Linux and Windows with a stand-in for Electron, lists what is in the packages, and fails at
// anything that does not belong or is missing; starts the office of this system's package under Node and logs in. The window
// and the installers are not run by it. --lista prints every file.
import { ensureBuilt } from './lib/bundle.mjs'
import { prepare } from './lib/node.mjs'

await prepare(import.meta.url)
if (!(await ensureBuilt())) process.exit(1)
const { packCheck, summary } = await import('./packing/check.mjs')
const { TARGETS } = await import('./packing/stage.mjs')

for (const target of Object.values(TARGETS)) {
  const { os, files, bytes, wrong, fuses, login, seconds } = await packCheck(target)
  console.log(`\n${os}: ${files.length} filer, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`)
  console.log((process.argv.includes('--lista') ? files.map((file) => `  ${file}`) : summary(files)).join('\n'))
  console.log(`  säkringar: ${Object.entries(fuses).map(([name, on]) => `${name} ${on ? 'på' : 'av'}`).join(', ')}`)
  console.log(login ? `  inloggad i det packade kontoret: ${login}` : '  det packade kontoret startas inte på ett annat system än sitt eget')
  for (const sentence of wrong) console.error(`  FEL: ${sentence}`)
  if (wrong.length > 0) process.exitCode = 1
}
console.log(process.exitCode ? '\nPaketen är inte som de ska.' : '\nPaketen är som de ska. Motorn i dem är en attrapp: fönstret och installationsprogrammen är inte körda.')
