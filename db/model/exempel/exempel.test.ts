import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { arDatum, plusDagar } from '../kalender.ts'
import { STANDARD_ALDERSGRUPPER, standardKodlistor, STANDARDLISTOR, type Lista } from '../kodlistor.ts'
import { kommunMedKod } from '../kommuner.ts'
import { raknaRedovisning } from '../redovisning/rakna.ts'
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
