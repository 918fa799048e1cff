import { ArrowLeftRight, Printer } from 'lucide-react'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import type { Arende } from '../../../db/model/arenden.ts'
import type { EnhetRad, Installningar, KommunRad } from '../../../db/model/enhet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { useEnhet, useKodlistor } from '../../app/kontorsdata.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Spalter, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Namn } from '../../parts/Namn.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { arbetet } from '../../texter/arbetet.ts'
import { langtDatum } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import { overlamningar } from '../../texter/overlamningar.ts'
import { Ombuden } from '../overlamningar/Ombuden.tsx'
import { lasOm, useArende } from './arendefragor.ts'
import { Anteckningar } from './Anteckningar.tsx'
import { Ataganden } from './Ataganden.tsx'
import { Forlangningsformular, TOM_FORLANGNING } from './Forlangning.tsx'
import { Klienten } from './Klienten.tsx'
import stil from './klienter.module.css'
import { Oppnat } from './Oppnat.tsx'
import { Samtycken } from './Samtycken.tsx'
import { Tiden } from './Tiden.tsx'
import { Tidigare } from './Tidigare.tsx'
import { Uppdraget } from './Uppdraget.tsx'
import { Uppfoljningar } from './Uppfoljningar.tsx'
import { aktuellt, kommunDag, tidigareInnehav } from './uppdragsrad.ts'

/** What every section of a case's page is given. */
export interface Arendedata {
  readonly arende: Arende
  readonly listor: Kodlistor
  readonly enhet: { enhet: EnhetRad; kommuner: KommunRad[]; installningar: Installningar }
  readonly idag: Datum
}

/** One case (UX "Klient"). Opening it is a row in the log. */
export function Arendesida({ nummer }: { readonly nummer: string }) {
  const arende = useArende(nummer)
  const listor = useKodlistor()
  const enhet = useEnhet()
  const idag = useIdag()
  if (arende.data === undefined) {
    return (
      <>
        <Sidhuvud rubrik={nummer} titel={nummer} />
        <Hamtat svar={arende}>{() => null}</Hamtat>
      </>
    )
  }
  const data = arende.data
  return <Hamtat svar={listor}>{(l) => <Hamtat svar={enhet}>{(e) => <Sidan arende={data} listor={l} enhet={e} idag={idag} />}</Hamtat>}</Hamtat>
}

function Sidan(data: Arendedata) {
  const { arende, idag } = data
  const uppdrag = aktuellt(arende.uppdrag)
  const oppet = uppdrag !== undefined && uppdrag.slut === null ? uppdrag : undefined
  return (
    <>
      {oppet ? <OppetHuvud data={data} uppdrag={oppet} /> : <Huvud data={data} handlingar={<AvslutatHandlingar {...arende} />} />}
      {uppdrag === undefined && <Tomt text={text.ingetUppdragText} />}
      {uppdrag && !oppet && <Tiden uppdrag={uppdrag} idag={idag} />}
      {uppdrag?.kanAngras && uppdrag.slut !== null && <AngraAvslut uppdrag={uppdrag} slut={uppdrag.slut} />}
      <Spalter
        sida={
          <>
            <Samtycken {...data} />
            <Klienten {...data} />
            <Ombuden arende={arende} idag={idag} />
            <Tidigare {...data} />
            <Oppnat oppnat={arende.oppnat} idag={idag} />
          </>
        }
      >
        {uppdrag && <Arbetet key={uppdrag.id} {...data} uppdrag={uppdrag} />}
      </Spalter>
    </>
  )
}

/** The present uppdrag, in the fixed order of UX "Klient". */
function Arbetet(data: Arendedata & { readonly uppdrag: UppdragRad }) {
  return (
    <>
      <Uppdraget {...data} />
      <Uppfoljningar {...data} />
      <Ataganden {...data} />
      <Anteckningar {...data} />
      <p className={stil.tyst}>
        <Lankknapp sort="lank" till={`/klienter/${data.arende.nummer}/oro`}>
          {arbetet.oros.lank}
        </Lankknapp>
      </p>
    </>
  )
}

function Huvud({ data, handlingar }: { readonly data: Arendedata; readonly handlingar: React.ReactNode }) {
  const { arende, idag } = data
  const uppdrag = aktuellt(arende.uppdrag)
  const forre = tidigareInnehav(arende.innehav, idag).find((rad) => rad.slag === 'ombud')
  const ombud = forre === undefined ? text.ombud(arende.ombud) : text.ombudMedTidigare(arende.ombud, forre.ombud, langtDatum(forre.till))
  return (
    <Sidhuvud
      titel={arende.nummer}
      rubrik={<Namn nummer={arende.nummer} namn={arende.namn} />}
      over={text.over(arende.nummer, uppdrag === undefined ? '' : kommunNamn(kommunDag(uppdrag, uppdrag.slut ?? idag)), ombud)}
      handlingar={handlingar}
    />
  )
}

/** The head of a case with an open uppdrag: its actions, its time, and the extension in place under it. */
function OppetHuvud({ data, uppdrag }: { readonly data: Arendedata; readonly uppdrag: UppdragRad }) {
  const { arende, idag } = data
  const [, ga] = useLocation()
  const forlangning = useRedigering(`forlangning/${uppdrag.id}`, TOM_FORLANGNING)
  const avsluta = `/klienter/${arende.nummer}/avsluta`
  useSidtangenter([{ tangent: 'f', alt: true, text: text.forlangUppdraget, gor: forlangning.oppna }])
  useKommandon([
    { id: 'forlang', text: text.forlangUppdraget, under: 'Alt F', gor: forlangning.oppna },
    { id: 'avsluta', text: text.avsluta, gor: () => ga(avsluta) },
  ])
  return (
    <>
      <Huvud
        data={data}
        handlingar={
          <>
            <SkrivUtKnapp nummer={arende.nummer} />
            {arende.mitt.slag === 'ombud' && <LamnaOverKnapp nummer={arende.nummer} />}
            <Knapp {...forlangning.knapp}>
              {text.forlang}
            </Knapp>
            <Lankknapp sort="forsta" till={avsluta}>
              {text.avsluta}
            </Lankknapp>
          </>
        }
      />
      <Tiden uppdrag={uppdrag} idag={idag} />
      {forlangning.oppen && <Forlangningsformular redigering={forlangning} uppdrag={uppdrag} idag={idag} />}
    </>
  )
}

function AvslutatHandlingar({ nummer, mitt }: Pick<Arende, 'nummer' | 'mitt'>) {
  return (
    <>
      <SkrivUtKnapp nummer={nummer} />
      {mitt.slag === 'ombud' && <LamnaOverKnapp nummer={nummer} />}
      <Lankknapp sort="forsta" till={`/klienter/${nummer}/nytt`}>
        {text.nyttUppdrag}
      </Lankknapp>
    </>
  )
}

function LamnaOverKnapp({ nummer }: Pick<Arende, 'nummer'>) {
  return (
    <Lankknapp ikon={ArrowLeftRight} till={`/klienter/${nummer}/lamna-over`}>
      {overlamningar.lamnaOver}
    </Lankknapp>
  )
}

function SkrivUtKnapp({ nummer }: Pick<Arende, 'nummer'>) {
  return (
    <Lankknapp ikon={Printer} till={`/klienter/${nummer}/skriv-ut`}>
      {text.skrivUt}
    </Lankknapp>
  )
}

function AngraAvslut({ uppdrag, slut }: { readonly uppdrag: UppdragRad; readonly slut: Datum }) {
  const pagar = useRef(false)
  const angra = async () => {
    if (pagar.current) return
    pagar.current = true
    try {
      await kontor.uppdrag.angraAvslut({ id: uppdrag.id, version: uppdrag.version })
      await lasOm()
      sag(text.avslutAngrat)
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      pagar.current = false
    }
  }
  return (
    <div className={stil.besked}>
      <p>{text.avslutatKanAngras(langtDatum(slut))}</p>
      <Knapp onPress={() => void angra()}>{text.angraAvslut}</Knapp>
    </div>
  )
}
