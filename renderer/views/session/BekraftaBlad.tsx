import { z } from 'zod'
import { Framsida } from '../../app/Framsida.tsx'
import { kontor } from '../../app/klient.ts'
import { useInloggad, useSession } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { start as starttext } from '../../texter/start.ts'
import stil from './Losenord.module.css'

const text = anvandare.blad

/** Before the first page when the nyckelblad has been replaced: the check characters from the paper, or later. */
export function BekraftaBlad() {
  const jag = useInloggad()
  const satt = useSession((s) => s.satt)
  const vidare = () => satt({ ...jag, bekraftaBlad: false })
  const form = useFormular({
    schema: z.object({ fingeravtryck: z.string().trim().min(1, text.bekraftaSkriv) }),
    start: { fingeravtryck: '' },
    spara: async (val) => {
      await kontor.nyckelblad.bekrafta(val)
      vidare()
    },
  })
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.bekraftaRubrik} titel={text.bekraftaRubrik} />
      {text.bekraftaText.map((stycke) => (
        <p key={stycke} className={stil.text}>
          {stycke}
        </p>
      ))}
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.bekrafta}
            </Knapp>
            <Knapp onPress={vidare}>{text.senare}</Knapp>
          </>
        }
      >
        <TextFalt {...form.falt('fingeravtryck')} etikett={text.bekraftaFalt} hjalp={text.bekraftaHjalp} spellCheck={false} autoComplete="off" autoFocus />
        {form.sparar && <Arbetar text={starttext.skapas} />}
      </Formularruta>
    </Framsida>
  )
}
