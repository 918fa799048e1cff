import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './lib/paths.mjs'

// What the docs promise is shown by a test that they name: the test must be there, and no promise stand without one.

const las = (fil: string): string => readFileSync(join(root, fil), 'utf8')
const DOKUMENT = [...readdirSync(join(root, 'docs')).filter((namn) => namn.endsWith('.md')).map((namn) => `docs/${namn}`), ...globSync('docs/decisions/*.md', { cwd: root })]
const PROV = globSync('{build,db,electron,renderer,test}/**/*.test.{ts,tsx}', { cwd: root })
const NAMNT = /`([\w./*-]+\.test\.tsx?)`/gu
const namnda = (text: string): string[] => [...text.matchAll(NAMNT)].map(([, namn = '']) => namn)

/** The rows of every table whose head ends with a column of that name, each as its cells. */
function tabellrader(text: string, sista: string): string[][] {
  const rader = text.split('\n')
  const celler = (rad: string) => rad.split('|').slice(1, -1).map((cell) => cell.trim())
  return rader.flatMap((rad, i) => {
    if (!rad.startsWith('|') || celler(rad).at(-1) !== sista) return []
    const slut = rader.findIndex((annan, j) => j > i && !annan.startsWith('|'))
    return rader.slice(i + 2, slut === -1 ? undefined : slut).map(celler)
  })
}

describe('the docs', () => {
  it.each(DOKUMENT)('%s names tests that are there', (fil) => {
    const borta = namnda(las(fil)).filter((namn) => {
      if (namn.includes('*')) return globSync(namn, { cwd: root }).length === 0
      return namn.includes('/') ? !existsSync(join(root, namn)) : PROV.filter((prov) => basename(prov) === namn).length !== 1
    })
    expect(borta).toEqual([])
  })

  it.each([['docs/sakerhet.md', 25], ['docs/lagstod.md', 20]] as const)('%s has a test beside each claim of its tables', (fil, minst) => {
    const rader = tabellrader(las(fil), 'prov')
    expect(rader.length).toBeGreaterThan(minst)
    const utan = rader.filter((rad) => namnda(rad.at(-1) ?? '').length === 0 && !rad.some((cell) => cell.includes('(sakerhet.md)')))
    expect(utan).toEqual([])
  })

  it('say of every change of keys which test shows it', () => {
    const byten = /\n## Byten\n([\s\S]*?)\n## /u.exec(las('docs/sakerhet.md'))?.[1] ?? ''
    const punkter = byten.split(/\n(?=- \*\*)/u).filter((punkt) => punkt.startsWith('- **'))
    expect(punkter.length).toBeGreaterThan(6)
    expect(punkter.filter((punkt) => namnda(punkt).length === 0)).toEqual([])
  })

  it('name files of the vault that are there', () => {
    const tabell = /\| fil i `db\/vault\/` \| gör \|\n\|.*\n((?:\|.*\n)+)/u.exec(las('docs/sakerhet.md'))?.[1] ?? ''
    const filer = [...tabell.matchAll(/`(\w+)`/gu)].map(([, namn]) => `db/vault/${namn}.ts`)
    expect(filer.length).toBeGreaterThan(15)
    expect(filer.filter((fil) => !existsSync(join(root, fil)))).toEqual([])
  })
})
