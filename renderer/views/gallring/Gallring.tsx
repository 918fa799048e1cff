import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { GALLRINGSSLAG, type Gallringslage, type GallringRad, type Gallringsregel, type Gallringsslag } from '../../../db/model/gallring.ts'
import { idag as dagAv, klockslag, type Datum } from '../../../db/model/kalender.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { Avsnitt, Spalter, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { gallring as text } from '../../texter/gallring.ts'
import type { Kontorsuppgifter } from '../kontoret/uppgifter.ts'
import stil from './gallring.module.css'
import { Plan, Undantag } from './Planen.tsx'
import { Regel } from './Regel.tsx'
import { FORHAND, protokollvag } from './vagar.ts'

/** The unit's rules for how long things are kept, what is due, and what has been destroyed. */
export function Gallring({ uppgifter }: { readonly uppgifter: Kontorsuppgifter }) {
  const idag = useIdag()
  const lage = useQuery(fraga.gallring.lage.queryOptions())
  const lista = useQuery(fraga.gallring.lista.queryOptions())
  return (
    <Hamtat svar={lage}>
      {(l) => (
        <Spalter
          sida={
            <>
              <Plan installningar={uppgifter.installningar} idag={idag} />
              <Undantag uppgifter={uppgifter} />
            </>
          }
        >
          <Regler lage={l} />
          <Avsnitt rubrik={text.attGora} luft>
            <AttGora antal={GALLRINGSSLAG.reduce((summa, slag) => summa + l.antal[slag], 0)} />
          </Avsnitt>
          <Avsnitt rubrik={text.gjorda}>
            <Hamtat svar={lista}>{(rader) => (rader.length === 0 ? <Tomt text={text.ingaGjorda} /> : <Tabell bildtext={text.gjorda} kolumner={gjorda(idag)} rader={rader} nyckel={(rad) => rad.id} />)}</Hamtat>
          </Avsnitt>
        </Spalter>
      )}
    </Hamtat>
  )
}

function AttGora({ antal }: { readonly antal: number }) {
  return (
    <div className={stil.attGora}>
      <p>{antal === 0 ? text.inget : text.attGallra(antal)}</p>
      {antal > 0 && <Lankknapp till={FORHAND}>{text.forhandsgranska}</Lankknapp>}
    </div>
  )
}

interface Slagrad { readonly slag: Gallringsslag; readonly regel: Gallringsregel | undefined }

function Regler({ lage }: { readonly lage: Gallringslage }) {
  const [oppen, setOppen] = useState<Gallringsslag>()
  const rader = GALLRINGSSLAG.map((slag): Slagrad => ({ slag, regel: lage.regler.find((r) => r.slag === slag) }))
  const kolumner: Kolumn<Slagrad>[] = [
    {
      id: 'vad', rubrik: text.kolumn.vad,
      cell: ({ slag }) => (
        <>
          {text.slag[slag]}
          <span className={stil.under}>{text.slagHjalp[slag]}</span>
        </>
      ),
    },
    { id: 'tid', rubrik: text.kolumn.tid, cell: ({ regel }) => (regel === undefined ? <Marke ton="snart">{text.ingetBeslut}</Marke> : text.tid(regel.manader)) },
    { id: 'beslut', rubrik: text.kolumn.beslut, cell: ({ regel }) => regel !== undefined && text.beslut(regel.referens, langtDatum(regel.beslutad)) },
    {
      id: 'andra', rubrik: text.andra, handling: true,
      cell: ({ slag, regel }) => (
        <Knapp storlek="liten" aria-label={regel === undefined ? text.skrivInVad(text.slag[slag]) : text.andraVad(text.slag[slag])} onPress={() => setOppen(slag)}>
          {regel === undefined ? text.skrivIn : text.andra}
        </Knapp>
      ),
    },
  ]
  return (
    <Avsnitt rubrik={text.regler}>
      <p className={stil.ingress}>{text.ingress}</p>
      <Tabell bildtext={text.regler} kolumner={kolumner} rader={rader} nyckel={(rad) => rad.slag} />
      {oppen !== undefined && <Regel key={oppen} slag={oppen} regel={lage.regler.find((r) => r.slag === oppen)} onStang={() => setOppen(undefined)} />}
    </Avsnitt>
  )
}

const gjorda = (idag: Datum): Kolumn<GallringRad>[] => [
  { id: 'nar', rubrik: text.nar, cell: (rad) => text.tidpunkt(kortDatum(dagAv(rad.tid), idag), klockslag(rad.tid)) },
  { id: 'av', rubrik: text.av, cell: (rad) => rad.av },
  { id: 'arenden', rubrik: text.arenden, tal: true, cell: (rad) => rad.arenden },
  { id: 'rader', rubrik: text.rader, tal: true, cell: (rad) => rad.rader },
  { id: 'rester', rubrik: '', cell: (rad) => rad.borta === null && <Marke ton="snart">{text.rester}</Marke> },
  {
    id: 'oppna', rubrik: text.oppna, handling: true,
    cell: (rad) => (
      <Lankknapp storlek="liten" till={protokollvag(rad.id)} aria-label={text.oppnaVilket(kortDatum(dagAv(rad.tid), idag))}>
        {text.oppna}
      </Lankknapp>
    ),
  },
]
