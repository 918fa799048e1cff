import { dirname, resolve } from 'node:path'

/** `new URL('./x.ts', import.meta.url)`: how a source file names another that is run as a worker or a process of its own. */
const SPAWNED = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g

/**
 * Makes a program of its own of every file named by `new URL('./x.ts', import.meta.url)`, and points the URL at what was built.
 * In the sources the same expression names the TypeScript file, which Node 24 runs as it is, so code needs no two cases.
 * @returns {import('vite').Plugin}
 */
export function spawnedFiles() {
  return {
    name: 'lotsen:spawned-files',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return null
      const changed = code.replace(SPAWNED, (_whole, _quote, /** @type {string} */ path) => {
        const file = resolve(dirname(id), path)
        const reference = this.emitFile({ type: 'chunk', id: file })
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`
      })
      return changed === code ? null : { code: changed, map: null }
    },
  }
}
