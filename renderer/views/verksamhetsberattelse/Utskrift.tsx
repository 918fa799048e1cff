import { useQuery } from '@tanstack/react-query'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import type { Berattelsesvar } from '../../../electron/office/contract/verksamhetsberattelse.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Verksamhetsberattelse } from '../../print/Verksamhetsberattelse.tsx'
import { papper } from '../../texter/papper.ts'
import { verksamhetsberattelse as text } from '../../texter/verksamhetsberattelse.ts'
import { tillAdress } from '../statistik/val.ts'
import { Wordknapp } from './Wordknapp.tsx'

/** The story as it will stand on paper. */
export function Utskrift({ svar, skriver }: { readonly svar: Berattelsesvar; readonly skriver: boolean }) {
  const lage = useQuery(fraga.start.lage.queryOptions())
  const { ar, statistik } = svar
  return (
    <Forhandsvisning
      meta={{
        enhet: papper.enhet(statistik.enhet.namn, kommunMedKod(statistik.enhet.vardkommun)?.fulltNamn ?? statistik.enhet.vardkommun),
        dokument: text.dokument,
        nummer: String(ar),
      }}
      dokument={(meta) => <Verksamhetsberattelse meta={meta} data={svar} />}
      logga={() => kontor.utskrifter.logga({ dokument: 'verksamhetsberattelse', ar })}
      val={svar.version === 0 && !skriver ? <p>{text.ejBorjad}</p> : undefined}
      tillbaka={tillAdress({ ar, sida: skriver ? 'verksamhetsberattelse' : 'personer', kommuner: [] })}
      vidare={<Wordknapp ar={ar} tyst />}
      sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.filnamn(ar) }) : undefined}
    />
  )
}
