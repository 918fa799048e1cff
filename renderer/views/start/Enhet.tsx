import { zEnhet } from '../../../db/model/enhet.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Steg } from '../../parts/Steg.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { uppstart as text } from '../../texter/start.ts'
import { KOMMUNVAL } from './kommunval.ts'
import type { Stegegenskaper } from './Skapa.tsx'
import { useMinns, useStegning } from './stegning.ts'

/** The unit's name and the kommun that hosts it. */
export function Enhet({ uppstart }: Stegegenskaper) {
  const { vidare, steg } = useStegning('enhet', uppstart)
  const form = useFormular({
    schema: zEnhet,
    start: { namn: uppstart.utkast.namn, vardkommun: uppstart.utkast.vardkommun },
    spara: vidare,
  })
  useMinns(form.varden, uppstart.satt)
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.enhet} titel={text.enhetstitel} />
      <Felsammanfattning {...form} />
      <Steg {...steg} onFortsatt={form.skicka}>
        <TextFalt {...form.falt('namn')} etikett={text.enhetsnamn} hjalp={text.enhetsnamnHjalp} bredd="bred" />
        <Valj {...form.falt('vardkommun')} etikett={text.vardkommun} hjalp={text.vardkommunHjalp} alternativ={KOMMUNVAL} />
      </Steg>
    </Framsida>
  )
}
