import { describe, expect, it } from 'vitest'
import { platsIFlode } from '../../parts/flode.ts'
import { type Forutsattning, flyttadStart, franKontakt, medPerson, type Nyttkontakt, type Nyttvarden, nyttsteg, startvarden, tillUppdrag } from './nyttUppdrag.ts'

const IDAG = '2026-11-22'
const kontakt = (falt: Partial<Nyttkontakt> = {}): Nyttkontakt => ({
  id: 'k1', datum: '2026-10-01', kommun: '2039', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: ['ekonomi_skulder'], kodatum: null, ...falt,
})
const tidigareKlient = { nummer: '2024-0001', namn: 'A', kommun: '2062' }
const givet = (falt: Partial<Forutsattning> = {}): Forutsattning => ({ idag: IDAG, manader: 12, kontakt: undefined, nummer: undefined, tidigare: [], kontakter: [], kommun: '', ...falt })
const ids = (g: Forutsattning, v: Nyttvarden = startvarden(g)) => nyttsteg(v, g).map((s) => s.id)

describe('the questions of a new uppdrag', () => {
  it('are those that the starting point leaves', () => {
    expect(ids(givet())).toEqual(['namn', 'om', 'tid', 'mal', 'bedomning', 'livsomraden', 'orsaker', 'aktorer'])
    expect(ids(givet({ kontakter: [kontakt()], tidigare: [tidigareKlient] }))).toEqual(['kontakt', 'vem', 'namn', 'om', 'tid', 'mal', 'bedomning', 'livsomraden', 'orsaker', 'aktorer'])
    expect(ids(givet({ kontakt: kontakt(), kontakter: [kontakt()] }))).not.toContain('kontakt')
    expect(ids(givet({ nummer: '2024-0001', tidigare: [tidigareKlient] }))).toEqual(['tid', 'mal', 'bedomning', 'livsomraden', 'orsaker', 'aktorer'])
  })

  it('leave out who the client is, once it is an earlier one', () => {
    const g = givet({ tidigare: [tidigareKlient] })
    expect(ids(g, { ...startvarden(g), vem: 'tidigare', nummer: '2024-0001' })).toEqual(['vem', 'tid', 'mal', 'bedomning', 'livsomraden', 'orsaker', 'aktorer'])
  })

  it('begin with a planned end the usual length away', () => {
    expect(startvarden(givet({ manader: 3 }))).toMatchObject({ start: IDAG, planeratSlut: '2027-02-22', vem: 'ny' })
  })

  it('carry the name that stands in the queue, where it can be read', () => {
    const ko = [{ id: 'k1', namn: 'Nils Kö', telefon: null }, { id: 'k2', namn: null, telefon: null }]
    const [med, utan] = medPerson([kontakt(), kontakt({ id: 'k2' })], ko)
    expect(franKontakt(med!)).toMatchObject({ kontaktId: 'k1', namn: 'Nils Kö', telefon: '' })
    expect(franKontakt(utan!)).not.toHaveProperty('namn')
  })

  it('carry what the contact says', () => {
    expect(startvarden(givet({ kontakt: kontakt() }))).toMatchObject({ kontaktId: 'k1', kommun: '2039', orsaker: ['ekonomi_skulder'] })
    expect(franKontakt(kontakt({ kommun: '2062' })).kommun).toBe('2062')
  })

  const medTid = (start: string, planeratSlut: string, g: Forutsattning = givet()) => {
    const v: Nyttvarden = { ...startvarden(g), namn: 'A', kon: 'kvinna', kommun: '2039', start, planeratSlut, forstaUppfoljning: '', realistiskt: 'ja' }
    return platsIFlode(nyttsteg(v, g), 'kontrollera', v) === nyttsteg(v, g).length
  }
  it('refuse a start after today, before the contact, or after the planned end', () => {
    expect(medTid('2026-11-22', '2026-11-22')).toBe(true)
    expect(medTid('2026-11-23', '2027-11-23')).toBe(false)
    expect(medTid('2026-11-01', '2026-10-31')).toBe(false)
    expect(medTid('2026-11-01', '')).toBe(false)
    expect(medTid('2026-09-30', '2027-09-30', givet({ kontakt: kontakt() }))).toBe(false)
    expect(medTid('2026-10-01', '2027-09-30', givet({ kontakt: kontakt() }))).toBe(true)
    expect(medTid('2026-10-01', '2027-09-30', givet({ kontakt: kontakt({ kodatum: '2026-10-05' }) }))).toBe(false)
  })

  it('refuse a personnummer in place of the birth year', () => {
    const prova = (fodelsear: string) => {
      const v: Nyttvarden = { ...startvarden(givet()), namn: 'A', kon: 'kvinna', kommun: '2039', fodelsear, realistiskt: 'nej' }
      return platsIFlode(nyttsteg(v, givet()), 'kontrollera', v)
    }
    expect([prova(''), prova('1980'), prova('19800101-1234'), prova('80'), prova('2027')]).toEqual([8, 8, 1, 1, 1])
  })
})

describe('the judgement', () => {
  const medBedomning = (realistiskt: Nyttvarden['realistiskt']) => {
    const v: Nyttvarden = { ...startvarden(givet({ kommun: '2039' })), namn: 'A', kon: 'kvinna', realistiskt }
    return nyttsteg(v, givet())[platsIFlode(nyttsteg(v, givet()), 'kontrollera', v)]?.id
  }
  it('is asked for, and a no stops nothing', () => {
    expect([medBedomning(''), medBedomning('nej'), medBedomning('ja')]).toEqual(['bedomning', undefined, undefined])
  })
  it('is sent as it was answered, with nothing as null', () => {
    const v = startvarden(givet())
    expect(tillUppdrag({ ...v, realistiskt: 'nej' })).toMatchObject({ realistiskt: false, prioritet: null, forstaUppfoljning: '2027-02-22' })
    expect(tillUppdrag({ ...v, forstaUppfoljning: '', prioritet: 'fortur' })).toMatchObject({ realistiskt: null, prioritet: 'fortur', forstaUppfoljning: null })
  })
})

describe('the planned end and the first follow-up', () => {
  const nu = { start: IDAG, planeratSlut: '2027-11-22', egetSlut: false, forstaUppfoljning: '2027-02-22' }
  it('move with the start, and wait while that cannot be read', () => {
    expect(flyttadStart(nu, '2026-11-01', IDAG, 12)).toEqual({ start: '2026-11-01', planeratSlut: '2027-11-01', forstaUppfoljning: '2027-02-01' })
    expect(flyttadStart(nu, 'i ', IDAG, 12)).toEqual({ start: 'i ', planeratSlut: '2027-11-22', forstaUppfoljning: '2027-02-22' })
  })
  it('stay when somebody has chosen them, or chosen none', () => {
    expect(flyttadStart({ ...nu, egetSlut: true }, '2026-11-01', IDAG, 12).planeratSlut).toBe('2027-11-22')
    expect(flyttadStart({ ...nu, forstaUppfoljning: '2026-12-24' }, '2026-11-01', IDAG, 12).forstaUppfoljning).toBe('2026-12-24')
    expect(flyttadStart({ ...nu, forstaUppfoljning: '' }, '2026-11-01', IDAG, 12).forstaUppfoljning).toBe('')
  })
  it('propose no follow-up after the planned end', () => {
    expect(startvarden(givet({ manader: 2 })).forstaUppfoljning).toBe('2027-01-22')
  })
})
