import { Download } from 'lucide-react'
import { useState } from 'react'
import type { TabellId } from '../../../db/model/statistik/index.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Exporterbart } from '../../parts/Exporterbart.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { sparaFil } from '../../parts/sparaFil.ts'
import { statistik as text } from '../../texter/statistik.ts'
import stil from './Statistik.module.css'

export interface Exporturval {
  readonly ar: number
  readonly kommun: readonly string[]
  readonly maskera: boolean
}

const FORMAT = ['xlsx', 'csv'] as const

/** A table, or all of them, as a file: as they are shown. */
export function Export({ urval, tabell, namn }: { readonly urval: Exporturval; readonly tabell: TabellId | null; readonly namn?: string }) {
  const [gor, setGor] = useState<string>()
  const hamta = async (format: (typeof FORMAT)[number]) => {
    setGor(format)
    try {
      const fil = await kontor.statistik.exportera({ ...urval, kommun: [...urval.kommun], tabell, format })
      sparaFil(fil)
      sag(text.exporterad(fil.name))
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setGor(undefined)
    }
  }
  return (
    <Exporterbart tyst={tabell !== null}>
      <span className={stil.export}>
        {FORMAT.map((format) => (
          <Knapp
            key={format}
            sort={tabell === null ? 'andra' : 'tyst'}
            storlek={tabell === null ? 'vanlig' : 'liten'}
            ikon={Download}
            vantar={gor === format}
            aria-label={namn === undefined ? text.exporteraAlla(format) : text.exporteraTabell(namn, format)}
            onPress={() => void hamta(format)}
          >
            {tabell === null ? text.exporteraAlla(format) : format}
          </Knapp>
        ))}
      </span>
    </Exporterbart>
  )
}
