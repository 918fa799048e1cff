import { Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { type SamtyckeRad, zAterkallaSamtycke, zStrykIArende } from '../../../db/model/arbetet.ts'
import { dagarMellan, type Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import { kontor } from '../../app/klient.ts'
import { useUi } from '../../app/ui.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad, Radlista, Radoppnare } from '../../parts/Rad.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { arbetet } from '../../texter/arbetet.ts'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { lasOm } from './arendefragor.ts'
import type { Arendedata } from './Arendesida.tsx'
import { fornyatSamtycke, samtyckeslage, type Samtyckeslage, tomtSamtycke } from './arbetsvarden.ts'
import stil from './klienter.module.css'
import { Samtyckesformular } from './Samtyckesformular.tsx'

const text = arbetet.samtycken
const GALLER_INTE: readonly Samtyckeslage[] = ['slut', 'aterkallat']

/** To whom information may be given, about what and for how long; those that hold no more last, folded. */
export function Samtycken({ arende, listor, idag }: Arendedata) {
  const nytt = useRedigering(`samtycke/${arende.nummer}`, tomtSamtycke(idag))
  const rader = arende.samtycken.filter((rad) => !rad.struken)
  const [galler, ovriga] = [false, true].map((slut) => rader.filter((rad) => GALLER_INTE.includes(samtyckeslage(rad, idag)) === slut)) as [SamtyckeRad[], SamtyckeRad[]]
  const rad = (ett: SamtyckeRad) => <Ett key={ett.id} rad={ett} nummer={arende.nummer} listor={listor} idag={idag} />
  return (
    <Avsnitt
      rubrik={text.rubrik}
      handling={
        <Knapp {...nytt.knapp} sort="tyst" storlek="liten" ikon={Plus} aria-label={text.nyttForm}>
          {arbetet.nytt}
        </Knapp>
      }
    >
      {nytt.oppen && <Samtyckesformular nummer={arende.nummer} redigering={nytt} listor={listor} idag={idag} smal />}
      {rader.length === 0 && <p className={stil.tyst}>{text.tomt}</p>}
      {galler.length > 0 && <Radlista etikett={text.rubrik}>{galler.map(rad)}</Radlista>}
      {ovriga.length > 0 && ovriga.length <= SYNS && <Radlista etikett={text.tidigare(ovriga.length)}>{ovriga.map(rad)}</Radlista>}
      {ovriga.length > SYNS && (
        <details className={stil.tidigare}>
          <summary>
            <span className={stil.tystrad}>{text.tidigare(ovriga.length)}</span>
          </summary>
          <Radlista etikett={text.tidigare(ovriga.length)}>{ovriga.map(rad)}</Radlista>
        </details>
      )}
    </Avsnitt>
  )
}

/** So many that hold no more are shown without being asked for. */
const SYNS = 2

interface Egenskaper {
  readonly rad: SamtyckeRad
  readonly nummer: string
  readonly listor: Kodlistor
  readonly idag: Datum
}

function Ett({ rad, nummer, listor, idag }: Egenskaper) {
  const [oppen, setOppen] = useState(false)
  const dolda = useUi((u) => u.namnDolda)
  const aktor = etikett(listor, 'aktor', rad.aktor)
  return (
    <Rad
      vad={
        <Radoppnare aria-expanded={oppen} onPress={() => setOppen(!oppen)}>
          {dolda ? aktor : text.mottagare(aktor, rad.person)}
        </Radoppnare>
      }
      under={dolda ? tidIOrd(rad, idag) : text.under(rad.omfattning, tidIOrd(rad, idag))}
      handling={<Lagesmarke rad={rad} idag={idag} />}
      oppnat={oppen && <Hantera rad={rad} nummer={nummer} listor={listor} idag={idag} />}
    />
  )
}

/** "till 1 december", "återkallat 3 oktober", "tills vidare" */
function tidIOrd(rad: SamtyckeRad, idag: Datum): string {
  switch (samtyckeslage(rad, idag)) {
    case 'aterkallat':
      return text.aterkallatDag(kortDatum(rad.aterkallat ?? idag, idag))
    case 'slut':
      return text.sluta(kortDatum(rad.till ?? idag, idag))
    case 'borjar':
      return text.franDag(kortDatum(rad.fran, idag))
    default:
      return rad.till === null ? text.tillsVidare : text.tillDag(kortDatum(rad.till, idag))
  }
}

function Lagesmarke({ rad, idag }: Pick<Egenskaper, 'rad' | 'idag'>) {
  switch (samtyckeslage(rad, idag)) {
    case 'aterkallat':
      return <Marke>{text.aterkallat}</Marke>
    case 'slut':
      return <Marke ton="passerat">{text.slut}</Marke>
    case 'borjar':
      return <Marke>{text.borjar}</Marke>
    case 'galler':
      return <Marke ton="lugnt">{text.galler}</Marke>
    case 'snart': {
      const kvar = dagarMellan(idag, rad.till ?? idag)
      return <Marke ton="snart">{kvar === 0 ? text.slutarIdag : text.dagar(kvar)}</Marke>
    }
  }
}

/** What can be done with a consent: withdraw, renew, print, strike. */
function Hantera({ rad, nummer, listor, idag }: Egenskaper) {
  const aterkallelse = useRedigering(`aterkalla ${rad.id}`, { datum: idag })
  const fornyelse = useRedigering(`fornya ${rad.id}`, fornyatSamtycke(rad, idag))
  const strykning = useRedigering(`stryk samtycke ${rad.id}`, { skal: '' })
  const galler = !GALLER_INTE.includes(samtyckeslage(rad, idag))
  return (
    <>
      <div className={stil.smatt}>
        {galler && (
          <Knapp {...aterkallelse.knapp} storlek="liten">
            {text.aterkalla}
          </Knapp>
        )}
        <Knapp {...fornyelse.knapp} storlek="liten">
          {text.fornya}
        </Knapp>
        <Lankknapp storlek="liten" till={`/klienter/${nummer}/skriv-ut/samtycke/${rad.id}`}>
          {text.skrivUt}
        </Lankknapp>
        <Knapp {...strykning.knapp} sort="tyst" storlek="liten">
          {text.stryk}
        </Knapp>
      </div>
      {aterkallelse.oppen && <Aterkalla nummer={nummer} rad={rad} redigering={aterkallelse} idag={idag} />}
      {fornyelse.oppen && <Samtyckesformular nummer={nummer} redigering={fornyelse} listor={listor} idag={idag} fornya smal />}
      {strykning.oppen && <Stryk nummer={nummer} rad={rad} redigering={strykning} />}
    </>
  )
}

const aterkallaSchema = z.object({ datum: zAterkallaSamtycke.shape.datum })

function Aterkalla({ nummer, rad, redigering, idag }: Pick<Egenskaper, 'nummer' | 'rad' | 'idag'> & { readonly redigering: Redigering<{ readonly datum: string }> }) {
  const form = useRedigeringsformular(redigering, {
    schema: aterkallaSchema,
    spara: async ({ datum }) => {
      await kontor.samtycken.aterkalla({ nummer, id: rad.id, version: rad.version, datum })
      await lasOm()
      sag(text.aterkallatSagt)
    },
  })
  return (
    <PaPlats etikett={text.aterkallaForm} form={form} verb={text.aterkallaVerb} onStang={redigering.stang} onLasIn={lasOm} text={text.aterkallaText}>
      <Datumfalt {...form.falt('datum')} autoFocus bredd="vanlig" etikett={text.aterkallaDag} hjalp={text.gavs(langtDatum(rad.fran))} idag={idag} />
    </PaPlats>
  )
}

const strykSchema = z.object({ skal: zStrykIArende.shape.skal })

function Stryk({ nummer, rad, redigering }: Pick<Egenskaper, 'nummer' | 'rad'> & { readonly redigering: Redigering<{ readonly skal: string }> }) {
  const form = useRedigeringsformular(redigering, {
    schema: strykSchema,
    spara: async ({ skal }) => {
      await kontor.samtycken.stryk({ nummer, id: rad.id, version: rad.version, skal })
      await lasOm()
      sag(text.struket)
    },
  })
  return (
    <PaPlats etikett={text.strykForm} form={form} verb={text.strykForm} onStang={redigering.stang} onLasIn={lasOm} text={text.strykText}>
      <Skyddsfalt text={form.varden.skal}>
        <TextFalt {...form.falt('skal')} autoFocus etikett={arbetet.skalFalt} />
      </Skyddsfalt>
    </PaPlats>
  )
}
