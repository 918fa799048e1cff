import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { plusDagar } from '../../db/model/kalender.ts'
import { sorterade } from './Tabell.tsx'
import { Tidsbar, tidslagen } from './Tidsbar.tsx'

describe('sorterade', () => {
  it('follows Swedish order, both ways, and keeps what is missing last', () => {
    const rader = ['Östersund', null, 'Arvika', 'Åre', 'Ängelholm', 'Zinkgruvan']
    expect(sorterade(rader, (r) => r, false)).toEqual(['Arvika', 'Zinkgruvan', 'Åre', 'Ängelholm', 'Östersund', null])
    expect(sorterade(rader, (r) => r, true)).toEqual(['Östersund', 'Ängelholm', 'Åre', 'Zinkgruvan', 'Arvika', null])
  })
  it('sorts numbers by value and leaves the rows it was given alone', () => {
    const rader = [10, 9, 100]
    expect(sorterade(rader, (r) => r, false)).toEqual([9, 10, 100])
    expect(rader).toEqual([10, 9, 100])
  })
})

describe('Tidsbar', () => {
  const dag = fc.integer({ min: 0, max: 3000 }).map((n) => plusDagar('2022-01-01', n))

  it('keeps every mark on the bar', () => {
    fc.assert(
      fc.property(dag, dag, fc.array(dag, { maxLength: 3 }), fc.option(dag), dag, (start, planeratSlut, f, slut, idag) => {
        const { lagen, over, nu } = tidslagen({ start, planeratSlut, forlangningar: f.map((datum) => ({ datum })), slut, idag })
        for (const lage of [...lagen, nu, ...(over === undefined ? [] : [over])]) {
          expect(lage).toBeGreaterThanOrEqual(0)
          expect(lage).toBeLessThanOrEqual(100)
        }
      }),
    )
  })

  it('says in words what it shows', () => {
    const html = renderToStaticMarkup(<Tidsbar start="2025-12-01" planeratSlut="2026-12-01" forlangningar={[{ datum: '2026-06-01', skal: 'väntar på beslut om bostad' }]} idag="2026-11-22" />)
    expect(html).toContain('aria-label="Uppdraget började 1 december 2025. Planerat slut 1 december 2026, 9 dagar kvar. Förlängt 1 juni."')
    expect(html).toContain('väntar på beslut om bostad')
  })

  it('tells a passed end and an ended uppdrag apart', () => {
    expect(renderToStaticMarkup(<Tidsbar start="2026-05-20" planeratSlut="2026-11-19" idag="2026-11-22" />)).toContain('3 dagar över tiden')
    expect(renderToStaticMarkup(<Tidsbar start="2026-05-20" planeratSlut="2026-11-19" slut="2026-08-01" idag="2026-11-22" />)).toContain('avslutades 1 augusti 2026')
  })
})

