import { z } from 'zod'
import { useLocation } from 'wouter'
import { Framsida } from '../../app/Framsida.tsx'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Kopiehuvud, Lage } from '../../../electron/office/contract/start.ts'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Filval } from '../../parts/Filval.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Steg } from '../../parts/Steg.tsx'
import { aterstallning as text } from '../../texter/start.ts'
import { Startfot } from './Startfot.tsx'
import { VAG } from './vagar.ts'

export const ANTAL_STEG = 3

/** Which file. An office that is here already is set aside, and the page says so before anything else. */
export function AterstallFil({ lage, onLast }: { readonly lage: Lage; readonly onLast: (huvud: Kopiehuvud) => void }) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema: z.object({ fil: z.instanceof(File, { message: text.valjFil }) }),
    start: { fil: null as File | null },
    spara: async ({ fil }) => onLast(await kontor.start.lasKopia({ fil })),
  })
  return (
    <Framsida bredd="bred" fot={<Startfot lage={lage} />}>
      <Sidhuvud rubrik={text.rubrik} titel={text.titel} under={text.ingress} />
      <Felsammanfattning {...form} />
      <Steg nu={1} alla={ANTAL_STEG} verb={text.lasFilen} vantar={form.sparar} onFortsatt={form.skicka} onAvbryt={() => ga(VAG.start)}>
        {lage.lage !== 'nytt' && <p>{text.laggsUndan}</p>}
        <Filval {...form.falt('fil')} etikett={text.fil} hjalp={text.filHjalp} typer={['.lotsen']} />
        {form.sparar && <Arbetar text={text.laser} />}
      </Steg>
    </Framsida>
  )
}
