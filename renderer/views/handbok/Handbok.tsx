import { useMemo, useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { useKommandon } from '../../app/Palett.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Delar } from '../../parts/Delar.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { handbok as text } from '../../texter/handbok.ts'
import { ram } from '../../texter/ram.ts'
import { type Avsnitt, BOCKER, BOKVAG, type Bok, sokIBocker } from './bocker.ts'
import { Brodtext } from './Brodtext.tsx'
import stil from './Handbok.module.css'

const vagTill = (bok: Bok, avsnitt: Avsnitt): string => `${BOKVAG[bok]}/${avsnitt.id}`
const ORDNING = ['handbok', 'it'] as const
const GRUPPER = ORDNING.map((bok) => ({ rubrik: text.bocker[bok], delar: BOCKER[bok].map((avsnitt) => ({ vag: vagTill(bok, avsnitt), text: avsnitt.rubrik })) }))

/** The room: the handbok a part at a time, with a search through all of it. */
export function Handbok() {
  const [sokt, setSokt] = useState('')
  const [, ga] = useLocation()
  useKommandon(GRUPPER.flatMap(({ rubrik, delar }) => delar.map((del) => ({ id: del.vag, text: del.text, under: rubrik, gor: () => ga(del.vag) }))))
  return (
    <>
      <Sidhuvud rubrik={text.rubrik} titel={text.rubrik} under={text.under} />
      <div className={stil.sok}>
        <TextFalt etikett={text.sok} type="search" spellCheck={false} varde={sokt} onAndra={setSokt} />
      </div>
      <Delar etikett={text.avsnitt} grupper={GRUPPER}>
        {sokt.trim() === '' ? <Sidan /> : <Traffar sokt={sokt} onValj={() => setSokt('')} />}
      </Delar>
    </>
  )
}

function Sidan() {
  return (
    <Switch>
      <Route path="/handbok">
        <Avsnittet avsnitt={BOCKER.handbok[0]} />
      </Route>
      <Route path="/handbok/it">
        <Avsnittet avsnitt={BOCKER.it[0]} />
      </Route>
      <Route path="/handbok/it/:id">{({ id }) => <Avsnittet avsnitt={BOCKER.it.find((a) => a.id === id)} />}</Route>
      <Route path="/handbok/:id">{({ id }) => <Avsnittet avsnitt={BOCKER.handbok.find((a) => a.id === id)} />}</Route>
    </Switch>
  )
}

function Avsnittet({ avsnitt }: { readonly avsnitt: Avsnitt | undefined }) {
  if (avsnitt === undefined) return <p>{ram.sidanFinnsInteText}</p>
  return (
    <article className={stil.text} aria-labelledby="avsnittets-rubrik">
      <h2 id="avsnittets-rubrik">{avsnitt.rubrik}</h2>
      <Brodtext delar={avsnitt.innehall} />
    </article>
  )
}

function Traffar({ sokt, onValj }: { readonly sokt: string; readonly onValj: () => void }) {
  const traffar = useMemo(() => sokIBocker(sokt), [sokt])
  return (
    <section className={stil.text} aria-label={text.traffar}>
      <p role="status" className={stil.antal}>{text.antalTraffar(traffar.length)}</p>
      <ul className={stil.traffar}>
        {traffar.map(({ bok, avsnitt, stycke }) => (
          <li key={vagTill(bok, avsnitt)}>
            <Link href={vagTill(bok, avsnitt)} onClick={onValj}>{avsnitt.rubrik}</Link>
            {bok === 'it' && <span className={stil.bok}>{text.bocker.it}</span>}
            <p>{stycke}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
