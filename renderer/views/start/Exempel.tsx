import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { z } from 'zod'
import { Framsida } from '../../app/Framsida.tsx'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Lage } from '../../../electron/office/contract/start.ts'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { KopieraKnapp } from '../../parts/KopieraKnapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { Formularruta } from '../../parts/Steg.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { delar } from '../../texter/delar.ts'
import { exempel as text, start } from '../../texter/start.ts'
import stil from './Exempel.module.css'
import { rollerIOrd } from './kontorsutkast.ts'
import { Startfot } from './Startfot.tsx'
import { VAG } from './vagar.ts'

interface Inloggning {
  readonly anvandarnamn: string
  readonly namn: string
  readonly roller: readonly string[]
  readonly losenord: string
}

const STORLEKAR = ['liten', 'skaraborg'] as const

/** A made-up office to try Lotsen with: choose its size, wait, and see who one can be. */
export function Exempel({ lage }: { readonly lage: Lage }) {
  const [tomMapp] = useState(lage.lage === 'nytt')
  const [inloggningar, setInloggningar] = useState<readonly Inloggning[]>()
  if (inloggningar !== undefined) return <Inloggningar inloggningar={inloggningar} lage={lage} />
  if (!tomMapp) return <Redirect to={VAG.start} replace />
  return <Storlek lage={lage} onKlart={setInloggningar} />
}

function Storlek({ lage, onKlart }: { readonly lage: Lage; readonly onKlart: (inloggningar: readonly Inloggning[]) => void }) {
  const fragor = useQueryClient()
  const arbete = useLangtArbete<{ anvandare: Inloggning[] }>()
  const form = useFormular({
    schema: z.object({ storlek: z.enum(STORLEKAR) }),
    start: { storlek: 'liten' },
    spara: async (val) => {
      const { anvandare } = await arbete.kor(() => kontor.start.exempel(val), text.borjar)
      onKlart(anvandare)
      await fragor.invalidateQueries({ queryKey: fraga.start.lage.key() })
    },
  })
  return (
    <Framsida bredd="bred" fot={<Startfot lage={lage} />}>
      <Sidhuvud rubrik={text.rubrik} titel={text.titel} under={start.provaText} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.skapa}
            </Knapp>
            {!form.sparar && <Lankknapp till={VAG.start}>{delar.tillbaka}</Lankknapp>}
          </>
        }
      >
        <Radio
          {...form.falt('storlek')}
          etikett={text.storlek}
          alternativ={[
            { kod: 'liten', text: text.liten, hjalp: text.litenHjalp },
            { kod: 'skaraborg', text: text.skaraborg, hjalp: text.skaraborgHjalp },
          ]}
        />
        {arbete.lage && <Forlopp text={arbete.lage.vad} gjort={arbete.lage.klart} alla={arbete.lage.av} />}
      </Formularruta>
    </Framsida>
  )
}

function Inloggningar({ inloggningar, lage }: { readonly inloggningar: readonly Inloggning[]; readonly lage: Lage }) {
  const [, ga] = useLocation()
  const [forsta] = inloggningar
  const samma = inloggningar.every((en) => en.losenord === forsta?.losenord)
  const kolumner: Kolumn<Inloggning>[] = [
    { id: 'namn', rubrik: text.namn, cell: (rad) => rad.namn },
    { id: 'anvandarnamn', rubrik: text.anvandarnamn, cell: (rad) => rad.anvandarnamn },
    { id: 'roller', rubrik: text.roller, cell: (rad) => rollerIOrd(rad.roller) },
    { id: 'losenord', rubrik: text.losenord, cell: (rad) => rad.losenord },
  ]
  return (
    <Framsida bredd="bred" fot={<Startfot lage={lage} />}>
      <Sidhuvud
        rubrik={text.klart}
        titel={text.klart}
        under={text.klartText}
        handlingar={
          <Knapp sort="forsta" onPress={() => ga(VAG.start, { replace: true })}>
            {start.tillInloggningen}
          </Knapp>
        }
      />
      {samma && forsta && (
        <p className={stil.losenord}>
          {text.sammaLosenord} <strong>{forsta.losenord}</strong>
          <KopieraKnapp text={forsta.losenord} vad={text.kopieraLosenordet} />
        </p>
      )}
      <Tabell bildtext={text.inloggningar} kolumner={kolumner} rader={inloggningar} nyckel={(rad) => rad.anvandarnamn} />
    </Framsida>
  )
}
