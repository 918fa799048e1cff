import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { TABELLER, TABELLNAMN } from '../../../db/model/statistik/index.ts'
import { type Kapitel, MAX_TEXT } from '../../../db/model/verksamhetsberattelse/index.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { TextFalt, Textruta } from '../../parts/Falt.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { verksamhetsberattelse as text } from '../../texter/verksamhetsberattelse.ts'
import { utanRubrik } from './autospar.ts'
import stil from './Berattelse.module.css'
import { antalRader } from './kapitelval.ts'

interface Egenskaper {
  readonly kapitel: Kapitel
  readonly nr: number
  readonly forst: boolean
  readonly sist: boolean
  readonly onAndra: (kapitel: Kapitel) => void
  readonly onLamna: () => void
  readonly onFlytta: (steg: -1 | 1) => void
  readonly onTaBort: () => void
}

/** One chapter: its name, its words, and the figures that follow them. */
export function Kapitelfalt({ kapitel, nr, forst, sist, onAndra, onLamna, onFlytta, onTaBort }: Egenskaper) {
  const { rubrik } = kapitel
  return (
    <Avsnitt
      luft
      rubrik={text.kapitel(nr)}
      handling={
        <span className={stil.knappar}>
          <Knapp sort="tyst" storlek="liten" ikon={ArrowUp} isDisabled={forst} aria-label={text.upp(rubrik)} onPress={() => onFlytta(-1)}>
            {text.uppKort}
          </Knapp>
          <Knapp sort="tyst" storlek="liten" ikon={ArrowDown} isDisabled={sist} aria-label={text.ned(rubrik)} onPress={() => onFlytta(1)}>
            {text.nedKort}
          </Knapp>
          <Knapp sort="tyst" storlek="liten" ikon={Trash2} aria-label={text.taBortVad(rubrik)} onPress={onTaBort}>
            {text.taBort}
          </Knapp>
        </span>
      }
    >
      <div className={stil.falten}>
        <TextFalt etikett={text.kapitelrubrik} bredd="bred" maxLength={120} varde={rubrik} fel={utanRubrik(kapitel) ? text.rubrikSaknas : undefined} onAndra={(nytt) => onAndra({ ...kapitel, rubrik: nytt })} onLamna={onLamna} />
        <Textruta etikett={text.text} max={MAX_TEXT} rader={antalRader(kapitel.text)} spellCheck varde={kapitel.text} onAndra={(ny) => onAndra({ ...kapitel, text: ny })} onLamna={onLamna} />
        <Flerval
          etikett={text.tabeller}
          hjalp={text.tabellerHjalp}
          platshallare={text.valjTabeller}
          alternativ={TABELLER.map((kod) => ({ kod, text: TABELLNAMN[kod] }))}
          varde={kapitel.tabeller}
          onAndra={(koder) => onAndra({ ...kapitel, tabeller: TABELLER.filter((id) => koder.includes(id)) })}
        />
      </div>
    </Avsnitt>
  )
}
