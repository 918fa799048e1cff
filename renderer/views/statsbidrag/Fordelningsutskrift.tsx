import { useQuery } from '@tanstack/react-query'
import { kommunMedKod, kommunNamn } from '../../../db/model/kommuner.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Fordelningspapper } from '../../print/Fordelningspapper.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { papper } from '../../texter/papper.ts'
import { fordelningspapper as text } from '../../texter/statsbidrag.ts'

/** The share of costs as it will stand on paper. */
export function Fordelningsutskrift({ ar, sokande }: { readonly ar: string; readonly sokande: string }) {
  const svar = useQuery(fraga.statsbidrag.hamta.queryOptions({ input: { ar: Number(ar) } }))
  const lage = useQuery(fraga.start.lage.queryOptions())
  const listor = useKodlistor()
  return (
    <Hamtat svar={svar}>
      {({ enhet, fordelningar }) => {
        const fordelning = fordelningar.find((f) => f.sokande === sokande)
        if (fordelning === undefined || listor.data === undefined) return null
        const kodlistor = listor.data
        return (
          <Forhandsvisning
            meta={{ enhet: papper.enhet(enhet.namn, kommunMedKod(enhet.vardkommun)?.fulltNamn ?? enhet.vardkommun), dokument: text.dokument, nummer: ar }}
            dokument={(meta) => <Fordelningspapper meta={meta} data={{ ar: Number(ar), fordelning, listor: kodlistor }} />}
            logga={() => kontor.utskrifter.logga({ dokument: 'fordelning', ar: Number(ar) })}
            tillbaka={`/kontoret/statsbidrag/${ar}`}
            sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.filnamn(Number(ar), kommunNamn(sokande)) }) : undefined}
          />
        )
      }}
    </Hamtat>
  )
}
