import { type ReactNode, useId, useState } from 'react'
import type { Faltvarde } from '../../../db/model/blankett/typer.ts'
import type { Faltlage } from '../../../db/model/handling/typer.ts'
import { idag as dagFor, klockslag } from '../../../db/model/kalender.ts'
import { useIdag } from '../../app/idag.ts'
import { Aterstallt } from '../../parts/Aterstallt.tsx'
import { Sparstatus } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { dagIOrd } from '../../texter/datum.ts'
import { handling } from '../../texter/handling.ts'
import stil from './handling.module.css'
import { useHandling } from './sammanhang.ts'
import type { Faltsparning } from './sparning.ts'
import { vardetext } from './varden.ts'

const text = handling.falt

/** Under a field: whether it is saved, and what else is to be said about it on one line. */
export function Sparad<V extends Faltvarde>({ sparning, children }: { readonly sparning: Faltsparning<V>; readonly children?: ReactNode }) {
  return (
    <div className={stil.faltrad}>
      <Sparstatus sparar={sparning.sparar} andrad={sparning.andrad} sparat={sparning.sparat} />
      {children}
    </div>
  )
}

/** Taken over from last year and not yet read through: saved as it stands when one says that it holds. */
export function Forifyllt<V extends Faltvarde>({ lage, sparning }: { readonly lage: Faltlage; readonly sparning: Faltsparning<V> }) {
  if (!lage.forifyllt || sparning.andrad || sparning.sparar) return null
  return (
    <div className={stil.forifyllt}>
      <span>{text.forifyllt}</span>
      <Knapp storlek="liten" onPress={() => sparning.sparaNu(sparning.varde)}>
        {text.stammer}
        <Osynlig> {lage.falt.etikett}</Osynlig>
      </Knapp>
    </div>
  )
}

/** Somebody else has saved the same field: both stand here until one of them is chosen. */
export function Krocken<V extends Faltvarde>({ sparning, onTa }: { readonly sparning: Faltsparning<V>; readonly onTa?: (varde: Faltvarde) => void }) {
  const idag = useIdag()
  const { krock } = sparning
  if (krock === undefined) return null
  return (
    <div className={stil.krock} role="alert">
      <p>{text.krock(krock.av, krock.tid === '' ? '' : dagIOrd(dagFor(krock.tid), idag), krock.tid === '' ? '' : klockslag(krock.tid))}</p>
      <h4>{text.krockDeras}</h4>
      <p className={stil.ord}>{vardetext(krock.varde) || text.tomText}</p>
      <div className={stil.knappar}>
        <Knapp storlek="liten" onPress={sparning.behallMin}>
          {text.behallMin}
        </Knapp>
        <Knapp
          storlek="liten"
          onPress={() => {
            sparning.taDeras()
            onTa?.(krock.varde)
          }}
        >
          {text.taDeras}
        </Knapp>
      </div>
    </div>
  )
}

/** Last year's text, to read beside or to use again; and the line about a draft that outlived a lock. */
export function Fjoltext({ lage, sparning }: { readonly lage: Faltlage; readonly sparning: Faltsparning<string> }) {
  const { sida } = useHandling()
  const [oppen, setOppen] = useState(false)
  const id = useId()
  const ar = sida.handling.ar - 1
  const fjol = typeof lage.fjol === 'string' ? lage.fjol : ''
  const start = typeof lage.varde === 'string' ? lage.varde : ''
  return (
    <>
      <Aterstallt nyckel={sparning.nyckel} onSlang={() => sparning.sparaNu(start)} />
      {fjol !== '' && fjol !== sparning.varde && (
        <>
          <Knapp sort="lank" aria-expanded={oppen} aria-controls={id} onPress={() => setOppen(!oppen)}>
            {oppen ? text.doljFjol : text.visaFjol(ar)}
          </Knapp>
          {oppen && (
            <div className={stil.fjoltext} id={id}>
              <h4>{text.fjolTextRubrik(ar)}</h4>
              <p className={stil.ord}>{fjol}</p>
              <div className={stil.knappar}>
                <Knapp storlek="liten" onPress={() => sparning.sparaNu(fjol)}>
                  {text.anvandFjol}
                </Knapp>
              </div>
            </div>
          )}
        </>
      )}
    </>
  )
}
