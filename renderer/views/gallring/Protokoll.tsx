import { useQuery } from '@tanstack/react-query'
import { idag } from '../../../db/model/kalender.ts'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useEnhet } from '../../app/kontorsdata.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Gallringsprotokoll } from '../../print/Gallringsprotokoll.tsx'
import { gallring as text } from '../../texter/gallring.ts'
import { papper } from '../../texter/papper.ts'
import { GALLRINGEN } from './vagar.ts'

/** The protocol of a gallring as it will stand on paper. */
export function Protokoll({ id }: { readonly id: string }) {
  const protokoll = useQuery(fraga.gallring.hamta.queryOptions({ input: { id } }))
  const enhet = useEnhet()
  const lage = useQuery(fraga.start.lage.queryOptions())
  return (
    <Hamtat svar={enhet}>
      {({ enhet: unit }) => (
        <Hamtat svar={protokoll}>
          {(data) => (
            <Forhandsvisning
              meta={{ enhet: papper.enhet(unit.namn, kommunMedKod(unit.vardkommun)?.fulltNamn ?? unit.vardkommun), dokument: text.papper.dokument, nummer: idag(data.tid) }}
              dokument={(meta) => <Gallringsprotokoll meta={meta} data={data} />}
              logga={() => kontor.utskrifter.logga({ dokument: 'gallringsprotokoll', ar: Number(data.tid.slice(0, 4)) })}
              tillbaka={GALLRINGEN}
              sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.papper.filnamn(idag(data.tid)) }) : undefined}
            />
          )}
        </Hamtat>
      )}
    </Hamtat>
  )
}
