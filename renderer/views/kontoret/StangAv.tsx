import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AnvandareRad } from '../../../db/model/anvandare.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { delar } from '../../texter/delar.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { nodoppning } from '../../texter/nodoppning.ts'
import { ANVANDARLISTAN, MedAnvandare } from './Anvandarsida.tsx'
import stil from './Kontoret.module.css'
import { Hander } from './Nyckelfalt.tsx'
import { hamtaOm } from './uppgifter.ts'

const text = anvandare.av

/** Disables a user: a page of its own, it cannot be undone. Avbryt has the focus. */
export function StangAv({ id }: { readonly id: string }) {
  return <MedAnvandare id={id}>{(rad) => <Fragan rad={rad} />}</MedAnvandare>
}

function Fragan({ rad }: { readonly rad: AnvandareRad }) {
  const [, ga] = useLocation()
  const [fel, setFel] = useState<string>()
  const [pagar, setPagar] = useState(false)
  const stangAv = async () => {
    setPagar(true)
    try {
      await kontor.anvandare.stangAv({ id: rad.id })
      await hamtaOm.anvandare()
      sag(text.klart(rad.namn))
      ga(ANVANDARLISTAN)
    } catch (orsak) {
      setFel(felmening(orsak))
      setPagar(false)
    }
  }
  return (
    <>
      <Sidhuvud rubrik={text.rubrik(rad.namn)} titel={kontoret.anvandare.stangAv} over={kontoret.rubrik} />
      <Avsnitt rubrik={nodoppning.handerRubrik} luft>
        <Hander rader={text.hander} />
      </Avsnitt>
      {fel !== undefined && (
        <p role="alert" className={stil.text}>
          {fel}
        </p>
      )}
      <p className={stil.knappar}>
        <Knapp autoFocus onPress={() => ga(`${ANVANDARLISTAN}/${rad.id}`)}>
          {delar.avbryt}
        </Knapp>
        <Knapp sort="fara" vantar={pagar} onPress={() => void stangAv()}>
          {kontoret.anvandare.stangAvVem(rad.namn)}
        </Knapp>
      </p>
    </>
  )
}
