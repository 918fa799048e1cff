import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { delar } from '../texter/delar.ts'
import stil from './Felsammanfattning.module.css'
import { faltrot, type Formularfel } from './formular.ts'

interface Egenskaper {
  readonly fel: readonly Formularfel[]
  /** From the form: rises with each refused attempt, and the summary takes focus. */
  readonly forsok: number
  readonly faltId: (namn: string) => string
}

/** What must be mended, at the top of a form: each sentence leads to its field. */
export function Felsammanfattning({ fel, forsok, faltId }: Egenskaper) {
  const ruta = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (forsok > 0) ruta.current?.focus()
  }, [forsok])
  if (fel.length === 0) return null
  const utanFalt = fel.every((f) => f.falt === undefined)
  return (
    <div ref={ruta} className={stil.ruta} role="alert" tabIndex={-1} aria-labelledby={faltId('felrubrik')}>
      <h2 className={stil.rubrik} id={faltId('felrubrik')}>
        <CircleAlert aria-hidden strokeWidth={2} />
        {utanFalt ? delar.felUtanFalt : delar.felrubrik(fel.length)}
      </h2>
      <ul>
        {fel.map((f) => (
          <li key={`${f.falt ?? ''} ${f.mening}`}>{f.falt === undefined ? f.mening : <Faltlank id={faltId(faltrot(f.falt))} mening={f.mening} />}</li>
        ))}
      </ul>
    </div>
  )
}

function Faltlank({ id, mening }: { readonly id: string; readonly mening: string }) {
  return (
    // The address belongs to the router, so the link moves focus itself.
    <a
      href={`#${id}`}
      onClick={(e) => {
        e.preventDefault()
        const falt = document.getElementById(id)
        falt?.focus()
        falt?.scrollIntoView({ block: 'center' })
      }}
    >
      {mening}
    </a>
  )
}
