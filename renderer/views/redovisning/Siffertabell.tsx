import type { ReactNode } from 'react'
import type { Figurer } from '../../../db/model/redovisning/index.ts'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { antal } from '../../print/tal.ts'
import { redovisning as text } from '../../texter/redovisning.ts'
import { Oppnalank, Siffra } from './Siffra.tsx'
import type { Listrad } from './tabeller.ts'
import stil from './Redovisning.module.css'

/** A row that holds one figure of the year, last year's beside, and the word that opens it. */
export interface Enkelrad {
  readonly figur: string
  readonly vad: string
  /** Beside the name in second ink. */
  readonly tillagg?: string
  readonly indrag?: boolean
  readonly tal: (figurer: Figurer) => string
}

interface Egenskaper {
  readonly rubrik: string
  readonly rader: readonly Enkelrad[]
  readonly summa?: Enkelrad
  readonly figurer: Figurer
  readonly fjol: Figurer
  readonly under?: ReactNode
}

/** Rows of one figure each: name, this year, last year, Öppna. */
export function Enkeltabell({ rubrik, rader, summa, figurer, fjol, under }: Egenskaper) {
  const lank = (rad: Enkelrad) => <Oppnalank figur={rad.figur} vad={rad.vad} tal={rad.tal(figurer)} />
  return (
    <div className={stil.tabell}>
      <Tabell
        bildtext={rubrik}
        kolumner={[
          { id: 'vad', rubrik, cell: (rad) => <Radnamn rad={rad} /> },
          { id: 'ar', rubrik: String(figurer.ar), tal: true, ton: 'fet', cell: (rad) => rad.tal(figurer) },
          { id: 'fjol', rubrik: String(fjol.ar), tal: true, ton: 'svag', cell: (rad) => rad.tal(fjol) },
          { id: 'oppna', rubrik: text.oppna, handling: true, cell: lank },
        ]}
        rader={rader}
        nyckel={(rad) => rad.figur}
        {...(summa === undefined ? {} : { summa: [<Radnamn key="vad" rad={summa} />, <span key="ar" className={stil.stor}>{summa.tal(figurer)}</span>, summa.tal(fjol), lank(summa)] })}
        under={under}
      />
    </div>
  )
}

function Radnamn({ rad }: { readonly rad: Enkelrad }) {
  return (
    <span className={rad.indrag ? stil.indrag : undefined}>
      {rad.vad}
      {rad.tillagg !== undefined && <span className={stil.tillagg}> {rad.tillagg}</span>}
    </span>
  )
}

interface Listegenskaper {
  readonly rubrik: string
  /** The first part of the rows' figure ids: "orsaker". */
  readonly figur: string
  readonly rader: readonly Listrad[]
  readonly figurer: Figurer
  readonly fjol: Figurer
  readonly under?: string
}

/** A list of one code list's figures, narrow enough to stand two beside each other. */
export function Siffertabell({ rubrik, figur, rader, figurer, fjol, under }: Listegenskaper) {
  const kolumner: Kolumn<Listrad>[] = [
    { id: 'varde', rubrik, cell: (rad) => rad.varde },
    { id: 'ar', rubrik: String(figurer.ar), tal: true, cell: (rad) => (rad.antal === 0 ? antal(0) : <Siffra figur={`${figur}.${rad.kod}`} vad={rad.varde} tal={antal(rad.antal)} />) },
    { id: 'fjol', rubrik: String(fjol.ar), tal: true, ton: 'svag', cell: (rad) => antal(rad.fjol) },
  ]
  return (
    <div className={stil.tabell}>
      <Tabell bildtext={rubrik} kolumner={kolumner} rader={rader} nyckel={(rad) => rad.kod} under={rader.length === 0 ? text.ingaUppgifter : under} />
    </div>
  )
}
