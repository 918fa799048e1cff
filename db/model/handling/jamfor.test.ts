import fc from 'fast-check'
import { expect, test } from 'vitest'
import { raknaRedovisning } from '../redovisning/index.ts'
import { rakneAr, register, val } from '../redovisning/provregister.ts'
import { FASTA_FIGURER, arFigur, siffror } from './siffror.ts'
import { andratSedan } from './jamfor.ts'
import { TABELLER } from './tabeller.ts'
import type { Arsunderlag } from './underlag.ts'

const underlag = (figurer: Arsunderlag['figurer']): Arsunderlag => ({
  figurer, belopp: 302_400, bidrag: [{ kommun: '2062', arsanstallningar: 1.5, beviljat: 453_600, utbetalt: 453_600, anvant: 400_000 }], ledningsgrupp: [],
  sokt: [{ kommun: '2062', arsanstallningar: 0.75 }],
})
const fryst = (u: Arsunderlag) => JSON.parse(JSON.stringify([...siffror(u)].map(([figur, { etikett, varde }]) => ({ figur, etikett, varde })))) as { figur: string; etikett: string; varde: number | null }[]

test('what was frozen and read again has not changed; every figure is one that a form may ask for', () => {
  fc.assert(fc.property(register, rakneAr, (rader, ar) => {
    const u = underlag(raknaRedovisning(rader, ar, val()).figurer)
    const alla = siffror(u)
    expect(andratSedan(fryst(u), alla)).toEqual([])
    expect([...alla.keys()].filter((figur) => !arFigur(figur))).toEqual([])
    expect(Object.keys(FASTA_FIGURER).filter((figur) => !alla.has(figur))).toEqual([])
    for (const tabell of Object.values(TABELLER)) {
      const { rader: tabellrader, summa } = tabell(u)
      for (const cell of [...tabellrader.flatMap((rad) => rad.celler), ...(summa ?? [])]) if ('figur' in cell) expect([cell.figur, alla.has(cell.figur)]).toEqual([cell.figur, true])
    }
  }), { numRuns: 30 })
})

test('between two registers it names exactly the figures that differ', () => {
  fc.assert(fc.property(register, register, rakneAr, (da, nu, ar) => {
    const [a, b] = [underlag(raknaRedovisning(da, ar, val()).figurer), underlag(raknaRedovisning(nu, ar, val()).figurer)]
    const skillnad = andratSedan(fryst(a), siffror(b))
    for (const s of skillnad) expect(s.da).not.toBe(s.nu)
    const namngivna = new Map(skillnad.map((s) => [s.figur, s]))
    for (const [figur, { varde }] of siffror(b)) if (!namngivna.has(figur)) expect([figur, fryst(a).find((f) => f.figur === figur)?.varde ?? 0]).toEqual([figur, varde ?? 0])
  }), { numRuns: 20 })
})

test('kronor: granted, used and left by hand', () => {
  const u = underlag(raknaRedovisning({ uppdrag: [], kontakter: [], anstallningar: [], franvaro: [] }, 2024, val()).figurer)
  const av = (figur: string) => siffror(u).get(figur)?.varde
  expect(['ekonomi.beviljat', 'ekonomi.anvant', 'ekonomi.oanvant', 'ekonomi.vakans', 'ansokan.arsanstallningar', 'ansokan.belopp', 'ansokanPerKommun.2062.belopp'].map(av))
    .toEqual([453_600, 400_000, 53_600, 1.5, 0.75, 226_800, 226_800])
})
