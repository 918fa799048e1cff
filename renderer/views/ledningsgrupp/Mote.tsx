import { Printer } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import type { Motesbrist, Underlag } from '../../../db/model/ledningsgrupp.ts'
import type { Rapportbrist } from '../../../db/model/systemfel/index.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Spalter } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { kortDatum, langtDatum, medVeckodag, storBokstav } from '../../texter/datum.ts'
import { ledningsgrupp as text } from '../../texter/ledningsgrupp.ts'
import { lasOm } from '../systemfel/bristfragor.ts'
import { Statusmarke } from '../systemfel/Bristlista.tsx'
import { kortad } from '../systemfel/bristvarden.ts'
import stil from '../systemfel/systemfel.module.css'
import { Beslut } from './Beslut.tsx'
import { Motesdialog } from './Gruppdialoger.tsx'
import { useUnderlag } from './gruppfragor.ts'
import { Motessida } from './Motessida.tsx'

/** A meeting: what is on its agenda, what is new, and what was decided. */
export function Mote({ id }: { readonly id: string }) {
  const underlag = useUnderlag(id)
  const listor = useKodlistor()
  if (underlag.data === undefined) {
    return (
      <>
        <Sidhuvud rubrik={text.mote} titel={text.mote} />
        <Hamtat svar={underlag}>{() => null}</Hamtat>
      </>
    )
  }
  const u = underlag.data
  return <Hamtat svar={listor}>{(l) => <Sidan underlag={u} listor={l} />}</Hamtat>
}

function Sidan({ underlag, listor }: { readonly underlag: Underlag; readonly listor: Kodlistor }) {
  const { mote, grupp } = underlag
  const far = useInloggad().roller.includes('enhetschef')
  const [andra, setAndra] = useState(false)
  return (
    <>
      <Sidhuvud
        rubrik={text.motet(langtDatum(mote.datum))}
        titel={text.motet(langtDatum(mote.datum))}
        over={grupp.namn}
        under={text.rada([storBokstav(medVeckodag(mote.datum)), mote.klockslag, mote.plats, underlag.forra === null ? text.forsta : text.forra(kortDatum(underlag.forra, underlag.idag))])}
        handlingar={
          <>
            <Lankknapp till="/systemfel/ledningsgrupp">{text.tillGruppen}</Lankknapp>
            {far && <Knapp onPress={() => setAndra(true)}>{text.andraMote}</Knapp>}
            <Lankknapp sort="forsta" ikon={Printer} till={`/systemfel/mote/${mote.id}/underlag`}>
              {text.kallelse}
            </Lankknapp>
          </>
        }
      />
      <Spalter sida={<Motessida underlag={underlag} far={far} />}>
        <PaMotet underlag={underlag} listor={listor} far={far} />
        <SedanSist underlag={underlag} listor={listor} far={far} />
        <Avsnitt rubrik={text.anteckningar} luft>
          {mote.anteckningar === '' ? <p className={stil.tyst}>{text.anteckningarTomt}</p> : <p className={stil.stycke}>{mote.anteckningar}</p>}
        </Avsnitt>
      </Spalter>
      {andra && <Motesdialog rad={mote} gruppId={grupp.id} onStang={() => setAndra(false)} />}
    </>
  )
}

interface Delegenskaper {
  readonly underlag: Underlag
  readonly listor: Kodlistor
  readonly far: boolean
}

const bristlank = (brist: Rapportbrist) => (
  <Link href={`/systemfel/${brist.id}`} className={stil.lank}>
    {kortad(brist.vad, 160)}
  </Link>
)
const bristunder = (brist: Rapportbrist, listor: Kodlistor) => text.rada([etikett(listor, 'systemfel_kategori', brist.kategori), etikett(listor, 'aktor', brist.aktor), text.iakttagelser(brist.antal)])

function PaMotet({ underlag, listor, far }: Delegenskaper) {
  const harVarit = underlag.mote.datum <= underlag.idag
  return (
    <Avsnitt rubrik={text.paMotet} bredvid={underlag.brister.length}>
      {far && underlag.brister.length > 0 && !harVarit && <p className={[stil.tyst, stil.luft].join(' ')}>{text.beslutNarMotetVarit}</p>}
      {underlag.brister.length === 0 ? (
        <p className={[stil.tyst, stil.luft].join(' ')}>{text.paMotetTomt}</p>
      ) : (
        <Radlista etikett={text.paMotet}>
          {underlag.brister.map((brist) => (
            <Upptagen key={brist.id} brist={brist} moteId={underlag.mote.id} idag={underlag.idag} listor={listor} kanBesluta={far && harVarit} far={far} />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

function Upptagen({ brist, moteId, idag, listor, kanBesluta, far }: { readonly brist: Motesbrist; readonly moteId: string; readonly idag: Datum; readonly listor: Kodlistor; readonly kanBesluta: boolean; readonly far: boolean }) {
  const beslut = useRedigering(`beslut/${moteId}/${brist.id}`, { status: brist.beslutStatus ?? '', beslut: brist.beslut })
  const vad = kortad(brist.vad)
  const taBort = () => gor(() => kontor.ledningsgrupp.taBort({ moteId, bristId: brist.id }), text.borttagen)
  return (
    <Rad
      vad={bristlank(brist)}
      under={
        <>
          {bristunder(brist, listor)}
          {brist.beslutStatus !== null && (
            <span className={stil.under}>
              <Statusmarke status={brist.beslutStatus} listor={listor} /> {brist.beslut}
            </span>
          )}
        </>
      }
      handling={
        far && (
          <div className={stil.rad}>
            {brist.beslutStatus === null && (
              <Knapp sort="tyst" storlek="liten" aria-label={text.taBortVad(vad)} onPress={() => void taBort()}>
                {text.taBort}
              </Knapp>
            )}
            {kanBesluta && (
              <Knapp {...beslut.knapp} storlek="liten" aria-label={brist.beslutStatus === null ? text.beslutVad(vad) : text.andraBeslutVad(vad)}>
                {brist.beslutStatus === null ? text.beslut : text.andraBeslut}
              </Knapp>
            )}
          </div>
        )
      }
      oppnat={beslut.oppen && <Beslut brist={brist} moteId={moteId} redigering={beslut} listor={listor} idag={idag} />}
    />
  )
}

function SedanSist({ underlag: { sedanSist, mote }, listor, far }: Delegenskaper) {
  const taUpp = (brister: readonly Rapportbrist[]) =>
    gor(() => kontor.ledningsgrupp.taUpp({ moteId: mote.id, brister: brister.map((b) => b.id) }), brister.length === 1 ? text.tagenUpp : text.tagnaUpp(brister.length))
  return (
    <Avsnitt
      rubrik={text.sedanSist}
      bredvid={sedanSist.length}
      handling={
        far &&
        sedanSist.length > 1 && (
          <Knapp sort="tyst" storlek="liten" onPress={() => void taUpp(sedanSist)}>
            {text.taUppAlla}
          </Knapp>
        )
      }
    >
      {sedanSist.length === 0 ? (
        <p className={[stil.tyst, stil.luft].join(' ')}>{text.sedanSistTomt}</p>
      ) : (
        <Radlista etikett={text.sedanSist}>
          {sedanSist.map((brist) => (
            <Rad
              key={brist.id}
              vad={bristlank(brist)}
              under={bristunder(brist, listor)}
              handling={
                far ? (
                  <Knapp storlek="liten" aria-label={text.taUppVad(kortad(brist.vad))} onPress={() => void taUpp([brist])}>
                    {text.taUpp}
                  </Knapp>
                ) : (
                  <Marke>{etikett(listor, 'systemfel_status', brist.status)}</Marke>
                )
              }
            />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

async function gor(vad: () => Promise<unknown>, ton: string): Promise<void> {
  try {
    await vad()
    sag(ton)
    await lasOm()
  } catch (orsak) {
    sag(felmening(orsak))
  }
}
