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
import type { Kontaktdata } from './Kontaktfalt.tsx'

interface Uttrade {
  readonly kolamnad: string
  readonly utfall: string
}

export const tomtUttrade = (idag: Datum): Uttrade => ({ kolamnad: idag, utfall: '' })

const schema = z.object({ kolamnad: zDatum(), utfall: zKod(text.skrivUtfall) })
const INTE_HAR: readonly string[] = [UTFALL.iKo, UTFALL.uppdrag]

/** Leaving the queue asks for a new outcome (DOMAIN §4 i kö). */
export function LamnaKon({ rad, redigering, listor, idag }: Kontaktdata & { readonly rad: KontaktRad; readonly redigering: Redigering<Uttrade> }) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ kolamnad, utfall }) => {
      const { id, version, datum, kommun, kontaktvag, initiativtagare, orsaker, kodatum } = rad
      await kontor.kontakter.andra({ id, version, datum, kommun, kontaktvag, initiativtagare, orsaker, kodatum, kolamnad, utfall })
      await lasOm()
      sag(text.lamnat)
    },
  })
  return (
    <PaPlats etikett={text.lamnaKonForm} form={form} verb={text.lamnaKon} onStang={redigering.stang} onLasIn={lasOm} text={text.lamnaKonText} rad>
      <Valj {...form.falt('utfall')} autoFocus etikett={text.nyttUtfall} alternativ={kodval(listor, 'utfall', rad.datum, idag).filter((post) => !INTE_HAR.includes(post.kod))} />
      <Datumfalt {...form.falt('kolamnad')} bredd="vanlig" etikett={text.kolamnad} idag={idag} />
    </PaPlats>
  )
}
