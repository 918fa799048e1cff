import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { zNummer } from '../../../db/model/grund.ts'
import { idag as dagAv, klockslag, plusDagar, type Datum } from '../../../db/model/kalender.ts'
import type { LoggradVisad } from '../../../db/model/loggkontroll.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Avsnitt, Spalter, Tomt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { tolkaDatum } from '../../parts/tolkaDatum.ts'
import { Valj } from '../../parts/Valj.tsx'
import { kortDatum } from '../../texter/datum.ts'
import { logg as text } from '../../texter/logg.ts'
import { Kedjan } from './Kedjan.tsx'
import stil from './logg.module.css'

interface Fraga { readonly fran: Datum; readonly till: Datum; readonly anvandareId: string | null; readonly nummer: string | null }
/** How far back the page looks when it is opened: days. */
const FORSTA_DAGAR = 7

/** The log, read: the chief all of it, an ombud the own acts and everybody's in an own case. Every reading is a row. */
export function Logg() {
  const idag = useIdag()
  const chef = useInloggad().roller.includes('enhetschef')
  const [fraga_, setFraga] = useState<Fraga>({ fran: plusDagar(idag, -FORSTA_DAGAR), till: idag, anvandareId: null, nummer: null })
  const innehall = (
    <Avsnitt rubrik={text.rubrik} luft>
      <p className={stil.ingress}>{chef ? text.ingressChef : text.ingressOmbud}</p>
      <Fragan chef={chef} idag={idag} start={fraga_} onFraga={setFraga} />
      <Raderna val={fraga_} idag={idag} />
    </Avsnitt>
  )
  return chef ? <Spalter sida={<Kedjan />}>{innehall}</Spalter> : innehall
}

function Fragan({ chef, idag, start, onFraga }: { readonly chef: boolean; readonly idag: Datum; readonly start: Fraga; readonly onFraga: (val: Fraga) => void }) {
  const anvandare = useQuery({ ...fraga.anvandare.lista.queryOptions(), enabled: chef })
  const dag = z.string().transform((varde, ctx) => tolkaDatum(varde, idag) ?? (ctx.addIssue('Skriv ett datum som finns, till exempel 2026-03-01.'), z.NEVER))
  const form = useFormular({
    schema: z.object({
      fran: dag, till: dag, anvandareId: z.string().transform((id) => id || null),
      nummer: z.string().trim().transform((n) => n || null).pipe(zNummer.nullable()),
    }).refine((v) => v.fran <= v.till, { path: ['till'], message: 'Slutdatum kan inte ligga före startdatum.' }),
    start: { fran: start.fran, till: start.till, anvandareId: '', nummer: '' },
    spara: onFraga,
  })
  const personer = (anvandare.data ?? []).map((rad) => ({ kod: rad.id, text: rad.namn })).sort((a, b) => svenskOrdning(a.text, b.text))
  return (
    <form className={stil.fraga} onSubmit={form.skicka} noValidate>
      <Felsammanfattning {...form} />
      <Datumfalt {...form.falt('fran')} idag={idag} etikett={text.fran} />
      <Datumfalt {...form.falt('till')} idag={idag} etikett={text.till} />
      {chef && <Valj {...form.falt('anvandareId')} etikett={text.vem} alternativ={personer} tomt={text.alla} platshallare={text.alla} />}
      <TextFalt {...form.falt('nummer')} bredd="smal" etikett={text.nummer} valfri />
      <Knapp type="submit">{text.visa}</Knapp>
    </form>
  )
}

export const loggkolumner = (idag: Datum): Kolumn<LoggradVisad>[] => [
  { id: 'nar', rubrik: text.nar, cell: (rad) => <span className={stil.nar}>{text.tid(kortDatum(dagAv(rad.tid), idag), klockslag(rad.tid))}</span> },
  { id: 'vem', rubrik: text.vem, cell: (rad) => rad.vem },
  { id: 'vad', rubrik: text.vad, cell: (rad) => (rad.orsak === null ? text.handling(rad.handling) : text.medSkal(text.handling(rad.handling), rad.orsak)) },
  { id: 'galler', rubrik: text.galler, ton: 'svag', cell: (rad) => <span className={stil.objekt}>{text.objekt(rad.handling, rad.objekt)}</span> },
]

function Raderna({ val, idag }: { readonly val: Fraga; readonly idag: Datum }) {
  const sidor = useInfiniteQuery({
    ...fraga.logg.lista.infiniteOptions({
      input: (fore: number | null) => ({ ...val, fore }),
      initialPageParam: null as number | null,
      getNextPageParam: (sida) => (sida.fler ? sida.rader.at(-1)?.nr : undefined),
    }),
    // A reading is a row: none is made by coming back to the window.
    refetchOnWindowFocus: false,
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Hamtat svar={sidor}>
      {({ pages }) => {
        const rader = pages.flatMap((sida) => sida.rader)
        if (rader.length === 0) return <Tomt text={text.inga} />
        return (
          <>
            <Tabell bildtext={text.tabell} kolumner={loggkolumner(idag)} rader={rader} nyckel={(rad) => String(rad.nr)} under={text.antal(rader.length, sidor.hasNextPage)} />
            {sidor.hasNextPage && (
              <Knapp vantar={sidor.isFetchingNextPage} onPress={() => void sidor.fetchNextPage()}>
                {text.aldre}
              </Knapp>
            )}
          </>
        )
      }}
    </Hamtat>
  )
}
