import { describe, expect, it } from 'vitest'
import type { AtagandeRad, UppfoljningRad } from '../../../db/model/arbetet.ts'
import { aktuellt, iAtagandeordning, kommunDag, tidigare, tidigareInnehav, uppfoljningarIOrdning } from './uppdragsrad.ts'

const uppdrag = (id: string, struken = false) => ({ id, struken })

describe('the uppdrag of a case', () => {
  const rader = [uppdrag('ett'), uppdrag('tva'), uppdrag('tre', true)]

  it('is about the newest that is not struck', () => {
    expect(aktuellt(rader)?.id).toBe('tva')
    expect(aktuellt([uppdrag('x', true)])).toBeUndefined()
  })

  it('keeps the others, newest first, struck ones too', () => {
    expect(tidigare(rader).map((u) => u.id)).toEqual(['tre', 'ett'])
  })

  it('belongs to the kommun moved to, from the day of the move', () => {
    const flyttad = { kommun: '2062', kommunbyten: [{ id: 'a', datum: '2026-03-01', kommun: '2034' }, { id: 'b', datum: '2026-06-01', kommun: '2039' }] }
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((dag) => kommunDag(flyttad, dag))).toEqual(['2062', '2034', '2034', '2039'])
  })
})

describe('who had the case', () => {
  it('leaves out those who have it, a stand-in through the last day', () => {
    expect(
      tidigareInnehav([
        { ombud: 'Per', slag: 'ombud', fran: '2024-01-01', till: '2025-01-01' },
        { ombud: 'Ali', slag: 'ombud', fran: '2025-01-01', till: '2026-03-31' },
        { ombud: 'Anna', slag: 'ombud', fran: '2026-03-31', till: null },
        { ombud: 'Vera', slag: 'vikarie', fran: '2026-11-20', till: '2026-11-22' },
      ], '2026-11-22').map((rad) => rad.ombud),
    ).toEqual(['Ali', 'Per'])
  })
})

describe('the work of an uppdrag', () => {
  const uppfoljning = (id: string, planerad: string, struken = false): UppfoljningRad => ({ id, planerad, gjord: null, resultat: null, struken, version: 1 })
  it('numbers the follow-ups by their planned day, struck ones left out', () => {
    const rader = uppfoljningarIOrdning([uppfoljning('c', '2026-12-01'), uppfoljning('a', '2026-06-01'), uppfoljning('b', '2026-09-01', true)])
    expect(rader.map(({ rad, ordning }) => `${rad.id}${ordning}`)).toEqual(['a1', 'c2'])
  })

  const atagande = (id: string, falt: Partial<AtagandeRad> = {}): AtagandeRad => ({
    id, uppdragId: 'u', vad: '', vem: 'ombudet', aktor: null, senast: null, status: 'oppet', statusDatum: null, version: 1, ...falt,
  })
  it('puts open commitments by their day, those without one last, and the latest settled first', () => {
    const { oppna, ovriga, klara } = iAtagandeordning([
      atagande('utan'), atagande('sen', { senast: '2026-12-01' }), atagande('snart', { senast: '2026-11-25' }),
      atagande('gammal', { status: 'klart', statusDatum: '2026-10-01' }), atagande('slopad', { status: 'slopat', statusDatum: '2026-11-01' }),
    ])
    expect(oppna.map((rad) => rad.id)).toEqual(['snart', 'sen', 'utan'])
    expect(ovriga.map((rad) => rad.id)).toEqual(['slopad', 'gammal'])
    expect(klara).toBe(1)
  })
})
