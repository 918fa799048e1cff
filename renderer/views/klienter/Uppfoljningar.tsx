import { z } from 'zod'
import { type UppfoljningRad, zNyUppfoljning, zStrykIArende } from '../../../db/model/arbetet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad, Radlista, Radoppnare } from '../../parts/Rad.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { arbetet } from '../../texter/arbetet.ts'
import { bradska, dagIOrd, langtDatum, storBokstav } from '../../texter/datum.ts'
import { lasOm } from './arendefragor.ts'
import type { Arendedata } from './Arendesida.tsx'
import { tomtResultat } from './arbetsvarden.ts'
import stil from './klienter.module.css'
import { Flyttformular, Resultatformular } from './Uppfoljningsformular.tsx'
import { uppfoljningarIOrdning } from './uppdragsrad.ts'

const text = arbetet.uppfoljningar

/** The follow-ups of the present uppdrag: planned, with their result, and the next to plan. */
export function Uppfoljningar({ uppdrag, arende, idag }: Arendedata & { readonly uppdrag: UppdragRad }) {
  const ny = useRedigering(`ny uppfoljning ${uppdrag.id}`, { planerad: '' })
  const oppet = uppdrag.slut === null
  const rader = uppfoljningarIOrdning(uppdrag.uppfoljningar)
  if (!oppet && rader.length === 0) return null
  return (
    <Avsnitt
      rubrik={text.rubrik}
      handling={
        oppet && (
          <Knapp {...ny.knapp} sort="tyst" storlek="liten">
            {text.planera}
          </Knapp>
        )
      }
    >
      {ny.oppen && <Nyformular redigering={ny} nummer={arende.nummer} uppdragId={uppdrag.id} idag={idag} />}
      {rader.length === 0 ? (
        <p className={stil.tyst}>{text.tomt}</p>
      ) : (
        <Radlista etikett={text.rubrik}>
          {rader.map(({ rad, ordning }) => (
            <En key={rad.id} rad={rad} ordning={ordning} nummer={arende.nummer} idag={idag} oppet={oppet} />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

interface Egenskaper {
  readonly rad: UppfoljningRad
  readonly ordning: number
  readonly nummer: string
  readonly idag: Datum
  readonly oppet: boolean
}

function En({ rad, ordning, nummer, idag, oppet }: Egenskaper) {
  const vilken = storBokstav(text.vilken(ordning))
  if (rad.gjord !== null) return <Rad nar={storBokstav(dagIOrd(rad.gjord, idag))} vad={rad.resultat === null ? vilken : text.resultatord[rad.resultat]} under={vilken} />
  return <Planerad rad={rad} vilken={vilken} nummer={nummer} idag={idag} oppet={oppet} />
}

function Planerad({ rad, vilken, nummer, idag, oppet }: Omit<Egenskaper, 'ordning'> & { readonly vilken: string }) {
  const resultat = useRedigering(`uppfoljning/${rad.id}`, tomtResultat(idag))
  const flytt = useRedigering(`flytta ${rad.id}`, { planerad: '' })
  const strykning = useRedigering(`stryk uppfoljning ${rad.id}`, { skal: '' })
  const varden = { nummer, rad, idag }
  return (
    <Rad
      nar={storBokstav(dagIOrd(rad.planerad, idag))}
      bradska={oppet ? bradska(rad.planerad, idag) : 'lugnt'}
      vad={oppet ? <Radoppnare {...flytt.knapp}>{vilken}</Radoppnare> : vilken}
      under={text.planeradTill(langtDatum(rad.planerad))}
      handling={
        oppet && (
          <Knapp {...resultat.knapp} storlek="liten">
            {text.skrivIn}
          </Knapp>
        )
      }
      oppnat={
        oppet && (
          <>
            {resultat.oppen && <Resultatformular {...varden} redigering={resultat} />}
            {flytt.oppen && !strykning.oppen && <Flyttformular {...varden} redigering={flytt} />}
            {strykning.oppen ? (
              <Strykformular {...varden} redigering={strykning} />
            ) : (
              flytt.oppen && (
                <p className={stil.efter}>
                  <Knapp {...strykning.knapp} sort="lank">
                    {text.strykLank}
                  </Knapp>
                </p>
              )
            )}
          </>
        )
      }
    />
  )
}

const nySchema = z.object({ planerad: zNyUppfoljning.shape.planerad })

interface Nyegenskaper {
  readonly redigering: Redigering<{ readonly planerad: string }>
  readonly nummer: string
  readonly uppdragId: string
  readonly idag: Datum
}

function Nyformular({ redigering, nummer, uppdragId, idag }: Nyegenskaper) {
  const form = useRedigeringsformular(redigering, {
    schema: nySchema,
    spara: async ({ planerad }) => {
      await kontor.uppfoljningar.ny({ nummer, uppdragId, planerad })
      await lasOm()
      sag(text.planeradSagt(langtDatum(planerad)))
    },
  })
  return (
    <PaPlats etikett={text.planera} form={form} verb={text.planeraVerb} onStang={redigering.stang} onLasIn={lasOm} rad>
      <Datumfalt {...form.falt('planerad')} autoFocus bredd="vanlig" etikett={text.planerad} idag={idag} />
    </PaPlats>
  )
}

const strykSchema = z.object({ skal: zStrykIArende.shape.skal })

function Strykformular({ nummer, rad, redigering }: { readonly nummer: string; readonly rad: UppfoljningRad; readonly redigering: Redigering<{ readonly skal: string }> }) {
  const form = useRedigeringsformular(redigering, {
    schema: strykSchema,
    spara: async ({ skal }) => {
      await kontor.uppfoljningar.stryk({ nummer, id: rad.id, version: rad.version, skal })
      await lasOm()
      sag(text.struken)
    },
  })
  return (
    <PaPlats etikett={text.strykForm} form={form} verb={text.strykForm} onStang={redigering.stang} onLasIn={lasOm} text={text.strykText}>
      <Skyddsfalt text={form.varden.skal}>
        <TextFalt {...form.falt('skal')} autoFocus bredd="bred" etikett={arbetet.skalFalt} />
      </Skyddsfalt>
    </PaPlats>
  )
}

/** "30 november 2026 (den tredje)": the next planned, for the facts of the uppdrag. */
export function nastaUppfoljning(uppdrag: Pick<UppdragRad, 'uppfoljningar'>): string {
  const nasta = uppfoljningarIOrdning(uppdrag.uppfoljningar).find(({ rad }) => rad.gjord === null)
  return nasta === undefined ? text.ingen : nasta.ordning === 1 ? langtDatum(nasta.rad.planerad) : text.nar(langtDatum(nasta.rad.planerad), nasta.ordning)
}
