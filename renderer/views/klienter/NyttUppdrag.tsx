import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { plusManader } from '../../../db/model/kalender.ts'
import type { KontaktRad } from '../../../db/model/kontakter.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import type { Installningar, KommunRad } from '../../../db/model/enhet.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { kommunval } from '../../app/kodval.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { klienter } from '../../texter/klienter.ts'
import { useArende, useMina } from './arendefragor.ts'
import { useKo } from '../kontakter/Ko.tsx'
import { kanBliUppdrag } from '../kontakter/kontaktvarden.ts'
import { aktuellt, kommunDag } from './uppdragsrad.ts'
import { delaUpp } from './klientlista.ts'
import stil from './klienter.module.css'
import { Nyttflode } from './Nyttflode.tsx'
import { type Forutsattning, medPerson, type Nyttkontakt } from './nyttUppdrag.ts'

const text = klienter.nytt

/** What the flow needs of the office, beside its answers. */
export interface Nyttdata {
  readonly listor: Kodlistor
  readonly kommuner: readonly KommunRad[]
  readonly installningar: Installningar
}

interface Sida {
  readonly sida: string | undefined
}

/** Contacts so far back may still be what a new uppdrag came from. */
const KONTAKTER_MANADER = 12

/** A new uppdrag from nothing: which contact, and new client or earlier? */
export function NyttUppdrag({ sida }: Sida) {
  const idag = useIdag()
  const kontakter = useQuery(fraga.kontakter.lista.queryOptions({ input: { fran: plusManader(idag, -KONTAKTER_MANADER), till: idag }, refetchOnWindowFocus: false }))
  const mina = useMina()
  return (
    <Vantar svar={kontakter}>
      {({ rader }) => (
        <Vantar svar={mina}>
          {(egna) => (
            <MedNamn kontakter={rader.filter(kanBliUppdrag)}>
              {(mojliga) => <Start sida={sida} vag="/klienter/nytt" hem="/klienter" egna={delaUpp(egna).ovriga} kontakter={mojliga} />}
            </MedNamn>
          )}
        </Vantar>
      )}
    </Vantar>
  )
}

/** A new uppdrag from a contact: what it says is carried over. */
export function NyttFranKontakt({ kontaktId, sida }: Sida & { readonly kontaktId: string }) {
  const kontakt = useQuery(fraga.kontakter.hamta.queryOptions({ input: { id: kontaktId }, refetchOnWindowFocus: false }))
  const mina = useMina()
  return (
    <Vantar svar={kontakt}>
      {(rad) =>
        rad.ledTillUppdrag || rad.struken ? (
          <Stopp mening={text.kontaktKlar} till="/kontakter" lank={text.tillKontakter} />
        ) : (
          <Vantar svar={mina}>
            {(egna) => (
              <MedNamn kontakter={[rad]}>
                {([kontakt]) => <Start sida={sida} vag={`/klienter/nytt/fran/${kontaktId}`} hem={`/kontakter/${kontaktId}`} egna={delaUpp(egna).ovriga} kontakt={kontakt} />}
              </MedNamn>
            )}
          </Vantar>
        )
      }
    </Vantar>
  )
}

/** The names that stand in the queue, fetched only when there are any among the contacts: fetching them is a row in the log. */
function MedNamn({ kontakter, children }: { readonly kontakter: readonly KontaktRad[]; readonly children: (kontakter: readonly Nyttkontakt[]) => ReactNode }) {
  const finns = kontakter.some((rad) => rad.harPerson)
  const ko = useKo(finns)
  return finns ? <Vantar svar={ko}>{(platser) => children(medPerson(kontakter, platser))}</Vantar> : children(kontakter)
}

/** One more uppdrag for an earlier client, from the case's own page. */
export function NyttForKlient({ nummer, sida }: Sida & { readonly nummer: string }) {
  const idag = useIdag()
  const arende = useArende(nummer)
  const kontakter = useQuery(fraga.kontakter.lista.queryOptions({ input: { fran: plusManader(idag, -KONTAKTER_MANADER), till: idag }, refetchOnWindowFocus: false }))
  const hem = `/klienter/${nummer}`
  return (
    <Vantar svar={arende}>
      {({ uppdrag }) => {
        const senaste = aktuellt(uppdrag)
        if (senaste !== undefined && senaste.slut === null) return <Stopp mening={text.pagarRedan} till={hem} lank={klienter.tillArendet} />
        return (
          <Vantar svar={kontakter}>
            {({ rader }) => (
              <Start sida={sida} vag={`${hem}/nytt`} hem={hem} egna={[]} nummer={nummer} kontakter={rader.filter(kanBliUppdrag)} kommun={senaste && kommunDag(senaste, senaste.slut ?? idag)} />
            )}
          </Vantar>
        )
      }}
    </Vantar>
  )
}

interface Startegenskaper extends Sida, Partial<Pick<Forutsattning, 'kontakt' | 'nummer' | 'kontakter'>> {
  readonly vag: string
  /** Where one goes who gives up. */
  readonly hem: string
  readonly egna: Forutsattning['tidigare']
  readonly kommun?: string | undefined
}

function Start({ sida, vag, hem, egna, kontakt, nummer, kontakter = [], kommun }: Startegenskaper) {
  const idag = useIdag()
  const enhet = useEnhet()
  const listor = useKodlistor()
  return (
    <Vantar svar={enhet}>
      {({ kommuner, installningar }) => (
        <Vantar svar={listor}>
          {(l) => {
            const mojliga = kommunval(kommuner, idag, idag)
            const enda = mojliga.length === 1 ? mojliga[0]?.kod : undefined
            const givet: Forutsattning = {
              idag, manader: installningar.forvaldLangdManader, kontakt, nummer, tidigare: egna, kontakter,
              kommun: mojliga.find((rad) => rad.kod === kommun)?.kod ?? enda ?? '',
            }
            return <Nyttflode sida={sida} vag={vag} hem={hem} givet={givet} data={{ listor: l, kommuner, installningar }} />
          }}
        </Vantar>
      )}
    </Vantar>
  )
}

/** Waits under the flow's heading, so that the page has a title from the start. */
function Vantar<T>({ svar, children }: Parameters<typeof Hamtat<T>>[0]) {
  if (svar.data !== undefined) return children(svar.data)
  return (
    <>
      <Sidhuvud rubrik={text.titel} titel={text.titel} />
      <Hamtat svar={svar}>{children}</Hamtat>
    </>
  )
}

function Stopp({ mening, till, lank }: { readonly mening: string; readonly till: string; readonly lank: string }) {
  return (
    <>
      <Sidhuvud rubrik={text.titel} titel={text.titel} />
      <div className={stil.stycken}>
        <p>{mening}</p>
        <div>
          <Lankknapp till={till}>{lank}</Lankknapp>
        </div>
      </div>
    </>
  )
}
