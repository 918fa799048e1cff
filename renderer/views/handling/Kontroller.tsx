import { useState } from 'react'
import type { Allvar, Kontrollpost } from '../../../db/model/handling/typer.ts'
import { idag as dagFor } from '../../../db/model/kalender.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { dagIOrd } from '../../texter/datum.ts'
import { handling } from '../../texter/handling.ts'
import { Siffra } from '../redovisning/Siffra.tsx'
import { handlingskontor, lasOmHandlingar } from './fragor.ts'
import stil from './handling.module.css'
import { useHandling } from './sammanhang.ts'
import { arsvag, handlingsvag } from './vagar.ts'
import { medEnhet } from './varden.ts'

const text = handling.kontroller
const TON = { rattas: 'passerat', titta: 'snart', klart: 'lugnt' } as const
const ORDNING: readonly Allvar[] = ['rattas', 'titta', 'klart']

export const iTurordning = (kontroller: readonly Kontrollpost[]): Kontrollpost[] => ORDNING.flatMap((allvar) => kontroller.filter((k) => k.allvar === allvar))

/** What must be mended, what should be looked at and what is in order, each with the way there. */
export function Kontroller() {
  const { sida } = useHandling()
  const kvar = sida.kontroller.filter((k) => k.allvar !== 'klart').length
  return (
    <Avsnitt rubrik={text.rubrik} bredvid={text.kvar(kvar)}>
      <Kontrollista kontroller={iTurordning(sida.kontroller)} />
    </Avsnitt>
  )
}

/** @param lankar figures lead to their place: the page has no panel to open them in */
export function Kontrollista({ kontroller, lankar = false }: { readonly kontroller: readonly Kontrollpost[]; readonly lankar?: boolean }) {
  if (kontroller.length === 0) return <Tomt text={text.inga} />
  return (
    <Radlista etikett={text.rubrik}>
      {kontroller.map((post) => (
        <Kontrollrad key={post.kod} post={post} lankar={lankar} />
      ))}
    </Radlista>
  )
}

interface Radegenskaper {
  readonly post: Kontrollpost
  readonly lankar: boolean
}

function Kontrollrad({ post, lankar }: Radegenskaper) {
  const idag = useIdag()
  const senast = post.hos.map((h) => h.paminnd).filter((tid) => tid !== null).toSorted().at(-1)
  return (
    <Rad
      vad={
        <span className={stil.kontroll}>
          <Marke ton={TON[post.allvar]}>{text.allvar[post.allvar]}</Marke>
          <span>{post.kod === 'falt_tomt' && post.allvar !== 'klart' ? text.tomma(post.antal) : post.text}</span>
        </span>
      }
      under={
        post.hos.length > 0 ? (
          <>
            {text.hos(post.hos)}
            {senast !== undefined && `, ${post.hos.length === 1 ? text.pamind(dagIOrd(dagFor(senast), idag)) : text.pamindaSedan(dagIOrd(dagFor(senast), idag))}`}
          </>
        ) : undefined
      }
      handling={post.allvar === 'klart' ? undefined : <Vagen post={post} lankar={lankar} />}
    />
  )
}

/** The way to what is to be mended: the field, the figure, the room where it is done, or whoever has the case. */
function Vagen({ post, lankar }: Radegenskaper) {
  const { slag, sida, far, siffror } = useHandling()
  const { roller } = useInloggad()
  const { id, ar } = sida.handling
  const chef = roller.includes('enhetschef')
  const skoter = chef || roller.includes('administrator')
  const lank = (till: string, ord: string) => (
    <Lankknapp storlek="liten" till={till}>
      {ord}
    </Lankknapp>
  )
  switch (post.plats) {
    case 'falt': {
      const falt = sida.falt.find((f) => f.falt.id === post.falt[0])
      return falt === undefined ? null : lank(handlingsvag(slag, id, falt.punkt, falt.falt.id), text.visa)
    }
    case 'siffran': {
      const siffra = siffror.get(post.falt[0] ?? '')
      const plats = sida.falt.find(({ siffra: egen, tabell }) => egen?.figur === post.falt[0] || tabell?.rader.some((rad) => rad.celler.some((cell) => typeof cell !== 'string' && cell.figur === post.falt[0])))
      if (siffra === undefined || plats === undefined) return null
      return lankar ? lank(handlingsvag(slag, id, plats.punkt, plats.falt.id), text.visa) : <Siffra figur={siffra.figur} vad={siffra.etikett} tal={medEnhet(siffra.varde, siffra)} />
    }
    case 'arendet':
    case 'kontakten':
      if (far && post.hos.length > 0) return <Paminn post={post} />
      return roller.includes('ombud') && post.hos.length > 0 ? lank('/min-vecka', text.tillVeckan) : null
    case 'bemanning':
      return skoter ? lank('/kontoret/bemanning', text.tillBemanning) : null
    case 'utbildning':
      return skoter ? lank('/kontoret/utbildning', text.tillUtbildning) : null
    case 'kommuner':
      return skoter ? lank('/kontoret/kommuner', text.tillKommuner) : null
    case 'bidrag':
      return chef ? lank(bidragsvag(ar), text.tillBidrag) : null
    case 'ledningsgrupp':
      return chef ? lank(LEDNINGSGRUPP, text.tillLedning) : null
    case 'handlingar':
      return lank(arsvag(slag, ar), text.tillHandlingar)
  }
}

/** The grant of the year that is reported or applied for, which in January is not the year of the clock. */
export const bidragsvag = (ar: number): string => `/kontoret/statsbidrag/${ar}`
export const LEDNINGSGRUPP = '/systemfel/ledningsgrupp'

/** Asks the ombud who have the cases; the chief never learns which they are. */
function Paminn({ post }: { readonly post: Kontrollpost }) {
  const { slag, sida } = useHandling()
  const [vantar, setVantar] = useState(false)
  const paminn = async () => {
    setVantar(true)
    try {
      const { antal } = await handlingskontor(slag).paminn({ id: sida.handling.id, kod: post.kod })
      await lasOmHandlingar()
      sag(text.paminda(antal))
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setVantar(false)
    }
  }
  return (
    <Knapp storlek="liten" vantar={vantar} onPress={() => void paminn()}>
      {text.paminn}
      <Osynlig>{text.paminnVem(post.text)}</Osynlig>
    </Knapp>
  )
}
