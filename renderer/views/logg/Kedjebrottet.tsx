import { useQuery } from '@tanstack/react-query'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { logg } from '../../texter/logg.ts'
import { narGjord } from '../sakerhetskopior/lage.ts'
import { KOPIOR } from '../sakerhetskopior/vagar.ts'
import stil from './logg.module.css'

const text = logg.bruten
const MEDAN_SIDAN_STAR_MS = 60_000

/** Min vecka, for those who can do something about it: the day's walk of the log has found a row that somebody has altered. */
export function Kedjebrottet({ chef }: { readonly chef: boolean }) {
  const idag = useIdag()
  const { data } = useQuery({ ...fraga.logg.kedja.queryOptions(), refetchOnWindowFocus: false, refetchInterval: MEDAN_SIDAN_STAR_MS })
  const brott = data?.brott
  if (!brott) return null
  const sedan = narGjord(brott.sedan, idag)
  return (
    <Avsnitt rubrik={text.rubrik} luft>
      <div role="alert" className={stil.brott}>
        <p className={stil.vad}>{brott.nr === null ? text.vakt(sedan) : text.rad(brott.nr, sedan)}</p>
        <p>{text.gor}</p>
      </div>
      <p className={stil.lankar}>
        {chef && (
          <>
            <Lankknapp sort="lank" till="/kontoret/loggkontroll">
              {text.tillKontroll}
            </Lankknapp>
            <Lankknapp sort="lank" till="/kontoret/logg">
              {text.tillLoggen}
            </Lankknapp>
          </>
        )}
        <Lankknapp sort="lank" till={KOPIOR}>
          {text.tillKopior}
        </Lankknapp>
      </p>
    </Avsnitt>
  )
}
