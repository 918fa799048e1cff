import { useQuery } from '@tanstack/react-query'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { Kontroll } from '../../../db/model/redovisning/index.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { tvadecimaler } from '../../print/tal.ts'
import { kortDatum } from '../../texter/datum.ts'
import { redovisning, uppraknade } from '../../texter/redovisning.ts'
import { ALLVAR, iTurordning } from './allvar.ts'
import type { Oppning } from './Siffra.tsx'
import stil from './Redovisning.module.css'

const text = redovisning.kontroller
const TON = { rattas: 'passerat', tittaPa: 'snart', veta: 'lugnt' } as const

/** What in the year's data must be mended, and what should be looked at, each with a way there. */
export function Kontroller({ kontroller, oppna }: { readonly kontroller: readonly Kontroll[]; readonly oppna: (oppning: Oppning) => void }) {
  const kvar = kontroller.filter((k) => ALLVAR[k.kod] !== 'veta').length
  return (
    <Avsnitt rubrik={text.rubrik} bredvid={text.kvar(kvar)}>
      {kontroller.length === 0 ? (
        <p className={stil.ingaKontroller}>{text.inga}</p>
      ) : (
        <Radlista etikett={text.rubrik}>
          {iTurordning(kontroller).map((kontroll) => (
            <Kontrollrad key={kontroll.kod} kontroll={kontroll} oppna={oppna} />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

function Kontrollrad({ kontroll, oppna }: { readonly kontroll: Kontroll; readonly oppna: (oppning: Oppning) => void }) {
  const allvar = ALLVAR[kontroll.kod]
  const mening = text.mening[kontroll.kod](kontroll.antal)
  return (
    <Rad
      vad={
        <span className={stil.kontroll}>
          <Marke ton={TON[allvar]}>{text[allvar]}</Marke>
          <span>{mening}</span>
        </span>
      }
      under={<Under kontroll={kontroll} />}
      handling={<Vag kontroll={kontroll} mening={mening} oppna={oppna} />}
    />
  )
}

function Under({ kontroll }: { readonly kontroll: Kontroll }) {
  const idag = useIdag()
  const personer = kontroll.personer ?? []
  const ombud = kontroll.ombud ?? []
  const anvandare = useQuery({ ...fraga.anvandare.lista.queryOptions(), enabled: personer.length + ombud.length > 0 })
  const namn = (id: string) => anvandare.data?.find((a) => a.id === id)?.namn ?? ''
  if (ombud.length > 0) return uppraknade(ombud.map(namn).toSorted(svenskOrdning))
  if (kontroll.beviljat !== undefined) return text.motBeviljat(tvadecimaler(kontroll.bemannat ?? 0), tvadecimaler(kontroll.beviljat))
  if (personer.length > 0) {
    return personer.map((p) => (
      <span key={p.person} className={stil.underrad}>
        {text.overHundra(namn(p.person), p.procent, kortDatum(p.dag, idag))}
      </span>
    ))
  }
  if (kontroll.kommuner) return uppraknade(kontroll.kommuner.map(kommunNamn))
  return text.under[kontroll.kod]
}

/** The way to what is to be mended: the cases behind the check, or the room where it is done. */
function Vag({ kontroll, mening, oppna }: { readonly kontroll: Kontroll; readonly mening: string; readonly oppna: (oppning: Oppning) => void }) {
  const { roller } = useInloggad()
  const skoter = roller.includes('enhetschef') || roller.includes('administrator')
  if (kontroll.kod === 'introduktion_saknas') return skoter ? <Litenlank till="/kontoret/utbildning">{text.tillUtbildning}</Litenlank> : null
  if (kontroll.kod === 'arsanstallningar_mot_beviljat') return roller.includes('enhetschef') ? <Litenlank till="/kontoret/statsbidrag">{text.tillStatsbidrag}</Litenlank> : null
  if (kontroll.kod === 'ombud_over_100_procent' || kontroll.kod === 'franvaro_utanfor_anstallning') return skoter ? <Litenlank till="/kontoret/bemanning">{text.tillBemanning}</Litenlank> : null
  if (kontroll.kod === 'kommun_utanfor_enheten' && skoter) return <Litenlank till="/kontoret/kommuner">{text.tillKommuner}</Litenlank>
  if (kontroll.kod === 'kontakt_ej_avgjord') return roller.includes('ombud') ? <Litenlank till="/kontakter">{text.tillKontakter}</Litenlank> : null
  return (
    <Knapp storlek="liten" onPress={() => oppna({ figur: `kontroller.${kontroll.kod}`, vad: mening, tal: String(kontroll.arenden.length) })}>
      {text.oppna}
      <Osynlig>{redovisning.oppnaVad(mening)}</Osynlig>
    </Knapp>
  )
}

function Litenlank({ till, children }: { readonly till: string; readonly children: string }) {
  return (
    <Lankknapp storlek="liten" till={till}>
      {children}
    </Lankknapp>
  )
}
