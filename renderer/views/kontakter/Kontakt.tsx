import { useQuery } from '@tanstack/react-query'
import type { KontaktRad } from '../../../db/model/kontakter.ts'
import { dagarMellan, type Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor, UTFALL } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { etiketter } from '../../app/kodval.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt, Uppgifter, type Uppgift } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { antalDagar, langtDatum } from '../../texter/datum.ts'
import { kontakter as text } from '../../texter/kontakter.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { AndraKontakt } from './AndraKontakt.tsx'
import type { Kontaktdata } from './Kontaktfalt.tsx'
import { kanBliUppdrag, kontaktvarden } from './kontaktvarden.ts'
import stil from './kontakter.module.css'
import { LamnaKon, tomtUttrade } from './LamnaKon.tsx'

/** One contact, asked for when the page is opened and not behind one's back. */
export const useKontakt = (id: string) => useQuery(fraga.kontakter.hamta.queryOptions({ input: { id }, refetchOnWindowFocus: false, refetchOnReconnect: false }))

/** A contact's page: what was said, what it led to, its place in the queue. */
export function Kontakt({ id }: { readonly id: string }) {
  const kontakt = useKontakt(id)
  const listor = useKodlistor()
  const enhet = useEnhet()
  const idag = useIdag()
  if (kontakt.data === undefined) {
    return (
      <>
        <Sidhuvud rubrik={rumsnamn.kontakter} titel={rumsnamn.kontakter} />
        <Hamtat svar={kontakt}>{() => null}</Hamtat>
      </>
    )
  }
  const rad = kontakt.data
  return <Hamtat svar={listor}>{(l) => <Hamtat svar={enhet}>{({ kommuner }) => <Sidan rad={rad} listor={l} kommuner={kommuner} idag={idag} />}</Hamtat>}</Hamtat>
}

function Sidan({ rad, ...data }: Kontaktdata & { readonly rad: KontaktRad }) {
  const titel = text.titel(langtDatum(rad.datum))
  return (
    <>
      <Sidhuvud rubrik={titel} titel={titel} over={text.over(kommunNamn(rad.kommun), rad.registreradAv)} handlingar={<Handling rad={rad} />} />
      {rad.utfall === UTFALL.iKo && rad.kodatum !== null && !rad.struken && <Kon rad={rad} kodatum={rad.kodatum} {...data} />}
      <Kontakten rad={rad} {...data} />
    </>
  )
}

function Handling({ rad }: { readonly rad: KontaktRad }) {
  if (rad.struken) return <Marke>{text.struken}</Marke>
  if (rad.arendenummer !== null && rad.ledTillUppdrag) return <Lankknapp till={`/klienter/${rad.arendenummer}`}>{text.tillArendet(rad.arendenummer)}</Lankknapp>
  if (!kanBliUppdrag(rad)) return null
  return (
    <Lankknapp sort="forsta" till={`/klienter/nytt/fran/${rad.id}`}>
      {text.nyttUppdrag}
    </Lankknapp>
  )
}

function Kon({ rad, kodatum, ...data }: Kontaktdata & { readonly rad: KontaktRad; readonly kodatum: Datum }) {
  const { idag } = data
  const dagar = dagarMellan(kodatum, idag)
  const uttrade = useRedigering(`lamna kon ${rad.id}`, tomtUttrade(idag))
  return (
    <Avsnitt
      rubrik={text.ko}
      bredvid={text.ikoSedan(langtDatum(kodatum), dagar > 0 ? antalDagar(dagar) : '')}
      handling={
        <Knapp {...uttrade.knapp} sort="tyst" storlek="liten">
          {text.lamnaKon}
        </Knapp>
      }
    >
      {uttrade.oppen && <LamnaKon rad={rad} redigering={uttrade} {...data} />}
      <p className={stil.tystRad}>
        {rad.harPerson ? text.namnIKon : text.ingetNamnIKon}{' '}
        <Lankknapp sort="lank" till="/kontakter/ko">
          {text.tillKon}
        </Lankknapp>
      </p>
    </Avsnitt>
  )
}

function Kontakten({ rad, ...data }: Kontaktdata & { readonly rad: KontaktRad }) {
  const andring = useRedigering(`kontakt/${rad.id}`, kontaktvarden(rad))
  return (
    <Avsnitt
      rubrik={text.kontakten}
      handling={
        !rad.struken && (
          <Knapp {...andring.knapp} sort="tyst" storlek="liten" aria-label={text.andraKontakten}>
            {text.andra}
          </Knapp>
        )
      }
    >
      {andring.oppen ? <AndraKontakt rad={rad} redigering={andring} {...data} /> : <Uppgifter rader={uppgifter(rad, data.listor)} />}
      {!rad.struken && !rad.ledTillUppdrag && (
        <div className={stil.stryk}>
          <Lankknapp sort="lank" till={`/kontakter/${rad.id}/stryk`}>
            {text.strykLank}
          </Lankknapp>
        </div>
      )}
    </Avsnitt>
  )
}

function uppgifter(rad: KontaktRad, listor: Kodlistor): Uppgift[] {
  return [
    { namn: text.kommun, varde: kommunNamn(rad.kommun) },
    { namn: text.vem, varde: etikett(listor, 'initiativtagare', rad.initiativtagare) },
    { namn: text.hur, varde: etikett(listor, 'kontaktvag', rad.kontaktvag) },
    { namn: text.orsaker, varde: rad.orsaker.length === 0 ? text.ingaOrsaker : text.rada(etiketter(listor, 'orsak', rad.orsaker)) },
    { namn: text.utfall, varde: rad.ledTillUppdrag && rad.arendenummer === null ? text.ledTillAnnans : etikett(listor, 'utfall', rad.utfall) },
    ...(rad.hanvisadTill === null ? [] : [{ namn: text.hanvisadTill, varde: etikett(listor, 'aktor', rad.hanvisadTill) }]),
    ...(rad.hanvisningUppfoljd === null ? [] : [{ namn: text.hanvisningUppfoljd, varde: langtDatum(rad.hanvisningUppfoljd) }]),
    ...(rad.kodatum === null ? [] : [{ namn: text.kodatum, varde: langtDatum(rad.kodatum) }]),
    ...(rad.kolamnad === null ? [] : [{ namn: text.kolamnad, varde: langtDatum(rad.kolamnad) }]),
  ]
}
