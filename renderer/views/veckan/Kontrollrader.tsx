import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { z } from 'zod'
import type { Arende } from '../../../db/model/arenden.ts'
import { idag as dagFor } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import type { Veckokontroll } from '../../../db/model/veckan.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { kodval } from '../../app/kodval.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Namn } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Osynlig } from '../../parts/Steg.tsx'
import { dagIOrd } from '../../texter/datum.ts'
import { klienter } from '../../texter/klienter.ts'
import { veckan } from '../../texter/veckan.ts'
import { lasOm, useArende } from '../klienter/arendefragor.ts'
import { Fodelsearsfalt } from '../klienter/Fodelsearsfalt.tsx'
import { zKlientvarden } from '../klienter/klientvarden.ts'
import type { Veckodata } from './veckodata.ts'

const text = veckan.kontroller
const EN_MINUT = 60_000

/** What the year's redovisning needs mended in the own cases, each with the field to mend in its place. */
export function Kontrollrader(data: Veckodata) {
  const svar = useQuery(fraga.veckan.kontroller.queryOptions({ staleTime: EN_MINUT, refetchOnWindowFocus: false }))
  const rader = svar.data ?? []
  if (rader.length === 0) return null
  return (
    <Avsnitt rubrik={text.rubrik} bredvid={rader.length}>
      <Radlista etikett={text.rubrik}>
        {rader.map((rad) => (
          <Kontrollrad key={`${rad.kod} ${rad.ar} ${rad.nummer}`} rad={rad} {...data} />
        ))}
      </Radlista>
    </Avsnitt>
  )
}

function Kontrollrad({ rad, ...data }: Veckodata & { readonly rad: Veckokontroll }) {
  const [oppen, setOppen] = useState(false)
  const paPlats = rad.kod !== 'uppdrag_under_8_dagar'
  return (
    <Rad
      nar={rad.paminnd === null ? text.ar(rad.ar) : text.pamind(dagIOrd(dagFor(rad.paminnd), data.idag))}
      bradska={rad.paminnd === null ? 'lugnt' : 'snart'}
      vad={<Link href={`/klienter/${rad.nummer}`}>{text.vad[rad.kod]}</Link>}
      under={veckan.rada([rad.nummer, rad.kommun === null ? '' : kommunNamn(rad.kommun), text.under(rad.ar)])}
      handling={
        paPlats ? (
          <Knapp storlek="liten" aria-expanded={oppen} onPress={() => setOppen(!oppen)}>
            {text.fyllI}
            <Osynlig> {rad.nummer}</Osynlig>
          </Knapp>
        ) : (
          <Lankknapp storlek="liten" till={`/klienter/${rad.nummer}`}>
            {text.oppna}
            <Osynlig> {rad.nummer}</Osynlig>
          </Lankknapp>
        )
      }
      oppnat={oppen && <Oppnad rad={rad} onStang={() => setOppen(false)} {...data} />}
    />
  )
}

interface Oppenegenskaper extends Veckodata {
  readonly onStang: () => void
}

/** The case is opened, and the opening logged, when somebody is about to mend it. */
function Oppnad({ rad, ...data }: Oppenegenskaper & { readonly rad: Veckokontroll }) {
  const arende = useArende(rad.nummer)
  return (
    <Hamtat svar={arende}>
      {(a) => {
        if (rad.kod !== 'orsak_saknas') return <Fodelsearet arende={a} {...data} />
        const uppdrag = a.uppdrag.filter((u) => u.orsaker.length === 0 && u.start <= `${rad.ar}-12-31` && (u.slut === null || u.slut >= `${rad.ar}-01-01`))
        return uppdrag.map((u) => <Orsakerna key={u.id} arende={a} uppdrag={u} {...data} />)
      }}
    </Hamtat>
  )
}

function Fodelsearet({ arende, idag, onStang }: Oppenegenskaper & { readonly arende: Arende }) {
  const redigering = useRedigering(`kontroll fodelsear ${arende.nummer}`, { fodelsear: arende.fodelsear === null ? '' : String(arende.fodelsear) })
  const stang = () => {
    redigering.stang()
    onStang()
  }
  const form = useRedigeringsformular(
    { ...redigering, stang },
    {
      schema: z.object({ fodelsear: zKlientvarden(idag).shape.fodelsear }),
      spara: async ({ fodelsear }) => {
        const { nummer, version, namn, telefon, kon } = arende
        await kontor.arenden.andraKlient({ nummer, version, namn: namn ?? '', telefon: telefon ?? '', kon, fodelsear })
        await lasOm()
        sag(text.fodelsearSparat)
      },
    },
  )
  return (
    <PaPlats etikett={text.vad.fodelsear_saknas} form={form} verb={klienter.spara} onStang={stang} onLasIn={lasOm}>
      <p>
        <Namn namn={arende.namn} nummer={arende.nummer} />
      </p>
      <Fodelsearsfalt {...form.falt('fodelsear')} idag={idag} />
    </PaPlats>
  )
}

function Orsakerna({ arende, uppdrag, listor, idag, onStang }: Oppenegenskaper & { readonly arende: Arende; readonly uppdrag: UppdragRad }) {
  const redigering = useRedigering<{ orsaker: string[] }>(`kontroll orsaker ${uppdrag.id}`, { orsaker: [] })
  const stang = () => {
    redigering.stang()
    onStang()
  }
  const form = useRedigeringsformular(
    { ...redigering, stang },
    {
      schema: z.object({ orsaker: z.array(z.string()).min(1, text.valjOrsak) }),
      spara: async ({ orsaker }) => {
        const { id, version, mal, livsomraden, aktorer, prioritet } = uppdrag
        await kontor.uppdrag.andra({ id, version, mal: mal ?? '', livsomraden, aktorer, prioritet, orsaker })
        await lasOm()
        sag(text.orsakSparad)
      },
    },
  )
  return (
    <PaPlats etikett={text.vad.orsak_saknas} form={form} verb={klienter.spara} onStang={stang} onLasIn={lasOm}>
      <p>
        <Namn namn={arende.namn} nummer={arende.nummer} />
      </p>
      <Flerval {...form.falt('orsaker')} etikett={klienter.orsaker} alternativ={kodval(listor, 'orsak', uppdrag.start, idag)} />
    </PaPlats>
  )
}
