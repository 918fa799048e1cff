import type { Importsvar } from '../../../electron/office/contract/importera.ts'
import { Avsnitt, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { KopieraKnapp } from '../../parts/KopieraKnapp.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { antal } from '../../print/tal.ts'
import { importera } from '../../texter/importera.ts'
import stil from './Importera.module.css'
import { egetNamn, felSomText, type Filval } from './val.ts'

const text = importera.kontroll
/** More errors than this are not read on a screen; the whole list can be copied. */
const VISADE_FEL = 200
const VISADE_RADER = 12

interface Egenskaper {
  readonly val: Filval
  readonly svar: Importsvar
  readonly onImportera: () => void
  readonly onTillbaka: () => void
  readonly onBorjaOm: () => void
}

/** Step 3: what is wrong, or what will come in. Nothing has been written. */
export function Kontrollen(egenskaper: Egenskaper) {
  return egenskaper.svar.fel.length > 0 ? <Felen {...egenskaper} /> : <Redo {...egenskaper} />
}

function Felen({ val, svar, onTillbaka, onBorjaOm }: Egenskaper) {
  const { fel } = svar
  return (
    <>
      <p className={stil.ingress}>{text.felText}</p>
      <Avsnitt rubrik={text.felRubrik(fel.length)} handling={<KopieraKnapp text={felSomText(fel, val.parning)} vad={text.kopieraVad} />}>
        <Tabell
          bildtext={text.felRubrik(fel.length)}
          kolumner={[
            { id: 'rad', rubrik: text.rad, cell: (f) => f.rad },
            { id: 'kolumn', rubrik: text.kolumn, cell: (f) => egetNamn(val.parning, f.kolumn) },
            { id: 'fel', rubrik: text.fel, cell: (f) => f.fel },
          ]}
          rader={fel.slice(0, VISADE_FEL)}
          nyckel={(f) => `${f.rad} ${f.kolumn} ${f.fel}`}
          under={fel.length > VISADE_FEL ? text.fler(VISADE_FEL, fel.length) : undefined}
        />
      </Avsnitt>
      <Upplysningar svar={svar} />
      <div className={stil.knappar}>
        <Knapp sort="forsta" onPress={onBorjaOm}>
          {text.valjIgen}
        </Knapp>
        <Knapp onPress={onTillbaka}>{text.andraParning}</Knapp>
      </div>
    </>
  )
}

function Redo({ svar, onImportera, onTillbaka, onBorjaOm }: Egenskaper) {
  return (
    <>
      <Avsnitt rubrik={text.redoRubrik} bredvid={text.redoText}>
        <Uppgifter
          rader={[
            { namn: text.rader, varde: antal(svar.rader) },
            { namn: text.klienter, varde: antal(svar.klienter) },
            { namn: text.uppdrag, varde: antal(svar.uppdrag) },
            { namn: text.kontakter, varde: antal(svar.kontakter) },
          ]}
        />
      </Avsnitt>
      <Upplysningar svar={svar} />
      <div className={stil.knappar}>
        {svar.rader > 0 ? (
          <Knapp sort="forsta" onPress={onImportera}>
            {text.importera(svar.klienter, svar.kontakter)}
          </Knapp>
        ) : (
          <p>{text.ingaRader}</p>
        )}
        <Knapp onPress={onTillbaka}>{text.andraParning}</Knapp>
        <Knapp sort="tyst" onPress={onBorjaOm}>
          {importera.borjaOm}
        </Knapp>
      </div>
    </>
  )
}

function Upplysningar({ svar }: { readonly svar: Importsvar }) {
  if (svar.upplysningar.length === 0) return null
  return (
    <Avsnitt rubrik={text.upplysningar} luft>
      <ul className={stil.upplysningar}>
        {svar.upplysningar.map((u) => (
          <li key={`${u.kolumn ?? ''} ${u.text}`}>
            {u.text}
            <span className={stil.under}>{text.upplysningsrader(u.rader, VISADE_RADER)}</span>
          </li>
        ))}
      </ul>
    </Avsnitt>
  )
}
