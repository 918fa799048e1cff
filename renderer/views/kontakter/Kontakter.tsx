import { Route, Switch } from 'wouter'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { ram } from '../../texter/ram.ts'
import { Ko } from './Ko.tsx'
import { Kontakt } from './Kontakt.tsx'
import { Kontaktlista } from './Kontaktlista.tsx'
import { StrykKontakt } from './StrykKontakt.tsx'

/** The room Kontakter: the list with its small form, the queue, and a page per contact. */
export function Kontakter() {
  return (
    <Switch>
      <Route path="/kontakter">
        <Kontaktlista />
      </Route>
      <Route path="/kontakter/ko">
        <Ko />
      </Route>
      <Route path="/kontakter/:id/stryk">{({ id }) => <StrykKontakt key={id} id={id} />}</Route>
      <Route path="/kontakter/:id">{({ id }) => <Kontakt key={id} id={id} />}</Route>
      <Route>
        <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
      </Route>
    </Switch>
  )
}
