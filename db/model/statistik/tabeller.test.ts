import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kontakt, MORA, ORSA, rader, register, uppdrag, val } from '../redovisning/provregister.ts'
import { raknaRedovisning } from '../redovisning/index.ts'
import type { RedovisningsRader } from '../redovisning/rader.ts'
import { type Statistik, statistiktabeller, type TabellId } from './index.ts'

const AR = [2022, 2023, 2024, 2025, 2026]
const rakna = (reg: RedovisningsRader, ar: readonly number[] = AR, urval: readonly string[] | null = null) => ar.map((y) => ({ ar: y, figurer: raknaRedovisning(reg, y, val({ urval })).figurer }))
const cell = (s: Statistik, tabell: TabellId, kod: string, ar: number) => s.tabeller.find((t) => t.id === tabell)?.rader.find((rad) => rad.kod === kod)?.celler[s.ar.indexOf(ar)]
const text = (s: Statistik, tabell: TabellId, kod: string) => s.tabeller.find((t) => t.id === tabell)?.rader.find((rad) => rad.kod === kod)?.celler.map((c) => c.text)

/** So many clients from one day to another. */
const klienter = (ar: number, antal: number, start: string, slut: string | null, egna: Parameters<typeof uppdrag>[3] = {}) =>
  Array.from({ length: antal }, (_, i) => uppdrag(`${ar}-${start.slice(5, 7)}${String(i).padStart(2, '0')}`, start, slut, egna))

describe('by hand', () => {
  const reg = rader({
    uppdrag: [
      ...klienter(2023, 20, '2023-03-01', '2024-06-30'),
      ...klienter(2024, 3, '2024-02-01', null, { kon: 'man', orsaker: ['ekonomi_skulder', 'vardkontakt'] }),
      ...klienter(2024, 9, '2024-03-01', null, { orsaker: ['bostad'] }),
    ],
    kontakter: Array.from({ length: 7 }, (_, i) => kontakt(`2024-01-1${i}`, { utfall: i < 2 ? 'tackade_nej' : 'radgivning' })),
  })

  test('the years stand beside each other as each year was counted', () => {
    const s = statistiktabeller(rakna(reg, [2023, 2024, 2025]), { maskera: false })
    expect(s.ar).toEqual([2023, 2024, 2025])
    expect(text(s, 'klienter', 'stod')).toEqual(['20', '32', '12'])
    expect(text(s, 'klienter', 'avslutade')).toEqual(['0', '20', '0'])
    expect(text(s, 'uppdrag', 'utgaende')).toEqual(['20', '12', '12'])
    expect(text(s, 'kon', 'man')).toEqual(['0', '3', '3'])
    expect(text(s, 'orsaker', 'ekonomi_skulder')).toEqual(['0', '3', '3'])
    expect(text(s, 'kontakter', 'radgivning')).toEqual(['0', '5', '0'])
    expect(cell(s, 'tider', 'langd', 2024)).toEqual({ varde: 488, text: '488', mask: null })
    expect(cell(s, 'tider', 'langd', 2025)?.varde).toBeNull()
  })

  test('a list begins with what is commonest over the years and leaves out what nobody has', () => {
    const s = statistiktabeller(rakna(reg, [2023, 2024, 2025]), { maskera: false })
    expect(s.tabeller.find((t) => t.id === 'orsaker')?.rader.map((rad) => rad.kod)).toEqual(['vardkontakt', 'bostad', 'ekonomi_skulder'])
  })

  test('masked: small numbers, what they could be had from in the same year, and from the year beside', () => {
    const s = statistiktabeller(rakna(reg, [2023, 2024, 2025]), { maskera: true })
    expect(text(s, 'kon', 'man')).toEqual(['0', '1–4', '1–4'])
    expect(text(s, 'kon', 'kvinna')).toEqual(['20', 'dolt', 'dolt'])
    expect(text(s, 'klienter', 'stod')).toEqual(['20', '32', '12'])
    expect(text(s, 'kontakter', 'tackade_nej')).toEqual(['0', '1–4', '0'])
    expect(text(s, 'kontakter', 'radgivning')).toEqual(['0', 'dolt', '0'])
  })

  test('masked: the end of a year is hidden together with the beginning of the next, and with the uppdrag of that day', () => {
    const s = statistiktabeller(rakna(rader({ uppdrag: [...klienter(2023, 30, '2023-02-01', '2023-11-30'), ...klienter(2023, 2, '2023-03-01', '2024-05-01'), ...klienter(2024, 30, '2024-02-01', '2024-11-30')] }), [2023, 2024]), { maskera: true })
    for (const tabell of ['klienter', 'uppdrag'] as const) {
      expect(cell(s, tabell, 'utgaende', 2023)?.text).toBe('1–4')
      expect(cell(s, tabell, 'ingaende', 2024)?.text).toBe('1–4')
    }
    expect(cell(s, 'klienter', 'avslutade', 2023)?.text).toBe('dolt')
    expect(cell(s, 'klienter', 'nya', 2024)?.text).toBe('dolt')
    expect(cell(s, 'klienter', 'stod', 2023)?.text).toBe('32')
  })

  test('masked: a median of fewer than five is hidden, and the load when it would give the persons away', () => {
    const nagra = rader({ uppdrag: klienter(2024, 3, '2024-02-01', '2024-03-01', { kontaktdatum: '2024-01-20' }), anstallningar: [{ id: 'a', person: 'anna', kommun: MORA, fran: '2024-01-01', till: null, procent: 100, vikarie: false }] })
    const s = statistiktabeller(rakna(nagra, [2024]), { maskera: true })
    for (const kod of ['vantetid', 'langd']) expect(cell(s, 'tider', kod, 2024)).toMatchObject({ varde: null, text: 'dolt' })
    expect(cell(s, 'tjanster', 'perArsanstallning', 2024)).toMatchObject({ varde: null, text: 'dolt' })
    expect(cell(s, 'tjanster', 'arsanstallningar', 2024)?.varde).toBe(1)
  })

  test('a year that cannot be counted for the chosen kommuner holds no numbers', () => {
    const s = statistiktabeller([{ ar: 2023, figurer: null }, ...rakna(reg, [2024])], { maskera: true })
    expect(cell(s, 'klienter', 'stod', 2023)).toEqual({ varde: null, text: '', mask: null })
    expect(cell(s, 'orsaker', 'vardkontakt', 2023)).toEqual({ varde: null, text: '', mask: null })
  })
})

/** Small numbers that follow from the shown ones by adding and subtracting whole sums: independent of how they were hidden. */
function foljer(s: Statistik, sant: Statistik): string[] {
  const okanda = new Map<string, number>()
  const sma = new Set<number>()
  const ekvationer: { delar: Map<number, number>; hoger: number }[] = []
  const las = (tabell: TabellId, kod: string, ar: number) => ({ id: `${tabell} ${kod} ${ar}`, visad: cell(s, tabell, kod, ar), sann: cell(sant, tabell, kod, ar) })
  const ekvation = (termer: readonly (readonly [number, ReturnType<typeof las>])[]) => {
    if (termer.some(([, t]) => t.visad === undefined || t.sann?.varde == null) || termer.reduce((summa, [tecken, t]) => summa + tecken * (t.sann?.varde ?? 0), 0) !== 0) return
    const delar = new Map<number, number>()
    let hoger = 0
    for (const [tecken, t] of termer) {
      if (t.visad?.mask == null) hoger -= tecken * (t.visad?.varde ?? 0)
      else {
        const nr = okanda.get(t.id) ?? okanda.size
        okanda.set(t.id, nr)
        if (t.visad.mask === 'liten') sma.add(nr)
        delar.set(nr, (delar.get(nr) ?? 0) + tecken)
      }
    }
    ekvationer.push({ delar, hoger })
  }
  for (const ar of s.ar) {
    const k = (kod: string, y = ar) => las('klienter', kod, y)
    const u = (kod: string, y = ar) => las('uppdrag', kod, y)
    ekvation([[1, k('ingaende')], [1, k('nya')], [-1, k('stod')]])
    ekvation([[1, k('avslutade')], [1, k('utgaende')], [-1, k('stod')]])
    ekvation([[1, k('forsta')], [1, k('aterkommande')], [-1, k('nya')]])
    ekvation([[1, u('ingaende')], [1, u('paborjade')], [-1, u('avslutade')], [-1, u('utgaende')]])
    ekvation([[1, u('ingaende')], [-1, k('ingaende')]])
    ekvation([[1, u('utgaende')], [-1, k('utgaende')]])
    ekvation([[1, las('avslutsorsaker', 'avslutade', ar)], [-1, u('avslutade')]])
    if (ar < (s.ar.at(-1) ?? 0)) {
      ekvation([[1, k('utgaende')], [-1, k('ingaende', ar + 1)]])
      ekvation([[1, u('utgaende')], [-1, u('ingaende', ar + 1)]])
    }
    for (const [tabell, summa] of [['kon', k('stod')], ['alder', k('stod')], ['avslutsorsaker', u('avslutade')], ['kontakter', las('kontakter', 'kontakter', ar)]] as const) {
      const koder = s.tabeller.find((t) => t.id === tabell)?.rader.map((rad) => rad.kod).filter((kod) => kod !== 'kontakter' && kod !== 'avslutade') ?? []
      ekvation([...koder.map((kod) => [1, las(tabell, kod, ar)] as const), [-1, summa]])
    }
  }
  return losta(ekvationer.map(({ delar }) => Array.from({ length: okanda.size }, (_, i) => delar.get(i) ?? 0))).filter((nr) => sma.has(nr)).map((nr) => [...okanda.keys()][nr] ?? '')
}

/** Which unknowns of a system have but one solution: row reduction, and then rows with a single unknown. */
function losta(matris: number[][]): number[] {
  const bredd = matris[0]?.length ?? 0
  let rad = 0
  for (let kolumn = 0; kolumn < bredd; kolumn++) {
    const pivot = matris.findIndex((r, i) => i >= rad && Math.abs(r[kolumn] ?? 0) > 1e-9)
    if (pivot < 0) continue
    ;[matris[rad], matris[pivot]] = [matris[pivot] ?? [], matris[rad] ?? []]
    const styr = (matris[rad] ?? []).map((x) => x / (matris[rad]?.[kolumn] ?? 1))
    matris[rad] = styr
    matris.forEach((r, i) => {
      const faktor = r[kolumn] ?? 0
      if (i !== rad && faktor !== 0) matris[i] = r.map((x, j) => x - faktor * (styr[j] ?? 0))
    })
    rad++
  }
  return matris.flatMap((r) => {
    const kvar = r.flatMap((x, i) => (Math.abs(x) > 1e-9 ? [i] : []))
    return kvar.length === 1 ? kvar : []
  })
}

describe('whatever the register', () => {
  test('unmasked, every number is the redovisning\'s own', () => {
    fc.assert(
      fc.property(register, (reg) => {
        const ar = rakna(reg)
        const s = statistiktabeller(ar, { maskera: false })
        for (const { ar: y, figurer: f } of ar) {
          for (const kod of ['stod', 'ingaende', 'nya', 'avslutade', 'utgaende'] as const) expect(cell(s, 'klienter', kod, y)?.varde).toBe(f.klienter[kod])
          for (const kod of ['ingaende', 'paborjade', 'avslutade', 'utgaende'] as const) expect(cell(s, 'uppdrag', kod, y)?.varde).toBe(f.uppdrag[kod])
          for (const o of f.orsaker) expect(cell(s, 'orsaker', o.kod, y)?.varde ?? 0).toBe(o.antal)
          for (const o of f.kontakter.perUtfall) expect(cell(s, 'kontakter', o.kod, y)?.varde ?? 0).toBe(o.antal)
          for (const o of f.avslutsorsaker) expect(cell(s, 'avslutsorsaker', o.kod, y)?.varde ?? 0).toBe(o.antal)
          expect(cell(s, 'tider', 'ko', y)?.varde).toBe(f.ko)
          expect(cell(s, 'tjanster', 'perArsanstallning', y)?.varde).toBe(f.klienterPerArsanstallning)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('masked, no small count is shown, every shown number is true, and no hidden one follows from the others', () => {
    fc.assert(
      fc.property(register, fc.constantFrom(null, [MORA], [MORA, ORSA]), (reg, urval) => {
        const ar = rakna(reg, AR, urval)
        const sant = statistiktabeller(ar, { maskera: false })
        const s = statistiktabeller(ar, { maskera: true })
        for (const { id, rader: tabellrader } of s.tabeller) {
          for (const { kod, slag, celler } of tabellrader) {
            celler.forEach((c, i) => {
              const varde = cell(sant, id, kod, AR[i] ?? 0)?.varde ?? null
              if (c.mask === null) expect([id, kod, c.varde]).toEqual([id, kod, varde])
              if (slag === 'antal' && !id.startsWith('brist') && varde !== null && varde >= 1 && varde <= 4) expect([id, kod, c.varde]).toEqual([id, kod, null])
            })
          }
        }
        expect(foljer(s, sant)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
