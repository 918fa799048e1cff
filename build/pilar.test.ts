import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './lib/paths.mjs'

const execute = promisify(execFile)

/** The import in one file, and whether the house's arrows (DESIGN §1) allow it. */
const CASES: [file: string, imports: string, allowed: boolean][] = [
  ['renderer/views/klienter/Lista.tsx', '../../../db/model/kalender.ts', true],
  ['renderer/views/klienter/Lista.tsx', '../../../electron/office/contract/index.ts', true],
  ['renderer/views/klienter/Lista.tsx', '../../parts/Knapp.tsx', true],
  ['renderer/views/klienter/Lista.tsx', '../../../db/store/arenden.ts', false],
  ['renderer/views/klienter/Lista.tsx', '../../../db/vault/nycklar.ts', false],
  ['renderer/views/klienter/Lista.tsx', '../../../db/schema/index.ts', false],
  ['renderer/views/klienter/Lista.tsx', '../../../electron/office/kontor.ts', false],
  ['renderer/views/klienter/Lista.tsx', '../../../electron/main.ts', false],
  ['renderer/views/klienter/Lista.tsx', 'electron', false],
  ['renderer/views/klienter/Lista.tsx', 'node:fs', false],
  ['renderer/print/Blad.tsx', '../../db/store/enhet.ts', false],
  ['db/model/redovisning/rakna.ts', '../kalender.ts', true],
  ['db/model/redovisning/rakna.ts', 'zod', true],
  ['db/model/redovisning/rakna.ts', '../../store/uppdrag.ts', false],
  ['db/model/redovisning/rakna.ts', 'node:fs', false],
  ['db/model/redovisning/rakna.ts', 'drizzle-orm', false],
  ['db/schema/uppdrag.ts', 'drizzle-orm/sqlite-core', true],
  ['db/schema/uppdrag.ts', '../store/uppdrag.ts', false],
  ['db/store/uppdrag.ts', '../schema/index.ts', true],
  ['db/store/uppdrag.ts', '../../electron/office/kontor.ts', false],
  ['db/vault/valv.ts', '../model/fel.ts', true],
  ['db/vault/valv.ts', '../store/uppdrag.ts', false],
  ['electron/office/arenden.ts', '../../db/store/arenden.ts', true],
  ['electron/office/arenden.ts', '../../db/vault/valv.ts', true],
  ['electron/office/arenden.ts', '../../renderer/print/Blad.tsx', false],
  ['electron/office/arenden.ts', 'electron', false],
  ['electron/web.ts', 'electron', false],
  ['electron/cli.ts', '../renderer/print/Blad.tsx', true],
  ['electron/cli.ts', '../renderer/views/klienter/Lista.tsx', false],
  ['electron/cli.ts', 'electron', false],
  ['electron/main.ts', 'electron', true],
  ['electron/main.ts', './office/kontor.ts', false],
  ['electron/preload.ts', 'electron', true],
]

let tree: string
let refused: Set<string>

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'lotsen-pilar-'))
  cpSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'))
  CASES.forEach(([file, imports], number) => {
    // A folder per case would change what the rules see; the file's own name may differ, except where the rule names it.
    const name = /^electron\/[a-z]+\.ts$/.test(file) ? join(`fall-${number}`, file) : file.replace(/(\.tsx?)$/, `-${number}$1`)
    const path = join(tree, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `import * as del from '${imports}'\nexport { del }\n`)
  })
  for (const [number, [file]] of CASES.entries()) {
    if (/^electron\/[a-z]+\.ts$/.test(file)) cpSync(join(root, '.oxlintrc.json'), join(tree, `fall-${number}`, '.oxlintrc.json'))
  }
  const lint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const { stdout } = await execute(process.execPath, [lint, '--format=json', '--allow=all', '--deny=no-restricted-imports', tree], { cwd: tree }).catch((error: { stdout: string }) => error)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] }
  refused = new Set(diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename.split('\\').join('/')))
})

afterAll(() => rmSync(tree, { recursive: true }))

describe('the lint rule for the direction of imports', () => {
  it.each(CASES.map(([file, imports, allowed], number) => ({ file, imports, allowed, number })))('$file ← $imports: $allowed', ({ file, allowed, number }) => {
    const was = [...refused].some((name) => name.includes(`fall-${number}/`) || name.endsWith(file.replace(/(\.tsx?)$/, `-${number}$1`)))
    expect(was).toBe(!allowed)
  })
})
