import type { Arende } from '../../../db/model/arenden.ts'
import { alder, VUXEN } from '../../../db/model/alder.ts'
import { arAv } from '../../../db/model/kalender.ts'
import { etikett } from '../../../db/model/kodlistor.ts'
import { kodval } from '../../app/kodval.ts'
import { kontor } from '../../app/klient.ts'
import { Avsnitt, Uppgifter } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Skyddat, Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { klienter as text } from '../../texter/klienter.ts'
import { lasOm } from './arendefragor.ts'
import type { Arendedata } from './Arendesida.tsx'
import { Fodelsearsfalt } from './Fodelsearsfalt.tsx'
import { type Klientvarden, zKlientvarden } from './klientvarden.ts'
import stil from './klienter.module.css'

const vardenAv = (arende: Arende): Klientvarden => ({
  namn: arende.namn ?? '',
  telefon: arende.telefon ?? '',
  kon: arende.kon,
  fodelsear: arende.fodelsear === null ? '' : String(arende.fodelsear),
})

/** Who the client is: sealed name and phone, and the two codes of the statistics. Changed in place. */
export function Klienten(data: Arendedata) {
  const { arende, listor, idag } = data
  const andring = useRedigering(`klient ${arende.nummer}`, vardenAv(arende))
  const ar = alder(arende.fodelsear, arAv(idag))
  return (
    <Avsnitt
      rubrik={text.klienten}
      handling={
        <Knapp {...andring.knapp} sort="tyst" storlek="liten" aria-label={text.andraKlienten}>
          {text.andra}
        </Knapp>
      }
    >
      {andring.oppen ? (
        <AndraKlient data={data} redigering={andring} />
      ) : (
        <>
          <Uppgifter
            rader={[
              ...(arende.namn === null ? [{ namn: text.klientnamn, varde: text.ingetSkrivet }] : []),
              { namn: text.telefon, varde: arende.telefon === null ? text.ingetSkrivet : <Skyddat>{arende.telefon}</Skyddat> },
              { namn: text.kon, varde: etikett(listor, 'kon', arende.kon) },
              { namn: text.fodelsear, varde: arende.fodelsear ?? text.fodelsearOkant },
            ]}
          />
          {ar !== null && ar < VUXEN && <p className={stil.varning}>{text.under18}</p>}
        </>
      )}
    </Avsnitt>
  )
}

function AndraKlient({ data, redigering }: { readonly data: Arendedata; readonly redigering: Redigering<Klientvarden> }) {
  const { arende, listor, idag } = data
  const form = useRedigeringsformular(redigering, {
    schema: zKlientvarden(idag),
    spara: async (klient) => {
      await kontor.arenden.andraKlient({ nummer: arende.nummer, version: arende.version, ...klient })
      await lasOm()
    },
  })
  const nu = vardenAv(arende)
  const { fran } = redigering
  const skillnader = [
    { falt: text.klientnamn, fran: fran.namn, sparat: nu.namn },
    { falt: text.telefon, fran: fran.telefon, sparat: nu.telefon },
    { falt: text.kon, fran: etikett(listor, 'kon', fran.kon), sparat: etikett(listor, 'kon', nu.kon) },
    { falt: text.fodelsear, fran: fran.fodelsear, sparat: nu.fodelsear },
  ].filter((s) => s.fran !== s.sparat)
  return (
    <PaPlats etikett={text.andraKlienten} form={form} verb={text.spara} onStang={redigering.stang} onLasIn={lasOm} skillnader={skillnader}>
      <Skyddsfalt>
        <TextFalt {...form.falt('namn')} autoFocus spellCheck={false} etikett={text.klientnamn} />
      </Skyddsfalt>
      <Skyddsfalt>
        <TextFalt {...form.falt('telefon')} type="tel" inputMode="tel" etikett={text.telefon} valfri />
      </Skyddsfalt>
      <Valj {...form.falt('kon')} etikett={text.kon} alternativ={kodval(listor, 'kon', idag, idag, [form.varden.kon])} />
      <Fodelsearsfalt {...form.falt('fodelsear')} idag={idag} />
    </PaPlats>
  )
}
