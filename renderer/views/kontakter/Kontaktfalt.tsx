import type { KommunRad } from '../../../db/model/enhet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { type Kodlistor, UTFALL } from '../../../db/model/kodlistor.ts'
import { kodval, kommunval } from '../../app/kodval.ts'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import type { Formular } from '../../parts/formular.ts'
import { Skyddsfalt } from '../../parts/Namn.tsx'
import { type Alternativ, Valj } from '../../parts/Valj.tsx'
import { kontakter as text } from '../../texter/kontakter.ts'
import { Hanvisning } from './Hanvisning.tsx'
import { harHanvisning, harKodatum, harKolamnad, type Kontaktvarden, medUtfall } from './kontaktvarden.ts'

export interface Kontaktdata {
  readonly listor: Kodlistor
  readonly kommuner: readonly KommunRad[]
  readonly idag: Datum
}

interface Egenskaper extends Kontaktdata {
  readonly form: Formular<Kontaktvarden>
  /** The queue has been saved before. */
  readonly stodIKo?: boolean
  /** A name is kept for the place in the queue: it need not be written again. */
  readonly harPerson?: boolean
  /** It led to an uppdrag: the outcome is not chosen here. */
  readonly utfallLast?: boolean
  readonly fokus?: 'kommun' | 'initiativtagare'
}

/** The fields of a contact, in the order they are told on the phone. */
export function Kontaktfalt({ form, listor, kommuner, idag, stodIKo = false, harPerson = false, utfallLast = false, fokus }: Egenskaper) {
  const { varden } = form
  const { datum } = varden
  const utfall = kodval(listor, 'utfall', datum, idag, [varden.utfall]).filter((rad) => rad.kod !== UTFALL.uppdrag)
  return (
    <>
      <Valj {...form.falt('kommun')} etikett={text.kommun} alternativ={kommunval(kommuner, datum, idag, varden.kommun)} autoFocus={fokus === 'kommun'} />
      <Valj
        {...form.falt('initiativtagare')}
        etikett={text.vem}
        alternativ={kodval(listor, 'initiativtagare', datum, idag, [varden.initiativtagare])}
        autoFocus={fokus === 'initiativtagare'}
      />
      <Valj {...form.falt('kontaktvag')} etikett={text.hur} alternativ={kodval(listor, 'kontaktvag', datum, idag, [varden.kontaktvag])} />
      <Flerval {...form.falt('orsaker')} etikett={text.orsaker} alternativ={kodval(listor, 'orsak', datum, idag, varden.orsaker)} />
      {!utfallLast && <Utfallsfalt form={form} listor={listor} idag={idag} utfall={utfall} stodIKo={stodIKo} harPerson={harPerson} />}
      <Datumfalt {...form.falt('datum')} bredd="vanlig" etikett={text.datum} idag={idag} />
    </>
  )
}

interface Utfallsegenskaper extends Pick<Egenskaper, 'form' | 'listor' | 'idag' | 'stodIKo' | 'harPerson'> {
  /** The outcomes to choose among. */
  readonly utfall: readonly Alternativ[]
  readonly autoFocus?: boolean
}

/** What a contact led to, and what that outcome asks for in its turn. */
export function Utfallsfalt({ form, listor, idag, utfall, stodIKo = false, harPerson = false, autoFocus = false }: Utfallsegenskaper) {
  const { varden } = form
  return (
    <>
      <Valj {...form.falt('utfall')} autoFocus={autoFocus} etikett={text.utfall} alternativ={utfall} onAndra={(kod) => form.satt(medUtfall(varden, kod, { idag, stodIKo }))} />
      {harHanvisning(varden) && <Hanvisning till={form.falt('hanvisadTill')} uppfoljd={form.falt('hanvisningUppfoljd')} listor={listor} datum={varden.datum} idag={idag} />}
      {varden.utfall === UTFALL.iKo && (
        <>
          <Skyddsfalt>
            <TextFalt {...form.falt('namn')} spellCheck={false} etikett={text.konamn} hjalp={harPerson ? text.konamnFinns : text.konamnHjalp} valfri />
          </Skyddsfalt>
          <Skyddsfalt>
            <TextFalt {...form.falt('telefon')} type="tel" inputMode="tel" etikett={text.kotelefon} valfri />
          </Skyddsfalt>
        </>
      )}
      {harKodatum(varden) && <Datumfalt {...form.falt('kodatum')} bredd="vanlig" etikett={text.kodatum} idag={idag} />}
      {harKolamnad(varden) && <Datumfalt {...form.falt('kolamnad')} bredd="vanlig" etikett={text.kolamnad} idag={idag} />}
    </>
  )
}
