import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Steg } from '../../parts/Steg.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { uppstart as text } from '../../texter/start.ts'
import { PLANSVAR, zPlansvar } from './kontorsutkast.ts'
import type { Stegegenskaper } from './Skapa.tsx'
import { useMinns, useStegning } from './stegning.ts'

/** What the unit's plan for documents says of working notes (DESIGN §4.10). Whoever does not know answers later, under Gallring. */
export function Plan({ uppstart }: Stegegenskaper) {
  const { vidare, steg } = useStegning('plan', uppstart)
  const form = useFormular({ schema: zPlansvar, start: uppstart.utkast.plan, spara: vidare })
  useMinns(form.varden, (plan) => uppstart.satt({ plan }))
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.plan} titel={text.planTitel} under={text.planText} />
      <Felsammanfattning {...form} />
      <Steg {...steg} onFortsatt={form.skicka}>
        <Radio {...form.falt('svar')} etikett={text.planFraga} alternativ={PLANSVAR.map((kod) => ({ kod, text: text.planSvar[kod], hjalp: text.planSvarHjalp[kod] }))} />
        {form.varden.svar === 'bekraftad' && <TextFalt {...form.falt('referens')} etikett={text.planReferens} hjalp={text.planReferensHjalp} bredd="bred" />}
      </Steg>
    </Framsida>
  )
}
