import { ChevronDown } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import stil from './Rad.module.css'

/** A list of rows parted by hairlines. */
export function Radlista({ etikett, children }: { readonly etikett?: string; readonly children: ReactNode }) {
  return (
    <ul className={stil.lista} aria-label={etikett}>
      {children}
    </ul>
  )
}

interface Egenskaper {
  /** When, in words: "i morgon", "3 dagar sedan". Left out in narrow lists. */
  readonly nar?: ReactNode
  readonly bradska?: 'passerat' | 'snart' | 'lugnt'
  readonly vad: ReactNode
  /** Who and where, in second ink. */
  readonly under?: ReactNode
  /** The one action that clears the row, or a badge. */
  readonly handling?: ReactNode
  /** A form that the action opened, under the row. */
  readonly oppnat?: ReactNode
}

/** A row says when, what and who, and holds the one action that clears it. */
export function Rad({ nar, bradska = 'lugnt', vad, under, handling, oppnat }: Egenskaper) {
  return (
    <li className={[stil.rad, nar === undefined && stil.utanNar].filter(Boolean).join(' ')}>
      {nar !== undefined && <span className={[stil.nar, bradska !== 'lugnt' && stil[bradska]].filter(Boolean).join(' ')}>{nar}</span>}
      <div>
        <span className={stil.vad}>{vad}</span>
        {under !== undefined && <span className={stil.under}>{under}</span>}
      </div>
      {handling !== undefined && <div className={stil.handling}>{handling}</div>}
      {oppnat !== undefined && <div className={stil.oppnat}>{oppnat}</div>}
    </li>
  )
}

interface Oppnaregenskaper {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly 'aria-expanded': boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A row's `vad` that opens what can be changed about it, under the row. */
export function Radoppnare({ children, onPress, ...rest }: Oppnaregenskaper) {
  return (
    <button type="button" className={stil.oppnare} onClick={onPress} {...rest}>
      {children}
      <ChevronDown aria-hidden strokeWidth={2} />
    </button>
  )
}
