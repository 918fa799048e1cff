import type { Radkod, Statistiktabell, TabellId } from '../../../db/model/statistik/index.ts'
import type { Statistikrad } from '../../../db/model/statistik/index.ts'
import { Linjer } from './Linjer.tsx'
import { Pelare } from './Pelare.tsx'
import { Staplar } from './Staplar.tsx'

/** Tables with a few rows over time, and which of them are drawn. */
const LINJER: Partial<Record<TabellId, readonly Radkod[]>> = { klienter: ['stod', 'nya', 'avslutade'], uppdrag: ['paborjade', 'avslutade', 'utgaende'] }
/** Tables whose rows are of different kinds: each its own small picture. */
const PELARE: Partial<Record<TabellId, readonly Radkod[]>> = { tider: ['ko', 'vantetid', 'langd'], tjanster: ['arsanstallningar', 'bemannat', 'perArsanstallning'] }

/** Totals of a list are told by its table: drawn, they would dwarf the parts. */
const SUMMOR: readonly string[] = ['kontakter', 'avslutade', 'brister', 'observationer'] satisfies readonly Radkod[]

const utvalda = (tabell: Statistiktabell, koder: readonly Radkod[]): Statistikrad[] => koder.flatMap((kod) => tabell.rader.find((rad) => rad.kod === kod) ?? [])

/** What is drawn of a table: lines over the years, small columns, or bars for a list. Nothing of an empty one. */
export function Tabelldiagram({ tabell, ar, pagaende }: { readonly tabell: Statistiktabell; readonly ar: readonly number[]; readonly pagaende: number | null }) {
  const { id, namn } = tabell
  const [linjer, pelare] = [LINJER[id], PELARE[id]]
  if (tabell.rader.length === 0) return null
  if (linjer !== undefined) return <Linjer titel={namn} ar={ar} pagaende={pagaende} rader={utvalda(tabell, linjer)} />
  if (pelare !== undefined) {
    return (
      <div className="diagramrad">
        {utvalda(tabell, pelare).map((rad) => (
          <figure key={rad.kod}>
            <figcaption>{rad.namn}</figcaption>
            <Pelare titel={rad.namn} ar={ar} pagaende={pagaende} rader={[rad]} />
          </figure>
        ))}
      </div>
    )
  }
  const delar = tabell.rader.filter((rad) => !SUMMOR.includes(rad.kod))
  return delar.length === 0 ? null : <Staplar titel={namn} ar={ar} pagaende={pagaende} rader={delar} />
}
