import type { Datum } from '../../../db/model/kalender.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import type { Faltbindning } from '../../parts/formular.ts'
import { Valj } from '../../parts/Valj.tsx'
import { kontakter as text } from '../../texter/kontakter.ts'
import { aktorval } from '../klienter/aktorval.ts'

interface Egenskaper {
  readonly till: Faltbindning<string>
  readonly uppfoljd: Faltbindning<string>
  readonly listor: Kodlistor
  /** The day of the contact. */
  readonly datum: Datum
  readonly idag: Datum
}

/** What a kvalificerad hänvisning says beyond the outcome: to which actor, and the day it was followed up (DOMAIN §4). */
export function Hanvisning({ till, uppfoljd, listor, datum, idag }: Egenskaper) {
  return (
    <>
      <Valj {...till} etikett={text.hanvisadTill} alternativ={aktorval(listor, datum, idag, [till.varde])} />
      <Datumfalt {...uppfoljd} bredd="vanlig" etikett={text.hanvisningUppfoljd} hjalp={text.hanvisningHjalp} idag={idag} valfri />
    </>
  )
}
