import { useState } from 'react'
import type { OverlamningRad } from '../../../db/model/overlamningar.ts'
import { kontor } from '../../app/klient.ts'
import { Fraga } from '../../parts/Dialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { overlamningar as text } from '../../texter/overlamningar.ts'
import { useGor } from './gor.ts'

/** Ends a vikariat before its day: asked first, since it cannot be undone but by a new offer. */
export function AvslutaVikariat({ rad, efter }: { readonly rad: OverlamningRad; readonly efter?: () => void }) {
  const [oppen, setOppen] = useState(false)
  const { gor, pagar } = useGor()
  const avsluta = async () => {
    await kontor.overlamningar.avslutaVikariat({ id: rad.id })
    efter?.()
    return text.vikariatAvslutat
  }
  return (
    <>
      <Knapp sort="tyst" storlek="liten" aria-label={text.avslutaVikariatVad(rad.nummer)} onPress={() => setOppen(true)}>
        {text.avslutaVikariat}
      </Knapp>
      <Fraga rubrik={text.avslutaVikariatFraga} oppen={oppen} onStang={() => setOppen(false)} verb={text.avslutaVikariat} vantar={pagar} onJa={() => void gor(avsluta).then(() => setOppen(false))}>
        <p>{text.avslutaVikariatText(rad.till.namn)}</p>
      </Fraga>
    </>
  )
}
