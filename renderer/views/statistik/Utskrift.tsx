import { useQuery } from '@tanstack/react-query'
import { kommunMedKod, kommunNamn } from '../../../db/model/kommuner.ts'
import type { Statistiksvar } from '../../../electron/office/contract/statistik.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Statistik as Papper } from '../../print/Statistik.tsx'
import { papper } from '../../texter/papper.ts'
import { uppraknade } from '../../texter/redovisning.ts'
import { statistik } from '../../texter/statistik.ts'
import { type Sidval, tillAdress } from './val.ts'

const text = statistik.papper

/** The statistics as they will stand on paper. */
export function Utskrift({ svar, val }: { readonly svar: Statistiksvar; readonly val: Sidval }) {
  const lage = useQuery(fraga.start.lage.queryOptions())
  const [forsta, sista] = [svar.ar[0] ?? val.ar, svar.ar.at(-1) ?? val.ar]
  return (
    <Forhandsvisning
      meta={{
        enhet: papper.enhet(svar.enhet.namn, kommunMedKod(svar.enhet.vardkommun)?.fulltNamn ?? svar.enhet.vardkommun),
        dokument: text.dokument,
        nummer: statistik.over(forsta, sista),
      }}
      dokument={(meta) => <Papper meta={meta} data={{ ...svar, avser: val.kommuner.length > 0 ? text.avser(uppraknade(val.kommuner.map(kommunNamn))) : undefined }} />}
      logga={() => kontor.utskrifter.logga({ dokument: 'statistik', ar: val.ar })}
      tillbaka={tillAdress({ ...val, sida: 'personer' })}
      sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.filnamn(forsta, sista) }) : undefined}
    />
  )
}
