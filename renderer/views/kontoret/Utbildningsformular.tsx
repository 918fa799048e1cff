import { useQuery } from '@tanstack/react-query'
import { svenskOrdning } from '../../../db/model/text.ts'
import { type HandledningRad, type UtbildningRad, zHandledning, zUtbildning } from '../../../db/model/utbildning.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { kodval } from '../../app/kodval.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { utbildning as text } from '../../texter/statsbidrag.ts'
import stil from './Kontoret.module.css'
import { hamtaOm } from './uppgifter.ts'
import { decimaltal, ellerNull, heltal, somDecimal } from './varden.ts'

const decimalEllerNull = (varde: string) => (varde.trim() === '' ? null : decimaltal(varde))

/** An utbildning: what, when, how much, who took part. */
export function Utbildningsformular({ rad, onStang }: { readonly rad?: UtbildningRad; readonly onStang: () => void }) {
  const idag = useIdag()
  const listor = useKodlistor()
  const form = useFormular({
    schema: zUtbildning,
    start: { slag: rad?.slag ?? '', titel: rad?.titel ?? '', fran: rad?.fran ?? '', till: rad?.till ?? '', dagar: somDecimal(rad?.dagar), timmar: somDecimal(rad?.timmar), deltagare: [...(rad?.deltagare ?? [])] },
    till: (v) => ({ ...v, till: v.till === '' ? v.fran : v.till, dagar: decimalEllerNull(v.dagar), timmar: decimalEllerNull(v.timmar) }),
    spara: async (ny) => {
      if (rad) await kontor.utbildning.andra({ ...ny, id: rad.id, version: rad.version })
      else await kontor.utbildning.ny(ny)
      await hamtaOm.utbildning()
      sag(rad ? text.sparad : text.tillagd)
      onStang()
    },
  })
  return (
    <Formulardialog rubrik={rad ? text.andraRubrik : text.ny} verb={rad ? text.spara : text.nyVerb} form={form} onStang={onStang} bredd="bred" onLasIn={hamtaOm.utbildning}>
      <div className={stil.rad}>
        <Valj {...form.falt('slag')} etikett={text.slag} alternativ={listor.data ? kodval(listor.data, 'utbildningsslag', form.varden.fran, idag, [form.varden.slag]) : []} />
        <TextFalt {...form.falt('titel')} etikett={text.titel} />
      </div>
      <div className={stil.rad}>
        <Datumfalt {...form.falt('fran')} etikett={text.fran} idag={idag} />
        <Datumfalt {...form.falt('till')} etikett={text.till} hjalp={text.tillHjalp} valfri idag={idag} />
      </div>
      <div className={stil.rad}>
        <TextFalt {...form.falt('dagar')} etikett={text.dagar} hjalp={text.dagarHjalp} valfri bredd="smal" inputMode="decimal" />
        <TextFalt {...form.falt('timmar')} etikett={text.timmar} hjalp={text.timmarHjalp} valfri bredd="smal" inputMode="decimal" />
      </div>
      <Deltagarval {...form.falt('deltagare')} fran={form.varden.fran} till={form.varden.till} />
    </Formulardialog>
  )
}

/** Handledning of a day or a period within a year. */
export function Handledningsformular({ rad, onStang }: { readonly rad?: HandledningRad; readonly onStang: () => void }) {
  const idag = useIdag()
  const listor = useKodlistor()
  const form = useFormular({
    schema: zHandledning,
    start: {
      form: rad?.form ?? '', fran: rad?.fran ?? '', till: rad?.till ?? '', tillfallen: rad ? String(rad.tillfallen) : '', timmar: somDecimal(rad?.timmar), handledare: rad?.handledare ?? '', deltagare: [...(rad?.deltagare ?? [])],
    },
    till: (v) => ({ ...v, till: v.till === '' ? v.fran : v.till, tillfallen: heltal(v.tillfallen), timmar: decimalEllerNull(v.timmar), handledare: ellerNull(v.handledare) }),
    spara: async (ny) => {
      if (rad) await kontor.utbildning.andraHandledning({ ...ny, id: rad.id, version: rad.version })
      else await kontor.utbildning.nyHandledning(ny)
      await hamtaOm.utbildning()
      sag(rad ? text.handledningSparad : text.handledningTillagd)
      onStang()
    },
  })
  return (
    <Formulardialog rubrik={rad ? text.andraHandledningRubrik : text.nyHandledning} verb={rad ? text.spara : text.nyHandledningVerb} form={form} onStang={onStang} bredd="bred" onLasIn={hamtaOm.utbildning}>
      <div className={stil.rad}>
        <Valj {...form.falt('form')} etikett={text.form} alternativ={listor.data ? kodval(listor.data, 'handledningsform', form.varden.fran, idag, [form.varden.form]) : []} />
        <TextFalt {...form.falt('handledare')} etikett={text.handledare} valfri />
      </div>
      <div className={stil.rad}>
        <Datumfalt {...form.falt('fran')} etikett={text.fran} idag={idag} />
        <Datumfalt {...form.falt('till')} etikett={text.till} hjalp={text.tillHjalp} valfri idag={idag} />
      </div>
      <div className={stil.rad}>
        <TextFalt {...form.falt('tillfallen')} etikett={text.tillfallen} bredd="smal" inputMode="numeric" />
        <TextFalt {...form.falt('timmar')} etikett={text.timmar} hjalp={text.timmarSammanlagt} valfri bredd="smal" inputMode="decimal" />
      </div>
      <Deltagarval {...form.falt('deltagare')} fran={form.varden.fran} till={form.varden.till} />
    </Formulardialog>
  )
}

/** Who took part: the ombud, with a button for all who had an anställning on those days. */
function Deltagarval({ fran, till, ...falt }: { readonly id: string; readonly fel: string | undefined; readonly varde: string[]; readonly onAndra: (ids: string[]) => void; readonly fran: string; readonly till: string }) {
  const anvandare = useQuery(fraga.anvandare.lista.queryOptions())
  const bemanning = useQuery(fraga.bemanning.lista.queryOptions())
  const personer = (anvandare.data ?? []).filter((a) => a.roller.includes('ombud') || falt.varde.includes(a.id)).toSorted((a, b) => svenskOrdning(a.namn, b.namn))
  const sista = till === '' ? fran : till
  const anstallda = [...new Set((bemanning.data ?? []).filter((rad) => !rad.struken && rad.fran <= sista && (rad.till ?? sista) >= fran).map((rad) => rad.anvandareId))]
  return (
    <>
      <Flerval {...falt} etikett={text.deltagare} alternativ={personer.map((p) => ({ kod: p.id, text: p.namn }))} bredd="bred" />
      {fran !== '' && anstallda.length > 0 && (
        <Knapp storlek="liten" onPress={() => falt.onAndra(anstallda)}>
          {text.allaOmbud}
        </Knapp>
      )}
    </>
  )
}
