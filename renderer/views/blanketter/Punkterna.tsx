import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { type Blankettinnehall, type Falt, type Punkt, PUNKTER } from '../../../db/model/blankett/typer.ts'
import { punktnummer } from '../../../db/model/blankett/punktnummer.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { blanketter } from '../../texter/blanketter.ts'
import stil from './blanketter.module.css'
import { Faltdialog } from './Faltdialog.tsx'
import { flyttaFalt, laggTillFalt, sattFalt, sattRubrik, taBortFalt } from './redigera.ts'

const text = blanketter.redigera

interface Egenskaper {
  readonly innehall: Blankettinnehall
  /** Lotsen's own: read only. */
  readonly last: boolean
  readonly onAndra: (nytt: Blankettinnehall) => void
}

/** The points of the paragraph, which are fixed, and under each the form's own fields. */
export function Punkterna(egen: Egenskaper) {
  return egen.innehall.punkter.map((punkt) => <Punkten key={punkt.id} punkt={punkt} {...egen} />)
}

const NYTT = '\u0000nytt'

function Punkten({ punkt, innehall, last, onAndra }: Egenskaper & { readonly punkt: Punkt }) {
  const [oppen, setOppen] = useState<string>()
  const lagrum: string = Object.entries(PUNKTER[innehall.slag]).find(([id]) => id === punkt.id)?.[1] ?? ''
  const vald = punkt.falt.find((f) => f.id === oppen)
  const med = (falt: Falt, pa: boolean) => onAndra(sattFalt(innehall, punkt.id, falt.id, { ...falt, pa }))
  const kolumner: Kolumn<Falt>[] = [
    {
      id: 'falt',
      rubrik: text.falt,
      cell: (f) => (
        <span className={f.pa ? undefined : stil.av}>
          {f.etikett}
          {f.hjalp !== '' && <span className={stil.under}>{f.hjalp}</span>}
        </span>
      ),
    },
    { id: 'slag', rubrik: text.slag, ton: 'svag', cell: (f) => blanketter.faltslag[f.typ] },
    { id: 'med', rubrik: text.med, cell: (f) => (last ? (f.pa ? text.med : text.av) : <Kryss etikett={text.med} namn={text.medVad(f.etikett)} varde={f.pa} onAndra={(pa) => med(f, pa)} />) },
    ...(last ? [] : [{ id: 'gor', rubrik: text.ordning, handling: true, cell: (f: Falt) => <Gor falt={f} onFlytta={(steg) => onAndra(flyttaFalt(innehall, punkt.id, f.id, steg))} onAndra={() => setOppen(f.id)} /> }]),
  ]
  return (
    <Avsnitt
      rubrik={punkt.rubrik}
      bredvid={text.punkt(punktnummer(innehall.slag, punkt.id), lagrum)}
      handling={
        !last && (
          <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setOppen(NYTT)}>
            {text.laggTill}
            <Osynlig>{text.laggTillI(punkt.rubrik)}</Osynlig>
          </Knapp>
        )
      }
    >
      {!last && (
        <div className={stil.rubrikfalt}>
          <TextFalt etikett={text.punktrubrik} bredd="bred" varde={punkt.rubrik} onAndra={(rubrik) => onAndra(sattRubrik(innehall, punkt.id, rubrik))} maxLength={200} />
        </div>
      )}
      <Tabell bildtext={punkt.rubrik} kolumner={kolumner} rader={punkt.falt} nyckel={(f) => f.id} under={punkt.falt.length === 0 ? text.tom : undefined} />
      {(vald || oppen === NYTT) && (
        <Faltdialog
          key={oppen}
          innehall={innehall}
          falt={vald}
          onStang={() => setOppen(undefined)}
          onTaBort={() => vald && onAndra(taBortFalt(innehall, punkt.id, vald.id))}
          onKlar={(falt) => onAndra(vald ? sattFalt(innehall, punkt.id, vald.id, falt) : laggTillFalt(innehall, punkt.id, falt))}
        />
      )}
    </Avsnitt>
  )
}

function Gor({ falt, onFlytta, onAndra }: { readonly falt: Falt; readonly onFlytta: (steg: -1 | 1) => void; readonly onAndra: () => void }) {
  const flytta = (steg: -1 | 1, ord: string, ikon: typeof ArrowUp) => (
    <Knapp sort="tyst" storlek="liten" ikon={ikon} onPress={() => onFlytta(steg)}>
      <Osynlig>{`${ord}: ${falt.etikett}`}</Osynlig>
    </Knapp>
  )
  return (
    <span className={stil.knappar}>
      {flytta(-1, text.upp, ArrowUp)}
      {flytta(1, text.ner, ArrowDown)}
      <Knapp storlek="liten" onPress={onAndra}>
        {text.andra}
        <Osynlig> {falt.etikett}</Osynlig>
      </Knapp>
    </span>
  )
}
