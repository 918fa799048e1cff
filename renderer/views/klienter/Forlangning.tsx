import { z } from 'zod'
import type { Datum } from '../../../db/model/kalender.ts'
import { type UppdragRad, zForlang } from '../../../db/model/uppdrag.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { langtDatum } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import { lasOm } from './arendefragor.ts'

const schema = z.object({ nyttSlut: zForlang.shape.nyttSlut, skal: zForlang.shape.skal })
export const TOM_FORLANGNING = { nyttSlut: '', skal: '' }

/** An extension in place: until when, and why. */
export function Forlangningsformular({ redigering, uppdrag, idag }: { readonly redigering: Redigering<typeof TOM_FORLANGNING>; readonly uppdrag: Pick<UppdragRad, 'id' | 'version' | 'planeratSlut'>; readonly idag: Datum }) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ nyttSlut, skal }) => {
      await kontor.uppdrag.forlang({ id: uppdrag.id, version: uppdrag.version, nyttSlut, skal })
      await lasOm()
      sag(text.forlangt(langtDatum(nyttSlut)))
    },
  })
  return (
    <PaPlats etikett={text.forlangUppdraget} form={form} verb={text.forlangUppdraget} onStang={redigering.stang} onLasIn={lasOm} rad>
      <Datumfalt
        {...form.falt('nyttSlut')}
        autoFocus
        bredd="vanlig"
        etikett={text.nyttSlut}
        hjalp={uppdrag.planeratSlut === null ? text.nyttSlutHjalpUtan : text.nyttSlutHjalp(langtDatum(uppdrag.planeratSlut))}
        idag={idag}
      />
      <Skyddsfalt text={form.varden.skal}>
        <TextFalt {...form.falt('skal')} bredd="bred" etikett={text.skal} hjalp={text.skalHjalp} />
      </Skyddsfalt>
    </PaPlats>
  )
}
