import { useState } from 'react'
import type { AnvandareRad } from '../../../db/model/anvandare.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { delar } from '../../texter/delar.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { hamtaOm } from './uppgifter.ts'

const text = kontoret.anvandare

/** Disables a user; why it cannot be done stands in the dialog until it is closed. Avbryt has the focus. */
export function StangAv({ rad }: { readonly rad: AnvandareRad }) {
  const [oppen, setOppen] = useState(false)
  const [fel, setFel] = useState<string>()
  const [pagar, setPagar] = useState(false)
  const stang = () => {
    setOppen(false)
    setFel(undefined)
  }
  const stangAv = async () => {
    setPagar(true)
    try {
      await kontor.anvandare.stangAv({ id: rad.id })
      await hamtaOm.anvandare()
      stang()
      sag(text.avstangdSagt(rad.namn))
    } catch (orsak) {
      setFel(felmening(orsak))
    } finally {
      setPagar(false)
    }
  }
  return (
    <>
      <Knapp sort="tyst" storlek="liten" aria-label={text.stangAvVem(rad.namn)} onPress={() => setOppen(true)}>
        {text.stangAv}
      </Knapp>
      <Dialog
        rubrik={text.stangAvFraga(rad.namn)}
        oppen={oppen}
        onStang={stang}
        knappar={
          <>
            <Knapp autoFocus onPress={stang}>
              {fel === undefined ? delar.avbryt : delar.stang}
            </Knapp>
            {fel === undefined && (
              <Knapp sort="fara" vantar={pagar} onPress={() => void stangAv()}>
                {text.stangAvVem(rad.namn)}
              </Knapp>
            )}
          </>
        }
      >
        {fel === undefined ? <p>{text.stangAvText}</p> : <p role="alert">{fel}</p>}
      </Dialog>
    </>
  )
}
