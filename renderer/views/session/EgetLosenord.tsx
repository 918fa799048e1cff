import { Framsida } from '../../app/Framsida.tsx'
import { kontor } from '../../app/klient.ts'
import { useInloggad, useSession } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Losenordsfalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { session as text } from '../../texter/session.ts'
import { zByte } from './MittLosenord.tsx'

/** Before the first page for somebody whose password another has set (INTERFACES "Passwords"). */
export function EgetLosenord() {
  const jag = useInloggad()
  const satt = useSession((s) => s.satt)
  const form = useFormular({
    schema: zByte,
    start: { nuvarande: '', nytt: '', igen: '' },
    spara: async ({ nuvarande, nytt }) => {
      await kontor.session.bytLosenord({ nuvarande, nytt })
      satt({ ...jag, masteBytaLosenord: false })
    },
  })
  return (
    <Framsida>
      <Sidhuvud rubrik={text.bytLosenord} titel={text.bytLosenord} under={text.bytLosenordText} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <Knapp type="submit" sort="forsta" vantar={form.sparar}>
            {text.spara}
          </Knapp>
        }
      >
        <Losenordsfalt {...form.falt('nuvarande')} etikett={text.nuvarande} autoFocus />
        <Losenordsfalt {...form.falt('nytt')} etikett={text.nytt} autoComplete="new-password" />
        <Losenordsfalt {...form.falt('igen')} etikett={text.nyttIgen} autoComplete="new-password" />
      </Formularruta>
    </Framsida>
  )
}
