import { Fragment, type ReactNode, useId } from 'react'
import stil from './Avsnitt.module.css'

interface Egenskaper {
  readonly rubrik: string
  /** Beside the heading in second ink: a number, a sentence. */
  readonly bredvid?: ReactNode
  /** At the right of the line: a quiet button. */
  readonly handling?: ReactNode
  /** Room between the line and the content; rows and tables bring their own. */
  readonly luft?: boolean
  readonly children: ReactNode
}

/** A section of a page: a heading that stands on an ink line. */
export function Avsnitt({ rubrik, bredvid, handling, luft = false, children }: Egenskaper) {
  const id = useId()
  return (
    <section className={stil.avsnitt} aria-labelledby={id}>
      <div className={stil.huvud}>
        <h2 id={id}>{rubrik}</h2>
        {bredvid !== undefined && <span className={stil.bredvid}>{bredvid}</span>}
        {handling !== undefined && <div className={stil.handling}>{handling}</div>}
      </div>
      {luft ? <div className={stil.innehall}>{children}</div> : children}
    </section>
  )
}

/** Two columns: the work, and what one wants beside it (`fast`: in sight while one scrolls). One column when there is no room. */
export function Spalter({ children, sida, fast = false }: { readonly children: ReactNode; readonly sida: ReactNode; readonly fast?: boolean }) {
  return (
    <div className={stil.spalter}>
      <div>{children}</div>
      <aside className={fast ? stil.fast : undefined}>{sida}</aside>
    </div>
  )
}

export interface Uppgift {
  readonly namn: string
  readonly varde: ReactNode
}

/** Facts: name and value in two columns. */
export function Uppgifter({ rader }: { readonly rader: readonly Uppgift[] }) {
  return (
    <dl className={stil.uppgifter}>
      {rader.map((rad) => (
        <Fragment key={rad.namn}>
          <dt>{rad.namn}</dt>
          <dd>{rad.varde}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** What will stand here, and the first step towards it. */
export function Tomt({ text, handling }: { readonly text: string; readonly handling?: ReactNode }) {
  return (
    <div className={stil.tomt}>
      <p>{text}</p>
      {handling}
    </div>
  )
}
