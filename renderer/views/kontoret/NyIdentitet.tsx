import { useState } from 'react'
import { useLocation } from 'wouter'
import { type AnvandareRad, type NyIdentitetSvar, zNyIdentitet } from '../../../db/model/anvandare.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Losenordsfalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { delar } from '../../texter/delar.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { nodoppning } from '../../texter/nodoppning.ts'
import { start as starttext } from '../../texter/start.ts'
import { ANVANDARLISTAN, MedAnvandare } from './Anvandarsida.tsx'
import stil from './Kontoret.module.css'
import { Hander, Nyckelfalt } from './Nyckelfalt.tsx'
import { hamtaOm } from './uppgifter.ts'

const text = anvandare.ny

/** A new identity for somebody whose password is forgotten or known: a page of its own, it cannot be undone (DESIGN §4.7). */
export function NyIdentitet({ id }: { readonly id: string }) {
  const [klart, setKlart] = useState<NyIdentitetSvar>()
  return (
    <MedAnvandare id={id}>
      {(rad) => (
        <>
          <Sidhuvud rubrik={klart === undefined ? text.rubrik(rad.namn) : text.klart(rad.namn)} titel={anvandare.nyttLosenord} over={kontoret.rubrik} />
          {klart === undefined ? <Formularet rad={rad} onKlart={setKlart} /> : <GavNytt svar={klart} tillbaka={ANVANDARLISTAN} />}
        </>
      )}
    </MedAnvandare>
  )
}

/** What a new identity brought along, and what was lost. */
export function GavNytt({ svar, tillbaka }: { readonly svar: NyIdentitetSvar; readonly tillbaka?: string }) {
  return (
    <div className={stil.klar} role="status">
      <p>{text.arenden(svar.arenden)}</p>
      {svar.ejOppnade.length > 0 && <p>{text.ejOppnade(svar.ejOppnade.join(', '))}</p>}
      {svar.utkast > 0 && <p>{text.utkast(svar.utkast)}</p>}
      <p>{text.klartText}</p>
      {tillbaka !== undefined && <Lankknapp till={tillbaka}>{anvandare.tillLista}</Lankknapp>}
    </div>
  )
}

function Formularet({ rad, onKlart }: { readonly rad: AnvandareRad; readonly onKlart: (svar: NyIdentitetSvar) => void }) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema: zNyIdentitet,
    start: { losenord: '', nyckel: '' },
    till: (v) => ({ ...v, id: rad.id }),
    spara: async (val) => {
      const svar = await kontor.anvandare.nyIdentitet(val)
      await hamtaOm.anvandare()
      onKlart(svar)
    },
  })
  return (
    <>
      <Avsnitt rubrik={nodoppning.handerRubrik} luft>
        <Hander rader={text.hander} />
      </Avsnitt>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp onPress={() => ga(`${ANVANDARLISTAN}/${rad.id}`)}>{delar.avbryt}</Knapp>
            <Knapp type="submit" sort="fara" vantar={form.sparar}>
              {text.verb}
            </Knapp>
          </>
        }
      >
        <Losenordsfalt {...form.falt('losenord')} etikett={text.losenord} hjalp={kontoret.anvandare.losenordHjalp} autoComplete="new-password" />
        <Nyckelfalt {...form.falt('nyckel')} />
        {form.sparar && <Arbetar text={starttext.skapas} />}
      </Formularruta>
    </>
  )
}
