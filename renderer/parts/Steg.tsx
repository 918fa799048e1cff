import type { FormEvent, ReactNode } from 'react'
import { delar } from '../texter/delar.ts'
import { Knapp } from './Knapp.tsx'
import stil from './Steg.module.css'

interface Stegegenskaper {
  readonly nu: number
  readonly alla: number
  /** Left out on the first step. */
  readonly onTillbaka?: (() => void) | undefined
  readonly onAvbryt: () => void
  readonly onFortsatt: (e: FormEvent) => void
  /** The verb of the last step ("Avsluta uppdraget"); else "Fortsätt". */
  readonly verb?: string
  readonly fara?: boolean
  readonly vantar?: boolean
  /** As wide as the page: the question is a table. */
  readonly bred?: boolean
  readonly children: ReactNode
}

/** One page of a short flow: one question, the way on, the way back. Enter goes on. */
export function Steg({ nu, alla, onTillbaka, onAvbryt, onFortsatt, verb = delar.fortsatt, fara = false, vantar = false, bred = false, children }: Stegegenskaper) {
  return (
    <form
      className={bred ? undefined : stil.flode}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        onFortsatt(e)
      }}
    >
      <p className={stil.lage}>{delar.steg(nu, alla)}</p>
      <div className={stil.falten}>{children}</div>
      <div className={stil.knappar}>
        <Knapp type="submit" sort={fara ? 'fara' : 'forsta'} vantar={vantar}>
          {verb}
        </Knapp>
        {onTillbaka && <Knapp onPress={onTillbaka}>{delar.tillbaka}</Knapp>}
        <Knapp sort="tyst" onPress={onAvbryt}>
          {delar.avbryt}
        </Knapp>
      </div>
    </form>
  )
}

export interface Svar {
  readonly fraga: string
  readonly svar: ReactNode
  /** Goes back to the step that asks this. */
  readonly onAndra?: () => void
}

/** "Kontrollera svaren": everything answered, each with a way to change it. */
export function Svarslista({ rader }: { readonly rader: readonly Svar[] }) {
  return (
    <dl className={stil.svar}>
      {rader.map((rad) => (
        <div key={rad.fraga}>
          <dt>{rad.fraga}</dt>
          <dd>{rad.svar === '' || rad.svar === null || rad.svar === undefined ? delar.ejBesvarad : rad.svar}</dd>
          {rad.onAndra && (
            <dd>
              <Knapp sort="lank" onPress={rad.onAndra}>
                {delar.andra}
                <span className={stil.osynlig}>{delar.andraVad(rad.fraga)}</span>
              </Knapp>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** The fields of a form that is not a flow, one under another, and its buttons. */
export function Formularruta({ onSkicka, children, knappar }: { readonly onSkicka: (e: FormEvent) => void; readonly children: ReactNode; readonly knappar: ReactNode }) {
  return (
    <form className={stil.flode} noValidate onSubmit={onSkicka}>
      <div className={stil.falten}>{children}</div>
      <div className={stil.knappar}>{knappar}</div>
    </form>
  )
}

/** Text for screen readers only. */
export function Osynlig({ children }: { readonly children: ReactNode }) {
  return <span className={stil.osynlig}>{children}</span>
}
