import { UPPGIFT_SAKNAS } from '../kodlistor.ts'
import { type Cell, type Figurer, maskeraSamband, maskeraTal } from '../redovisning/index.ts'
import { DOLD_TEXT, STORSTA_LILLA } from '../redovisning/maskera.ts'
import { svenskOrdning } from '../text.ts'
import { RADNAMN, type Radkod, type TabellId, TABELLNAMN, TABELLREGEL } from './rubriker.ts'

/** How a row's numbers are written: whole, with at most one decimal, or always with two. */
export type Slag = 'antal' | 'endecimal' | 'tvadecimaler'

/** A number, or null where there is none to tell (no year, or no median of nothing). `mask` says that it is hidden. */
export type Statistikcell = Cell | { readonly varde: null; readonly text: string; readonly mask: null }

export interface Statistikrad {
  readonly kod: string
  readonly namn: string
  readonly slag: Slag
  /** Part of the row above. */
  readonly indrag: boolean
  /** One per year. */
  readonly celler: readonly Statistikcell[]
}

export interface Statistiktabell {
  readonly id: TabellId
  readonly namn: string
  readonly regel: string
  readonly rader: readonly Statistikrad[]
}

export interface Statistik {
  /** Oldest first. */
  readonly ar: readonly number[]
  readonly maskerad: boolean
  readonly tabeller: readonly Statistiktabell[]
}

/** A year's figures, or none: the chosen kommuner were not the unit's then. */
export interface Statistikar {
  readonly ar: number
  readonly figurer: Figurer | null
}

const INGET: Statistikcell = { varde: null, text: '', mask: null }
const DOLD: Statistikcell = { varde: null, text: DOLD_TEXT, mask: 'foljd' }
const oppen = (varde: number): Statistikcell => ({ varde, text: String(varde), mask: null })

/** The lists whose rows are parts of a number on the page, and the two whose rows overlap. */
const DELAR = {
  kon: { summa: 'stod', rader: (f: Figurer) => f.perKon.map(({ kon, kod, antal }) => ({ varde: kon, kod, antal })) },
  alder: { summa: 'stod', rader: (f: Figurer) => f.perAldersgrupp.map(({ grupp, kod, antal }) => ({ varde: grupp, kod, antal })) },
  kontakter: { summa: 'kontakter', rader: (f: Figurer) => f.kontakter.perUtfall },
  avslutsorsaker: { summa: 'uppdrag.avslutade', rader: (f: Figurer) => f.avslutsorsaker },
} as const
const OVERLAPPANDE = {
  orsaker: (f: Figurer) => f.orsaker.map(({ orsak, kod, antal }) => ({ varde: orsak, kod, antal })),
  livsomraden: (f: Figurer) => f.livsomraden,
} as const

/** The counts of one year by name; what they are tied by: `samband`. */
function antalen(f: Figurer): Map<string, number> {
  const { klienter: k, uppdrag: u } = f
  return new Map<string, number>([
    ...Object.entries(k), ['aterkommande', f.aterkommande], ['forsta', k.nya - f.aterkommande],
    ['uppdrag.ingaende', u.ingaende], ['uppdrag.paborjade', u.paborjade], ['uppdrag.avslutade', u.avslutade], ['uppdrag.utgaende', u.utgaende],
    // Not shown, but anybody can add: what has been open in the year.
    ['uppdrag.oppna', u.ingaende + u.paborjade],
    ['kontakter', f.kontakter.antal],
    ...Object.entries(DELAR).flatMap(([id, { rader }]) => rader(f).map((rad): [string, number] => [`${id}.${rad.kod}`, rad.antal])),
  ])
}

/** The sums a reader can set up within a year, each with its parts first. */
function samband(f: Figurer): string[][] {
  return [
    ['ingaende', 'nya', 'stod'], ['avslutade', 'utgaende', 'stod'], ['forsta', 'aterkommande', 'nya'],
    ['uppdrag.ingaende', 'uppdrag.paborjade', 'uppdrag.oppna'], ['uppdrag.avslutade', 'uppdrag.utgaende', 'uppdrag.oppna'],
    // A client has one open uppdrag at a time, so on a single day clients and uppdrag are as many.
    ['uppdrag.ingaende', 'ingaende'], ['uppdrag.utgaende', 'utgaende'],
    ...Object.entries(DELAR).map(([id, { summa, rader }]) => [...rader(f).map((rad) => `${id}.${rad.kod}`), summa]),
  ]
}

/** What stands at the end of a year stands at the beginning of the next. */
const OVER_NYAR = [['utgaende', 'ingaende'], ['uppdrag.utgaende', 'uppdrag.ingaende']] as const

/** Every count of the page, by "year name", as it may be shown. All years and tables hide together (DOMAIN §3). */
function cellerna(ar: readonly Statistikar[], maskera: boolean): Map<string, Statistikcell> {
  const tal = new Map(ar.flatMap(({ ar: y, figurer }) => (figurer === null ? [] : [...antalen(figurer)].map(([namn, n]): [string, number] => [`${y} ${namn}`, n]))))
  if (!maskera) return new Map([...tal].map(([namn, n]) => [namn, oppen(n)]))
  const linjer = [
    ...ar.flatMap(({ ar: y, figurer }) => (figurer === null ? [] : samband(figurer).map((linje) => linje.map((namn) => `${y} ${namn}`)))),
    ...ar.flatMap(({ ar: y }) => OVER_NYAR.map(([slut, borjan]) => [`${y} ${slut}`, `${y + 1} ${borjan}`])),
  ]
  // A sum that does not hold tells a reader nothing true: a kommun has joined at New Year, a client has stöd in two kommuner.
  return maskeraSamband(tal, linjer.filter((linje) => linje.every((namn) => tal.has(namn)) && gemensam(linje.slice(0, -1), tal) === tal.get(linje.at(-1) ?? '')))
}

const gemensam = (namn: readonly string[], tal: ReadonlyMap<string, number>) => namn.reduce((summa, n) => summa + (tal.get(n) ?? 0), 0)

/**
 * The years side by side: tables of the same figures as each year's redovisning, never counted in another way.
 * @param ar oldest first
 * @param maskera hides 1–4 and whatever, in any table or year, would give them away
 */
export function statistiktabeller(ar: readonly Statistikar[], { maskera }: { readonly maskera: boolean }): Statistik {
  const celler = cellerna(ar, maskera)
  const avAntal = (namn: string) => ar.map(({ ar: y }) => celler.get(`${y} ${namn}`) ?? INGET)
  const rad = (kod: Radkod, delar: Partial<Statistikrad> & Pick<Statistikrad, 'celler'>): Statistikrad => ({ kod, namn: RADNAMN[kod], slag: 'antal', indrag: false, ...delar })
  const antalsrad = (kod: Radkod, namn: string = kod, indrag = false) => rad(kod, { celler: avAntal(namn), indrag })
  /** A figure of its own; `dolj`: it would tell of a hidden number, or of fewer than five. */
  const egen = (av: (f: Figurer) => number | null, dolj: (f: Figurer, y: number) => boolean = () => false) =>
    ar.map(({ ar: y, figurer: f }) => {
      const varde = f === null ? null : av(f)
      if (f === null || varde === null) return INGET
      return maskera && dolj(f, y) ? DOLD : oppen(varde)
    })
  const fa = (n: number) => n >= 1 && n <= STORSTA_LILLA
  const arDold = (y: number, namn: string) => celler.get(`${y} ${namn}`)?.mask != null

  const rader: Record<TabellId, readonly Statistikrad[]> = {
    klienter: [
      antalsrad('ingaende'), antalsrad('nya'), antalsrad('forsta', 'forsta', true), antalsrad('aterkommande', 'aterkommande', true),
      antalsrad('avslutade'), antalsrad('utgaende'), antalsrad('stod'),
    ],
    uppdrag: (['ingaende', 'paborjade', 'avslutade', 'utgaende'] as const).map((kod) => antalsrad(kod, `uppdrag.${kod}`)),
    kon: delar(ar, 'kon', avAntal),
    alder: delar(ar, 'alder', avAntal, true),
    kontakter: [...delar(ar, 'kontakter', avAntal), antalsrad('kontakter')],
    tider: [
      rad('ko', { celler: ar.map(({ figurer: f }) => (f === null ? INGET : maskera ? maskeraTal(f.ko) : oppen(f.ko))) }),
      rad('vantetid', { slag: 'endecimal', celler: egen((f) => f.vantetidMedianDagar, (f) => fa(f.vantetidAntal)) }),
      rad('langd', { slag: 'endecimal', celler: egen((f) => f.uppdragslangdMedianDagar, (f) => fa(f.uppdrag.avslutade)) }),
    ],
    orsaker: overlappande(ar, 'orsaker', maskera),
    livsomraden: overlappande(ar, 'livsomraden', maskera),
    avslutsorsaker: [...delar(ar, 'avslutsorsaker', avAntal), antalsrad('avslutade', 'uppdrag.avslutade')],
    // A brist is nobody: nothing to hide.
    brister: [...fria(ar, (f) => f.brister.perKategori), rad('brister', { celler: egen((f) => f.brister.antal) }), rad('observationer', { celler: egen((f) => f.brister.observationer) })],
    bristaktorer: fria(ar, (f) => f.brister.perAktor),
    tjanster: [
      rad('arsanstallningar', { slag: 'tvadecimaler', celler: egen((f) => f.arsanstallningar.antal) }),
      rad('bemannat', { slag: 'tvadecimaler', celler: egen((f) => f.arsanstallningar.bemannat) }),
      rad('perArsanstallning', { slag: 'endecimal', celler: egen((f) => f.klienterPerArsanstallning, (_, y) => arDold(y, 'stod')) }),
    ],
  }
  return {
    ar: ar.map(({ ar: y }) => y),
    maskerad: maskera,
    tabeller: (Object.keys(rader) as TabellId[]).map((id) => ({ id, namn: TABELLNAMN[id], regel: TABELLREGEL[id], rader: rader[id] })),
  }
}

type Kodrad = Pick<Statistikrad, 'kod' | 'namn' | 'celler'>
const somRad = (rad: Kodrad): Statistikrad => ({ ...rad, slag: 'antal', indrag: false })

/** The codes that any of the years has counted, with the newest label of each. */
function koder(ar: readonly Statistikar[], av: (f: Figurer) => readonly { kod: string; varde: string; antal: number }[]): Map<string, string> {
  const allaRader = ar.flatMap(({ figurer }) => (figurer === null ? [] : av(figurer)))
  const raknade = new Set(allaRader.filter((rad) => rad.antal > 0).map((rad) => rad.kod))
  return new Map(allaRader.filter((rad) => raknade.has(rad.kod)).map((rad) => [rad.kod, rad.varde]))
}

function delar(ar: readonly Statistikar[], id: keyof typeof DELAR, avAntal: (namn: string) => Statistikcell[], iListansOrdning = false): Statistikrad[] {
  const rader = [...koder(ar, DELAR[id].rader)].map(([kod, namn]) =>
    // A year that has no such row has nobody there; a year that is not counted has nothing to tell.
    somRad({ kod, namn, celler: avAntal(`${id}.${kod}`).map((cell, i) => (cell === INGET && ar[i]?.figurer != null ? oppen(0) : cell)) }))
  return iListansOrdning ? sist(rader, () => 0) : sist(rader, vanligastForst)
}

function overlappande(ar: readonly Statistikar[], id: keyof typeof OVERLAPPANDE, maskera: boolean): Statistikrad[] {
  const rader = [...koder(ar, OVERLAPPANDE[id])].map(([kod, namn]) =>
    somRad({
      kod, namn,
      celler: ar.map(({ figurer }) => {
        if (figurer === null) return INGET
        const antal = OVERLAPPANDE[id](figurer).find((rad) => rad.kod === kod)?.antal ?? 0
        return maskera ? maskeraTal(antal) : oppen(antal)
      }),
    }))
  return sist(rader, vanligastForst)
}

/** Rows of what is not persons. */
function fria(ar: readonly Statistikar[], av: (f: Figurer) => readonly { kod: string; varde: string; antal: number }[]): Statistikrad[] {
  const rader = [...koder(ar, av)].map(([kod, namn]) =>
    somRad({ kod, namn, celler: ar.map(({ figurer }) => (figurer === null ? INGET : oppen(av(figurer).find((rad) => rad.kod === kod)?.antal ?? 0))) }))
  return sist(rader, vanligastForst)
}

/** By what is shown, so that the order tells nothing of what is hidden. */
function vanligastForst(a: Statistikrad, b: Statistikrad): number {
  const synligt = (rad: Statistikrad) => rad.celler.reduce((summa, cell) => summa + (cell.varde ?? 0), 0)
  return synligt(b) - synligt(a) || svenskOrdning(a.namn, b.namn)
}

/** "Uppgift saknas" closes a list. */
function sist(rader: readonly Statistikrad[], ordning: (a: Statistikrad, b: Statistikrad) => number): Statistikrad[] {
  return rader.toSorted((a, b) => Number(a.kod === UPPGIFT_SAKNAS) - Number(b.kod === UPPGIFT_SAKNAS) || ordning(a, b))
}
