import { type ComponentType, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { Lage } from '../../../electron/office/contract/start.ts'
import { Anvandare } from './Anvandare.tsx'
import { Bladet } from './Bladet.tsx'
import { Du, Person } from './Person.tsx'
import { Enhet } from './Enhet.tsx'
import { Grupper } from './Grupper.tsx'
import { Klart } from './Klart.tsx'
import { Kommuner } from './Kommuner.tsx'
import { Kontrollera } from './Kontrollera.tsx'
import { farVisas, forstaObesvarade, STEG, type Stegnamn, TOMT_UTKAST } from './kontorsutkast.ts'
import { Plan } from './Plan.tsx'
import type { Uppstart } from './Start.tsx'
import { VAG } from './vagar.ts'

/** What every page of the flow is given. */
export interface Stegegenskaper {
  readonly uppstart: Uppstart
  readonly lage: Lage
}

const SIDOR: Record<Stegnamn, ComponentType<Stegegenskaper & { readonly onSkapat: (enhet: string) => void }>> = {
  enhet: Enhet,
  kommuner: Kommuner,
  du: Du,
  anvandare: Anvandare,
  plan: Plan,
  kontrollera: Kontrollera,
  nyckelblad: Bladet,
  grupper: Grupper,
}

/**
 * The set-up flow: one thing a page, each with an address of its own so that the browser's Back works. A
 * page that rests on answers which are not there (after a reload they are gone) leads to the first that is missing.
 */
export function Skapa({ uppstart, lage }: Stegegenskaper) {
  // As it stood when the flow was entered: while it is being created the folder stops being empty.
  const [tomMapp] = useState(lage.lage === 'nytt')
  const [skapat, setSkapat] = useState<string>()
  const [plats] = useLocation()
  if (skapat !== undefined) return plats === VAG.klart ? <Klart enhet={skapat} lage={lage} /> : <Redirect to={VAG.klart} replace />
  if (!tomMapp) return <Redirect to={VAG.start} replace />
  const egenskaper = { uppstart, lage, onSkapat: setSkapat }
  return (
    <Switch>
      {STEG.map((steg) => {
        const Sida = SIDOR[steg]
        return (
          <Route key={steg} path={VAG.steg(steg)}>
            {farVisas(steg, uppstart.utkast) ? <Sida {...egenskaper} /> : <Tillbaka uppstart={uppstart} />}
          </Route>
        )
      })}
      <Route path="/start/skapa/person/:vilken">
        {({ vilken }) => (farVisas('anvandare', uppstart.utkast) ? <Person key={vilken} vilken={vilken} {...egenskaper} /> : <Tillbaka uppstart={uppstart} />)}
      </Route>
      <Route>
        <Tillbaka uppstart={uppstart} />
      </Route>
    </Switch>
  )
}

/** To the first unanswered page; to the beginning when nothing is answered. */
function Tillbaka({ uppstart }: { readonly uppstart: Uppstart }) {
  const steg = forstaObesvarade(uppstart.utkast)
  return <Redirect to={steg === undefined || uppstart.utkast === TOMT_UTKAST ? VAG.start : VAG.steg(steg)} replace />
}
