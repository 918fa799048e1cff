import type { Statistik as Data, Statistiktabell } from '../../db/model/statistik/index.ts'
import { statistik as text } from '../texter/statistik.ts'
import { arsnamn, cellText } from './diagram/delar.tsx'
import { Tabelldiagram } from './diagram/Tabelldiagram.tsx'
import { Dokument, Papperstabell } from './Dokument.tsx'
import type { Dokumentmeta } from './sidstil.ts'

export interface Statistikdata extends Data {
  readonly pagaende: number | null
  /** What the figures are about, when it is not the whole unit. */
  readonly avser?: string | undefined
}

/** The statistics on paper: every table with its picture. */
export function Statistik({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Statistikdata }) {
  const { ar, tabeller, pagaende } = data
  return (
    <Dokument meta={meta} rubrik={text.papper.rubrik(ar[0] ?? 0, ar.at(-1) ?? 0)} ingress={data.avser}>
      {pagaende !== null && <p>{text.pagaende(pagaende)}</p>}
      {data.maskerad && <p>{text.maskerad}</p>}
      {tabeller.map((tabell) => (
        <section key={tabell.id}>
          <h2>{tabell.namn}</h2>
          <TabellMedBild tabell={tabell} ar={ar} pagaende={pagaende} />
        </section>
      ))}
    </Dokument>
  )
}

/** A table of years, its picture above. */
export function TabellMedBild({ tabell, ar, pagaende }: { readonly tabell: Statistiktabell; readonly ar: readonly number[]; readonly pagaende: number | null }) {
  if (tabell.rader.length === 0) return <p className="under">{text.tomt}</p>
  return (
    <>
      <div className="bild">
        <Tabelldiagram tabell={tabell} ar={ar} pagaende={pagaende} />
      </div>
      <Papperstabell
        bildtext={tabell.namn}
        kolumner={[{ rubrik: tabell.namn }, ...ar.map((y) => ({ rubrik: arsnamn(y, pagaende), tal: true }))]}
        rader={tabell.rader.map((rad) => [rad.indrag ? <span key="namn" className="indrag">{rad.namn}</span> : rad.namn, ...rad.celler.map((cell) => cellText(cell, rad.slag))])}
      />
      <p className="under">{tabell.regel}</p>
    </>
  )
}
