import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { GALLRINGSSLAG, nummerPerAr, type Gallringsforhand } from '../../../db/model/gallring.ts'
import { fragor, felmening } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Spalter } from '../../parts/Avsnitt.tsx'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { delar } from '../../texter/delar.ts'
import { gallring as text } from '../../texter/gallring.ts'
import stil from './gallring.module.css'
import { Kopiorna } from './Kopiorna.tsx'
import { GALLRINGEN, protokollvag } from './vagar.ts'

/** What goes and what stays, on a page of its own: it cannot be undone. */
export function Forhand() {
  const svar = useQuery({ ...fraga.gallring.forhand.queryOptions(), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false })
  return (
    <>
      <Sidhuvud over={text.rubrik} rubrik={text.forhandRubrik} titel={text.rubrik} under={text.forhandUnder} handlingar={<Lankknapp till={GALLRINGEN}>{text.tillbaka}</Lankknapp>} />
      <Hamtat svar={svar}>{(forhand) => <Innehall forhand={forhand} onAndrat={() => void svar.refetch()} />}</Hamtat>
    </>
  )
}

function Innehall({ forhand, onAndrat }: { readonly forhand: Gallringsforhand; readonly onAndrat: () => void }) {
  const [, ga] = useLocation()
  const { lage, kor } = useLangtArbete<{ id: string; borta: boolean }>()
  const [fel, setFel] = useState<string>()
  const { antal, arenden } = forhand
  const allt = GALLRINGSSLAG.reduce((summa, slag) => summa + antal[slag], 0)
  const gallra = async () => {
    setFel(undefined)
    try {
      const { id, borta } = await kor(() => kontor.gallring.kor({ antal }), text.gallrar)
      await fragor.invalidateQueries()
      ga(protokollvag(id))
      sag(borta ? text.klart : text.klartRester)
    } catch (orsak) {
      setFel(felmening(orsak))
      onAndrat()
    }
  }
  return (
    <Spalter
      sida={
        <Avsnitt rubrik={text.kvar} luft>
          <ul className={stil.punkter}>
            {text.kvarPunkter.map((rad) => (
              <li key={rad}>{rad}</li>
            ))}
            {forhand.undantagna > 0 && <li>{text.undantagna(forhand.undantagna)}</li>}
            {forhand.vantarSvar.map((rad) => (
              <li key={rad.ombud}>{text.vantar(rad.antal, rad.ombud)}</li>
            ))}
          </ul>
        </Avsnitt>
      }
    >
      <Avsnitt rubrik={text.forsvinner} luft>
        {allt === 0 ? (
          <p>{text.inget}</p>
        ) : (
          <ul className={stil.punkter}>
            {GALLRINGSSLAG.filter((slag) => antal[slag] > 0).map((slag) => (
              <li key={slag}>
                <strong>{text.antal(slag, antal[slag])}</strong>
                <span className={stil.under}>{text.slagHjalp[slag]}</span>
              </li>
            ))}
          </ul>
        )}
        {arenden.length > 0 && <Nummer arenden={arenden} />}
      </Avsnitt>
      <Avsnitt rubrik={text.kopior}>
        <Kopiorna rader={forhand.kopior} />
      </Avsnitt>
      {fel !== undefined && (
        <p role="alert" className={stil.fel}>
          {fel}
        </p>
      )}
      {lage !== undefined ? (
        <Forlopp text={lage.vad} gjort={lage.klart} alla={lage.av} />
      ) : (
        allt > 0 && (
          <div className={stil.knappar}>
            <Knapp autoFocus onPress={() => ga(GALLRINGEN)}>
              {delar.avbryt}
            </Knapp>
            <Knapp sort="fara" onPress={() => void gallra()}>
              {text.gallra(allt)}
            </Knapp>
          </div>
        )
      )}
    </Spalter>
  )
}

/** So many can be read at a glance; more are folded, so that what they lead to is not far below. */
const I_EN_BLICK = 60

function Nummer({ arenden }: { readonly arenden: readonly string[] }) {
  const rader = nummerPerAr(arenden).map(([ar, nummer]) => (
    <p key={ar} className={stil.nummer}>
      <strong>{text.aret(ar, nummer.length)}</strong>{' '}
      {nummer.map((ett, i) => (
        <span key={ett}>{text.nummerrad(ett, i === nummer.length - 1)} </span>
      ))}
    </p>
  ))
  return arenden.length > I_EN_BLICK ? (
    <details className={stil.alla}>
      <summary>{text.visaNummer(arenden.length)}</summary>
      {rader}
    </details>
  ) : (
    <>
      <h3 className={stil.nummerrubrik}>{text.nummer}</h3>
      {rader}
    </>
  )
}
