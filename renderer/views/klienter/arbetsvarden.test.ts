import { describe, expect, it } from 'vitest'
import { fornyatSamtycke, samtyckeslage, type Samtyckesvarden, tillResultat, tillSamtycke, tomtSamtycke, zResultat, zSamtycke } from './arbetsvarden.ts'

const IDAG = '2026-11-22'
const falten = (svar: { success: boolean; error?: { issues: readonly { path: PropertyKey[] }[] } | undefined }) => (svar.success ? [] : svar.error?.issues.map((fel) => fel.path.join('.')))

describe('the result of a follow-up', () => {
  const prova = (varden: { resultat: string; gjord: string; nasta: string }) => falten(zResultat(IDAG).safeParse(tillResultat(varden)))
  it('is a choice and a day that has been, and a next day after it', () => {
    expect(prova({ resultat: 'fortsatter', gjord: IDAG, nasta: '' })).toEqual([])
    expect(prova({ resultat: '', gjord: IDAG, nasta: '' })).toEqual(['resultat'])
    expect(prova({ resultat: 'fortsatter', gjord: '2026-11-23', nasta: '' })).toEqual(['gjord'])
    expect(prova({ resultat: 'fortsatter', gjord: IDAG, nasta: IDAG })).toEqual(['nasta'])
    expect(prova({ resultat: 'fortsatter', gjord: IDAG, nasta: '2027-02-22' })).toEqual([])
  })
  it('plans no more when the uppdrag is to end', () => {
    expect(tillResultat({ resultat: 'avslutas', gjord: IDAG, nasta: '2027-02-22' }).nasta).toBeNull()
  })
})

describe('a consent', () => {
  const ifyllt: Samtyckesvarden = { ...tomtSamtycke(IDAG), aktor: 'psykiatri', omfattning: 'läkarintyg' }
  it('says to whom and about what, and ends on or after its first day', () => {
    expect(falten(zSamtycke.safeParse(tillSamtycke(ifyllt)))).toEqual([])
    expect(falten(zSamtycke.safeParse(tillSamtycke({ ...ifyllt, aktor: '', omfattning: ' ' })))).toEqual(['aktor', 'omfattning'])
    expect(falten(zSamtycke.safeParse(tillSamtycke({ ...ifyllt, till: '2026-11-21' })))).toEqual(['till'])
    expect(falten(zSamtycke.safeParse(tillSamtycke({ ...ifyllt, till: IDAG })))).toEqual([])
  })

  it('is renewed from the day after it ends, or from today when it has ended', () => {
    const fran = (till: string | null) => fornyatSamtycke({ ...ifyllt, till }, IDAG).fran
    expect([fran('2026-12-31'), fran('2026-11-21'), fran('2026-10-01'), fran(null)]).toEqual(['2027-01-01', IDAG, IDAG, IDAG])
    expect(fornyatSamtycke({ ...ifyllt, person: 'Dr Påhitt', till: '2026-12-31' }, IDAG)).toMatchObject({ aktor: 'psykiatri', person: 'Dr Påhitt', omfattning: 'läkarintyg', till: '' })
  })

  it('holds on both its ends, and not once it is withdrawn', () => {
    const lage = (fran: string, till: string | null, aterkallat: string | null = null) => samtyckeslage({ fran, till, aterkallat }, IDAG)
    expect(lage('2026-01-01', '2026-11-21')).toBe('slut')
    expect(lage('2026-01-01', IDAG)).toBe('snart')
    expect(lage('2026-01-01', '2026-12-22')).toBe('snart')
    expect(lage('2026-01-01', '2026-12-23')).toBe('galler')
    expect(lage('2026-01-01', null)).toBe('galler')
    expect(lage('2026-11-23', null)).toBe('borjar')
    expect(lage('2026-01-01', null, IDAG)).toBe('aterkallat')
  })
})
