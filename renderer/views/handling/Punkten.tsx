import { useEffect, useRef, useState } from 'react'
import type { Punktid } from '../../../db/model/blankett/typer.ts'
import { useTangenter } from '../../app/tangenter.tsx'
import { Avsnitt, Spalter } from '../../parts/Avsnitt.tsx'
import { handling } from '../../texter/handling.ts'
import { ram } from '../../texter/ram.ts'
import { type Oppning, Siffersammanhang } from '../redovisning/Siffra.tsx'
import { Fyllfalt } from './Fyllfalt.tsx'
import stil from './handling.module.css'
import { Kontroller } from './Kontroller.tsx'
import { Panel } from './Panel.tsx'
import { Raknadtabell, Siffrorna } from './Raknat.tsx'
import { useHandling } from './sammanhang.ts'
import { type Faltgrupp, faltgrupper, paFalt } from './varden.ts'

/** One point of the paragraph: its fields in the form's order, and beside them the checks and the opened figure. */
export function Punkten({ punkt, falt }: { readonly punkt: Punktid; readonly falt: string | undefined }) {
  const { sida, siffror } = useHandling()
  const [oppning, setOppning] = useState<Oppning>()
  // Where one was, to come back to when the panel closes.
  const fran = useRef<Element | null>(null)
  const oppna = (ny: Oppning) => {
    fran.current = document.activeElement
    setOppning(ny)
  }
  const stang = () => {
    setOppning(undefined)
    if (fran.current instanceof HTMLElement) fran.current.focus()
  }
  useTangenter(oppning ? [{ tangent: 'escape', text: ram.tangentStang, gor: stang }] : [])
  useEffect(() => fokusera(falt), [falt])
  const siffra = oppning && siffror.get(oppning.figur)
  const rubrik = sida.blankett.punkter.find((p) => p.id === punkt)?.rubrik ?? handling.flik[punkt]
  return (
    <Siffersammanhang value={{ oppen: oppning?.figur, oppna }}>
      <Spalter
        fast
        sida={
          <>
            {oppning && siffra && <Panel siffra={siffra} vad={oppning.vad} onStang={stang} />}
            <Kontroller />
            {!oppning && (
              <Avsnitt luft rubrik={handling.panel.tomtRubrik}>
                <p className={stil.forklaring}>{handling.panel.tomt}</p>
              </Avsnitt>
            )}
          </>
        }
      >
        <section className={stil.del} aria-labelledby="punkten">
          <h2 id="punkten" className={stil.punktrubrik}>
            {rubrik}
          </h2>
          {faltgrupper(paFalt(sida.falt, punkt)).map((grupp) => (
            <Gruppen key={grupp.falt[0]?.falt.id} grupp={grupp} />
          ))}
        </section>
      </Spalter>
    </Siffersammanhang>
  )
}

function Gruppen({ grupp }: { readonly grupp: Faltgrupp }) {
  if (grupp.slag === 'siffror') return <Siffrorna falt={grupp.falt} />
  if (grupp.slag === 'tabeller') {
    return (
      <div className={stil.par}>
        {grupp.falt.map((f) => (
          <Raknadtabell key={f.falt.id} lage={f} />
        ))}
      </div>
    )
  }
  const [f] = grupp.falt
  return f.falt.typ === 'tabell' ? <Raknadtabell lage={f} /> : <Fyllfalt lage={f} />
}

/** A link from a check leads to the field: what can be written in takes the focus. */
function fokusera(falt: string | undefined): void {
  if (falt === undefined) return
  const plats = document.getElementById(`falt-${falt}`)
  plats?.scrollIntoView({ block: 'center' })
  plats?.querySelector<HTMLElement>('textarea, input, button')?.focus({ preventScroll: true })
}
