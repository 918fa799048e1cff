import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { arDatum, dagarMellan, plusDagar } from '../kalender.ts'
import { STANDARD_ALDERSGRUPPER, standardKodlistor, STANDARDLISTOR, type Lista } from '../kodlistor.ts'
import { kommunMedKod } from '../kommuner.ts'
import { raknaRedovisning } from '../redovisning/rakna.ts'
import { malrader } from '../uppdrag.ts'
import { exempelrader, EXEMPELLOSENORD, skapaExempel, type Exempel, type ExempelVal } from './index.ts'

const idag = '2026-11-22'
const skapa = (egna: Partial<ExempelVal> = {}) => skapaExempel({ storlek: 'liten', fro: 1, idag, ...egna })
const avtryck = (e: Exempel) => createHash('sha256').update(JSON.stringify([e.office, e.kommuner, e.franvaro, e.anstallningar, [...e.arenden()], [...e.kontakter()]])).digest('hex')
const liten = skapa()
const arenden = [...liten.arenden()]
const uppdrag = arenden.flatMap((a) => a.uppdrag)
const kontakter = [...liten.kontakter(), ...uppdrag.flatMap((u) => u.kontakt ?? [])]
const figurer = (e: Exempel, ar: number) =>
  raknaRedovisning(exempelrader(e), ar, { kommuner: e.office.kommuner, urval: null, kodlistor: standardKodlistor(), aldersgrupper: STANDARD_ALDERSGRUPPER, idag }).figurer

describe('the same seed and day', () => {
  test('give the same office, to the last letter, as often as it is asked', () => {
    expect(avtryck(skapa())).toBe(avtryck(liten))
    expect(avtryck(liten)).toBe(avtryck(liten))
  })

  test('another seed or day gives another', () => {
    const alla = [liten, skapa({ fro: 0 }), skapa({ fro: 2 }), skapa({ fro: 12 }), skapa({ fro: 2 ** 31 }), skapa({ idag: '2026-11-23' })]
    expect(new Set(alla.map(avtryck)).size).toBe(alla.length)
  })
})

describe('the rows obey the rules of the office', () => {
  const lista = (namn: Lista, kod: string | null) => expect(STANDARDLISTOR[namn].map((p) => p.kod)).toContain(kod)
  const enhetens = new Set(liten.office.kommuner)

  test('days exist and come in order', () => {
    for (const u of uppdrag) {
      for (const d of [u.start, u.planeratSlut, u.slut ?? idag, ...u.kommunbyten.map((b) => b.datum)]) expect(arDatum(d)).toBe(true)
      expect(u.start <= idag && u.start <= u.planeratSlut && (u.slut === null || (u.start <= u.slut && u.slut <= idag))).toBe(true)
      expect((u.slut === null) === (u.avslutsorsak === null)).toBe(true)
      for (const b of u.kommunbyten) expect(b.datum > u.start && b.datum <= (u.slut ?? idag)).toBe(true)
      let plan = u.forlangningar[0]?.tidigareSlut
      for (const f of u.forlangningar) {
        expect([f.tidigareSlut, f.datum >= u.start && f.datum <= idag && f.nyttSlut > f.tidigareSlut]).toEqual([plan, true])
        plan = f.nyttSlut
      }
      if (plan !== undefined) expect(u.planeratSlut).toBe(plan)
    }
    for (const k of kontakter) {
      expect(k.datum <= idag && (k.kodatum ?? k.datum) >= k.datum).toBe(true)
      if (k.kolamnad !== null) expect(k.kodatum !== null && k.kolamnad >= k.kodatum && k.uppdragsstart === null).toBe(true)
      if (k.uppdragsstart !== null) expect(k.uppdragsstart >= (k.kodatum ?? k.datum)).toBe(true)
      expect([k.utfall === 'uppdrag', k.utfall === 'i_ko']).toEqual([k.uppdrag !== null, k.kodatum !== null && k.kolamnad === null && k.uppdrag === null])
    }
  })

  test('one client has one open uppdrag at a time, and they do not overlap', () => {
    for (const a of arenden) {
      a.uppdrag.slice(1).forEach((u, i) => expect((a.uppdrag[i]?.slut ?? '9999') < u.start).toBe(true))
    }
  })

  test('numbers and ids stand once, codes and kommuner are known', () => {
    expect(new Set(arenden.map((a) => a.nummer)).size).toBe(arenden.length)
    expect(arenden.map((a) => a.nummer)).toEqual(arenden.map((a) => a.nummer).toSorted())
    const idn = [...arenden, ...uppdrag, ...kontakter, ...liten.anstallningar, ...liten.franvaro, ...liten.kommuner, ...uppdrag.flatMap((u) => [...u.forlangningar, ...u.kommunbyten])].map((r) => r.id)
    expect(new Set(idn).size).toBe(idn.length)
    for (const id of idn.slice(0, 500)) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    for (const a of arenden) lista('kon', a.kon)
    for (const u of uppdrag) {
      for (const o of u.orsaker) lista('orsak', o)
      for (const l of u.livsomraden) lista('livsomrade', l)
      if (u.avslutsorsak !== null) lista('avslutsorsak', u.avslutsorsak)
      for (const k of [u.kommun, ...u.kommunbyten.map((b) => b.kommun)]) expect(enhetens.has(k)).toBe(true)
    }
    for (const k of kontakter) {
      lista('kontaktvag', k.kontaktvag)
      lista('initiativtagare', k.initiativtagare)
      lista('utfall', k.utfall)
      expect(enhetens.has(k.kommun)).toBe(true)
    }
    for (const a of liten.anstallningar) lista('driftsform', a.driftsform)
    for (const k of enhetens) expect(kommunMedKod(k)).toBeDefined()
  })

  test('every case is held by somebody who works here now, without a gap from its first day', () => {
    const kvar = new Set(liten.anvandare.filter((a) => a.slutat === null && a.roller.includes('ombud')).map((a) => a.anvandarnamn))
    for (const a of arenden) {
      expect(kvar.has(a.ombud)).toBe(true)
      expect(a.innehav.at(-1)).toMatchObject({ ombud: a.ombud, till: null })
      expect(a.innehav[0]?.fran).toBe(a.uppdrag[0]?.start)
      a.innehav.slice(1).forEach((i, nr) => expect(a.innehav[nr]?.till).toBe(plusDagar(i.fran, -1)))
    }
    expect(arenden.some((a) => a.innehav.some((i) => i.ombud === 'gunilla'))).toBe(true)
  })

  test('a kommun that came later has nothing before it came', () => {
    const vansbro = liten.kommuner.find((k) => k.kommun === '2021')
    expect(vansbro?.fran).toBe('2024-01-01')
    for (const k of [...kontakter, ...uppdrag.map((u) => ({ kommun: u.kommun, datum: u.start }))]) if (k.kommun === '2021') expect(k.datum >= '2024-01-01').toBe(true)
  })

  test('the password is no weak one and no name', () => {
    expect(EXEMPELLOSENORD.length).toBeGreaterThanOrEqual(12)
    expect(new Set(liten.office.anvandare.map((a) => a.anvandarnamn)).size).toBe(liten.office.anvandare.length)
  })
})

describe('words about clients', () => {
  test('stand in the cases of the last two years only, and telephone numbers lead to nobody', () => {
    for (const a of arenden) {
      const aktuellt = a.uppdrag.some((u) => u.slut === null || u.slut >= '2024-11-22')
      expect(a.namn !== null).toBe(aktuellt)
      for (const u of a.uppdrag) expect(u.mal !== null).toBe(aktuellt)
      if (a.telefon !== null) {
        expect(a.telefon).toMatch(/^070-174 0\d \d\d$/)
        const slutsiffror = Number(a.telefon.replaceAll(/\D/g, '').slice(-3))
        expect(slutsiffror >= 605 && slutsiffror <= 699, a.telefon).toBe(true)
      }
    }
    for (const k of kontakter) expect(k.namn !== null).toBe(k.utfall === 'i_ko')
  })

  test('the number of years is a choice', () => {
    const antal = (namnAr: number) => [...skapa({ namnAr }).arenden()].filter((a) => a.namn !== null).length
    expect(antal(1)).toBeLessThan(antal(2))
    expect(antal(20)).toBe(arenden.length)
  })
})

describe('the work between start and end', () => {
  const oppna = arenden.flatMap((a) => a.uppdrag.filter((u) => u.slut === null).map((u) => ({ a, u, f: u.flode! })))
  const avslutade = arenden.flatMap((a) => a.uppdrag).filter((u) => u.slut !== null)
  const kod = (namn: Lista, ...koder: (string | null)[]) => {
    for (const k of koder) if (k !== null) expect([...STANDARDLISTOR[namn].map((p) => p.kod), 'uppgift_saknas']).toContain(k)
  }

  test('rows are there while an uppdrag is open and its case carries words, and only then', () => {
    for (const a of arenden) {
      for (const u of a.uppdrag) expect(u.flode !== null).toBe(a.namn !== null)
      if (a.uppdrag.at(-1)?.slut !== null) expect(a.samtycken).toEqual([])
    }
    for (const u of avslutade) if (u.flode) expect([u.flode.uppfoljningar, u.flode.ataganden, u.flode.anteckningar]).toEqual([[], [], []])
  })

  test('an ended uppdrag says where the client was guided and how far each goal was reached', () => {
    const lotsade = avslutade.filter((u) => u.avslutsorsak === 'lotsad' && u.flode !== null)
    expect(lotsade.length).toBeGreaterThan(5)
    for (const u of lotsade) expect(u.flode?.lotsadTill).not.toBeNull()
    for (const { flode, mal, avslutsorsak } of avslutade) {
      if (flode === null) continue
      kod('aktor', flode.lotsadTill)
      expect(flode.malutfall.map((m) => m.id)).toEqual(avslutsorsak === 'avliden' ? [] : malrader(mal).map((m) => m.id))
      expect(flode.anteckningarna).not.toBeNull()
    }
    for (const { f } of oppna) expect([f.lotsadTill, f.malutfall, f.anteckningarna]).toEqual([null, [], null])
    expect(new Set(uppdrag.flatMap((u) => (u.mal === null ? [] : malrader(u.mal).length)))).toEqual(new Set([1, 2]))
  })

  test.each([1, 2, 3, 4, 5])('seed %i: days come in order, codes are known, ids stand once', (fro) => {
    const idn: string[] = []
    for (const a of skapa({ fro }).arenden()) for (const u of a.uppdrag) {
      const f = u.flode
      if (f === null || u.slut !== null) continue
      kod('prioritet', f.prioritet)
      kod('aktor', ...f.aktorer, ...f.ataganden.map((x) => x.aktor), ...a.samtycken.map((x) => x.aktor))
      idn.push(...[...f.uppfoljningar, ...f.ataganden, ...f.anteckningar, ...a.samtycken].map((x) => x.id))
      const planerade = f.uppfoljningar.map((x) => x.planerad)
      expect(planerade).toEqual(planerade.toSorted())
      expect(f.uppfoljningar.map((x) => x.gjord === null)).toEqual(planerade.map((_, i) => i === planerade.length - 1))
      for (const x of f.uppfoljningar) {
        expect(x.planerad > u.start && (x.gjord === null || (x.gjord >= x.planerad && x.gjord <= idag))).toBe(true)
        expect(x.resultat === null).toBe(x.gjord === null)
        expect(x.resultat).not.toBe('avslutas')
      }
      expect(new Set(f.ataganden.map((x) => x.vad)).size).toBe(f.ataganden.length)
      expect(f.ataganden.filter((x) => x.status === 'oppet').length).toBeLessThanOrEqual(3)
      for (const x of f.ataganden) {
        expect((x.status === 'oppet') === (x.statusDatum === null)).toBe(true)
        if (x.statusDatum !== null) expect(x.statusDatum >= u.start && x.statusDatum <= idag).toBe(true)
        expect(x.vem === 'aktoren' ? x.aktor : '').not.toBeNull()
      }
      for (const x of a.samtycken) {
        expect(x.fran >= u.start && x.fran <= idag && (x.till ?? idag) >= x.fran && (x.aterkallat ?? idag) >= x.fran && (x.aterkallat ?? idag) <= idag, JSON.stringify(x)).toBe(true)
        expect(x.omfattning).not.toBe('')
      }
      for (const x of f.anteckningar) expect(x.tid.slice(0, 10) >= u.start && x.tid < idag).toBe(true)
    }
    expect(new Set(idn).size).toBe(idn.length)
  })

  test('follow-ups come about every third month', () => {
    const gjorda = oppna.flatMap(({ u, f }) => f.uppfoljningar.filter((x) => x.gjord !== null).map((x, i) => dagarMellan(u.start, x.planerad) / (i + 1)))
    expect(gjorda.length).toBeGreaterThan(50)
    for (const steg of gjorda) expect(steg >= 80 && steg <= 102).toBe(true)
  })

  test.each([1, 2, 3, 4, 5])('seed %i: every ombud has a week worth looking at', (fro) => {
    const grans = plusDagar(idag, 30)
    const per = Map.groupBy(skapa({ fro }).arenden(), (a) => a.ombud)
    for (const egna of per.values()) {
      const pagar = egna.flatMap((a) => a.uppdrag.filter((u) => u.slut === null).map((u) => ({ a, u })))
      const dagar = pagar.flatMap(({ a, u }) => [
        ...(u.flode?.uppfoljningar ?? []).filter((x) => x.gjord === null).map((x) => x.planerad), u.planeratSlut,
        ...(u.flode?.ataganden ?? []).filter((x) => x.status === 'oppet').flatMap((x) => x.senast ?? []),
        ...a.samtycken.filter((x) => x.aterkallat === null).flatMap((x) => x.till ?? []),
      ])
      const utan = pagar.filter(({ a }) => !a.samtycken.some((x) => x.aterkallat === null && (x.till ?? idag) >= idag)).length
      const nu = dagar.filter((d) => d <= idag).length + utan
      const snart = dagar.filter((d) => d > idag && d <= grans).length
      expect(nu >= 2 && nu <= 9 && snart >= 4 && snart <= 13, `${nu} ${snart}`).toBe(true)
      expect(utan).toBeLessThanOrEqual(2)
    }
  })

  test('a kvalificerad hänvisning says where to, and some in the queue have a day to be called', () => {
    for (const k of kontakter) {
      kod('aktor', k.hanvisadTill)
      expect(k.hanvisadTill !== null).toBe(k.utfall === 'kvalificerad_hanvisning')
      if (k.hanvisningUppfoljd !== null) expect(k.hanvisadTill !== null && k.hanvisningUppfoljd > k.datum && k.hanvisningUppfoljd <= idag).toBe(true)
      if (k.koPaminnelse !== null) expect(k.utfall === 'i_ko' && k.koPaminnelse > idag).toBe(true)
    }
    expect(kontakter.some((k) => k.koPaminnelse !== null) && kontakter.some((k) => k.hanvisningUppfoljd !== null)).toBe(true)
  })
})

describe('there is life in it', () => {
  test('a small office has about a hundred clients at a time, in every kommun, year after year', () => {
    for (const ar of [2022, 2023, 2024, 2025, 2026]) {
      const f = figurer(liten, ar)
      expect(f.klienter.utgaende).toBeGreaterThan(60)
      expect(f.klienter.utgaende).toBeLessThan(140)
      expect(f.kontakter.antal).toBeGreaterThan(f.uppdrag.paborjade)
    }
    const f = figurer(liten, 2026)
    for (const k of f.perKommun) expect(k.stod).toBeGreaterThan(3)
    expect(f.kontroller.map((k) => k.kod)).toEqual(expect.arrayContaining(['fodelsear_saknas', 'orsak_saknas', 'uppdrag_over_planerat_slut']))
    expect(f.kontroller.some((k) => k.kod === 'ombud_over_100_procent' || k.kod === 'kommun_utanfor_enheten')).toBe(false)
    expect(f.ko).toBeGreaterThan(0)
    expect(f.aterkommande).toBeGreaterThan(0)
    expect(f.kontakter.perUtfall.find((u) => u.kod === 'kvalificerad_hanvisning')?.antal).toBeGreaterThan(5)
    expect(figurer(liten, 2025).arsanstallningar).toMatchObject({ vikarier: 0.6, franvaro: 0.6 })
  })

  test.each([1, 2, 3, 4, 5])('seed %i: some uppdrag are past their time, some end within 30 days, lengths run from weeks to two years', (fro) => {
    const alla = [...skapa({ fro }).arenden()].flatMap((a) => a.uppdrag)
    const oppna = alla.filter((u) => u.slut === null)
    expect(oppna.filter((u) => u.planeratSlut < idag).length).toBeGreaterThan(0)
    expect(oppna.filter((u) => u.planeratSlut >= idag && u.planeratSlut <= plusDagar(idag, 30)).length).toBeGreaterThan(0)
    expect(alla.some((u) => u.kommunbyten.length > 0)).toBe(true)
    expect(alla.some((u) => u.forlangningar.length > 1)).toBe(true)
  })

  test('Skaraborg: ten kommuner, twelve ombud, about 400 clients a year', () => {
    const e = skapa({ storlek: 'skaraborg' })
    expect(e.kommuner).toHaveLength(10)
    expect(e.anvandare.filter((a) => a.roller.includes('ombud'))).toHaveLength(12)
    const { stod } = figurer(e, 2025).klienter
    expect(stod).toBeGreaterThan(320)
    expect(stod).toBeLessThan(480)
  })

  test('all of Sweden: 246 kommuner, 340 ombud, ten years, over 100 000 uppdrag', () => {
    const e = skapa({ storlek: 'sverige' })
    expect(e.kommuner).toHaveLength(246)
    expect(new Set(e.kommuner.map((k) => k.kommun)).size).toBe(246)
    expect(e.anvandare.filter((a) => a.roller.includes('ombud'))).toHaveLength(340)
    expect(e.antal.uppdrag).toBeGreaterThan(100_000)
    expect(e.kommuner[0]?.fran).toBe('2016-01-01')
    // One by one: whoever reads a hundred has not waited for a hundred thousand.
    const alla = e.arenden()
    for (let i = 0; i < 100; i++) expect(alla.next().value?.uppdrag.length).toBeGreaterThan(0)
  })
})

describe('staffing and grants', () => {
  test('every year has grants for the kommuner it had, and past years what was used of them', () => {
    expect(liten.bidrag.map((b) => b.ar)).toEqual([2022, 2023, 2024, 2025, 2026])
    for (const { ar, kommuner, beslut, kostnader } of liten.bidrag) {
      expect(kommuner).toHaveLength(ar < 2024 ? 6 : 7)
      for (const k of kommuner) expect([k.beviljat !== null && k.utbetalt !== null && k.utbetalt <= k.beviljat, k.anvant === null]).toEqual([true, ar === 2026])
      expect([beslut.length, kostnader.length > 0]).toEqual([1, ar < 2026])
    }
    expect(skapa().bidrag).toEqual(liten.bidrag)
  })

  test('there is education and handledning to count, by people of the office and on days that have come', () => {
    const namn = new Set(liten.anvandare.map((a) => a.anvandarnamn))
    const { utbildningar, handledningar } = liten.utbildning
    for (const rad of [...utbildningar, ...handledningar]) {
      expect(rad.fran <= rad.till && rad.till <= idag && rad.deltagare.length > 0 && rad.deltagare.every((p) => namn.has(p))).toBe(true)
    }
    const { bemanning } = figurer(liten, 2025)
    expect(bemanning.utbildning.antal).toBeGreaterThanOrEqual(3)
    expect(bemanning.handledning.tillfallen).toBeGreaterThanOrEqual(8)
    expect(skapa().utbildning).toEqual(liten.utbildning)
  })
})
