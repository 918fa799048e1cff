import { useQuery } from '@tanstack/react-query'
import { Route, Switch } from 'wouter'
import { SLAG, type BlankettRad } from '../../../db/model/blankett/typer.ts'
import { LAN } from '../../../db/model/kommuner.ts'
import { felmening } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sparaFil } from '../../parts/sparaFil.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Exporterbart } from '../../parts/Exporterbart.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { blanketter as text } from '../../texter/blanketter.ts'
import { handling } from '../../texter/handling.ts'
import { ram } from '../../texter/ram.ts'
import { Rumsflikar } from '../handling/Rumsflikar.tsx'
import { BLANKETTER, blankettvag } from '../handling/vagar.ts'
import { Blanketten } from './Blanketten.tsx'
import stil from './blanketter.module.css'
import { Importera } from './Importera.tsx'
import { Kopiera } from './Kopiera.tsx'

/** The forms: Lotsen's own and those of the counties. */
export function Blanketter() {
  const { roller } = useInloggad()
  if (!roller.includes('enhetschef')) return <Sidhuvud rubrik={ram.sidanFinnsInte} titel={ram.sidanFinnsInte} under={ram.sidanFinnsInteText} />
  return (
    <Switch>
      <Route path={`${BLANKETTER}/:id/:version`}>{({ id, version }) => <Blanketten id={id} version={Number(version)} />}</Route>
      <Route component={Alla} />
    </Switch>
  )
}

function Alla() {
  return (
    <>
      <Sidhuvud over={handling.rummet} rubrik={text.rubrik} titel={text.rubrik} />
      <Rumsflikar />
      <p className={stil.ingress}>{text.ingress}</p>
      <Exporterbart>{null}</Exporterbart>
      {SLAG.map((slag) => (
        <Lista key={slag} slag={slag} />
      ))}
      <Importera />
    </>
  )
}

function Lista({ slag }: { readonly slag: (typeof SLAG)[number] }) {
  const svar = useQuery(fraga.blanketter.lista.queryOptions({ input: { slag } }))
  return (
    <Avsnitt rubrik={text.slag[slag]}>
      <Hamtat svar={svar}>
        {(rader) => (
          <Tabell
            bildtext={text.slag[slag]}
            kolumner={[
              { id: 'namn', rubrik: text.namn, cell: (b: BlankettRad) => <Namn rad={b} /> },
              { id: 'galler', rubrik: text.galler, cell: (b) => text.ar(b.fran, b.till) },
              { id: 'version', rubrik: text.version, tal: true, cell: (b) => b.version },
              { id: 'anvands', rubrik: text.anvands, tal: true, cell: (b) => text.handlingar(b.anvands) },
              { id: 'gor', rubrik: text.oppna, handling: true, cell: (b) => <Handlingar rad={b} /> },
            ]}
            rader={rader}
            nyckel={(b) => b.id}
          />
        )}
      </Hamtat>
    </Avsnitt>
  )
}

function Namn({ rad }: { readonly rad: BlankettRad }) {
  const lan = LAN.find((l) => l.kod === rad.lan)?.namn
  return (
    <>
      {rad.namn}
      <span className={stil.under}>
        {lan !== undefined && text.lan(lan)}
        {rad.inbyggd && text.lotsens}
      </span>
    </>
  )
}

function Handlingar({ rad }: { readonly rad: BlankettRad }) {
  const exportera = async () => {
    try {
      const fil = await kontor.blanketter.exportera({ id: rad.id, version: rad.version })
      sparaFil(fil)
      sag(text.exporterad(fil.name))
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  return (
    <span className={stil.knappar}>
      <Lankknapp storlek="liten" till={blankettvag(rad.id, rad.version)}>
        {text.oppna}
        <Osynlig> {rad.namn}</Osynlig>
      </Lankknapp>
      <Kopiera rad={rad} />
      <Exporterbart tyst>
        <Knapp storlek="liten" onPress={() => void exportera()}>
          {text.exportera}
          <Osynlig> {rad.namn}</Osynlig>
        </Knapp>
      </Exporterbart>
    </span>
  )
}
