import type { Datum } from '../../../db/model/kalender.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { arbetet } from '../../texter/arbetet.ts'
import { aktorval } from './aktorval.ts'
import { lasOm } from './arendefragor.ts'
import { type Samtyckesvarden, tillSamtycke, zSamtycke } from './arbetsvarden.ts'

const text = arbetet.samtycken

interface Egenskaper {
  readonly nummer: string
  readonly redigering: Redigering<Samtyckesvarden>
  readonly listor: Kodlistor
  readonly idag: Datum
  /** The same once more, not another. */
  readonly fornya?: boolean
  /** In a narrow column the fields stand under one another. */
  readonly smal?: boolean
}

/** A consent: to whom, about what, how long (DOMAIN §1). */
export function Samtyckesformular({ nummer, redigering, listor, idag, fornya = false, smal = false }: Egenskaper) {
  const form = useRedigeringsformular(redigering, {
    schema: zSamtycke,
    till: tillSamtycke,
    spara: async (samtycke) => {
      await kontor.samtycken.nytt({ nummer, ...samtycke })
      await lasOm()
      sag(text.sparat)
    },
  })
  return (
    <PaPlats etikett={fornya ? text.fornyaForm : text.nyttForm} form={form} verb={text.verb} onStang={redigering.stang} onLasIn={lasOm} rad={!smal}>
      <Valj {...form.falt('aktor')} autoFocus={!fornya} etikett={text.aktor} alternativ={aktorval(listor, idag, idag, [form.varden.aktor])} />
      <Skyddsfalt text={form.varden.person}>
        <TextFalt {...form.falt('person')} spellCheck={false} etikett={text.person} hjalp={text.personHjalp} valfri />
      </Skyddsfalt>
      <Skyddsfalt text={form.varden.omfattning}>
        <TextFalt {...form.falt('omfattning')} etikett={text.omfattning} hjalp={text.omfattningHjalp} />
      </Skyddsfalt>
      <Datumfalt {...form.falt('fran')} bredd="vanlig" etikett={text.fran} idag={idag} />
      <Datumfalt {...form.falt('till')} autoFocus={fornya} bredd="vanlig" etikett={text.till} hjalp={text.tillHjalp} idag={idag} />
    </PaPlats>
  )
}
