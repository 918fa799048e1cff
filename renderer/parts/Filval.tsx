import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { delar } from '../texter/delar.ts'
import { type Faltegenskaper, Faltskal, useFaltdelar } from './Falt.tsx'
import stil from './Filval.module.css'
import { Knapp } from './Knapp.tsx'

interface Egenskaper extends Faltegenskaper {
  /** Endings with dot: [".csv", ".xlsx"]. */
  readonly typer: readonly string[]
  readonly varde: File | null
  readonly onAndra: (fil: File | null) => void
}

/** One file, chosen or dropped. A file of another kind is refused with a sentence. */
export function Filval({ typer, varde, onAndra, fel, ...rest }: Egenskaper) {
  const [fel2, setFel] = useState<string>()
  const { skal, falt } = useFaltdelar({ bredd: 'bred', ...rest, fel: fel ?? fel2 })
  const ta = (fil: File | undefined) => {
    if (fil === undefined) return
    const ratt = typer.some((typ) => fil.name.toLowerCase().endsWith(typ))
    setFel(ratt ? undefined : delar.fel_filtyp(typer.join(', ')))
    onAndra(ratt ? fil : null)
  }
  return (
    <Faltskal {...skal}>
      <DropZone
        className={stil.ruta}
        onDrop={(e) => {
          const sak = e.items.find((i) => i.kind === 'file')
          if (sak) void sak.getFile().then(ta)
        }}
      >
        <FileTrigger acceptedFileTypes={[...typer]} onSelect={(filer) => ta(filer?.[0])}>
          <Knapp id={falt.id} ikon={FileUp} aria-describedby={falt['aria-describedby']}>
            {delar.valjFil}
          </Knapp>
        </FileTrigger>
        <span className={varde ? stil.namn : undefined} role="status">
          {varde ? varde.name : delar.slappFil}
        </span>
      </DropZone>
    </Faltskal>
  )
}
