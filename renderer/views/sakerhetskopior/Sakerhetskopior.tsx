import { useQuery } from '@tanstack/react-query'
import { Route, Switch } from 'wouter'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { Avsnitt, Spalter } from '../../parts/Avsnitt.tsx'
import { Exporterbart } from '../../parts/Exporterbart.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { sakerhetskopior as text } from '../../texter/sakerhetskopior.ts'
import stil from '../kontoret/Kontoret.module.css'
import { Dagskopian } from './Dagskopian.tsx'
import { Exporten } from './Exporten.tsx'
import { Kopielistan, Undanlagt } from './Kopielistan.tsx'
import { useKopielage } from './kopiefraga.ts'
import { narGjord } from './lage.ts'
import { Mappen } from './Mappen.tsx'
import { Ovningen } from './Ovningen.tsx'
import { EXPORTERA, OVA } from './vagar.ts'

/** Kontoret → Säkerhetskopior: the daily copies; the drill and the export on pages of their own. */
export function Sakerhetskopior() {
  return (
    <Switch>
      <Route path={EXPORTERA} component={Exporten} />
      <Route path={OVA} component={Ovningen} />
      <Route component={Oversikt} />
    </Switch>
  )
}

function Oversikt() {
  const kopior = useQuery({ ...fraga.sakerhetskopior.hamta.queryOptions(), refetchOnWindowFocus: false })
  const lage = useKopielage()
  return (
    <Hamtat svar={kopior}>
      {(svar) => (
        <Hamtat svar={lage}>
          {(nu) => (
            <Spalter sida={<Sidan ovad={nu.ovad} />}>
              <Dagskopian lage={nu} />
              <Mappen kopior={svar} />
              <Kopielistan kopior={svar} />
              {svar.undanlagt.length > 0 && <Undanlagt rader={svar.undanlagt} />}
            </Spalter>
          )}
        </Hamtat>
      )}
    </Hamtat>
  )
}

function Sidan({ ovad }: { readonly ovad: string | null }) {
  const idag = useIdag()
  return (
    <>
      <Avsnitt rubrik={text.ovaRubrik} luft>
        <p className={stil.text}>{text.ovaText}</p>
        <p className={stil.text}>{ovad === null ? text.aldrigOvad : text.ovadSenast(narGjord(ovad, idag))}</p>
        <Lankknapp till={OVA}>{text.ova}</Lankknapp>
      </Avsnitt>
      <Avsnitt rubrik={text.exporteraRubrik} luft>
        <Exporterbart>
          <p className={stil.text}>{text.exporteraText}</p>
          <Lankknapp till={EXPORTERA}>{text.exportera}</Lankknapp>
        </Exporterbart>
      </Avsnitt>
      <Avsnitt rubrik={text.sparasRubrik} luft>
        <ul className={stil.punkter}>
          {text.sparas.map((rad) => (
            <li key={rad}>{rad}</li>
          ))}
        </ul>
      </Avsnitt>
    </>
  )
}
