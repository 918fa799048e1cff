import { Route, Switch } from 'wouter'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { ram } from '../../texter/ram.ts'
import { LamnaOverAlla } from './LamnaOverAlla.tsx'
import { Lista } from './Lista.tsx'

/** The room Överlämningar: what is offered, and the flow that hands over all one's cases. */
export function Overlamningsrum() {
  return (
    <Switch>
      <Route path="/overlamningar">
        <Lista />
      </Route>
      <Route path="/overlamningar/alla/:sida?">{({ sida }) => <LamnaOverAlla sida={sida} />}</Route>
      <Route>
        <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
      </Route>
    </Switch>
  )
}
