import { z } from 'zod'
import { zAr, zKommun } from './grund.ts'
import { arsGranser, dagarMellan } from './kalender.ts'
import { kommunOrdning } from './kommuner.ts'
import type { Kommunbidrag } from './statsbidrag.ts'

/**
 * How the kommuner of a sökande kommun share the costs that the grant does not cover, by the key they have agreed on
 * (DESIGN "Fördelning av kostnader"). Whole kronor; the parts always sum to the whole.
 */

/** Equal · inhabitants, typed in · own percent · clients with stöd under the year. */
export const NYCKLAR = ['lika', 'befolkning', 'procent', 'stod'] as const
export type Nyckel = (typeof NYCKLAR)[number]

/** Which of the grant's amounts is taken off the costs. */
export const AVDRAG = ['anvant', 'utbetalt', 'beviljat'] as const
export type Avdrag = (typeof AVDRAG)[number]

export interface Fordelningsval {
  readonly nyckel: Nyckel
  /** A kommun that was with the unit a part of the year carries that part. */
  readonly viktaDagar: boolean
  readonly avdrag: Avdrag
  /** The grant off the whole and what is left shared by the key; otherwise each kommun's own grant off its share. */
  readonly gemensamt: boolean
}

/** What nobody has chosen yet: shown as a proposal until it is saved. */
export const FORVALD_FORDELNING: Fordelningsval = { nyckel: 'lika', viktaDagar: false, avdrag: 'anvant', gemensamt: false }

export const zFordelning = z.object({
  ar: zAr, sokande: zKommun, version: z.int().min(0),
  nyckel: z.enum(NYCKLAR, 'Välj hur kostnaderna fördelas.'), viktaDagar: z.boolean(), avdrag: z.enum(AVDRAG, 'Välj vilket belopp som dras av.'), gemensamt: z.boolean(),
})

/** A kommun that shares: its grant, what its share is counted by, and its days with the unit in the year. */
export interface Delagare extends Pick<Kommunbidrag, 'kommun' | 'beviljat' | 'utbetalt' | 'anvant' | 'befolkning' | 'andel'> {
  readonly stod: number
  readonly dagar: number
}

export interface Kommunandel {
  readonly kommun: string
  /** What the key counts by: 1, inhabitants, percent, clients; null when it is not written. */
  readonly bas: number | null
  readonly dagar: number
  /** Percent of the whole, two decimals; they sum to 100. */
  readonly andel: number
  readonly kostnad: number
  readonly bidrag: number
  /** Kostnad − bidrag; below 0 = to be paid to the kommun. */
  readonly attBetala: number
}

export type Fordelningsbrist =
  | { readonly slag: 'bas' | 'bidrag'; readonly kommuner: readonly string[] }
  | { readonly slag: 'procentsumma'; readonly summa: number }
  | { readonly slag: 'ingen_vikt' }

export interface Fordelning {
  readonly kostnad: number
  readonly bidrag: number
  readonly attBetala: number
  /** Null as long as the key lacks something: then nothing is shared. In Swedish order. */
  readonly andelar: readonly Kommunandel[] | null
  /** What is missing. `bidrag`: those kommuner's grant is counted as 0. */
  readonly brister: readonly Fordelningsbrist[]
}

/**
 * Shares a whole number by weights so that the parts sum exactly to it: each gets its whole part, and what is left goes
 * one by one to the largest remainders, ties to whoever stands first. A negative whole is shared as its opposite.
 * @param vikter whole numbers ≥ 0
 * @returns null when no weight is above 0
 */
export function fordelaHelt(belopp: number, vikter: readonly number[]): number[] | null {
  // Kronor × inhabitants × days passes what a double holds exactly.
  const tal = vikter.map(BigInt)
  const summa = tal.reduce((s, v) => s + v, 0n)
  if (summa === 0n) return null
  const helt = BigInt(Math.abs(belopp))
  const delar = tal.map((vikt, plats) => ({ plats, del: (helt * vikt) / summa, rest: (helt * vikt) % summa }))
  let kvar = helt - delar.reduce((s, d) => s + d.del, 0n)
  const svar = delar.map((d) => d.del)
  for (const { plats } of delar.toSorted((a, b) => (a.rest === b.rest ? a.plats - b.plats : a.rest > b.rest ? -1 : 1))) {
    if (kvar === 0n) break
    svar[plats] = (svar[plats] ?? 0n) + 1n
    kvar -= 1n
  }
  return svar.map((del) => (belopp < 0 ? 0 - Number(del) : Number(del)))
}

function basFor(nyckel: Nyckel, d: Delagare): number | null {
  switch (nyckel) {
    case 'lika':
      return 1
    case 'befolkning':
      return d.befolkning
    case 'procent':
      return d.andel
    case 'stod':
      return d.stod
  }
}

/** Percent as hundredths, so that every weight is a whole number. */
const somVikt = (nyckel: Nyckel, bas: number) => (nyckel === 'procent' ? Math.round(bas * 100) : bas)
const summera = (tal: readonly number[]) => tal.reduce((s, n) => s + n, 0)

/**
 * The costs of a year shared between the kommuner.
 * @param kostnad whole kronor, all cost rows together
 */
export function fordela(kostnad: number, delagare: readonly Delagare[], val: Fordelningsval): Fordelning {
  const alla = delagare.toSorted((a, b) => kommunOrdning(a.kommun, b.kommun))
  const baser = alla.map((d) => basFor(val.nyckel, d))
  const egetBidrag = alla.map((d) => d[val.avdrag] ?? 0)
  const bidrag = summera(egetBidrag)
  const utanBidrag = alla.filter((d) => d[val.avdrag] === null).map((d) => d.kommun)
  const utanBas = alla.filter((_, i) => baser[i] === null).map((d) => d.kommun)
  const procentsumma = val.nyckel === 'procent' ? summera(baser.map((b) => somVikt('procent', b ?? 0))) / 100 : 100
  const vikter = alla.map((d, i) => somVikt(val.nyckel, baser[i] ?? 0) * (val.viktaDagar ? d.dagar : 1))
  const helt = { kostnad, bidrag, attBetala: kostnad - bidrag }

  const hinder: Fordelningsbrist[] = []
  if (utanBas.length > 0) hinder.push({ slag: 'bas', kommuner: utanBas })
  else if (procentsumma !== 100) hinder.push({ slag: 'procentsumma', summa: procentsumma })
  else if (summera(vikter) === 0) hinder.push({ slag: 'ingen_vikt' })
  const brister: Fordelningsbrist[] = [...hinder, ...(utanBidrag.length > 0 ? [{ slag: 'bidrag' as const, kommuner: utanBidrag }] : [])]
  if (hinder.length > 0) return { ...helt, andelar: null, brister }

  const kostnader = fordelaHelt(kostnad, vikter) ?? []
  const procent = fordelaHelt(10_000, vikter) ?? []
  const netto = fordelaHelt(kostnad - bidrag, vikter) ?? []
  const andelar = alla.map((d, i) => {
    const egen = kostnader[i] ?? 0
    const attBetala = val.gemensamt ? netto[i] ?? 0 : egen - (egetBidrag[i] ?? 0)
    return { kommun: d.kommun, bas: baser[i] ?? null, dagar: d.dagar, andel: (procent[i] ?? 0) / 100, kostnad: egen, bidrag: egen - attBetala, attBetala }
  })
  return { ...helt, andelar, brister }
}

/** Days of the year that each kommun belongs to the unit; a kommun's periods never overlap (kommuner, DOMAIN §4). */
export function dagarIEnheten(perioder: readonly { readonly kommun: string; readonly fran: string; readonly till: string | null }[], ar: number): Map<string, number> {
  const { forsta, sista } = arsGranser(ar)
  const dagar = new Map<string, number>()
  for (const { kommun, fran, till } of perioder) {
    const [a, b] = [fran > forsta ? fran : forsta, till !== null && till < sista ? till : sista]
    if (a <= b) dagar.set(kommun, (dagar.get(kommun) ?? 0) + dagarMellan(a, b) + 1)
  }
  return dagar
}
