import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Slag } from '../../../db/model/statistik/index.ts'
import type { Diagramdata } from './delar.tsx'
import { Linjer } from './Linjer.tsx'

/** What stands along the upright axis. */
function axeln(slag: Slag, varden: readonly number[]): string[] {
  const data = {
    titel: 'T', ar: varden.map((_, i) => 2024 + i), pagaende: false,
    rader: [{ kod: 'stod', namn: 'Fått stöd', slag, indrag: false, celler: varden.map((varde) => ({ varde, mask: null })) }],
  } as unknown as Diagramdata
  return [...renderToStaticMarkup(<Linjer {...data} />).matchAll(/text-anchor="end"[^>]*>([^<]*)</g)].map(([, text]) => text ?? '')
}

describe('the upright axis', () => {
  it('marks people in whole numbers, however few they are', () => {
    expect(axeln('antal', [0, 1])).toEqual(['0', '1'])
    expect(axeln('antal', [3, 2])).not.toContain('0,5')
    expect(axeln('antal', [120, 207])).toContain('100')
  })
  it('marks parts of a post as they are written in Swedish', () => {
    expect(axeln('tvadecimaler', [0.5, 1])).toContain('0,2')
  })
})
