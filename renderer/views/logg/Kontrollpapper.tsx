import { useQuery } from '@tanstack/react-query'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useEnhet } from '../../app/kontorsdata.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Loggkontroll } from '../../print/Loggkontroll.tsx'
import { loggkontroll as text } from '../../texter/logg.ts'
import { papper } from '../../texter/papper.ts'
import { kontrollvag } from './Loggkontroller.tsx'

/** The check as it will stand on paper. */
export function Kontrollpapper({ id }: { readonly id: string }) {
  const kontroll = useQuery(fraga.loggkontroll.hamta.queryOptions({ input: { id } }))
  const enhet = useEnhet()
  const lage = useQuery(fraga.start.lage.queryOptions())
  return (
    <Hamtat svar={enhet}>
      {({ enhet: unit }) => (
        <Hamtat svar={kontroll}>
          {(data) => (
            <Forhandsvisning
              meta={{
                enhet: papper.enhet(unit.namn, kommunMedKod(unit.vardkommun)?.fulltNamn ?? unit.vardkommun),
                dokument: text.papper.dokument,
                nummer: data.till.slice(0, 4),
                ...(data.klar === null ? { status: text.papper.utkast } : {}),
              }}
              dokument={(meta) => <Loggkontroll meta={meta} data={data} />}
              logga={() => kontor.utskrifter.logga({ dokument: 'loggkontroll', ar: Number(data.till.slice(0, 4)) })}
              tillbaka={kontrollvag(id)}
              sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.papper.filnamn(data.till) }) : undefined}
            />
          )}
        </Hamtat>
      )}
    </Hamtat>
  )
}
