/**
 * Small cells in what goes to an authority (DOMAIN §3): 1–4 is hidden, and then as much more that no total
 * gives a hidden number away.
 */

/** The largest number that is hidden; 0 is not hidden. */
export const STORSTA_LILLA = 4
export const LITEN_TEXT = '1–4'
export const DOLD_TEXT = 'dolt'

/**
 * A cell as it may be shown. `liten`: a number of 1–4, shown as "1–4". `foljd`: a larger number (or, where there
 * is nothing else, a 0 or a small sum) that would give a small one away. `varde` is null when the number is hidden.
 */
export interface Cell {
  readonly varde: number | null
  readonly text: string
  readonly mask: 'liten' | 'foljd' | null
}

export interface MaskeradTabell {
  readonly celler: readonly (readonly Cell[])[]
  readonly radsummor: readonly Cell[]
  readonly kolumnsummor: readonly Cell[]
  readonly totalt: Cell
}

const arLiten = (tal: number) => tal >= 1 && tal <= STORSTA_LILLA

/** A single number that no shown total depends on, such as a row of orsaker. */
export function maskeraTal(tal: number): Cell {
  return arLiten(tal) ? { varde: null, text: LITEN_TEXT, mask: 'liten' } : { varde: tal, text: String(tal), mask: null }
}

interface Ruta {
  readonly tal: number
  readonly marginal: boolean
  mask: Cell['mask']
}
/** One equation a reader can set up: the parts and, last, their sum. */
type Linje = readonly Ruta[]

/** The least and largest number a reader can suppose in a cell. */
type Spann = [number, number]
const synligt = (ruta: Ruta): Spann =>
  ruta.mask === 'liten' ? [1, STORSTA_LILLA] : ruta.mask === 'foljd' ? [0, Number.POSITIVE_INFINITY] : [ruta.tal, ruta.tal]

/** Narrows the spans by one line (sum of parts = total); true when something did. `givna`: the line that left a hidden number a single value. */
function snava(linje: Linje, spann: Map<Ruta, Spann>, givna: Map<Ruta, Linje>): boolean {
  const summa = linje.at(-1)
  if (!summa) return false
  const delar = linje.slice(0, -1)
  const av = (ruta: Ruta): Spann => spann.get(ruta) ?? synligt(ruta)
  let andrat = false
  const satt = (ruta: Ruta, lag: number, hog: number) => {
    const [l, h] = av(ruta)
    const nytt: Spann = [Math.max(l, lag), Math.min(h, hog)]
    if (nytt[0] === l && nytt[1] === h) return
    spann.set(ruta, nytt)
    if (nytt[0] === nytt[1] && ruta.mask !== null && !givna.has(ruta)) givna.set(ruta, linje)
    andrat = true
  }
  const lagsumma = (utom?: Ruta) => delar.reduce((s, r) => (r === utom ? s : s + av(r)[0]), 0)
  const hogsumma = (utom?: Ruta) => delar.reduce((s, r) => (r === utom ? s : s + av(r)[1]), 0)
  satt(summa, lagsumma(), hogsumma())
  for (const del of delar) satt(del, av(summa)[0] - hogsumma(del), av(summa)[1] - lagsumma(del))
  return andrat
}

/** Not hidden yet, or a sum that still says it is small: "1–4" over four cells of "1–4" says that each is 1. */
const kanDoljas = (ruta: Ruta): boolean => ruta.mask === null || (ruta.mask === 'liten' && ruta.marginal)

/** A line in which a hidden number could be worked out, or null. */
function rojandeLinje(linjer: readonly Linje[]): Linje | null {
  const ensam = linjer.find((l) => l.filter((r) => r.mask !== null).length === 1)
  if (ensam) return ensam
  const [spann, givna] = [new Map<Ruta, Spann>(), new Map<Ruta, Linje>()]
  // Each round narrows a whole number that cannot grow; 1000 rounds only bound a search that has long ended.
  for (let varv = 0; varv < 1000 && linjer.map((l) => snava(l, spann, givna)).some(Boolean); varv++);
  // More is hidden where the number was given away: hiding in another line it stands in helps nothing, and can cost the year's totals.
  return [...givna.values()].find((l) => l.some(kanDoljas)) ?? linjer.find((l) => l.some((r) => givna.has(r)) && l.some(kanDoljas)) ?? null
}

/** Hides the next smallest number of a line: a cell before a total, something before nothing, and last what a sum says of its size. */
function doljNasta(linje: Linje): boolean {
  const [nasta] = linje
    .filter(kanDoljas)
    .sort((a, b) => Number(a.mask !== null) - Number(b.mask !== null) || Number(a.tal === 0) - Number(b.tal === 0) || Number(a.marginal) - Number(b.marginal) || a.tal - b.tal)
  if (!nasta) return false
  nasta.mask = 'foljd'
  return true
}

/** Hides until no line gives anything away. */
function dolj(linjer: readonly Linje[]): void {
  for (let linje = rojandeLinje(linjer); linje !== null; linje = rojandeLinje(linjer)) if (!doljNasta(linje)) break
}

const nyRuta = (tal: number, marginal: boolean): Ruta => ({ tal, marginal, mask: arLiten(tal) ? 'liten' : null })
const somCell = (ruta: Ruta): Cell =>
  ruta.mask === null
    ? { varde: ruta.tal, text: String(ruta.tal), mask: null }
    : { varde: null, text: ruta.mask === 'liten' ? LITEN_TEXT : DOLD_TEXT, mask: ruta.mask }

/**
 * Masks numbers that are tied by any sums, such as figures of several tables and years seen side by side.
 * @param tal the numbers by name; @param linjer sums by those names, the parts first and the sum last. Two names
 *   are an equality. A sum hides after its parts do.
 * @throws Error for a line that names no number or does not add up: a reader could then conclude anything
 */
export function maskeraSamband(tal: ReadonlyMap<string, number>, linjer: readonly (readonly string[])[]): Map<string, Cell> {
  const summor = new Set(linjer.map((linje) => linje.at(-1)))
  const rutor = new Map([...tal].map(([namn, varde]) => [namn, nyRuta(varde, summor.has(namn))]))
  const bundna = linjer.map((linje): Linje => {
    const rad = linje.map((namn) => {
      const ruta = rutor.get(namn)
      if (ruta === undefined) throw new Error(`no number is called ${namn}`)
      return ruta
    })
    if (rad.slice(0, -1).reduce((summa, ruta) => summa + ruta.tal, 0) !== rad.at(-1)?.tal) throw new Error(`${linje.join(' + ')} does not add up`)
    return rad
  })
  dolj(bundna)
  return new Map([...rutor].map(([namn, ruta]) => [namn, somCell(ruta)]))
}

/**
 * Masks a table whose cells are parts of its sums (a person stands in one row and one column). `visas` says
 * which sums stand beside the table; sums that are not shown cannot give anything away. Rows must be of equal
 * length. A table of one row is a list with its total.
 */
export function maskera(tal: readonly (readonly number[])[], visas: { radsummor: boolean; kolumnsummor: boolean }): MaskeradTabell {
  const summa = (varden: readonly number[]) => varden.reduce((a, b) => a + b, 0)
  const bredd = tal[0]?.length ?? 0
  const rutor = tal.map((rad) => rad.map((varde) => nyRuta(varde, false)))
  const radsummor = tal.map((rad) => nyRuta(summa(rad), true))
  const kolumnsummor = Array.from({ length: bredd }, (_, k) => nyRuta(summa(tal.map((rad) => rad[k] ?? 0)), true))
  const { radsummor: medRader, kolumnsummor: medKolumner } = visas
  // Of a single row (or column) the total is that row's own sum: one number, hidden or shown as one.
  const enda = tal.length === 1 && medRader ? radsummor[0] : bredd === 1 && medKolumner ? kolumnsummor[0] : undefined
  const totalt = enda ?? nyRuta(summa(tal.map(summa)), true)

  const linjer: Linje[] = []
  if (medRader) rutor.forEach((rad, i) => linjer.push([...rad, radsummor[i] ?? totalt]))
  if (medKolumner) kolumnsummor.forEach((k, i) => linjer.push([...rutor.flatMap((rad) => rad[i] ?? []), k]))
  if (medRader && tal.length > 1) linjer.push([...radsummor, totalt])
  if (medKolumner && bredd > 1) linjer.push([...kolumnsummor, totalt])
  dolj(linjer)
  return { celler: rutor.map((rad) => rad.map(somCell)), radsummor: radsummor.map(somCell), kolumnsummor: kolumnsummor.map(somCell), totalt: somCell(totalt) }
}
