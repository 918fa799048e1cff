import { useQuery } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import type { Kopia } from '../../../electron/office/contract/sakerhetskopior.ts'
import { felmening } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Spalter, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Exporterbart } from '../../parts/Exporterbart.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { KopieraKnapp } from '../../parts/KopieraKnapp.tsx'
import { type Arbetslage, useLangtArbete } from '../../parts/langtArbete.ts'
import { Formularruta } from '../../parts/Steg.tsx'
import { kontoret } from '../../texter/kontoret.ts'
import { filstorlek } from '../../texter/storlek.ts'
import stil from '../kontoret/Kontoret.module.css'
import { hamtaKopiorOm } from './kopiefraga.ts'

const text = kontoret.sakerhetskopia
const schema = z.object({ mapp: z.string().trim().min(1, text.skrivMapp) })

/** The whole office to one file, opened again to see that it is whole. */
export function Exporten() {
  const svar = useQuery({ ...fraga.sakerhetskopior.hamta.queryOptions(), refetchOnWindowFocus: false })
  return (
    <Hamtat svar={svar}>
      {({ exportmapp }) => (
        <Spalter
          sida={
            <Avsnitt rubrik={text.forvaraRubrik} luft>
              <ul className={stil.punkter}>
                {text.forvara.map((rad) => (
                  <li key={rad}>{rad}</li>
                ))}
              </ul>
            </Avsnitt>
          }
        >
          <Exportformular forvald={exportmapp} />
        </Spalter>
      )}
    </Hamtat>
  )
}

function Exportformular({ forvald }: { readonly forvald: string }) {
  const [kopia, setKopia] = useState<Kopia>()
  const { lage, kor } = useLangtArbete<Kopia>()
  const form = useFormular({
    schema,
    start: { mapp: forvald },
    spara: async ({ mapp }) => {
      setKopia(await kor(() => kontor.sakerhetskopior.exportera(mapp === forvald ? {} : { mapp }), text.forbereder))
      await hamtaKopiorOm()
    },
  })
  return (
    <Avsnitt rubrik={text.rubrik} luft>
      <Felsammanfattning {...form} />
      <Exporterbart>{kopia ? <Klar kopia={kopia} onEnTill={() => setKopia(undefined)} /> : <Val form={form} lage={lage} />}</Exporterbart>
    </Avsnitt>
  )
}

function Val({ form, lage }: { readonly form: ReturnType<typeof useFormular<{ mapp: string }, { mapp: string }>>; readonly lage: Arbetslage | undefined }) {
  const start = useQuery(fraga.start.lage.queryOptions())
  const valjMapp = async () => {
    try {
      const { mapp } = await kontor.sakerhetskopior.valjMapp()
      if (mapp !== null) form.satt({ mapp })
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  return (
    <>
      <p className={stil.text}>{text.text}</p>
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          lage ? (
            <Forlopp text={lage.vad} gjort={lage.klart} alla={lage.av} />
          ) : (
            <Knapp type="submit" sort="forsta" vantar={form.sparar} autoFocus>
              {text.exportera}
            </Knapp>
          )
        }
      >
        <div className={stil.mapp}>
          <TextFalt {...form.falt('mapp')} etikett={text.mapp} hjalp={text.mappHjalp} bredd="bred" spellCheck={false} disabled={form.sparar} />
          {start.data?.skal.valjMapp && (
            <Knapp ikon={FolderOpen} isDisabled={form.sparar} onPress={() => void valjMapp()}>
              {text.valjMapp}
            </Knapp>
          )}
        </div>
      </Formularruta>
    </>
  )
}

function Klar({ kopia, onEnTill }: { readonly kopia: Kopia; readonly onEnTill: () => void }) {
  return (
    <div role="status">
      <div className={stil.klar}>
        <h2>{text.klar}</h2>
        <p>{text.kontrolleradText}</p>
      </div>
      <Uppgifter
        rader={[
          { namn: text.fil, varde: <span className={stil.sha}>{kopia.fil}</span> },
          { namn: text.storlek, varde: filstorlek(kopia.byte) },
          { namn: text.arenden, varde: kopia.arenden },
          {
            namn: text.sha,
            varde: (
              <>
                <span className={stil.sha}>{kopia.sha256}</span> <KopieraKnapp text={kopia.sha256} vad={text.sha} />
              </>
            ),
          },
        ]}
      />
      <div className={stil.val}>
        <Knapp onPress={onEnTill}>{text.enTill}</Knapp>
      </div>
    </div>
  )
}
