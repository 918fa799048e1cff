import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Falt, Kolumn as Tabellkolumn, Tabellrad } from '../../../db/model/blankett/typer.ts'
import type { Faltlage } from '../../../db/model/handling/typer.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { TextFalt } from '../../parts/Falt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { handling } from '../../texter/handling.ts'
import { Krocken, Sparad } from './Sparat.tsx'
import stil from './handling.module.css'
import { useHandling } from './sammanhang.ts'
import { useFaltsparning } from './sparning.ts'
import { celltext, cellvarde, kolumnsumma, tabellrader, taltext } from './varden.ts'

const text = handling.falt

type EgenTabell = Extract<Falt, { typ: 'egen_tabell' }>
interface Rad {
  readonly nr: number
  readonly namn: string
  readonly varden: Tabellrad
}

/** A table that the unit fills in itself: a row per kommun, or rows of its own. */
export function Egentabell({ lage, falt }: { readonly lage: Faltlage; readonly falt: EgenTabell }) {
  const { sida, far } = useHandling()
  const sparning = useFaltsparning<Tabellrad[]>(lage, tabellrader(falt, lage.varde, sida.handling.kommuner))
  const rader = tabellrader(falt, sparning.varde, sida.handling.kommuner)
  const fria = falt.rader === 'fria'
  const satt = (nr: number, kolumn: string, varde: string | number | null) => sparning.satt(rader.map((rad, i) => (i === nr ? { ...rad, [kolumn]: varde } : rad)))
  const visade: Rad[] = rader.map((varden, nr) => ({ nr, varden, namn: fria ? text.rad(nr + 1) : kommunNamn(String(varden['kommun'])) }))
  const summerbara = falt.kolumner.filter((k) => k.typ === 'tal')
  const kolumner: Kolumn<Rad>[] = [
    { id: 'rad', rubrik: falt.etikett, cell: (rad) => rad.namn },
    ...falt.kolumner.map((k): Kolumn<Rad> => ({
      id: k.id,
      rubrik: k.enhet === '' ? k.rubrik : `${k.rubrik} (${k.enhet})`,
      tal: k.typ === 'tal',
      cell: (rad) => {
        const varde = rad.varden[k.id]
        if (!far) return typeof varde === 'number' ? taltext(varde, k.decimaler as 0 | 1 | 2) : (varde ?? '')
        return <Cell key={rad.nr} kolumn={k} vad={text.cell(rad.namn, k.rubrik)} varde={varde} onAndra={(nytt) => satt(rad.nr, k.id, nytt)} onLamna={sparning.lamna} />
      },
    })),
    ...(fria && far
      ? [
          {
            id: 'bort',
            rubrik: text.taBortRad,
            handling: true,
            cell: (rad: Rad) => (
              <Knapp sort="tyst" storlek="liten" ikon={Trash2} onPress={() => sparning.sparaNu(rader.filter((_, i) => i !== rad.nr))}>
                <Osynlig>{`${text.taBortRad} ${rad.nr + 1}`}</Osynlig>
              </Knapp>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Tabell
        bildtext={falt.etikett}
        kolumner={kolumner}
        rader={visade}
        nyckel={(rad) => `${rad.nr} ${rader.length}`}
        {...(summerbara.length === 0 || rader.length < 2
          ? {}
          : { summa: [text.summa, ...falt.kolumner.map((k) => (k.typ === 'tal' ? taltext(kolumnsumma(rader, k.id), k.decimaler as 0 | 1 | 2) : '')), ...(fria && far ? [''] : [])] })}
        under={falt.hjalp === '' ? (rader.length === 0 ? text.ingaRader : undefined) : falt.hjalp}
      />
      {far && (
        <Sparad sparning={sparning}>
          {fria && (
            <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => sparning.satt([...rader, Object.fromEntries(falt.kolumner.map((k) => [k.id, null]))])}>
              {text.laggTillRad}
            </Knapp>
          )}
          {sparning.fel !== undefined && (
            <span className={stil.fel} role="alert">
              {sparning.fel}
            </span>
          )}
        </Sparad>
      )}
      <Krocken sparning={sparning} />
    </>
  )
}

interface Cellegenskaper {
  readonly kolumn: Tabellkolumn
  readonly vad: string
  readonly varde: string | number | null | undefined
  readonly onAndra: (varde: string | number | null) => void
  readonly onLamna: () => void
}

/** A cell keeps what is typed in it, also what cannot be read yet. */
function Cell({ kolumn, vad, varde, onAndra, onLamna }: Cellegenskaper) {
  const [skrivet, setSkrivet] = useState(() => celltext(varde))
  const [fel, setFel] = useState<string>()
  const andra = (nytt: string) => {
    setSkrivet(nytt)
    const last = cellvarde(nytt, kolumn)
    if (last === undefined) return
    setFel(undefined)
    onAndra(last)
  }
  const lamna = () => {
    const olast = cellvarde(skrivet, kolumn) === undefined
    setFel(olast ? text.talFel(kolumn.decimaler) : undefined)
    if (!olast) onLamna()
  }
  return (
    <div className={kolumn.typ === 'tal' ? stil.cellfalt : stil.textcell}>
      <TextFalt doldEtikett etikett={vad} inputMode={kolumn.typ === 'tal' ? 'decimal' : 'text'} varde={skrivet} onAndra={andra} onLamna={lamna} fel={fel} />
    </div>
  )
}
