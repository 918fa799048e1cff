import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import type { Statistiksvar } from '../../../electron/office/contract/statistik.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { useEnhet } from '../../app/kontorsdata.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { Flikar } from '../../parts/Flikar.tsx'
import { Forlopp, Hamtar } from '../../parts/Forlopp.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { uppraknade } from '../../texter/redovisning.ts'
import { statistik as text } from '../../texter/statistik.ts'
import { verksamhetsberattelse } from '../../texter/verksamhetsberattelse.ts'
import { Berattelse } from '../verksamhetsberattelse/Berattelse.tsx'
import { forvaltAr, kommunerUnderAret } from '../redovisning/val.ts'
import { Export } from './Export.tsx'
import { PerOmbud } from './PerOmbud.tsx'
import stil from './Statistik.module.css'
import { useStatistik } from './statistikfraga.ts'
import { Tabelldel } from './Tabelldel.tsx'
import { Utskrift } from './Utskrift.tsx'
import { arIOrd, DELAR, type Del, franAdress, type Sidval, tillAdress } from './val.ts'

/** The parts as tabs, in order. */
const FLIKAR = [...(Object.keys(DELAR) as Del[]), 'per-ombud', 'verksamhetsberattelse'] as const

/** The room: which years, kommuner and part stand in the address. */
export function Statistik() {
  const ar = useQuery(fraga.redovisning.ar.queryOptions())
  const idag = useIdag()
  const [plats] = useLocation()
  // Kept while one goes between the parts and the paper.
  const [maskera, setMaskera] = useState(false)
  if (ar.isError) return <Sidhuvud rubrik={felmening(ar.error)} titel={text.rubrik} />
  if (ar.data === undefined) return <Hamtar />
  const val = franAdress(plats)
  if (val === undefined) return <Redirect to={tillAdress({ ar: forvaltAr(ar.data, idag), sida: 'personer', kommuner: [] })} replace />
  if (val.sida === 'verksamhetsberattelse' || val.sida === 'verksamhetsberattelse-utskrift') {
    return <Berattelse ar={val.ar} utskrift={val.sida === 'verksamhetsberattelse-utskrift'} huvud={<Huvud val={val} ar={ar.data} svar={undefined} />} />
  }
  return <Aren val={val} ar={ar.data} maskera={maskera} onMaskera={setMaskera} />
}

interface Egenskaper {
  readonly val: Sidval
  /** Years that have anything registered. */
  readonly ar: readonly number[]
  readonly maskera: boolean
  readonly onMaskera: (maskera: boolean) => void
}

function Aren({ val, ar, maskera, onMaskera }: Egenskaper) {
  const urval = { ar: val.ar, kommun: val.kommuner, maskera }
  const { svar, lage } = useStatistik(urval)
  if (val.sida === 'skriv-ut') {
    return svar.data ? <Utskrift svar={svar.data} val={val} /> : <Vantan lage={lage} fel={svar.isError ? felmening(svar.error) : undefined} />
  }
  return (
    <>
      <Huvud val={val} ar={ar} svar={svar.data} />
      {val.sida === 'per-ombud' ? (
        <PerOmbud ar={val.ar} />
      ) : svar.isPending ? (
        <Vantan lage={lage} fel={undefined} />
      ) : (
        <Hamtat svar={svar}>{(data) => <Delen del={val.sida as Del} svar={data} val={val} maskera={maskera} onMaskera={onMaskera} />}</Hamtat>
      )}
    </>
  )
}

function Vantan({ lage, fel }: { readonly lage: { readonly vad: string; readonly klart: number; readonly av: number } | undefined; readonly fel: string | undefined }) {
  if (fel !== undefined) return <Sidhuvud rubrik={fel} titel={text.rubrik} />
  return lage === undefined ? <Hamtar /> : <Forlopp text={lage.vad} gjort={lage.klart} alla={lage.av} />
}

function Huvud({ val, ar, svar }: { readonly val: Sidval; readonly ar: readonly number[]; readonly svar: Statistiksvar | undefined }) {
  const [, ga] = useLocation()
  const kontoret = useEnhet()
  const rader = kontoret.data?.kommuner ?? []
  const visade = svar?.ar ?? [val.ar]
  const kommuner = [...new Set(visade.flatMap((y) => kommunerUnderAret(rader, y)))].toSorted(kommunOrdning)
  const flikar = FLIKAR.map((sida) => ({ vag: tillAdress({ ...val, sida }), text: text.flikar[sida] }))
  const utskrift = tillAdress({ ...val, sida: 'skriv-ut' })
  useKommandon([{ id: 'statistik.skriv-ut', text: text.skrivUt, gor: () => ga(utskrift) }])
  useSidtangenter([
    ...flikar.map((flik, i) => ({ tangent: String(i + 1), text: text.tangentFlik(flik.text), gor: () => ga(flik.vag) })),
    { tangent: 's', text: text.skrivUt, gor: () => ga(utskrift) },
  ])
  const [forsta, sista] = [visade[0] ?? val.ar, visade.at(-1) ?? val.ar]
  const berattelse = val.sida === 'verksamhetsberattelse'
  const flik = FLIKAR.find((sida) => sida === val.sida) ?? 'personer'
  const egna = val.kommuner.length > 0 && val.sida in DELAR
  return (
    <>
      <Sidhuvud
        over={egna ? text.avser(uppraknade(val.kommuner.map(kommunNamn))) : kontoret.data?.enhet.namn ?? '\u00a0'}
        rubrik={berattelse ? verksamhetsberattelse.rubrik(val.ar) : `${text.rubrik} ${text.over(forsta, sista)}`}
        titel={berattelse ? verksamhetsberattelse.rubrik(val.ar) : text.titel(text.flikar[flik])}
        handlingar={
          !berattelse && <Lankknapp till={utskrift} ikon={Printer}>
            {text.skrivUt}
          </Lankknapp>
        }
      />
      <div className={stil.urval}>
        <Valj etikett={berattelse ? text.ar : text.sistaAr} bredd="smal" alternativ={(ar.includes(val.ar) ? ar : [val.ar, ...ar]).map((a) => ({ kod: String(a), text: String(a) }))} varde={String(val.ar)} onAndra={(a) => ga(tillAdress({ ...val, ar: Number(a) }))} />
        {kommuner.length > 1 && val.sida in DELAR && (
          <Flerval
            etikett={text.kommuner}
            platshallare={val.kommuner.length === 0 ? text.hela : text.nagra(val.kommuner.length, kommuner.length)}
            alternativ={kommuner.map((kod) => ({ kod, text: kommunNamn(kod) }))}
            varde={val.kommuner}
            onAndra={(koder) => ga(tillAdress({ ...val, kommuner: koder.length === kommuner.length ? [] : koder }))}
          />
        )}
      </div>
      <Flikar etikett={text.delar} flikar={flikar} />
    </>
  )
}

function Delen({ del, svar, val, maskera, onMaskera }: { readonly del: Del; readonly svar: Statistiksvar; readonly val: Sidval; readonly maskera: boolean; readonly onMaskera: (maskera: boolean) => void }) {
  const { roller } = useInloggad()
  const urval = { ar: val.ar, kommun: val.kommuner, maskera }
  const oppnar = roller.includes('ombud')
  return (
    <div className={stil.ram}>
      <div className={stil.fot}>
        <Upplysningar svar={svar} val={val} />
        <p>{svar.maskerad ? text.maskerad : text.omaskerad}</p>
        {svar.maskerad && val.kommuner.length > 0 && <p>{text.maskeratUrval}</p>}
        {oppnar ? <Kryss etikett={text.dolj} varde={maskera} onAndra={onMaskera} /> : <p>{text.maskeradChef}</p>}
      </div>
      {DELAR[del].map((id) => {
        const tabell = svar.tabeller.find((t) => t.id === id)
        return tabell && <Tabelldel key={id} tabell={tabell} svar={svar} urval={urval} />
      })}
      <Export urval={urval} tabell={null} />
    </div>
  )
}

/** What must be known to read the years beside each other: one that has not ended, a kommun that was not there. */
function Upplysningar({ svar, val }: { readonly svar: Statistiksvar; readonly val: Sidval }) {
  const rader = useEnhet().data?.kommuner ?? []
  const alla = val.kommuner.length > 0 ? val.kommuner : [...new Set(svar.ar.flatMap((y) => kommunerUnderAret(rader, y)))]
  // Years in which the unit had other kommuner; before it had any there is nothing to say of each.
  const medNagon = svar.ar.filter((y) => kommunerUnderAret(rader, y).length > 0)
  const saknas = alla.toSorted(kommunOrdning).map((kod) => ({ kod, ar: medNagon.filter((y) => !kommunerUnderAret(rader, y).includes(kod)) })).filter((rad) => rad.ar.length > 0)
  return (
    <>
      {svar.pagaende !== null && <p>{text.pagaende(svar.pagaende)}</p>}
      {saknas.map(({ kod, ar }) => (
        <p key={kod}>{text.saknas(kommunNamn(kod), arIOrd(ar))}</p>
      ))}
    </>
  )
}
