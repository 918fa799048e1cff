import { useState } from 'react'
import { felmening } from '../../app/fraga.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { handling } from '../../texter/handling.ts'
import { handlingskontor, lasOmHandlingar } from './fragor.ts'
import stil from './handling.module.css'
import { useHandling } from './sammanhang.ts'
import { handlingsvag } from './vagar.ts'
import { doldaTal } from './utgavan.ts'

const text = handling.granskning

/** The two choices that decide what is given away, with how many numbers they hide. */
export function Maskeringsval() {
  const { slag, sida, far } = useHandling()
  const [vantar, setVantar] = useState(false)
  const { id, version, maskera, konOchAlder } = sida.handling
  const satt = async (nytt: { maskera?: boolean; konOchAlder?: boolean }) => {
    setVantar(true)
    try {
      await handlingskontor(slag).andraHandling({ id, version, ...nytt })
      await lasOmHandlingar()
    } catch (orsak) {
      sag(felmening(orsak))
      await lasOmHandlingar()
    } finally {
      setVantar(false)
    }
  }
  return (
    <div className={stil.val}>
      <Kryss etikett={text.maskera} hjalp={text.maskeraHjalp} varde={maskera} disabled={!far || vantar} onAndra={(v) => void satt({ maskera: v })} />
      {slag === 'redovisning' && <Kryss etikett={text.konOchAlder} hjalp={text.konOchAlderHjalp} varde={konOchAlder} disabled={!far || vantar} onAndra={(v) => void satt({ konOchAlder: v })} />}
      <p className={stil.under} role="status">
        {maskera ? text.dolda(doldaTal(sida.utgava)) : text.omaskerat}
      </p>
    </div>
  )
}

export function Utlamnas() {
  const { slag, sida } = useHandling()
  return (
    <Avsnitt rubrik={text.utlamnas} luft>
      <Maskeringsval />
      <div className={stil.knappar}>
        <Lankknapp storlek="liten" till={handlingsvag(slag, sida.handling.id, 'skriv-ut')}>
          {text.sePapper}
        </Lankknapp>
      </div>
    </Avsnitt>
  )
}
