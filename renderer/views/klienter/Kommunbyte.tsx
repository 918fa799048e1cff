import { z } from 'zod'
import type { KommunRad } from '../../../db/model/enhet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { type UppdragRad, zKommunbyte } from '../../../db/model/uppdrag.ts'
import { kommunval } from '../../app/kodval.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { klienter as text } from '../../texter/klienter.ts'
import { lasOm } from './arendefragor.ts'
import { kommunDag } from './uppdragsrad.ts'

const schema = z.object({ datum: zKommunbyte.shape.datum, kommun: zKommunbyte.shape.kommun })
export const TOMT_BYTE = { datum: '', kommun: '' }

interface Egenskaper {
  readonly redigering: Redigering<typeof TOMT_BYTE>
  readonly uppdrag: UppdragRad
  readonly kommuner: readonly KommunRad[]
  readonly idag: Datum
}

/** The client has moved to another of the unit's kommuner: when, and where to. */
export function Kommunbytesformular({ redigering, uppdrag, kommuner, idag }: Egenskaper) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ datum, kommun }) => {
      await kontor.uppdrag.kommunbyte({ id: uppdrag.id, version: uppdrag.version, datum, kommun })
      await lasOm()
      sag(text.kommunbyteSparat(kommunNamn(kommun)))
    },
  })
  const { datum } = form.varden
  const har = kommunDag(uppdrag, datum)
  return (
    <PaPlats etikett={text.kommunbyteForm} form={form} verb={text.registreraFlytten} onStang={redigering.stang} onLasIn={lasOm} text={text.kommunbyteHjalp} rad>
      <Datumfalt {...form.falt('datum')} autoFocus bredd="vanlig" etikett={text.kommunbyteDatum} idag={idag} />
      <Valj {...form.falt('kommun')} etikett={text.kommunbyteKommun} alternativ={kommunval(kommuner, datum, idag, form.varden.kommun).filter((rad) => rad.kod !== har)} />
    </PaPlats>
  )
}
