import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { veckan as text } from '../../texter/veckan.ts'
import { Forlangningsformular, TOM_FORLANGNING } from '../klienter/Forlangning.tsx'
import type { Handlingsegenskaper } from './veckodata.ts'
import stil from './veckan.module.css'

/** An uppdrag near or past its planned end: extended here, or ended by its own flow. */
export function Sluthandling({ rad, idag, visa }: Handlingsegenskaper) {
  const forlangning = useRedigering(`forlangning/${rad.id}`, TOM_FORLANGNING)
  return visa(
    <Knapp {...forlangning.knapp} storlek="liten">
      {text.forlangEllerAvsluta}
    </Knapp>,
    forlangning.oppen && (
      <>
        <p className={stil.lank}>
          <Lankknapp sort="lank" till={`/klienter/${rad.nummer}/avsluta`}>
            {text.avsluta}
          </Lankknapp>
        </p>
        <Forlangningsformular redigering={forlangning} uppdrag={{ id: rad.id, version: rad.version, planeratSlut: rad.datum }} idag={idag} />
      </>
    ),
  )
}
