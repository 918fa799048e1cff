import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { type AnvandareRad, ROLLER, ROLLNAMN, type Roll, zAndraAnvandare } from '../../../db/model/anvandare.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Kryssgrupp } from '../../parts/Valgrupp.tsx'
import { anvandare as text } from '../../texter/anvandare.ts'
import { delar } from '../../texter/delar.ts'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { Nyckelfalt } from './Nyckelfalt.tsx'
import { administrerar } from './ratt.ts'
import { hamtaOm } from './uppgifter.ts'

export const ANVANDARLISTAN = '/kontoret/anvandare'

/** A user by the address, once the list has come. */
export function MedAnvandare({ id, children }: { readonly id: string; readonly children: (rad: AnvandareRad) => ReactNode }) {
  const svar = useQuery(fraga.anvandare.lista.queryOptions())
  return (
    <Hamtat svar={svar}>
      {(rader) => {
        const rad = rader.find((en) => en.id === id)
        return rad === undefined ? <Sidhuvud rubrik={text.finnsInte} titel={text.finnsInte} over={kontoret.rubrik} /> : children(rad)
      }}
    </Hamtat>
  )
}

/** One user, for whoever looks after users: name and roles, the password, the end. */
export function Anvandarsida({ id }: { readonly id: string }) {
  const jag = useInloggad()
  return (
    <MedAnvandare id={id}>
      {(rad) => (
        <>
          <Sidhuvud rubrik={rad.namn} titel={kontoret.anvandare.rubrik} over={kontoret.rubrik} under={text.under(rad.anvandarnamn)} />
          {rad.avstangd === null ? (
            <>
              {administrerar(jag.roller) ? <Uppgifter key={rad.version} rad={rad} /> : <p className={stil.ingress}>{text.baraAdmin}</p>}
              {rad.id !== jag.id && (
                <Avsnitt rubrik={text.losenordRubrik} luft>
                  <p className={stil.text}>{rad.misstankt === null ? text.losenordText : text.losenordMisstankt}</p>
                  <Lankknapp till={`${ANVANDARLISTAN}/${rad.id}/losenord`}>{text.nyttLosenord}</Lankknapp>
                </Avsnitt>
              )}
              {rad.id !== jag.id && administrerar(jag.roller) && (
                <Avsnitt rubrik={text.avsluta} luft>
                  <p className={stil.text}>{text.avslutaText}</p>
                  <Lankknapp till={`${ANVANDARLISTAN}/${rad.id}/stang-av`}>{kontoret.anvandare.stangAv}</Lankknapp>
                </Avsnitt>
              )}
            </>
          ) : (
            <p>{kontoret.anvandare.avstangd}</p>
          )}
        </>
      )}
    </MedAnvandare>
  )
}

function Uppgifter({ rad }: { readonly rad: AnvandareRad }) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema: zAndraAnvandare,
    start: { namn: rad.namn, roller: [...rad.roller] as string[], nyckel: '' },
    till: (v) => ({ ...v, id: rad.id, version: rad.version }),
    spara: async (ny) => {
      await kontor.anvandare.andra(ny)
      await hamtaOm.anvandare()
      sag(text.sparat(ny.namn))
      ga(ANVANDARLISTAN)
    },
  })
  return (
    <Avsnitt rubrik={text.uppgifter} luft>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.spara}
            </Knapp>
            <Knapp onPress={() => ga(ANVANDARLISTAN)}>{delar.avbryt}</Knapp>
          </>
        }
      >
        <TextFalt {...form.falt('namn')} etikett={kontoret.anvandare.namn} />
        <Kryssgrupp
          {...form.falt('roller')}
          etikett={kontoret.anvandare.roller}
          alternativ={ROLLER.map((roll: Roll) => ({ kod: roll, text: ROLLNAMN[roll], hjalp: kontoret.anvandare.rollHjalp[roll] }))}
        />
        <Nyckelfalt {...form.falt('nyckel')} />
        <p className={stil.text}>{text.rollandring}</p>
      </Formularruta>
    </Avsnitt>
  )
}
