import { z } from 'zod'
import { zDatum, zRad, zText } from '../../../db/model/grund.ts'
import { idag as dagFor } from '../../../db/model/kalender.ts'
import { useIdag } from '../../app/idag.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { TextFalt, Textruta } from '../../parts/Falt.tsx'
import { type Faltbindning, useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { tolkaDatum } from '../../parts/tolkaDatum.ts'
import { langtDatum } from '../../texter/datum.ts'
import { handling } from '../../texter/handling.ts'
import { handlingskontor, lasOmHandlingar } from './fragor.ts'
import stil from './handling.module.css'
import { useHandling } from './sammanhang.ts'

const text = handling.inlamning

interface Varden {
  datum: string
  av: string
  diarienummer: string
  kvittens: string
}
const schema = z.object({ datum: zDatum(), av: zRad('Skriv vem som lämnade in.', 100), diarienummer: zText(100), kvittens: zText(4000) })

/** Whether it lies with länsstyrelsen: only that meets the deadline (DOMAIN §3). */
export function Inlamningen() {
  const { sida } = useHandling()
  const { roller } = useInloggad()
  const { inlamnad } = sida.handling
  return (
    <Avsnitt rubrik={text.rubrik}>
      {inlamnad !== null ? <Inlamnad /> : roller.includes('enhetschef') ? <LamnaIn /> : <p className={stil.under}>{handling.status.faststalld}</p>}
    </Avsnitt>
  )
}

function LamnaIn() {
  const { sida, slag } = useHandling()
  const { namn } = useInloggad()
  const idag = useIdag()
  const { id, version } = sida.handling
  const form = useFormular<Varden, Varden>({
    schema,
    start: { datum: idag, av: namn, diarienummer: '', kvittens: '' },
    till: (v) => ({ ...v, datum: tolkaDatum(v.datum, idag) ?? v.datum }),
    spara: async (ut) => {
      await handlingskontor(slag).lamnaIn({ id, version, ...ut })
      await lasOmHandlingar()
      sag(text.sparad)
    },
  })
  return (
    <>
      <p className={stil.under}>{text.text[slag]}</p>
      <form className={stil.formular} aria-label={text.verb} noValidate onSubmit={form.skicka}>
        <Felsammanfattning {...form} />
        <Falten falt={(namn) => form.falt(namn)} />
        <div>
          <Knapp type="submit" sort="forsta" vantar={form.sparar}>
            {text.verb}
          </Knapp>
        </div>
      </form>
    </>
  )
}

function Falten({ falt }: { readonly falt: (namn: keyof Varden) => Faltbindning<string> }) {
  const idag = useIdag()
  return (
    <>
      <div className={stil.rad}>
        <Datumfalt {...falt('datum')} etikett={text.datum} idag={idag} />
        <TextFalt {...falt('av')} etikett={text.av} maxLength={100} />
        <TextFalt {...falt('diarienummer')} etikett={text.diarienummer} maxLength={100} valfri />
      </div>
      <Textruta {...falt('kvittens')} etikett={text.kvittens} hjalp={text.kvittensHjalp} rader={2} max={4000} valfri />
    </>
  )
}

function Inlamnad() {
  const { sida } = useHandling()
  const { roller } = useInloggad()
  const idag = useIdag()
  const { inlamnad, id } = sida.handling
  const nu = { datum: inlamnad?.datum ?? idag, av: inlamnad?.av ?? '', diarienummer: inlamnad?.diarienummer ?? '', kvittens: inlamnad?.kvittens ?? '', skal: '' }
  const redigering = useRedigering(`inlamning ${id}`, nu)
  const tidigare = sida.inlamningar.filter((i) => i.tid !== inlamnad?.tid)
  if (inlamnad === null) return null
  const rader = (i: typeof inlamnad) => [
    { namn: text.datum, varde: langtDatum(i.datum) },
    { namn: text.av, varde: i.av },
    { namn: text.diarienummer, varde: i.diarienummer || text.inget },
    { namn: text.kvittens, varde: i.kvittens === '' ? text.inget : <span className={stil.ord}>{i.kvittens}</span> },
  ]
  return (
    <>
      <Uppgifter rader={rader(inlamnad)} />
      <p className={stil.under}>
        {text.noterad(inlamnad.noteradAv, langtDatum(dagFor(inlamnad.tid)))}
        {inlamnad.skal !== null && `. ${handling.fryst.skalet(inlamnad.skal)}`}
      </p>
      {tidigare.map((i) => (
        <p key={i.tid} className={stil.under}>
          {`${text.tidigare}: ${langtDatum(i.datum)}, ${i.av}${i.diarienummer === '' ? '' : `, ${i.diarienummer}`}. ${text.noterad(i.noteradAv, langtDatum(dagFor(i.tid)))}`}
        </p>
      ))}
      {roller.includes('enhetschef') && (
        <div className={stil.knappar}>
          <Knapp storlek="liten" {...redigering.knapp}>
            {text.ratta}
          </Knapp>
        </div>
      )}
      {redigering.oppen && <Ratta redigering={redigering} />}
    </>
  )
}

function Ratta({ redigering }: { readonly redigering: ReturnType<typeof useRedigering<Varden & { skal: string }>> }) {
  const { sida, slag } = useHandling()
  const idag = useIdag()
  const { id, version } = sida.handling
  const form = useRedigeringsformular(redigering, {
    schema: schema.extend({ skal: zRad('Skriv varför uppgiften rättas.', 500) }),
    till: (v) => ({ ...v, datum: tolkaDatum(v.datum, idag) ?? v.datum }),
    spara: async (ut) => {
      await handlingskontor(slag).rattaInlamning({ id, version, ...ut })
      await lasOmHandlingar()
      sag(text.sparad)
    },
  })
  return (
    <PaPlats etikett={text.ratta} form={form} verb={text.rattaVerb} onStang={redigering.stang} onLasIn={lasOmHandlingar}>
      <Falten falt={(namn) => form.falt(namn)} />
      <TextFalt {...form.falt('skal')} etikett={text.skal} maxLength={500} />
    </PaPlats>
  )
}
