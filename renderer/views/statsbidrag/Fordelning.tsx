import { Download, Plus, Printer, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Kostnadsfordelning } from '../../../electron/office/contract/statsbidrag.ts'
import { AVDRAG, type Fordelningsbrist, type Fordelningsval, type Kommunandel, NYCKLAR, zFordelning } from '../../../db/model/fordelning.ts'
import { arsGranser } from '../../../db/model/kalender.ts'
import { etikett } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { type Kommunbidrag, type Kostnadsrad, zKostnad, zUnderlag } from '../../../db/model/statsbidrag.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { kodval } from '../../app/kodval.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Exporterbart } from '../../parts/Exporterbart.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { sparaFil } from '../../parts/sparaFil.ts'
import { Kryss, Radio } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { antal, ellerStreck, endecimal, tvadecimaler } from '../../print/tal.ts'
import { statsbidrag, utbildning } from '../../texter/statsbidrag.ts'
import stil from '../kontoret/Kontoret.module.css'
import { Stryk } from '../kontoret/Stryk.tsx'
import { hamtaOm } from '../kontoret/uppgifter.ts'
import { Radknappar } from '../kontoret/Utbildning.tsx'
import { decimaltal, ellerNull, heltal, kronor, somDecimal } from '../kontoret/varden.ts'
import { Andra } from './Andra.tsx'

const text = statsbidrag.fordelning

interface Egenskaper {
  readonly ar: number
  readonly fordelning: Kostnadsfordelning
  readonly rader: readonly Kommunbidrag[]
}

type Visad = Pick<Kommunandel, 'kommun' | 'bas' | 'dagar'> & { readonly [F in 'andel' | 'kostnad' | 'bidrag' | 'attBetala']: number | null }

async function klart(ton: string, onStang: () => void) {
  await hamtaOm.statsbidrag()
  sag(ton)
  onStang()
}

/** The shared costs, the key, and each kommun's part. */
export function Fordelning({ ar, fordelning: f, rader }: Egenskaper) {
  const [gors, setGors] = useState<{ vad: 'nyckel' } | { vad: 'underlag'; id: string }>()
  const stang = () => setGors(undefined)
  const { val, fordelning } = f
  const { dagar } = arsGranser(ar)
  const delvis = f.delagare.filter((d) => d.dagar < dagar).map((d) => kommunNamn(d.kommun))
  const underlag = rader.find((rad) => gors?.vad === 'underlag' && rad.id === gors.id)
  const skrivs = val.nyckel === 'befolkning' || val.nyckel === 'procent'
  const bas = (tal: number | null) => ellerStreck(tal, val.nyckel === 'procent' ? tvadecimaler : antal)
  // Before anything can be shared the rows are there all the same, to write what the key asks for.
  const visade: readonly Visad[] = fordelning.andelar ?? f.delagare.map((d) => ({ kommun: d.kommun, dagar: d.dagar, bas: val.nyckel === 'procent' ? d.andel : val.nyckel === 'befolkning' ? d.befolkning : val.nyckel === 'stod' ? d.stod : 1, andel: null, kostnad: null, bidrag: null, attBetala: null }))
  return (
    <>
      <Kostnader ar={ar} fordelning={f} />
      <Avsnitt
        rubrik={text.rubrik}
        handling={
          <Knapp sort="tyst" storlek="liten" onPress={() => setGors({ vad: 'nyckel' })}>
            {text.andraNyckel}
          </Knapp>
        }
      >
        <p className={stil.ingress}>
          {text.nyckel}: <strong>{text.nycklar[val.nyckel]}</strong>. {val.viktaDagar ? text.dagarVags : text.dagarVagsInte} {delvis.length > 0 && text.delAvAret(delvis)} {f.version === 0 && text.forslag}
        </p>
        <Brister brister={fordelning.brister} val={val} />
        <Tabell
          bildtext={text.rubrik}
          kolumner={[
            { id: 'kommun', rubrik: statsbidrag.kommun, cell: (rad) => kommunNamn(rad.kommun) },
            { id: 'bas', rubrik: text.bas[val.nyckel], tal: true, cell: (rad) => bas(rad.bas) },
            { id: 'dagar', rubrik: text.dagar, tal: true, cell: (rad) => antal(rad.dagar) },
            { id: 'andel', rubrik: text.andel, tal: true, cell: (rad) => ellerStreck(rad.andel, (n) => text.procent(tvadecimaler(n))) },
            { id: 'kostnad', rubrik: text.kostnad, tal: true, cell: (rad) => ellerStreck(rad.kostnad, antal) },
            { id: 'bidrag', rubrik: text.bidrag, tal: true, cell: (rad) => ellerStreck(rad.bidrag, antal) },
            { id: 'betala', rubrik: text.attBetala, tal: true, ton: 'fet', cell: (rad) => ellerStreck(rad.attBetala, antal) },
            ...(skrivs
              ? [{ id: 'andra', rubrik: statsbidrag.handling, handling: true, cell: (rad: Visad) => <Andra vad={text.underlag(text.bas[val.nyckel], kommunNamn(rad.kommun))} onPress={() => setGors({ vad: 'underlag', id: rader.find((r) => r.kommun === rad.kommun)?.id ?? '' })} /> }]
              : []),
          ]}
          rader={visade}
          nyckel={(rad) => rad.kommun}
          summa={[statsbidrag.totalt, '', '', fordelning.andelar ? text.procent(tvadecimaler(100)) : '', antal(fordelning.kostnad), antal(fordelning.bidrag), antal(fordelning.attBetala), ...(skrivs ? [''] : [])]}
          under={
            <>
              {text.avrundning} {fordelning.andelar?.some((a) => a.attBetala < 0) && text.tillgodo}
            </>
          }
        />
        <div className={stil.filter}>
          <span className={stil.knappar}>
            <Lankknapp ikon={Printer} till={`/kontoret/statsbidrag/${ar}/fordelning/${f.sokande}`}>
              {text.skrivUt}
            </Lankknapp>
            <Fil ar={ar} sokande={f.sokande} />
          </span>
        </div>
      </Avsnitt>
      {gors?.vad === 'nyckel' && <Nyckel ar={ar} fordelning={f} onStang={stang} />}
      {underlag && <Underlag rad={underlag} nyckel={val.nyckel} onStang={stang} />}
    </>
  )
}

function Brister({ brister, val }: { readonly brister: readonly Fordelningsbrist[]; readonly val: Fordelningsval }) {
  if (brister.length === 0) return null
  const mening = (b: Fordelningsbrist) => {
    if (b.slag === 'bas') return text.bristBas(text.bas[val.nyckel], b.kommuner.map(kommunNamn))
    if (b.slag === 'bidrag') return text.bristBidrag(text.avdragen[val.avdrag], b.kommuner.map(kommunNamn))
    return b.slag === 'procentsumma' ? text.bristSumma(tvadecimaler(b.summa)) : text.bristVikt
  }
  return (
    <ul className={stil.kontroller}>
      {brister.map((b) => (
        <li key={b.slag}>
          <TriangleAlert aria-hidden strokeWidth={1.75} /> {mening(b)}
        </li>
      ))}
    </ul>
  )
}

/** The workbook. */
function Fil({ ar, sokande }: { readonly ar: number; readonly sokande: string }) {
  const [vantar, setVantar] = useState(false)
  const hamta = async () => {
    setVantar(true)
    try {
      const fil = await kontor.statsbidrag.fil({ ar, sokande })
      sparaFil(fil)
      sag(text.filHamtad)
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setVantar(false)
    }
  }
  return (
    <Exporterbart>
      <Knapp ikon={Download} vantar={vantar} onPress={() => void hamta()}>
        {text.hamtaFil}
      </Knapp>
    </Exporterbart>
  )
}

function Kostnader({ ar, fordelning: { sokande, kostnader, fordelning } }: { readonly ar: number; readonly fordelning: Kostnadsfordelning }) {
  const listor = useKodlistor().data
  const [gors, setGors] = useState<{ vad: 'ny' | 'andra' | 'stryk'; id?: string }>()
  const stang = () => setGors(undefined)
  const kvar = kostnader.filter((rad) => !rad.struken)
  const vald = kvar.find((rad) => rad.id === gors?.id)
  const vad = (rad: Kostnadsrad) => rad.text ?? (listor ? etikett(listor, 'kostnadsslag', rad.slag) : '')
  const ny = (
    <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setGors({ vad: 'ny' })}>
      {text.nyKostnad}
    </Knapp>
  )
  return (
    <Avsnitt rubrik={text.kostnader} handling={ny}>
      {kvar.length === 0 ? (
        <Tomt text={text.kostnaderTomt} />
      ) : (
        <Tabell
          bildtext={text.kostnader}
          kolumner={[
            { id: 'slag', rubrik: text.slag, cell: (rad) => (listor ? etikett(listor, 'kostnadsslag', rad.slag) : '') },
            { id: 'text', rubrik: text.text, cell: (rad) => rad.text ?? '' },
            { id: 'kronor', rubrik: text.kronor, tal: true, cell: (rad) => antal(rad.kronor) },
            { id: 'handling', rubrik: statsbidrag.handling, handling: true, cell: (rad) => <Radknappar vad={vad(rad)} onGor={(gor) => setGors({ vad: gor, id: rad.id })} /> },
          ]}
          rader={kvar}
          nyckel={(rad) => rad.id}
          summa={[statsbidrag.totalt, '', antal(fordelning.kostnad), '']}
        />
      )}
      {gors?.vad === 'ny' && <Kostnad ar={ar} sokande={sokande} onStang={stang} />}
      {gors?.vad === 'andra' && vald && <Kostnad ar={ar} sokande={sokande} rad={vald} onStang={stang} />}
      {gors?.vad === 'stryk' && vald && (
        <Stryk rad={vald} rubrik={statsbidrag.strykKostnad(vad(vald))} text={utbildning.strykText} stryk={(val) => kontor.statsbidrag.strykKostnad(val)} hamta={hamtaOm.statsbidrag} onStang={stang} />
      )}
    </Avsnitt>
  )
}

function Kostnad({ ar, sokande, rad, onStang }: { readonly ar: number; readonly sokande: string; readonly rad?: Kostnadsrad; readonly onStang: () => void }) {
  const idag = useIdag()
  const listor = useKodlistor()
  const form = useFormular({
    schema: zKostnad,
    start: { slag: rad?.slag ?? '', text: rad?.text ?? '', kronor: rad ? antal(rad.kronor) : '' },
    till: (v) => ({ ar, sokande, slag: v.slag, text: ellerNull(v.text), kronor: kronor(v.kronor) }),
    spara: async (ny) => {
      if (rad) await kontor.statsbidrag.andraKostnad({ id: rad.id, version: rad.version, slag: ny.slag, text: ny.text, kronor: ny.kronor })
      else await kontor.statsbidrag.nyKostnad(ny)
      await klart(text.kostnadSparad, onStang)
    },
  })
  return (
    <Formulardialog rubrik={rad ? text.andraKostnad : text.nyKostnad} verb={rad ? statsbidrag.spara : text.nyKostnadVerb} form={form} onStang={onStang} onLasIn={hamtaOm.statsbidrag}>
      <Valj {...form.falt('slag')} etikett={text.slag} alternativ={listor.data ? kodval(listor.data, 'kostnadsslag', `${ar}-12-31`, idag, [form.varden.slag]) : []} />
      <TextFalt {...form.falt('text')} etikett={text.text} valfri />
      <TextFalt {...form.falt('kronor')} etikett={text.kronor} hjalp={text.kronorHjalp} bredd="smal" inputMode="numeric" />
    </Formulardialog>
  )
}

function Nyckel({ ar, fordelning: { sokande, val, version }, onStang }: { readonly ar: number; readonly fordelning: Kostnadsfordelning; readonly onStang: () => void }) {
  const form = useFormular({
    schema: zFordelning,
    start: { nyckel: val.nyckel as string, viktaDagar: val.viktaDagar, avdrag: val.avdrag as string, gemensamt: val.gemensamt ? 'gemensamt' : 'eget' },
    till: (v) => ({ ar, sokande, version, ...v, gemensamt: v.gemensamt === 'gemensamt' }),
    spara: async (ny) => {
      await kontor.statsbidrag.fordelning(ny)
      await klart(text.nyckelSparad, onStang)
    },
  })
  return (
    <Formulardialog rubrik={text.nyckelRubrik} verb={text.sparaNyckel} form={form} onStang={onStang} bredd="bred" onLasIn={hamtaOm.statsbidrag}>
      <Radio {...form.falt('nyckel')} etikett={text.nyckel} alternativ={NYCKLAR.map((kod) => ({ kod, text: text.nycklar[kod], hjalp: text.nyckelHjalp[kod] }))} />
      <Kryss {...form.falt('viktaDagar')} etikett={text.viktaDagar} hjalp={text.viktaDagarHjalp} />
      <Radio {...form.falt('avdrag')} etikett={text.avdrag} alternativ={AVDRAG.map((kod) => ({ kod, text: text.avdragen[kod] }))} />
      <Radio {...form.falt('gemensamt')} etikett={text.gemensamt} alternativ={[{ kod: 'eget', text: text.eget, hjalp: text.egetHjalp }, { kod: 'gemensamt', text: text.gemensam, hjalp: text.gemensamHjalp }]} />
    </Formulardialog>
  )
}

/** What a kommun's share is counted by: inhabitants or the agreed percent. */
function Underlag({ rad, nyckel, onStang }: { readonly rad: Kommunbidrag; readonly nyckel: Fordelningsval['nyckel']; readonly onStang: () => void }) {
  const namn = kommunNamn(rad.kommun)
  const form = useFormular({
    schema: zUnderlag,
    start: { befolkning: rad.befolkning === null ? '' : endecimal(rad.befolkning), andel: somDecimal(rad.andel) },
    till: (v) => ({ id: rad.id, version: rad.version, befolkning: v.befolkning.trim() === '' ? null : heltal(v.befolkning.replace(/\s/gu, '')), andel: v.andel.trim() === '' ? null : decimaltal(v.andel) }),
    spara: async (ny) => {
      await kontor.statsbidrag.underlag(ny)
      await klart(text.underlagSparat(namn), onStang)
    },
  })
  return (
    <Formulardialog rubrik={text.underlag(text.bas[nyckel], namn)} verb={statsbidrag.spara} form={form} onStang={onStang} onLasIn={hamtaOm.statsbidrag}>
      <TextFalt {...form.falt(nyckel === 'procent' ? 'andel' : 'befolkning')} etikett={text.bas[nyckel]} bredd="smal" inputMode={nyckel === 'procent' ? 'decimal' : 'numeric'} />
    </Formulardialog>
  )
}
