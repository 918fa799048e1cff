import { useLocation } from 'wouter'
import { z } from 'zod'
import type { Arende } from '../../../db/model/arenden.ts'
import { zStrykUppdrag, type UppdragRad } from '../../../db/model/uppdrag.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Inaktuell } from '../../parts/Inaktuell.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Skyddsfalt } from '../../parts/Namn.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { delar } from '../../texter/delar.ts'
import { langtDatum } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import { lasOm, useArende } from './arendefragor.ts'
import stil from './klienter.module.css'

/** An uppdrag registered by mistake: a page of its own, since it cannot be undone. */
export function Stryk({ nummer, uppdragId }: { readonly nummer: string; readonly uppdragId: string }) {
  const arende = useArende(nummer)
  return (
    <>
      <Sidhuvud rubrik={text.strykFraga} titel={text.stryk} over={text.over(text.stryk, nummer, '')} />
      <Hamtat svar={arende}>{(data) => <Hittat arende={data} uppdragId={uppdragId} />}</Hamtat>
    </>
  )
}

function Hittat({ arende, uppdragId }: { readonly arende: Arende; readonly uppdragId: string }) {
  const uppdrag = arende.uppdrag.find((u) => u.id === uppdragId && !u.struken)
  const vag = `/klienter/${arende.nummer}`
  if (uppdrag) return <Sidan uppdrag={uppdrag} vag={vag} />
  return <Lankknapp till={vag}>{text.tillArendet}</Lankknapp>
}

const schema = z.object({ skal: zStrykUppdrag.shape.skal })

function Sidan({ uppdrag, vag }: { readonly uppdrag: UppdragRad; readonly vag: string }) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema,
    start: { skal: '' },
    spara: async ({ skal }) => {
      await kontor.uppdrag.stryk({ id: uppdrag.id, version: uppdrag.version, skal })
      ga(vag)
      sag(text.struketSagt)
      await lasOm()
    },
  })
  return (
    <>
      <Felsammanfattning {...form} />
      <Inaktuell form={form} onLasIn={lasOm} skillnader={[]} />
      <div className={stil.stycken}>
        <p>{text.strykText(langtDatum(uppdrag.start))}</p>
        <p>{text.strykSlut}</p>
      </div>
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="fara" vantar={form.sparar}>
              {text.stryk}
            </Knapp>
            <Knapp onPress={() => ga(vag)}>{delar.avbryt}</Knapp>
          </>
        }
      >
        <Skyddsfalt text={form.varden.skal}>
          <TextFalt {...form.falt('skal')} bredd="bred" etikett={text.strykSkal} />
        </Skyddsfalt>
      </Formularruta>
    </>
  )
}
