import { CircleAlert } from 'lucide-react'
import type { Datum } from '../../../db/model/kalender.ts'
import { granskaText, hindrar } from '../../../db/model/systemfel/index.ts'
import { Textruta } from '../../parts/Falt.tsx'
import type { Faltbindning } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { systemfel as text } from '../../texter/systemfel.ts'
import stil from './systemfel.module.css'

interface Egenskaper extends Faltbindning<string> {
  readonly etikett: string
  readonly hjalp?: string
  readonly valfri?: boolean
  readonly rader?: number
  readonly autoFocus?: boolean
  readonly idag: Datum
  readonly inteNamn: readonly string[]
  /** Words that the office has asked about: it knows the names of one's own clients. */
  readonly fragade: readonly string[]
  readonly onIngetNamn: (ord: string) => void
}

/** A text of a brist, and under it, as one writes, what in it may say who somebody is (DOMAIN §1: never with personal data). */
export function Vaktruta({ idag, inteNamn, fragade, onIngetNamn, ...falt }: Egenskaper) {
  const fynd = granskaText(falt.varde, { idag, inteNamn, klienter: fragade })
  return (
    <div className={stil.vaktad}>
      <Textruta {...falt} max={2000} />
      <ul className={stil.fynd} aria-label={text.vakt} aria-live="polite">
        {fynd.map((f) => (
          <li key={`${f.start} ${f.ord}`} className={hindrar(f) ? stil.hinder : stil.fraga}>
            <CircleAlert aria-hidden strokeWidth={2} />
            <span>{hindrar(f) ? text.taBort(f.slag, f.ord) : f.slag === 'klientnamn' ? text.kanVaraKlient(f.ord) : text.kanVaraNamn(f.ord)}</span>
            {!hindrar(f) && (
              <Knapp sort="lank" aria-label={text.ingetNamnVad(f.ord)} onPress={() => onIngetNamn(f.ord)}>
                {text.ingetNamn}
              </Knapp>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
