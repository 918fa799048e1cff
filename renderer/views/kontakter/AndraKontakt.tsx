import { etikett } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { KontaktRad } from '../../../db/model/kontakter.ts'
import { kontor } from '../../app/klient.ts'
import { etiketter } from '../../app/kodval.ts'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { kontakter as text } from '../../texter/kontakter.ts'
import { lasOm } from '../klienter/arendefragor.ts'
import { type Kontaktdata, Kontaktfalt } from './Kontaktfalt.tsx'
import { type Kontaktvarden, kontaktvarden, tillKontakt, zKontaktvarden } from './kontaktvarden.ts'

/** A contact changed in place. The outcome of one that led to an uppdrag is changed there. */
export function AndraKontakt({ rad, redigering, ...data }: Kontaktdata & { readonly rad: KontaktRad; readonly redigering: Redigering<Kontaktvarden> }) {
  const { listor } = data
  const form = useRedigeringsformular(redigering, {
    schema: zKontaktvarden,
    till: tillKontakt,
    spara: async (kontakt) => {
      await kontor.kontakter.andra({ id: rad.id, version: rad.version, ...kontakt })
      await lasOm()
    },
  })
  const iOrd = (v: Kontaktvarden) => [
    { falt: text.kommun, sparat: kommunNamn(v.kommun) },
    { falt: text.vem, sparat: etikett(listor, 'initiativtagare', v.initiativtagare) },
    { falt: text.hur, sparat: etikett(listor, 'kontaktvag', v.kontaktvag) },
    { falt: text.orsaker, sparat: text.rada(etiketter(listor, 'orsak', v.orsaker)) },
    { falt: text.utfall, sparat: etikett(listor, 'utfall', v.utfall) },
    { falt: text.hanvisadTill, sparat: v.hanvisadTill === '' ? '' : etikett(listor, 'aktor', v.hanvisadTill) },
    { falt: text.hanvisningUppfoljd, sparat: v.hanvisningUppfoljd },
    { falt: text.kodatum, sparat: v.kodatum },
    { falt: text.kolamnad, sparat: v.kolamnad },
    { falt: text.datum, sparat: v.datum },
  ]
  const fran = iOrd(redigering.fran)
  return (
    <PaPlats
      etikett={text.andraKontakten}
      form={form}
      verb={text.sparaAndring}
      onStang={redigering.stang}
      onLasIn={lasOm}
      utkast={redigering.nyckel}
      skillnader={iOrd(kontaktvarden(rad)).filter((s, i) => s.sparat !== fran[i]?.sparat)}
      {...(rad.ledTillUppdrag ? { text: text.utfallLast } : {})}
    >
      <Kontaktfalt {...data} form={form} stodIKo={rad.kodatum !== null} harPerson={rad.harPerson} utfallLast={rad.ledTillUppdrag} fokus="kommun" />
    </PaPlats>
  )
}
