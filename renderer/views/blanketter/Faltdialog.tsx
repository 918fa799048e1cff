import { FIGURTABELLER } from '../../../db/model/blankett/figurtabeller.ts'
import { type Blankettinnehall, type Falt, type Faltslag, zFalt } from '../../../db/model/blankett/typer.ts'
import { FASTA_FIGURER } from '../../../db/model/handling/siffror.ts'
import { TextFalt, Textruta } from '../../parts/Falt.tsx'
import { type Formular, useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Kryss, Radio } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { blanketter } from '../../texter/blanketter.ts'
import { type Faltvarden, faltvarden, nyttFaltid, tillFalt, TOMT_FALT } from './redigera.ts'

const text = blanketter.redigera
const SLAG = (Object.keys(blanketter.faltslag) as Faltslag[]).map((kod) => ({ kod, text: blanketter.faltslag[kod] }))
const FIGURER = Object.entries(FASTA_FIGURER).map(([kod, namn]) => ({ kod, text: namn }))
const TABELLER = FIGURTABELLER.map((kod) => ({ kod, text: blanketter.tabeller[kod] }))

interface Egenskaper {
  readonly innehall: Blankettinnehall
  /** The field that is changed; undefined for a new one. */
  readonly falt: Falt | undefined
  readonly onKlar: (falt: Falt) => void
  readonly onTaBort: () => void
  readonly onStang: () => void
}

/** What a field asks for: its kind, label and help. A field's id stays when it is renamed: last year's answer follows it. */
export function Faltdialog({ innehall, falt, onKlar, onTaBort, onStang }: Egenskaper) {
  const form = useFormular<Faltvarden, Falt>({
    schema: zFalt,
    start: falt === undefined ? TOMT_FALT : faltvarden(falt),
    till: (v) => tillFalt(v, falt?.id ?? nyttFaltid(innehall, v.etikett), falt),
    spara: (klart) => {
      onKlar(klart)
      onStang()
    },
  })
  return (
    <Formulardialog rubrik={falt === undefined ? text.nytt : falt.etikett} form={form} verb={text.sparaFaltet} onStang={onStang}>
      {falt === undefined && <Valj {...form.falt('typ')} onAndra={(typ) => form.satt({ typ: typ as Faltslag })} etikett={text.slag} alternativ={SLAG} />}
      <TextFalt {...form.falt('etikett')} etikett={text.etikett} maxLength={200} autoFocus />
      <Textruta {...form.falt('hjalp')} etikett={text.hjalp} rader={2} max={1000} valfri />
      <Slagets form={form} falt={falt} />
      <Kryss {...form.falt('kravs')} etikett={text.kravs} />
      {falt !== undefined && (
        <div>
          <Knapp
            sort="tyst"
            storlek="liten"
            onPress={() => {
              onTaBort()
              onStang()
            }}
          >
            {text.taBort}
          </Knapp>
        </div>
      )}
    </Formulardialog>
  )
}

/** What only one kind of field has. */
function Slagets({ form, falt }: { readonly form: Formular<Faltvarden>; readonly falt: Falt | undefined }) {
  switch (form.varden.typ) {
    case 'siffra': {
      // A row of a table can be bound too, by a file: it stays as it is.
      const okand = falt?.typ === 'siffra' && !FIGURER.some((f) => f.kod === falt.figur) ? [{ kod: falt.figur, text: falt.figur }] : []
      return <Valj {...form.falt('figur')} etikett={text.figur} alternativ={[...FIGURER, ...okand]} platshallare={text.valjFigur} />
    }
    case 'tabell':
      return <Valj {...form.falt('tabell')} etikett={text.tabell} alternativ={TABELLER} platshallare={text.valjTabell} />
    case 'tal':
      return (
        <>
          <TextFalt {...form.falt('enhet')} etikett={text.enhet} hjalp={text.enhetHjalp} bredd="smal" maxLength={20} valfri />
          <Valj {...form.falt('decimaler')} etikett={text.decimaler} bredd="smal" alternativ={['0', '1', '2'].map((kod) => ({ kod, text: kod }))} />
        </>
      )
    case 'text':
      return <TextFalt {...form.falt('maxLangd')} etikett={text.maxLangd} bredd="smal" inputMode="numeric" />
    case 'egen_tabell':
      return (
        <>
          <Radio {...form.falt('rader')} onAndra={(rader) => form.satt({ rader: rader as Faltvarden['rader'] })} etikett={text.rader} alternativ={(['kommuner', 'fria'] as const).map((kod) => ({ kod, text: text.raderVal[kod] }))} />
          <Textruta {...form.falt('kolumner')} etikett={text.kolumner} hjalp={text.kolumnerHjalp} rader={3} />
        </>
      )
    case 'ja_nej':
      return null
  }
}
