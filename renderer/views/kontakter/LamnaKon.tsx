import { z } from 'zod'
import type { Datum } from '../../../db/model/kalender.ts'
import { UTFALL } from '../../../db/model/kodlistor.ts'
import type { KontaktRad } from '../../../db/model/kontakter.ts'
import { zDatum, zKod } from '../../../db/model/grund.ts'
import { kontor } from '../../app/klient.ts'
import { kodval } from '../../app/kodval.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { kontakter as text } from '../../texter/kontakter.ts'
import { lasOm } from '../klienter/arendefragor.ts'
import { Hanvisning } from './Hanvisning.tsx'
import type { Kontaktdata } from './Kontaktfalt.tsx'
import { hanvisningen, harHanvisning } from './kontaktvarden.ts'

interface Uttrade {
  readonly kolamnad: string
  readonly utfall: string
  readonly hanvisadTill: string
  readonly hanvisningUppfoljd: string
}

export const tomtUttrade = (idag: Datum): Uttrade => ({ kolamnad: idag, utfall: '', hanvisadTill: '', hanvisningUppfoljd: '' })

const schema = z
  .object({ kolamnad: zDatum(), utfall: zKod(text.skrivUtfall), hanvisadTill: z.string(), hanvisningUppfoljd: zDatum().or(z.literal('')) })
  .refine((v) => !harHanvisning(v) || v.hanvisadTill !== '', { path: ['hanvisadTill'], message: text.hanvisadSaknas })
const INTE_HAR: readonly string[] = [UTFALL.iKo, UTFALL.uppdrag]

/** Leaving the queue asks for a new outcome (DOMAIN §4 i kö). */
export function LamnaKon({ rad, redigering, listor, idag }: Kontaktdata & { readonly rad: KontaktRad; readonly redigering: Redigering<Uttrade> }) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ kolamnad, utfall, hanvisadTill, hanvisningUppfoljd }) => {
      const { id, version, datum, kommun, kontaktvag, initiativtagare, orsaker, kodatum } = rad
      await kontor.kontakter.andra({ id, version, datum, kommun, kontaktvag, initiativtagare, orsaker, kodatum, kolamnad, utfall, ...hanvisningen({ utfall, hanvisadTill, hanvisningUppfoljd }) })
      await lasOm()
      sag(text.lamnat)
    },
  })
  return (
    <PaPlats etikett={text.lamnaKonForm} form={form} verb={text.lamnaKon} onStang={redigering.stang} onLasIn={lasOm} text={text.lamnaKonText} rad>
      <Valj {...form.falt('utfall')} autoFocus etikett={text.nyttUtfall} alternativ={kodval(listor, 'utfall', rad.datum, idag).filter((post) => !INTE_HAR.includes(post.kod))} />
      {harHanvisning(form.varden) && <Hanvisning till={form.falt('hanvisadTill')} uppfoljd={form.falt('hanvisningUppfoljd')} listor={listor} datum={rad.datum} idag={idag} />}
      <Datumfalt {...form.falt('kolamnad')} bredd="vanlig" etikett={text.kolamnad} idag={idag} />
    </PaPlats>
  )
}
