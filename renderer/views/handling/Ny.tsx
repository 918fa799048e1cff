import { useLocation } from 'wouter'
import { z } from 'zod'
import type { Slag } from '../../../db/model/blankett/typer.ts'
import type { Arslista } from '../../../db/model/handling/typer.ts'
import { zKommun } from '../../../db/model/grund.ts'
import { KOMMUNER } from '../../../db/model/kommuner.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { delar } from '../../texter/delar.ts'
import { handling } from '../../texter/handling.ts'
import { handlingskontor, lasOmHandlingar, useArslista } from './fragor.ts'
import stil from './handling.module.css'
import { arsvag, handlingsvag } from './vagar.ts'
import { blankettkod, tolkaBlankettkod, useArskommuner, useBlanketter } from './valen.ts'

const text = handling.ny

export interface Avservarden {
  sokande: string
  kommuner: string[]
  blankett: string
}
/** Whose it is, for which kommuner, on which form. */
export const zAvser = z.object({
  sokande: zKommun,
  kommuner: z.array(zKommun).min(1, text.valjKommuner),
  blankett: z.string().transform(tolkaBlankettkod),
})

/** Begins a year's handling: the office proposes the värdkommun with all kommuner that stand in none. */
export function Ny({ slag, ar }: { readonly slag: Slag; readonly ar: number }) {
  const lista = useArslista(slag, ar)
  return (
    <>
      <Sidhuvud rubrik={text.rubrik(slag, ar)} titel={text.rubrik(slag, ar)} />
      <Hamtat svar={lista}>{(l) => <Formularet slag={slag} lista={l} />}</Hamtat>
    </>
  )
}

function Formularet({ slag, lista }: { readonly slag: Slag; readonly lista: Arslista }) {
  const [, ga] = useLocation()
  const { ar, forslag } = lista
  const form = useFormular({
    schema: zAvser,
    start: { sokande: forslag?.sokande ?? '', kommuner: forslag?.kommuner ?? [], blankett: forslag === null ? '' : blankettkod(forslag.blankett) } satisfies Avservarden,
    spara: async ({ sokande, kommuner, blankett }) => {
      const { id } = await handlingskontor(slag).nyHandling({ ar, sokande, kommuner, ...(blankett === undefined ? {} : { blankett }) })
      await lasOmHandlingar()
      ga(handlingsvag(slag, id))
    },
  })
  return (
    <>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.verb[slag]}
            </Knapp>
            <Lankknapp till={arsvag(slag, ar)}>{delar.avbryt}</Lankknapp>
          </>
        }
      >
        <Avserfalt slag={slag} ar={ar} form={form} />
        <p className={stil.under}>{text.texter}</p>
      </Formularruta>
    </>
  )
}

type Falten = Pick<ReturnType<typeof useFormular<Avservarden, z.output<typeof zAvser>>>, 'falt'>

const ALLA_KOMMUNER = KOMMUNER.map(({ kod, namn }) => ({ kod, text: namn }))

export function Avserfalt({ slag, ar, form }: { readonly slag: Slag; readonly ar: number; readonly form: Falten }) {
  const kommuner = useArskommuner(ar)
  const blanketter = useBlanketter(slag, ar)
  return (
    <>
      <Valj {...form.falt('sokande')} etikett={text.sokande} hjalp={text.sokandeHjalp} alternativ={ALLA_KOMMUNER} />
      <Flerval {...form.falt('kommuner')} etikett={text.kommuner} hjalp={text.kommunerHjalp} alternativ={kommuner} />
      <Valj {...form.falt('blankett')} etikett={text.blankett} hjalp={text.blankettHjalp} alternativ={blanketter.alternativ} />
    </>
  )
}
