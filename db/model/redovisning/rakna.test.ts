import { describe, expect, test } from 'vitest'
import { forklaring } from './forklaring.ts'
import { ALVDALEN, anstallning, kontakt, MORA, ORSA, rader, uppdrag, val } from './provregister.ts'
import type { RedovisningsVal, Uppdragsrad } from './rader.ts'
import { raknaRedovisning } from './rakna.ts'

/** Counted by hand from DOMAIN §4; the year is 2026 unless said. */
const medUppdrag = (lista: Uppdragsrad[], egna: Partial<RedovisningsVal> = {}, ar = 2026) => raknaRedovisning(rader({ uppdrag: lista }), ar, val(egna))
const klienter = (stod: number, ingaende: number, nya: number, avslutade: number, utgaende: number) => ({ stod, ingaende, nya, avslutade, utgaende })

describe('clients at the turns of the year', () => {
  test.each([
    ['began and ended before', '2025-03-01', '2025-12-31', klienter(0, 0, 0, 0, 0)],
    ['ended on 1 January', '2025-03-01', '2026-01-01', klienter(1, 1, 0, 1, 0)],
    ['began on 31 December before', '2025-12-31', '2026-06-30', klienter(1, 1, 0, 1, 0)],
    ['began on 1 January', '2026-01-01', '2026-06-30', klienter(1, 0, 1, 1, 0)],
    ['lasted 1 January only', '2026-01-01', '2026-01-01', klienter(1, 0, 1, 1, 0)],
    ['lasted 31 December only', '2026-12-31', '2026-12-31', klienter(1, 0, 1, 1, 0)],
    ['ended on 31 December', '2025-12-31', '2026-12-31', klienter(1, 1, 0, 1, 0)],
    ['ended on 1 January after', '2025-12-31', '2027-01-01', klienter(1, 1, 0, 0, 1)],
    ['began on 31 December and runs on', '2026-12-31', null, klienter(1, 0, 1, 0, 1)],
    ['began on 1 January after', '2027-01-01', null, klienter(0, 0, 0, 0, 0)],
    ['has run for years', '2019-05-05', null, klienter(1, 1, 0, 0, 1)],
  ] as const)('an uppdrag that %s', (_, start, slut, vantat) => {
    expect(medUppdrag([uppdrag('2025-0001', start, slut)]).figurer.klienter).toEqual(vantat)
  })

  test('someone who ends in March and returns in October is two uppdrag, one client, not avslutad', () => {
    const { figurer } = medUppdrag([uppdrag('2025-0001', '2025-09-01', '2026-03-31'), uppdrag('2025-0001', '2026-10-01')])
    expect(figurer.klienter).toEqual(klienter(1, 1, 0, 0, 1))
    expect(figurer.uppdrag).toMatchObject({ ingaende: 1, paborjade: 1, avslutade: 1, utgaende: 1 })
    expect(figurer.aterkommande).toBe(0)
  })

  test('återkommande is new this year and had an uppdrag that ended before it, at the latest on 31 December', () => {
    const { figurer, bakom } = medUppdrag([
      uppdrag('2021-0001', '2021-01-01', '2025-12-31'), uppdrag('2021-0001', '2026-01-01'),
      uppdrag('2021-0002', '2021-01-01', '2026-01-01'), uppdrag('2021-0002', '2026-02-01'),
      uppdrag('2021-0003', '2021-01-01', '2021-01-01'), uppdrag('2021-0003', '2025-12-31'),
      uppdrag('2026-0004', '2026-01-01', '2026-01-31'), uppdrag('2026-0004', '2026-05-01'),
      uppdrag('2021-0005', '2021-01-01', '2021-12-31'),
    ])
    expect(figurer.klienter).toEqual(klienter(4, 2, 2, 0, 4))
    expect(bakom['aterkommande']).toEqual(['2021-0001'])
  })

  test('a leap year holds 29 February', () => {
    const { figurer } = medUppdrag([uppdrag('2024-0001', '2024-02-29', '2024-02-29')], {}, 2024)
    expect(figurer.klienter).toEqual(klienter(1, 0, 1, 1, 0))
    expect(figurer.uppdragslangdMedianDagar).toBe(1)
  })
})

describe('by kommun', () => {
  const flytt = uppdrag('2026-0001', '2026-03-01', '2026-09-30', {
    kommunbyten: [{ datum: '2026-06-15', kommun: ORSA }], kontaktdatum: '2026-02-19', avslutsorsak: 'lotsad',
  })

  test('a move makes a stretch in each kommun and one uppdrag in all', () => {
    const { figurer } = medUppdrag([flytt])
    expect(figurer.klienter.stod).toBe(1)
    expect(figurer.uppdrag).toEqual({ ingaende: 0, paborjade: 1, avslutade: 1, utgaende: 0, paborjadeGenomKommunbyte: 0, avslutadeGenomKommunbyte: 0 })
    expect(figurer.perKommun.map((k) => [k.kommun, k.stod, k.nya, k.avslutade])).toEqual([[MORA, 1, 1, 1], [ORSA, 1, 1, 1], [ALVDALEN, 0, 0, 0]])
    expect(figurer.uppdragslangdMedianDagar).toBe(214)
    expect(figurer.vantetidMedianDagar).toBe(10)
    expect(figurer.kontroller).toContainEqual({ kod: 'flera_kommuner', antal: 1, arenden: ['2026-0001'], summa: 2, total: 1 })
  })

  test('the stretch that a move ends is no avslut and no length; it alone has the väntetid', () => {
    const { figurer } = medUppdrag([flytt], { urval: [MORA] })
    expect(figurer.kommun).toBe(MORA)
    expect(figurer.klienter).toEqual(klienter(1, 0, 1, 1, 0))
    expect(figurer.uppdrag).toMatchObject({ paborjade: 1, avslutade: 1, avslutadeGenomKommunbyte: 1, paborjadeGenomKommunbyte: 0 })
    expect(figurer.avslutsorsaker).toEqual([])
    expect(figurer.uppdragslangdMedianDagar).toBeNull()
    expect([figurer.vantetidMedianDagar, figurer.vantetidUtanKontakt]).toEqual([10, 0])
  })

  test('the stretch that a move begins is an uppdrag of its own, without contact', () => {
    const { figurer } = medUppdrag([flytt], { urval: [ORSA] })
    expect(figurer.uppdrag).toMatchObject({ paborjade: 1, paborjadeGenomKommunbyte: 1, avslutade: 1, avslutadeGenomKommunbyte: 0 })
    expect(figurer.avslutsorsaker).toEqual([{ varde: 'Lotsad till insats eller annat stöd', kod: 'lotsad', antal: 1 }])
    expect(figurer.uppdragslangdMedianDagar).toBe(16 + 31 + 31 + 30)
    expect([figurer.vantetidMedianDagar, figurer.vantetidAntal, figurer.vantetidUtanKontakt]).toEqual([null, 0, 0])
  })

  test('kommuner counted together are one office: the move between them is no end', () => {
    const { figurer } = medUppdrag([flytt], { urval: [MORA, ORSA] })
    expect(figurer.kommun).toEqual([MORA, ORSA])
    expect(figurer.uppdrag).toMatchObject({ paborjade: 1, avslutade: 1, avslutadeGenomKommunbyte: 0 })
    expect(figurer.uppdragslangdMedianDagar).toBe(214)
  })

  test('a move on 1 January: the old kommun ended the year before, the new one begins the year', () => {
    const over = uppdrag('2025-0001', '2025-05-01', null, { kommunbyten: [{ datum: '2026-01-01', kommun: ORSA }] })
    const per = Object.fromEntries(medUppdrag([over]).figurer.perKommun.map((k) => [k.kommun, [k.stod, k.ingaende, k.nya, k.utgaende]]))
    expect(per).toEqual({ [MORA]: [0, 0, 0, 0], [ORSA]: [1, 0, 1, 1], [ALVDALEN]: [0, 0, 0, 0] })
    expect(medUppdrag([over], {}, 2025).figurer.perKommun[0]).toMatchObject({ kommun: MORA, stod: 1, avslutade: 1, utgaende: 0 })
  })

  test('who moves away and back has two stretches in the old kommun, is one client there, and comes back to it', () => {
    const fram = uppdrag('2025-0001', '2025-01-01', null, { kommunbyten: [{ datum: '2026-09-01', kommun: MORA }, { datum: '2025-06-01', kommun: ORSA }] })
    const { figurer } = medUppdrag([fram], { urval: [MORA] })
    expect(figurer.klienter).toEqual(klienter(1, 0, 1, 0, 1))
    expect(figurer.aterkommande).toBe(1)
  })

  test('a move on the first day, before it, or after the last leaves no stretch of its own', () => {
    const lista = [
      uppdrag('2026-0001', '2026-02-01', null, { kommunbyten: [{ datum: '2026-02-01', kommun: ORSA }], kontaktdatum: '2026-01-31' }),
      uppdrag('2026-0002', '2026-02-01', null, { kommunbyten: [{ datum: '2025-02-01', kommun: ORSA }], kontaktdatum: '2026-01-30' }),
      uppdrag('2026-0003', '2026-02-01', '2026-03-01', { kommunbyten: [{ datum: '2026-03-02', kommun: ORSA }], kontaktdatum: '2026-01-01' }),
    ]
    const { figurer } = medUppdrag(lista, { urval: [ORSA] })
    expect(figurer.klienter.stod).toBe(2)
    expect(figurer.vantetidMedianDagar).toBe(1.5)
    expect(figurer.uppdrag).toMatchObject({ paborjadeGenomKommunbyte: 0, avslutade: 0 })
    expect(medUppdrag(lista, { urval: [MORA] }).figurer.uppdragslangdMedianDagar).toBe(29)
  })

  test('a move on the last day leaves that day to the new kommun', () => {
    const sist = uppdrag('2026-0001', '2026-02-01', '2026-03-31', { kommunbyten: [{ datum: '2026-03-31', kommun: ORSA }] })
    expect(medUppdrag([sist], { urval: [ORSA] }).figurer.uppdragslangdMedianDagar).toBe(1)
    // The uppdrag itself was not short: the check asks about the whole of it.
    expect(medUppdrag([sist], { urval: [ORSA] }).figurer.kontroller).toEqual([])
  })

  test('two clients in several kommuner by two uppdrag count in both and once in all', () => {
    const { figurer } = medUppdrag([
      uppdrag('2026-0001', '2026-01-10', '2026-02-10'), uppdrag('2026-0001', '2026-05-10', null, { kommun: ORSA }),
      uppdrag('2026-0002', '2026-01-10'),
    ])
    expect(figurer.klienter.stod).toBe(2)
    expect(figurer.perKommun.map((k) => k.stod)).toEqual([2, 1, 0])
    expect(figurer.kontroller).toEqual([{ kod: 'flera_kommuner', antal: 1, arenden: ['2026-0001'], summa: 3, total: 2 }])
  })

  test('what lies in a kommun outside the unit is counted and pointed out, never dropped', () => {
    const { figurer } = medUppdrag([uppdrag('2026-0001', '2026-01-10', null, { kommun: '2031' })])
    expect(figurer.klienter.stod).toBe(1)
    expect(figurer.perKommun.find((k) => k.kommun === '2031')?.stod).toBe(1)
    expect(figurer.kontroller).toEqual([{ kod: 'kommun_utanfor_enheten', antal: 1, arenden: ['2026-0001'], kommuner: ['2031'] }])
  })
})

describe('who the clients are', () => {
  test('kön and age group, with unknown and impossible birth years under "Uppgift saknas" and among the checks', () => {
    const med = (nr: number, kon: string | null, fodelsear: number | null) => uppdrag(`2026-000${nr}`, '2026-02-01', null, { kon, fodelsear })
    const { figurer } = medUppdrag([med(1, 'kvinna', 1997), med(2, 'kvinna', 1996), med(3, null, null), med(4, 'man', 2009), med(5, '', 2008), med(6, 'annat', 1961)])
    expect(figurer.perKon).toEqual([
      { kon: 'Kvinna', kod: 'kvinna', antal: 2 }, { kon: 'Man', kod: 'man', antal: 1 },
      { kon: 'Annat/vill ej ange', kod: 'annat', antal: 1 }, { kon: 'Uppgift saknas', kod: 'uppgift_saknas', antal: 2 },
    ])
    expect(figurer.perAldersgrupp.map((g) => [g.grupp, g.antal])).toEqual([['18–29', 2], ['30–49', 1], ['50–64', 0], ['65+', 1], ['Uppgift saknas', 2]])
    expect(figurer.konOchAlder).toContainEqual({ kon: 'Kvinna', konKod: 'kvinna', grupp: '30–49', gruppKod: '30-49', antal: 1 })
    expect(figurer.konOchAlder).toHaveLength(20)
    expect(figurer.kontroller).toEqual([
      { kod: 'fodelsear_saknas', antal: 1, arenden: ['2026-0003'] },
      { kod: 'fodelsear_under_18', antal: 1, arenden: ['2026-0004'] },
    ])
  })

  test('orsaker: clients per reason of the uppdrag that give the stöd, most common first, ties in the list’s order', () => {
    const med = (arende: string, start: string, slut: string | null, ...orsaker: string[]) => uppdrag(arende, start, slut, { orsaker })
    const { figurer, bakom } = medUppdrag([
      med('2026-0001', '2026-01-01', '2026-02-01', 'vardkontakt', 'vardkontakt', 'ekonomi_skulder'),
      med('2026-0001', '2026-06-01', null, 'vardkontakt', 'annat'),
      med('2026-0002', '2026-06-01', null, 'annat', 'uppgift_saknas'),
      med('2020-0003', '2020-01-01', '2025-12-31', 'sysselsattning'), // an earlier uppdrag gives no stöd this year
      med('2020-0003', '2026-01-01', null),
    ])
    expect(figurer.orsaker.map((o) => [o.orsak, o.antal])).toEqual([['Annat', 2], ['Ekonomi/skulder', 1], ['Vårdkontakt', 1], ['Uppgift saknas', 1]])
    expect(bakom['orsaker.annat']).toEqual(['2026-0001', '2026-0002'])
    expect(figurer.kontroller).toEqual([{ kod: 'orsak_saknas', antal: 1, arenden: ['2020-0003'] }])
  })

  test('livsområden likewise', () => {
    const { figurer } = medUppdrag([
      uppdrag('2026-0001', '2026-01-01', null, { livsomraden: ['skulder', 'boende'] }), uppdrag('2026-0002', '2026-01-01', null, { livsomraden: ['skulder'] }),
    ])
    expect(figurer.livsomraden.map((l) => [l.varde, l.antal])).toEqual([['Skulder', 2], ['Boende', 1]])
  })
})

describe('contacts and queue', () => {
  const medKontakter = (...kontakter: ReturnType<typeof kontakt>[]) => raknaRedovisning(rader({ kontakter }), 2026, val())

  test('requests of the year are counted, by outcome as last recorded', () => {
    const { figurer, bakom } = medKontakter(
      kontakt('2025-12-31'), kontakt('2026-01-01', { initiativtagare: 'anhorig', kontaktvag: 'sms', orsaker: ['annat', 'annat'] }),
      kontakt('2026-12-31', { utfall: 'uppdrag', uppdragsstart: '2027-01-01', arende: '2027-0001', orsaker: ['annat', 'vardkontakt'] }),
      kontakt('2026-05-01', { utfall: 'uppdrag', uppdragsstart: '2026-12-31', arende: '2026-0001' }),
      kontakt('2026-05-01', { utfall: 'annu_inte_avgjort', initiativtagare: null, kontaktvag: '' }), kontakt('2027-01-01'),
    )
    expect(figurer.kontakter).toEqual({
      antal: 4,
      perInitiativtagare: [{ varde: 'Personen själv', kod: 'personen_sjalv', antal: 2 }, { varde: 'Anhörig/närstående', kod: 'anhorig', antal: 1 }, { varde: 'Uppgift saknas', kod: 'uppgift_saknas', antal: 1 }],
      perKontaktvag: [{ varde: 'Telefon', kod: 'telefon', antal: 2 }, { varde: 'SMS', kod: 'sms', antal: 1 }, { varde: 'Uppgift saknas', kod: 'uppgift_saknas', antal: 1 }],
      perUtfall: [{ varde: 'Uppdrag', kod: 'uppdrag', antal: 2 }, { varde: 'Rådgivning', kod: 'radgivning', antal: 1 }, { varde: 'Ännu inte avgjort', kod: 'annu_inte_avgjort', antal: 1 }],
      uppdragStartarSenare: 1,
    })
    expect(figurer.kontakterPerOrsak.map((o) => [o.varde, o.antal])).toEqual([['Annat', 2], ['Vårdkontakt', 1]])
    expect(bakom['kontakter.antal']).toEqual(['2026-0001', '2027-0001'])
    expect(bakom['kontakter.uppdragStartarSenare']).toEqual(['2027-0001'])
    expect(figurer.kontroller).toEqual([{ kod: 'kontakt_ej_avgjord', antal: 1, arenden: [] }])
  })

  test.each([
    ['placed on 31 December', { kodatum: '2026-12-31' }, 1],
    ['placed on 1 January after', { kodatum: '2027-01-01' }, 0],
    ['placed years ago and still there', { kodatum: '2024-03-01' }, 1],
    ['left on 31 December', { kodatum: '2026-10-01', kolamnad: '2026-12-31' }, 0],
    ['left on 1 January after', { kodatum: '2026-10-01', kolamnad: '2027-01-01' }, 1],
    ['started on 31 December', { kodatum: '2026-10-01', uppdragsstart: '2026-12-31' }, 0],
    ['started on 1 January after', { kodatum: '2026-10-01', uppdragsstart: '2027-01-01' }, 1],
    ['never placed', {}, 0],
  ])('in the queue: %s', (_, egna, vantat) => {
    expect(medKontakter(kontakt('2024-01-01', { utfall: 'i_ko', ...egna })).figurer.ko).toBe(vantat)
  })

  test('contacts and queue by kommun are those of that kommun', () => {
    const lista = [kontakt('2026-02-01', { kodatum: '2026-02-01', utfall: 'i_ko' }), kontakt('2026-02-01', { kommun: ORSA })]
    const { figurer } = raknaRedovisning(rader({ kontakter: lista }), 2026, val({ urval: [ORSA] }))
    expect([figurer.kontakter.antal, figurer.ko]).toEqual([1, 0])
  })
})

describe('times', () => {
  test('väntetid: from contact to start of uppdrag started in the year; without contact left out and told', () => {
    const { figurer } = medUppdrag([
      uppdrag('2026-0001', '2026-01-01', null, { kontaktdatum: '2025-12-31' }), uppdrag('2026-0002', '2026-12-31', null, { kontaktdatum: '2026-12-31' }),
      uppdrag('2026-0003', '2026-03-01', null, { kontaktdatum: '2026-02-01' }), uppdrag('2026-0004', '2026-03-11', null, { kontaktdatum: '2026-03-01' }),
      uppdrag('2026-0005', '2026-03-01'), uppdrag('2025-0006', '2025-12-31', null, { kontaktdatum: '2025-01-01' }),
    ])
    expect(figurer.vantetidMedianDagar).toBe((1 + 10) / 2)
    expect([figurer.vantetidAntal, figurer.vantetidUtanKontakt]).toEqual([4, 1])
  })

  test('uppdragslängd counts both ends, for uppdrag that ended in the year', () => {
    const { figurer } = medUppdrag([
      uppdrag('2026-0001', '2026-05-05', '2026-05-05'), uppdrag('2026-0002', '2025-12-31', '2026-01-01'), uppdrag('2026-0003', '2026-01-01', '2026-12-31'),
      uppdrag('2025-0004', '2025-01-01', '2025-12-31'), uppdrag('2026-0005', '2026-01-01', '2027-01-01'),
    ])
    expect(figurer.uppdragslangdMedianDagar).toBe(2)
    expect(figurer.kontroller).toEqual([{ kod: 'uppdrag_under_8_dagar', antal: 2, arenden: ['2026-0001', '2026-0002'] }])
  })

  test('seven days are short, eight are not', () => {
    const { figurer } = medUppdrag([uppdrag('2026-0001', '2026-05-01', '2026-05-07'), uppdrag('2026-0002', '2026-05-01', '2026-05-08')])
    expect(figurer.kontroller.map((k) => k.arenden)).toEqual([['2026-0001']])
  })

  test('avslutsorsaker sum to ended uppdrag, not clients; none given is "Uppgift saknas"', () => {
    const { figurer } = medUppdrag([
      uppdrag('2026-0001', '2026-01-01', '2026-02-01', { avslutsorsak: 'flyttat' }), uppdrag('2026-0001', '2026-03-01', '2026-04-01', { avslutsorsak: 'slutfort' }),
      uppdrag('2026-0002', '2026-01-01', '2026-12-31', { avslutsorsak: null }), uppdrag('2026-0003', '2026-01-01', '2027-01-01'),
    ])
    expect(figurer.avslutsorsaker.map((a) => [a.varde, a.antal])).toEqual([['Uppdraget slutfört', 1], ['Flyttat', 1], ['Uppgift saknas', 1]])
  })

  test.each([
    ['passed, still open', '2026-11-21', null, '2026-11-22', true],
    ['its last planned day is today', '2026-11-22', null, '2026-11-22', false],
    ['passed, but ended', '2026-11-21', '2026-11-21', '2026-11-22', false],
    ['passes after the year: judged on 31 December', '2026-12-31', null, '2027-03-01', false],
    ['passed on 31 December', '2026-12-30', null, '2027-03-01', true],
    ['without a plan', null, null, '2026-11-22', false],
  ] as const)('past the planned end: %s', (_, planeratSlut, slut, idag, vantat) => {
    const { figurer } = medUppdrag([uppdrag('2026-0001', '2026-01-01', slut, { planeratSlut })], { idag })
    expect(figurer.kontroller.some((k) => k.kod === 'uppdrag_over_planerat_slut')).toBe(vantat)
  })
})

test('clients per årsanställning uses the unrounded number, one decimal, null at 0', () => {
  const stod = Array.from({ length: 10 }, (_, i) => uppdrag(`2026-000${i}`, '2026-02-01'))
  const svar = (fran: string, till: string | null) => raknaRedovisning(rader({ uppdrag: stod, anstallningar: [anstallning(fran, till, 75)] }), 2026, val()).figurer
  expect(svar('2020-01-01', null).klienterPerArsanstallning).toBe(13.3)
  expect(svar('2026-12-31', null)).toMatchObject({ klienterPerArsanstallning: 4866.7, arsanstallningar: { antal: 0 } })
  expect(svar('2027-01-01', null).klienterPerArsanstallning).toBeNull()
})

test('every figure that can be opened says how it is counted', () => {
  const { bakom, figurer } = raknaRedovisning(
    rader({
      uppdrag: [
        uppdrag('2026-0001', '2026-01-01', '2026-01-03', { kommunbyten: [{ datum: '2026-01-02', kommun: ORSA }], fodelsear: null, orsaker: [] }),
        uppdrag('2026-0002', '2026-01-01', null, { fodelsear: 2015, livsomraden: ['boende'], planeratSlut: '2026-02-01' }),
        uppdrag('2026-0003', '2026-01-01', null, { kommun: '2031' }),
      ],
      kontakter: [kontakt('2026-01-01', { utfall: 'annu_inte_avgjort', orsaker: ['annat'] })],
      anstallningar: [anstallning('2026-01-01', null, 100), anstallning('2026-05-01', null, 10, { id: 'liten' })],
      franvaro: [{ anstallning: 'liten', fran: '2026-04-01', till: '2026-05-31', procent: 10 }],
    }),
    2026,
    val({ beviljat: new Map([['2062', 2]]), aldersgrupper: [{ etikett: '18–24', fran: 18, till: 24 }] }),
  )
  expect(figurer.kontroller.map((k) => k.kod)).toEqual([
    'fodelsear_saknas', 'fodelsear_under_18', 'alder_utanfor_grupper', 'orsak_saknas', 'kontakt_ej_avgjord', 'uppdrag_over_planerat_slut', 'uppdrag_under_8_dagar',
    'ombud_over_100_procent', 'franvaro_utanfor_anstallning', 'introduktion_saknas', 'arsanstallningar_mot_beviljat', 'kommun_utanfor_enheten', 'flera_kommuner',
  ])
  for (const figur of Object.keys(bakom)) {
    expect(forklaring(figur), figur).toMatch(/^[A-ZÅÄÖ].*\.$/)
    expect(figur).toMatch(/^[\w.–+-]{1,120}$/)
  }
  expect(forklaring('klienter.nya')).toBe('Personer som fick stöd under året men inte hade något uppdrag när året började. Förordning 2013:522, 10 § 2.')
  expect(forklaring('perKommun.2062.nya')).toContain('räknat på uppdrag i kommunen')
  expect(forklaring('perKommun.2062.arsanstallningar')).toBe(forklaring('arsanstallningar.antal'))
  for (const figur of ['bemanning.utbildning.antal', 'bemanning.handledning.tillfallen', 'bemanning.utanIntroduktion', 'bemanning.vakans', 'bemanning.beviljat', 'bemanning.ombud']) expect(forklaring(figur), figur).toMatch(/\.$/)
  for (const okand of ['', 'klienter', 'klienter.', 'perKommun.2062.hej', 'hej.stod', 'toString']) expect(forklaring(okand), okand).toBeUndefined()
})

test('numbers of five digits come after those of four', () => {
  const { bakom } = medUppdrag([uppdrag('2026-10000', '2026-01-01'), uppdrag('2026-9999', '2026-01-01'), uppdrag('2025-20000', '2026-01-01')])
  expect(bakom['klienter.stod']).toEqual(['2025-20000', '2026-9999', '2026-10000'])
})
