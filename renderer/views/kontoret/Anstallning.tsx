import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AnstallningRad, type FranvaroRad, zAndraFranvaro, zAnstallning, zFranvaro } from '../../../db/model/bemanning.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { kodval, kommunval } from '../../app/kodval.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import type { Skillnad } from '../../parts/Inaktuell.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { Stryk } from './Stryk.tsx'
import { hamtaOm, type Kontorsuppgifter } from './uppgifter.ts'
import { ellerNull, heltal, somFalt, tidIOrd } from './varden.ts'

const text = kontoret.bemanning

interface Egenskaper {
  /** The one to change; none = a new one. */
  readonly rad?: AnstallningRad
  readonly uppgifter: Kontorsuppgifter
  readonly onStang: () => void
}

const STANDARDFORM = 'egen_regi'

/** An employment: who, where, when, how much. */
export function Anstallning({ rad, uppgifter, onStang }: Egenskaper) {
  const idag = useIdag()
  const anvandare = useQuery(fraga.anvandare.lista.queryOptions())
  const listor = useKodlistor()
  const [fran] = useState(rad)
  const form = useFormular({
    schema: zAnstallning,
    start: {
      anvandareId: rad?.anvandareId ?? '',
      kommun: rad?.kommun ?? '',
      fran: rad?.fran ?? '',
      till: somFalt(rad?.till ?? null),
      procent: rad ? String(rad.procent) : '',
      vikarie: rad?.vikarie ?? false,
      arbetsgivare: rad?.arbetsgivare ?? '',
      driftsform: rad?.driftsform ?? STANDARDFORM,
    },
    till: (v) => ({ ...v, till: ellerNull(v.till), procent: heltal(v.procent), arbetsgivare: ellerNull(v.arbetsgivare) }),
    spara: async (ny) => {
      if (rad) await kontor.bemanning.andra({ ...ny, id: rad.id, version: rad.version })
      else await kontor.bemanning.ny(ny)
      await hamtaOm.bemanning()
      sag(rad ? text.sparad : text.tillagd)
      onStang()
    },
  })
  const personer = (anvandare.data ?? []).filter((a) => a.avstangd === null || a.id === rad?.anvandareId).toSorted((a, b) => svenskOrdning(a.namn, b.namn))
  return (
    <Formulardialog
      rubrik={rad ? text.andraRubrik : text.nyRubrik}
      verb={rad ? text.spara : text.nyVerb}
      form={form}
      onStang={onStang}
      bredd="bred"
      onLasIn={hamtaOm.bemanning}
      skillnader={fran && rad ? skillnader(fran, rad) : []}
    >
      <div className={stil.rad}>
        <Valj {...form.falt('anvandareId')} etikett={text.person} alternativ={personer.map((p) => ({ kod: p.id, text: p.namn }))} />
        <Valj {...form.falt('kommun')} etikett={text.kommun} alternativ={kommunval(uppgifter.kommuner, form.varden.fran, idag, form.varden.kommun)} />
      </div>
      <div className={stil.rad}>
        <Datumfalt {...form.falt('fran')} etikett={kontoret.fran} hjalp={kontoret.forstaDag} idag={idag} />
        <Datumfalt {...form.falt('till')} etikett={kontoret.till} hjalp={kontoret.tomtTill} valfri idag={idag} />
      </div>
      <TextFalt {...form.falt('procent')} etikett={text.procent} hjalp={text.procentHjalp} bredd="smal" inputMode="numeric" />
      <Kryss {...form.falt('vikarie')} etikett={text.vikarie} hjalp={text.vikarieHjalp} />
      <div className={stil.rad}>
        <Valj {...form.falt('driftsform')} etikett={text.driftsform} alternativ={listor.data ? kodval(listor.data, 'driftsform', form.varden.fran, idag, [form.varden.driftsform]) : []} />
        <TextFalt {...form.falt('arbetsgivare')} etikett={text.arbetsgivare} valfri />
      </div>
    </Formulardialog>
  )
}

/** What of an employment has become otherwise since the form was opened. */
function skillnader(fran: AnstallningRad, nu: AnstallningRad): Skillnad[] {
  const par: readonly (readonly [string, (rad: AnstallningRad) => string])[] = [
    [text.person, (rad) => rad.namn],
    [text.kommun, (rad) => kommunNamn(rad.kommun)],
    [text.tid, (rad) => tidIOrd(rad.fran, rad.till)],
    [text.procent, (rad) => text.procentVarde(rad.procent)],
    [text.vikarie, (rad) => (rad.vikarie ? text.ja : text.nej)],
    [text.arbetsgivare, (rad) => rad.arbetsgivare ?? ''],
  ]
  return par.filter(([, av]) => av(fran) !== av(nu)).map(([falt, av]) => ({ falt, sparat: av(nu) }))
}

/** Leave from an employment; `franvaro` is the one to change, none = a new one. */
export function Franvaro({ rad, franvaro, onStang }: { readonly rad: AnstallningRad; readonly franvaro?: FranvaroRad; readonly onStang: () => void }) {
  const idag = useIdag()
  const [fran] = useState(franvaro)
  const start = { fran: franvaro?.fran ?? '', till: somFalt(franvaro?.till ?? null), procent: String(franvaro?.procent ?? rad.procent) }
  const varden = (v: typeof start) => ({ fran: v.fran, till: ellerNull(v.till), procent: heltal(v.procent) })
  const klart = async (ton: string) => {
    await hamtaOm.bemanning()
    sag(ton)
    onStang()
  }
  const ny = useFormular({
    schema: zFranvaro,
    start,
    till: (v) => ({ anstallningId: rad.id, ...varden(v) }),
    spara: async (ut) => {
      await kontor.bemanning.nyFranvaro(ut)
      await klart(text.franvaroTillagd)
    },
  })
  const andrad = useFormular({
    schema: zAndraFranvaro,
    start,
    till: (v) => ({ id: franvaro?.id, version: franvaro?.version, ...varden(v) }),
    spara: async (ut) => {
      await kontor.bemanning.andraFranvaro(ut)
      await klart(text.franvaroSparad)
    },
  })
  const form = franvaro ? andrad : ny
  const iOrd = (f: FranvaroRad) => text.franvaroRad(f.procent, tidIOrd(f.fran, f.till))
  return (
    <Formulardialog
      rubrik={franvaro ? text.andraFranvaroRubrik : text.franvaroRubrik(rad.namn, kommunNamn(rad.kommun))}
      verb={franvaro ? text.spara : text.franvaroVerb}
      form={form}
      onStang={onStang}
      onLasIn={hamtaOm.bemanning}
      skillnader={fran && franvaro && iOrd(fran) !== iOrd(franvaro) ? [{ falt: text.franvaro, sparat: iOrd(franvaro) }] : []}
    >
      <div className={stil.rad}>
        <Datumfalt {...form.falt('fran')} etikett={kontoret.fran} hjalp={kontoret.forstaDag} idag={idag} />
        <Datumfalt {...form.falt('till')} etikett={kontoret.till} hjalp={kontoret.tomtTill} valfri idag={idag} />
      </div>
      <TextFalt {...form.falt('procent')} etikett={text.procent} hjalp={text.franvaroHjalp} bredd="smal" inputMode="numeric" />
    </Formulardialog>
  )
}

export function StrykAnstallning({ rad, onStang }: { readonly rad: AnstallningRad; readonly onStang: () => void }) {
  return <Stryk rad={rad} rubrik={text.strykRubrik(rad.namn, kommunNamn(rad.kommun))} text={text.strykText} stryk={(val) => kontor.bemanning.stryk(val)} onStang={onStang} />
}

export function StrykFranvaro({ rad, onStang }: { readonly rad: FranvaroRad; readonly onStang: () => void }) {
  return <Stryk rad={rad} rubrik={text.strykFranvaroRubrik} text={text.strykFranvaroText} stryk={(val) => kontor.bemanning.strykFranvaro(val)} onStang={onStang} />
}
