import { basename, dirname, resolve } from 'node:path'

/** `new URL('./x.ts', import.meta.url)`: how a source file names another that is run as a worker or a process of its own. */
const SPAWNED = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g

/**
 * Makes a program of its own of every file named by `new URL('./x.ts', import.meta.url)`, and points the URL at what was built.
 * In the sources the same expression names the TypeScript file, which Node 24 runs as it is, so code needs no two cases.
 * All that is built lies in one folder: the address stays right whichever chunk the expression lands in.
 * @returns {import('vite').Plugin}
 */
export function spawnedFiles() {
  /** @type {Map<string, string>} name of the built program → its source */
  const programs = new Map()
  return {
    name: 'lotsen:spawned-files',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return null
      const changed = code.replace(SPAWNED, (_whole, _quote, /** @type {string} */ path) => {
        const file = resolve(dirname(id), path)
        const fileName = `${basename(file, '.ts')}.js`
        const taken = programs.get(fileName)
        if (taken === undefined) this.emitFile({ type: 'chunk', id: file, fileName })
        else if (taken !== file) this.error(`${taken} and ${file} would both be built as ${fileName}`)
        programs.set(fileName, file)
        return `new URL('./${fileName}', import.meta.url)`
      })
      return changed === code ? null : { code: changed, map: null }
    },
  }
}
