import { useState } from 'react'
import { z } from 'zod'
import { GRUPPFORMER, PLATSSLAG, SKA_ERBJUDAS, zGrupp, zLedamot, zMote, zPlats, zStrykI, type GruppRad, type LedamotRad, type MoteRad, type PlatsRad } from '../../../db/model/ledningsgrupp.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { kommunval } from '../../app/kodval.ts'
import { useEnhet } from '../../app/kontorsdata.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt, Textruta } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { ledningsgrupp as text } from '../../texter/ledningsgrupp.ts'
import { lasOm } from '../systemfel/bristfragor.ts'
import { platsVem } from './platsvem.ts'

const ellerNull = (varde: string) => (varde === '' ? null : varde)
const alternativ = (ord: Readonly<Record<string, string>>) => Object.entries(ord).map(([kod, namn]) => ({ kod, text: namn }))
const nyckel = (rad: { readonly id: string; readonly version: number } | null) => ({ id: rad?.id ?? null, version: rad?.version ?? null })

async function klart(onStang: () => void): Promise<void> {
  onStang()
  sag(text.sparad)
  await lasOm()
}

interface Egenskaper<R> {
  /** Null = a new one. */
  readonly rad: R | null
  readonly onStang: () => void
}

export function Gruppdialog({ rad, onStang }: Egenskaper<GruppRad>) {
  const idag = useIdag()
  const form = useFormular({
    schema: zGrupp,
    start: { namn: rad?.namn ?? '', form: rad?.form ?? ('egen' as string), enheter: rad?.enheter ?? '', fran: rad?.fran ?? idag, till: rad?.till ?? '' },
    till: (v) => ({ ...nyckel(rad), ...v, till: ellerNull(v.till) }),
    spara: async (ny) => {
      await kontor.ledningsgrupp.sparaGrupp(ny)
      await klart(onStang)
    },
  })
  return (
    <Formulardialog rubrik={rad === null ? text.nyGrupp : text.andraGrupp} verb={text.spara} form={form} onStang={onStang} onLasIn={lasOm}>
      <TextFalt {...form.falt('namn')} etikett={text.namn} autoFocus />
      <Valj {...form.falt('form')} etikett={text.form} alternativ={alternativ(GRUPPFORMER)} />
      {form.varden.form !== 'egen' && <TextFalt {...form.falt('enheter')} etikett={text.enheter} bredd="bred" />}
      <Datumfalt {...form.falt('fran')} etikett={text.fran} idag={idag} />
      <Datumfalt {...form.falt('till')} etikett={text.till} hjalp={text.tillHjalp} valfri idag={idag} />
    </Formulardialog>
  )
}

export function Platsdialog({ rad, gruppId, onStang }: Egenskaper<PlatsRad> & { readonly gruppId: string }) {
  const idag = useIdag()
  const enhet = useEnhet()
  const form = useFormular({
    schema: zPlats,
    start: {
      slag: rad?.slag ?? ('' as string), kommun: rad?.kommun ?? '', organisation: rad?.organisation ?? '', erbjuden: rad?.erbjuden ?? '', svar: rad?.svar ?? ('' as string), svarDatum: rad?.svarDatum ?? '',
      fran: rad?.fran ?? idag, till: rad?.till ?? '',
    },
    till: (v) => ({
      ...nyckel(rad), gruppId, slag: v.slag, kommun: v.slag === 'kommun' ? ellerNull(v.kommun) : null, organisation: v.organisation, erbjuden: ellerNull(v.erbjuden), svar: ellerNull(v.svar),
      svarDatum: ellerNull(v.svarDatum), fran: v.fran, till: ellerNull(v.till),
    }),
    spara: async (ny) => {
      await kontor.ledningsgrupp.sparaPlats(ny)
      await klart(onStang)
    },
  })
  const { slag, erbjuden } = form.varden
  const erbjuds = (SKA_ERBJUDAS as readonly string[]).includes(slag) || erbjuden !== ''
  return (
    <Formulardialog rubrik={rad === null ? text.nyPlats : text.andraPlats(platsVem(rad))} verb={text.spara} form={form} onStang={onStang} onLasIn={lasOm}>
      <Valj {...form.falt('slag')} etikett={text.slag} alternativ={alternativ(PLATSSLAG)} autoFocus />
      {slag === 'kommun' && <Valj {...form.falt('kommun')} etikett={text.kommun} tomt={text.allaKommuner} alternativ={kommunval(enhet.data?.kommuner ?? [], idag, idag, form.varden.kommun)} />}
      <TextFalt {...form.falt('organisation')} etikett={text.organisation} hjalp={text.organisationHjalp} valfri />
      {erbjuds && (
        <>
          <Datumfalt {...form.falt('erbjuden')} etikett={text.erbjuden} idag={idag} valfri />
          <Valj {...form.falt('svar')} etikett={text.svar} tomt={text.svarVantar} alternativ={[{ kod: 'ja', text: text.svarJa }, { kod: 'nej', text: text.svarNej }]} />
          <Datumfalt {...form.falt('svarDatum')} etikett={text.svarDatum} idag={idag} valfri />
        </>
      )}
      <Datumfalt {...form.falt('fran')} etikett={text.fran} idag={idag} />
      <Datumfalt {...form.falt('till')} etikett={text.till} hjalp={text.tillHjalp} valfri idag={idag} />
      {rad !== null && <Strykning vad="plats" rad={rad} verb={text.strykPlats} onStang={onStang} />}
    </Formulardialog>
  )
}

export function Ledamotsdialog({ rad, plats, onStang }: Egenskaper<LedamotRad> & { readonly plats: PlatsRad }) {
  const idag = useIdag()
  const form = useFormular({
    schema: zLedamot,
    start: { namn: rad?.namn ?? '', roll: rad?.roll ?? '', ersattare: rad?.ersattare ?? false, fran: rad?.fran ?? idag, till: rad?.till ?? '' },
    till: (v) => ({ ...nyckel(rad), platsId: plats.id, ...v, till: ellerNull(v.till) }),
    spara: async (ny) => {
      await kontor.ledningsgrupp.sparaLedamot(ny)
      await klart(onStang)
    },
  })
  return (
    <Formulardialog rubrik={rad === null ? text.nyLedamotVad(platsVem(plats)) : text.andraLedamot(rad.namn)} verb={text.spara} form={form} onStang={onStang} onLasIn={lasOm}>
      <TextFalt {...form.falt('namn')} etikett={text.namn} autoFocus />
      <TextFalt {...form.falt('roll')} etikett={text.ledamotRoll} valfri />
      <Kryss {...form.falt('ersattare')} etikett={text.ersattare} hjalp={text.ersattareHjalp} />
      <Datumfalt {...form.falt('fran')} etikett={text.fran} idag={idag} />
      <Datumfalt {...form.falt('till')} etikett={text.till} hjalp={text.tillHjalp} valfri idag={idag} />
      {rad !== null && <Strykning vad="ledamot" rad={rad} verb={text.strykLedamot} onStang={onStang} />}
    </Formulardialog>
  )
}

export function Motesdialog({ rad, gruppId, onStang }: Egenskaper<MoteRad> & { readonly gruppId: string }) {
  const idag = useIdag()
  const form = useFormular({
    schema: zMote,
    start: { datum: rad?.datum ?? '', klockslag: rad?.klockslag ?? '', plats: rad?.plats ?? '', dagordning: rad?.dagordning ?? '', anteckningar: rad?.anteckningar ?? '' },
    till: (v) => ({ ...nyckel(rad), gruppId, ...v }),
    spara: async (ny) => {
      await kontor.ledningsgrupp.sparaMote(ny)
      await klart(onStang)
    },
  })
  return (
    <Formulardialog rubrik={rad === null ? text.nyttMote : text.andraMote} verb={text.spara} bredd="bred" form={form} onStang={onStang} onLasIn={lasOm}>
      <Datumfalt {...form.falt('datum')} etikett={text.motesdag} idag={idag} autoFocus />
      <TextFalt {...form.falt('klockslag')} etikett={text.klockslag} hjalp={text.klockslagHjalp} bredd="smal" valfri />
      <TextFalt {...form.falt('plats')} etikett={text.motesplats} valfri />
      <Textruta {...form.falt('dagordning')} etikett={text.dagordning} hjalp={text.dagordningHjalp} rader={5} max={4000} valfri />
      {rad !== null && <Textruta {...form.falt('anteckningar')} etikett={text.anteckningar} hjalp={text.anteckningarHjalp} rader={6} max={6000} valfri />}
      {rad !== null && !rad.installt && rad.beslutade === 0 && <Strykning vad="mote" rad={rad} verb={text.stallIn} under={text.stallInText} onStang={onStang} />}
    </Formulardialog>
  )
}

const zSkal = z.object({ skal: zStrykI.shape.skal })

/** Registered by mistake, or called off: asked in a dialog of its own, opened from the row's. */
function Strykning({ vad, rad, verb, under, onStang }: { readonly vad: 'plats' | 'ledamot' | 'mote'; readonly rad: { readonly id: string; readonly version: number }; readonly verb: string; readonly under?: string; readonly onStang: () => void }) {
  const [oppen, setOppen] = useState(false)
  const form = useFormular({
    schema: zSkal,
    start: { skal: '' },
    spara: async ({ skal }) => {
      await kontor.ledningsgrupp.stryk({ vad, id: rad.id, version: rad.version, skal })
      await klart(onStang)
    },
  })
  return (
    <>
      <div>
        <Knapp sort="lank" onPress={() => setOppen(true)}>
          {verb}
        </Knapp>
      </div>
      {oppen && (
        <Formulardialog rubrik={verb} verb={verb} fara form={form} onStang={() => setOppen(false)}>
          {under !== undefined && <p>{under}</p>}
          <TextFalt {...form.falt('skal')} etikett={text.skal} bredd="bred" autoFocus />
        </Formulardialog>
      )}
    </>
  )
}
