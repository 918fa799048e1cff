import { useState } from 'react'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { systemfel as text } from '../../texter/systemfel.ts'
import { lasOm } from './bristfragor.ts'

/** What became of a brist has been read: it leaves Min vecka. */
export function Settknapp({ id, vad }: { readonly id: string; readonly vad: string }) {
  const [vantar, setVantar] = useState(false)
  const sett = async () => {
    setVantar(true)
    try {
      await kontor.systemfel.sedd({ id })
      sag(text.settSagt)
      await lasOm()
    } catch (orsak) {
      sag(felmening(orsak))
    }
    setVantar(false)
  }
  return (
    <Knapp storlek="liten" vantar={vantar} aria-label={text.settVad(vad)} onPress={() => void sett()}>
      {text.settDet}
    </Knapp>
  )
}
