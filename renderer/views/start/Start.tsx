import { useState } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { Lage, Nyckelblad } from '../../../electron/office/contract/start.ts'
import { Aterstall } from './Aterstall.tsx'
import { Exempel } from './Exempel.tsx'
import { type Kontorsutkast, TOMT_UTKAST } from './kontorsutkast.ts'
import { Skapa } from './Skapa.tsx'
import { Vagval } from './Vagval.tsx'
import { VAG } from './vagar.ts'

/** What the set-up flow knows: the answers so far, and the sheet that has been shown. In memory alone. */
export interface Uppstart {
  readonly utkast: Kontorsutkast
  readonly satt: (del: Partial<Kontorsutkast>) => void
  readonly blad: Nyckelblad | undefined
  readonly sattBlad: (blad: Nyckelblad | undefined) => void
  /** Set by "Ändra" on the page of answers: the changed page leads back there. */
  readonly tillKontroll: boolean
  readonly sattTillKontroll: (till: boolean) => void
  readonly kasta: () => void
}

/** Everything before there is an office to log in to, and the restoring of one. */
export function Start({ lage }: { readonly lage: Lage }) {
  const [utkast, setUtkast] = useState(TOMT_UTKAST)
  const [blad, sattBlad] = useState<Nyckelblad>()
  const [tillKontroll, sattTillKontroll] = useState(false)
  const uppstart: Uppstart = {
    utkast,
    satt: (del) => setUtkast((gammalt) => ({ ...gammalt, ...del })),
    blad,
    sattBlad,
    tillKontroll,
    sattTillKontroll,
    kasta: () => {
      setUtkast(TOMT_UTKAST)
      sattBlad(undefined)
      sattTillKontroll(false)
    },
  }
  return (
    <Switch>
      <Route path="/start/skapa/*?">
        <Skapa lage={lage} uppstart={uppstart} />
      </Route>
      <Route path={VAG.exempel}>
        <Exempel lage={lage} />
      </Route>
      <Route path={VAG.aterstall}>
        <Aterstall lage={lage} />
      </Route>
      {lage.lage === 'nytt' && (
        <Route path="/">
          <Vagval lage={lage} />
        </Route>
      )}
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  )
}
