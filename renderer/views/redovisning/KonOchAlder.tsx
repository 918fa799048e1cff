import type { Figurer } from '../../../db/model/redovisning/index.ts'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { redovisning } from '../../texter/redovisning.ts'
import stil from './Redovisning.module.css'
import { Siffra } from './Siffra.tsx'
import { konOchAlder, type Korstabell } from './tabeller.ts'

const text = redovisning.konOchAlder
type Rad = Korstabell['rader'][number]

/** Kön × ålder, with the choice to mask small numbers: the same choice as for the paper. */
export function KonOchAlder({ figurer, maskera, onMaskera }: { readonly figurer: Figurer; readonly maskera: boolean; readonly onMaskera: (maskera: boolean) => void }) {
  const { kolumner, rader, summor, totalt } = konOchAlder(figurer, maskera)
  return (
    <div className={stil.tabell}>
      <Tabell
        bildtext={text.rubrik}
        kolumner={[
          { id: 'alder', rubrik: text.rubrik, cell: (rad: Rad) => rad.namn },
          ...kolumner.map((kon, i): Kolumn<Rad> => ({
            id: kon.kod,
            rubrik: kon.namn,
            tal: true,
            cell: (rad) => {
              const cell = rad.celler[i]
              return cell && <Siffra figur={cell.figur} vad={text.cell(kon.namn, rad.namn)} tal={cell.text} />
            },
          })),
          { id: 'summa', rubrik: redovisning.summa, tal: true, cell: (rad) => <Siffra figur={rad.summa.figur} vad={rad.namn} tal={rad.summa.text} /> },
        ]}
        rader={rader}
        nyckel={(rad) => rad.kod}
        summa={[
          redovisning.summa,
          ...summor.map((cell, i) => <Siffra key={cell.figur} figur={cell.figur} vad={kolumner[i]?.namn ?? ''} tal={cell.text} />),
          <Siffra key="totalt" figur={totalt.figur} vad={redovisning.personer.stod} tal={totalt.text} />,
        ]}
        under={maskera ? text.maskerat : text.omaskerat}
      />
      <div className={stil.kryss}>
        <Kryss etikett={text.dolj} varde={maskera} onAndra={onMaskera} />
      </div>
    </div>
  )
}
