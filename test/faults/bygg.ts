import { join } from 'node:path'
import { build } from 'vite'
import { spawnedFiles } from '../../build/lib/spawned-files.mjs'
import { out, root } from '../../build/lib/paths.mjs'

/** Where barn.js lies: inside the project, so that the native modules are found. */
export const BYGGD = join(out, 'test', 'faults')

// Rebuilds a table's rows and makes a large one: long enough to be killed in.
const NASTA_MIGRATION = `
ALTER TABLE kontakter ADD COLUMN prov TEXT NOT NULL DEFAULT '';
UPDATE kontakter SET prov = 'x' || id;
CREATE TABLE prov (id TEXT PRIMARY KEY NOT NULL, kontakt_id TEXT NOT NULL REFERENCES kontakter(id), text TEXT NOT NULL);
INSERT INTO prov SELECT id || n, id, hex(randomblob(60)) FROM kontakter, (WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 12) SELECT n FROM t);
CREATE INDEX prov_text ON prov (text);
`

/**
 * Once before the tests: the office's own code as a program that can be killed. With LOTSEN_PROV_NASTA=1 it
 * is a Lotsen of the future, which knows one migration more.
 */
export default async function bygg(): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [spawnedFiles(), medNastaMigration()],
    ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'], target: 'node' },
    build: {
      ssr: join(root, 'test/faults/barn.ts'),
      outDir: BYGGD,
      emptyOutDir: true,
      target: 'node24',
      reportCompressedSize: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
}

function medNastaMigration() {
  const lista = 'Object.entries(filer)'
  return {
    name: 'lotsen:next-migration',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!id.endsWith('db/migrations/index.ts')) return null
      if (!code.includes(lista)) throw new Error('The list of migrations is made in another way than this test knows')
      const med = `Object.entries(process.env.LOTSEN_PROV_NASTA === '1' ? { ...filer, './9999_prov.sql': ${JSON.stringify(NASTA_MIGRATION)} } : filer)`
      return { code: code.replace(lista, med), map: null }
    },
  }
}
