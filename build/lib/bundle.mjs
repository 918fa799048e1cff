import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clearStamp, isBuilt, sourceDigest, writeStamp } from './fresh.mjs'
import { withLock } from './lock.mjs'
import { out, root } from './paths.mjs'
import { spawnedFiles } from './spawned-files.mjs'

/**
 * What a bundle cannot hold: native modules, Electron itself, and the two that only a checkout has (a browser to make PDF with,
 * where no Electron is).
 */
const EXTERNAL = ['electron', 'better-sqlite3', '@node-rs/argon2', 'playwright-core', '@sparticuz/chromium']

/** Programs of the privileged side: name in out/electron, and source. Those that they start in turn are found by spawnedFiles. */
const PROGRAMS = { main: 'electron/main.ts', web: 'electron/web.ts', cli: 'electron/cli.ts' }

/**
 * Builds out/ when something has changed since the last time.
 * @param {{ always?: boolean }} [options]
 * @returns {Promise<boolean>} false when the build failed; the reason has been printed
 */
export async function ensureBuilt({ always = false } = {}) {
  return withLock(join(out, '.build.lock'), async () => {
    const digest = sourceDigest()
    if (!always && isBuilt(digest)) return true
    console.error('Lotsen byggs …')
    clearStamp()
    try {
      await bundle()
    } catch (error) {
      console.error(error)
      console.error('Bygget misslyckades.')
      return false
    }
    writeStamp(digest)
    return true
  })
}

/** What is being built; it takes the place of what was built before only when all of it is there. */
const fresh = join(out, '.new')

async function bundle() {
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  rmSync(fresh, { recursive: true, force: true })
  await build(windowConfig(react()))
  await build(programsConfig(react()))
  await build(preloadConfig())
  for (const part of ['renderer', 'electron']) replace(join(out, part), join(fresh, part))
  rmSync(fresh, { recursive: true, force: true })
}

/**
 * Builds a program that is no part of Lotsen (the benchmark) the way Lotsen itself is built, threads included.
 * @param {string} name
 * @param {string} source
 * @param {string} outDir emptied first
 */
export async function buildBeside(name, source, outDir) {
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  await build(programsConfig(react(), { [name]: source }, outDir))
}

/**
 * A Lotsen that is running or starting meanwhile must find the old files or the new, and never a folder that is being filled.
 * @param {string} old
 * @param {string} replacement
 */
function replace(old, replacement) {
  const aside = `${old}.old`
  rmSync(aside, { recursive: true, force: true })
  if (existsSync(old)) renameSync(old, aside)
  renameSync(replacement, old)
  rmSync(aside, { recursive: true, force: true })
}

/**
 * The window: no inline scripts or styles and no data: addresses, so that the strictest content security policy holds.
 * @param {import('vite').PluginOption} react
 * @returns {import('vite').InlineConfig}
 */
function windowConfig(react) {
  return {
    ...common(),
    root: join(root, 'renderer'),
    base: '/',
    plugins: [react],
    build: {
      outDir: join(fresh, 'renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
    },
  }
}

/**
 * @param {import('vite').PluginOption} react the printed documents are React components, rendered to text by the command line
 * @param {Record<string, string>} [programs] name of the built program → its source
 * @param {string} [outDir]
 * @returns {import('vite').InlineConfig}
 */
function programsConfig(react, programs = PROGRAMS, outDir = join(fresh, 'electron')) {
  return {
    ...common(),
    plugins: [spawnedFiles(), react],
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(programs).map(([name, source]) => [name, join(root, source)])),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // All in one folder: code that looks for files beside itself must not care which chunk it landed in.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  }
}

/**
 * A sandboxed preload must be one CommonJS file that requires electron and nothing else.
 * @returns {import('vite').InlineConfig}
 */
function preloadConfig() {
  return {
    ...common(),
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: join(root, 'electron/preload.ts'),
      outDir: join(fresh, 'electron'),
      emptyOutDir: false,
      target: 'node24',
      reportCompressedSize: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
  }
}

/** @returns {import('vite').InlineConfig} */
function common() {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
  }
}
