import { useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { tolkaFel } from '../../app/felsvar.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Filval } from '../../parts/Filval.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { blanketter as text } from '../../texter/blanketter.ts'
import { delar } from '../../texter/delar.ts'
import { blankettvag } from '../handling/vagar.ts'
import { lasOmBlanketter } from './fragor.ts'
import stil from './blanketter.module.css'

interface Filfel {
  readonly plats: string
  readonly mening: string
}
const zDetalj = z.object({ fel: z.array(z.object({ plats: z.string(), mening: z.string() })) })

/** A form from a file: taken whole, or refused with everything that is wrong in it. */
export function Importera() {
  const [, ga] = useLocation()
  const [fil, setFil] = useState<File | null>(null)
  const [fel, setFel] = useState<{ readonly mening: string; readonly lista: readonly Filfel[] }>()
  const [laser, setLaser] = useState(false)
  const las = async (vald: File | null) => {
    setFil(vald)
    setFel(undefined)
    if (vald === null) return
    setLaser(true)
    try {
      const ny = await kontor.blanketter.importera({ fil: vald })
      await lasOmBlanketter()
      sag(text.importerad(ny.namn))
      ga(blankettvag(ny.id, ny.version))
    } catch (orsak) {
      const svar = tolkaFel(orsak)
      const lista = zDetalj.safeParse(svar.detalj).data?.fel ?? []
      setFel({ mening: lista.length > 0 ? text.felIFilen(lista.length) : svar.mening, lista })
    } finally {
      setLaser(false)
    }
  }
  return (
    <Avsnitt rubrik={text.importera} luft>
      <Filval etikett={text.fil} hjalp={text.importeraHjalp} typer={['.json']} varde={fil} onAndra={(vald) => void las(vald)} fel={fel?.mening} />
      {laser && <Arbetar text={delar.arbetar} />}
      {fel !== undefined && fel.lista.length > 0 && (
        <div role="alert">
          <ul className={stil.fellista}>
            {fel.lista.map((f) => (
              <li key={`${f.plats} ${f.mening}`}>{text.fel(f.plats, f.mening)}</li>
            ))}
          </ul>
        </div>
      )}
    </Avsnitt>
  )
}
