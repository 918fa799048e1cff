import type { Datum } from '../../../db/model/kalender.ts'
import { TextFalt } from '../../parts/Falt.tsx'
import type { Faltbindning } from '../../parts/formular.ts'
import { klienter as text } from '../../texter/klienter.ts'
import { under18 } from './klientvarden.ts'
import stil from './klienter.module.css'

/** A birth year, never a personnummer; says at once when it makes the client a child. */
export function Fodelsearsfalt({ idag, ...falt }: Faltbindning<string> & { readonly idag: Datum }) {
  return (
    <div>
      <TextFalt {...falt} bredd="smal" inputMode="numeric" etikett={text.fodelsear} hjalp={text.fodelsearHjalp} valfri />
      <p className={stil.varning} role="status">
        {under18(falt.varde, idag) ? text.under18 : ''}
      </p>
    </div>
  )
}
