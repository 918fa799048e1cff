import { useQuery } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { z } from 'zod'
import type { Kopior } from '../../../electron/office/contract/sakerhetskopior.ts'
import { felmening } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { sakerhetskopior as text } from '../../texter/sakerhetskopior.ts'
import stil from '../kontoret/Kontoret.module.css'
import { hamtaKopiorOm } from './kopiefraga.ts'

const schema = z.object({ mapp: z.string().trim() })

/** Where the daily copies go; a folder that cannot be written to is refused at once. */
export function Mappen({ kopior }: { readonly kopior: Kopior }) {
  const start = useQuery(fraga.start.lage.queryOptions())
  const form = useFormular({
    schema,
    start: { mapp: kopior.vald ? kopior.mapp : '' },
    spara: async (val) => {
      await kontor.sakerhetskopior.bytMapp(val)
      await hamtaKopiorOm()
      sag(text.bytt)
    },
  })
  const valj = async () => {
    try {
      const { mapp } = await kontor.sakerhetskopior.valjMapp()
      if (mapp !== null) form.satt({ mapp })
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  return (
    <Avsnitt rubrik={text.mappRubrik} luft>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <Knapp type="submit" vantar={form.sparar}>
            {text.bytMapp}
          </Knapp>
        }
      >
        <div>
          <div className={stil.mapp}>
            <TextFalt {...form.falt('mapp')} etikett={text.mapp} hjalp={text.mappHjalp} bredd="bred" spellCheck={false} disabled={form.sparar} />
            {start.data?.skal.valjMapp && (
              <Knapp ikon={FolderOpen} isDisabled={form.sparar} onPress={() => void valj()}>
                {text.valjMapp}
              </Knapp>
            )}
          </div>
          <Anmarkning kopior={kopior} />
        </div>
      </Formularruta>
    </Avsnitt>
  )
}

function Anmarkning({ kopior: { vald, sammaDisk, nas } }: { readonly kopior: Kopior }) {
  const mening = !nas ? text.nasInte : !vald ? text.egenMapp : sammaDisk ? text.sammaDisk : null
  return mening === null ? null : <p className={stil.anmarkning}>{mening}</p>
}
