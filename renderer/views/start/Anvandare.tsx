import { Plus } from 'lucide-react'
import { z } from 'zod'
import { useLocation } from 'wouter'
import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig, Steg } from '../../parts/Steg.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { delar } from '../../texter/delar.ts'
import { uppstart as text } from '../../texter/start.ts'
import { harAdministrator, type Personutkast, rollerIOrd } from './kontorsutkast.ts'
import type { Stegegenskaper } from './Skapa.tsx'
import { useStegning } from './stegning.ts'
import { VAG } from './vagar.ts'
import stil from './Anvandare.module.css'

interface Rad extends Personutkast {
  /** Place among the others; undefined for whoever sits at the keyboard. */
  readonly plats: number | undefined
}

/** Everybody who is to use the office. */
export function Anvandare({ uppstart }: Stegegenskaper) {
  const { utkast, satt } = uppstart
  const [, ga] = useLocation()
  const { vidare, steg } = useStegning('anvandare', uppstart)
  const form = useFormular({
    schema: z.boolean().refine((finns) => finns, text.ingenAdministrator),
    start: {},
    till: () => harAdministrator(utkast),
    spara: () => {
      satt({ andraKlara: true })
      vidare()
    },
  })
  const rader: Rad[] = [{ ...utkast.du, plats: undefined }, ...utkast.andra.map((person, plats) => ({ ...person, plats }))]
  const kolumner: Kolumn<Rad>[] = [
    { id: 'namn', rubrik: text.namn, cell: (rad) => (rad.plats === undefined ? text.duSjalv(rad.namn) : rad.namn) },
    { id: 'anvandarnamn', rubrik: text.anvandarnamn, cell: (rad) => rad.anvandarnamn },
    { id: 'roller', rubrik: text.roller, cell: (rad) => rollerIOrd(rad.roller) },
    {
      id: 'handling',
      rubrik: text.handling,
      handling: true,
      cell: ({ plats, namn }) => (
        <span className={stil.handlingar}>
          <Knapp sort="lank" onPress={() => ga(plats === undefined ? VAG.steg('du') : VAG.person(plats))}>
            {delar.andra}
            <Osynlig>{delar.andraVad(namn)}</Osynlig>
          </Knapp>
          {plats !== undefined && (
            <Knapp sort="lank" onPress={() => satt({ andra: utkast.andra.filter((_, i) => i !== plats) })}>
              {text.tabort}
              <Osynlig>{delar.andraVad(namn)}</Osynlig>
            </Knapp>
          )}
        </span>
      ),
    },
  ]
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.andra} titel={text.andraTitel} under={text.andraText} />
      <Felsammanfattning {...form} />
      <Steg {...steg} onFortsatt={form.skicka}>
        <Tabell bildtext={text.tabellnamn} kolumner={kolumner} rader={rader} nyckel={(rad) => rad.anvandarnamn} />
        <div>
          <Knapp ikon={Plus} onPress={() => ga(VAG.person('ny'))}>
            {text.laggTill}
          </Knapp>
        </div>
      </Steg>
    </Framsida>
  )
}
