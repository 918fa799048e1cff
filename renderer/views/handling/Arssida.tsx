import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Slag } from '../../../db/model/blankett/typer.ts'
import type { Arslista, HandlingRad } from '../../../db/model/handling/typer.ts'
import { arAv } from '../../../db/model/kalender.ts'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { handling } from '../../texter/handling.ts'
import { uppraknade } from '../../texter/redovisning.ts'
import { useArslista } from './fragor.ts'
import stil from './handling.module.css'
import { Laget, sokerFor } from './Huvud.tsx'
import { bidragsvag } from './Kontroller.tsx'
import { Rumsflikar } from './Rumsflikar.tsx'
import { arsvag, handlingsvag, nyVag } from './vagar.ts'

const text = handling.arssida

/** A year's handlingar of a kind: one per sökande kommun, and what they leave out. */
export function Arssida({ slag, ar }: { readonly slag: Slag; readonly ar: number }) {
  const [, ga] = useLocation()
  const lista = useArslista(slag, ar)
  const arsval = useArsval(slag, ar)
  const { roller } = useInloggad()
  return (
    <>
      <Sidhuvud
        over={handling.rummet}
        rubrik={handling.namn(slag, ar)}
        titel={handling.namn(slag, ar)}
        handlingar={
          roller.includes('enhetschef') &&
          lista.data !== undefined && (
            <Lankknapp sort={lista.data.handlingar.length === 0 ? 'forsta' : 'andra'} ikon={Plus} till={nyVag(slag, ar)}>
              {lista.data.handlingar.length === 0 ? text.borja(slag) : text.borjaEn(slag)}
            </Lankknapp>
          )
        }
      />
      <Rumsflikar har={{ slag, ar }} />
      <div className={stil.urval}>
        <Valj etikett={handling.ar} bredd="smal" alternativ={arsval.map((a) => ({ kod: String(a), text: String(a) }))} varde={String(ar)} onAndra={(a) => ga(arsvag(slag, Number(a)))} />
      </div>
      <Hamtat svar={lista}>{(l) => <Lista slag={slag} lista={l} />}</Hamtat>
    </>
  )
}

function Lista({ slag, lista }: { readonly slag: Slag; readonly lista: Arslista }) {
  const { roller } = useInloggad()
  const chef = roller.includes('enhetschef')
  return (
    <Avsnitt rubrik={text.paborjade} {...(lista.handlingar.length === 0 ? {} : { bredvid: lista.handlingar.length })}>
      {lista.handlingar.length === 0 ? (
        <Tomt text={`${text.inga(slag, lista.ar)}${chef ? '' : ` ${text.ingaOmbud}`}`} />
      ) : (
        <Radlista etikett={text.paborjade}>
          {lista.handlingar.map((h) => (
            <Handlingsrad key={h.id} slag={slag} rad={h} lista={lista} />
          ))}
        </Radlista>
      )}
      {lista.handlingar.length > 0 && lista.utanHandling.length > 0 && <p className={stil.under}>{text.utan(lista.utanHandling.toSorted(kommunOrdning).map(kommunNamn))}</p>}
      <p className={stil.under}>
        {slag === 'redovisning' ? (
          text.siffror
        ) : (
          <>
            {text.bidrag}{' '}
            {chef && (
              <Lankknapp sort="lank" till={bidragsvag(lista.ar)}>
                {text.tillBidrag}
              </Lankknapp>
            )}
          </>
        )}
      </p>
    </Avsnitt>
  )
}

function Handlingsrad({ slag, rad, lista }: { readonly slag: Slag; readonly rad: HandlingRad; readonly lista: Arslista }) {
  const frist = lista.frister.find((f) => f.handling?.id === rad.id)
  return (
    <Rad
      vad={sokerFor(rad)}
      under={
        <>
          {uppraknade(rad.kommuner.toSorted(kommunOrdning).map(kommunNamn))}. {text.blankett(rad.blankett.namn)}
          {rad.nr > 1 && `, ${handling.version(rad.nr).toLocaleLowerCase('sv')}`}
        </>
      }
      handling={
        <>
          {frist ? <Laget handling={rad} frist={frist} /> : handling.status[rad.status]}
          <Lankknapp storlek="liten" till={handlingsvag(slag, rad.id)}>
            {text.oppna}
            <Osynlig> {sokerFor(rad)}</Osynlig>
          </Lankknapp>
        </>
      }
    />
  )
}

/** The years there is something to account for, and for an ansökan the next. */
function useArsval(slag: Slag, ar: number): number[] {
  const idag = useIdag()
  const register = useQuery(fraga.redovisning.ar.queryOptions())
  const nu = arAv(idag)
  const alla = new Set([ar, nu, ...(register.data ?? []), ...(slag === 'ansokan' ? [nu + 1] : [])])
  return [...alla].toSorted((a, b) => b - a)
}
