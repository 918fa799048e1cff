import { Knapp } from '../../parts/Knapp.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { veckan as text } from '../../texter/veckan.ts'
import { tomtResultat } from '../klienter/arbetsvarden.ts'
import { Flyttformular, Resultatformular } from '../klienter/Uppfoljningsformular.tsx'
import type { Handlingsegenskaper } from './veckodata.ts'

/** A follow-up: its result when the day has come, another day until then. */
export function Uppfoljningshandling({ rad, idag, visa }: Handlingsegenskaper) {
  const resultat = useRedigering(`uppfoljning/${rad.id}`, tomtResultat(idag))
  const flytt = useRedigering(`flytta ${rad.id}`, { planerad: '' })
  const varden = { nummer: rad.nummer, rad, idag }
  if (rad.datum !== null && rad.datum > idag) {
    return visa(
      <Knapp {...flytt.knapp} storlek="liten">
        {text.flytta}
      </Knapp>,
      flytt.oppen && <Flyttformular {...varden} redigering={flytt} />,
    )
  }
  return visa(
    <Knapp {...resultat.knapp} storlek="liten">
      {text.skrivInResultat}
    </Knapp>,
    resultat.oppen && <Resultatformular {...varden} redigering={resultat} />,
  )
}
