import type { Token } from 'marked'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { avsnittAv, BOCKER, sokIBocker } from './bocker.ts'
import { Brodtext } from './Brodtext.tsx'

describe('the books', () => {
  it('are divided at their headings, each part with an address of its own', () => {
    for (const bok of Object.values(BOCKER)) {
      expect(bok.length).toBeGreaterThan(3)
      expect(new Set(bok.map((a) => a.id)).size).toBe(bok.length)
      for (const { id, innehall } of bok) {
        expect(id).toMatch(/^[a-z0-9_]+$/)
        expect(innehall.length).toBeGreaterThan(0)
      }
    }
    expect(BOCKER.handbok.map((a) => a.id)).not.toContain('it') // the address of the other book
    expect(BOCKER.handbok.find((a) => a.rubrik === 'Överlämning')?.id).toBe('overlamning')
  })
  it('keep what stands before the first heading', () => {
    expect(avsnittAv('# Bok\n\nFörord.\n\n## Ett\n\nText.\n').map((a) => [a.rubrik, a.innehall.filter((d) => d.type === 'paragraph').length])).toEqual([['Ett', 2]])
  })
})

describe('the text', () => {
  const satt = (delar: readonly Token[]) => renderToStaticMarkup(<Router ssrPath="/handbok"><Brodtext delar={delar} /></Router>)
  const somHtml = (text: string) => satt(avsnittAv(`## R\n\n${text}`)[0]?.innehall ?? [])

  it('shows lists, tables, keys and emphasis as such', () => {
    expect(somHtml('**Fet** och *lutad*, `Ctrl+L`.')).toBe('<p><strong>Fet</strong> och <em>lutad</em>, <code>Ctrl+L</code>.</p>')
    expect(somHtml('- ett\n- två')).toBe('<ul><li>ett</li><li>två</li></ul>')
    expect(somHtml('| a | b |\n|---|---|\n| c | d |')).toContain('<th scope="col">a</th>')
  })
  it('takes no markup from the text, and leads nowhere but to the other book', () => {
    expect(somHtml('<img src=x onerror=alert(1)> [ut](https://exempel.se) [guiden](it.md)')).toBe('<p>&lt;img src=x onerror=alert(1)&gt; ut <a href="/handbok/it">guiden</a></p>')
  })
  it('of both books has a form for everything in it', () => {
    for (const { innehall } of Object.values(BOCKER).flat()) expect(satt(innehall)).not.toMatch(/\*\*|\]\(|^#/m)
  })
})

describe('the search', () => {
  it('finds every word in one paragraph, whatever its case, headings first', () => {
    expect(sokIBocker('GALLRING')[0]?.avsnitt.rubrik).toBe('Gallring')
    expect(sokIBocker('nyckelblad kuvert').map((t) => t.avsnitt.id)).toContain('borja')
    expect(sokIBocker('säkerhetsskåp')[0]?.stycke).toMatch(/säkerhetsskåp/)
    expect(sokIBocker('xyzzy')).toEqual([])
    expect(sokIBocker('  ')).toEqual([])
  })
})
