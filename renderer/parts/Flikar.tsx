import { Link, useLocation } from 'wouter'
import stil from './Flikar.module.css'

export interface Flik {
  /** The page's whole path; the tab is chosen there and on what lies under it. */
  readonly vag: string
  readonly text: string
}

/** The pages of a room, as tabs. They are links and not ARIA tabs: each is a page with an address of its own. */
export function Flikar({ etikett, flikar }: { readonly etikett: string; readonly flikar: readonly Flik[] }) {
  const [plats] = useLocation()
  const vald = valdFlik(plats, flikar)
  return (
    <nav className={stil.flikar} aria-label={etikett}>
      <ul>
        {flikar.map((flik) => (
          <li key={flik.vag}>
            <Link href={flik.vag} className={stil.flik} aria-current={flik === vald ? 'page' : undefined}>
              {flik.text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The tab that the address lies under: of several, the one that says most of it. */
export function valdFlik<F extends Flik>(plats: string, flikar: readonly F[]): F | undefined {
  return flikar.filter((flik) => plats === flik.vag || plats.startsWith(`${flik.vag}/`)).toSorted((a, b) => b.vag.length - a.vag.length)[0]
}
