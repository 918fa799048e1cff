import { Link } from 'wouter'
import { z } from 'zod'
import { Framsida } from '../../app/Framsida.tsx'
import { Framsteg } from '../../app/Framsteg.tsx'
import { kontor } from '../../app/klient.ts'
import { lastFor } from '../../app/las.ts'
import { useSession } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Lage } from '../../../electron/office/contract/start.ts'
import { Losenordsfalt, TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { session as text } from '../../texter/session.ts'
import { Startfot } from '../start/Startfot.tsx'
import { VAG } from '../start/vagar.ts'

const schema = z.object({
  anvandarnamn: z.string().trim().min(1, text.skrivAnvandarnamn),
  losenord: z.string().min(1, text.skrivLosenord),
})

/** The login. A wrong password leaves the user name as typed. */
export function Inloggning({ lage }: { readonly lage: Lage }) {
  const satt = useSession((s) => s.satt)
  const form = useFormular({
    schema,
    start: { anvandarnamn: '', losenord: '' },
    spara: async (varden) => satt(await kontor.session.loggaIn(varden)),
  })
  return (
    <Framsida
      fot={
        <>
          <p>
            <Link href={VAG.glomt}>{anvandare.glomt.lank}</Link>
          </p>
          <p>
            <Link href={VAG.aterstall}>{text.aterstall}</Link>
          </p>
          <Startfot lage={lage} />
        </>
      }
    >
      <Sidhuvud rubrik={text.loggaIn} titel={text.titel} under={lage.avbrott ? text.avbrott : lastFor} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <Knapp type="submit" sort="forsta" vantar={form.sparar}>
            {text.loggaIn}
          </Knapp>
        }
      >
        <TextFalt {...form.falt('anvandarnamn')} etikett={text.anvandarnamn} autoFocus spellCheck={false} autoComplete="username" />
        <Losenordsfalt {...form.falt('losenord')} etikett={text.losenord} />
        {form.sparar && <Framsteg />}
      </Formularruta>
    </Framsida>
  )
}
