import type { Statsbidragssvar } from '../../../electron/office/contract/statsbidrag.ts'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import { type Bidragsar, type Bidragsbeslut, type Kommunbidrag, kronorFor, type Sokandebidrag, TIDIGARE_BELOPP, zAndraBidrag, zBeslut, zBidragsar, zSokande } from '../../../db/model/statsbidrag.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { antal, tvadecimaler } from '../../print/tal.ts'
import { statsbidrag as text } from '../../texter/statsbidrag.ts'
import stil from '../kontoret/Kontoret.module.css'
import { hamtaOm } from '../kontoret/uppgifter.ts'
import { decimaltal, ellerNull, kronor, somDecimal } from '../kontoret/varden.ts'

export const kronorEllerNull = (varde: string) => (varde.trim() === '' ? null : kronor(varde))
export const somKronor = (tal: number | null) => (tal === null ? '' : antal(tal))

async function klart(ton: string, onStang: () => void) {
  await hamtaOm.statsbidrag()
  sag(ton)
  onStang()
}

/** The year's amount per full-time year: what has been used is proposed, never filled in. */
export function Belopp({ bidrag: { ar, belopp, version }, onStang }: { readonly bidrag: Bidragsar; readonly onStang: () => void }) {
  const form = useFormular({
    schema: zBidragsar,
    start: { belopp: somKronor(belopp) },
    till: (v) => ({ ar, version, belopp: kronorEllerNull(v.belopp) }),
    spara: async (ny) => {
      await kontor.statsbidrag.belopp(ny)
      await klart(text.beloppSparat, onStang)
    },
  })
  return (
    <Formulardialog rubrik={text.beloppRubrik(ar)} verb={text.sparaBelopp} form={form} onStang={onStang} onLasIn={hamtaOm.statsbidrag}>
      <TextFalt {...form.falt('belopp')} etikett={text.belopp} hjalp={text.beloppHjalp(antal(TIDIGARE_BELOPP))} bredd="smal" inputMode="numeric" />
      <Knapp storlek="liten" onPress={() => form.satt({ belopp: antal(TIDIGARE_BELOPP) })}>
        {text.anvandForslag(antal(TIDIGARE_BELOPP))}
      </Knapp>
    </Formulardialog>
  )
}

/** Which kommun applies, and for which. A new one begins as its ansökan, else with the värdkommun, and every kommun that is in no other. */
export function Sokande({ data, sokande, onStang }: { readonly data: Statsbidragssvar; readonly sokande?: Sokandebidrag; readonly onStang: () => void }) {
  const upptagna = data.bidrag.sokande.filter((s) => s !== sokande).flatMap((s) => s.kommuner.map((k) => k.kommun))
  const lediga = data.kommuner.filter((k) => !upptagna.includes(k)).sort(kommunOrdning)
  const vard = data.enhet.vardkommun
  const ansokan = data.sokt.find((s) => !data.bidrag.sokande.some((annan) => annan.sokande === s.sokande) && s.kommuner.some((k) => lediga.includes(k.kommun)))
  const forslag = ansokan === undefined ? { sokande: lediga.includes(vard) ? vard : '', kommuner: lediga } : { sokande: ansokan.sokande, kommuner: lediga.filter((kod) => ansokan.kommuner.some((k) => k.kommun === kod)) }
  const form = useFormular({
    schema: zSokande,
    start: { sokande: sokande?.sokande ?? forslag.sokande, kommuner: sokande?.kommuner.map((k) => k.kommun) ?? forslag.kommuner },
    till: (v) => ({ ar: data.bidrag.ar, ...v }),
    spara: async (ny) => {
      await kontor.statsbidrag.sokande(ny)
      await klart(text.sokandeSparad, onStang)
    },
  })
  const som = (koder: readonly string[]) => koder.map((kod) => ({ kod, text: kommunNamn(kod) }))
  return (
    <Formulardialog rubrik={sokande ? text.sokandeRubrik(kommunNamn(sokande.sokande)) : text.nySokandeRubrik} verb={sokande ? text.sparaSokande : text.nySokandeVerb} form={form} onStang={onStang} bredd="bred">
      {!sokande && <Valj {...form.falt('sokande')} etikett={text.sokande} hjalp={text.sokandeHjalp} alternativ={som(data.kommuner.toSorted(kommunOrdning))} />}
      <Flerval {...form.falt('kommuner')} etikett={text.kommuner} hjalp={text.kommunerHjalp} alternativ={som(lediga)} bredd="bred" />
    </Formulardialog>
  )
}

/** What a kommun has been granted, paid and has used, with proposals by the year's amount. */
export function Kommunens({ rad, belopp, bemannat, sokt, ar, onStang }: { readonly rad: Kommunbidrag; readonly belopp: number | null; readonly bemannat: number; readonly sokt: number | null; readonly ar: number; readonly onStang: () => void }) {
  const form = useFormular({
    schema: zAndraBidrag,
    start: { arsanstallningar: somDecimal(rad.arsanstallningar), beviljat: somKronor(rad.beviljat), utbetalt: somKronor(rad.utbetalt), anvant: somKronor(rad.anvant) },
    till: (v) => ({
      id: rad.id, version: rad.version, arsanstallningar: v.arsanstallningar.trim() === '' ? null : decimaltal(v.arsanstallningar),
      beviljat: kronorEllerNull(v.beviljat), utbetalt: kronorEllerNull(v.utbetalt), anvant: kronorEllerNull(v.anvant),
    }),
    spara: async (ny) => {
      await kontor.statsbidrag.andra(ny)
      await klart(text.sparat(kommunNamn(rad.kommun)), onStang)
    },
  })
  const arsanst = decimaltal(form.varden.arsanstallningar)
  const forBeviljat = belopp === null || Number.isNaN(arsanst) ? null : kronorFor(arsanst, belopp)
  const beviljat = kronor(form.varden.beviljat)
  // No more is used than was granted, and no more than the posts that were staffed.
  const forAnvant = belopp === null ? null : Math.min(kronorFor(bemannat, belopp), Number.isNaN(beviljat) ? Number.POSITIVE_INFINITY : beviljat)
  return (
    <Formulardialog rubrik={text.andraRubrik(kommunNamn(rad.kommun), ar)} verb={text.spara} form={form} onStang={onStang} bredd="bred" onLasIn={hamtaOm.statsbidrag}>
      <p className={stil.under}>{belopp === null ? text.utanBelopp : text.ifyllsHjalp}</p>
      <div className={stil.rad}>
        <div>
          <TextFalt {...form.falt('arsanstallningar')} etikett={text.arsanstallningarLang} valfri bredd="smal" inputMode="decimal" {...(sokt !== null ? { hjalp: text.forslagSokt(tvadecimaler(sokt)) } : {})} />
          {sokt !== null && <Forslag falt={text.arsanstallningarLang} onPress={() => form.satt({ arsanstallningar: tvadecimaler(sokt) })} />}
        </div>
        <div>
          <TextFalt {...form.falt('beviljat')} etikett={text.beviljat} valfri bredd="smal" inputMode="numeric" {...(forBeviljat !== null && belopp !== null ? { hjalp: text.forslagBeviljat(tvadecimaler(arsanst), antal(belopp), antal(forBeviljat)) } : {})} />
          {forBeviljat !== null && <Forslag falt={text.beviljat} onPress={() => form.satt({ beviljat: antal(forBeviljat) })} />}
        </div>
      </div>
      <div className={stil.rad}>
        <TextFalt {...form.falt('utbetalt')} etikett={text.utbetalt} valfri bredd="smal" inputMode="numeric" />
        <div>
          <TextFalt {...form.falt('anvant')} etikett={text.anvant} valfri bredd="smal" inputMode="numeric" {...(forAnvant !== null ? { hjalp: text.forslagAnvant(tvadecimaler(bemannat), antal(forAnvant)) } : {})} />
          {forAnvant !== null && <Forslag falt={text.anvant} onPress={() => form.satt({ anvant: antal(forAnvant) })} />}
        </div>
      </div>
    </Formulardialog>
  )
}

function Forslag({ falt, onPress }: { readonly falt: string; readonly onPress: () => void }) {
  return (
    <Knapp sort="lank" aria-label={`${text.anvandForslaget}: ${falt}`} onPress={onPress}>
      {text.anvandForslaget}
    </Knapp>
  )
}

export function Beslut({ ar, sokande, rad, onStang }: { readonly ar: number; readonly sokande: string; readonly rad?: Bidragsbeslut; readonly onStang: () => void }) {
  const idag = useIdag()
  const form = useFormular({
    schema: zBeslut,
    start: { datum: rad?.datum ?? '', diarienummer: rad?.diarienummer ?? '', anteckning: rad?.anteckning ?? '' },
    till: (v) => ({ ar, sokande, datum: v.datum, diarienummer: ellerNull(v.diarienummer), anteckning: ellerNull(v.anteckning) }),
    spara: async (ny) => {
      const { datum, diarienummer, anteckning } = ny
      if (rad) await kontor.statsbidrag.andraBeslut({ id: rad.id, version: rad.version, datum, diarienummer, anteckning })
      else await kontor.statsbidrag.nyttBeslut(ny)
      await klart(text.beslutSparat, onStang)
    },
  })
  return (
    <Formulardialog rubrik={rad ? text.andraBeslut : text.nyttBeslut} verb={rad ? text.spara : text.nyttBeslutVerb} form={form} onStang={onStang} onLasIn={hamtaOm.statsbidrag}>
      <Datumfalt {...form.falt('datum')} etikett={text.datum} idag={idag} />
      <TextFalt {...form.falt('diarienummer')} etikett={text.diarienummer} valfri />
      <TextFalt {...form.falt('anteckning')} etikett={text.anteckning} valfri bredd="bred" />
    </Formulardialog>
  )
}
