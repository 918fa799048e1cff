import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AnteckningRad } from '../../../db/model/arbetet.ts'
import { idag as dagFor } from '../../../db/model/kalender.ts'
import { anteckningsutkast } from '../../../db/model/utkast.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Skyddat } from '../../parts/Namn.tsx'
import { arbetet } from '../../texter/arbetet.ts'
import { delar } from '../../texter/delar.ts'
import { langtDatum } from '../../texter/datum.ts'
import { klienter } from '../../texter/klienter.ts'
import { lasOm, useArende } from './arendefragor.ts'
import stil from './klienter.module.css'

const text = arbetet.anteckningar

/** A note destroyed for good: a page of its own that says what happens; Avbryt has the focus. */
export function ForstorAnteckning({ nummer, id }: { readonly nummer: string; readonly id: string }) {
  const arende = useArende(nummer)
  return (
    <>
      <Sidhuvud rubrik={text.forstorFraga} titel={text.forstorTitel} over={klienter.over(text.forstorTitel, nummer, '')} />
      <Hamtat svar={arende}>
        {({ anteckningar }) => {
          const rad = anteckningar.find((en) => en.id === id)
          return rad === undefined ? <Lankknapp till={`/klienter/${nummer}`}>{klienter.tillArendet}</Lankknapp> : <Sidan nummer={nummer} rad={rad} />
        }}
      </Hamtat>
    </>
  )
}

function Sidan({ nummer, rad }: { readonly nummer: string; readonly rad: AnteckningRad }) {
  const [, ga] = useLocation()
  const [arbetar, setArbetar] = useState(false)
  const hem = `/klienter/${nummer}`
  const forstor = async () => {
    setArbetar(true)
    try {
      const { borta } = await kontor.anteckningar.forstor({ nummer, id: rad.id, version: rad.version })
      kastaUtkast(anteckningsutkast(nummer, rad.id))
      ga(hem, { replace: true })
      sag(borta ? text.forstord : text.inteBorta)
      await lasOm()
    } catch (orsak) {
      sag(felmening(orsak))
      setArbetar(false)
    }
  }
  return (
    <>
      <div className={stil.stycken}>
        <blockquote className={stil.citat}>
          <Skyddat>{rad.text}</Skyddat>
        </blockquote>
        <p>{text.forstorText(langtDatum(dagFor(rad.tid)))}</p>
        <p>{text.forstorSlut}</p>
      </div>
      <div className={stil.knappar}>
        <Knapp autoFocus onPress={() => ga(hem)}>
          {delar.avbryt}
        </Knapp>
        <Knapp sort="fara" vantar={arbetar} onPress={() => void forstor()}>
          {text.forstorTitel}
        </Knapp>
      </div>
    </>
  )
}
