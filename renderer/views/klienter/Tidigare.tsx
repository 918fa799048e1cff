import { etikett } from '../../../db/model/kodlistor.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import { Avsnitt, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { langdIOrd, langtDatum } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import type { Arendedata } from './Arendesida.tsx'
import stil from './klienter.module.css'
import { uppgifter } from './Uppdraget.tsx'
import { tidigare, tidigareInnehav } from './uppdragsrad.ts'

/** Earlier uppdrag of the case, each to be opened, and who had the case before. */
export function Tidigare({ arende, listor, idag }: Arendedata) {
  const rader = tidigare(arende.uppdrag)
  const ombud = tidigareInnehav(arende.innehav, idag)
  return (
    <Avsnitt rubrik={text.tidigare}>
      {rader.length === 0 && ombud.length === 0 && <p className={stil.tyst}>{text.ingaTidigare}</p>}
      {rader.map((uppdrag) => (
        <Ett key={uppdrag.id} uppdrag={uppdrag} listor={listor} nummer={arende.nummer} />
      ))}
      {ombud.length > 0 && (
        <Radlista etikett={text.tidigareOmbud}>
          {ombud.map((rad) => (
            <Rad key={`${rad.ombud} ${rad.slag} ${rad.fran}`} vad={text.varOmbud(rad.ombud, rad.slag)} under={text.intervall(langtDatum(rad.fran), langtDatum(rad.till))} />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

function Ett({ uppdrag, listor, nummer }: Pick<Arendedata, 'listor'> & { readonly uppdrag: UppdragRad; readonly nummer: string }) {
  const { start, slut } = uppdrag
  return (
    <details className={stil.tidigare}>
      <summary>
        <span>
          {text.tid(langtDatum(start), slut === null ? '' : langtDatum(slut))} {uppdrag.struken && <Marke>{text.struket}</Marke>}
          <span className={stil.under}>
            {text.uppdragsrad(slut === null ? '' : langdIOrd(start, slut), slut === null ? '' : etikett(listor, 'avslutsorsak', uppdrag.avslutsorsak).toLocaleLowerCase('sv'))}
          </span>
        </span>
      </summary>
      <div className={stil.inre}>
        <Uppgifter rader={uppgifter({ uppdrag, listor })} />
        {!uppdrag.struken && (
          <div className={stil.stryk}>
            <Lankknapp sort="lank" till={`/klienter/${nummer}/stryk/${uppdrag.id}`}>
              {text.strykLank}
            </Lankknapp>
          </div>
        )}
      </div>
    </details>
  )
}
