import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { KontaktRad } from '../../../db/model/kontakter.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { etiketter } from '../../app/kodval.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { Avsnitt, Spalter, Tomt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { kontakter as text } from '../../texter/kontakter.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { Kontaktflikar } from './Kontaktflikar.tsx'
import { ar, dagarna, denna, EGNA, PER_SIDA, type Periodval } from './kontaktlista.ts'
import { kanBliUppdrag } from './kontaktvarden.ts'
import stil from './kontakter.module.css'
import { NyKontakt, tillNyKontakt } from './NyKontakt.tsx'

/** The unit's contacts of a span of days, and the small form for a new one. */
export function Kontaktlista() {
  const idag = useIdag()
  const listor = useKodlistor()
  const enhet = useEnhet()
  const [sparade, setSparade] = useState(0)
  useKommandon([{ id: 'ny-kontakt', text: text.nyKontakt, under: 'Alt N', gor: tillNyKontakt }])
  useSidtangenter([{ tangent: 'n', alt: true, text: text.nyKontakt, gor: tillNyKontakt }])
  return (
    <>
      <Sidhuvud
        rubrik={rumsnamn.kontakter}
        titel={rumsnamn.kontakter}
        handlingar={
          <div className={stil.tillNy}>
            <Knapp ikon={Plus} onPress={tillNyKontakt}>
              {text.nyKontakt}
            </Knapp>
          </div>
        }
      />
      <Kontaktflikar />
      <Hamtat svar={listor}>
        {(l) => (
          <Spalter
            sida={
              <Avsnitt rubrik={text.nyKontakt} luft>
                <Hamtat svar={enhet}>
                  {({ kommuner }) => <NyKontakt key={sparade} igen={sparade > 0} onSparad={() => setSparade(sparade + 1)} listor={l} kommuner={kommuner} idag={idag} />}
                </Hamtat>
              </Avsnitt>
            }
          >
            <Listan listor={l} idag={idag} />
          </Spalter>
        )}
      </Hamtat>
    </>
  )
}

function Listan({ listor, idag }: { readonly listor: Kodlistor; readonly idag: Datum }) {
  const [period, setPeriod] = useState(() => denna(idag))
  const [hoppa, setHoppa] = useState(0)
  const dagar = dagarna(period)
  const kontakter = useQuery(
    fraga.kontakter.lista.queryOptions({ input: { fran: dagar?.fran ?? idag, till: dagar?.till ?? idag, hoppa }, enabled: dagar !== undefined, placeholderData: keepPreviousData }),
  )
  return (
    <>
      <Periodvaljare
        period={period}
        idag={idag}
        onAndra={(ny) => {
          setPeriod(ny)
          setHoppa(0)
        }}
      />
      {dagar !== undefined && (
        <Hamtat svar={kontakter}>
          {({ rader, antal }) => (
            <Avsnitt rubrik={text.antal(antal)} handling={antal > PER_SIDA && <Sidval hoppa={hoppa} antal={antal} onGa={setHoppa} />}>
              {rader.length === 0 ? (
                <Tomt text={text.tomt(period.val === EGNA ? text.tomtMedDatum : period.val)} />
              ) : (
                <Tabell bildtext={text.bildtext} kolumner={kolumner(listor, idag)} rader={rader} nyckel={(rad) => rad.id} />
              )}
            </Avsnitt>
          )}
        </Hamtat>
      )}
    </>
  )
}

function Periodvaljare({ period, idag, onAndra }: { readonly period: Periodval; readonly idag: Datum; readonly onAndra: (ny: Periodval) => void }) {
  const aren = useQuery(fraga.redovisning.ar.queryOptions())
  const egna = period.val === EGNA
  const fel = egna && dagarna(period) === undefined && period.fran !== '' && period.till !== '' && period.fran > period.till ? text.periodOrdning : undefined
  return (
    <div className={stil.period}>
      <Valj
        etikett={text.period}
        bredd="smal"
        varde={period.val}
        alternativ={[...ar(aren.data ?? [], idag).map((ett) => ({ kod: ett, text: ett })), { kod: EGNA, text: text.egnaDatum }]}
        onAndra={(val) => onAndra({ ...period, val })}
      />
      {egna && (
        <>
          <Datumfalt etikett={text.fran} idag={idag} varde={period.fran} onAndra={(fran) => onAndra({ ...period, fran })} />
          <Datumfalt etikett={text.till} idag={idag} varde={period.till} onAndra={(till) => onAndra({ ...period, till })} fel={fel} />
        </>
      )}
    </div>
  )
}

function Sidval({ hoppa, antal, onGa }: { readonly hoppa: number; readonly antal: number; readonly onGa: (hoppa: number) => void }) {
  return (
    <div className={stil.sidval}>
      <Knapp sort="tyst" storlek="liten" isDisabled={hoppa === 0} onPress={() => onGa(Math.max(0, hoppa - PER_SIDA))}>
        {text.nyare}
      </Knapp>
      <span role="status">{text.visas(hoppa + 1, Math.min(antal, hoppa + PER_SIDA), antal)}</span>
      <Knapp sort="tyst" storlek="liten" isDisabled={hoppa + PER_SIDA >= antal} onPress={() => onGa(hoppa + PER_SIDA)}>
        {text.aldre}
      </Knapp>
    </div>
  )
}

function kolumner(listor: Kodlistor, idag: Datum): Kolumn<KontaktRad>[] {
  return [
    {
      id: 'datum',
      rubrik: text.datum,
      cell: (rad) => (
        <Link href={`/kontakter/${rad.id}`} className={stil.datum}>
          {kortDatum(rad.datum, idag)}
        </Link>
      ),
    },
    { id: 'kommun', rubrik: text.kommun, cell: (rad) => kommunNamn(rad.kommun) },
    {
      id: 'vem',
      rubrik: text.vemKort,
      cell: (rad) => (
        <span className={stil.bryts}>
          {etikett(listor, 'initiativtagare', rad.initiativtagare)}
          <span className={stil.under}>{etikett(listor, 'kontaktvag', rad.kontaktvag)}</span>
        </span>
      ),
    },
    { id: 'orsaker', rubrik: text.orsaker, cell: (rad) => <span className={[stil.liten, stil.bryts].join(' ')}>{text.rada(etiketter(listor, 'orsak', rad.orsaker))}</span> },
    { id: 'utfall', rubrik: text.utfallKort, cell: (rad) => <Utfall rad={rad} listor={listor} /> },
  ]
}

/** What it led to: the case for whoever has it, and for what is not decided the way to an uppdrag. */
function Utfall({ rad, listor }: { readonly rad: KontaktRad; readonly listor: Kodlistor }) {
  const utfall = etikett(listor, 'utfall', rad.utfall)
  if (rad.struken) return <Marke>{text.struken}</Marke>
  if (rad.arendenummer !== null && rad.ledTillUppdrag) return <Link href={`/klienter/${rad.arendenummer}`}>{text.uppdragI(rad.arendenummer)}</Link>
  if (!kanBliUppdrag(rad)) return utfall
  return (
    <>
      {utfall}
      <Link href={`/klienter/nytt/fran/${rad.id}`} className={stil.handling} aria-label={text.nyttUppdragFor(langtDatum(rad.datum), kommunNamn(rad.kommun))}>
        {text.nyttUppdrag}
      </Link>
    </>
  )
}
