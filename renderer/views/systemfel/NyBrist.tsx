import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { etikett } from '../../../db/model/kodlistor.ts'
import { liknande, type BristRad, type Likhet } from '../../../db/model/systemfel/index.ts'
import { arDatum } from '../../../db/model/kalender.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Aterstallt } from '../../parts/Aterstallt.tsx'
import { Avsnitt, Spalter } from '../../parts/Avsnitt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { type Formular, useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { systemfel as text } from '../../texter/systemfel.ts'
import { lasOm, useBrister } from './bristfragor.ts'
import { type Bristdata, Bristfalt, useFragade } from './Bristfalt.tsx'
import { type Bristvarden, HELA, kommunEllerHela, kortad, tillBrist, tomBrist, zNyBrist } from './bristvarden.ts'
import stil from './systemfel.module.css'

const UTKAST = 'brist/ny'

/** A brist noticed in a minute; beside it those already known that it resembles. */
export function NyBrist() {
  const listor = useKodlistor()
  const enhet = useEnhet()
  const brister = useBrister()
  const idag = useIdag()
  return (
    <>
      <Sidhuvud rubrik={text.ny} titel={text.ny} under={text.nyUnder} />
      <Hamtat svar={listor}>
        {(l) => <Hamtat svar={enhet}>{({ kommuner }) => <Hamtat svar={brister}>{(kanda) => <Formularet kanda={kanda} listor={l} kommuner={kommuner} idag={idag} />}</Hamtat>}</Hamtat>}
      </Hamtat>
    </>
  )
}

function Formularet({ kanda, ...data }: Bristdata & { readonly kanda: readonly BristRad[] }) {
  const [, ga] = useLocation()
  const { fragade, skicka } = useFragade()
  const form = useFormular({
    schema: zNyBrist,
    till: tillBrist,
    start: { ...tomBrist(data.idag), ...utkast<Bristvarden>(UTKAST) },
    spara: async (brist) => {
      const { id } = await skicka(() => kontor.systemfel.ny(brist))
      kastaUtkast(UTKAST)
      ga(`/systemfel/${id}`)
      sag(text.sparad)
      await lasOm()
    },
  })
  useUtkast(UTKAST, form.varden, form.andrad)
  useSidtangenter([{ tangent: 'enter', ctrl: true, text: text.spara, gor: () => form.skicka() }])
  return (
    <Spalter fast sida={<Liknande form={form} kanda={kanda} {...data} />}>
      <Aterstallt
        nyckel={UTKAST}
        onSlang={() => {
          kastaUtkast(UTKAST)
          form.nollstall(tomBrist(data.idag))
        }}
      />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.spara}
            </Knapp>
            <Knapp sort="tyst" onPress={() => ga('/systemfel')}>
              {text.tillBrister}
            </Knapp>
          </>
        }
      >
        <Bristfalt {...data} form={form} fragade={fragade} fokus />
      </Formularruta>
    </Spalter>
  )
}

function Liknande({ form, kanda, listor, idag }: Bristdata & { readonly form: Formular<Bristvarden>; readonly kanda: readonly BristRad[] }) {
  const { vad, foljd, kategori, aktor, kommun } = form.varden
  const ellerNull = (kod: string) => (kod === '' ? null : kod)
  const svar = liknande(
    { text: `${vad}\n${foljd}`, kategori: ellerNull(kategori), aktor: ellerNull(aktor), kommun: ellerNull(kommun) },
    kanda.filter((rad) => !rad.struken).map((rad) => ({ ...rad, kommun: rad.kommun ?? HELA, text: `${rad.vad}\n${rad.foljd}` })),
  )
  return (
    <Avsnitt rubrik={text.liknar}>
      <div role="status">
        {svar.length === 0 ? (
          <p className={[stil.tyst, stil.luft].join(' ')}>{text.liknarTomt}</p>
        ) : (
          <>
            <p className={[stil.tyst, stil.luft].join(' ')}>{text.liknarUnder}</p>
            <Radlista etikett={text.liknar}>
              {svar.map((likhet) => (
                <Liknandes key={likhet.brist.id} likhet={likhet} form={form} idag={idag} under={etikett(listor, 'systemfel_status', likhet.brist.status)} />
              ))}
            </Radlista>
          </>
        )}
      </div>
    </Avsnitt>
  )
}

function Liknandes({ likhet: { brist, ord, samma }, form, idag, under }: { readonly likhet: Likhet<BristRad & { readonly text: string }>; readonly form: Formular<Bristvarden>; readonly idag: string; readonly under: string }) {
  const [, ga] = useLocation()
  const [vantar, setVantar] = useState(false)
  const igen = async () => {
    setVantar(true)
    try {
      const { datum, kommun } = form.varden
      await kontor.systemfel.iaktta({ bristId: brist.id, datum: arDatum(datum) ? datum : idag, kommun: kommun === '' ? kommunEllerHela(brist.kommun ?? HELA) : kommunEllerHela(kommun) })
      kastaUtkast(UTKAST)
      ga(`/systemfel/${brist.id}`)
      sag(text.igenSparad)
      await lasOm()
    } catch (orsak) {
      sag(felmening(orsak))
      setVantar(false)
    }
  }
  return (
    <Rad
      vad={
        <Link href={`/systemfel/${brist.id}`} className={stil.lank}>
          {kortad(brist.vad, 140)}
        </Link>
      }
      under={text.rada([text.liknarOrd(ord, samma), under])}
      handling={
        <Knapp storlek="liten" vantar={vantar} aria-label={text.igenVad(kortad(brist.vad))} onPress={() => void igen()}>
          {text.igen}
        </Knapp>
      }
    />
  )
}
