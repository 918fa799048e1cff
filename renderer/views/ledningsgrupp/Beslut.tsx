import { z } from 'zod'
import type { Datum } from '../../../db/model/kalender.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import { zBeslut, type Motesbrist } from '../../../db/model/ledningsgrupp.ts'
import { kontor } from '../../app/klient.ts'
import { kodval } from '../../app/kodval.ts'
import { sag } from '../../parts/Angra.tsx'
import { Textruta } from '../../parts/Falt.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { ledningsgrupp as text } from '../../texter/ledningsgrupp.ts'
import { lasOm } from '../systemfel/bristfragor.ts'

interface Egenskaper {
  readonly brist: Motesbrist
  readonly moteId: string
  readonly redigering: Redigering<{ status: string; beslut: string }>
  readonly listor: Kodlistor
  readonly idag: Datum
}

const schema = z.object({ status: zBeslut.shape.status, beslut: zBeslut.shape.beslut })

/** What the meeting decided about a brist: its status from that day, and the word back to those who noticed it. */
export function Beslut({ brist, moteId, redigering, listor, idag }: Egenskaper) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async (beslut) => {
      await kontor.ledningsgrupp.beslut({ moteId, bristId: brist.id, version: brist.version, ...beslut })
      sag(text.beslutSparat)
      await lasOm()
    },
  })
  return (
    <PaPlats etikett={text.beslutForm} form={form} verb={text.spara} onStang={redigering.stang} onLasIn={lasOm}>
      <Valj {...form.falt('status')} etikett={text.beslutStatus} alternativ={kodval(listor, 'systemfel_status', idag, idag)} autoFocus />
      <Textruta {...form.falt('beslut')} etikett={text.beslutOrd} hjalp={text.beslutOrdHjalp} rader={3} max={2000} valfri />
    </PaPlats>
  )
}
