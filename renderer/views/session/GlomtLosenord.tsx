import { useState } from 'react'
import { Link } from 'wouter'
import { z } from 'zod'
import { type NyIdentitetSvar, zLosenord, zNyckel } from '../../../db/model/anvandare.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Losenordsfalt, TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { session } from '../../texter/session.ts'
import { start as starttext } from '../../texter/start.ts'
import { GavNytt } from '../kontoret/NyIdentitet.tsx'
import { Nyckelfalt } from '../kontoret/Nyckelfalt.tsx'
import { VAG } from '../start/vagar.ts'
import stil from './Losenord.module.css'

const text = anvandare.glomt

/** Whom to ask; and the way in with the nyckelblad when there is nobody to ask. */
export function GlomtLosenord() {
  const [klart, setKlart] = useState<NyIdentitetSvar>()
  return (
    <Framsida bredd="bred" fot={<Link href={VAG.start}>{text.tillbaka}</Link>}>
      <Sidhuvud rubrik={klart === undefined ? text.rubrik : anvandare.ny.klart(klart.namn)} titel={text.rubrik} />
      {klart === undefined ? (
        <>
          {text.text.map((mening) => (
            <p key={mening} className={stil.text}>
              {mening}
            </p>
          ))}
          <Avsnitt rubrik={text.ingenRubrik} luft>
            <p className={stil.text}>{text.ingenText}</p>
            <MedBladet onKlart={setKlart} />
          </Avsnitt>
        </>
      ) : (
        <GavNytt svar={klart} />
      )}
    </Framsida>
  )
}

function MedBladet({ onKlart }: { readonly onKlart: (svar: NyIdentitetSvar) => void }) {
  const form = useFormular({
    schema: z.object({ anvandarnamn: z.string().trim().min(1, session.skrivAnvandarnamn), losenord: zLosenord, nyckel: zNyckel }),
    start: { anvandarnamn: '', losenord: '', nyckel: '' },
    spara: async (val) => onKlart(await kontor.start.nyttLosenord(val)),
  })
  return (
    <>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <Knapp type="submit" sort="fara" vantar={form.sparar}>
            {text.verb}
          </Knapp>
        }
      >
        <TextFalt {...form.falt('anvandarnamn')} etikett={session.anvandarnamn} spellCheck={false} autoComplete="off" />
        <Losenordsfalt {...form.falt('losenord')} etikett={anvandare.ny.losenord} hjalp={kontoret.anvandare.losenordHjalp} autoComplete="new-password" />
        <Nyckelfalt {...form.falt('nyckel')} />
        {form.sparar && <Arbetar text={starttext.skapas} />}
      </Formularruta>
    </>
  )
}
