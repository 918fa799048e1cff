import { zStryk } from '../../../db/model/bemanning.ts'
import { sag } from '../../parts/Angra.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { kontoret } from '../../texter/kontoret.ts'
import { hamtaOm } from './uppgifter.ts'

interface Strykegenskaper {
  readonly rad: { readonly id: string; readonly version: number }
  readonly rubrik: string
  readonly text: string
  readonly stryk: (val: { id: string; version: number; skal: string }) => Promise<unknown>
  /** Asks anew for what the row stands in. */
  readonly hamta?: () => Promise<unknown>
  readonly onStang: () => void
}

/** Strikes a row as registered by mistake, with the reason why (DOMAIN §4). */
export function Stryk({ rad, rubrik, text: vadSomHander, stryk, hamta = hamtaOm.bemanning, onStang }: Strykegenskaper) {
  const form = useFormular({
    schema: zStryk,
    start: { skal: '' },
    till: ({ skal }) => ({ id: rad.id, version: rad.version, skal }),
    spara: async (val) => {
      await stryk(val)
      await hamta()
      sag(kontoret.bemanning.strukenTon)
      onStang()
    },
  })
  return (
    <Formulardialog rubrik={rubrik} verb={kontoret.bemanning.strykVerb} fara form={form} onStang={onStang} onLasIn={hamta}>
      <p>{vadSomHander}</p>
      <TextFalt {...form.falt('skal')} etikett={kontoret.skal} bredd="bred" />
    </Formulardialog>
  )
}
