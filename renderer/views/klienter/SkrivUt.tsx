import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { etikett } from '../../../db/model/kodlistor.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useUi } from '../../app/ui.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { klientpapper as text } from '../../texter/klientpapper.ts'
import { klienter } from '../../texter/klienter.ts'
import { useArende } from './arendefragor.ts'
import type { Arendedata } from './Arendesida.tsx'
import stil from './klienter.module.css'
import { Papper, type Papperssort } from './Papper.tsx'
import { aktuellt } from './uppdragsrad.ts'

interface Sida {
  readonly nummer: string
  readonly sort?: string | undefined
  readonly id?: string | undefined
}

const SORTER: Readonly<Record<string, Papperssort>> = {
  overenskommelse: 'overenskommelse', samtycke: 'samtycke', avslut: 'avslut', registerutdrag: 'registerutdrag', overlamning: 'overlamning',
}

/** The papers of a case: which there are, and each as it will be printed. */
export function SkrivUt({ nummer, sort, id }: Sida) {
  const arende = useArende(nummer)
  const listor = useKodlistor()
  const enhet = useEnhet()
  const idag = useIdag()
  const vald = sort === undefined ? undefined : SORTER[sort]
  return (
    <>
      {vald === undefined && <Sidhuvud rubrik={text.valj} titel={text.skrivUt} over={klienter.over(text.skrivUt, nummer, '')} handlingar={<Lankknapp till={`/klienter/${nummer}`}>{klienter.tillArendet}</Lankknapp>} />}
      <Hamtat svar={listor}>
        {(l) => (
          <Hamtat svar={enhet}>
            {(e) => (
              <Hamtat svar={arende}>
                {(a) => {
                  const data: Arendedata = { arende: a, listor: l, enhet: e, idag }
                  return vald === undefined ? <Listan {...data} /> : <MedNamn nummer={nummer}>{() => <Papper sort={vald} id={id} data={data} />}</MedNamn>
                }}
              </Hamtat>
            )}
          </Hamtat>
        )}
      </Hamtat>
    </>
  )
}

/** A paper holds the name: it is not shown while names are hidden. */
function MedNamn({ nummer, children }: { readonly nummer: string; readonly children: () => ReactNode }) {
  const { namnDolda, doljNamn } = useUi()
  if (!namnDolda) return children()
  return (
    <>
      <Sidhuvud rubrik={text.skrivUt} titel={text.skrivUt} over={nummer} />
      <div className={stil.stycken}>
        <p>{text.dolda}</p>
        <div>
          <Knapp onPress={() => doljNamn(false)}>{text.visaNamn}</Knapp>
        </div>
      </div>
    </>
  )
}

function Listan(data: Arendedata) {
  const { arende, listor } = data
  const overlamningar = useQuery(fraga.overlamningar.historik.queryOptions({ input: { nummer: arende.nummer }, refetchOnWindowFocus: false }))
  const uppdrag = aktuellt(arende.uppdrag)
  const vag = `/klienter/${arende.nummer}/skriv-ut`
  return (
    <Radlista etikett={text.valj}>
      {uppdrag && <Val vad={text.overenskommelse.dokument} under={text.listan.overenskommelse} till={`${vag}/overenskommelse`} />}
      {arende.samtycken
        .filter((rad) => !rad.struken)
        .map((rad) => (
          <Val key={rad.id} vad={text.samtycke.dokument} under={text.listan.samtycke(etikett(listor, 'aktor', rad.aktor))} till={`${vag}/samtycke/${rad.id}`} />
        ))}
      {uppdrag !== undefined && uppdrag.slut !== null && <Val vad={text.avslut.dokument} under={text.listan.avslut} till={`${vag}/avslut`} />}
      {(overlamningar.data ?? []).length > 0 && <Val vad={text.overlamning.dokument} under={text.listan.overlamning} till={`${vag}/overlamning`} />}
      <Val vad={text.utdrag.dokument} under={text.listan.registerutdrag} till={`${vag}/registerutdrag`} />
    </Radlista>
  )
}

function Val({ vad, under, till }: { readonly vad: string; readonly under: string; readonly till: string }) {
  return (
    <Rad
      vad={vad}
      under={under}
      handling={
        <Lankknapp storlek="liten" till={till}>
          {text.oppna}
          <Osynlig>{text.oppnaVad(vad, under)}</Osynlig>
        </Lankknapp>
      }
    />
  )
}

