import type { ReactNode } from 'react'
import { papper } from '../texter/papper.ts'
import { type Dokumentmeta, sidhuvudHoger } from './sidstil.ts'

interface Egenskaper {
  readonly meta: Dokumentmeta
  readonly rubrik: string
  readonly ingress?: ReactNode
  readonly children: ReactNode
}

/**
 * A printed document: data in, markup out, no state, so that the window and the command line make the
 * same paper. The running head and foot are the page's margins (sidstil.ts).
 */
export function Dokument({ meta, rubrik, ingress, children }: Egenskaper) {
  return (
    <article className="papper" data-stor={meta.stor || undefined} data-tat={meta.tat || undefined} lang="sv">
      <div className="sidhuvud" aria-hidden>
        <span>{meta.enhet}</span>
        <span>{sidhuvudHoger(meta)}</span>
      </div>
      {meta.sekretess && <p className="sekretess">{papper.sekretess}</p>}
      <h1>{rubrik}</h1>
      {ingress !== undefined && <p className="ingress">{ingress}</p>}
      {children}
    </article>
  )
}

export interface Papperskolumn {
  readonly rubrik: string
  readonly tal?: boolean
  readonly svag?: boolean
}

/** Tables up to this many rows stay on one page. */
const HALLS_IHOP = 14

/** A table on paper: its head comes again on every page, no row is split. The first column names the row. */
export function Papperstabell({ kolumner, rader, summa, bildtext }: { readonly bildtext: string; readonly kolumner: readonly Papperskolumn[]; readonly rader: readonly (readonly ReactNode[])[]; readonly summa?: readonly ReactNode[] }) {
  const klass = (i: number) => [kolumner[i]?.tal && 'tal', kolumner[i]?.svag && 'svag'].filter(Boolean).join(' ') || undefined
  const celler = (rad: readonly ReactNode[]) =>
    rad.map((cell, i) =>
      i === 0 ? (
        <th key={i} scope="row">
          {cell}
        </th>
      ) : (
        <td key={i} className={klass(i)}>
          {cell}
        </td>
      ),
    )
  return (
    <table aria-label={bildtext} className={rader.length <= HALLS_IHOP ? 'hall-ihop' : undefined}>
      <thead>
        <tr>
          {kolumner.map((k, i) => (
            <th key={i} scope="col" className={klass(i)}>
              {k.rubrik}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rader.map((rad, i) => (
          <tr key={i}>{celler(rad)}</tr>
        ))}
      </tbody>
      {summa !== undefined && (
        <tfoot>
          <tr>{celler(summa)}</tr>
        </tfoot>
      )}
    </table>
  )
}

/** Lines to sign on, each with what is written on it; three to a row when `paRad`. */
export function Underskrifter({ rader, paRad = false }: { readonly rader: readonly string[]; readonly paRad?: boolean }) {
  return (
    <div className="underskrifter" data-pa-rad={paRad || undefined}>
      {rader.map((rad) => (
        <div key={rad} className="streck">
          <span>{rad}</span>
        </div>
      ))}
    </div>
  )
}
