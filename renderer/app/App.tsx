import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Hamtar } from '../parts/Forlopp.tsx'
import { ram } from '../texter/ram.ts'
import { session as text } from '../texter/session.ts'
import { useArendesok } from '../views/klienter/arendesok.ts'
import { BekraftaBlad } from '../views/session/BekraftaBlad.tsx'
import { EgetLosenord } from '../views/session/EgetLosenord.tsx'
import { GlomtLosenord } from '../views/session/GlomtLosenord.tsx'
import { Inloggning } from '../views/session/Inloggning.tsx'
import { MittLosenord } from '../views/session/MittLosenord.tsx'
import { Start } from '../views/start/Start.tsx'
import { VAG } from '../views/start/vagar.ts'
import { useAterstalldaUtkast } from './aterstalldaUtkast.ts'
import { useForbindelse } from './forbindelse.ts'
import { felmening, fragor } from './fraga.ts'
import { Framsida } from './Framsida.tsx'
import { fraga } from './klient.ts'
import { Ram } from './Ram.tsx'
import { rumFor } from './rum.tsx'
import { useSession } from './session.ts'
import { Sidhuvud } from './Sidhuvud.tsx'
import { Varningar } from './Varningar.tsx'

/** The window. Pages lie behind the address's hash: the same under app:// and on loopback, whatever path the files have. */
export function App() {
  return (
    <I18nProvider locale="sv-SE">
      <QueryClientProvider client={fragor}>
        <Router hook={useHashLocation}>
          <Forstesida />
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  )
}

/** What stands before the rooms: the connection, the first start, the login, a password of one's own. */
function Forstesida() {
  const forbindelse = useForbindelse((f) => f.lage)
  const { inloggad, satt } = useSession()
  const [plats] = useLocation()
  const lage = useQuery({ ...fraga.start.lage.queryOptions(), enabled: inloggad === undefined })
  const jag = useQuery({ ...fraga.session.jag.queryOptions(), enabled: inloggad === undefined && lage.data?.lage === 'inloggad' })
  useEffect(() => {
    if (jag.data) satt(jag.data)
  }, [jag.data, satt])

  if (forbindelse === 'utanSession') return <Besked rubrik={text.utanSession} mening={text.utanSessionText} />
  if (forbindelse === 'bruten') return <Besked rubrik={text.bruten} mening={text.brutenText} />
  if (inloggad?.masteBytaLosenord) return <EgetLosenord />
  if (inloggad?.bekraftaBlad) return <BekraftaBlad />
  if (inloggad) return <Rummen />
  if (lage.isError) return <Besked rubrik={text.bruten} mening={felmening(lage.error)} />
  if (lage.data === undefined || lage.data.lage === 'inloggad') return <Hamtar />
  if (lage.data.lage === 'last' && plats === VAG.glomt) return <GlomtLosenord />
  if (lage.data.lage === 'nytt' || plats.startsWith('/start/')) return <Start lage={lage.data} />
  return <Inloggning lage={lage.data} />
}

function Rummen() {
  const inloggad = useSession((s) => s.inloggad)
  const rum = rumFor(inloggad?.roller ?? [])
  const [plats] = useLocation()
  const klar = useAterstalldaUtkast()
  if (!klar) return <Hamtar />
  return (
    <Ram useArendesok={useArendesok}>
      {plats === rum[0]?.vag && <Varningar />}
      <Switch>
        {rum.map((r) => (
          <Route key={r.id} path={`${r.vag}/*?`}>
            {r.vy && <r.vy />}
          </Route>
        ))}
        <Route path="/mitt-losenord" component={MittLosenord} />
        {rum[0] && (
          <Route path="/">
            <Redirect to={rum[0].vag} replace />
          </Route>
        )}
        <Route>
          <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
        </Route>
      </Switch>
    </Ram>
  )
}

function Besked({ rubrik, mening }: { readonly rubrik: string; readonly mening: string }) {
  return (
    <Framsida>
      <Sidhuvud rubrik={rubrik} titel={rubrik} under={mening} />
    </Framsida>
  )
}
