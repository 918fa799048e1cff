import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the ready-made offices lie that tests get copies of (electron/office/testkontor.ts, test/lib/kontor.ts); gone when the tests are. */
export default function setup() {
  const mallar = mkdtempSync(join(tmpdir(), 'lotsen-provmallar-'))
  process.env['LOTSEN_PROVMALLAR'] = mallar
  return () => rmSync(mallar, { recursive: true, force: true })
}
