import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { idag as dagAv, klockslag, type Datum } from '../../../db/model/kalender.ts'
import { type FyndRad, SVAR, zSvaraFynd } from '../../../db/model/loggkontroll.ts'
import { fragor } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad } from '../../parts/Rad.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { kortDatum } from '../../texter/datum.ts'
import { logg, loggkontroll as text } from '../../texter/logg.ts'
import { loggkolumner } from './Logg.tsx'

const hamtaIgen = () => fragor.invalidateQueries({ queryKey: fraga.loggkontroll.key() })

/** Something that is asked about: when, what, who; the rows behind it; the answer in place. */
export function Fyndet({ rad, kontrollId, last, idag }: { readonly rad: FyndRad; readonly kontrollId: string; readonly last: boolean; readonly idag: Datum }) {
  const [oppet, setOppet] = useState<'rader' | 'svar'>()
  const vaxla = (vad: 'rader' | 'svar') => setOppet(oppet === vad ? undefined : vad)
  const rubrik = text.vadRad(rad.slag, rad.vem)
  const flera = rad.slag !== 'urval'
  const dag = kortDatum(dagAv(rad.tid), idag)
  const besvarat = rad.svar === null ? null : [text.svar[rad.svar], rad.ord].filter(Boolean).join(': ')
  return (
    <Rad
      nar={flera ? text.fran(dag) : logg.tid(dag, klockslag(rad.tid))}
      vad={flera ? rubrik : rad.vem}
      under={text.underRad(flera ? text.antalRader(rad.slag, rad.antal) : rad.objekt ?? '', besvarat ?? '', flera ? (rad.slag === 'misslyckad' ? null : rad.objekt) : null)}
      handling={
        <>
          {rad.svar !== null && <Marke ton={rad.svar === 'foljs_upp' ? 'snart' : 'lugnt'}>{text.svar[rad.svar]}</Marke>}
          {flera && (
            <Knapp sort="tyst" storlek="liten" aria-expanded={oppet === 'rader'} onPress={() => vaxla('rader')}>
              {oppet === 'rader' ? text.doljRader : text.visaRader}
            </Knapp>
          )}
          {!last && (
            <Knapp storlek="liten" aria-expanded={oppet === 'svar'} aria-label={text.besvaraVad(`${rubrik}, ${dag}`)} onPress={() => vaxla('svar')}>
              {rad.svar === null ? text.besvara : text.andraSvar}
            </Knapp>
          )}
        </>
      }
      oppnat={oppet === 'svar' ? <Svaret rad={rad} onStang={() => setOppet(undefined)} /> : oppet === 'rader' ? <Bakom rad={rad} kontrollId={kontrollId} idag={idag} /> : undefined}
    />
  )
}

function Bakom({ rad, kontrollId, idag }: { readonly rad: FyndRad; readonly kontrollId: string; readonly idag: Datum }) {
  // Looking is a row in the log: it is asked for once.
  const svar = useQuery(fraga.loggkontroll.bakom.queryOptions({ input: { id: kontrollId, fynd: rad.id }, refetchOnWindowFocus: false, staleTime: Infinity }))
  return <Hamtat svar={svar}>{(rader) => <Tabell bildtext={text.vadRad(rad.slag, rad.vem)} kolumner={loggkolumner(idag)} rader={rader} nyckel={(r) => String(r.nr)} />}</Hamtat>
}

function Svaret({ rad, onStang }: { readonly rad: FyndRad; readonly onStang: () => void }) {
  const form = useFormular({
    schema: zSvaraFynd,
    start: { svar: rad.svar ?? '', ord: rad.ord },
    till: (v) => ({ ...v, id: rad.id, version: rad.version }),
    spara: async (ut) => {
      await kontor.loggkontroll.svara(ut)
      await hamtaIgen()
      onStang()
      sag(text.sparat)
    },
  })
  return (
    <PaPlats etikett={text.besvaraVad(text.vadRad(rad.slag, rad.vem))} form={form} verb={text.spara} onStang={onStang} onLasIn={hamtaIgen}>
      <Radio {...form.falt('svar')} etikett={text.svarEtikett} alternativ={SVAR.map((kod) => ({ kod, text: text.svar[kod], ...(text.svarHjalp[kod] === '' ? {} : { hjalp: text.svarHjalp[kod] }) }))} />
      <TextFalt {...form.falt('ord')} bredd="bred" etikett={text.ord} hjalp={text.ordHjalp} valfri={form.varden.svar === 'inget_att_anmarka'} />
    </PaPlats>
  )
}
