import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { dagarMellan, idag as dagAv, type Datum } from '../../../db/model/kalender.ts'
import type { Kontrollage, KontrollRad } from '../../../db/model/loggkontroll.ts'
import { fragor } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Avsnitt, Spalter, Tomt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { Marke } from '../../parts/Marke.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { tolkaDatum } from '../../parts/tolkaDatum.ts'
import { antalDagar, kortDatum, langtDatum } from '../../texter/datum.ts'
import { logg, loggkontroll as text } from '../../texter/logg.ts'
import stil from './logg.module.css'

export const KONTROLLERNA = '/kontoret/loggkontroll'
export const kontrollvag = (id: string) => `${KONTROLLERNA}/${id}`

/** The recurring check of the log: when the next is due, beginning it, and those that have been made. */
export function Loggkontroller() {
  const idag = useIdag()
  const lage = useQuery(fraga.loggkontroll.lage.queryOptions())
  const lista = useQuery(fraga.loggkontroll.lista.queryOptions())
  return (
    <Spalter sida={<Hamtat svar={lage}>{(l) => <Nasta lage={l} idag={idag} />}</Hamtat>}>
      <Avsnitt rubrik={text.rubrik} luft>
        <p className={stil.ingress}>{text.ingress}</p>
        <Hamtat svar={lage}>{(l) => (l.pagar === null ? <Borja key={l.forslag.fran} lage={l} idag={idag} /> : <Lankknapp sort="forsta" till={kontrollvag(l.pagar)}>{text.fortsatt}</Lankknapp>)}</Hamtat>
      </Avsnitt>
      <Avsnitt rubrik={text.gjorda}>
        <Hamtat svar={lista}>{(rader) => (rader.length === 0 ? <Tomt text={text.ingaGjorda} /> : <Tabell bildtext={text.gjorda} kolumner={kolumner(idag)} rader={rader} nyckel={(rad) => rad.id} />)}</Hamtat>
      </Avsnitt>
    </Spalter>
  )
}

function Nasta({ lage: { nasta, senaste, forsenad }, idag }: { readonly lage: Kontrollage; readonly idag: Datum }) {
  return (
    <Avsnitt rubrik={text.nasta} luft>
      <p>
        {text.nastaSenast(langtDatum(nasta))} {forsenad && <Marke ton="passerat">{text.forsenad(antalDagar(dagarMellan(nasta, idag)))}</Marke>}
      </p>
      <p className={stil.tyst}>{senaste === null ? text.aldrig : text.senast(kortDatum(senaste, idag))}</p>
    </Avsnitt>
  )
}

function Borja({ lage, idag }: { readonly lage: Kontrollage; readonly idag: Datum }) {
  const [, ga] = useLocation()
  const arbete = useLangtArbete<{ id: string }>()
  const dag = z.string().transform((varde, ctx) => tolkaDatum(varde, idag) ?? (ctx.addIssue('Skriv ett datum som finns, till exempel 2026-03-01.'), z.NEVER))
  const form = useFormular({
    schema: z.object({ fran: dag, till: dag }),
    start: lage.forslag,
    spara: async (period) => {
      const { id } = await arbete.kor(() => kontor.loggkontroll.borja(period), text.forbereder)
      await fragor.invalidateQueries({ queryKey: fraga.loggkontroll.key() })
      ga(kontrollvag(id))
    },
  })
  return (
    <>
      <Felsammanfattning {...form} />
      {arbete.lage === undefined ? (
        <form className={stil.period} aria-label={text.perioden} noValidate onSubmit={form.skicka}>
          <Datumfalt {...form.falt('fran')} idag={idag} etikett={logg.fran} />
          <Datumfalt {...form.falt('till')} idag={idag} etikett={logg.till} />
          <Knapp type="submit" sort="forsta" vantar={form.sparar}>
            {text.borja}
          </Knapp>
        </form>
      ) : (
        <Forlopp text={arbete.lage.vad} gjort={arbete.lage.klart} alla={arbete.lage.av} />
      )}
    </>
  )
}

function kolumner(idag: Datum): Kolumn<KontrollRad>[] {
  const period = (rad: KontrollRad) => text.period(kortDatum(rad.fran, idag), kortDatum(rad.till, idag))
  return [
    { id: 'period', rubrik: text.perioden, cell: period },
    { id: 'klar', rubrik: text.klar, cell: (rad) => (rad.klar === null ? <Marke ton="snart">{text.pagar}</Marke> : text.underskriven(kortDatum(dagAv(rad.klar), idag), rad.av)) },
    { id: 'rader', rubrik: text.rader, tal: true, cell: (rad) => rad.rader },
    { id: 'fragor', rubrik: text.fragor, tal: true, cell: (rad) => rad.fynd },
    {
      id: 'oppna', rubrik: text.oppna, handling: true,
      cell: (rad) => (
        <Lankknapp storlek="liten" till={kontrollvag(rad.id)} aria-label={text.oppnaVilken(period(rad))}>
          {text.oppna}
        </Lankknapp>
      ),
    },
  ]
}
