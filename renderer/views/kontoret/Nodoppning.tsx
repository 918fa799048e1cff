import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AnvandareRad } from '../../../db/model/anvandare.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { HosRad } from '../../../db/model/overlamningar.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { fragor } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Textruta, TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { type Formular, useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Kryssgrupp, Radio } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { delar } from '../../texter/delar.ts'
import { langtDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { nodoppning as text } from '../../texter/nodoppning.ts'
import { mottagare } from '../overlamningar/mottagare.ts'
import stil from './Kontoret.module.css'
import { type Nodvarden, TOM_NODOPPNING, zNodvarden } from './nodvarden.ts'
import { NYCKELGRUPPER, nyckelframsteg } from './varden.ts'

const LISTAN = '/kontoret/anvandare'

/** Nödöppning (DESIGN §4.8): with the nyckelblad and a reason the chief moves an absent ombud's cases. No client is seen here. */
export function Nodoppning() {
  const anvandare = useQuery(fraga.anvandare.lista.queryOptions())
  const [klart, setKlart] = useState<string>()
  return (
    <>
      <Sidhuvud rubrik={klart === undefined ? text.rubrik : text.klartRubrik} titel={text.rubrik} over={kontoret.rubrik} under={klart === undefined ? text.under : undefined} />
      {klart === undefined ? (
        <>
          <Avsnitt rubrik={text.handerRubrik} luft>
            <ul className={stil.handerLista}>
              {text.hander.map((mening) => (
                <li key={mening}>{mening}</li>
              ))}
            </ul>
          </Avsnitt>
          <Hamtat svar={anvandare}>{(rader) => <Formularet anvandare={rader} onKlart={setKlart} />}</Hamtat>
        </>
      ) : (
        <div className={stil.klar} role="status">
          <p>{klart}</p>
          <p>{text.klartText}</p>
          <Lankknapp till={LISTAN}>{text.tillAnvandare}</Lankknapp>
        </div>
      )}
    </>
  )
}

function Formularet({ anvandare, onKlart }: { readonly anvandare: readonly AnvandareRad[]; readonly onKlart: (mening: string) => void }) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema: zNodvarden,
    start: TOM_NODOPPNING,
    spara: async (val) => {
      const { antal } = await kontor.overlamningar.nodoppning(val)
      await fragor.invalidateQueries({ queryKey: fraga.overlamningar.key() })
      onKlart(text.klart(antal, anvandare.find((rad) => rad.id === val.till)?.namn ?? ''))
    },
  })
  const { fran, nyckel } = form.varden
  const { grupper, forManga } = nyckelframsteg(nyckel)
  const ombud = anvandare
    .filter((rad) => rad.roller.includes('ombud'))
    .map((rad) => ({ kod: rad.id, text: rad.avstangd === null ? rad.namn : text.avstangd(rad.namn) }))
    .sort((a, b) => svenskOrdning(a.text, b.text))
  return (
    <>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="fara" vantar={form.sparar}>
              {text.verb}
            </Knapp>
            <Knapp onPress={() => ga(LISTAN)}>{delar.avbryt}</Knapp>
          </>
        }
      >
        <Valj {...form.falt('fran')} etikett={text.fran} hjalp={text.franHjalp} alternativ={ombud} onAndra={(id) => form.satt({ fran: id, omfattning: 'alla', nummer: [] })} />
        {fran !== '' && <Arendena ombud={fran} form={form} />}
        <Valj {...form.falt('till')} etikett={text.till} alternativ={mottagare(anvandare, fran)} />
        <TextFalt {...form.falt('skal')} bredd="bred" etikett={text.skal} hjalp={text.skalHjalp} />
        <div className={stil.nyckel}>
          <Textruta {...form.falt('nyckel')} etikett={kontoret.anvandare.nyckel} hjalp={kontoret.anvandare.nyckelHjalp} rader={3} spellCheck={false} />
        </div>
        <p className={stil.framsteg} role="status">
          {forManga ? kontoret.anvandare.forManga : kontoret.anvandare.grupper(grupper, NYCKELGRUPPER)}
        </p>
      </Formularruta>
    </>
  )
}

/** The absent ombud's cases, by number: asked for by the choice of ombud, a row in the log. */
function Arendena({ ombud, form }: { readonly ombud: string; readonly form: Formular<Nodvarden> }) {
  const hos = useQuery(fraga.overlamningar.hos.queryOptions({ input: { ombud }, refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: Infinity, gcTime: 0 }))
  return (
    <Hamtat svar={hos}>
      {(rader) =>
        rader.length === 0 ? (
          <p>{text.inga}</p>
        ) : (
          <>
            <Radio
              {...form.falt('omfattning')}
              etikett={text.omfattning}
              alternativ={[
                { kod: 'alla', text: text.alla(rader.length), hjalp: text.allaHjalp },
                { kod: 'valda', text: text.valda },
              ]}
            />
            {form.varden.omfattning === 'valda' && (
              <Kryssgrupp {...form.falt('nummer')} etikett={text.nummer} alternativ={rader.map((rad) => ({ kod: rad.nummer, text: rad.nummer, hjalp: radtext(rad) }))} />
            )}
          </>
        )
      }
    </Hamtat>
  )
}

const radtext = ({ kommun, slut }: HosRad) => text.rad(kommun === null ? '' : kommunNamn(kommun), slut === null ? '' : langtDatum(slut))
