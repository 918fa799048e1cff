import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import { AVGJORDA, BRISTSTATUS, type BristRad } from '../../../db/model/systemfel/index.ts'
import { useIdag } from '../../app/idag.ts'
import { etiketter } from '../../app/kodval.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { Valj, type Alternativ } from '../../parts/Valj.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { kortDatum } from '../../texter/datum.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { systemfel as text } from '../../texter/systemfel.ts'
import { useBrister } from './bristfragor.ts'
import { ALLA, type Bristfilter, kortad, urval } from './bristvarden.ts'
import stil from './systemfel.module.css'
import { Systemfelsflikar } from './Systemfelsflikar.tsx'

const NY = '/systemfel/ny'

/** Every brist of the unit, narrowed as one likes: they are not people. */
export function Bristlista() {
  const [, ga] = useLocation()
  const brister = useBrister()
  const listor = useKodlistor()
  const idag = useIdag()
  const ny = () => ga(NY)
  useSidtangenter([{ tangent: 'n', alt: true, text: text.ny, gor: ny }])
  return (
    <>
      <Sidhuvud
        rubrik={rumsnamn.systemfel}
        titel={rumsnamn.systemfel}
        handlingar={
          <Lankknapp sort="forsta" ikon={Plus} till={NY}>
            {text.ny}
          </Lankknapp>
        }
      />
      <Systemfelsflikar />
      <Hamtat svar={listor}>{(l) => <Hamtat svar={brister}>{(rader) => <Listan rader={rader} listor={l} idag={idag} />}</Hamtat>}</Hamtat>
    </>
  )
}

interface Listegenskaper {
  readonly rader: readonly BristRad[]
  readonly listor: Kodlistor
  readonly idag: Datum
}

function Listan({ rader, listor, idag }: Listegenskaper) {
  const [filter, setFilter] = useState(ALLA)
  const visade = urval(rader, filter)
  if (rader.length === 0) return <Tomt text={text.tomt} handling={<Lankknapp till={NY}>{text.ny}</Lankknapp>} />
  return (
    <>
      <Filter rader={rader} listor={listor} filter={filter} onAndra={setFilter} />
      <Avsnitt rubrik={text.antal(visade.length)}>
        {visade.length === 0 ? <Tomt text={text.tomtUrval} /> : <Tabell bildtext={text.bildtext} kolumner={kolumner(listor, idag)} rader={visade} nyckel={(rad) => rad.id} />}
      </Avsnitt>
    </>
  )
}

/** Only what occurs can be chosen. */
function Filter({ rader, listor, filter, onAndra }: Pick<Listegenskaper, 'rader' | 'listor'> & { readonly filter: Bristfilter; readonly onAndra: (ny: Bristfilter) => void }) {
  const val = (lista: 'systemfel_kategori' | 'systemfel_niva' | 'aktor' | 'systemfel_status', av: (rad: BristRad) => string): Alternativ[] => {
    const koder = [...new Set(rader.map(av))]
    const namn = etiketter(listor, lista, koder)
    return namn.flatMap((n) => koder.filter((kod) => etikett(listor, lista, kod) === n).map((kod) => ({ kod, text: n }))).filter((rad, i, alla) => alla.findIndex((annan) => annan.kod === rad.kod) === i)
  }
  const kommuner = [...new Set(rader.flatMap((rad) => rad.kommuner.filter((k) => k !== null)))].sort(kommunOrdning).map((kod) => ({ kod, text: kommunNamn(kod) }))
  const satt = (nya: Partial<Bristfilter>) => onAndra({ ...filter, ...nya })
  return (
    <>
      <div className={stil.filter} role="group" aria-label={text.filter}>
        <Valj etikett={text.kategori} tomt={text.allaKategorier} varde={filter.kategori} alternativ={val('systemfel_kategori', (rad) => rad.kategori)} onAndra={(kategori) => satt({ kategori })} />
        <Valj etikett={text.niva} tomt={text.allaNivaer} varde={filter.niva} alternativ={val('systemfel_niva', (rad) => rad.niva)} onAndra={(niva) => satt({ niva })} />
        <Valj etikett={text.aktor} tomt={text.allaAktorer} varde={filter.aktor} alternativ={val('aktor', (rad) => rad.aktor)} onAndra={(aktor) => satt({ aktor })} />
        <Valj etikett={text.status} tomt={text.allaStatusar} varde={filter.status} alternativ={val('systemfel_status', (rad) => rad.status)} onAndra={(status) => satt({ status })} />
        <Valj etikett={text.kommun} tomt={text.allaKommuner} varde={filter.kommun} alternativ={kommuner} onAndra={(kommun) => satt({ kommun })} />
      </div>
      {rader.some((rad) => rad.struken) && (
        <div className={stil.strukna}>
          <Kryss etikett={text.visaStrukna} varde={filter.strukna} onAndra={(strukna) => satt({ strukna })} />
        </div>
      )}
    </>
  )
}

/** A status in a word: what waits is quiet, what goes on stands out, what is done is still. */
export function Statusmarke({ status, listor }: { readonly status: string; readonly listor: Kodlistor }) {
  const ton = AVGJORDA.includes(status) ? 'stilla' : status === BRISTSTATUS.noterad ? 'snart' : 'lugnt'
  return <Marke ton={ton}>{etikett(listor, 'systemfel_status', status)}</Marke>
}

function kolumner(listor: Kodlistor, idag: Datum): Kolumn<BristRad>[] {
  return [
    {
      id: 'vad',
      rubrik: text.vad,
      cell: (rad) => (
        <>
          <Link href={`/systemfel/${rad.id}`} className={stil.lank}>
            {kortad(rad.vad, 110)}
          </Link>
          <span className={stil.under}>{text.rada([etikett(listor, 'systemfel_kategori', rad.kategori), etikett(listor, 'systemfel_niva', rad.niva)])}</span>
        </>
      ),
    },
    { id: 'aktor', rubrik: text.aktor, cell: (rad) => etikett(listor, 'aktor', rad.aktor), ordning: (rad) => etikett(listor, 'aktor', rad.aktor) },
    { id: 'status', rubrik: text.status, cell: (rad) => <span className={stil.status}>{rad.struken ? <Marke>{text.struken}</Marke> : <Statusmarke status={rad.status} listor={listor} />}</span> },
    { id: 'antal', rubrik: text.iakttagelser, tal: true, cell: (rad) => rad.antal, ordning: (rad) => rad.antal },
    { id: 'senast', rubrik: text.senast, cell: (rad) => <span className={stil.dag}>{kortDatum(rad.senast, idag)}</span>, ordning: (rad) => rad.senast },
  ]
}
