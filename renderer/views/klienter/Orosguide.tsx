import { useState } from 'react'
import { useLocation } from 'wouter'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { arbetet } from '../../texter/arbetet.ts'
import { klienter } from '../../texter/klienter.ts'
import stil from './klienter.module.css'

const text = arbetet.oros

/** The duty to report worry about a child, and the way (SoL 2025:400 19:1). Lotsen keeps only the day the guide was used. */
export function Orosguide({ nummer }: { readonly nummer: string }) {
  const [, ga] = useLocation()
  const [sparar, setSparar] = useState(false)
  const hem = `/klienter/${nummer}`
  const anvand = async () => {
    setSparar(true)
    try {
      await kontor.orosguide.anvand({ nummer })
      ga(hem)
      sag(text.sparat)
    } catch (orsak) {
      sag(felmening(orsak))
      setSparar(false)
    }
  }
  return (
    <>
      <Sidhuvud rubrik={text.fraga} titel={text.titel} over={klienter.over(text.titel, nummer, '')} />
      <div className={stil.stycken}>
        {text.stycken.map((stycke) => (
          <p key={stycke}>{stycke}</p>
        ))}
      </div>
      <Avsnitt rubrik={text.garTill} luft>
        <ol className={stil.lista}>
          {text.steg.map((steg) => (
            <li key={steg}>{steg}</li>
          ))}
        </ol>
      </Avsnitt>
      <div className={stil.stycken}>
        <p>{text.sparas}</p>
      </div>
      <div className={stil.knappar}>
        <Knapp sort="forsta" vantar={sparar} onPress={() => void anvand()}>
          {text.verb}
        </Knapp>
        <Lankknapp till={hem}>{klienter.tillArendet}</Lankknapp>
      </div>
    </>
  )
}
