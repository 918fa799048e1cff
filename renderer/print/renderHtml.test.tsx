import { describe, expect, it } from 'vitest'
import { Nyckelblad } from './Nyckelblad.tsx'
import { renderHtml } from './renderHtml.tsx'
import { cssText, type Dokumentmeta, sidstil } from './sidstil.ts'

const meta: Dokumentmeta = {
  enhet: 'Personligt ombud Norra Dalarna · Mora kommun',
  dokument: 'Nyckelblad',
  sekretess: true,
  utskriven: { datum: '2026-11-22', klockan: '9.40', av: 'Karin Berg' },
}
const nyckel = 'AGE-SECRET-KEY-1QQPQRZFR'
const blad = (egen: Dokumentmeta) => <Nyckelblad meta={egen} data={{ nyckel, grupper: ['QQPQ', 'RZFR'], datum: '2026-11-22' }} />

describe('renderHtml', () => {
  const html = renderHtml(blad(meta), meta)

  it('is one whole Swedish document with a title', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="sv">/)
    expect(html).toContain('<title>Nyckelblad</title>')
    expect(html).toContain('<h1>Nyckelblad till Lotsen</h1>')
    expect(html).toContain('break-inside: avoid')
  })

  it('reaches for nothing outside itself and runs nothing', () => {
    expect(html).not.toMatch(/(?:src|href)="(?!data:)|url\("(?!data:)|@import|<script|https?:/)
    expect(html).toMatch(/url\("data:font\/woff2;base64,/)
  })

  it('carries its words in the page margins', () => {
    expect(html).toContain('content: "Personligt ombud Norra Dalarna · Mora kommun"')
    expect(html).toContain('content: "Nyckelblad · Sekretess"')
    expect(html).toContain('"Utskriven 2026-11-22 kl. 9.40 av Karin Berg"')
    expect(html).toContain('counter(page) " av " counter(pages)')
  })

  it('lets no name out of its string', () => {
    const elakt = 'A</style><script>x</script>"; } * { color: red; } \\'
    const egen = { ...meta, enhet: elakt }
    expect(renderHtml(blad(egen), egen)).not.toContain('</style><script>')
    expect(cssText(elakt)).toBe('"A\\3c /style\\3e \\3c script\\3e x\\3c /script\\3e \\22 ; } * { color: red; } \\5c "')
    expect(sidstil(egen).match(/"(?:[^"\\]|\\.)*"/g)?.length).toBe(5)
  })
})
