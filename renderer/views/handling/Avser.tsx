import { useState } from 'react'
import { useLocation } from 'wouter'
import { felmening } from '../../app/fraga.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Fraga } from '../../parts/Dialog.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { delar } from '../../texter/delar.ts'
import { handling } from '../../texter/handling.ts'
import { glomHandling, handlingskontor, lasOmHandlingar } from './fragor.ts'
import stil from './handling.module.css'
import { Avserfalt, type Avservarden, zAvser } from './Ny.tsx'
import { useHandling } from './sammanhang.ts'
import { arsvag, handlingsvag } from './vagar.ts'
import { blankettkod } from './valen.ts'

const text = handling.avser

/** Whose the draft is, its kommuner and form; and the way to be rid of it. */
export function Avser() {
  const { far } = useHandling()
  return far ? <Andra /> : null
}

function Andra() {
  const { sida, slag } = useHandling()
  const [, ga] = useLocation()
  const { handling: h, versioner } = sida
  const form = useFormular({
    schema: zAvser,
    start: { sokande: h.sokande, kommuner: h.kommuner, blankett: blankettkod(h.blankett) } satisfies Avservarden,
    spara: async ({ blankett, ...ut }) => {
      await handlingskontor(slag).andraHandling({ id: h.id, version: h.version, ...ut, ...(blankett === undefined ? {} : { blankett }) })
      await lasOmHandlingar()
      sag(text.sparat)
      ga(handlingsvag(slag, h.id, 'granska'))
    },
  })
  return (
    <Avsnitt rubrik={text.rubrik} luft>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.spara}
            </Knapp>
            <Lankknapp till={handlingsvag(slag, h.id, 'granska')}>{delar.avbryt}</Lankknapp>
            {versioner.length === 1 && <TaBort />}
          </>
        }
      >
        <Avserfalt slag={slag} ar={h.ar} form={form} />
        <p className={stil.under}>{text.blankettbyte}</p>
      </Formularruta>
    </Avsnitt>
  )
}

function TaBort() {
  const { sida, slag } = useHandling()
  const [, ga] = useLocation()
  const [oppen, setOppen] = useState(false)
  const [vantar, setVantar] = useState(false)
  const { id, version, ar } = sida.handling
  const gor = async () => {
    setVantar(true)
    try {
      await handlingskontor(slag).taBortHandling({ id, version })
      ga(arsvag(slag, ar))
      glomHandling(slag, id)
      await lasOmHandlingar()
      sag(text.borttagen)
    } catch (orsak) {
      sag(felmening(orsak))
      setVantar(false)
      setOppen(false)
    }
  }
  return (
    <>
      <Knapp sort="tyst" onPress={() => setOppen(true)}>
        {text.taBort(slag)}
      </Knapp>
      <Fraga rubrik={text.taBort(slag)} oppen={oppen} onStang={() => setOppen(false)} verb={text.taBort(slag)} vantar={vantar} onJa={() => void gor()}>
        <p>{text.taBortFraga}</p>
      </Fraga>
    </>
  )
}
