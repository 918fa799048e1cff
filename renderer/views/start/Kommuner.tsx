import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Steg } from '../../parts/Steg.tsx'
import { uppstart as text } from '../../texter/start.ts'
import { KOMMUNVAL } from './kommunval.ts'
import { zKommuner } from './kontorsutkast.ts'
import type { Stegegenskaper } from './Skapa.tsx'
import { useMinns, useStegning } from './stegning.ts'

/** The kommuner of the unit; the host is one of them unless it is taken away. */
export function Kommuner({ uppstart }: Stegegenskaper) {
  const { vidare, steg } = useStegning('kommuner', uppstart)
  const form = useFormular({
    schema: zKommuner,
    start: { kommuner: [...(uppstart.utkast.kommuner ?? [uppstart.utkast.vardkommun])] },
    spara: vidare,
  })
  useMinns(form.varden, uppstart.satt)
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.kommuner} titel={text.kommunerTitel} />
      <Felsammanfattning {...form} />
      <Steg {...steg} onFortsatt={form.skicka}>
        <Flerval {...form.falt('kommuner')} etikett={text.kommunerFalt} hjalp={text.kommunerHjalp} alternativ={KOMMUNVAL} bredd="bred" />
      </Steg>
    </Framsida>
  )
}
