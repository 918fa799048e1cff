import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { GRUPPFORMER, type GruppRad, type Ledningsgrupp as Gruppen, type MoteRad } from '../../../db/model/ledningsgrupp.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt, Spalter, Tomt, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { ledningsgrupp as text } from '../../texter/ledningsgrupp.ts'
import { rumsnamn } from '../../texter/ram.ts'
import stil from '../systemfel/systemfel.module.css'
import { Systemfelsflikar } from '../systemfel/Systemfelsflikar.tsx'
import { Gruppdialog, Motesdialog } from './Gruppdialoger.tsx'
import { useLedningsgrupp } from './gruppfragor.ts'
import { Platser } from './Platser.tsx'

/** The ledningsgrupp: who sits where, and its meetings. Read by ombud, written by the chief. */
export function Ledningsgrupp() {
  const grupp = useLedningsgrupp()
  const far = useInloggad().roller.includes('enhetschef')
  const [ny, setNy] = useState(false)
  return (
    <>
      <Sidhuvud
        rubrik={rumsnamn.systemfel}
        titel={text.rubrik}
        handlingar={
          far &&
          (grupp.data?.grupper.length ?? 0) > 0 && (
            <Knapp sort="tyst" ikon={Plus} onPress={() => setNy(true)}>
              {text.annanGrupp}
            </Knapp>
          )
        }
      />
      <Systemfelsflikar />
      <Hamtat svar={grupp}>
        {(svar) =>
          svar.grupper.length === 0 ? (
            <Tomt
              text={far ? text.tomt : text.tomtOmbud}
              handling={
                far && (
                  <Knapp sort="forsta" onPress={() => setNy(true)}>
                    {text.nyGrupp}
                  </Knapp>
                )
              }
            />
          ) : (
            svar.grupper.map((en) => <En key={en.id} grupp={en} svar={svar} far={far} />)
          )
        }
      </Hamtat>
      {ny && <Gruppdialog rad={null} onStang={() => setNy(false)} />}
    </>
  )
}

function En({ grupp, svar, far }: { readonly grupp: GruppRad; readonly svar: Gruppen; readonly far: boolean }) {
  const [oppen, setOppen] = useState(false)
  const nu = grupp.fran <= svar.idag && (grupp.till === null || svar.idag <= grupp.till)
  return (
    <Spalter
      sida={
        <>
          <Avsnitt
            rubrik={grupp.namn}
            handling={
              far && (
                <Knapp sort="tyst" storlek="liten" aria-label={text.andraGrupp} onPress={() => setOppen(true)}>
                  {text.andra}
                </Knapp>
              )
            }
          >
            <Uppgifter
              rader={[
                { namn: text.form, varde: GRUPPFORMER[grupp.form] },
                ...(grupp.enheter === '' ? [] : [{ namn: text.gruppen, varde: grupp.enheter }]),
                { namn: text.fran, varde: langtDatum(grupp.fran) },
                ...(grupp.till === null ? [] : [{ namn: text.till, varde: langtDatum(grupp.till) }]),
              ]}
            />
          </Avsnitt>
          <Moten grupp={grupp} idag={svar.idag} far={far} />
        </>
      }
    >
      <Platser grupp={grupp} lage={nu ? svar.lage : null} idag={svar.idag} far={far} />
      {oppen && <Gruppdialog rad={grupp} onStang={() => setOppen(false)} />}
    </Spalter>
  )
}

function Moten({ grupp, idag, far }: { readonly grupp: GruppRad; readonly idag: string; readonly far: boolean }) {
  const [nytt, setNytt] = useState(false)
  return (
    <Avsnitt
      rubrik={text.moten}
      handling={
        far && (
          <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setNytt(true)}>
            {text.nyttMote}
          </Knapp>
        )
      }
    >
      {grupp.moten.length === 0 ? (
        <p className={[stil.tyst, stil.luft].join(' ')}>{text.motenTomt}</p>
      ) : (
        <Radlista etikett={text.moten}>
          {grupp.moten.map((mote) => (
            <Moteslank key={mote.id} mote={mote} idag={idag} />
          ))}
        </Radlista>
      )}
      {nytt && <Motesdialog rad={null} gruppId={grupp.id} onStang={() => setNytt(false)} />}
    </Avsnitt>
  )
}

function Moteslank({ mote, idag }: { readonly mote: MoteRad; readonly idag: string }) {
  return (
    <Rad
      vad={
        <Link href={`/systemfel/mote/${mote.id}`} className={stil.lank}>
          {kortDatum(mote.datum, idag)}
        </Link>
      }
      under={text.rada([mote.klockslag, mote.plats, text.brister(mote.brister, mote.beslutade)])}
      handling={mote.installt && <Marke>{text.installt}</Marke>}
    />
  )
}
