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
 * is nothing else, a 0) that would give a small one away. `varde` is null when the number is hidden.
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

/** Narrows the spans by one line (sum of parts = total) until nothing changes; true when something did. */
function snava(linje: Linje, spann: Map<Ruta, Spann>): boolean {
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
    andrat = true
  }
  const lagsumma = (utom?: Ruta) => delar.reduce((s, r) => (r === utom ? s : s + av(r)[0]), 0)
  const hogsumma = (utom?: Ruta) => delar.reduce((s, r) => (r === utom ? s : s + av(r)[1]), 0)
  satt(summa, lagsumma(), hogsumma())
  for (const del of delar) satt(del, av(summa)[0] - hogsumma(del), av(summa)[1] - lagsumma(del))
  return andrat
}

/** A line in which a hidden number could be worked out, or null. */
function rojandeLinje(linjer: readonly Linje[]): Linje | null {
  const ensam = linjer.find((l) => l.filter((r) => r.mask !== null).length === 1)
  if (ensam) return ensam
  const spann = new Map<Ruta, Spann>()
  // Each round narrows a whole number that cannot grow; 1000 rounds only bound a search that has long ended.
  for (let varv = 0; varv < 1000 && linjer.map((l) => snava(l, spann)).some(Boolean); varv++);
  const kand = (r: Ruta) => {
    const [lag, hog] = spann.get(r) ?? synligt(r)
    return r.mask !== null && lag === hog
  }
  return linjer.find((l) => l.some(kand) && l.some((r) => r.mask === null)) ?? null
}

/** Hides the next smallest number of a line: a cell before a total, something before nothing. */
function doljNasta(linje: Linje): boolean {
  const [nasta] = linje
    .filter((r) => r.mask === null)
    .sort((a, b) => Number(a.tal === 0) - Number(b.tal === 0) || Number(a.marginal) - Number(b.marginal) || a.tal - b.tal)
  if (!nasta) return false
  nasta.mask = 'foljd'
  return true
}

/**
 * Masks a table whose cells are parts of its sums (a person stands in one row and one column). `visas` says
 * which sums stand beside the table; sums that are not shown cannot give anything away. Rows must be of equal
 * length. A table of one row is a list with its total.
 */
export function maskera(tal: readonly (readonly number[])[], visas: { radsummor: boolean; kolumnsummor: boolean }): MaskeradTabell {
  const ruta = (varde: number, marginal: boolean): Ruta => ({ tal: varde, marginal, mask: arLiten(varde) ? 'liten' : null })
  const summa = (varden: readonly number[]) => varden.reduce((a, b) => a + b, 0)
  const bredd = tal[0]?.length ?? 0
  const rutor = tal.map((rad) => rad.map((varde) => ruta(varde, false)))
  const radsummor = tal.map((rad) => ruta(summa(rad), true))
  const kolumnsummor = Array.from({ length: bredd }, (_, k) => ruta(summa(tal.map((rad) => rad[k] ?? 0)), true))
  const { radsummor: medRader, kolumnsummor: medKolumner } = visas
  // Of a single row (or column) the total is that row's own sum: one number, hidden or shown as one.
  const enda = tal.length === 1 && medRader ? radsummor[0] : bredd === 1 && medKolumner ? kolumnsummor[0] : undefined
  const totalt = enda ?? ruta(summa(tal.map(summa)), true)

  const linjer: Linje[] = []
  if (medRader) rutor.forEach((rad, i) => linjer.push([...rad, radsummor[i] ?? totalt]))
  if (medKolumner) kolumnsummor.forEach((k, i) => linjer.push([...rutor.flatMap((rad) => rad[i] ?? []), k]))
  if (medRader && tal.length > 1) linjer.push([...radsummor, totalt])
  if (medKolumner && bredd > 1) linjer.push([...kolumnsummor, totalt])
  for (let linje = rojandeLinje(linjer); linje !== null; linje = rojandeLinje(linjer)) if (!doljNasta(linje)) break

  const cell = (r: Ruta): Cell =>
    r.mask === null
      ? { varde: r.tal, text: String(r.tal), mask: null }
      : { varde: null, text: r.mask === 'liten' ? LITEN_TEXT : DOLD_TEXT, mask: r.mask }
  return { celler: rutor.map((rad) => rad.map(cell)), radsummor: radsummor.map(cell), kolumnsummor: kolumnsummor.map(cell), totalt: cell(totalt) }
}
