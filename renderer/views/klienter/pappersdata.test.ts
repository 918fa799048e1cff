import { describe, expect, it } from 'vitest'
import type { Arende } from '../../../db/model/arenden.ts'
import type { SamtyckeRad } from '../../../db/model/arbetet.ts'
import { type KommunRad, zInstallningar } from '../../../db/model/enhet.ts'
import { standardKodlistor } from '../../../db/model/kodlistor.ts'
import type { OverlamningRad } from '../../../db/model/overlamningar.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import type { Arendedata } from './Arendesida.tsx'
import { ansvarigFor, avslutsdata, overenskommelsedata, overlamningsdata } from './pappersdata.ts'

const IDAG = '2026-11-22'
const kommun = (kod: string, ansvarig: string | null): KommunRad => ({ id: kod, kommun: kod, namn: '', fran: '2020-01-01', till: null, personuppgiftsansvarig: ansvarig, version: 1 })
const uppdrag: UppdragRad = {
  id: 'u', kommun: '2062', start: '2026-01-10', planeratSlut: '2026-12-31', slut: null, avslutsorsak: null, kanAngras: false, mal: 'Sova\n\nBetala hyran', orsaker: [], livsomraden: [],
  forlangningar: [], kommunbyten: [{ id: 'b', datum: '2026-06-01', kommun: '2034' }],
  uppfoljningar: [
    { id: 'f1', planerad: '2026-04-01', gjord: '2026-04-02', resultat: 'fortsatter', struken: false, version: 1 },
    { id: 'f2', planerad: '2026-12-01', gjord: null, resultat: null, struken: false, version: 1 },
    { id: 'f3', planerad: '2026-12-02', gjord: null, resultat: null, struken: true, version: 1 },
  ],
  prioritet: null, realistiskt: null, aktorer: [], lotsadTill: 'socialtjanst', malutfall: [{ id: '2', utfall: 'delvis' }], anteckningarna: null, struken: false, version: 1,
}
const samtycke = (id: string, falt: Partial<SamtyckeRad> = {}): SamtyckeRad => ({ id, aktor: 'psykiatri', person: '', omfattning: 'intyg', fran: '2026-01-01', till: null, aterkallat: null, struken: false, version: 1, ...falt })
const arende: Arende = {
  nummer: '2026-0001', version: 1, namn: 'Vera', telefon: null, kon: 'kvinna', fodelsear: null, ombud: 'Anna Lind', uppdrag: [uppdrag], mitt: { slag: 'ombud', till: null }, innehav: [],
  ataganden: [
    { id: 'a', uppdragId: 'u', vad: 'Ringa', vem: 'ombudet', aktor: null, senast: '2026-12-05', status: 'oppet', statusDatum: null, version: 1 },
    { id: 'b', uppdragId: 'u', vad: 'Klart', vem: 'ombudet', aktor: null, senast: null, status: 'klart', statusDatum: '2026-03-01', version: 1 },
    { id: 'c', uppdragId: 'tidigare', vad: 'Gammalt', vem: 'ombudet', aktor: null, senast: null, status: 'oppet', statusDatum: null, version: 1 },
  ],
  anteckningar: [{ id: 'n', uppdragId: 'u', tid: '2026-11-01T23:30:00.000Z', text: 'ord', version: 1 }, { id: 'm', uppdragId: 'tidigare', tid: '2026-01-01T10:00:00.000Z', text: 'annat', version: 1 }],
  samtycken: [
    samtycke('tills vidare'), samtycke('slutar', { till: '2026-12-20' }), samtycke('slut', { till: '2026-11-21' }), samtycke('aterkallat', { aterkallat: '2026-11-01' }), samtycke('struket', { struken: true }),
  ],
  oppnat: [],
}
const underlag: Arendedata = {
  arende, idag: IDAG, listor: standardKodlistor(),
  enhet: { enhet: { namn: 'E', vardkommun: '2062', version: 1 }, kommuner: [kommun('2062', 'Socialnämnden'), kommun('2034', null)], installningar: zInstallningar.parse({}) },
}

describe('the papers of a case', () => {
  it('name who answers for the data in the kommun of the day', () => {
    expect(ansvarigFor(underlag, uppdrag, '2026-05-31')).toMatchObject({ ansvarig: 'Socialnämnden' })
    expect(ansvarigFor(underlag, uppdrag, '2026-06-01')).toMatchObject({ ansvarig: null })
  })

  it('hold the goals one by one', () => {
    expect(overenskommelsedata(underlag, uppdrag)).toMatchObject({ namn: 'Vera', ombud: 'Anna Lind', mal: ['Sova', 'Betala hyran'] })
  })

  it('tell at the end how far each goal was reached and what is left', () => {
    const avslut = avslutsdata(underlag, { ...uppdrag, slut: IDAG, avslutsorsak: 'lotsad' }, false)
    expect(avslut.mal).toEqual([{ text: 'Sova', utfall: '' }, { text: 'Betala hyran', utfall: 'Delvis' }])
    expect(avslut.oppna.map((rad) => rad.vad)).toEqual(['Ringa'])
    expect(avslut).toMatchObject({ lotsadTill: 'Socialtjänst', anteckningar: null })
  })

  it('hold the notes of the uppdrag only when the client is to have them, on their Swedish day', () => {
    const med = avslutsdata(underlag, { ...uppdrag, slut: IDAG }, true)
    expect(med.anteckningar).toEqual([{ datum: '2026-11-02', text: 'ord' }])
    expect(avslutsdata({ ...underlag, arende: { ...arende, anteckningar: [] } }, { ...uppdrag, slut: IDAG }, true).anteckningar).toBeNull()
  })

  const rad: OverlamningRad = {
    id: 'o', nummer: '2026-0001', fran: { id: '1', namn: 'Anna Lind' }, till: { id: '2', namn: 'Per Nyström' }, slag: 'byte', vikariatTill: null, samtycke: true, samtyckeDatum: '2026-11-20',
    antalAnteckningar: 0, erbjuden: '2026-11-20T23:30:00.000Z', status: 'erbjuden', avgjord: null, avslutad: null, ord: null, svar: null, skadat: false, version: 1,
  }
  it('hand over the next days, what is open, and the consents that hold', () => {
    const papper = overlamningsdata(underlag, uppdrag, rad)
    expect(papper.datum.map((en) => en.datum)).toEqual(['2026-12-01', '2026-12-20', '2026-12-31'])
    expect(papper.ataganden.map((en) => en.vad)).toEqual(['Ringa'])
    expect(papper.samtycken.map((en) => en.till)).toEqual([null, '2026-12-20'])
    expect(papper).toMatchObject({ slag: 'Byte av ombud', erbjuden: '2026-11-21', samtyckeDatum: '2026-11-20' })
  })
  it('say nothing of an uppdrag that has ended', () => {
    expect(overlamningsdata(underlag, undefined, rad)).toMatchObject({ uppdrag: null, datum: [], ataganden: [] })
  })
})
