import { z } from 'zod'
import type { Installningar } from '../../../db/model/enhet.ts'
import { zRad } from '../../../db/model/grund.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { gallring as text } from '../../texter/gallring.ts'
import { hamtaOm, type Kontorsuppgifter } from '../kontoret/uppgifter.ts'
import stil from './gallring.module.css'
import { hamtaGallringenIgen } from './vagar.ts'

const hamtaAllt = () => Promise.all([hamtaOm.enhet(), hamtaGallringenIgen()])

/** That the unit's own plan says what becomes of working notes: confirmed once, with its reference. */
export function Plan({ installningar, idag }: { readonly installningar: Installningar; readonly idag: Datum }) {
  const { dokumenthanteringsplan: referens, dokumenthanteringsplanDatum: dag } = installningar
  const form = useFormular({
    schema: z.object({ referens: zRad(text.planSaknas, 200) }),
    start: { referens },
    spara: async (ut) => {
      await kontor.enhet.andraInstallningar({ dokumenthanteringsplan: ut.referens, dokumenthanteringsplanDatum: idag })
      await hamtaAllt()
      sag(text.planSparad)
    },
  })
  return (
    <Avsnitt rubrik={text.plan} luft>
      <p className={stil.tyst}>{text.planText}</p>
      <Felsammanfattning {...form} />
      <form className={stil.falt} noValidate onSubmit={form.skicka}>
        <TextFalt {...form.falt('referens')} etikett={text.planReferens} hjalp={text.planReferensHjalp} />
        <Knapp type="submit" vantar={form.sparar}>
          {text.planKnapp}
        </Knapp>
      </form>
      {dag !== null && <p className={stil.tyst}>{text.planBekraftad(referens, langtDatum(dag))}</p>}
    </Avsnitt>
  )
}

/** "5, 15, 25" as days of the month; null for anything else. */
export function dagarUr(varde: string): number[] | null {
  const delar = varde.split(/[\s,;]+/u).filter((del) => del !== '')
  const dagar = delar.map((del) => (/^\d{1,2}$/u.test(del) ? Number(del) : Number.NaN))
  return dagar.every((dag) => dag >= 1 && dag <= 31) ? [...new Set(dagar)].sort((a, b) => a - b) : null
}

/** Whom research keeps, by the local decision. */
export function Undantag({ uppgifter: { installningar, kommuner } }: { readonly uppgifter: Kontorsuppgifter }) {
  const form = useFormular({
    schema: z.object({ dagar: z.string().transform((varde, ctx) => dagarUr(varde) ?? (ctx.addIssue(text.dagarFel), z.NEVER)), kommuner: z.array(z.string()) }),
    start: { dagar: installningar.gallringUndantagDagar.join(', '), kommuner: [...installningar.gallringUndantagKommuner] },
    spara: async (ut) => {
      await kontor.enhet.andraInstallningar({ gallringUndantagDagar: ut.dagar, gallringUndantagKommuner: ut.kommuner })
      await hamtaAllt()
      sag(text.undantagSparat)
    },
  })
  const val = [...new Set([...kommuner.map((k) => k.kommun), ...installningar.gallringUndantagKommuner])].map((kod) => ({ kod, text: kommunNamn(kod) })).sort((a, b) => svenskOrdning(a.text, b.text))
  return (
    <Avsnitt rubrik={text.undantag} luft>
      <p className={stil.tyst}>{text.undantagText}</p>
      <Felsammanfattning {...form} />
      <form className={stil.falt} noValidate onSubmit={form.skicka}>
        <TextFalt {...form.falt('dagar')} etikett={text.dagar} hjalp={text.dagarHjalp} valfri />
        <Flerval {...form.falt('kommuner')} etikett={text.kommuner} alternativ={val} valfri />
        <Knapp type="submit" vantar={form.sparar}>
          {text.undantagSpara}
        </Knapp>
      </form>
    </Avsnitt>
  )
}
