import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { delar } from '../texter/delar.ts'
import { Aterstallt } from './Aterstallt.tsx'
import { Felsammanfattning } from './Felsammanfattning.tsx'
import type { Formular } from './formular.ts'
import { Inaktuell, type Skillnad } from './Inaktuell.tsx'
import { Knapp } from './Knapp.tsx'
import stil from './PaPlats.module.css'

interface Egenskaper {
  /** What the form does, for the screen reader: "Förläng uppdraget". */
  readonly etikett: string
  readonly form: Pick<Formular<object>, 'fel' | 'forsok' | 'faltId' | 'sparar' | 'andrad'> & { skicka(e?: FormEvent): void; nollstall(): void }
  readonly verb: string
  readonly onStang: () => void
  /** Reads the page anew after somebody else's change; what is typed stays. */
  readonly onLasIn: () => Promise<unknown>
  /** What has been saved by somebody else since the change was begun. */
  readonly skillnader?: readonly Skillnad[]
  /** Fields beside each other, as two short ones should stand. */
  readonly rad?: boolean
  /** What it means, when the fields do not say it. */
  readonly text?: string
  /** The key of the draft, for a form whose draft outlives a lock: thrown away, the form closes. */
  readonly utkast?: string
  readonly children: ReactNode
}

/** A short form in its place on a page. Enter saves; Esc closes as long as nothing has been typed. */
export function PaPlats({ etikett, form, verb, onStang, onLasIn, skillnader = [], rad = false, text, utkast, children }: Egenskaper) {
  const ruta = useRef<HTMLFormElement>(null)
  const esc = useEffectEvent((e: KeyboardEvent) => {
    if (e.key !== 'Escape' || e.defaultPrevented || form.andrad) return
    e.stopPropagation()
    onStang()
  })
  useEffect(() => {
    const element = ruta.current
    const lyssna = (e: KeyboardEvent) => esc(e)
    element?.addEventListener('keydown', lyssna)
    return () => element?.removeEventListener('keydown', lyssna)
  }, [])
  return (
    <form ref={ruta} className={stil.ram} aria-label={etikett} noValidate onSubmit={form.skicka}>
      {utkast !== undefined && <Aterstallt nyckel={utkast} onSlang={onStang} />}
      <Felsammanfattning {...form} />
      <Inaktuell form={form} onLasIn={onLasIn} skillnader={skillnader} />
      {text !== undefined && <p className={stil.text}>{text}</p>}
      <div className={rad ? stil.rad : stil.falten}>{children}</div>
      <div className={stil.knappar}>
        <Knapp type="submit" vantar={form.sparar}>
          {verb}
        </Knapp>
        <Knapp sort="tyst" onPress={onStang}>
          {delar.avbryt}
        </Knapp>
      </div>
    </form>
  )
}
