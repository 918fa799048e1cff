import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { idag as dagFor } from '../../../db/model/kalender.ts'
import type { Siffra } from '../../../db/model/handling/typer.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { dagIOrd } from '../../texter/datum.ts'
import { handling } from '../../texter/handling.ts'
import { redovisning } from '../../texter/redovisning.ts'
import { Arenden } from '../redovisning/Sifferpanel.tsx'
import { handlingskontor, lasOmHandlingar } from './fragor.ts'
import stil from './handling.module.css'
import { Ratta } from './Ratta.tsx'
import { useHandling } from './sammanhang.ts'
import { medEnhet } from './varden.ts'

const text = handling.panel

/** An opened figure: how it is counted, what lies behind it, last year's, and its correction. Takes focus, so that it is read and reached wherever it stands. */
export function Panel({ siffra, vad, onStang }: { readonly siffra: Siffra; readonly vad: string; readonly onStang: () => void }) {
  const { sida } = useHandling()
  const ruta = useRef<HTMLDivElement>(null)
  useEffect(() => ruta.current?.focus(), [siffra.figur])
  return (
    <div ref={ruta} className={stil.panel} tabIndex={-1} role="group" aria-label={redovisning.panel.rubrik(vad)}>
      <Avsnitt
        luft
        rubrik={redovisning.panel.rubrik(vad)}
        handling={
          <Knapp sort="tyst" storlek="liten" ikon={X} onPress={onStang}>
            {redovisning.panel.stang}
          </Knapp>
        }
      >
        <p className={stil.tal}>{medEnhet(siffra.varde, siffra)}</p>
        {siffra.fjol !== null && <p className={stil.fjol}>{text.fjol(sida.handling.ar - 1, medEnhet(siffra.fjol, siffra))}</p>}
        <p className={stil.forklaring}>{siffra.forklaring}</p>
        <Rattelsen key={siffra.figur} siffra={siffra} />
        {siffra.oppningsbar && <Bakom figur={siffra.figur} />}
      </Avsnitt>
    </div>
  )
}

/** The ärendenummer behind it, bare (DOMAIN §3). Each opening is a row in the log: none is made by coming back to the window. */
function Bakom({ figur }: { readonly figur: string }) {
  const { slag, sida } = useHandling()
  const { id } = sida.handling
  const svar = useQuery({ queryKey: ['bakom siffran', slag, id, figur], queryFn: () => handlingskontor(slag).oppnaSiffra({ id, figur }), refetchOnWindowFocus: false })
  if (svar.isError) {
    return (
      <p role="alert" className={stil.fel}>
        {felmening(svar.error)}
      </p>
    )
  }
  return svar.data === undefined ? <Hamtar /> : <Arenden svar={svar.data} />
}

function Rattelsen({ siffra }: { readonly siffra: Siffra }) {
  const { slag, sida, far } = useHandling()
  const idag = useIdag()
  const { id } = sida.handling
  const redigering = useRedigering(`ratta ${id} ${siffra.figur}`, { varde: '', skal: '' })
  const { rattelse } = siffra
  const angra = async () => {
    try {
      await handlingskontor(slag).angraRattelse({ id, figur: siffra.figur })
      await lasOmHandlingar()
      sag(text.angrad)
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  return (
    <>
      {rattelse !== null && (
        <div className={stil.under}>
          <p>{text.raknat(medEnhet(siffra.raknat, siffra))}</p>
          <p>{text.rattad(rattelse.av, dagIOrd(dagFor(rattelse.tid), idag))}</p>
          <p>{text.skalet(rattelse.skal)}</p>
          {rattelse.raknat !== siffra.raknat && <p>{text.raknatNu(medEnhet(rattelse.raknat, siffra), medEnhet(siffra.raknat, siffra))}</p>}
        </div>
      )}
      {far && (
        <div className={stil.knappar}>
          <Knapp storlek="liten" {...redigering.knapp}>
            {text.ratta}
          </Knapp>
          {rattelse !== null && (
            <Knapp sort="tyst" storlek="liten" onPress={() => void angra()}>
              {text.angra}
            </Knapp>
          )}
        </div>
      )}
      {redigering.oppen && <Ratta siffra={siffra} redigering={redigering} />}
    </>
  )
}
