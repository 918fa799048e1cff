import { useQueryClient } from '@tanstack/react-query'
import { Redirect, useLocation } from 'wouter'
import { z } from 'zod'
import { Fel } from '../../../db/model/fel.ts'
import { tolkaFel } from '../../app/felsvar.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Nyckelblad } from '../../../electron/office/contract/start.ts'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Steg } from '../../parts/Steg.tsx'
import { bladet as text, start as starttext } from '../../texter/start.ts'
import { kontorsfil } from './kontorsutkast.ts'
import type { Stegegenskaper } from './Skapa.tsx'
import { useStegning } from './stegning.ts'
import { VAG } from './vagar.ts'

type Egenskaper = Stegegenskaper & { readonly onSkapat: (enhet: string) => void }

/** Two groups typed back from the paper, and the office is created. */
export function Grupper({ uppstart, lage, onSkapat }: Egenskaper) {
  if (uppstart.blad === undefined) return <Redirect to={VAG.steg('nyckelblad')} replace />
  return <Fragan blad={uppstart.blad} uppstart={uppstart} lage={lage} onSkapat={onSkapat} />
}

function Fragan({ blad, uppstart, onSkapat }: Egenskaper & { readonly blad: Nyckelblad }) {
  const { steg } = useStegning('grupper', uppstart)
  const [, ga] = useLocation()
  const fragor = useQueryClient()
  const [en, annan] = blad.fraga
  const form = useFormular({
    schema: z.object({ en: z.string().trim().min(1, text.skrivGrupp(en)), annan: z.string().trim().min(1, text.skrivGrupp(annan)) }),
    start: { en: '', annan: '' },
    spara: async (svar) => {
      try {
        await kontor.start.skapa({ kontor: kontorsfil(uppstart.utkast), grupper: [svar.en, svar.annan] })
      } catch (orsak) {
        throw vidFaltet(orsak, () => uppstart.sattBlad(undefined))
      }
      await fragor.invalidateQueries({ queryKey: fraga.start.lage.key() })
      onSkapat(uppstart.utkast.namn)
      uppstart.kasta()
    },
  })
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.grupper} titel={text.grupperTitel} under={text.grupperText} />
      <Felsammanfattning {...form} />
      <Steg {...steg} onTillbaka={() => ga(VAG.steg('nyckelblad'))} verb={text.skapa} vantar={form.sparar} onFortsatt={form.skicka}>
        <TextFalt {...form.falt('en')} etikett={text.grupp(en)} bredd="smal" spellCheck={false} maxLength={20} autoFocus />
        <TextFalt {...form.falt('annan')} etikett={text.grupp(annan)} bredd="smal" spellCheck={false} maxLength={20} />
        {form.sparar && <Arbetar text={starttext.skapas} />}
      </Steg>
    </Framsida>
  )
}

/** The office's error at the field on this page that it is about. */
function vidFaltet(orsak: unknown, bladetBorta: () => void): unknown {
  const { kod, mening, falt } = tolkaFel(orsak)
  if (kod === 'nyckelblad_borta') bladetBorta()
  if (falt === 'grupper.0' || falt === 'grupper.1') return new Fel(kod, mening, { falt: falt === 'grupper.0' ? 'en' : 'annan' })
  return orsak
}
