import { useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { idag, klockslag } from '../../../db/model/kalender.ts'
import type { Ovningssvar } from '../../../electron/office/contract/sakerhetskopior.ts'
import { kontor } from '../../app/klient.ts'
import { Avsnitt, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Losenordsfalt, Textruta } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { Formularruta } from '../../parts/Steg.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { sakerhetskopior } from '../../texter/sakerhetskopior.ts'
import stil from '../kontoret/Kontoret.module.css'
import { hamtaKopiorOm } from './kopiefraga.ts'
import { KOPIOR } from './vagar.ts'

const text = sakerhetskopior.ovning
const schema = z.discriminatedUnion('med', [
  z.object({ med: z.literal('losenord'), losenord: z.string().min(1, text.skrivLosenord) }),
  z.object({ med: z.literal('nyckel'), nyckel: z.string().trim().min(1, text.skrivNyckel) }),
])

/** "Öva återställning": the newest copy, restored to a place that is then destroyed. */
export function Ovningen() {
  const [svar, setSvar] = useState<Ovningssvar>()
  const [, ga] = useLocation()
  return (
    <Avsnitt rubrik={sakerhetskopior.ovaRubrik} luft>
      {svar === undefined ? <Fragan onKlar={setSvar} /> : <Klar svar={svar} />}
      <div className={stil.val}>
        <Knapp sort={svar === undefined ? 'lank' : 'forsta'} onPress={() => ga(KOPIOR)}>
          {text.tillbaka}
        </Knapp>
      </div>
    </Avsnitt>
  )
}

function Fragan({ onKlar }: { readonly onKlar: (svar: Ovningssvar) => void }) {
  const arbete = useLangtArbete<Ovningssvar>()
  const form = useFormular({
    schema,
    start: { med: 'losenord', losenord: '', nyckel: '' },
    spara: async ({ med: _, ...med }) => {
      const svar = await arbete.kor(() => kontor.sakerhetskopior.ova(med), text.oppnar)
      await hamtaKopiorOm()
      onKlar(svar)
    },
  })
  return (
    <>
      <p className={stil.text}>{text.text}</p>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          arbete.lage ? (
            <Forlopp text={arbete.lage.vad} gjort={arbete.lage.klart} alla={arbete.lage.av} />
          ) : (
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.starta}
            </Knapp>
          )
        }
      >
        <Radio
          {...form.falt('med')}
          etikett={text.med}
          alternativ={[
            { kod: 'losenord', text: text.medLosenord, hjalp: text.medLosenordHjalp },
            { kod: 'nyckel', text: text.medNyckel, hjalp: text.medNyckelHjalp },
          ]}
        />
        {form.varden.med === 'losenord' ? (
          <Losenordsfalt {...form.falt('losenord')} etikett={text.losenord} autoComplete="off" />
        ) : (
          <Textruta {...form.falt('nyckel')} etikett={text.nyckel} hjalp={text.nyckelHjalp} spellCheck={false} rader={3} />
        )}
      </Formularruta>
    </>
  )
}

function Klar({ svar }: { readonly svar: Ovningssvar }) {
  return (
    <div role="status">
      <div className={stil.klar}>
        <h2>{text.klar}</h2>
        <p>{text.klarText}</p>
      </div>
      <Uppgifter
        rader={[
          { namn: text.fil, varde: <span className={stil.sha}>{svar.fil}</span> },
          { namn: text.gjord, varde: kontoret.nar(langtDatum(idag(svar.skapad)), klockslag(svar.skapad)) },
          { namn: text.arenden, varde: svar.tal.arenden },
          { namn: text.uppdrag, varde: svar.tal.uppdrag },
          { namn: text.kontakter, varde: svar.tal.kontakter },
          { namn: text.logg, varde: text.loggVarde(svar.tal.loggrader) },
          { namn: text.jamfort, varde: svar.jamfort ? text.lika : text.inteJamfort },
          { namn: text.nycklar, varde: svar.nycklar === 0 ? text.ingaNycklar : svar.nycklar },
          { namn: text.tid, varde: text.sekunder(svar.sekunder) },
        ]}
      />
    </div>
  )
}
