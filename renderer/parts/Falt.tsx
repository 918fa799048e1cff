import { CircleAlert, Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { delar } from '../texter/delar.ts'
import stil from './Falt.module.css'
import { Knapp } from './Knapp.tsx'

/** What every field has. A form gives `id`, `fel` and the value through `useFormular`'s `falt()`. */
export interface Faltegenskaper {
  readonly id?: string
  readonly etikett: string
  /** One line on what to write, under the label. */
  readonly hjalp?: ReactNode
  /** The sentence that says what is wrong; the same as in the summary. */
  readonly fel?: string | undefined
  readonly valfri?: boolean
  readonly bredd?: 'smal' | 'vanlig' | 'bred'
  /** The label is for screen readers only: a field in a table, whose row and column say what it is. */
  readonly doldEtikett?: boolean
}

interface Textegenskaper extends Faltegenskaper {
  readonly varde: string
  readonly onAndra: (varde: string) => void
  readonly onLamna?: () => void
}

type Infaltegenskaper = Textegenskaper &
  Pick<ComponentProps<'input'>, 'autoComplete' | 'autoFocus' | 'inputMode' | 'maxLength' | 'placeholder' | 'disabled' | 'spellCheck' | 'ref' | 'type'>

/** A line of text. */
export function TextFalt({ varde, onAndra, onLamna, type = 'text', autoComplete = 'off', ...rest }: Infaltegenskaper) {
  const { skal, falt } = useFaltdelar(rest)
  return (
    <Faltskal {...skal}>
      <input {...falt} className={stil.ruta} type={type} autoComplete={autoComplete} value={varde} onChange={(e) => onAndra(e.target.value)} onBlur={onLamna} />
    </Faltskal>
  )
}

/** Text of several lines, with the number of characters left when there is a limit in sight. */
export function Textruta({
  varde,
  onAndra,
  onLamna,
  max,
  rader = 4,
  ...rest
}: Textegenskaper & Pick<ComponentProps<'textarea'>, 'autoFocus' | 'placeholder' | 'disabled' | 'spellCheck'> & { readonly max?: number; readonly rader?: number }) {
  const { skal, falt } = useFaltdelar({ bredd: 'bred', ...rest })
  const kvar = max === undefined ? undefined : max - varde.length
  return (
    <Faltskal {...skal}>
      <textarea {...falt} className={stil.ruta} rows={rader} autoComplete="off" value={varde} onChange={(e) => onAndra(e.target.value)} onBlur={onLamna} />
      {kvar !== undefined && max !== undefined && kvar < max / 5 && (
        <span className={stil.hjalp} role="status">
          {kvar >= 0 ? delar.teckenKvar(kvar) : delar.teckenForMycket(-kvar)}
        </span>
      )}
    </Faltskal>
  )
}

/** A password, with a button that shows it while it is typed. */
export function Losenordsfalt({
  varde,
  onAndra,
  onLamna,
  autoComplete = 'current-password',
  ...rest
}: Textegenskaper & Pick<ComponentProps<'input'>, 'autoFocus' | 'autoComplete' | 'disabled' | 'ref'>) {
  const { skal, falt } = useFaltdelar(rest)
  const [visat, setVisat] = useState(false)
  return (
    <Faltskal {...skal}>
      <span className={stil.rad}>
        <input
          {...falt}
          className={stil.ruta}
          type={visat ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          value={varde}
          onChange={(e) => onAndra(e.target.value)}
          onBlur={onLamna}
        />
        <Knapp sort="tyst" storlek="liten" ikon={visat ? EyeOff : Eye} onPress={() => setVisat(!visat)} aria-pressed={visat} aria-controls={falt.id}>
          {visat ? delar.doljLosenord : delar.visaLosenord}
        </Knapp>
      </span>
    </Faltskal>
  )
}

/** Splits a field's properties into those of its shell and those of the input, with the ids that tie them. */
export function useFaltdelar<P extends Faltegenskaper>({ id, etikett, hjalp, fel, valfri, bredd, doldEtikett, ...rest }: P) {
  const eget = useId()
  const faltId = id ?? eget
  const beskrivs = [hjalp !== undefined && `${faltId}-hjalp`, fel !== undefined && `${faltId}-fel`].filter(Boolean).join(' ')
  return {
    skal: { id: faltId, etikett, hjalp, fel, valfri, bredd, doldEtikett },
    falt: { ...rest, id: faltId, 'aria-invalid': fel === undefined ? undefined : true, 'aria-describedby': beskrivs || undefined },
  }
}

/** Label, help and error around any input. */
export function Faltskal({ id, etikett, hjalp, fel, valfri, bredd = 'vanlig', doldEtikett = false, children }: Faltegenskaper & { readonly id: string; readonly children: ReactNode }) {
  const klass = [stil.falt, bredd === 'bred' && stil.bred, bredd === 'smal' && stil.smal, fel !== undefined && stil.felaktigt]
  return (
    <div className={klass.filter(Boolean).join(' ')}>
      <label className={doldEtikett ? stil.dold : stil.etikett} htmlFor={id} id={`${id}-etikett`}>
        {etikett}
        {valfri && <span className={stil.valfri}> {delar.valfritt}</span>}
      </label>
      <Hjalptext id={id} hjalp={hjalp} fel={fel} />
      {children}
    </div>
  )
}

/** The help line and the error sentence of a field or a group. */
export function Hjalptext({ id, hjalp, fel }: { readonly id: string; readonly hjalp?: ReactNode; readonly fel?: string | undefined }) {
  return (
    <>
      {hjalp !== undefined && (
        <span className={stil.hjalp} id={`${id}-hjalp`}>
          {hjalp}
        </span>
      )}
      {fel !== undefined && (
        <span className={stil.fel} id={`${id}-fel`}>
          <CircleAlert aria-hidden strokeWidth={2} />
          <span>{fel}</span>
        </span>
      )}
    </>
  )
}
