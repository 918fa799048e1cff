import { Route, Switch } from 'wouter'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { ram } from '../../texter/ram.ts'
import { Ledningsgrupp } from '../ledningsgrupp/Ledningsgrupp.tsx'
import { Mote } from '../ledningsgrupp/Mote.tsx'
import { Underlagspapper } from '../ledningsgrupp/Underlagspapper.tsx'
import { Brist } from './Brist.tsx'
import { Bristlista } from './Bristlista.tsx'
import { NyBrist } from './NyBrist.tsx'
import { Rapport, Rapporter } from './Rapporter.tsx'

/** The room Systemfel och brister: what is noticed, who it is told, and what they decide. */
export function Systemfel() {
  return (
    <Switch>
      <Route path="/systemfel">
        <Bristlista />
      </Route>
      <Route path="/systemfel/ny">
        <NyBrist />
      </Route>
      <Route path="/systemfel/ledningsgrupp">
        <Ledningsgrupp />
      </Route>
      <Route path="/systemfel/mote/:id/underlag">{({ id }) => <Underlagspapper key={id} id={id} />}</Route>
      <Route path="/systemfel/mote/:id">{({ id }) => <Mote key={id} id={id} />}</Route>
      <Route path="/systemfel/rapporter">
        <Rapporter />
      </Route>
      <Route path="/systemfel/rapporter/ledningsgrupp">
        <Rapport key="ledningsgrupp" till="ledningsgrupp" />
      </Route>
      <Route path="/systemfel/rapporter/lansstyrelsen">
        <Rapport key="lansstyrelsen" till="lansstyrelsen" />
      </Route>
      <Route path="/systemfel/:id">{({ id }) => <Brist key={id} id={id} />}</Route>
      <Route>
        <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
      </Route>
    </Switch>
  )
}
