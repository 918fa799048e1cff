import { z } from 'zod'
import { useLocation } from 'wouter'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Nyckelblad as Blad } from '../../../electron/office/contract/start.ts'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Steg } from '../../parts/Steg.tsx'
import { Forhandsvisning } from '../../print/Forhandsvisning.tsx'
import { Nyckelblad } from '../../print/Nyckelblad.tsx'
import { delar } from '../../texter/delar.ts'
import { nyckelblad as bladtext, papper } from '../../texter/papper.ts'
import { bladet as text } from '../../texter/start.ts'
import stil from './Bladet.module.css'
import type { Stegegenskaper } from './Skapa.tsx'
import { useStegning } from './stegning.ts'
import { VAG } from './vagar.ts'

/** The recovery sheet: first what it is, then the sheet itself to print. Asking for it writes nothing anywhere. */
export function Bladet({ uppstart }: Stegegenskaper) {
  return uppstart.blad === undefined ? <Forklaring uppstart={uppstart} /> : <Utskrift uppstart={uppstart} blad={uppstart.blad} />
}

function Forklaring({ uppstart }: Pick<Stegegenskaper, 'uppstart'>) {
  const { steg } = useStegning('nyckelblad', uppstart)
  const form = useFormular({
    schema: z.object({}),
    start: {},
    spara: async () => uppstart.sattBlad(await kontor.start.forbered()),
  })
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.rubrik} titel={text.titel} under={text.ingress} />
      <Felsammanfattning {...form} />
      <Steg {...steg} verb={text.visa} vantar={form.sparar} onFortsatt={form.skicka}>
        <ul className={stil.punkter}>
          {text.punkter.map((punkt) => (
            <li key={punkt}>{punkt}</li>
          ))}
        </ul>
        <p>{text.saGarDetTill}</p>
      </Steg>
    </Framsida>
  )
}

function Utskrift({ uppstart: { utkast }, blad }: Pick<Stegegenskaper, 'uppstart'> & { readonly blad: Blad }) {
  const datum = useIdag()
  const [, ga] = useLocation()
  const vardkommun = kommunMedKod(utkast.vardkommun)?.fulltNamn ?? utkast.vardkommun
  return (
    <Framsida bredd="blad">
      <Forhandsvisning
        meta={{ enhet: papper.enhet(utkast.namn, vardkommun), dokument: bladtext.dokument, sekretess: true }}
        dokument={(meta) => <Nyckelblad meta={meta} data={{ nyckel: blad.nyckel, grupper: blad.grupper, datum }} />}
        // Nobody is logged in and there is no log to write in yet; the sheet still says when and for whom it was made.
        logga={() => Promise.resolve({ tid: new Date().toISOString(), av: utkast.du.namn })}
        tillbaka={VAG.steg('kontrollera')}
        vidare={<Knapp onPress={() => ga(VAG.steg('grupper'))}>{delar.fortsatt}</Knapp>}
      />
    </Framsida>
  )
}
