import { describe, expect, it } from 'vitest'
import { samtyckenSomSlutar } from './veckan.ts'

const IDAG = '2026-11-22'
const samtycke = (id: string, till: string | null, falt: { aktor?: string; person?: string } = {}) => ({ id, aktor: 'psykiatri', person: '', till, ...falt })
const slutar = (...rader: ReturnType<typeof samtycke>[]) => samtyckenSomSlutar(rader, IDAG).map(({ id }) => id)

describe('consents about to end', () => {
  it('are told of from 30 days before their end to 30 days after it', () => {
    expect(slutar(samtycke('snart', '2026-12-22'), samtycke('sen', '2026-12-23', { aktor: 'bank' }))).toEqual(['snart'])
    expect(slutar(samtycke('nyss', '2026-10-23'), samtycke('gammalt', '2026-10-22', { aktor: 'bank' }), samtycke('alltid', null, { aktor: 'domstol' }))).toEqual(['nyss'])
  })
  it('are not told of once they have been given anew, to the same actor and person', () => {
    expect(slutar(samtycke('gammalt', '2026-11-21'), samtycke('nytt', '2027-11-21'))).toEqual([])
    expect(slutar(samtycke('gammalt', '2026-11-21'), samtycke('nytt', null))).toEqual([])
    expect(slutar(samtycke('gammalt', '2026-11-21'), samtycke('annan aktor', null, { aktor: 'bank' }))).toEqual(['gammalt'])
    expect(slutar(samtycke('gammalt', '2026-11-21', { person: 'Dr A' }), samtycke('annan person', null, { person: 'Dr B' }))).toEqual(['gammalt'])
  })
  it('that end on the same day do not hide each other', () => {
    expect(slutar(samtycke('ett', '2026-11-21'), samtycke('tva', '2026-11-21'))).toEqual(['ett', 'tva'])
  })
})
