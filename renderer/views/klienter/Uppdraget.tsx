import { etikett } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { malrader, type UppdragRad } from '../../../db/model/uppdrag.ts'
import { etiketter } from '../../app/kodval.ts'
import { Avsnitt, Uppgifter, type Uppgift } from '../../parts/Avsnitt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Skyddat } from '../../parts/Namn.tsx'
import { useRedigering } from '../../parts/redigering.ts'
import { arbetet, malutfallIOrd } from '../../texter/arbetet.ts'
import { langdIOrd, langtDatum } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import { AndraUppdrag } from './AndraUppdrag.tsx'
import type { Arendedata } from './Arendesida.tsx'
import stil from './klienter.module.css'
import { Kommunbytesformular, TOMT_BYTE } from './Kommunbyte.tsx'
import { nastaUppfoljning } from './Uppfoljningar.tsx'

interface Egenskaper extends Arendedata {
  readonly uppdrag: UppdragRad
}

/** What the uppdrag is about: goals in the client's own words, livsområden, reasons; changed in place. */
export function Uppdraget(data: Egenskaper) {
  const { uppdrag, arende, idag } = data
  const oppet = uppdrag.slut === null
  const andring = useRedigering(`uppdrag/${uppdrag.id}`, { mal: uppdrag.mal ?? '', livsomraden: uppdrag.livsomraden, orsaker: uppdrag.orsaker, aktorer: uppdrag.aktorer, prioritet: uppdrag.prioritet ?? '' })
  const byte = useRedigering(`kommunbyte ${uppdrag.id}`, TOMT_BYTE)
  return (
    <Avsnitt
      rubrik={text.uppdraget}
      handling={
        <div className={stil.knappar}>
          {oppet && (
            <Knapp {...byte.knapp} sort="tyst" storlek="liten">
              {text.kommunbyte}
            </Knapp>
          )}
          <Knapp {...andring.knapp} sort="tyst" storlek="liten">
            {text.andra}
          </Knapp>
        </div>
      }
    >
      {byte.oppen && <Kommunbytesformular redigering={byte} uppdrag={uppdrag} kommuner={data.enhet.kommuner} idag={idag} />}
      {andring.oppen ? <AndraUppdrag {...data} redigering={andring} /> : <Uppgifter rader={uppgifter(data)} />}
      <div className={stil.stryk}>
        <Lankknapp sort="lank" till={`/klienter/${arende.nummer}/stryk/${uppdrag.id}`}>
          {text.strykLank}
        </Lankknapp>
      </div>
    </Avsnitt>
  )
}

/** An uppdrag's facts: on the page of the present one, and of each earlier when it is opened. */
export function uppgifter({ uppdrag, listor }: Pick<Egenskaper, 'uppdrag' | 'listor'>): Uppgift[] {
  const valda = (lista: 'livsomrade' | 'orsak' | 'aktor', koder: readonly string[]) => (koder.length === 0 ? text.ingaValda : text.rada(etiketter(listor, lista, koder)))
  return [
    { namn: text.mal, varde: <Mal mal={uppdrag.mal} /> },
    { namn: text.livsomraden, varde: valda('livsomrade', uppdrag.livsomraden) },
    { namn: text.orsaker, varde: valda('orsak', uppdrag.orsaker) },
    { namn: text.aktorer, varde: valda('aktor', uppdrag.aktorer) },
    ...(uppdrag.prioritet === null ? [] : [{ namn: text.prioritet, varde: etikett(listor, 'prioritet', uppdrag.prioritet) }]),
    ...(uppdrag.slut === null ? [{ namn: arbetet.uppfoljningar.nasta, varde: nastaUppfoljning(uppdrag) }] : []),
    ...(uppdrag.kommunbyten.length > 0 ? [{ namn: text.kommun, varde: <Kommuner uppdrag={uppdrag} /> }] : []),
    ...(uppdrag.forlangningar.length > 0 ? [{ namn: text.forlangningar, varde: <Forlangningar uppdrag={uppdrag} /> }] : []),
    ...(uppdrag.slut !== null
      ? [
          { namn: text.avslutsorsak, varde: etikett(listor, 'avslutsorsak', uppdrag.avslutsorsak) },
          ...(uppdrag.lotsadTill === null ? [] : [{ namn: text.avslut.lotsadFalt, varde: etikett(listor, 'aktor', uppdrag.lotsadTill) }]),
          ...(uppdrag.malutfall.length === 0 ? [] : [{ namn: text.avslut.malenFalt, varde: <Malutfallen uppdrag={uppdrag} /> }]),
          { namn: text.langd, varde: langdIOrd(uppdrag.start, uppdrag.slut) },
        ]
      : []),
  ]
}

function Mal({ mal }: { readonly mal: string | null }) {
  return mal === null || mal === '' ? (
    text.ingetSkrivet
  ) : (
    <span className={stil.ord}>
      <Skyddat>{text.citat(mal)}</Skyddat>
    </span>
  )
}

/** How far each goal was reached; the words are there as long as the case can be opened. */
function Malutfallen({ uppdrag }: { readonly uppdrag: UppdragRad }) {
  return (
    <ul className={stil.radlista}>
      {malrader(uppdrag.mal).map((rad) => {
        const utfall = uppdrag.malutfall.find((ett) => ett.id === rad.id)?.utfall
        return (
          utfall !== undefined && (
            <li key={rad.id}>
              <Skyddat>{rad.text}</Skyddat>
              <span className={stil.under}>{malutfallIOrd(utfall)}</span>
            </li>
          )
        )
      })}
    </ul>
  )
}

function Kommuner({ uppdrag }: { readonly uppdrag: UppdragRad }) {
  const delar = [{ id: uppdrag.id, datum: uppdrag.start, kommun: uppdrag.kommun }, ...uppdrag.kommunbyten]
  return (
    <ul className={stil.radlista}>
      {delar.map((del) => (
        <li key={del.id}>{text.kommunSedan(kommunNamn(del.kommun), langtDatum(del.datum))}</li>
      ))}
    </ul>
  )
}

function Forlangningar({ uppdrag }: { readonly uppdrag: UppdragRad }) {
  return (
    <ul className={stil.radlista}>
      {uppdrag.forlangningar.map((f) => (
        <li key={f.id}>
          {text.forlangning(langtDatum(f.datum), langtDatum(f.nyttSlut))}
          {f.skal !== null && f.skal !== '' && (
            <span className={stil.under}>
              <Skyddat>{f.skal}</Skyddat>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
