import { Plus } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { z } from 'zod'
import type { Arende } from '../../../db/model/arenden.ts'
import { type Datum, idag as dagFor } from '../../../db/model/kalender.ts'
import type { OverlamningRad } from '../../../db/model/overlamningar.ts'
import { kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Skyddat } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import type { Alternativ } from '../../parts/Valj.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { overlamningar as text } from '../../texter/overlamningar.ts'
import { useGor } from './gor.ts'
import stil from './overlamningar.module.css'
import { lasOm, useHistorik, useMottagare } from './overlamningsfragor.ts'
import { AvslutaVikariat } from './Vikariat.tsx'

const TOMT = { till: '' }
const schema = z.object({ till: z.string().min(1, text.vemSaknas) })

/** Who has the case today: its ombud, those beside, an offer that waits; and all that has happened. */
export function Ombuden({ arende, idag }: { readonly arende: Arende; readonly idag: Datum }) {
  const historik = useHistorik(arende.nummer)
  const mottagare = useMottagare()
  const nytt = useRedigering(`medombud/${arende.nummer}`, TOMT)
  const eget = arende.mitt.slag === 'ombud'
  return (
    <Avsnitt
      rubrik={text.ombuden}
      handling={
        eget && (
          <Knapp {...nytt.knapp} sort="tyst" storlek="liten" ikon={Plus} aria-label={text.laggTillForm}>
            {text.laggTill}
          </Knapp>
        )
      }
    >
      {eget && nytt.oppen && <Hamtat svar={mottagare}>{(rader) => <NyttMedombud arende={arende} redigering={nytt} mottagare={rader} />}</Hamtat>}
      <Radlista etikett={text.ombuden}>
        <Rad vad={text.erArendetsOmbud(arende.ombud)} />
        {historik.data?.filter((rad) => pagar(rad, idag)).map((rad) => <Vid key={rad.id} rad={rad} idag={idag} eget={eget} />)}
      </Radlista>
      <Hamtat svar={historik}>{(rader) => (rader.length === 0 ? null : <Historik rader={rader} idag={idag} />)}</Hamtat>
    </Avsnitt>
  )
}

/** Waits for an answer, or gives somebody the case beside its ombud today. */
function pagar({ status, slag, avslutad, vikariatTill }: OverlamningRad, idag: Datum): boolean {
  if (status === 'erbjuden') return true
  return status === 'godtagen' && avslutad === null && (slag === 'medombud' || (slag === 'vikariat' && vikariatTill !== null && idag <= vikariatTill))
}

function Vid({ rad, idag, eget }: { readonly rad: OverlamningRad; readonly idag: Datum; readonly eget: boolean }) {
  const { gor, pagar: gors } = useGor()
  const jag = useInloggad().id
  const [, ga] = useLocation()
  if (rad.status === 'erbjuden') {
    const taTillbaka = async () => {
      await kontor.overlamningar.taTillbaka({ id: rad.id })
      return text.tillbakatagen
    }
    return (
      <Rad
        vad={text.vantar(rad.till.namn)}
        under={
          <>
            {text.rada([text.slag[rad.slag].toLocaleLowerCase('sv'), text.vantarUnder(kortDatum(dagFor(rad.erbjuden), idag))])}
            {eget && (
              <>
                <br />
                <Link href={`/klienter/${rad.nummer}/skriv-ut/overlamning`}>{text.skrivUt}</Link>
              </>
            )}
          </>
        }
        handling={
          eget && (
            <Knapp sort="tyst" storlek="liten" vantar={gors} aria-label={text.taTillbakaVad(rad.nummer)} onPress={() => void gor(taTillbaka)}>
              {text.taTillbaka}
            </Knapp>
          )
        }
      />
    )
  }
  if (rad.slag === 'medombud') {
    const taBort = async () => {
      await kontor.overlamningar.taBortMedombud({ id: rad.id })
      return text.borttagen(rad.till.namn)
    }
    return (
      <Rad
        vad={text.medombud(rad.till.namn)}
        under={langtDatum(dagFor(rad.erbjuden))}
        handling={
          eget && (
            <Knapp sort="tyst" storlek="liten" vantar={gors} aria-label={text.taBortVad(rad.till.namn)} onPress={() => void gor(taBort)}>
              {text.taBort}
            </Knapp>
          )
        }
      />
    )
  }
  const mitt = rad.till.id === jag
  return (
    <Rad
      vad={text.vikarie(rad.till.namn)}
      under={rad.vikariatTill === null ? undefined : text.sistaDag(langtDatum(rad.vikariatTill))}
      // A stand-in who ends it can no longer open the page.
      handling={(eget || mitt) && <AvslutaVikariat rad={rad} {...(mitt ? { efter: () => ga('/klienter') } : {})} />}
    />
  )
}

function NyttMedombud({ arende, redigering, mottagare }: { readonly arende: Arende; readonly redigering: Redigering<typeof TOMT>; readonly mottagare: readonly Alternativ[] }) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ till }) => {
      await kontor.overlamningar.laggTillMedombud({ nummer: arende.nummer, till })
      await lasOm()
      sag(text.tillagd(mottagare.find((rad) => rad.kod === till)?.text ?? ''))
    },
  })
  if (mottagare.length === 0) return <p className={stil.tystTopp}>{text.ingaAndra}</p>
  return (
    <PaPlats etikett={text.laggTillForm} form={form} verb={text.laggTillVerb} onStang={redigering.stang} onLasIn={lasOm} text={text.laggTillText}>
      <Valj {...form.falt('till')} autoFocus etikett={text.vem} alternativ={mottagare} />
    </PaPlats>
  )
}

function Historik({ rader, idag }: { readonly rader: readonly OverlamningRad[]; readonly idag: Datum }) {
  return (
    <details className={stil.historik}>
      <summary>
        {text.historikRubrik}, {text.historik(rader.length)}
      </summary>
      <ul>
        {rader.toReversed().map((rad) => (
          <li key={rad.id}>
            {text.handelse(text.slag[rad.slag], rad.fran.namn, rad.till.namn)}
            <span className={stil.under}>
              {text.rada([
                kortDatum(dagFor(rad.avgjord ?? rad.erbjuden), idag),
                rad.slag === 'medombud' || rad.slag === 'nodoppning' ? '' : text.status[rad.status],
                rad.vikariatTill === null ? '' : text.sistaDag(langtDatum(rad.avslutad ?? rad.vikariatTill)),
                rad.slag === 'medombud' && rad.avslutad !== null ? text.sistaDag(langtDatum(rad.avslutad)) : '',
              ])}
            </span>
            {[rad.ord === null ? '' : text.ord(rad.ord), rad.svar === null ? '' : text.svar(rad.svar)].filter(Boolean).map((ord) => (
              <span key={ord} className={stil.ord}>
                <Skyddat>{ord}</Skyddat>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
