import { Link } from 'wouter'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { dagIOrd, langtDatum, storBokstav } from '../../texter/datum.ts'
import { ledningsgrupp } from '../../texter/ledningsgrupp.ts'
import { systemfel as text } from '../../texter/systemfel.ts'
import { useGruppslage } from '../ledningsgrupp/gruppfragor.ts'
import { useAterkoppling } from '../systemfel/bristfragor.ts'
import { kortad } from '../systemfel/bristvarden.ts'
import { Settknapp } from '../systemfel/Settknapp.tsx'
import stil from './veckan.module.css'

/** For whoever has noticed a brist: what became of it, until it has been seen. Nothing when there is nothing. */
export function Aterkopplingar({ listor, idag }: { readonly listor: Kodlistor; readonly idag: string }) {
  const svar = useAterkoppling()
  if (svar.data === undefined || svar.data.length === 0) return null
  return (
    <Avsnitt rubrik={text.vecka} bredvid={svar.data.length}>
      <Radlista etikett={text.vecka}>
        {svar.data.map((rad) => (
          <Rad
            key={rad.bristId}
            nar={storBokstav(dagIOrd(rad.datum, idag))}
            vad={<Link href={`/systemfel/${rad.bristId}`}>{text.rada([etikett(listor, 'systemfel_status', rad.status), kortad(rad.vad)])}</Link>}
            under={text.rada([etikett(listor, 'aktor', rad.aktor), rad.notering])}
            handling={<Settknapp id={rad.bristId} vad={kortad(rad.vad)} />}
          />
        ))}
      </Radlista>
    </Avsnitt>
  )
}

/** For the chief: brister since the last ledningsgrupp, the next meeting, seats that nobody fills. */
export function Gruppslage({ idag }: { readonly idag: string }) {
  const svar = useGruppslage()
  if (svar.data === undefined) return null
  const { nya, senaste, nasta, obesatta, gruppSaknas } = svar.data
  const namn = obesatta.map((slag) => (slag in ledningsgrupp.kortaSlag ? ledningsgrupp.kortaSlag[slag as keyof typeof ledningsgrupp.kortaSlag] : slag))
  return (
    <Avsnitt rubrik={text.veckaChef}>
      <dl className={stil.antal}>
        <div>
          <dt>{text.veckaNya}</dt>
          <dd>{nya}</dd>
        </div>
      </dl>
      <p className={stil.tyst}>
        {senaste === null ? text.veckaInget : text.veckaSenaste(langtDatum(senaste))} {nasta === null ? text.veckaIngetNasta : text.veckaNasta(dagIOrd(nasta.datum, idag))}{' '}
        {gruppSaknas ? text.veckaSaknas : obesatta.length > 0 && text.veckaObesatta(namn)}{' '}
        <Lankknapp sort="lank" till={nasta === null ? '/systemfel/ledningsgrupp' : `/systemfel/mote/${nasta.id}`}>
          {nasta === null ? text.tillGruppen : text.tillMotet}
        </Lankknapp>
      </p>
    </Avsnitt>
  )
}
