import { useEffect, useRef, useState } from 'react'
import { dagarMellan } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import type { Vecka } from '../../../db/model/veckan.ts'
import { useIdag } from '../../app/idag.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { Avsnitt, Spalter, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Radlista } from '../../parts/Rad.tsx'
import { antalDagar, dagIOrd } from '../../texter/datum.ts'
import { veckan as text } from '../../texter/veckan.ts'
import { NyKontakt } from '../kontakter/NyKontakt.tsx'
import { useOverlamningar } from '../overlamningar/overlamningsfragor.ts'
import { Aterkopplingar } from './Bristvecka.tsx'
import { Gallringssvar } from './Gallringssvar.tsx'
import { useMinVecka } from './veckofraga.ts'
import { delaUppVeckan, nastaPaminnelse, type Veckopost } from './veckoposter.ts'
import { Kontrollrader } from './Kontrollrader.tsx'
import { Veckorader } from './Veckorader.tsx'
import stil from './veckan.module.css'

/** What needs the ombud, and beside it the load, a new contact and the queue. */
export function OmbudetsVecka() {
  const vecka = useMinVecka()
  const listor = useKodlistor()
  return (
    <Hamtat svar={listor}>
      {(l) => (
        <Hamtat svar={vecka} framsteg>
          {(v) => (
            <Spalter
              sida={
                <>
                  <Last vecka={v} />
                  <Kontakten listor={l} />
                  <Kon vecka={v} />
                </>
              }
            >
              <Arbetet vecka={v} listor={l} />
              <Aterkopplingar listor={l} idag={v.idag} />
              <Gallringssvar />
            </Spalter>
          )}
        </Hamtat>
      )}
    </Hamtat>
  )
}

function Arbetet({ vecka, listor }: { readonly vecka: Vecka; readonly listor: Kodlistor }) {
  const overlamningar = useOverlamningar()
  const { nu, snart } = delaUppVeckan(vecka, overlamningar.data?.tillMig)
  const ytan = useFokusKvar(nu.length + snart.length)
  const data = { listor, idag: vecka.idag }
  if (nu.length + snart.length === 0 && vecka.last.length === 0) return <Tomt text={text.inga} />
  const lista = (rubrik: string, poster: readonly Veckopost[]) => (
    <Radlista etikett={rubrik}>
      <Veckorader poster={poster} data={data} />
    </Radlista>
  )
  return (
    <div ref={ytan} tabIndex={-1} role="group" aria-label={text.titel} className={stil.yta}>
      <Avsnitt rubrik={text.nu} bredvid={nu.length}>
        {nu.length === 0 ? <Tomt text={text.ingetNu} /> : lista(text.nu, nu)}
      </Avsnitt>
      <Avsnitt rubrik={text.snart} bredvid={snart.length}>
        {snart.length === 0 ? <Tomt text={text.ingetSnart} /> : lista(text.snart, snart)}
      </Avsnitt>
      <Kontrollrader {...data} />
    </div>
  )
}

/** A row that has been cleared takes its button with it: the focus stays in the list instead of falling off the page. */
function useFokusKvar(antal: number) {
  const ytan = useRef<HTMLDivElement>(null)
  const forra = useRef(antal)
  useEffect(() => {
    if (antal < forra.current && (document.activeElement === null || document.activeElement === document.body)) ytan.current?.focus({ preventScroll: true })
    forra.current = antal
  }, [antal])
  return ytan
}

function Last({ vecka }: { readonly vecka: Vecka }) {
  const antal = vecka.last.reduce((summa, rad) => summa + rad.antal, 0)
  return (
    <Avsnitt rubrik={text.last} bredvid={text.pagaende(antal)}>
      {antal === 0 ? (
        <Tomt text={text.ingaUppdrag} />
      ) : (
        <dl className={stil.antal}>
          {vecka.last.map((rad) => (
            <div key={rad.kommun}>
              <dt>{kommunNamn(rad.kommun)}</dt>
              <dd>{rad.antal}</dd>
            </div>
          ))}
        </dl>
      )}
    </Avsnitt>
  )
}

function Kontakten({ listor }: { readonly listor: Kodlistor }) {
  const enhet = useEnhet()
  const idag = useIdag()
  const [sparade, setSparade] = useState(0)
  return (
    <Avsnitt rubrik={text.nyKontakt} luft>
      <Hamtat svar={enhet}>
        {({ kommuner }) => <NyKontakt key={sparade} igen={sparade > 0} onSparad={() => setSparade(sparade + 1)} listor={listor} kommuner={kommuner} idag={idag} />}
      </Hamtat>
    </Avsnitt>
  )
}

function Kon({ vecka }: { readonly vecka: Vecka }) {
  const { antal, langst } = vecka.ko
  const nasta = nastaPaminnelse(vecka)
  return (
    <Avsnitt rubrik={text.ko} {...(antal > 0 ? { bredvid: text.koAntal(antal) } : {})}>
      {antal === 0 || langst === null ? (
        <p className={stil.tyst}>{text.ingenKo}</p>
      ) : (
        <p className={stil.tyst}>
          {text.koLangst(antalDagar(dagarMellan(langst.datum, vecka.idag)), kommunNamn(langst.kommun))} {nasta !== null && text.koNasta(dagIOrd(nasta, vecka.idag))}{' '}
          <Lankknapp sort="lank" till="/kontakter/ko">
            {text.tillKon}
          </Lankknapp>
        </p>
      )}
    </Avsnitt>
  )
}
