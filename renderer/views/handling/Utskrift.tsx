import { useQuery } from '@tanstack/react-query'
import { kommunMedKod, lanForKommun } from '../../../db/model/kommuner.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Handlingspapper, handlingsmeta } from '../../print/Handling.tsx'
import { handling } from '../../texter/handling.ts'
import { useHandling } from './sammanhang.ts'
import stil from './handling.module.css'
import { Maskeringsval } from './Utlamnas.tsx'
import { handlingsvag } from './vagar.ts'

/** The handling as it will stand on paper, masked as chosen, and the choices that decide what it gives away. */
export function Utskrift() {
  const { slag, sida } = useHandling()
  const lage = useQuery(fraga.start.lage.queryOptions())
  const { utgava, handling: h } = sida
  const lan = new Set(h.kommuner.map((kod) => lanForKommun(kod)?.namn))
  return (
    <Forhandsvisning
      meta={handlingsmeta(utgava, kommunMedKod(h.sokande)?.fulltNamn ?? h.sokande)}
      dokument={(meta) => <Handlingspapper meta={meta} utgava={utgava} lan={lan.size === 1 ? [...lan][0] : undefined} />}
      logga={() => kontor.utskrifter.logga({ dokument: slag, ar: h.ar })}
      val={
        <fieldset className={stil.utskriftsval}>
          <legend>{handling.granskning.utlamnas}</legend>
          <Maskeringsval />
        </fieldset>
      }
      tillbaka={handlingsvag(slag, h.id)}
      sparaPdf={lage.data?.skal.sparaPdf ? () => kontor.utskrifter.sparaPdf({ filnamn: `${handling.namn(slag, h.ar)}.pdf` }) : undefined}
    />
  )
}
