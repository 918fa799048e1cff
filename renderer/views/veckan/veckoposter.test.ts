import { describe, expect, it } from 'vitest'
import type { ErbjudandeRad } from '../../../db/model/overlamningar.ts'
import type { Kontaktrad, Veckorad } from '../../../db/model/veckan.ts'
import { delaUppVeckan, nastaPaminnelse, radrubrik, vilkenUppfoljning } from './veckoposter.ts'

const IDAG = '2026-11-22'
const rad = (slag: Veckorad['slag'], datum: string | null, nummer = '2026-0001'): Veckorad => ({
  slag, datum, nummer, namn: 'Vera', kommun: '2062', id: `${slag} ${nummer}`, version: 1, vad: null, aktor: null, ordning: null,
})
const kontakt = (id: string, falt: Partial<Kontaktrad> = {}): Kontaktrad => ({ id, datum: '2026-11-20', kommun: '2062', utfall: 'annu_inte_avgjort', paminnelse: null, ...falt })
const nycklar = (poster: readonly { readonly nyckel: string }[]) => poster.map((post) => post.nyckel)

describe('Min vecka', () => {
  it('parts what has passed, is today or is missing from what comes', () => {
    const { nu, snart } = delaUppVeckan({
      idag: IDAG,
      rader: [rad('uppdrag_slutar', '2026-11-19'), rad('uppfoljning', IDAG), rad('atagande', '2026-11-23'), rad('samtycke_saknas', null)],
      obesvarade: [kontakt('k')],
    })
    expect(nycklar(nu)).toEqual(['uppdrag_slutar uppdrag_slutar 2026-0001', 'kontakt k', 'uppfoljning uppfoljning 2026-0001', 'samtycke_saknas samtycke_saknas 2026-0001'])
    expect(nycklar(snart)).toEqual(['atagande atagande 2026-0001'])
  })

  it('holds what is offered, on the Swedish day of the offer', () => {
    const erbjudande: ErbjudandeRad = {
      id: 'o', nummer: '2026-0009', fran: { id: '1', namn: 'Per' }, till: { id: '2', namn: 'Anna' }, slag: 'byte', vikariatTill: null, samtycke: false, samtyckeDatum: null, antalAnteckningar: 0,
      erbjuden: '2026-11-20T23:30:00.000Z', status: 'erbjuden', avgjord: null, avslutad: null, ord: null, svar: null, skadat: false, version: 1, kommun: null, start: null, planeratSlut: null, slut: null,
    }
    expect(delaUppVeckan({ idag: IDAG, rader: [rad('uppfoljning', '2026-11-20'), rad('atagande', IDAG)], obesvarade: [] }, [erbjudande]).nu.map((post) => post.datum)).toEqual(['2026-11-20', '2026-11-21', IDAG])
  })

  it('gathers missing consents when there are many', () => {
    const saknas = (antal: number) => delaUppVeckan({ idag: IDAG, obesvarade: [], rader: Array.from({ length: antal }, (_, i) => rad('samtycke_saknas', null, `2026-000${i + 1}`)) }).nu
    expect(saknas(3).map((post) => post.slag)).toEqual(['arende', 'arende', 'arende'])
    expect(saknas(4)).toMatchObject([{ slag: 'saknas', rader: { length: 4 } }])
  })

  it('reminds of the queue on the chosen day, and of nobody without one', () => {
    const ko = (id: string, paminnelse: string | null) => kontakt(id, { utfall: 'i_ko', paminnelse })
    const obesvarade = [ko('idag', IDAG), ko('sen', '2026-12-22'), ko('for-sen', '2026-12-23'), ko('ingen', null)]
    const { nu, snart } = delaUppVeckan({ idag: IDAG, rader: [], obesvarade })
    expect([nycklar(nu), nycklar(snart)]).toEqual([['paminnelse idag'], ['paminnelse sen']])
    expect(nastaPaminnelse({ obesvarade, idag: IDAG })).toBe('2026-12-22')
    expect(nastaPaminnelse({ obesvarade: [ko('idag', IDAG)], idag: IDAG })).toBeNull()
  })
})

describe('the words of a row', () => {
  it('say how the end of an uppdrag lies to today', () => {
    const ord = (datum: string) => radrubrik({ slag: 'uppdrag_slutar', datum }, IDAG)
    expect(['2026-11-21', IDAG, '2026-11-23', '2026-12-01'].map(ord)).toEqual(['Uppdraget skulle ha slutat', 'Uppdraget slutar i dag', 'Uppdraget slutar i morgon', 'Uppdraget slutar om 9 dagar'])
  })
  it('say whether a consent has ended: its last day is a day it holds', () => {
    const ord = (datum: string) => radrubrik({ slag: 'samtycke_slutar', datum }, IDAG)
    expect(['2026-11-21', IDAG, '2026-11-23'].map(ord)).toEqual(['Samtycke tog slut', 'Samtycke gäller till och med i dag', 'Samtycke tar slut'])
  })
  it('count the follow-ups from the second', () => {
    expect([1, 2, 13, 21, null].map((ordning) => vilkenUppfoljning({ ordning }))).toEqual(['', 'andra uppföljningen', '13:e uppföljningen', '21:a uppföljningen', ''])
  })
})
