import { Redirect, Route, Switch } from 'wouter'
import { useIdag } from '../../app/idag.ts'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Ansokan } from '../ansokan/Ansokan.tsx'
import { Blanketter } from '../blanketter/Blanketter.tsx'
import { useArslista } from '../handling/fragor.ts'
import { Handlingsrutter } from '../handling/Rutter.tsx'
import { arsvag, BLANKETTER, forvaltHandlingsar, handlingsvag } from '../handling/vagar.ts'
import { Siffror } from './Siffror.tsx'

/** The room: the year's redovisningar and ansökningar, their forms, and all figures of a year. */
export function Redovisning() {
  return (
    <Switch>
      <Route path="/redovisning" component={Borjan} />
      <Route path="/redovisning/ansokan/*?" component={Ansokan} />
      <Route path={`${BLANKETTER}/*?`} component={Blanketter} />
      <Route path="/redovisning/ar/*?">
        <Handlingsrutter slag="redovisning" />
      </Route>
      <Route path="/redovisning/handling/*?">
        <Handlingsrutter slag="redovisning" />
      </Route>
      <Route component={Siffror} />
    </Switch>
  )
}

/** Where there is one redovisning of the year it opens; else the year's list. */
function Borjan() {
  const ar = forvaltHandlingsar('redovisning', useIdag())
  const lista = useArslista('redovisning', ar)
  if (lista.isPending) return <Hamtar />
  const [enda, ...flera] = lista.data?.handlingar ?? []
  return <Redirect to={enda !== undefined && flera.length === 0 ? handlingsvag('redovisning', enda.id) : arsvag('redovisning', ar)} replace />
}
