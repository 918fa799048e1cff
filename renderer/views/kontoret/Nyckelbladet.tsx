import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type Nyckelbladslage, zNyckel } from '../../../db/model/anvandare.ts'
import { idag } from '../../../db/model/kalender.ts'
import { fragor } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { langtDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { Nyckelfalt } from './Nyckelfalt.tsx'
import { skoter } from './ratt.ts'
import { hamtaOm } from './uppgifter.ts'

const text = anvandare.blad
export const NYTT_BLAD = '/kontoret/nyckelblad/nytt'

/** The sheet: which one holds, whether it is still there, and a new one in its place (DESIGN §4.7). */
export function Nyckelbladet() {
  const lage = useQuery(fraga.nyckelblad.lage.queryOptions())
  const { roller } = useInloggad()
  return (
    <>
      <Sidhuvud rubrik={text.rubrik} titel={text.titel} over={kontoret.rubrik} under={text.under} />
      <Hamtat svar={lage}>
        {(l) => (
          <>
            {l.byte !== null && <Bytet byte={l.byte} />}
            <Avsnitt rubrik={text.nu} luft>
              <p className={stil.text}>
                {text.kontroll}: <span className={stil.sha}>{l.fingeravtryck}</span>
              </p>
              {skoter(roller) && <Senast />}
            </Avsnitt>
            {skoter(roller) && (
              <>
                <Prova />
                {l.byte === null && (
                  <Avsnitt rubrik={text.nyttRubrik} luft>
                    <p className={stil.text}>{text.nyttText}</p>
                    <p className={stil.text}>{text.hittat}</p>
                    <Lankknapp till={NYTT_BLAD}>{text.gor}</Lankknapp>
                  </Avsnitt>
                )}
              </>
            )}
          </>
        )}
      </Hamtat>
    </>
  )
}

function Senast() {
  const { data } = useQuery(fraga.anvandare.nyckelvard.queryOptions())
  return data === undefined || data.bladetSenast === '' ? null : <p className={stil.text}>{text.senast(langtDatum(idag(data.bladetSenast)))}</p>
}

function Bytet({ byte }: { readonly byte: NonNullable<Nyckelbladslage['byte']> }) {
  return (
    <Avsnitt rubrik={text.pagar} bredvid={byte.kvar.length} luft>
      <p className={stil.text}>{text.pagarText(byte.av.join(' och '), langtDatum(idag(byte.tid)))}</p>
      <Tabell
        bildtext={text.kvar}
        kolumner={[
          { id: 'namn', rubrik: kontoret.anvandare.namn, cell: (rad) => rad.namn },
          { id: 'lage', rubrik: kontoret.anvandare.lage, cell: (rad) => <Marke ton={rad.bekraftat ? 'lugnt' : 'snart'}>{rad.bekraftat ? text.bekraftat : text.ejBekraftat}</Marke> },
          { id: 'arenden', rubrik: text.kvar, cell: (rad) => text.arenden(rad.arenden) },
        ]}
        rader={byte.kvar}
        nyckel={(rad) => rad.namn}
      />
    </Avsnitt>
  )
}

function Prova() {
  const form = useFormular({
    schema: z.object({ nyckel: zNyckel }),
    start: { nyckel: '' },
    spara: async (val) => {
      await kontor.nyckelblad.prova(val)
      await hamtaOm.anvandare()
      await Promise.all([fraga.nyckelblad.key(), fraga.veckan.key()].map((queryKey) => fragor.invalidateQueries({ queryKey })))
      form.nollstall({ nyckel: '' })
      sag(text.provat)
    },
  })
  return (
    <Avsnitt rubrik={text.provaRubrik} luft>
      <p className={stil.text}>{text.provaText}</p>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <Knapp type="submit" vantar={form.sparar}>
            {text.prova}
          </Knapp>
        }
      >
        <Nyckelfalt {...form.falt('nyckel')} />
      </Formularruta>
    </Avsnitt>
  )
}
