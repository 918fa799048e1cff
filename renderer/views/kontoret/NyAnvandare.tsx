import { useLocation } from 'wouter'
import { z } from 'zod'
import { ROLLER, ROLLNAMN, type Roll, zNyAnvandare } from '../../../db/model/anvandare.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Losenordsfalt, TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Kryssgrupp } from '../../parts/Valgrupp.tsx'
import { delar } from '../../texter/delar.ts'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { Nyckelfalt } from './Nyckelfalt.tsx'
import { hamtaOm } from './uppgifter.ts'

const text = kontoret.anvandare
const LISTAN = '/kontoret/anvandare'
const schema = zNyAnvandare.extend({ nyckel: z.string().trim().min(1, text.nyckelSaknas) })

/** A new user: certified with the nyckelblad, for only the root can vouch for a key (DESIGN §4.2). The key is kept nowhere in the window. */
export function NyAnvandare() {
  const [, ga] = useLocation()
  const form = useFormular({
    schema,
    start: { namn: '', anvandarnamn: '', roller: [] as string[], losenord: '', nyckel: '' },
    spara: async (ny) => {
      await kontor.anvandare.ny(ny)
      await hamtaOm.anvandare()
      sag(text.tillagd(ny.namn))
      ga(LISTAN)
    },
  })
  return (
    <>
      <Sidhuvud rubrik={text.nyRubrik} titel={text.nyRubrik} over={kontoret.rubrik} under={text.nyText} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.verb}
            </Knapp>
            <Knapp onPress={() => ga(LISTAN)}>{delar.avbryt}</Knapp>
          </>
        }
      >
        <TextFalt {...form.falt('namn')} etikett={text.namn} autoFocus />
        <TextFalt {...form.falt('anvandarnamn')} etikett={text.anvandarnamn} hjalp={text.anvandarnamnHjalp} spellCheck={false} />
        <Kryssgrupp {...form.falt('roller')} etikett={text.roller} alternativ={ROLLER.map((roll: Roll) => ({ kod: roll, text: ROLLNAMN[roll], hjalp: text.rollHjalp[roll] }))} />
        <Losenordsfalt {...form.falt('losenord')} etikett={text.losenord} hjalp={text.losenordHjalp} autoComplete="new-password" />
        <Nyckelfalt {...form.falt('nyckel')} />
        <p className={stil.text}>{text.efter}</p>
      </Formularruta>
    </>
  )
}
