import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { idag as dagFor } from '../../../db/model/kalender.ts'
import { etikett } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { type ErbjudandeRad, OVERLAMNINGSSLAG } from '../../../db/model/overlamningar.ts'
import type { Veckorad } from '../../../db/model/veckan.ts'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Skyddat, useNamn } from '../../parts/Namn.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { veckan as text } from '../../texter/veckan.ts'
import { Atagandehandling } from './Atagandehandling.tsx'
import { Kontaktpost } from './Kontaktpost.tsx'
import { Saknathandling, Samtyckeshandling } from './Samtyckeshandling.tsx'
import { Uppfoljningshandling } from './Uppfoljningshandling.tsx'
import { Sluthandling } from './Sluthandling.tsx'
import stil from './veckan.module.css'
import type { Veckodata } from './veckodata.ts'
import { narOrd, radrubrik, type Veckopost, vilkenUppfoljning } from './veckoposter.ts'

/** The rows of a section, each with the one action that clears it. */
export function Veckorader({ poster, data }: { readonly poster: readonly Veckopost[]; readonly data: Veckodata }) {
  return poster.map((post) => {
    switch (post.slag) {
      case 'arende':
        return <Arenderad key={post.nyckel} rad={post.rad} {...data} />
      case 'saknas':
        return <Samlad key={post.nyckel} rader={post.rader} {...data} />
      case 'erbjudande':
        return <Erbjudande key={post.nyckel} rad={post.rad} {...data} />
      default:
        return <Kontaktpost key={post.nyckel} post={post} {...data} />
    }
  })
}

/** An offer waits for an answer: read and answered in its own room, where its words are. */
function Erbjudande({ rad, idag }: Veckodata & { readonly rad: ErbjudandeRad }) {
  const { nar } = narOrd(dagFor(rad.erbjuden), idag)
  return (
    <Rad
      nar={nar}
      bradska="snart"
      vad={<Link href="/overlamningar">{text.rubrik(text.erbjudande, text.fran(rad.fran.namn))}</Link>}
      under={text.rada([rad.nummer, rad.kommun === null ? '' : kommunNamn(rad.kommun), OVERLAMNINGSSLAG[rad.slag].toLocaleLowerCase('sv')])}
      handling={
        <Lankknapp storlek="liten" till="/overlamningar">
          {text.lasOchSvara}
        </Lankknapp>
      }
    />
  )
}

const HANDLING = {
  uppfoljning: Uppfoljningshandling,
  uppdrag_slutar: Sluthandling,
  atagande: Atagandehandling,
  samtycke_slutar: Samtyckeshandling,
  samtycke_saknas: Saknathandling,
} as const

/** @param samlad in a list under a row that has said what and when: who is enough */
function Arenderad({ rad, samlad = false, listor, idag }: Veckodata & { readonly rad: Veckorad; readonly samlad?: boolean }) {
  const Handling = HANDLING[rad.slag]
  const namn = useNamn(rad)
  const visa = (handling: ReactNode, oppnat?: ReactNode) => (
    <Rad
      {...(samlad ? {} : narOrd(rad.datum, idag))}
      vad={samlad ? <Link href={`/klienter/${rad.nummer}`}>{namn}</Link> : <Rubrik rad={rad} listor={listor} idag={idag} namn={namn} />}
      under={<Under rad={rad} namn={namn} />}
      handling={handling}
      oppnat={oppnat}
    />
  )
  return <Handling rad={rad} listor={listor} idag={idag} visa={visa} />
}

/** Commitments and consents are known by their words, the others by who they are about. */
const MED_ORD: readonly Veckorad['slag'][] = ['atagande', 'samtycke_slutar']

function Rubrik({ rad, listor, idag, namn }: Veckodata & { readonly rad: Veckorad; readonly namn: string }) {
  const vad = radrubrik(rad, idag)
  return (
    <Link href={`/klienter/${rad.nummer}`}>
      {vad}
      {' · '}
      {rad.slag === 'samtycke_slutar' && rad.aktor !== null ? etikett(listor, 'aktor', rad.aktor) : rad.slag === 'atagande' && rad.vad !== null ? <Skyddat>{rad.vad}</Skyddat> : namn}
    </Link>
  )
}

function Under({ rad, namn }: { readonly rad: Veckorad; readonly namn: string }) {
  const vem = MED_ORD.includes(rad.slag) && namn !== rad.nummer ? namn : ''
  return text.rada([rad.nummer, vem, kommunNamn(rad.kommun), vilkenUppfoljning(rad)])
}

/** Many cases without a consent, in one row that opens. */
function Samlad({ rader, ...data }: Veckodata & { readonly rader: readonly Veckorad[] }) {
  const [oppen, setOppen] = useState(false)
  return (
    <Rad
      {...narOrd(null, data.idag)}
      vad={text.rubrik(text.samtyckeSaknas, text.samtyckenSaknas(rader.length))}
      under={text.samtyckenSaknasUnder}
      handling={
        <Knapp storlek="liten" aria-expanded={oppen} onPress={() => setOppen(!oppen)}>
          {oppen ? text.dolj : text.visa}
        </Knapp>
      }
      oppnat={
        oppen && (
          <div className={stil.samlade}>
            <Radlista etikett={text.samtyckeSaknas}>
              {rader.map((rad) => (
                <Arenderad key={rad.id} rad={rad} samlad {...data} />
              ))}
            </Radlista>
          </div>
        )
      }
    />
  )
}
