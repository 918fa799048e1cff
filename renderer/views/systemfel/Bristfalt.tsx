import { useState } from 'react'
import type { KommunRad } from '../../../db/model/enhet.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import { kodval, kommunval } from '../../app/kodval.ts'
import { tolkaFel } from '../../app/felsvar.ts'
import type { Bristtext } from '../../../db/model/systemfel/index.ts'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import type { Formular } from '../../parts/formular.ts'
import { Valj, type Alternativ } from '../../parts/Valj.tsx'
import { systemfel as text } from '../../texter/systemfel.ts'
import { HELA, medSvar, type Bristvarden } from './bristvarden.ts'
import stil from './systemfel.module.css'
import { Vaktruta } from './Vaktruta.tsx'

export interface Bristdata {
  readonly listor: Kodlistor
  readonly kommuner: readonly KommunRad[]
  readonly idag: Datum
}

/** The whole unit first, then its kommuner of the day. */
export const medHela = (kommuner: readonly Alternativ[]): Alternativ[] => [{ kod: HELA, text: text.helaEnheten }, ...kommuner]

/** Sends, and remembers the words that the office asks about: they are then shown at the field, to be answered. */
export function useFragade(): { readonly fragade: readonly string[]; readonly skicka: <T>(gor: () => Promise<T>) => Promise<T> } {
  const [fragade, setFragade] = useState<readonly string[]>([])
  const skicka = async <T,>(gor: () => Promise<T>): Promise<T> => {
    try {
      return await gor()
    } catch (orsak) {
      const { kod, detalj } = tolkaFel(orsak)
      if (kod === 'namn_i_text') setFragade((forra) => [...forra, ...ordenI(detalj)])
      throw orsak
    }
  }
  return { fragade, skicka }
}

function ordenI(detalj: unknown): string[] {
  if (typeof detalj !== 'object' || detalj === null || !('ord' in detalj) || !Array.isArray(detalj.ord)) return []
  return detalj.ord.filter((ord) => typeof ord === 'string')
}

interface Egenskaper extends Bristdata {
  readonly form: Formular<Bristvarden>
  readonly fragade: readonly string[]
  readonly medDatum?: boolean
  readonly fokus?: boolean
}

/** The fields of a brist: first what happens, as one would tell it. */
export function Bristfalt({ form, listor, kommuner, idag, fragade, medDatum = true, fokus = false }: Egenskaper) {
  const { varden } = form
  const { datum, inteNamn } = varden
  const ruta = (namn: Bristtext) => ({ ...form.falt(namn), idag, inteNamn, fragade, onIngetNamn: (ord: string) => form.satt({ inteNamn: medSvar(inteNamn, ord), [namn]: varden[namn] }) })
  return (
    <>
      <Vaktruta {...ruta('vad')} etikett={text.vad} hjalp={text.vadHjalp} rader={4} autoFocus={fokus} />
      <div className={stil.tva}>
        <Valj {...form.falt('kategori')} etikett={text.kategori} alternativ={kodval(listor, 'systemfel_kategori', datum, idag, [varden.kategori])} />
        <Valj {...form.falt('niva')} etikett={text.niva} alternativ={kodval(listor, 'systemfel_niva', datum, idag, [varden.niva])} />
        <Valj {...form.falt('aktor')} etikett={text.aktor} alternativ={kodval(listor, 'aktor', datum, idag, [varden.aktor])} />
        <Valj {...form.falt('kommun')} etikett={text.kommun} alternativ={medHela(kommunval(kommuner, datum, idag, varden.kommun === HELA ? '' : varden.kommun))} />
      </div>
      <Vaktruta {...ruta('foljd')} etikett={text.foljd} rader={3} valfri />
      <Vaktruta {...ruta('forslag')} etikett={text.forslag} hjalp={text.forslagHjalp} rader={3} valfri />
      {medDatum && <Datumfalt {...form.falt('datum')} bredd="vanlig" etikett={text.datum} idag={idag} />}
    </>
  )
}
