import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Datum } from '../../../db/model/kalender.ts'
import { PLATSSLAG, type GruppRad, type LedamotRad, type Platslage, type PlatsRad } from '../../../db/model/ledningsgrupp.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { kortDatum } from '../../texter/datum.ts'
import { ledningsgrupp as text } from '../../texter/ledningsgrupp.ts'
import stil from '../systemfel/systemfel.module.css'
import { Ledamotsdialog, Platsdialog } from './Gruppdialoger.tsx'
import { platsVem } from './platsvem.ts'

interface Egenskaper {
  readonly grupp: GruppRad
  /** What 5 § lacks today; null for a group of another time. */
  readonly lage: Platslage | null
  readonly idag: Datum
  readonly far: boolean
}

type Oppen = { readonly vad: 'plats'; readonly plats: PlatsRad | null } | { readonly vad: 'ledamot'; readonly plats: PlatsRad; readonly ledamot: LedamotRad | null }

/** The seats of 5 §, who sits on them, and what is lacking. */
export function Platser({ grupp, lage, idag, far }: Egenskaper) {
  const [oppen, setOppen] = useState<Oppen>()
  const ordning = Object.keys(PLATSSLAG)
  const platser = grupp.platser.toSorted((a, b) => ordning.indexOf(a.slag) - ordning.indexOf(b.slag) || (a.fran < b.fran ? -1 : 1))
  return (
    <Avsnitt
      rubrik={text.platser}
      bredvid={text.platserUnder}
      handling={
        far && (
          <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setOppen({ vad: 'plats', plats: null })}>
            {text.nyPlats}
          </Knapp>
        )
      }
    >
      {lage !== null && <Lage lage={lage} />}
      <Radlista etikett={text.platser}>
        {platser.map((plats) => (
          <Platsrad key={plats.id} plats={plats} idag={idag} far={far} onOppna={setOppen} />
        ))}
      </Radlista>
      {oppen?.vad === 'plats' && <Platsdialog rad={oppen.plats} gruppId={grupp.id} onStang={() => setOppen(undefined)} />}
      {oppen?.vad === 'ledamot' && <Ledamotsdialog rad={oppen.ledamot} plats={oppen.plats} onStang={() => setOppen(undefined)} />}
    </Avsnitt>
  )
}

function Lage({ lage }: { readonly lage: Platslage }) {
  return (
    <div className={stil.lage}>
      {lage.obesatta.length === 0 ? <p className={stil.tyst}>{text.allaPlatser}</p> : <p><Marke ton="passerat">{text.plats}</Marke> {text.obesatta(lage.obesatta.map((slag) => text.kortaSlag[slag]))}</p>}
      {lage.ejErbjudna.length > 0 && <p><Marke ton="snart">{text.erbjuden}</Marke> {text.ejErbjudna(lage.ejErbjudna)}</p>}
    </div>
  )
}

function Platsrad({ plats, idag, far, onOppna }: { readonly plats: PlatsRad; readonly idag: Datum; readonly far: boolean; readonly onOppna: (oppen: Oppen) => void }) {
  const vem = platsVem(plats)
  const erbjudande = plats.erbjuden === null ? '' : text.rada([text.erbjods(kortDatum(plats.erbjuden, idag)), plats.svar === 'ja' ? text.svarJa : plats.svar === 'nej' ? text.svarNej : text.svarVantar])
  const slut = plats.till === null ? '' : text.tid(kortDatum(plats.fran, idag), kortDatum(plats.till, idag))
  return (
    <Rad
      vad={vem}
      under={
        <>
          {plats.ledamoter.length === 0 && (plats.svar === 'nej' ? null : text.ingenSitter)}
          {plats.ledamoter.map((l) => (
            <span key={l.id} className={stil.under}>
              {far ? (
                <Knapp sort="lank" aria-label={text.andraLedamot(l.namn)} onPress={() => onOppna({ vad: 'ledamot', plats, ledamot: l })}>
                  {l.namn}
                </Knapp>
              ) : (
                l.namn
              )}{' '}
              {text.rada([l.roll, l.ersattare ? text.ersattareKort : '', l.till === null ? '' : text.tid(kortDatum(l.fran, idag), kortDatum(l.till, idag))])}
            </span>
          ))}
          {(erbjudande !== '' || slut !== '') && <span className={stil.under}>{text.rada([erbjudande, slut])}</span>}
        </>
      }
      handling={
        far && (
          <div className={stil.rad}>
            <Knapp sort="tyst" storlek="liten" aria-label={text.andraPlats(vem)} onPress={() => onOppna({ vad: 'plats', plats })}>
              {text.andra}
            </Knapp>
            <Knapp storlek="liten" aria-label={text.nyLedamotVad(vem)} onPress={() => onOppna({ vad: 'ledamot', plats, ledamot: null })}>
              {text.nyLedamot}
            </Knapp>
          </div>
        )
      }
    />
  )
}
