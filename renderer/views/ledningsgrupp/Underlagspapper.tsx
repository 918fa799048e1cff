import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Underlag } from '../../print/Underlag.tsx'
import { bristpapper as text } from '../../texter/bristpapper.ts'
import { papper } from '../../texter/papper.ts'
import { useUnderlag } from './gruppfragor.ts'

/** The kallelse as it will be printed; for a shared group without the members' names from the start. */
export function Underlagspapper({ id }: { readonly id: string }) {
  const underlag = useUnderlag(id)
  const listor = useKodlistor()
  const enhet = useEnhet()
  const lage = useQuery(fraga.start.lage.queryOptions())
  const [valt, setValt] = useState<boolean>()
  return (
    <Hamtat svar={underlag}>
      {(u) => {
        const medNamn = valt ?? u.grupp.form !== 'gemensam'
        return (
          <Hamtat svar={listor}>
            {(l) => (
              <Hamtat svar={enhet}>
                {({ enhet: { namn, vardkommun } }) => (
                  <Forhandsvisning
                    meta={{ enhet: papper.enhet(namn, kommunMedKod(vardkommun)?.fulltNamn ?? vardkommun), dokument: text.underlag, nummer: u.mote.datum }}
                    dokument={(meta) => <Underlag meta={meta} underlag={u} listor={l} medNamn={medNamn} />}
                    logga={() => kontor.utskrifter.logga({ dokument: 'underlag', ar: u.ar })}
                    tillbaka={`/systemfel/mote/${id}`}
                    val={<Kryss etikett={text.medNamn} hjalp={text.medNamnHjalp} varde={medNamn} onAndra={setValt} />}
                    sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.underlagFil(u.mote.datum) }) : undefined}
                  />
                )}
              </Hamtat>
            )}
          </Hamtat>
        )
      }}
    </Hamtat>
  )
}
