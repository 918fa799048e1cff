import { type ReactNode, useEffect, useRef } from 'react'
import { ram } from '../texter/ram.ts'
import stil from './Sidhuvud.module.css'

interface Egenskaper {
  /** The heading; may hold a name (through `Namn`). */
  readonly rubrik: ReactNode
  /** The page in the window's title: never a name. */
  readonly titel: string
  /** A line above the heading: number, kommun, ombud. */
  readonly over?: ReactNode
  /** A line under it: today's date. */
  readonly under?: ReactNode
  /** Buttons; at most one filled. */
  readonly handlingar?: ReactNode
}

/**
 * The head of every page. Sets the window's title to "Lotsen – page" and takes focus when the page
 * comes, at its top, so that a screen reader begins where the eye does.
 */
export function Sidhuvud({ rubrik, titel, over, under, handlingar }: Egenskaper) {
  const h1 = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = ram.titel(titel)
    window.scrollTo(0, 0)
    // A field that asked for the focus keeps it: forms that are a page of their own.
    const aktiv = document.activeElement
    if (!(aktiv instanceof HTMLInputElement || aktiv instanceof HTMLTextAreaElement) || !document.getElementById('innehall')?.contains(aktiv)) {
      h1.current?.focus({ preventScroll: true })
    }
  }, [titel])
  return (
    <header className={[stil.huvud, over !== undefined && stil.uppe].filter(Boolean).join(' ')}>
      <div className={stil.rubriker}>
        {over !== undefined && <p className={stil.over}>{over}</p>}
        <h1 ref={h1} tabIndex={-1}>
          {rubrik}
        </h1>
        {under !== undefined && <p className={stil.under}>{under}</p>}
      </div>
      {handlingar !== undefined && <div className={stil.handlingar}>{handlingar}</div>}
    </header>
  )
}
