import { useQuery } from '@tanstack/react-query'
import { DatabaseBackup } from 'lucide-react'
import { Route, Switch, useLocation } from 'wouter'
import { felmening } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Delar } from '../../parts/Delar.tsx'
import { useExportForbjuden } from '../../parts/Exporterbart.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { kontoret as text } from '../../texter/kontoret.ts'
import { ram } from '../../texter/ram.ts'
import { Importera } from '../importera/Importera.tsx'
import { Forhand } from '../gallring/Forhand.tsx'
import { Gallring } from '../gallring/Gallring.tsx'
import { Protokoll } from '../gallring/Protokoll.tsx'
import { FORHAND, GALLRINGEN } from '../gallring/vagar.ts'
import { Kontroll } from '../logg/Kontroll.tsx'
import { Kontrollpapper } from '../logg/Kontrollpapper.tsx'
import { Logg } from '../logg/Logg.tsx'
import { KONTROLLERNA, Loggkontroller } from '../logg/Loggkontroller.tsx'
import { Sakerhetskopior } from '../sakerhetskopior/Sakerhetskopior.tsx'
import { EXPORTERA, KOPIOR } from '../sakerhetskopior/vagar.ts'
import { Anvandare } from './Anvandare.tsx'
import { Anvandarsida } from './Anvandarsida.tsx'
import { Bemanning } from './Bemanning.tsx'
import { Enheten } from './Enheten.tsx'
import { Installningar } from './Installningar.tsx'
import { Kodlistor } from './Kodlistor.tsx'
import { Kommuner } from './Kommuner.tsx'
import { NyAnvandare } from './NyAnvandare.tsx'
import { NyIdentitet } from './NyIdentitet.tsx'
import { Nyckelbladet, NYTT_BLAD } from './Nyckelbladet.tsx'
import { NyttNyckelblad } from './NyttNyckelblad.tsx'
import { Nodoppning } from './Nodoppning.tsx'
import { administrerar, grupperFor, skoter } from './ratt.ts'
import { Fordelningsutskrift } from '../statsbidrag/Fordelningsutskrift.tsx'
import { Statsbidrag } from '../statsbidrag/Statsbidrag.tsx'
import { Utbildning } from './Utbildning.tsx'
import { StangAv } from './StangAv.tsx'
import type { Kontorsuppgifter } from './uppgifter.ts'

/** The room: unit, kommuner, staff, users, lists, settings, backup; the import behind a page of its own. */
export function Kontoret() {
  const { roller } = useInloggad()
  return (
    <Switch>
      {administrerar(roller) && <Route path="/kontoret/importera/*?" component={Importera} />}
      {administrerar(roller) && <Route path="/kontoret/anvandare/ny" component={NyAnvandare} />}
      {skoter(roller) && <Route path="/kontoret/anvandare/:id">{({ id }) => <Anvandarsida id={id} />}</Route>}
      {skoter(roller) && <Route path="/kontoret/anvandare/:id/losenord">{({ id }) => <NyIdentitet id={id} />}</Route>}
      {administrerar(roller) && <Route path="/kontoret/anvandare/:id/stang-av">{({ id }) => <StangAv id={id} />}</Route>}
      {skoter(roller) && <Route path={NYTT_BLAD} component={NyttNyckelblad} />}
      <Route path="/kontoret/nyckelblad" component={Nyckelbladet} />
      {roller.includes('enhetschef') && <Route path="/kontoret/nodoppning" component={Nodoppning} />}
      {skoter(roller) && <Route path={FORHAND} component={Forhand} />}
      {skoter(roller) && <Route path="/kontoret/gallring/:id">{({ id }) => <Protokoll id={id} />}</Route>}
      {roller.includes('enhetschef') && <Route path="/kontoret/loggkontroll/:id/skriv-ut">{({ id }) => <Kontrollpapper id={id} />}</Route>}
      {roller.includes('enhetschef') && <Route path="/kontoret/loggkontroll/:id">{({ id }) => <Kontroll id={id} />}</Route>}
      {roller.includes('enhetschef') && <Route path="/kontoret/statsbidrag/:ar/fordelning/:sokande">{(val) => <Fordelningsutskrift {...val} />}</Route>}
      <Route component={Avdelningar} />
    </Switch>
  )
}

function Avdelningar() {
  const { roller, enhet } = useInloggad()
  const svar = useQuery(fraga.enhet.hamta.queryOptions())
  const [plats, ga] = useLocation()
  const grupper = grupperFor(roller)
  const flikar = grupper.flatMap((grupp) => grupp.delar)
  const kopierar = !useExportForbjuden() && skoter(roller)
  useKommandon(kopierar ? [{ id: 'kontoret.kopia', text: text.enheten.exportera, gor: () => ga(EXPORTERA) }] : [])
  if (!flikar.some((flik) => plats === flik.vag || (flik.vag !== '/kontoret' && plats.startsWith(`${flik.vag}/`)))) return <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
  return (
    <>
      <Sidhuvud
        over={svar.data?.enhet.namn ?? enhet}
        rubrik={text.rubrik}
        titel={text.rubrik}
        handlingar={
          kopierar &&
          plats === '/kontoret' && (
            <Lankknapp sort="forsta" till={EXPORTERA} ikon={DatabaseBackup}>
              {text.enheten.exportera}
            </Lankknapp>
          )
        }
      />
      <Delar etikett={text.avdelningar} grupper={grupper}>
        {svar.isError && <p role="alert">{felmening(svar.error)}</p>}
        {svar.isPending && <Hamtar />}
        {svar.data && <Avdelningen uppgifter={svar.data} far={(vag) => flikar.some((flik) => flik.vag === vag)} />}
      </Delar>
    </>
  )
}

function Avdelningen({ uppgifter, far }: { readonly uppgifter: Kontorsuppgifter; readonly far: (vag: string) => boolean }) {
  return (
    <Switch>
      <Route path="/kontoret">
        <Enheten uppgifter={uppgifter} />
      </Route>
      <Route path="/kontoret/kommuner">
        <Kommuner uppgifter={uppgifter} />
      </Route>
      {far('/kontoret/bemanning') && (
        <Route path="/kontoret/bemanning">
          <Bemanning uppgifter={uppgifter} />
        </Route>
      )}
      {far('/kontoret/utbildning') && <Route path="/kontoret/utbildning" component={Utbildning} />}
      {far('/kontoret/statsbidrag') && <Route path="/kontoret/statsbidrag/:ar?">{({ ar }) => <Statsbidrag valt={ar} />}</Route>}
      <Route path="/kontoret/anvandare">
        <Anvandare />
      </Route>
      <Route path="/kontoret/kodlistor/:lista?">{({ lista }) => <Kodlistor vald={lista} />}</Route>
      {far('/kontoret/installningar') && (
        <Route path="/kontoret/installningar">
          <Installningar uppgifter={uppgifter} />
        </Route>
      )}
      {far(KOPIOR) && <Route path={`${KOPIOR}/*?`} component={Sakerhetskopior} />}
      {far(GALLRINGEN) && (
        <Route path={GALLRINGEN}>
          <Gallring uppgifter={uppgifter} />
        </Route>
      )}
      {far('/kontoret/logg') && <Route path="/kontoret/logg" component={Logg} />}
      {far(KONTROLLERNA) && <Route path={KONTROLLERNA} component={Loggkontroller} />}
      <Route>
        <p>{ram.sidanFinnsInteText}</p>
      </Route>
    </Switch>
  )
}
