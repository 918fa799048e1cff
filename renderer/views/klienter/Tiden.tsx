import type { Datum } from '../../../db/model/kalender.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import { useUi } from '../../app/ui.ts'
import { Tidsbar } from '../../parts/Tidsbar.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import { SNART_DAGAR } from './klientlista.ts'

/** The time bar of an uppdrag, or a line when no end is planned. Reasons of extensions hide with the names. */
export function Tiden({ uppdrag, idag }: { readonly uppdrag: UppdragRad; readonly idag: Datum }) {
  const dolda = useUi((u) => u.namnDolda)
  // Of an ended one the bar shows the time it lasted.
  const planeratSlut = uppdrag.slut ?? uppdrag.planeratSlut
  if (planeratSlut === null) return <p>{text.utanPlaneratSlut(langtDatum(uppdrag.start))}</p>
  return (
    <Tidsbar
      start={uppdrag.start}
      planeratSlut={planeratSlut}
      slut={uppdrag.slut}
      idag={idag}
      snartDagar={SNART_DAGAR}
      forlangningar={uppdrag.forlangningar.map((f) => ({ datum: f.datum, skal: dolda ? undefined : (f.skal ?? undefined) }))}
    />
  )
}
