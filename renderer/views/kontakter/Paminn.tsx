import { z } from 'zod'
import { zDatum } from '../../../db/model/grund.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import type { Koplats } from '../../../db/model/kontakter.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { langtDatum } from '../../texter/datum.ts'
import { kontakter as text } from '../../texter/kontakter.ts'
import { lasOm } from '../klienter/arendefragor.ts'

const schema = z.object({ datum: zDatum(text.paminnSaknas).or(z.literal('')) })

interface Egenskaper {
  readonly plats: Pick<Koplats, 'id' | 'version'>
  readonly redigering: Redigering<{ readonly datum: string }>
  readonly idag: Datum
}

/** The next day to get in touch with whoever waits in the queue; empty for none. */
export function Paminn({ plats, redigering, idag }: Egenskaper) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ datum }) => {
      await kontor.kontakter.paminn({ id: plats.id, version: plats.version, datum: datum === '' ? null : datum })
      await lasOm()
      sag(datum === '' ? text.paminnBorta : text.paminnSatt(langtDatum(datum)))
    },
  })
  return (
    <PaPlats etikett={text.paminnForm} form={form} verb={text.paminnVerb} onStang={redigering.stang} onLasIn={lasOm}>
      <Datumfalt {...form.falt('datum')} autoFocus bredd="vanlig" etikett={text.paminnForm} hjalp={text.paminnHjalp} idag={idag} />
    </PaPlats>
  )
}
