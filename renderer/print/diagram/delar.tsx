import { type ReactNode, useId } from 'react'
import type { Slag, Statistikcell, Statistikrad } from '../../../db/model/statistik/index.ts'
import { diagram as text } from '../../texter/statistik.ts'
import { antal, endecimal, STRECK, tvadecimaler } from '../tal.ts'

/** Of the picture's own units; one is a pixel at the window's usual text size, and less on paper. */
export const BREDD = 748
export const SKRIFT = 14.5
export const LITEN = 13

/** The colours are named by the page or the paper that the diagram stands on (tokens.css, papper.css). */
export const FARG = { accent: 'var(--diagram-accent)', mjuk: 'var(--diagram-mjuk)', skrift: 'var(--diagram-skrift)', skrift2: 'var(--diagram-skrift-2)', linje: 'var(--diagram-linje)', grund: 'var(--diagram-grund)' } as const

const SOM: Record<Slag, (tal: number) => string> = { antal, endecimal, tvadecimaler }

/** A cell as it is written: the number, the word for a hidden one, or a dash. */
export function cellText(cell: Statistikcell, slag: Slag): string {
  if (cell.mask !== null) return cell.text
  return cell.varde === null ? STRECK : SOM[slag](cell.varde)
}

/** What a diagram is drawn from: some rows of a table. */
export interface Diagramdata {
  readonly titel: string
  readonly ar: readonly number[]
  readonly rader: readonly Statistikrad[]
  /** The year that has not ended. */
  readonly pagaende: number | null
}

/** The picture's frame: its name and its content in words, for those who do not see it. The table beneath it is the truth. */
export function Bild({ data, hojd, bredd = BREDD, children }: { readonly data: Diagramdata; readonly hojd: number; readonly bredd?: number; readonly children: ReactNode }) {
  const id = useId()
  return (
    <svg className="diagram" viewBox={`0 0 ${bredd} ${hojd}`} width={bredd} height={hojd} role="img" aria-labelledby={`${id}-t ${id}-d`} fontSize={SKRIFT} fill={FARG.skrift}>
      <title id={`${id}-t`}>{text.titel(data.titel)}</title>
      <desc id={`${id}-d`}>{data.rader.map((rad) => text.rad(rad.namn, rad.celler.map((cell, i) => text.tal(data.ar[i] ?? 0, cellText(cell, rad.slag))))).join(' ')}</desc>
      {children}
    </svg>
  )
}

/** "2026 hittills" for the year that has not ended. */
export const arsnamn = (ar: number, pagaende: number | null): string => (ar === pagaende ? text.hittills(ar) : String(ar))
