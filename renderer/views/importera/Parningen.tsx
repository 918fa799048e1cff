import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { KOLUMNER, KOLUMNNAMN } from '../../../db/model/importera/kolumner.ts'
import type { Datumordning } from '../../../db/model/importera/datumformat.ts'
import type { Oversikt } from '../../../db/model/importera/oversikt.ts'
import { paradMed } from '../../../db/model/importera/parning.ts'
import type { LastFil } from '../../../electron/office/contract/importera.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Skyddat } from '../../parts/Namn.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Kryss, Radio } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { importera } from '../../texter/importera.ts'
import stil from './Importera.module.css'
import { type Filval, type Hinder, hinder, medPersonnummer, somInput } from './val.ts'

const text = importera.parning

interface Egenskaper {
  readonly fil: LastFil
  readonly val: Filval
  readonly onAndra: (oversikt: Oversikt, val: Filval) => void
  readonly onKontrollera: () => void
  readonly onBorjaOm: () => void
}

/** Step 2: what each column of the file is, how its dates are read, and that personnummer do not come in. */
export function Parningen({ fil, val, onAndra, onKontrollera, onBorjaOm }: Egenskaper) {
  const { oversikt } = fil
  const bas = useId()
  const [forsok, setForsok] = useState(0)
  const omgang = useRef(0)
  // An answer that comes when one has gone on must not lead back here.
  useEffect(
    () => () => {
      omgang.current = Number.NaN
    },
    [],
  )
  const kvar = hinder(oversikt, val)
  // Shown from the first refused attempt on; each goes when it is mended.
  const visade = forsok > 0 ? kvar : []
  const faltId = (namn: string) => `${bas}-${namn}`
  const felFor = (slag: Hinder['slag'], kolumn: string) => visade.find((h) => h.slag === slag && h.kolumn === kolumn)?.mening

  const andra = async (nytt: Filval) => {
    onAndra(oversikt, nytt)
    // Which columns hold dates and numbers follows from the pairing: the office looks again, and only the latest answer counts.
    const denna = (omgang.current || 0) + 1
    omgang.current = denna
    try {
      const sedd = await kontor.importera.oversikt(somInput(fil.id, oversikt, nytt))
      if (denna === omgang.current) onAndra(sedd, nytt)
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  const skicka = (e: FormEvent) => {
    e.preventDefault()
    if (kvar.length === 0) return onKontrollera()
    setForsok((n) => n + 1)
  }
  const idFor = (h: Hinder) => `${h.slag}${oversikt.kolumner.findIndex((k) => k.namn === h.kolumn)}`
  return (
    <form noValidate onSubmit={skicka}>
      <Felsammanfattning fel={visade.map((h) => ({ falt: h.kolumn === null ? undefined : idFor(h), mening: h.mening }))} forsok={forsok} faltId={faltId} />
      <Avsnitt rubrik={text.rubrik} bredvid={text.sammanfattning(fil.filnamn, oversikt.rader)}>
        <Tabell
          bildtext={text.rubrik}
          kolumner={[
            { id: 'namn', rubrik: text.kolumn, cell: (k) => k.namn },
            { id: 'exempel', rubrik: text.exempel, cell: (k) => <Exempel exempel={k.exempel} harNummer={oversikt.personnummer.includes(k.namn)} /> },
            {
              id: 'blir',
              rubrik: text.blir,
              cell: (k) => (
                <Valj
                  id={faltId(`parning${oversikt.kolumner.indexOf(k)}`)}
                  etikett={text.valjFor(k.namn)}
                  doldEtikett
                  alternativ={KOLUMNER.map((kolumn) => ({ kod: kolumn, text: KOLUMNNAMN[kolumn] }))}
                  tomt={text.tasInteMed}
                  varde={paradMed(val.parning, k.namn) ?? ''}
                  onAndra={(kod) => void andra({ ...val, parning: { ...val.parning, [k.namn]: KOLUMNER.find((kolumn) => kolumn === kod) ?? null } })}
                  fel={felFor('parning', k.namn)}
                />
              ),
            },
          ]}
          rader={oversikt.kolumner}
          nyckel={(k) => k.namn}
        />
      </Avsnitt>
      <Personnummer kolumner={medPersonnummer(oversikt, val.parning)} val={val} idFor={(namn) => faltId(idFor({ kolumn: namn, slag: 'personnummer', mening: '' }))} felFor={(namn) => felFor('personnummer', namn)} onAndra={(behallFodelsear) => void andra({ ...val, behallFodelsear })} />
      <Datum oversikt={oversikt} val={val} idFor={(namn) => faltId(idFor({ kolumn: namn, slag: 'datum', mening: '' }))} felFor={(namn) => felFor('datum', namn)} onAndra={(datumordning) => void andra({ ...val, datumordning })} />
      <div className={stil.knappar}>
        <Knapp type="submit" sort="forsta">
          {text.kontrollera}
        </Knapp>
        <Knapp onPress={onBorjaOm}>{importera.borjaOm}</Knapp>
      </div>
    </form>
  )
}

/** A few cells of the column. They may be somebody's name: hidden with the names. */
function Exempel({ exempel, harNummer }: { readonly exempel: readonly string[]; readonly harNummer: boolean }) {
  if (harNummer) return <span className={stil.svag}>{text.personnummerExempel}</span>
  if (exempel.length === 0) return <span className={stil.svag}>{text.tomt}</span>
  return (
    <ul className={stil.exempel}>
      {exempel.map((cell) => (
        <li key={cell}>
          <Skyddat>{cell}</Skyddat>
        </li>
      ))}
    </ul>
  )
}

interface Delegenskaper {
  readonly val: Filval
  readonly idFor: (kolumn: string) => string
  readonly felFor: (kolumn: string) => string | undefined
}

function Personnummer({ kolumner, val, idFor, felFor, onAndra }: Delegenskaper & { readonly kolumner: readonly string[]; readonly onAndra: (behall: readonly string[]) => void }) {
  if (kolumner.length === 0) return null
  const { behallFodelsear } = val
  return (
    <Avsnitt rubrik={text.personnummerRubrik} luft>
      {kolumner.map((namn) => (
        <div key={namn} className={stil.fraga}>
          <p>{text.personnummer(namn)}</p>
          <Kryss
            id={idFor(namn)}
            etikett={text.behall}
            hjalp={text.behallHjalp}
            fel={felFor(namn)}
            varde={behallFodelsear.includes(namn)}
            onAndra={(ja) => onAndra(ja ? [...behallFodelsear, namn] : behallFodelsear.filter((n) => n !== namn))}
          />
        </div>
      ))}
    </Avsnitt>
  )
}

function Datum({ oversikt, val, idFor, felFor, onAndra }: Delegenskaper & { readonly oversikt: Oversikt; readonly onAndra: (ordning: Filval['datumordning']) => void }) {
  if (oversikt.datum.length === 0) return null
  const fragas = oversikt.datum.filter((rad) => rad.tvetydig)
  return (
    <Avsnitt rubrik={text.datumRubrik}>
      <Tabell
        bildtext={text.datumRubrik}
        kolumner={[
          { id: 'kolumn', rubrik: text.kolumn, cell: (rad) => rad.kolumn },
          { id: 'format', rubrik: text.datumLases, cell: (rad) => rad.formatnamn || <span className={stil.svag}>{text.inget}</span> },
          { id: 'exempel', rubrik: text.exempel, cell: (rad) => <Datumexempel rad={rad} /> },
        ]}
        rader={oversikt.datum}
        nyckel={(rad) => rad.kolumn}
      />
      {fragas.map((rad) => (
        <div key={rad.kolumn} className={stil.fraga}>
          <Radio
            id={idFor(rad.kolumn)}
            etikett={text.ordning(rad.kolumn)}
            alternativ={[
              { kod: 'dagForst', text: text.dagForst },
              { kod: 'manadForst', text: text.manadForst },
            ]}
            varde={val.datumordning[rad.kolumn] ?? ''}
            onAndra={(kod) => onAndra({ ...val.datumordning, [rad.kolumn]: kod as Datumordning })}
            fel={felFor(rad.kolumn)}
          />
        </div>
      ))}
    </Avsnitt>
  )
}

function Datumexempel({ rad }: { readonly rad: Oversikt['datum'][number] }) {
  return (
    <ul className={stil.exempel}>
      {rad.exempel.map((e) => (
        <li key={e.text}>{text.exempelrad(e.text, langtDatum(e.tolkat))}</li>
      ))}
      {rad.otolkade > 0 && <li className={stil.varning}>{text.otolkade(rad.otolkade)}</li>}
    </ul>
  )
}
