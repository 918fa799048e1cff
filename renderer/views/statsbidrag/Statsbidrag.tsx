import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Statsbidragssvar } from '../../../electron/office/contract/statsbidrag.ts'
import { arAv } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { type Bidragsbeslut, type Kommunbidrag, oanvant, type Sokandebidrag, TIDIGARE_BELOPP } from '../../../db/model/statsbidrag.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { antal, ellerStreck, STRECK, tvadecimaler } from '../../print/tal.ts'
import { langtDatum } from '../../texter/datum.ts'
import { statsbidrag as text, utbildning } from '../../texter/statsbidrag.ts'
import stil from '../kontoret/Kontoret.module.css'
import { Stryk } from '../kontoret/Stryk.tsx'
import { hamtaOm } from '../kontoret/uppgifter.ts'
import { Radknappar } from '../kontoret/Utbildning.tsx'
import { Andra } from './Andra.tsx'
import { Belopp, Beslut, Kommunens, Sokande } from './Formular.tsx'
import { Fordelning } from './Fordelning.tsx'

/** The year's statsbidrag per kommun and sökande kommun, its decisions, and how the costs are shared. */
export function Statsbidrag({ valt }: { readonly valt: string | undefined }) {
  const idag = useIdag()
  const [, ga] = useLocation()
  const iAr = arAv(idag)
  const ar = valt !== undefined && /^20\d\d$/u.test(valt) ? Number(valt) : iAr
  const svar = useQuery(fraga.statsbidrag.hamta.queryOptions({ input: { ar } }))
  return (
    <Hamtat svar={svar}>
      {(data) => {
        const ars = [...new Set([iAr + 1, iAr, iAr - 1, ar, ...data.ar])].sort((a, b) => b - a)
        return (
          <>
            <div className={stil.val}>
              <Valj etikett={text.ar} bredd="smal" alternativ={ars.map((a) => ({ kod: String(a), text: String(a) }))} varde={String(ar)} onAndra={(a) => ga(`/kontoret/statsbidrag/${a}`)} />
            </div>
            <Aret data={data} />
          </>
        )
      }}
    </Hamtat>
  )
}

type Gors = { readonly vad: 'belopp' | 'nySokande' } | { readonly vad: 'sokande'; readonly sokande: string }

function Aret({ data }: { readonly data: Statsbidragssvar }) {
  const [gors, setGors] = useState<Gors>()
  const stang = () => setGors(undefined)
  const { bidrag } = data
  const vald = gors?.vad === 'sokande' ? bidrag.sokande.find((s) => s.sokande === gors.sokande) : undefined
  return (
    <>
      <Avsnitt
        rubrik={text.belopp}
        handling={
          <Knapp sort="tyst" storlek="liten" onPress={() => setGors({ vad: 'belopp' })}>
            {text.andraBelopp}
          </Knapp>
        }
        luft
      >
        <p>{bidrag.belopp === null ? <span className={stil.svag}>{text.beloppSaknas}</span> : <strong>{text.kronor(antal(bidrag.belopp))}</strong>}</p>
        <p className={stil.under}>{text.beloppHjalp(antal(TIDIGARE_BELOPP))}</p>
      </Avsnitt>
      {bidrag.sokande.map((sokande) => (
        <EnSokande key={sokande.sokande} sokande={sokande} data={data} onKommuner={() => setGors({ vad: 'sokande', sokande: sokande.sokande })} />
      ))}
      {bidrag.sokande.length === 0 ? (
        <Tomt text={text.tomt} handling={<Knapp sort="forsta" onPress={() => setGors({ vad: 'nySokande' })}>{text.nySokande}</Knapp>} />
      ) : (
        <Knapp sort="tyst" ikon={Plus} onPress={() => setGors({ vad: 'nySokande' })}>
          {text.nySokande}
        </Knapp>
      )}
      {gors?.vad === 'belopp' && <Belopp bidrag={bidrag} onStang={stang} />}
      {gors?.vad === 'nySokande' && <Sokande data={data} onStang={stang} />}
      {vald && <Sokande data={data} sokande={vald} onStang={stang} />}
    </>
  )
}

function EnSokande({ sokande, data, onKommuner }: { readonly sokande: Sokandebidrag; readonly data: Statsbidragssvar; readonly onKommuner: () => void }) {
  const [oppen, setOppen] = useState<string>()
  const rad = sokande.kommuner.find((k) => k.id === oppen)
  const kr = (tal: number | null) => ellerStreck(tal, antal)
  const { summa } = sokande
  const fordelning = data.fordelningar.find((f) => f.sokande === sokande.sokande)
  return (
    <>
      <Avsnitt
        rubrik={text.sokandeRubrik(kommunNamn(sokande.sokande))}
        handling={
          <Knapp sort="tyst" storlek="liten" onPress={onKommuner}>
            {text.andraSokande}
            <Osynlig>{text.vilken(kommunNamn(sokande.sokande))}</Osynlig>
          </Knapp>
        }
      >
        <Tabell
          bildtext={text.sokandeRubrik(kommunNamn(sokande.sokande))}
          kolumner={[
            { id: 'kommun', rubrik: text.kommun, cell: (k) => kommunNamn(k.kommun) },
            { id: 'arsanst', rubrik: text.arsanstallningar, tal: true, cell: (k) => ellerStreck(k.arsanstallningar, tvadecimaler) },
            { id: 'bemannat', rubrik: text.bemannat, tal: true, ton: 'svag', cell: (k) => tvadecimaler(data.bemannat[k.kommun] ?? 0) },
            { id: 'beviljat', rubrik: text.beviljat, tal: true, cell: (k) => kr(k.beviljat) },
            { id: 'utbetalt', rubrik: text.utbetalt, tal: true, cell: (k) => kr(k.utbetalt) },
            { id: 'anvant', rubrik: text.anvant, tal: true, cell: (k) => kr(k.anvant) },
            { id: 'oanvant', rubrik: text.oanvant, tal: true, cell: (k) => kr(oanvant(k)) },
            { id: 'andra', rubrik: text.handling, handling: true, cell: (k: Kommunbidrag) => <Andra vad={kommunNamn(k.kommun)} onPress={() => setOppen(k.id)} /> },
          ]}
          rader={sokande.kommuner}
          nyckel={(k) => k.id}
          summa={[text.totalt, ellerStreck(summa.arsanstallningar, tvadecimaler), '', kr(summa.beviljat), kr(summa.utbetalt), kr(summa.anvant), kr(summa.oanvant), '']}
          {...(summa.attBetalaTillbaka ? { under: text.aterbetalning(antal(summa.attBetalaTillbaka)) } : {})}
        />
        {rad && <Kommunens rad={rad} belopp={data.bidrag.belopp} bemannat={data.bemannat[rad.kommun] ?? 0} sokt={soktFor(data, rad.kommun)} ar={data.bidrag.ar} onStang={() => setOppen(undefined)} />}
      </Avsnitt>
      <Besluten sokande={sokande} ar={data.bidrag.ar} />
      {fordelning && <Fordelning ar={data.bidrag.ar} fordelning={fordelning} rader={sokande.kommuner} />}
    </>
  )
}

const soktFor = ({ sokt }: Statsbidragssvar, kommun: string): number | null => sokt.flatMap((s) => s.kommuner).find((k) => k.kommun === kommun)?.arsanstallningar ?? null

function Besluten({ sokande: { sokande, beslut }, ar }: { readonly sokande: Sokandebidrag; readonly ar: number }) {
  const [gors, setGors] = useState<{ vad: 'ny' | 'andra' | 'stryk'; id?: string }>()
  const stang = () => setGors(undefined)
  const kvar = beslut.filter((b) => !b.struken)
  const vald = kvar.find((b) => b.id === gors?.id)
  return (
    <Avsnitt
      rubrik={text.beslut}
      handling={
        <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setGors({ vad: 'ny' })}>
          {text.nyttBeslut}
        </Knapp>
      }
    >
      {kvar.length === 0 ? (
        <p className={stil.ingress}>{text.beslutTomt}</p>
      ) : (
        <Tabell
          bildtext={text.beslut}
          kolumner={[
            { id: 'datum', rubrik: text.datum, cell: (b: Bidragsbeslut) => langtDatum(b.datum) },
            { id: 'dnr', rubrik: text.diarienummer, cell: (b) => b.diarienummer ?? STRECK },
            { id: 'anteckning', rubrik: text.anteckning, cell: (b) => b.anteckning ?? '' },
            { id: 'handling', rubrik: text.handling, handling: true, cell: (b) => <Radknappar vad={langtDatum(b.datum)} onGor={(vad) => setGors({ vad, id: b.id })} /> },
          ]}
          rader={kvar}
          nyckel={(b) => b.id}
        />
      )}
      {gors?.vad === 'ny' && <Beslut ar={ar} sokande={sokande} onStang={stang} />}
      {gors?.vad === 'andra' && vald && <Beslut ar={ar} sokande={sokande} rad={vald} onStang={stang} />}
      {gors?.vad === 'stryk' && vald && (
        <Stryk rad={vald} rubrik={text.strykBeslut(langtDatum(vald.datum))} text={utbildning.strykText} stryk={(val) => kontor.statsbidrag.strykBeslut(val)} hamta={hamtaOm.statsbidrag} onStang={stang} />
      )}
    </Avsnitt>
  )
}
