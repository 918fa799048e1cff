import { describe, expect, it } from 'vitest'
import { aktuellt, kommunDag, tidigare, tidigareInnehav } from './uppdragsrad.ts'

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
  it('leaves out the one who has it', () => {
    expect(
      tidigareInnehav([
        { ombud: 'Per', slag: 'ombud', fran: '2024-01-01', till: '2025-01-01' },
        { ombud: 'Ali', slag: 'ombud', fran: '2025-01-01', till: '2026-03-31' },
        { ombud: 'Anna', slag: 'ombud', fran: '2026-03-31', till: null },
      ]).map((rad) => rad.ombud),
    ).toEqual(['Ali', 'Per'])
  })
})
