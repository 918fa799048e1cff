import { useState } from 'react'
import { z } from 'zod'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Losenordsfalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { session } from '../../texter/session.ts'
import stil from './Losenord.module.css'

const text = anvandare.mitt

export const zByte = z
  .object({ nuvarande: z.string().min(1, session.skrivLosenord), nytt: z.string().min(12, session.kortLosenord), igen: z.string() })
  .refine((v) => v.nytt === v.igen, { path: ['igen'], message: session.olika })
const TOMT = { nuvarande: '', nytt: '', igen: '' }

/** The own password, at any time; and what to do when somebody else knows it. */
export function MittLosenord() {
  const form = useFormular({
    schema: zByte,
    start: TOMT,
    spara: async ({ nuvarande, nytt }) => {
      await kontor.session.bytLosenord({ nuvarande, nytt })
      form.nollstall(TOMT)
      sag(text.bytt)
    },
  })
  return (
    <>
      <Sidhuvud rubrik={text.rubrik} titel={text.rubrik} under={text.under} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <Knapp type="submit" sort="forsta" vantar={form.sparar}>
            {text.spara}
          </Knapp>
        }
      >
        <Losenordsfalt {...form.falt('nuvarande')} etikett={session.nuvarande} />
        <Losenordsfalt {...form.falt('nytt')} etikett={session.nytt} autoComplete="new-password" />
        <Losenordsfalt {...form.falt('igen')} etikett={session.nyttIgen} autoComplete="new-password" />
      </Formularruta>
      <Misstankt />
    </>
  )
}

function Misstankt() {
  const [svar, setSvar] = useState<string>()
  const [pagar, setPagar] = useState(false)
  const saga = async () => {
    setPagar(true)
    try {
      await kontor.session.misstankt()
      setSvar(text.sagt)
    } catch (orsak) {
      setSvar(felmening(orsak))
    } finally {
      setPagar(false)
    }
  }
  return (
    <div className={stil.under}>
      <Avsnitt rubrik={text.kanRubrik} luft>
        <ol className={stil.steg}>
          {text.kanText.map((mening) => (
            <li key={mening}>{mening}</li>
          ))}
        </ol>
        <Knapp vantar={pagar} onPress={() => void saga()}>
          {text.kan}
        </Knapp>
        <p role="status">{svar}</p>
      </Avsnitt>
    </div>
  )
}
