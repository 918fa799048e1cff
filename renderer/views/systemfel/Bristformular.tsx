import { z } from 'zod'
import { etikett } from '../../../db/model/kodlistor.ts'
import { zBriststatus, zIakttagelse, zStrykBrist } from '../../../db/model/systemfel/index.ts'
import { kontor } from '../../app/klient.ts'
import { kodval, kommunval } from '../../app/kodval.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt, Textruta } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { systemfel as text } from '../../texter/systemfel.ts'
import type { Bristegenskaper } from './Brist.tsx'
import { Bristfalt, medHela, useFragade } from './Bristfalt.tsx'
import { lasOm } from './bristfragor.ts'
import { type Bristvarden, bristvarden, HELA, kommunEllerHela, tillBrist, zAndrad } from './bristvarden.ts'

/** Seen once more: when and where. */
export function Igen({ brist, redigering, kommuner, idag }: Bristegenskaper & { readonly redigering: Redigering<{ datum: string; kommun: string }> }) {
  const form = useRedigeringsformular(redigering, {
    schema: zIakttagelse,
    till: (v) => ({ bristId: brist.id, datum: v.datum, kommun: kommunEllerHela(v.kommun) }),
    spara: async (iakttagelse) => {
      await kontor.systemfel.iaktta(iakttagelse)
      sag(text.igenSparad)
      await lasOm()
    },
  })
  const { datum, kommun } = form.varden
  return (
    <PaPlats etikett={text.igenForm} form={form} verb={text.igenVerb} onStang={redigering.stang} onLasIn={lasOm} rad>
      <Datumfalt {...form.falt('datum')} etikett={text.datum} idag={idag} autoFocus />
      <Valj {...form.falt('kommun')} etikett={text.kommun} alternativ={medHela(kommunval(kommuner, datum, idag, kommun === HELA ? '' : kommun))} />
    </PaPlats>
  )
}

/** The words and codes, changed in place; the day belongs to the observations. */
export function AndraBrist({ brist, redigering, ...data }: Bristegenskaper & { readonly redigering: Redigering<Bristvarden> }) {
  const { fragade, skicka } = useFragade()
  const form = useRedigeringsformular(redigering, {
    schema: zAndrad,
    till: (v) => ({ ...(tillBrist(v) as object), id: brist.id, version: brist.version }),
    spara: async (ny) => {
      await skicka(() => kontor.systemfel.andra(ny))
      await lasOm()
    },
  })
  const { listor } = data
  const iOrd = (v: Bristvarden) => [
    { falt: text.vad, sparat: v.vad },
    { falt: text.kategori, sparat: etikett(listor, 'systemfel_kategori', v.kategori) },
    { falt: text.niva, sparat: etikett(listor, 'systemfel_niva', v.niva) },
    { falt: text.aktor, sparat: etikett(listor, 'aktor', v.aktor) },
    { falt: text.kommun, sparat: v.kommun === HELA ? text.helaEnheten : v.kommun },
    { falt: text.foljd, sparat: v.foljd },
    { falt: text.forslag, sparat: v.forslag },
  ]
  const fran = iOrd(redigering.fran)
  return (
    <PaPlats
      etikett={text.andraBristen}
      form={form}
      verb={text.sparaAndring}
      onStang={redigering.stang}
      onLasIn={lasOm}
      utkast={redigering.nyckel}
      skillnader={iOrd(bristvarden(brist)).filter((s, i) => s.sparat !== fran[i]?.sparat)}
    >
      <Bristfalt {...data} form={form} fragade={fragade} medDatum={false} fokus />
    </PaPlats>
  )
}

/** What becomes of it, from a day on, and the word back to whoever noticed it. */
export function AndraStatus({ brist, redigering, listor, idag }: Bristegenskaper & { readonly redigering: Redigering<{ status: string; datum: string; notering: string }> }) {
  const form = useRedigeringsformular(redigering, {
    schema: zBriststatus,
    till: (v) => ({ ...v, id: brist.id }),
    spara: async (ny) => {
      await kontor.systemfel.status(ny)
      sag(text.statusSparad)
      await lasOm()
    },
  })
  return (
    <PaPlats etikett={text.andraStatus} form={form} verb={text.sparaAndring} onStang={redigering.stang} onLasIn={lasOm}>
      <Valj {...form.falt('status')} etikett={text.status} alternativ={kodval(listor, 'systemfel_status', form.varden.datum, idag)} autoFocus />
      <Datumfalt {...form.falt('datum')} etikett={text.statusFran} idag={idag} />
      <Textruta {...form.falt('notering')} etikett={text.notering} hjalp={text.noteringHjalp} rader={3} max={2000} valfri />
    </PaPlats>
  )
}

const zSkal = z.object({ skal: zStrykBrist.shape.skal })

/** A brist or an observation noted by mistake: it stays, struck, and counts nowhere. */
export function StrykDialog({ vad, rad, onStang }: { readonly vad: 'brist' | 'iakttagelse'; readonly rad: { readonly id: string; readonly version: number }; readonly onStang: () => void }) {
  const form = useFormular({
    schema: zSkal,
    start: { skal: '' },
    spara: async ({ skal }) => {
      const val = { id: rad.id, version: rad.version, skal }
      await (vad === 'brist' ? kontor.systemfel.stryk(val) : kontor.systemfel.strykIakttagelse(val))
      sag(vad === 'brist' ? text.struketSagt : text.iakttagelseStruken)
      onStang()
      await lasOm()
    },
  })
  const rubrik = vad === 'brist' ? text.strykBristen : text.strykIakttagelse
  return (
    <Formulardialog rubrik={rubrik} verb={rubrik} fara form={form} onStang={onStang} onLasIn={lasOm}>
      {vad === 'brist' && <p>{text.strykText}</p>}
      <TextFalt {...form.falt('skal')} etikett={text.strykSkal} bredd="bred" autoFocus />
    </Formulardialog>
  )
}
