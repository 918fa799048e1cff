import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [ljusDel = '', rest = ''] = css.split('@media (prefers-color-scheme: dark)')
const morkDel = rest.split('@media (prefers-contrast')[0] ?? ''

function farger(del: string): Record<string, string> {
  return Object.fromEntries([...del.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]))
}

/** WCAG 2.2 relative luminance of an sRGB colour `#rrggbb`. */
function luminans(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function kontrast(a: string, b: string): number {
  const [hog = 0, lag = 0] = [luminans(a), luminans(b)].sort((x, y) => y - x)
  return (hog + 0.05) / (lag + 0.05)
}

const text: [string, string][] = [
  ...['papper', 'yta', 'skena'].flatMap((bak): [string, string][] =>
    ['skrift', 'skrift-2', 'accent', 'snart', 'passerat'].map((fram) => [fram, bak]),
  ),
  ['accent', 'accent-mjuk'],
  ['skrift', 'accent-mjuk'],
  ['skrift-2', 'accent-mjuk'],
  ['snart', 'snart-mjuk'],
  ['passerat', 'passerat-mjuk'],
  ['passerat', 'accent-mjuk'], // a count in the chosen room of the rail
  ['skrift', 'snart-mjuk'],
  ['skrift', 'passerat-mjuk'],
  ['pa-accent', 'accent'],
  ['pa-accent', 'accent-hover'],
  ['pa-passerat', 'passerat'],
  ['pa-passerat', 'passerat-hover'],
]
const former: [string, string][] = [
  ['kant', 'papper'],
  ['kant', 'yta'],
  ['accent', 'papper'],
  ['accent', 'accent-mjuk'],
  ['snart', 'accent-mjuk'],
]

describe.each([
  ['light', farger(ljusDel)],
  ['dark', farger(morkDel)],
])('contrast in the %s theme', (_namn, tema) => {
  it.each(text)('text %s on %s is at least 4.5:1', (fram, bak) => {
    expect(kontrast(tema[fram] ?? '', tema[bak] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
  it.each(former)('shape %s on %s is at least 3:1', (fram, bak) => {
    expect(kontrast(tema[fram] ?? '', tema[bak] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

it('names the same colours in both themes, as UX.md gives them', () => {
  const ljus = farger(ljusDel)
  const mork = farger(morkDel)
  expect(Object.keys(mork).sort()).toEqual(Object.keys(ljus).sort())
  expect(ljus).toMatchObject({
    papper: '#faf8f4', yta: '#ffffff', skena: '#f0ece4', skrift: '#1c2528', 'skrift-2': '#55636a', linje: '#ddd8cd',
    accent: '#0e5b60', 'accent-mjuk': '#e2eeed', snart: '#8a5200', 'snart-mjuk': '#fcefd6',
    passerat: '#9c2c1c', 'passerat-mjuk': '#fae7e2',
  })
  expect(mork).toMatchObject({
    papper: '#13191b', yta: '#1a2225', skena: '#101517', skrift: '#e6ecec', 'skrift-2': '#a3b0b4', linje: '#2e393d',
    accent: '#74c9c3', 'accent-mjuk': '#1d3434', snart: '#f0b860', 'snart-mjuk': '#3a2c12',
    passerat: '#f2937f', 'passerat-mjuk': '#3d1f19',
  })
})
