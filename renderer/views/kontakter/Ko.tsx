import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { Koplats } from '../../../db/model/kontakter.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { etiketter } from '../../app/kodval.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Skyddat } from '../../parts/Namn.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { type Redigering, useRedigering } from '../../parts/redigering.ts'
import { antalDagar, bradska, dagIOrd, langtDatum, storBokstav } from '../../texter/datum.ts'
import { kontakter as text } from '../../texter/kontakter.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { useKontakt } from './Kontakt.tsx'
import { Kontaktflikar } from './Kontaktflikar.tsx'
import type { Kontaktdata } from './Kontaktfalt.tsx'
import { LamnaKon, tomtUttrade } from './LamnaKon.tsx'
import { Paminn } from './Paminn.tsx'

/** The queue with names: asked for when the page is opened, since each answer is a row in the log. */
export const useKo = (enabled = true) => useQuery(fraga.kontakter.ko.queryOptions({ refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: 60_000, enabled }))

/** Who waits for an ombud, the longest wait first (DOMAIN §4 kö). */
export function Ko() {
  const ko = useKo()
  const listor = useKodlistor()
  const enhet = useEnhet()
  const idag = useIdag()
  return (
    <>
      <Sidhuvud rubrik={rumsnamn.kontakter} titel={text.koTitel} />
      <Kontaktflikar />
      <Hamtat svar={listor}>
        {(l) => <Hamtat svar={enhet}>{({ kommuner }) => <Hamtat svar={ko}>{(platser) => <Kon platser={platser} listor={l} kommuner={kommuner} idag={idag} />}</Hamtat>}</Hamtat>}
      </Hamtat>
    </>
  )
}

function Kon({ platser, ...data }: Kontaktdata & { readonly platser: readonly Koplats[] }) {
  return (
    <Avsnitt rubrik={text.vantar(platser.length)} {...(platser.length > 1 ? { bredvid: text.koOrdning } : {})}>
      {platser.length === 0 ? (
        <Tomt text={text.tomKo} />
      ) : (
        <Radlista etikett={text.koTitel}>
          {platser.map((plats) => (
            <En key={plats.id} plats={plats} {...data} />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

function En({ plats, ...data }: Kontaktdata & { readonly plats: Koplats }) {
  const { listor, idag } = data
  const paminnelse = useRedigering(`paminn ${plats.id}`, { datum: plats.paminnelse ?? '' })
  const uttrade = useRedigering(`lamna kon ${plats.id}`, tomtUttrade(idag))
  const dag = langtDatum(plats.kodatum)
  return (
    <Rad
      nar={plats.dagar === 0 ? storBokstav(dagIOrd(plats.kodatum, idag)) : antalDagar(plats.dagar)}
      {...(plats.paminnelse !== null ? { bradska: bradska(plats.paminnelse, idag) } : {})}
      vad={
        <Link href={`/kontakter/${plats.id}`}>
          <Vem plats={plats} />
        </Link>
      }
      under={
        <>
          {text.rada([kommunNamn(plats.kommun), ...etiketter(listor, 'orsak', plats.orsaker)])}
          <br />
          {plats.telefon !== null && (
            <>
              <Skyddat>{plats.telefon}</Skyddat>
              {' · '}
            </>
          )}
          {plats.paminnelse === null ? text.ingenPaminnelse : text.paminnelseDen(dagIOrd(plats.paminnelse, idag))}
        </>
      }
      handling={
        <>
          <Lankknapp storlek="liten" till={`/klienter/nytt/fran/${plats.id}`}>
            {text.nyttUppdrag}
          </Lankknapp>
          <Knapp {...paminnelse.knapp} sort="tyst" storlek="liten" aria-label={text.paminnVad(dag, kommunNamn(plats.kommun))}>
            {text.paminn}
          </Knapp>
          <Knapp {...uttrade.knapp} sort="tyst" storlek="liten" aria-label={text.lamnaKonVad(dag, kommunNamn(plats.kommun))}>
            {text.lamnaKon}
          </Knapp>
        </>
      }
      oppnat={
        (paminnelse.oppen || uttrade.oppen) && (
          <>
            {paminnelse.oppen && <Paminn plats={plats} redigering={paminnelse} idag={idag} />}
            {uttrade.oppen && <Uttrade id={plats.id} redigering={uttrade} {...data} />}
          </>
        )
      }
    />
  )
}

/** A name while names are shown; otherwise which place it is, so that the link has a text. */
function Vem({ plats }: { readonly plats: Koplats }) {
  if (plats.namn !== null) return <Skyddat>{plats.namn}</Skyddat>
  return plats.forseglad ? text.namnVantar : text.namnlos
}

function Uttrade({ id, redigering, ...data }: Kontaktdata & { readonly id: string; readonly redigering: Redigering<ReturnType<typeof tomtUttrade>> }) {
  const kontakt = useKontakt(id)
  return <Hamtat svar={kontakt}>{(rad) => <LamnaKon rad={rad} redigering={redigering} {...data} />}</Hamtat>
}
