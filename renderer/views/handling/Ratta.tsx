import { z } from 'zod'
import { zRad } from '../../../db/model/grund.ts'
import type { Siffra } from '../../../db/model/handling/typer.ts'
import { sag } from '../../parts/Angra.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { handling } from '../../texter/handling.ts'
import { handlingskontor, lasOmHandlingar } from './fragor.ts'
import { useHandling } from './sammanhang.ts'
import { tolkaTal } from './varden.ts'

const text = handling.panel

/** A figure corrected by hand: the number that is to stand, and why (DOMAIN §4: the form then shows both). */
export function Ratta({ siffra, redigering }: { readonly siffra: Siffra; readonly redigering: Redigering<{ varde: string; skal: string }> }) {
  const { slag, sida } = useHandling()
  const { decimaler } = siffra
  const form = useRedigeringsformular(redigering, {
    schema: z.object({ varde: z.number(handling.falt.talFel(decimaler)), skal: zRad('Skriv varför siffran rättas.', 500) }),
    till: (v) => ({ ...v, varde: tolkaTal(v.varde, decimaler) }),
    spara: async ({ varde, skal }) => {
      await handlingskontor(slag).ratta({ id: sida.handling.id, figur: siffra.figur, rattat: varde, skal })
      await lasOmHandlingar()
      sag(text.sparad)
    },
  })
  return (
    <PaPlats etikett={text.rattaRubrik} form={form} verb={text.spara} onStang={redigering.stang} onLasIn={lasOmHandlingar} text={text.rattaText}>
      <TextFalt {...form.falt('varde')} etikett={text.varde} bredd="smal" inputMode="decimal" autoFocus />
      <TextFalt {...form.falt('skal')} etikett={text.skal} maxLength={500} />
    </PaPlats>
  )
}
