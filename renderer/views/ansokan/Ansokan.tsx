import { Redirect, Route, Switch } from 'wouter'
import { useIdag } from '../../app/idag.ts'
import { Handlingsrutter } from '../handling/Rutter.tsx'
import { arsvag, forvaltHandlingsar, ROT } from '../handling/vagar.ts'

/** Årets ansökan (2013:522 8 §): the pages of a redovisning, under its own address. */
export function Ansokan() {
  const ar = forvaltHandlingsar('ansokan', useIdag())
  return (
    <Switch>
      <Route path={ROT.ansokan}>
        <Redirect to={arsvag('ansokan', ar)} replace />
      </Route>
      <Route>
        <Handlingsrutter slag="ansokan" />
      </Route>
    </Switch>
  )
}
