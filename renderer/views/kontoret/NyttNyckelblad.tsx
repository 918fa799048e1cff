import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { Fel } from '../../../db/model/fel.ts'
import { tolkaFel } from '../../app/felsvar.ts'
import { fragor } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Losenordsfalt, TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Nyckelblad } from '../../print/Nyckelblad.tsx'
import { anvandare } from '../../texter/anvandare.ts'
import { delar } from '../../texter/delar.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { nyckelblad as bladtext, papper } from '../../texter/papper.ts'
import { session } from '../../texter/session.ts'
import { start as starttext } from '../../texter/start.ts'
import stil from './Kontoret.module.css'

const text = anvandare.blad
const BLADET = '/kontoret/nyckelblad'
type Blad = Awaited<ReturnType<typeof kontor.nyckelblad.forbered>>

/** A new sheet: printed, read back, signed for by two. Until then nothing has been written anywhere. */
export function NyttNyckelblad() {
  const [blad, setBlad] = useState<Blad>()
  const [steg, setSteg] = useState<'skriv' | 'kontrollera' | 'klart'>('skriv')
  if (blad === undefined) return <Borja onBlad={setBlad} />
  if (steg === 'skriv') return <Skriv blad={blad} onVidare={() => setSteg('kontrollera')} />
  if (steg === 'kontrollera') return <Kontrollera blad={blad} onTillbaka={() => setSteg('skriv')} onKlart={() => setSteg('klart')} />
  return (
    <>
      <Sidhuvud rubrik={text.rubrik} titel={text.titel} over={kontoret.rubrik} />
      <div className={stil.klar} role="status">
        <p>{text.klart}</p>
        <p>
          {text.kontroll}: <span className={stil.sha}>{blad.fingeravtryck}</span>
        </p>
        <Lankknapp till={BLADET}>{text.rubrik}</Lankknapp>
      </div>
    </>
  )
}

function Borja({ onBlad }: { readonly onBlad: (blad: Blad) => void }) {
  const [, ga] = useLocation()
  const form = useFormular({ schema: z.object({}), start: {}, spara: async () => onBlad(await kontor.nyckelblad.forbered()) })
  return (
    <>
      <Sidhuvud rubrik={text.nyttRubrik} titel={text.nyttRubrik} over={kontoret.rubrik} under={text.nyttText} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.gor}
            </Knapp>
            <Knapp onPress={() => ga(BLADET)}>{delar.avbryt}</Knapp>
          </>
        }
      >
        <p className={stil.text}>{text.skrivText}</p>
        <p className={stil.text}>{text.hittat}</p>
      </Formularruta>
    </>
  )
}

function Skriv({ blad, onVidare }: { readonly blad: Blad; readonly onVidare: () => void }) {
  const datum = useIdag()
  const jag = useInloggad()
  const svar = useQuery(fraga.enhet.hamta.queryOptions())
  const kod = svar.data?.enhet.vardkommun
  const vardkommun = kod === undefined ? '' : (kommunMedKod(kod)?.fulltNamn ?? kod)
  return (
    <Forhandsvisning
      meta={{ enhet: papper.enhet(jag.enhet, vardkommun), dokument: bladtext.dokument, sekretess: true }}
      dokument={(meta) => <Nyckelblad meta={meta} data={{ nyckel: blad.nyckel, grupper: blad.grupper, datum, kontroll: blad.fingeravtryck }} />}
      // The sheet is logged when it comes to hold; before that it is a piece of paper that opens nothing.
      logga={() => Promise.resolve({ tid: new Date().toISOString(), av: jag.namn })}
      tillbaka={BLADET}
      vidare={<Knapp onPress={onVidare}>{delar.fortsatt}</Knapp>}
    />
  )
}

/** The office's error at the field on this page that it is about. */
function vidFaltet(orsak: unknown): unknown {
  const { kod, mening, falt } = tolkaFel(orsak)
  const har = { 'grupper.0': 'en', 'grupper.1': 'annan', 'med.anvandarnamn': 'medNamn', 'med.losenord': 'medLosenord' }[falt ?? '']
  return har === undefined ? orsak : new Fel(kod, mening, { falt: har })
}

function Kontrollera({ blad, onTillbaka, onKlart }: { readonly blad: Blad; readonly onTillbaka: () => void; readonly onKlart: () => void }) {
  const { roller } = useInloggad()
  const ensam = roller.includes('enhetschef') && roller.includes('administrator')
  const [en, annan] = blad.fraga
  const krav = ensam ? z.string() : z.string().trim().min(1, session.skrivAnvandarnamn)
  const form = useFormular({
    schema: z.object({
      en: z.string().trim().min(1, text.skrivGrupp(en)),
      annan: z.string().trim().min(1, text.skrivGrupp(annan)),
      medNamn: krav,
      medLosenord: ensam ? z.string() : z.string().min(1, session.skrivLosenord),
    }),
    start: { en: '', annan: '', medNamn: '', medLosenord: '' },
    spara: async (v) => {
      try {
        await kontor.nyckelblad.byt({ grupper: [v.en, v.annan], med: ensam ? null : { anvandarnamn: v.medNamn, losenord: v.medLosenord } })
      } catch (orsak) {
        throw vidFaltet(orsak)
      }
      await fragor.invalidateQueries()
      onKlart()
    },
  })
  return (
    <>
      <Sidhuvud rubrik={text.grupperRubrik} titel={text.grupperRubrik} over={kontoret.rubrik} under={text.grupper} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.byt}
            </Knapp>
            <Knapp onPress={onTillbaka}>{delar.tillbaka}</Knapp>
          </>
        }
      >
        <TextFalt {...form.falt('en')} etikett={text.grupp(en)} bredd="smal" spellCheck={false} maxLength={20} autoFocus />
        <TextFalt {...form.falt('annan')} etikett={text.grupp(annan)} bredd="smal" spellCheck={false} maxLength={20} />
        {!ensam && (
          <>
            <p className={stil.text}>{text.medText}</p>
            <TextFalt {...form.falt('medNamn')} etikett={text.medNamn} spellCheck={false} autoComplete="off" />
            <Losenordsfalt {...form.falt('medLosenord')} etikett={text.medLosenord} />
          </>
        )}
        {form.sparar && <Arbetar text={starttext.skapas} />}
      </Formularruta>
    </>
  )
}
