import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AtagandeRad } from '../../../db/model/arbetet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Skyddat, Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad, Radlista, Radoppnare } from '../../parts/Rad.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { arbetet } from '../../texter/arbetet.ts'
import { bradska, dagIOrd, kortDatum, storBokstav } from '../../texter/datum.ts'
import { aktorval } from './aktorval.ts'
import { lasOm } from './arendefragor.ts'
import type { Arendedata } from './Arendesida.tsx'
import { type Atagandevarden, type Atagandestatus, TOMT_ATAGANDE, tillAtagande, zAtagande } from './arbetsvarden.ts'
import { sattAtagande } from './atagandestatus.ts'
import stil from './klienter.module.css'
import { iAtagandeordning } from './uppdragsrad.ts'

const text = arbetet.ataganden
/** A commitment within so many days is running out. */
const SNART_DAGAR = 7

interface Egenskaper extends Arendedata {
  readonly uppdrag: UppdragRad
}

/** What has been agreed to be done, by whom and by when (DOMAIN §6). */
export function Ataganden({ uppdrag, arende, listor, idag }: Egenskaper) {
  const nytt = useRedigering(`nyttAtagande/${uppdrag.id}`, TOMT_ATAGANDE)
  const oppet = uppdrag.slut === null
  const { oppna, ovriga, klara } = iAtagandeordning(arende.ataganden.filter((rad) => rad.uppdragId === uppdrag.id))
  if (!oppet && oppna.length + ovriga.length === 0) return null
  const rad = (en: AtagandeRad) => <Ett key={en.id} rad={en} nummer={arende.nummer} listor={listor} idag={idag} oppet={oppet} />
  return (
    <Avsnitt
      rubrik={text.rubrik}
      {...(oppna.length + ovriga.length > 0 ? { bredvid: text.antal(oppna.length, klara) } : {})}
      handling={
        oppet && (
          <Knapp {...nytt.knapp} sort="tyst" storlek="liten" ikon={Plus} aria-label={text.nyttForm}>
            {arbetet.nytt}
          </Knapp>
        )
      }
    >
      {nytt.oppen && <Nytt redigering={nytt} nummer={arende.nummer} uppdragId={uppdrag.id} listor={listor} idag={idag} />}
      {oppna.length + ovriga.length === 0 && <p className={stil.tyst}>{text.tomt}</p>}
      {oppna.length > 0 && <Radlista etikett={text.rubrik}>{oppna.map(rad)}</Radlista>}
      {ovriga.length > 0 && (
        <details className={stil.tidigare}>
          <summary>
            <span className={stil.tystrad}>{text.gjorda(ovriga.length)}</span>
          </summary>
          <Radlista etikett={text.gjorda(ovriga.length)}>{ovriga.map(rad)}</Radlista>
        </details>
      )}
    </Avsnitt>
  )
}

interface Radegenskaper {
  readonly rad: AtagandeRad
  readonly nummer: string
  readonly listor: Kodlistor
  readonly idag: Datum
  readonly oppet: boolean
}

function Ett({ rad, nummer, listor, idag, oppet }: Radegenskaper) {
  const andring = useRedigering(`atagande/${rad.id}`, { vad: rad.vad, vem: rad.vem, aktor: rad.aktor ?? '', senast: rad.senast ?? '' })
  const [sparar, setSparar] = useState(false)
  const satt = async (status: Atagandestatus) => {
    setSparar(true)
    await sattAtagande({ nummer, id: rad.id, version: rad.version }, status, rad.status)
    setSparar(false)
  }
  const under = text.under(text.vemord[rad.vem], rad.aktor === null ? '' : etikett(listor, 'aktor', rad.aktor))
  if (rad.status !== 'oppet') {
    return (
      <Rad
        nar={storBokstav(text.nar(text.status[rad.status], rad.statusDatum === null ? '' : kortDatum(rad.statusDatum, idag)))}
        vad={<Skyddat>{rad.vad}</Skyddat>}
        under={under}
        handling={
          oppet && (
            <Knapp sort="tyst" storlek="liten" vantar={sparar} onPress={() => void satt('oppet')}>
              {text.oppnaIgen}
            </Knapp>
          )
        }
      />
    )
  }
  return (
    <Rad
      nar={rad.senast === null ? text.utanDag : storBokstav(dagIOrd(rad.senast, idag))}
      bradska={rad.senast === null || !oppet ? 'lugnt' : bradska(rad.senast, idag, SNART_DAGAR)}
      vad={
        oppet ? (
          <Radoppnare {...andring.knapp}>
            <Skyddat>{rad.vad}</Skyddat>
          </Radoppnare>
        ) : (
          <Skyddat>{rad.vad}</Skyddat>
        )
      }
      under={under}
      handling={
        oppet && (
          <Knapp storlek="liten" vantar={sparar} onPress={() => void satt('klart')}>
            {text.klart}
          </Knapp>
        )
      }
      oppnat={
        andring.oppen && (
          <>
            <Andra redigering={andring} rad={rad} nummer={nummer} listor={listor} idag={idag} />
            <p className={stil.efter}>
              <Knapp sort="lank" onPress={() => void satt('slopat')}>
                {text.slopaLank}
              </Knapp>
            </p>
          </>
        )
      }
    />
  )
}

interface Formularegenskaper {
  readonly redigering: Redigering<Atagandevarden>
  readonly nummer: string
  readonly listor: Kodlistor
  readonly idag: Datum
}

function Nytt({ redigering, nummer, uppdragId, ...data }: Formularegenskaper & { readonly uppdragId: string }) {
  const form = useRedigeringsformular(redigering, {
    schema: zAtagande,
    till: tillAtagande,
    spara: async (atagande) => {
      await kontor.ataganden.nytt({ nummer, uppdragId, ...atagande })
      await lasOm()
      sag(text.sparat)
    },
  })
  return <Falten {...data} form={form} redigering={redigering} etikett={text.nyttForm} skillnader={[]} />
}

function Andra({ redigering, rad, nummer, ...data }: Formularegenskaper & { readonly rad: AtagandeRad }) {
  const form = useRedigeringsformular(redigering, {
    schema: zAtagande,
    till: tillAtagande,
    spara: async (atagande) => {
      await kontor.ataganden.andra({ nummer, id: rad.id, version: rad.version, ...atagande })
      await lasOm()
      sag(text.sparat)
    },
  })
  const skillnader = redigering.fran.vad === rad.vad ? [] : [{ falt: text.vad, sparat: rad.vad }]
  return <Falten {...data} form={form} redigering={redigering} etikett={text.andraForm} skillnader={skillnader} />
}

interface Faltegenskaper extends Pick<Formularegenskaper, 'redigering' | 'listor' | 'idag'> {
  readonly form: ReturnType<typeof useRedigeringsformular<Atagandevarden, unknown>>
  readonly etikett: string
  readonly skillnader: readonly { readonly falt: string; readonly sparat: string }[]
}

function Falten({ form, redigering, etikett: namn, skillnader, listor, idag }: Faltegenskaper) {
  return (
    <PaPlats etikett={namn} form={form} verb={arbetet.spara} onStang={redigering.stang} onLasIn={lasOm} skillnader={skillnader}>
      <Skyddsfalt text={form.varden.vad}>
        <TextFalt {...form.falt('vad')} autoFocus bredd="bred" etikett={text.vad} />
      </Skyddsfalt>
      <div className={stil.faltrad}>
        <Valj {...form.falt('vem')} etikett={text.vem} alternativ={text.vemval} />
        <Valj {...form.falt('aktor')} etikett={text.aktorValfri} alternativ={aktorval(listor, idag, idag, [form.varden.aktor])} tomt={text.ingenAktor} valfri />
        <Datumfalt {...form.falt('senast')} bredd="vanlig" etikett={text.senast} hjalp={text.senastHjalp} idag={idag} />
      </div>
    </PaPlats>
  )
}
