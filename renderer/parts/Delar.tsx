import { type ReactNode, useId } from 'react'
import { Link, useLocation } from 'wouter'
import { type Flik, valdFlik } from './Flikar.tsx'
import stil from './Delar.module.css'

export interface Delgrupp {
  readonly rubrik: string
  readonly delar: readonly Flik[]
}

/**
 * The parts of a room that has too many for tabs: in groups at the left of the part itself; above it, in rows, where there is no
 * room beside. Links, as tabs are: each part is a page with an address of its own. The part is a container of its own, so that
 * columns and rows in it follow the room that is left.
 */
export function Delar({ etikett, grupper, children }: { readonly etikett: string; readonly grupper: readonly Delgrupp[]; readonly children: ReactNode }) {
  const [plats] = useLocation()
  const vald = valdFlik(plats, grupper.flatMap((g) => g.delar))
  return (
    <div className={stil.delar}>
      <nav className={stil.nav} aria-label={etikett}>
        {grupper.map((grupp) => (
          <Grupp key={grupp.rubrik} grupp={grupp} vald={vald} />
        ))}
      </nav>
      <div className={stil.delen}>{children}</div>
    </div>
  )
}

function Grupp({ grupp, vald }: { readonly grupp: Delgrupp; readonly vald: Flik | undefined }) {
  const id = useId()
  return (
    <div className={stil.grupp}>
      <p id={id} className={stil.rubrik}>
        {grupp.rubrik}
      </p>
      <ul aria-labelledby={id}>
        {grupp.delar.map((del) => (
          <li key={del.vag}>
            <Link href={del.vag} className={stil.lank} aria-current={del === vald ? 'page' : undefined}>
              {del.text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
