import { useRef, useState } from 'react'
import type { SamtyckeRad } from '../../../db/model/arbetet.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { veckan as text } from '../../texter/veckan.ts'
import { useArende } from '../klienter/arendefragor.ts'
import { fornyatSamtycke, type Samtyckesvarden, tomtSamtycke } from '../klienter/arbetsvarden.ts'
import { Samtyckesformular } from '../klienter/Samtyckesformular.tsx'
import type { Handlingsegenskaper, Veckodata } from './veckodata.ts'

/** A consent about to end, or ended: once more, with its words from the case. */
export function Samtyckeshandling({ rad, listor, idag, visa }: Handlingsegenskaper) {
  const [oppen, setOppen] = useState(false)
  const knapp = useRef<HTMLButtonElement>(null)
  const stang = () => {
    setOppen(false)
    knapp.current?.focus()
  }
  return visa(
    <Knapp ref={knapp} storlek="liten" aria-expanded={oppen} onPress={() => setOppen(!oppen)}>
      {text.fornya}
    </Knapp>,
    oppen && <Fornya nummer={rad.nummer} samtyckeId={rad.id} listor={listor} idag={idag} onStang={stang} />,
  )
}

interface Fornyelse extends Veckodata {
  readonly nummer: string
  readonly onStang: () => void
}

/** The case is opened for it: what the consent is about is not part of the week's list. */
function Fornya({ samtyckeId, ...data }: Fornyelse & { readonly samtyckeId: string }) {
  const arende = useArende(data.nummer)
  return (
    <Hamtat svar={arende}>
      {({ samtycken }) => {
        const gammalt = samtycken.find((rad) => rad.id === samtyckeId)
        return gammalt && <Ifyllt key={gammalt.id} gammalt={gammalt} {...data} />
      }}
    </Hamtat>
  )
}

function Ifyllt({ gammalt, nummer, listor, idag, onStang }: Fornyelse & { readonly gammalt: SamtyckeRad }) {
  const varden: Samtyckesvarden = fornyatSamtycke(gammalt, idag)
  const redigering = useRedigering(`fornya ${gammalt.id}`, varden)
  const stang = () => {
    redigering.stang()
    onStang()
  }
  return <Samtyckesformular nummer={nummer} redigering={{ ...redigering, stang }} listor={listor} idag={idag} fornya />
}

/** An uppdrag without any consent that holds: written in on the spot. */
export function Saknathandling({ rad, listor, idag, visa }: Handlingsegenskaper) {
  const nytt = useRedigering(`samtycke/${rad.nummer}`, tomtSamtycke(idag))
  return visa(
    <Knapp {...nytt.knapp} storlek="liten">
      {text.skrivIn}
    </Knapp>,
    nytt.oppen && <Samtyckesformular nummer={rad.nummer} redigering={nytt} listor={listor} idag={idag} />,
  )
}
