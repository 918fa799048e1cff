import { Route, Switch } from 'wouter'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { ram } from '../../texter/ram.ts'
import { LamnaOver } from '../overlamningar/LamnaOver.tsx'
import { Arendesida } from './Arendesida.tsx'
import { Avslut } from './Avslut.tsx'
import { ForstorAnteckning } from './ForstorAnteckning.tsx'
import { Klientlista } from './Klientlista.tsx'
import { NyttForKlient, NyttFranKontakt, NyttUppdrag } from './NyttUppdrag.tsx'
import { Orosguide } from './Orosguide.tsx'
import { SkrivUt } from './SkrivUt.tsx'
import { Stryk } from './Stryk.tsx'

const NUMMER = /^\d{4}-\d{4,6}$/u

/** The room Klienter: the list, a page per ärende, and the flows of its uppdrag. */
export function Klienter() {
  return (
    <Switch>
      <Route path="/klienter">
        <Klientlista />
      </Route>
      <Route path="/klienter/nytt/fran/:kontaktId/:sida?">{({ kontaktId, sida }) => <NyttFranKontakt key={kontaktId} kontaktId={kontaktId} sida={sida} />}</Route>
      <Route path="/klienter/nytt/:sida?">{({ sida }) => <NyttUppdrag sida={sida} />}</Route>
      <Route path="/klienter/:nummer/*?">{({ nummer }) => (NUMMER.test(nummer) ? <Arendet key={nummer} nummer={nummer} /> : <FinnsInte />)}</Route>
    </Switch>
  )
}

function Arendet({ nummer }: { readonly nummer: string }) {
  return (
    <Switch>
      <Route path="/klienter/:nummer">
        <Arendesida nummer={nummer} />
      </Route>
      <Route path="/klienter/:nummer/avsluta/:sida?">{({ sida }) => <Avslut nummer={nummer} sida={sida} />}</Route>
      <Route path="/klienter/:nummer/lamna-over/:sida?">{({ sida }) => <LamnaOver nummer={nummer} sida={sida} />}</Route>
      <Route path="/klienter/:nummer/nytt/:sida?">{({ sida }) => <NyttForKlient nummer={nummer} sida={sida} />}</Route>
      <Route path="/klienter/:nummer/stryk/:uppdragId">{({ uppdragId }) => <Stryk nummer={nummer} uppdragId={uppdragId} />}</Route>
      <Route path="/klienter/:nummer/anteckning/:id/forstor">{({ id }) => <ForstorAnteckning nummer={nummer} id={id} />}</Route>
      <Route path="/klienter/:nummer/skriv-ut">
        <SkrivUt nummer={nummer} />
      </Route>
      <Route path="/klienter/:nummer/skriv-ut/:sort/:id?">{({ sort, id }) => <SkrivUt nummer={nummer} sort={sort} id={id} />}</Route>
      <Route path="/klienter/:nummer/oro">
        <Orosguide nummer={nummer} />
      </Route>
      <Route>
        <FinnsInte />
      </Route>
    </Switch>
  )
}

function FinnsInte() {
  return <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
}
