import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { AnstallningRad } from '../../../db/model/bemanning.ts'
import { arAv, arsGranser } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { type Stycke, vakans } from '../../../db/model/redovisning/bemanning.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { ellerStreck, fyradecimaler, STRECK, tvadecimaler } from '../../print/tal.ts'
import { kortDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import type { Kontorsuppgifter } from './uppgifter.ts'
import { bemanningsar, bemanningskontroller, bemanningssummor, utrakning } from './varden.ts'

const text = kontoret.bemanning
const tal = (n: number) => (n === 0 ? STRECK : tvadecimaler(n))

/** A year's årsanställningar as they will stand in the redovisning, what is vacant, what to look at, and the working. */
export function Arsanstallningar({ rader, uppgifter }: { readonly rader: readonly AnstallningRad[]; readonly uppgifter: Kontorsuppgifter }) {
  const idag = useIdag()
  const iAr = arAv(idag)
  const [ar, setAr] = useState(iAr)
  const [oppen, setOppen] = useState(false)
  const beviljat = useQuery(fraga.statsbidrag.beviljat.queryOptions({ input: { ar } })).data ?? {}
  const { perKommun, totalt } = bemanningssummor(rader, ar)
  const { forsta, sista } = arsGranser(ar)
  const enhetens = uppgifter.kommuner.filter((k) => k.fran <= sista && (k.till ?? sista) >= forsta).map((k) => k.kommun)
  const kontroller = bemanningskontroller(rader, ar, enhetens, idag)
  // A kommun that has been granted something but where nobody works is all vacancy.
  const obemannade = Object.keys(beviljat).filter((kommun) => !perKommun.some((rad) => rad.kommun === kommun))
  const alla = [...perKommun, ...obemannade.map((kommun) => ({ kommun, antal: 0, franvaro: 0, vikarier: 0, bemannat: 0 }))]
  const kanda = Object.values(beviljat)
  const beviljatTotalt = kanda.length === 0 ? null : kanda.reduce((summa, n) => summa + Math.round(n * 100), 0) / 100
  const vakant = (granted: number | null | undefined, bemannat: number) => ellerStreck(granted == null ? null : vakans(granted, bemannat), tvadecimaler)
  return (
    <Avsnitt rubrik={text.summor}>
      <div className={stil.val}>
        <Valj etikett={text.ar} bredd="smal" alternativ={bemanningsar(rader, iAr).map((a) => ({ kod: String(a), text: String(a) }))} varde={String(ar)} onAndra={(a) => setAr(Number(a))} />
      </div>
      {kontroller.length > 0 && (
        <ul className={stil.kontroller} aria-label={text.kontroller}>
          {kontroller.map((mening) => (
            <li key={mening}>
              <TriangleAlert aria-hidden strokeWidth={1.75} /> {mening}
            </li>
          ))}
        </ul>
      )}
      {alla.length === 0 ? (
        <p className={stil.ingress}>{text.summorTomt}</p>
      ) : (
        <>
          <Tabell
            bildtext={text.summor}
            kolumner={[
              { id: 'kommun', rubrik: text.kommun, cell: (rad) => kommunNamn(rad.kommun) },
              { id: 'antal', rubrik: text.arsanstallningar, tal: true, cell: (rad) => tal(rad.antal) },
              { id: 'franvaro', rubrik: text.franvaro, tal: true, cell: (rad) => tal(rad.franvaro) },
              { id: 'vikarier', rubrik: text.vikarier, tal: true, cell: (rad) => tal(rad.vikarier) },
              { id: 'bemannat', rubrik: text.bemannat, tal: true, ton: 'fet', cell: (rad) => tal(rad.bemannat) },
              { id: 'beviljat', rubrik: text.beviljat, tal: true, cell: (rad) => ellerStreck(beviljat[rad.kommun] ?? null, tvadecimaler) },
              { id: 'vakans', rubrik: text.vakans, tal: true, cell: (rad) => vakant(beviljat[rad.kommun], rad.bemannat) },
            ]}
            rader={alla}
            nyckel={(rad) => rad.kommun}
            summa={[text.totalt, tvadecimaler(totalt.antal), tal(totalt.franvaro), tal(totalt.vikarier), tvadecimaler(totalt.bemannat), ellerStreck(beviljatTotalt, tvadecimaler), vakant(beviljatTotalt, totalt.bemannat)]}
            under={
              <>
                {text.summorUnder} {beviljatTotalt === null && text.beviljatSaknas}
              </>
            }
          />
          <div className={stil.filter}>
            <Knapp storlek="liten" aria-expanded={oppen} onPress={() => setOppen(!oppen)}>
              {oppen ? text.doljUtrakning : text.visaUtrakning}
            </Knapp>
          </div>
          {oppen && <Utrakning rader={rader} ar={ar} />}
        </>
      )}
    </Avsnitt>
  )
}

interface Utrakningsrad extends Stycke {
  readonly id: string
  readonly namn: string
  readonly kommun: string
  readonly vikarie: boolean
  readonly franvaro: boolean
}

/** Every period with what is multiplied, the leave under its own. */
function Utrakning({ rader, ar }: { readonly rader: readonly AnstallningRad[]; readonly ar: number }) {
  const idag = useIdag()
  const { dagar } = arsGranser(ar)
  const alla = utrakning(rader, ar).flatMap(({ anstallning: { id, kommun, vikarie }, namn, franvaro, ...egen }): Utrakningsrad[] => [
    { ...egen, id, namn, kommun, vikarie, franvaro: false },
    ...franvaro.map((f) => ({ ...f, id: `${id} ${f.fran}`, namn, kommun, vikarie, franvaro: true })),
  ])
  const blir = (rad: Utrakningsrad) => fyradecimaler(rad.procentdagar / (100 * dagar))
  return (
    <>
      <p className={stil.ingress}>{text.utrakningIngress(dagar)}</p>
      <Tabell
        bildtext={text.utrakningFor(ar)}
        kolumner={[
          {
            id: 'person',
            rubrik: text.person,
            cell: (rad) => (rad.franvaro ? <span className={stil.indrag}>{text.varavFranvaro}</span> : <>{rad.namn} {rad.vikarie && <Marke>{text.vikarie}</Marke>}</>),
          },
          { id: 'kommun', rubrik: text.kommun, cell: (rad) => (rad.franvaro ? '' : kommunNamn(rad.kommun)) },
          { id: 'period', rubrik: text.period, cell: (rad) => kontoret.tid(kortDatum(rad.fran, idag), kortDatum(rad.till, idag)) },
          { id: 'kvot', rubrik: text.kvotRubrik, tal: true, cell: (rad) => text.kvot(rad.procent, rad.dagar, dagar) },
          { id: 'blir', rubrik: text.blir, tal: true, cell: (rad) => (rad.franvaro ? text.minus(blir(rad)) : blir(rad)) },
        ]}
        rader={alla}
        nyckel={(rad) => rad.id}
      />
    </>
  )
}
