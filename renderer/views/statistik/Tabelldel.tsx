import type { Statistikrad, Statistiktabell } from '../../../db/model/statistik/index.ts'
import type { Statistiksvar } from '../../../electron/office/contract/statistik.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { arsnamn, cellText } from '../../print/diagram/delar.tsx'
import { Tabelldiagram } from '../../print/diagram/Tabelldiagram.tsx'
import { statistik as text } from '../../texter/statistik.ts'
import { Export, type Exporturval } from './Export.tsx'
import stil from './Statistik.module.css'

/** A table of the years with its picture above it and its files beside its name. */
export function Tabelldel({ tabell, svar, urval }: { readonly tabell: Statistiktabell; readonly svar: Statistiksvar; readonly urval: Exporturval }) {
  return (
    <Avsnitt rubrik={tabell.namn} handling={<Export urval={urval} tabell={tabell.id} namn={tabell.namn} />}>
      <div className={stil.bild}>
        <Tabelldiagram tabell={tabell} ar={svar.ar} pagaende={svar.pagaende} />
      </div>
      <Tabell
        bildtext={tabell.namn}
        kolumner={[
          { id: 'rad', rubrik: tabell.rader.every((rad) => rad.slag === 'antal') ? text.antal : text.matt, cell: (rad: Statistikrad) => <span className={rad.indrag ? stil.indrag : undefined}>{rad.namn}</span> },
          ...svar.ar.map((ar, i): Kolumn<Statistikrad> => ({
            id: String(ar),
            rubrik: arsnamn(ar, svar.pagaende),
            tal: true,
            ...(i === svar.ar.length - 1 ? { ton: 'fet' as const } : {}),
            cell: (rad) => {
              const cell = rad.celler[i]
              return cell && <span className={cell.mask === null ? undefined : stil.dold}>{cellText(cell, rad.slag)}</span>
            },
          })),
        ]}
        rader={tabell.rader}
        nyckel={(rad) => rad.kod}
        under={tabell.rader.length === 0 ? text.tomt : tabell.regel}
      />
    </Avsnitt>
  )
}
