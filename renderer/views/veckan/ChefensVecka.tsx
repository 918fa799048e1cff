import { dagarMellan, idag as dagAv, type Datum } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import type { Chefsvecka } from '../../../db/model/veckan.ts'
import { Avsnitt, Spalter, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { antalDagar, langtDatum } from '../../texter/datum.ts'
import { veckan } from '../../texter/veckan.ts'
import { Veckokopian } from '../sakerhetskopior/Veckokopian.tsx'
import { Gruppslage } from './Bristvecka.tsx'
import { Frister } from './Frister.tsx'
import stil from './veckan.module.css'
import { useChefensVecka } from './veckofraga.ts'

const text = veckan.chef

/** The unit for its chief: the law's days, load, queue, copies. Never a client's name, and nothing that leads to one. */
export function ChefensVecka({ medRubrik }: { readonly medRubrik: boolean }) {
  const vecka = useChefensVecka()
  return (
    <>
      {medRubrik && <h2 className={stil.enhet}>{text.rubrik}</h2>}
      <Hamtat svar={vecka}>
        {(v) => (
          <Spalter
            sida={
              <>
                <Gruppslage idag={v.idag} />
                <Kon vecka={v} />
                <Veckokopian />
                <Loggkontrollen lage={v.loggkontroll} idag={v.idag} />
                <Gallringen lage={v.gallring} />
                <Bladet sedan={v.bladetSedan} />
              </>
            }
          >
            <Frister frister={v.frister} idag={v.idag} />
            <Last vecka={v} />
          </Spalter>
        )}
      </Hamtat>
    </>
  )
}

type Ombudsrad = Chefsvecka['last'][number]

const KOLUMNER: Kolumn<Ombudsrad>[] = [
  { id: 'ombud', rubrik: text.ombud, cell: (rad) => rad.ombud },
  { id: 'antal', rubrik: text.pagaende, tal: true, cell: (rad) => rad.antal },
  { id: 'passerade', rubrik: text.passerade, tal: true, cell: (rad) => (rad.passerade === 0 ? rad.passerade : <Marke ton="passerat">{rad.passerade}</Marke>) },
]

function Last({ vecka }: { readonly vecka: Chefsvecka }) {
  const summa = (av: (rad: Ombudsrad) => number) => vecka.last.reduce((alla, rad) => alla + av(rad), 0)
  return (
    <Avsnitt rubrik={text.last}>
      {vecka.last.length === 0 ? (
        <Tomt text={text.ingaOmbud} />
      ) : (
        <Tabell
          bildtext={text.bildtext}
          kolumner={KOLUMNER}
          rader={vecka.last.toSorted((a, b) => svenskOrdning(a.ombud, b.ombud))}
          nyckel={(rad) => rad.ombud}
          summa={[text.summa, summa((rad) => rad.antal), summa((rad) => rad.passerade)]}
          under={text.utanNamn}
        />
      )}
    </Avsnitt>
  )
}

function Kon({ vecka: { ko, oavgjorda, idag } }: { readonly vecka: Chefsvecka }) {
  return (
    <Avsnitt rubrik={text.ko}>
      <dl className={stil.antal}>
        <div>
          <dt>{text.iKo}</dt>
          <dd>{ko.antal}</dd>
        </div>
        <div>
          <dt>{text.oavgjorda}</dt>
          <dd>{oavgjorda}</dd>
        </div>
      </dl>
      {ko.langst !== null && (
        <p className={stil.tyst}>
          {text.langst}: {text.langstVarde(antalDagar(dagarMellan(ko.langst.datum, idag)), kommunNamn(ko.langst.kommun), langtDatum(ko.langst.datum))}
        </p>
      )}
    </Avsnitt>
  )
}

function Loggkontrollen({ lage: { nasta, forsenad, pagar }, idag }: { readonly lage: Chefsvecka['loggkontroll']; readonly idag: Datum }) {
  return (
    <Avsnitt rubrik={text.loggkontroll}>
      <p className={stil.tyst}>
        {pagar === null ? text.loggkontrollNasta(langtDatum(nasta)) : text.loggkontrollPagar} {forsenad && <Marke ton="passerat">{text.loggkontrollSen(antalDagar(dagarMellan(nasta, idag)))}</Marke>}{' '}
        <Lankknapp sort="lank" till="/kontoret/loggkontroll">
          {text.tillLoggkontroll}
        </Lankknapp>
      </p>
    </Avsnitt>
  )
}

/** What of the gallring asks for the chief: how much is due, a decision that is missing, a plan that is not confirmed. Numbers alone. */
function Gallringen({ lage: { utanBeslut, planBekraftad, attGallra, vantarSvar } }: { readonly lage: Chefsvecka['gallring'] }) {
  const meningar = [
    ...(attGallra > 0 ? [text.gallringAttGora(attGallra)] : []), ...(vantarSvar > 0 ? [text.gallringVantar(vantarSvar)] : []),
    ...(utanBeslut.length > 0 ? [text.gallringUtanBeslut] : []), ...(planBekraftad ? [] : [text.gallringUtanPlan]),
  ]
  if (meningar.length === 0) return null
  return (
    <Avsnitt rubrik={text.gallring}>
      {meningar.map((mening) => (
        <p key={mening} className={stil.tyst}>
          {mening}
        </p>
      ))}
      <Lankknapp sort="lank" till="/kontoret/gallring">
        {text.tillGallring}
      </Lankknapp>
    </Avsnitt>
  )
}

/** Once a year the sheet itself is asked for (DESIGN §4.2): nobody else knows whether the envelope still holds it. */
function Bladet({ sedan }: { readonly sedan: string | null }) {
  if (sedan === null) return null
  return (
    <Avsnitt rubrik={text.bladet}>
      <p className={stil.tyst}>{text.bladetText(langtDatum(dagAv(sedan)))}</p>
      <Lankknapp sort="lank" till="/kontoret/nyckelblad">
        {text.tillBladet}
      </Lankknapp>
    </Avsnitt>
  )
}
