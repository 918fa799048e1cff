import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import { Flerval } from '../../parts/Flerval.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { redovisning as text } from '../../texter/redovisning.ts'
import stil from './Redovisning.module.css'
import type { Sidval } from './val.ts'

interface Egenskaper {
  readonly val: Sidval
  readonly ar: readonly number[]
  /** The unit's kommuner in the year that is shown. */
  readonly kommuner: readonly string[]
  readonly onAndra: (nytt: Partial<Sidval>) => void
}

/** Which year, and which of the unit's kommuner. */
export function Urval({ val, ar, kommuner, onAndra }: Egenskaper) {
  const valbara = ar.includes(val.ar) ? ar : [val.ar, ...ar]
  return (
    <div className={stil.urval}>
      <Valj etikett={text.ar} bredd="smal" alternativ={valbara.map((a) => ({ kod: String(a), text: String(a) }))} varde={String(val.ar)} onAndra={(a) => onAndra({ ar: Number(a) })} />
      {kommuner.length > 1 && (
        <Flerval
          etikett={text.kommuner}
          platshallare={val.kommuner.length === 0 ? text.allaKommuner(kommuner.length) : text.nagraKommuner(val.kommuner.length, kommuner.length)}
          alternativ={kommuner.toSorted(kommunOrdning).map((kod) => ({ kod, text: kommunNamn(kod) }))}
          varde={val.kommuner}
          onAndra={(koder) => onAndra({ kommuner: koder.length === kommuner.length ? [] : koder.toSorted(kommunOrdning) })}
        />
      )}
    </div>
  )
}
