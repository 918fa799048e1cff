import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { kommunMedKod, lanForKommun } from '../../../db/model/kommuner.ts'
import type { Figurer } from '../../../db/model/redovisning/index.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Redovisning as Papper } from '../../print/Redovisning.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { papper, redovisningspapper } from '../../texter/papper.ts'
import { redovisning as text } from '../../texter/redovisning.ts'
import type { Delegenskaper } from './Siffror.tsx'
import stil from './Redovisning.module.css'
import { tillAdress, type Sidval } from './val.ts'

/** The redovisning as it will stand on paper, and the two choices that decide what it gives away. */
export function Utskrift({ svar, val, maskera, onMaskera }: Delegenskaper & { readonly val: Sidval }) {
  const lage = useQuery(fraga.start.lage.queryOptions())
  const [medKonOchAlder, setMedKonOchAlder] = useState(val.kommuner.length === 0)
  const { enhet, figurer, fjol } = svar
  const lan = new Set(figurer.perKommun.map((k) => lanForKommun(k.kommun)?.namn))
  return (
    <Forhandsvisning
      meta={{
        enhet: papper.enhet(enhet.namn, kommunMedKod(enhet.vardkommun)?.fulltNamn ?? enhet.vardkommun),
        dokument: redovisningspapper.dokument,
        nummer: String(figurer.ar),
        status: text.papper.utkast,
      }}
      dokument={(meta) => <Papper meta={meta} data={{ figurer, fjol: harNagot(fjol) ? fjol : null, maskera, utanKonOchAlder: !medKonOchAlder, lan: lan.size === 1 ? [...lan][0] : undefined }} />}
      logga={() => kontor.utskrifter.logga({ dokument: 'redovisning', ar: figurer.ar })}
      val={
        <fieldset className={stil.pappersval}>
          <legend>{text.papper.val}</legend>
          <Kryss etikett={text.konOchAlder.dolj} varde={maskera} onAndra={onMaskera} />
          <Kryss etikett={text.papper.medKonOchAlder} varde={medKonOchAlder} onAndra={setMedKonOchAlder} {...(val.kommuner.length > 0 ? { hjalp: text.papper.medKonOchAlderHjalp } : {})} />
        </fieldset>
      }
      tillbaka={tillAdress({ ...val, sida: 'personer' })}
      sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.papper.filnamn(figurer.ar) }) : undefined}
    />
  )
}

/** A year before the unit kept any register is not set beside. */
const harNagot = (figurer: Figurer) => figurer.klienter.stod > 0 || figurer.kontakter.antal > 0
