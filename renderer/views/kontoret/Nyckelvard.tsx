import { useQuery } from '@tanstack/react-query'
import { idag, klockslag } from '../../../db/model/kalender.ts'
import { fraga } from '../../app/klient.ts'
import { las } from '../../app/las.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { anvandare as text } from '../../texter/anvandare.ts'
import { langtDatum } from '../../texter/datum.ts'
import stil from './Kontoret.module.css'

/** What the keys of the office wait for: a change of the database key, the yearly look at the sheet. Nothing when they wait for nothing. */
export function Nyckelvard() {
  const { data } = useQuery(fraga.anvandare.nyckelvard.queryOptions())
  if (data === undefined) return null
  return (
    <>
      {data.nyckelbyteVantar !== null && (
        <Avsnitt rubrik={text.nyckelbyteRubrik} luft>
          <p className={stil.text}>{text.nyckelbyte}</p>
          {data.kanVaraInne.length === 0 ? (
            <p className={stil.text}>{text.ingenInne}</p>
          ) : (
            <>
              <p className={stil.text}>{text.nyckelbyteInne}</p>
              <ul className={stil.handerLista}>
                {data.kanVaraInne.map(({ namn, tid }) => (
                  <li key={namn}>{text.inne(namn, `${langtDatum(idag(tid))} ${klockslag(tid)}`)}</li>
                ))}
              </ul>
            </>
          )}
          <Knapp storlek="liten" onPress={() => void las()}>
            {text.lasNu}
          </Knapp>
        </Avsnitt>
      )}
      {data.bladetPaminn && (
        <p className={stil.gammal}>
          {text.bladPaminn}{' '}
          <Lankknapp sort="lank" till="/kontoret/nyckelblad">
            {text.bladLank}
          </Lankknapp>
        </p>
      )}
    </>
  )
}
