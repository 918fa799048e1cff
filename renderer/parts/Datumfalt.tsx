import { type Datum } from '../../db/model/kalender.ts'
import { delar } from '../texter/delar.ts'
import { medVeckodag, storBokstav } from '../texter/datum.ts'
import stil from './Falt.module.css'
import { type Faltegenskaper, Faltskal, useFaltdelar } from './Falt.tsx'
import { tolkaDatum } from './tolkaDatum.ts'

interface Egenskaper extends Faltegenskaper {
  /** What is typed, or the day as `YYYY-MM-DD` once it has been understood. */
  readonly varde: string
  readonly onAndra: (varde: string) => void
  readonly idag: Datum
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/**
 * A day, typed the way one likes. What has been understood shows with its weekday while typing and
 * replaces the text when the field is left; what cannot be read stays as typed.
 */
export function Datumfalt({ varde, onAndra, idag, ...rest }: Egenskaper) {
  const { skal, falt } = useFaltdelar({ bredd: 'smal', ...rest })
  const datum = tolkaDatum(varde, idag)
  const lamna = () => {
    if (datum !== undefined && datum !== varde) onAndra(datum)
  }
  return (
    <Faltskal {...skal}>
      <input
        {...falt}
        className={stil.ruta}
        autoComplete="off"
        spellCheck={false}
        placeholder={delar.datumExempel}
        value={varde}
        onChange={(e) => onAndra(e.target.value)}
        onBlur={lamna}
        onKeyDown={(e) => {
          if (e.key === 'Enter') lamna()
        }}
      />
      <span className={stil.hjalp} role="status">
        {datum === undefined ? (varde.trim() === '' ? '' : delar.datumOlast) : storBokstav(medVeckodag(datum))}
      </span>
    </Faltskal>
  )
}
