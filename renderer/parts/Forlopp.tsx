import { ProgressBar } from 'react-aria-components'
import { delar } from '../texter/delar.ts'
import stil from './Forlopp.module.css'

/** How far a long work has come. `gjort` of `alla` in the same unit; the text says what is being done. Of what cannot be counted `alla` is 0. */
export function Forlopp({ text, gjort, alla }: { readonly text: string; readonly gjort: number; readonly alla: number }) {
  if (alla === 0) return <Arbetar text={text} />
  const andel = Math.min(1, gjort / alla)
  return (
    <ProgressBar className={stil.ram} aria-label={text} value={andel * 100}>
      <div className={stil.rad}>
        <span>{text}</span>
        <span>{Math.floor(andel * 100)} %</span>
      </div>
      <div className={stil.bar}>
        <div className={stil.gjort} style={{ width: `${(andel * 100).toFixed(1)}%` }} />
      </div>
    </ProgressBar>
  )
}

/** Work that takes seconds and does not say how far it has come. */
export function Arbetar({ text }: { readonly text: string }) {
  return (
    <ProgressBar className={stil.ram} aria-label={text} isIndeterminate>
      <p role="status">{text}</p>
      <div className={stil.bar}>
        <div className={stil.gar} />
      </div>
    </ProgressBar>
  )
}

/** Stands where the content will be; shows only if the answer takes its time. */
export function Hamtar({ text = delar.hamtar }: { readonly text?: string }) {
  return (
    <p className={stil.hamtar} role="status">
      {text}
    </p>
  )
}

/** Saving is visible: unsaved, saving, saved at what time. */
export function Sparstatus({ sparar, andrad, sparat }: { readonly sparar: boolean; readonly andrad: boolean; readonly sparat?: string | undefined }) {
  return (
    <span className={stil.status} role="status">
      {sparar ? delar.sparar : andrad ? delar.ejSparat : sparat === undefined ? '' : delar.sparat(sparat)}
    </span>
  )
}
