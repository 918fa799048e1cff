import { Route, Switch } from 'wouter'
import type { Slag } from '../../../db/model/blankett/typer.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { ram } from '../../texter/ram.ts'
import { Arssida } from './Arssida.tsx'
import { Handling } from './Handling.tsx'
import { Ny } from './Ny.tsx'
import { ROT } from './vagar.ts'

const AR = /^20\d\d$|^2100$/u

/** The pages of a kind: the year's, a new one, and each handling. */
export function Handlingsrutter({ slag }: { readonly slag: Slag }) {
  const { roller } = useInloggad()
  const rot = ROT[slag]
  return (
    <Switch>
      {roller.includes('enhetschef') && <Route path={`${rot}/ar/:ar/ny`}>{({ ar }) => (AR.test(ar) ? <Ny slag={slag} ar={Number(ar)} /> : <Okand />)}</Route>}
      <Route path={`${rot}/ar/:ar`}>{({ ar }) => (AR.test(ar) ? <Arssida slag={slag} ar={Number(ar)} /> : <Okand />)}</Route>
      <Route<{ id: string; dar?: string; falt?: string }> path={`${rot}/handling/:id/:dar?/:falt?`}>{({ id, dar, falt }) => <Handling slag={slag} id={id} dar={dar} falt={falt} />}</Route>
      <Route component={Okand} />
    </Switch>
  )
}

function Okand() {
  return <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
}
