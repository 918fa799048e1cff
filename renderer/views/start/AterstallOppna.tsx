import { z } from 'zod'
import { useLocation } from 'wouter'
import { idag, klockslag } from '../../../db/model/kalender.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Kopiehuvud, Kopieinnehall } from '../../../electron/office/contract/start.ts'
import { Uppgifter, type Uppgift } from '../../parts/Avsnitt.tsx'
import { Losenordsfalt, TextFalt, Textruta } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Arbetar } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Steg } from '../../parts/Steg.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { aterstallning as text } from '../../texter/start.ts'
import { filstorlek } from '../../texter/storlek.ts'
import { ANTAL_STEG } from './AterstallFil.tsx'
import { VAG } from './vagar.ts'

const schema = z.discriminatedUnion('med', [
  z.object({
    med: z.literal('losenord'),
    anvandarnamn: z.string().trim().min(1, text.skrivAnvandarnamn),
    losenord: z.string().min(1, text.skrivLosenord),
  }),
  z.object({ med: z.literal('nyckel'), nyckel: z.string().trim().min(1, text.skrivNyckel) }),
])

interface Egenskaper {
  readonly huvud: Kopiehuvud
  readonly onTillbaka: () => void
  readonly onOppnad: (innehall: Kopieinnehall) => void
}

/** Everything that can be told of the file before it is unlocked, and the two ways to unlock it. */
export function AterstallOppna({ huvud, onTillbaka, onOppnad }: Egenskaper) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema,
    start: { med: 'losenord', anvandarnamn: '', losenord: '', nyckel: '' },
    spara: async ({ med: _, ...med }) => onOppnad(await kontor.start.oppnaKopia({ id: huvud.id, ...med })),
  })
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.oppna} titel={text.titel} />
      <Felsammanfattning {...form} />
      <Steg nu={2} alla={ANTAL_STEG} verb={text.lasUpp} vantar={form.sparar} onFortsatt={form.skicka} onTillbaka={onTillbaka} onAvbryt={() => ga(VAG.start)}>
        <Uppgifter rader={omFilen(huvud)} />
        <Radio
          {...form.falt('med')}
          etikett={text.oppnaMed}
          alternativ={[
            { kod: 'losenord', text: text.medLosenord, hjalp: text.medLosenordHjalp },
            { kod: 'nyckel', text: text.medNyckel, hjalp: text.medNyckelHjalp },
          ]}
        />
        {form.varden.med === 'losenord' ? (
          <>
            <TextFalt {...form.falt('anvandarnamn')} etikett={text.anvandarnamn} spellCheck={false} />
            <Losenordsfalt {...form.falt('losenord')} etikett={text.losenord} autoComplete="off" />
          </>
        ) : (
          <Textruta {...form.falt('nyckel')} etikett={text.nyckel} hjalp={text.nyckelHjalp} spellCheck={false} rader={3} />
        )}
        {form.sparar && <Arbetar text={text.lasesUpp} />}
      </Steg>
    </Framsida>
  )
}

/** When, how large, by which Lotsen. */
export function omFilen(huvud: Kopiehuvud): Uppgift[] {
  return [
    { namn: text.gjord, varde: text.gjordNar(langtDatum(idag(huvud.skapad)), klockslag(huvud.skapad)) },
    { namn: text.storlek, varde: filstorlek(huvud.byte) },
    { namn: text.version, varde: text.lotsen(huvud.lotsen) },
  ]
}
