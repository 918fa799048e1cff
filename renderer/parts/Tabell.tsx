import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { svenskOrdning } from '../../db/model/text.ts'
import { Osynlig } from './Steg.tsx'
import stil from './Tabell.module.css'

export interface Kolumn<R> {
  readonly id: string
  readonly rubrik: ReactNode
  readonly cell: (rad: R) => ReactNode
  /** Numbers stand to the right with figures of one width. */
  readonly tal?: boolean
  /** Holds an action: as narrow as it can be, at the right; its heading is for screen readers only. */
  readonly handling?: boolean
  /** On one line where there is room: a time from–to, beside texts that can wrap. */
  readonly hel?: boolean
  /** Last year's figures and the like: second ink. */
  readonly ton?: 'svag' | 'fet'
  /** Makes the column sortable: texts in Swedish order, numbers by value, what is missing last. */
  readonly ordning?: (rad: R) => string | number | null | undefined
}

interface Egenskaper<R> {
  /** What the table holds, for the screen reader; shown when `visaBildtext`. */
  readonly bildtext: string
  readonly visaBildtext?: boolean
  readonly kolumner: readonly Kolumn<R>[]
  readonly rader: readonly R[]
  readonly nyckel: (rad: R) => string
  /** A closing row: one cell per column, between ink lines. */
  readonly summa?: readonly ReactNode[]
  readonly under?: ReactNode
  readonly sorteraFran?: { readonly kolumn: string; readonly fallande?: boolean }
}

/** A table. The first column names the row. */
export function Tabell<R>({ bildtext, visaBildtext = false, kolumner, rader, nyckel, summa, under, sorteraFran }: Egenskaper<R>) {
  const [sortering, setSortering] = useState(sorteraFran)
  const vald = kolumner.find((k) => k.id === sortering?.kolumn)
  const visade = vald?.ordning ? sorterade(rader, vald.ordning, sortering?.fallande ?? false) : rader
  return (
    <div>
      <div className={stil.ram}>
        <table className={stil.tabell} aria-label={visaBildtext ? undefined : bildtext}>
          {visaBildtext && <caption className={stil.bildtext}>{bildtext}</caption>}
          <thead>
            <tr>
              {kolumner.map((k) => (
                <Rubrikcell key={k.id} kolumn={k} sortering={sortering?.kolumn === k.id ? sortering : undefined} onSortera={(fallande) => setSortering({ kolumn: k.id, fallande })} />
              ))}
            </tr>
          </thead>
          <tbody>
            {visade.map((rad) => (
              <tr key={nyckel(rad)}>
                {kolumner.map((k, i) =>
                  i === 0 ? (
                    <th key={k.id} scope="row" className={cellklass(k)}>
                      {k.cell(rad)}
                    </th>
                  ) : (
                    <td key={k.id} className={cellklass(k)}>
                      {k.cell(rad)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {summa !== undefined && (
            <tfoot>
              <tr>
                {kolumner.map((k, i) =>
                  i === 0 ? (
                    <th key={k.id} scope="row">
                      {summa[i]}
                    </th>
                  ) : (
                    <td key={k.id} className={cellklass(k)}>
                      {summa[i]}
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {under !== undefined && <p className={stil.under}>{under}</p>}
    </div>
  )
}

function Rubrikcell<R>({ kolumn, sortering, onSortera }: { readonly kolumn: Kolumn<R>; readonly sortering: { readonly fallande?: boolean } | undefined; readonly onSortera: (fallande: boolean) => void }) {
  const klass = kolumn.tal ? stil.tal : undefined
  if (!kolumn.ordning) {
    return (
      <th scope="col" className={klass}>
        {kolumn.handling ? <Osynlig>{kolumn.rubrik}</Osynlig> : kolumn.rubrik}
      </th>
    )
  }
  const fallande = sortering?.fallande ?? false
  const Ikon = sortering === undefined ? ChevronsUpDown : fallande ? ArrowDown : ArrowUp
  return (
    <th scope="col" className={klass} aria-sort={sortering === undefined ? undefined : fallande ? 'descending' : 'ascending'}>
      <button type="button" className={stil.sortera} onClick={() => onSortera(sortering === undefined ? false : !fallande)}>
        {kolumn.rubrik}
        <Ikon aria-hidden strokeWidth={2} />
      </button>
    </th>
  )
}

function cellklass<R>(k: Kolumn<R>): string {
  return [k.tal && stil.tal, k.handling && stil.handling, k.hel && stil.hel, k.ton && stil[k.ton]].filter(Boolean).join(' ')
}

/** Sorts a copy; rows that compare equal keep their order, rows without a value stand last either way. */
export function sorterade<R>(rader: readonly R[], ordning: (rad: R) => string | number | null | undefined, fallande: boolean): R[] {
  return [...rader].sort((a, b) => {
    const [x, y] = [ordning(a) ?? null, ordning(b) ?? null]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    const jamfort = typeof x === 'number' && typeof y === 'number' ? x - y : svenskOrdning(String(x), String(y))
    return fallande ? -jamfort : jamfort
  })
}
