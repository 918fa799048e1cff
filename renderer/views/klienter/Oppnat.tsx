import type { Arende } from '../../../db/model/arenden.ts'
import { type Datum, idag as dagFor, klockslag } from '../../../db/model/kalender.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { dagIOrd } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import stil from './klienter.module.css'

/** Who has opened the case, one line per person and day, newest first. Today's have a time. */
export function Oppnat({ oppnat, idag }: { readonly oppnat: Arende['oppnat']; readonly idag: Datum }) {
  return (
    <Avsnitt rubrik={text.oppnat}>
      <ul className={stil.oppnat}>
        {oppnat.map(({ vem, tid }) => {
          const dag = dagFor(tid)
          return <li key={`${vem} ${tid}`}>{text.oppnatRad(vem, dagIOrd(dag, idag), dag === idag ? klockslag(tid) : '')}</li>
        })}
      </ul>
      <p className={stil.tyst}>{text.oppnatLogg}</p>
    </Avsnitt>
  )
}
