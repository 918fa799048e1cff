import { Eye } from 'lucide-react'
import { useState } from 'react'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { Brist as Bristen, BristhandelseRad } from '../../../db/model/systemfel/index.ts'
import { useIdag } from '../../app/idag.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt, type Uppgift, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { systemfel as text } from '../../texter/systemfel.ts'
import { AndraBrist, AndraStatus, Igen, StrykDialog } from './Bristformular.tsx'
import { useBrist } from './bristfragor.ts'
import type { Bristdata } from './Bristfalt.tsx'
import { Statusmarke } from './Bristlista.tsx'
import { bristvarden, HELA, kortad } from './bristvarden.ts'
import { Settknapp } from './Settknapp.tsx'
import stil from './systemfel.module.css'

/** A brist's page: its words, what has become of it, and who has seen it when. */
export function Brist({ id }: { readonly id: string }) {
  const brist = useBrist(id)
  const listor = useKodlistor()
  const enhet = useEnhet()
  const idag = useIdag()
  if (brist.data === undefined) {
    return (
      <>
        <Sidhuvud rubrik={text.brist} titel={text.brist} />
        <Hamtat svar={brist}>{() => null}</Hamtat>
      </>
    )
  }
  const rad = brist.data
  return <Hamtat svar={listor}>{(l) => <Hamtat svar={enhet}>{({ kommuner }) => <Sidan brist={rad} listor={l} kommuner={kommuner} idag={idag} />}</Hamtat>}</Hamtat>
}

export interface Bristegenskaper extends Bristdata {
  readonly brist: Bristen
}

export const varOrd = (kommun: string | null): string => (kommun === null ? text.helaEnheten : kommunNamn(kommun))

function Sidan({ brist, ...data }: Bristegenskaper) {
  const { listor, idag } = data
  const igen = useRedigering(`iakttagen igen ${brist.id}`, { datum: idag, kommun: brist.kommun ?? HELA })
  return (
    <>
      <Sidhuvud
        rubrik={kortad(brist.vad)}
        titel={text.brist}
        over={text.over(etikett(listor, 'systemfel_kategori', brist.kategori), etikett(listor, 'aktor', brist.aktor))}
        under={text.noteradAv(brist.registreradAv, langtDatum(brist.registrerad))}
        handlingar={
          <>
            <Lankknapp till="/systemfel">{rumsnamn.systemfel}</Lankknapp>
            {brist.struken ? (
              <Marke>{text.struken}</Marke>
            ) : (
              <Knapp {...igen.knapp} sort="forsta" ikon={Eye}>
                {text.igen}
              </Knapp>
            )}
          </>
        }
      />
      {igen.oppen && <Igen brist={brist} redigering={igen} {...data} />}
      <Orden brist={brist} {...data} />
      <Historik brist={brist} {...data} />
      <Iakttagelser brist={brist} {...data} />
      {brist.farAndra && !brist.struken && <Stryk brist={brist} />}
    </>
  )
}

function Orden({ brist, ...data }: Bristegenskaper) {
  const andring = useRedigering(`brist/${brist.id}`, bristvarden(brist))
  return (
    <Avsnitt
      rubrik={text.bristen}
      handling={
        brist.farAndra &&
        !brist.struken && (
          <Knapp {...andring.knapp} sort="tyst" storlek="liten" aria-label={text.andraBristen}>
            {text.andra}
          </Knapp>
        )
      }
    >
      {andring.oppen ? <AndraBrist brist={brist} redigering={andring} {...data} /> : <Uppgifter rader={uppgifter(brist, data.listor)} />}
    </Avsnitt>
  )
}

function uppgifter(brist: Bristen, listor: Kodlistor): Uppgift[] {
  const stycke = (ord: string) => (ord === '' ? <span className={stil.tyst}>{text.ej}</span> : <span className={stil.stycke}>{ord}</span>)
  return [
    { namn: text.vad, varde: stycke(brist.vad) },
    { namn: text.foljd, varde: stycke(brist.foljd) },
    { namn: text.forslag, varde: stycke(brist.forslag) },
    { namn: text.niva, varde: etikett(listor, 'systemfel_niva', brist.niva) },
    { namn: text.kommun, varde: varOrd(brist.kommun) },
    { namn: text.status, varde: brist.struken ? text.strukenSkal(brist.strukenSkal ?? '') : <Statusmarke status={brist.status} listor={listor} /> },
  ]
}

function Historik({ brist, ...data }: Bristegenskaper) {
  const { roller } = useInloggad()
  const { listor, idag } = data
  const andring = useRedigering(`briststatus/${brist.id}`, { status: '', datum: idag, notering: '' })
  const nya = brist.handelser.some((h) => h.ny)
  const under = (h: BristhandelseRad) => text.rada([h.notering, h.mote === null ? '' : text.paMotet(langtDatum(h.mote.datum)), h.av])
  return (
    <Avsnitt
      rubrik={text.historik}
      handling={
        <div className={stil.rad}>
          {nya && <Settknapp id={brist.id} vad={kortad(brist.vad)} />}
          {roller.includes('enhetschef') && !brist.struken && (
            <Knapp {...andring.knapp} sort="tyst" storlek="liten">
              {text.andraStatus}
            </Knapp>
          )}
        </div>
      }
    >
      {andring.oppen && <AndraStatus brist={brist} redigering={andring} {...data} />}
      <Radlista etikett={text.historik}>
        {brist.handelser.map((h) => (
          <Rad key={h.id} nar={kortDatum(h.datum, idag)} vad={<Statusmarke status={h.status} listor={listor} />} under={under(h)} handling={h.ny && <Marke ton="lugnt">{text.nyHandelse}</Marke>} />
        ))}
      </Radlista>
    </Avsnitt>
  )
}

function Iakttagelser({ brist, idag }: Bristegenskaper) {
  const { roller } = useInloggad()
  const [stryks, setStryks] = useState<string>()
  const vald = brist.iakttagelser.find((rad) => rad.id === stryks)
  const galler = brist.iakttagelser.filter((rad) => !rad.struken).length
  return (
    <Avsnitt rubrik={text.iakttagelser} bredvid={brist.antal}>
      <Radlista etikett={text.iakttagelser}>
        {brist.iakttagelser.map((rad) => (
          <Rad
            key={rad.id}
            nar={kortDatum(rad.datum, idag)}
            vad={varOrd(rad.kommun)}
            under={rad.av}
            handling={
              rad.struken ? (
                <Marke>{text.struken}</Marke>
              ) : (
                !brist.struken && galler > 1 && (rad.min || roller.includes('enhetschef')) && (
                  <Knapp sort="tyst" storlek="liten" aria-label={text.strykIakttagelsen(langtDatum(rad.datum))} onPress={() => setStryks(rad.id)}>
                    {text.stryk}
                  </Knapp>
                )
              )
            }
          />
        ))}
      </Radlista>
      {vald && <StrykDialog vad="iakttagelse" rad={vald} onStang={() => setStryks(undefined)} />}
    </Avsnitt>
  )
}

function Stryk({ brist }: { readonly brist: Bristen }) {
  const [oppen, setOppen] = useState(false)
  return (
    <div className={stil.stryk}>
      <Knapp sort="lank" onPress={() => setOppen(true)}>
        {text.strykLank}
      </Knapp>
      {oppen && <StrykDialog vad="brist" rad={brist} onStang={() => setOppen(false)} />}
    </div>
  )
}
