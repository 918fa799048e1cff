import { z } from 'zod'
import { type UppfoljningRad, zFlyttaUppfoljning } from '../../../db/model/arbetet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { arbetet } from '../../texter/arbetet.ts'
import { langtDatum } from '../../texter/datum.ts'
import { lasOm } from './arendefragor.ts'
import { type Resultatvarden, tillResultat, zResultat } from './arbetsvarden.ts'

const text = arbetet.uppfoljningar

interface Egenskaper<V extends object> {
  readonly nummer: string
  readonly rad: Pick<UppfoljningRad, 'id' | 'version'>
  readonly redigering: Redigering<V>
  readonly idag: Datum
}

/** What a follow-up came to, and the day of the next. */
export function Resultatformular({ nummer, rad, redigering, idag }: Egenskaper<Resultatvarden>) {
  const form = useRedigeringsformular(redigering, {
    schema: zResultat(idag),
    till: tillResultat,
    spara: async ({ resultat, gjord, nasta }) => {
      await kontor.uppfoljningar.gjord({ nummer, id: rad.id, version: rad.version, resultat, gjord, nasta })
      await lasOm()
      sag(resultat === 'avslutas' ? text.avslutasOckso : text.inskrivet)
    },
  })
  return (
    <PaPlats etikett={text.skrivInForm} form={form} verb={arbetet.spara} onStang={redigering.stang} onLasIn={lasOm} rad>
      <Valj {...form.falt('resultat')} autoFocus etikett={text.resultat} alternativ={text.resultatval} />
      <Datumfalt {...form.falt('gjord')} bredd="vanlig" etikett={text.gjordFalt} idag={idag} />
      {form.varden.resultat !== 'avslutas' && <Datumfalt {...form.falt('nasta')} bredd="vanlig" etikett={text.nastaFalt} hjalp={text.nastaHjalp} idag={idag} />}
    </PaPlats>
  )
}

const schema = z.object({ planerad: zFlyttaUppfoljning.shape.planerad })

/** Another day for a follow-up. */
export function Flyttformular({ nummer, rad, redigering, idag }: Egenskaper<{ readonly planerad: string }>) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ planerad }) => {
      await kontor.uppfoljningar.flytta({ nummer, id: rad.id, version: rad.version, planerad })
      await lasOm()
      sag(text.flyttad(langtDatum(planerad)))
    },
  })
  return (
    <PaPlats etikett={text.flyttaForm} form={form} verb={text.flyttaForm} onStang={redigering.stang} onLasIn={lasOm} rad>
      <Datumfalt {...form.falt('planerad')} autoFocus bredd="vanlig" etikett={text.planerad} idag={idag} />
    </PaPlats>
  )
}
