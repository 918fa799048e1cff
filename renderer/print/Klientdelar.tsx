import type { ReactNode } from 'react'
import { klientpapper as text } from '../texter/klientpapper.ts'

export interface Faktarad {
  readonly namn: string
  readonly varde: ReactNode
}

/** Facts on paper: what, and what it is; `latt` where there are many. */
export function Fakta({ rader, latt = false }: { readonly rader: readonly Faktarad[]; readonly latt?: boolean }) {
  return (
    <dl className="fakta" data-latt={latt || undefined}>
      {rader.map((rad) => (
        <div key={rad.namn}>
          <dt>{rad.namn}</dt>
          <dd>{rad.varde}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Lines to write on by hand, where nothing has been written yet. */
export function Skrivrader({ antal }: { readonly antal: number }) {
  return (
    <div className="skrivrader" aria-hidden>
      {Array.from({ length: antal }, (_, i) => (
        <div key={i} />
      ))}
    </div>
  )
}

/** One who signs: place and day, signature, name in clear, under a heading of whom it is. */
export function Underskrift({ vem, namn }: { readonly vem: string; readonly namn?: string | undefined }) {
  return (
    <div className="underskrift">
      <div className="streck">
        <span>{text.ortDatum}</span>
      </div>
      <div className="streck">
        <span>{vem}</span>
      </div>
      <div className="streck">
        <b>{namn}</b>
        <span>{text.namnfortydligande}</span>
      </div>
    </div>
  )
}

/** Who answers for the personal data: the kommun's nämnd or utförare, or a line to write it on (DOMAIN §3). */
export interface Ansvarig {
  readonly kommun: string
  readonly ansvarig: string | null
}

export function Ansvarigstycke({ kommun, ansvarig }: Ansvarig) {
  if (ansvarig === null || ansvarig === '') return <p>{text.ansvarigSaknas(kommun)}</p>
  return <p>{ansvarig.includes(kommun) ? text.ansvarig(ansvarig) : text.ansvarigI(ansvarig, kommun)}</p>
}
