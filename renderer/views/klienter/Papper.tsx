import { useQuery } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useState } from 'react'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { Avslut } from '../../print/Avslut.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Overenskommelse } from '../../print/Overenskommelse.tsx'
import { Overlamning } from '../../print/Overlamning.tsx'
import { Registerutdrag } from '../../print/Registerutdrag.tsx'
import { Samtycke } from '../../print/Samtycke.tsx'
import type { Dokumentmeta } from '../../print/sidstil.ts'
import { klienter } from '../../texter/klienter.ts'
import { klientpapper as text } from '../../texter/klientpapper.ts'
import { papper } from '../../texter/papper.ts'
import type { Arendedata } from './Arendesida.tsx'
import stil from './klienter.module.css'
import { avslutsdata, overenskommelsedata, overlamningsdata, samtyckesdata } from './pappersdata.ts'
import { aktuellt } from './uppdragsrad.ts'

export type Papperssort = 'overenskommelse' | 'samtycke' | 'avslut' | 'registerutdrag' | 'overlamning'

const DOKUMENT: Record<Papperssort, string> = {
  overenskommelse: text.overenskommelse.dokument,
  samtycke: text.samtycke.dokument,
  avslut: text.avslut.dokument,
  registerutdrag: text.utdrag.dokument,
  overlamning: text.overlamning.dokument,
}

interface Egenskaper {
  readonly data: Arendedata
  /** The consent or the handover; the newest handover when there is none. */
  readonly id: string | undefined
}

/** One paper of a case, as it will be printed. */
export function Papper({ sort, ...egenskaper }: Egenskaper & { readonly sort: Papperssort }) {
  switch (sort) {
    case 'overenskommelse':
      return <Overenskommelsen {...egenskaper} />
    case 'samtycke':
      return <Samtycket {...egenskaper} />
    case 'avslut':
      return <Avslutet {...egenskaper} />
    case 'registerutdrag':
      return <Utdraget {...egenskaper} />
    case 'overlamning':
      return <Overlamningen {...egenskaper} />
  }
}

function Overenskommelsen({ data }: Egenskaper) {
  const uppdrag = aktuellt(data.arende.uppdrag)
  if (uppdrag === undefined) return <Inget data={data} sort="overenskommelse" />
  return <Visning data={data} sort="overenskommelse" dokument={(meta) => <Overenskommelse meta={meta} data={overenskommelsedata(data, uppdrag)} />} />
}

function Samtycket({ data, id }: Egenskaper) {
  const uppdrag = aktuellt(data.arende.uppdrag)
  const samtycke = data.arende.samtycken.find((rad) => rad.id === id && !rad.struken)
  if (uppdrag === undefined || samtycke === undefined) return <Inget data={data} sort="samtycke" />
  return <Visning data={data} sort="samtycke" dokument={(meta) => <Samtycke meta={meta} data={samtyckesdata(data, uppdrag, samtycke)} />} />
}

function Avslutet({ data }: Egenskaper) {
  const uppdrag = aktuellt(data.arende.uppdrag)
  const [valt, setValt] = useState<boolean>()
  if (uppdrag === undefined || uppdrag.slut === null) return <Inget data={data} sort="avslut" />
  const avslutat = { ...uppdrag, slut: uppdrag.slut }
  const medAnteckningar = valt ?? uppdrag.anteckningarna === 'klienten'
  const finns = data.arende.anteckningar.some((rad) => rad.uppdragId === uppdrag.id)
  return (
    <Visning
      data={data}
      sort="avslut"
      dokument={(meta) => <Avslut meta={meta} data={avslutsdata(data, avslutat, medAnteckningar)} />}
      {...(finns ? { val: <Kryss etikett={text.avslut.visaAnteckningar} hjalp={text.avslut.visaAnteckningarHjalp} varde={medAnteckningar} onAndra={setValt} /> } : {})}
    />
  )
}

/** Asked for once it is to be seen: the extract is an opening and a print in the log. */
function Utdraget({ data }: Egenskaper) {
  const utdrag = useQuery(fraga.arenden.utdrag.queryOptions({ input: { nummer: data.arende.nummer }, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false }))
  return <Hamtat svar={utdrag}>{(svar) => <Visning data={data} sort="registerutdrag" dokument={(meta) => <Registerutdrag meta={meta} utdrag={svar} listor={data.listor} />} />}</Hamtat>
}

function Overlamningen({ data, id }: Egenskaper) {
  const historik = useQuery(fraga.overlamningar.historik.queryOptions({ input: { nummer: data.arende.nummer }, refetchOnWindowFocus: false }))
  const uppdrag = aktuellt(data.arende.uppdrag)
  const pagar = uppdrag !== undefined && uppdrag.slut === null ? uppdrag : undefined
  return (
    <Hamtat svar={historik}>
      {(rader) => {
        const rad = id === undefined ? rader.at(-1) : rader.find((en) => en.id === id)
        if (rad === undefined) return <Inget data={data} sort="overlamning" />
        return <Visning data={data} sort="overlamning" dokument={(meta) => <Overlamning meta={meta} data={overlamningsdata(data, pagar, rad)} />} />
      }}
    </Hamtat>
  )
}

interface Visningsegenskaper {
  readonly data: Arendedata
  readonly sort: Papperssort
  readonly dokument: (meta: Dokumentmeta) => ReactElement
  readonly val?: ReactNode
}

function Visning({ data: { arende, enhet }, sort, dokument, val }: Visningsegenskaper) {
  const lage = useQuery(fraga.start.lage.queryOptions())
  const { namn, vardkommun } = enhet.enhet
  return (
    <Forhandsvisning
      meta={{
        enhet: papper.enhet(namn, kommunMedKod(vardkommun)?.fulltNamn ?? vardkommun),
        dokument: DOKUMENT[sort],
        nummer: arende.nummer,
        sekretess: true,
        stor: sort !== 'overlamning',
      }}
      dokument={dokument}
      val={val !== undefined && <div className={stil.pappersval}>{val}</div>}
      logga={() => kontor.utskrifter.logga({ dokument: sort, nummer: arende.nummer })}
      tillbaka={`/klienter/${arende.nummer}/skriv-ut`}
      sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.filnamn(DOKUMENT[sort], arende.nummer) }) : undefined}
    />
  )
}

function Inget({ data: { arende }, sort }: { readonly data: Arendedata; readonly sort: Papperssort }) {
  return (
    <>
      <Sidhuvud rubrik={DOKUMENT[sort]} titel={DOKUMENT[sort]} over={arende.nummer} under={text.finnsInte} />
      <Lankknapp till={`/klienter/${arende.nummer}/skriv-ut`}>{klienter.skrivUt}</Lankknapp>
    </>
  )
}
