import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { arAv, arDatum, arsGranser } from '../../../db/model/kalender.ts'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { kommunval } from '../../app/kodval.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { tolkaDatum } from '../../parts/tolkaDatum.ts'
import { Valj } from '../../parts/Valj.tsx'
import { Bristrapport } from '../../print/Bristrapport.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { bristpapper as text } from '../../texter/bristpapper.ts'
import { papper } from '../../texter/papper.ts'
import { rumsnamn } from '../../texter/ram.ts'
import stil from './systemfel.module.css'
import { Systemfelsflikar } from './Systemfelsflikar.tsx'

/** The papers about brister. */
export function Rapporter() {
  const rad = (till: Mottagare, vad: string, under: string) => (
    <Rad
      vad={vad}
      under={under}
      handling={
        <Lankknapp storlek="liten" till={`/systemfel/rapporter/${till}`}>
          {text.oppna}
        </Lankknapp>
      }
    />
  )
  return (
    <>
      <Sidhuvud rubrik={rumsnamn.systemfel} titel={text.rapporter} />
      <Systemfelsflikar />
      <Avsnitt rubrik={text.valj}>
        <Radlista etikett={text.rapporter}>
          {rad('ledningsgrupp', text.tillGruppen, text.tillGruppenUnder)}
          {rad('lansstyrelsen', text.tillLansstyrelsen, text.tillLansstyrelsenUnder)}
        </Radlista>
      </Avsnitt>
    </>
  )
}

export type Mottagare = 'ledningsgrupp' | 'lansstyrelsen'

/** A report of a span of days, as it will be printed; this year so far, or in January the year before, unless otherwise chosen. */
export function Rapport({ till }: { readonly till: Mottagare }) {
  const idag = useIdag()
  const listor = useKodlistor()
  const enhet = useEnhet()
  const lage = useQuery(fraga.start.lage.queryOptions())
  const [period, setPeriod] = useState(() => forvald(idag))
  const [kommun, setKommun] = useState('')
  const [fran, sista] = [tolkaDatum(period.fran, idag) ?? period.fran, tolkaDatum(period.till, idag) ?? period.till]
  const hel = arDatum(fran) && arDatum(sista) && fran <= sista
  const rapport = useQuery(fraga.systemfel.rapport.queryOptions({ input: { fran, till: sista, kommun: kommun === '' ? [] : [kommun] }, enabled: hel, placeholderData: keepPreviousData, refetchOnWindowFocus: false }))
  const dokument = till === 'ledningsgrupp' ? text.gruppDokument : text.lansDokument
  return (
    <Hamtat svar={rapport}>
      {(r) => (
        <Hamtat svar={listor}>
          {(l) => (
            <Hamtat svar={enhet}>
              {({ enhet: { namn, vardkommun }, kommuner }) => (
                <Forhandsvisning
                  meta={{ enhet: papper.enhet(namn, kommunMedKod(vardkommun)?.fulltNamn ?? vardkommun), dokument, nummer: arAv(r.fran) === arAv(r.till) ? String(arAv(r.till)) : `${arAv(r.fran)}–${arAv(r.till)}` }}
                  dokument={(meta) => <Bristrapport meta={meta} rapport={r} listor={l} till={till} />}
                  logga={() => kontor.utskrifter.logga({ dokument: till === 'ledningsgrupp' ? 'systemfelsrapport' : 'bristrapport', ar: arAv(r.till) })}
                  tillbaka="/systemfel/rapporter"
                  val={
                    <div className={stil.filter}>
                      <Datumfalt etikett={text.fran} idag={idag} varde={period.fran} onAndra={(ny) => setPeriod({ ...period, fran: ny })} />
                      <Datumfalt etikett={text.till} idag={idag} varde={period.till} onAndra={(ny) => setPeriod({ ...period, till: ny })} />
                      <Valj etikett={text.kommun} tomt={text.allaKommuner} varde={kommun} alternativ={kommunval(kommuner, sista, idag, kommun)} onAndra={setKommun} />
                    </div>
                  }
                  sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: text.filnamn(dokument, r.fran, r.till) }) : undefined}
                />
              )}
            </Hamtat>
          )}
        </Hamtat>
      )}
    </Hamtat>
  )
}

/** The redovisning of a year is written in its January: until the 15th the year before is what is wanted. */
function forvald(idag: string): { fran: string; till: string } {
  const ar = arAv(idag)
  if (idag <= `${ar}-01-15`) return { fran: arsGranser(ar - 1).forsta, till: arsGranser(ar - 1).sista }
  return { fran: arsGranser(ar).forsta, till: idag }
}
