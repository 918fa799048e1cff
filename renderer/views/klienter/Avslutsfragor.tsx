import { ANTECKNINGARNA } from '../../../db/model/arbetet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor, UPPGIFT_SAKNAS } from '../../../db/model/kodlistor.ts'
import { kodval } from '../../app/kodval.ts'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import type { Formular } from '../../parts/formular.ts'
import { Skyddat, useSkyddat } from '../../parts/Namn.tsx'
import { Svarslista } from '../../parts/Steg.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { arbetet, malutfallIOrd } from '../../texter/arbetet.ts'
import { langdIOrd, langtDatum } from '../../texter/datum.ts'
import { klienter } from '../../texter/klienter.ts'
import { aktorval } from './aktorval.ts'
import { type Avslutslage, type Avslutssteg, type Avslutsvarden, arKort, arMalutfall, INGEN } from './avslutsvarden.ts'
import stil from './klienter.module.css'

const text = klienter.avslut

interface Mal {
  readonly id: string
  readonly text: string
}

interface Egenskaper {
  readonly lage: Avslutslage
  readonly mal: readonly Mal[]
  readonly listor: Kodlistor
}

/** The fields of one question. */
export function Avslutsfragor({ steg, form, lage, mal, listor }: Egenskaper & { readonly steg: Avslutssteg; readonly form: Formular<Avslutsvarden> }) {
  const { idag } = lage
  const { slut } = form.varden
  switch (steg) {
    case 'dag':
      return <Datumfalt {...form.falt('slut')} autoFocus etikett={text.slutFalt} hjalp={text.slutHjalp} idag={idag} />
    case 'orsak':
      return <Radio {...form.falt('avslutsorsak')} etikett={text.orsakFalt} alternativ={orsaker(listor, slut, idag)} />
    case 'lotsad':
      return <Valj {...form.falt('lotsadTill')} autoFocus etikett={text.lotsadFalt} hjalp={text.lotsadHjalp} alternativ={[{ kod: INGEN, text: text.ingen }, ...aktorval(listor, slut, idag)]} />
    case 'malen':
      return <Malen form={form} mal={mal} />
    case 'anteckningarna':
      return (
        <>
          <p>{text.anteckningarnaText(lage.antalAnteckningar)}</p>
          <Radio
            {...form.falt('anteckningarna')}
            etikett={text.anteckningarnaFalt}
            alternativ={arbetet.anteckningar.vad.map((rad) => ({ ...rad, hjalp: rad.kod === 'klienten' ? text.anteckningarnaKlienten : text.anteckningarnaForstors }))}
          />
        </>
      )
  }
}

/** Why an uppdrag ended is known to whoever ends it: "Uppgift saknas" is for imported ones. */
const orsaker = (listor: Kodlistor, slut: Datum, idag: Datum) => kodval(listor, 'avslutsorsak', slut, idag).filter((rad) => rad.kod !== UPPGIFT_SAKNAS)

/** One answer per goal; what is missing is said at each that lacks one. */
function Malen({ form, mal }: { readonly form: Formular<Avslutsvarden>; readonly mal: readonly Mal[] }) {
  const { id, varde, fel, onAndra } = form.falt('malutfall')
  const obesvarade = mal.filter((rad) => !arMalutfall(varde[rad.id]))
  const skyddat = useSkyddat()
  return (
    <>
      <p>{text.malenText}</p>
      {mal.map((rad) => (
        <Radio
          key={rad.id}
          id={rad.id === (obesvarade[0] ?? mal[0])?.id ? id : `${id}-${rad.id}`}
          etikett={mal.length === 1 ? skyddat(rad.text) : text.malet(rad.id, skyddat(rad.text))}
          alternativ={arbetet.malutfall.val}
          varde={varde[rad.id] ?? ''}
          onAndra={(kod) => onAndra({ ...varde, [rad.id]: kod })}
          fel={obesvarade.includes(rad) ? fel : undefined}
        />
      ))}
    </>
  )
}

interface Kontrollegenskaper extends Egenskaper {
  readonly varden: Avslutsvarden
  readonly andra: (steg: Avslutssteg) => void
}

/** Everything answered, and what will happen. */
export function KontrolleraAvslut({ varden, lage, mal, listor, andra }: Kontrollegenskaper) {
  const { slut, avslutsorsak, lotsadTill, malutfall, anteckningarna } = varden
  const till = lotsadTill === INGEN ? text.ingen : lotsadTill === '' ? '' : etikett(listor, 'aktor', lotsadTill)
  const medAnteckningar = lage.antalAnteckningar > 0
  return (
    <>
      <Svarslista
        rader={[
          { fraga: text.slutFalt, svar: langtDatum(slut), onAndra: () => andra('dag') },
          { fraga: text.orsakFalt, svar: avslutsorsak === '' ? '' : etikett(listor, 'avslutsorsak', avslutsorsak), onAndra: () => andra('orsak') },
          { fraga: text.lotsadFalt, svar: till, onAndra: () => andra('lotsad') },
          ...(mal.length > 0 ? [{ fraga: text.malenFalt, svar: <Malsvar mal={mal} malutfall={malutfall} />, onAndra: () => andra('malen') }] : []),
          ...(medAnteckningar ? [{ fraga: text.anteckningarnaFalt, svar: ANTECKNINGARNA[anteckningarna === 'klienten' ? 'klienten' : 'forstors'], onAndra: () => andra('anteckningarna') }] : []),
          { fraga: text.langd, svar: langdIOrd(lage.start, slut) },
        ]}
      />
      {arKort(lage.start, slut) && <p className={stil.varning}>{text.kort(langdIOrd(lage.start, slut))}</p>}
      <p>{text.hander}</p>
      {medAnteckningar && <p>{anteckningarna === 'klienten' ? text.handerKlienten : text.handerForstors}</p>}
    </>
  )
}

function Malsvar({ mal, malutfall }: { readonly mal: readonly Mal[]; readonly malutfall: Avslutsvarden['malutfall'] }) {
  return (
    <ul className={stil.radlista}>
      {mal.map((rad) => (
        <li key={rad.id}>
          <Skyddat>{rad.text}</Skyddat>
          <span className={stil.under}>{malutfallIOrd(malutfall[rad.id] ?? '')}</span>
        </li>
      ))}
    </ul>
  )
}
