import { useState } from 'react'
import type { AnstallningRad } from '../../../db/model/bemanning.ts'
import { arAv } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { useIdag } from '../../app/idag.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { STRECK, tvadecimaler } from '../../print/tal.ts'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { bemanningsar, bemanningssummor } from './varden.ts'

const text = kontoret.bemanning
const tal = (n: number) => (n === 0 ? STRECK : tvadecimaler(n))

/** A year's årsanställningar as they will stand in the redovisning. */
export function Bemanningssummor({ rader }: { readonly rader: readonly AnstallningRad[] }) {
  const iAr = arAv(useIdag())
  const [ar, setAr] = useState(iAr)
  const { perKommun, totalt } = bemanningssummor(rader, ar)
  return (
    <Avsnitt rubrik={text.summor}>
      <div className={stil.val}>
        <Valj etikett={text.ar} bredd="smal" alternativ={bemanningsar(rader, iAr).map((a) => ({ kod: String(a), text: String(a) }))} varde={String(ar)} onAndra={(a) => setAr(Number(a))} />
      </div>
      {perKommun.length === 0 ? (
        <p className={stil.ingress}>{text.summorTomt}</p>
      ) : (
        <Tabell
          bildtext={text.summor}
          kolumner={[
            { id: 'kommun', rubrik: text.kommun, cell: (rad) => kommunNamn(rad.kommun) },
            { id: 'antal', rubrik: text.arsanstallningar, tal: true, cell: (rad) => tal(rad.antal) },
            { id: 'bemannat', rubrik: text.bemannat, tal: true, cell: (rad) => tal(rad.bemannat) },
          ]}
          rader={perKommun}
          nyckel={(rad) => rad.kommun}
          summa={[text.totalt, tvadecimaler(totalt.antal), tvadecimaler(totalt.bemannat)]}
          under={
            <>
              {text.ovrigt(tvadecimaler(totalt.franvaro), tvadecimaler(totalt.vikarier))} {text.summorUnder}
            </>
          }
        />
      )}
    </Avsnitt>
  )
}
