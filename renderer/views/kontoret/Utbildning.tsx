import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { arAv, arsGranser } from '../../../db/model/kalender.ts'
import { etikett } from '../../../db/model/kodlistor.ts'
import { anstalldaUnder, raknaUtbildning, utanIntroduktion } from '../../../db/model/redovisning/utbildning.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import type { HandledningRad, UtbildningRad } from '../../../db/model/utbildning.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { endecimal } from '../../print/tal.ts'
import { kortDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { utbildning as text } from '../../texter/statsbidrag.ts'
import stil from './Kontoret.module.css'
import { Stryk } from './Stryk.tsx'
import { hamtaOm } from './uppgifter.ts'
import { Handledningsformular, Utbildningsformular } from './Utbildningsformular.tsx'

type Slag = 'utbildning' | 'handledning'
interface Gors { readonly vad: 'ny' | 'andra' | 'stryk'; readonly slag: Slag; readonly id?: string }

/** A year's utbildning and handledning of the ombud, and who has not had introduktionsutbildning. */
export function Utbildning() {
  const idag = useIdag()
  const [ar, setAr] = useState(arAv(idag))
  const [gors, setGors] = useState<Gors>()
  const svar = useQuery(fraga.utbildning.lista.queryOptions())
  const stang = () => setGors(undefined)
  return (
    <Hamtat svar={svar}>
      {({ utbildningar, handledningar }) => {
        const arets = (rad: { readonly till: string }) => arAv(rad.till) === ar
        const forsta = Math.min(arAv(idag) - 1, ...[...utbildningar, ...handledningar].map((rad) => arAv(rad.till)))
        const ars = Array.from({ length: arAv(idag) + 1 - forsta + 1 }, (_, i) => String(arAv(idag) + 1 - i))
        const [utbildning, handledning] = [utbildningar.find((rad) => rad.id === gors?.id), handledningar.find((rad) => rad.id === gors?.id)]
        const vald = gors?.slag === 'utbildning' ? utbildning : handledning
        return (
          <>
            <div className={stil.val}>
              <Valj etikett={text.ar} bredd="smal" alternativ={ars.map((a) => ({ kod: a, text: a }))} varde={String(ar)} onAndra={(a) => setAr(Number(a))} />
            </div>
            <Utbildningslista rader={utbildningar.filter(arets)} alla={utbildningar} ar={ar} onGor={setGors} />
            <Handledningslista rader={handledningar.filter(arets)} ar={ar} onGor={setGors} />
            {gors?.vad === 'ny' && (gors.slag === 'utbildning' ? <Utbildningsformular onStang={stang} /> : <Handledningsformular onStang={stang} />)}
            {gors?.vad === 'andra' && utbildning && <Utbildningsformular rad={utbildning} onStang={stang} />}
            {gors?.vad === 'andra' && handledning && <Handledningsformular rad={handledning} onStang={stang} />}
            {gors?.vad === 'stryk' && vald && (
              <Stryk
                rad={vald}
                rubrik={text.strykRubrik(utbildning?.titel ?? text.handledning)}
                text={text.strykText}
                stryk={(val) => (gors.slag === 'utbildning' ? kontor.utbildning.stryk(val) : kontor.utbildning.strykHandledning(val))}
                hamta={hamtaOm.utbildning}
                onStang={stang}
              />
            )}
          </>
        )
      }}
    </Hamtat>
  )
}

function useNamn() {
  const anvandare = useQuery(fraga.anvandare.lista.queryOptions())
  const namn = new Map((anvandare.data ?? []).map((a) => [a.id, a.namn]))
  return (ids: readonly string[]) => ids.map((id) => namn.get(id) ?? '').toSorted(svenskOrdning)
}

function useTid() {
  const idag = useIdag()
  return (rad: { readonly fran: string; readonly till: string }) => (rad.fran === rad.till ? kortDatum(rad.fran, idag) : kontoret.tid(kortDatum(rad.fran, idag), kortDatum(rad.till, idag)))
}

const omfattning = (rad: { readonly dagar?: number | null; readonly timmar: number | null }) => text.omfattningen(rad.dagar == null ? null : endecimal(rad.dagar), rad.timmar === null ? null : endecimal(rad.timmar))

interface Listegenskaper<R> {
  readonly rader: readonly R[]
  readonly ar: number
  readonly onGor: (gors: Gors) => void
}

function Utbildningslista({ rader, alla, ar, onGor }: Listegenskaper<UtbildningRad> & { readonly alla: readonly UtbildningRad[] }) {
  const listor = useKodlistor().data
  const bemanning = useQuery(fraga.bemanning.lista.queryOptions())
  const namn = useNamn()
  const tid = useTid()
  const aret = { ar, ...arsGranser(ar) }
  const giltiga = alla.filter((rad) => !rad.struken)
  const anstallda = anstalldaUnder((bemanning.data ?? []).filter((rad) => !rad.struken).map((rad) => ({ ...rad, person: rad.anvandareId })), aret)
  const utan = utanIntroduktion(anstallda, giltiga, aret)
  const summa = listors((l) => raknaUtbildning(giltiga, [], aret, l).utbildning, listor)
  return (
    <Avsnitt rubrik={text.rubrik} handling={<Nyknapp ord={text.ny} onPress={() => onGor({ vad: 'ny', slag: 'utbildning' })} />}>
      {alla.length === 0 ? (
        <Tomt text={text.tomt} />
      ) : (
        <>
          <p className={stil.ingress}>{text.ingress}</p>
          {rader.length === 0 ? (
            <p>{text.ingetAret}</p>
          ) : (
            <Tabell
              bildtext={text.rubrik}
              kolumner={[
                { id: 'titel', rubrik: text.titel, cell: (rad) => <Titel struken={rad.struken} titel={rad.titel} /> },
                { id: 'slag', rubrik: text.slag, cell: (rad) => (listor ? etikett(listor, 'utbildningsslag', rad.slag) : '') },
                { id: 'tid', rubrik: text.tid, cell: tid },
                { id: 'omfattning', rubrik: text.omfattning, cell: omfattning },
                { id: 'deltagare', rubrik: text.deltagare, cell: (rad) => namn(rad.deltagare).join(', ') },
                { id: 'handling', rubrik: text.handling, handling: true, cell: (rad) => !rad.struken && <Radknappar vad={rad.titel} onGor={(vad) => onGor({ vad, slag: 'utbildning', id: rad.id })} /> },
              ]}
              rader={rader}
              nyckel={(rad) => rad.id}
              under={summa && text.summaUtbildning(summa.antal, summa.deltagare, summa.deltaganden)}
            />
          )}
        </>
      )}
      {anstallda.length > 0 && <p className={utan.length > 0 ? stil.gammal : stil.ingress}>{utan.length > 0 ? text.utanIntroduktion(namn(utan)) : text.ingenUtan}</p>}
    </Avsnitt>
  )
}

/** What is counted by the lists, once they are here. */
const listors = <L, T>(av: (listor: L) => T, listor: L | undefined): T | undefined => (listor === undefined ? undefined : av(listor))

function Handledningslista({ rader, ar, onGor }: Listegenskaper<HandledningRad>) {
  const listor = useKodlistor().data
  const namn = useNamn()
  const tid = useTid()
  const summa = listors((l) => raknaUtbildning([], rader.filter((rad) => !rad.struken), { ar, ...arsGranser(ar) }, l).handledning, listor)
  return (
    <Avsnitt rubrik={text.handledning} handling={<Nyknapp ord={text.nyHandledning} onPress={() => onGor({ vad: 'ny', slag: 'handledning' })} />}>
      {rader.length === 0 ? (
        <Tomt text={text.tomtHandledning} />
      ) : (
        <>
          <p className={stil.ingress}>{text.handledningIngress}</p>
          <Tabell
            bildtext={text.handledning}
            kolumner={[
              { id: 'form', rubrik: text.form, cell: (rad) => <Titel struken={rad.struken} titel={listor ? etikett(listor, 'handledningsform', rad.form) : ''} /> },
              { id: 'tid', rubrik: text.tid, cell: tid },
              { id: 'tillfallen', rubrik: text.tillfallen, tal: true, cell: (rad) => rad.tillfallen },
              { id: 'timmar', rubrik: text.timmar, tal: true, cell: (rad) => (rad.timmar === null ? '' : endecimal(rad.timmar)) },
              { id: 'handledare', rubrik: text.handledare, cell: (rad) => rad.handledare ?? '' },
              { id: 'deltagare', rubrik: text.deltagare, cell: (rad) => namn(rad.deltagare).join(', ') },
              { id: 'handling', rubrik: text.handling, handling: true, cell: (rad) => !rad.struken && <Radknappar vad={tid(rad)} onGor={(vad) => onGor({ vad, slag: 'handledning', id: rad.id })} /> },
            ]}
            rader={rader}
            nyckel={(rad) => rad.id}
            under={summa && text.summaHandledning(summa.tillfallen, endecimal(summa.timmar), summa.deltagare)}
          />
        </>
      )}
    </Avsnitt>
  )
}

function Titel({ titel, struken }: { readonly titel: string; readonly struken: boolean }) {
  return struken ? (
    <>
      <span className={stil.struken}>{titel}</span> <Marke>{text.struken}</Marke>
    </>
  ) : (
    titel
  )
}

function Nyknapp({ ord, onPress }: { readonly ord: string; readonly onPress: () => void }) {
  return (
    <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={onPress}>
      {ord}
    </Knapp>
  )
}

/** Change and strike, said of which row. */
export function Radknappar({ vad, onGor }: { readonly vad: string; readonly onGor: (vad: 'andra' | 'stryk') => void }) {
  return (
    <span className={stil.knappar}>
      {(['andra', 'stryk'] as const).map((gor) => (
        <Knapp key={gor} storlek="liten" onPress={() => onGor(gor)}>
          {text[gor]}
          <Osynlig>{kontoret.vilken(vad)}</Osynlig>
        </Knapp>
      ))}
    </span>
  )
}
