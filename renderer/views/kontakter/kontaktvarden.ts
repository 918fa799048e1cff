import { z } from 'zod'
import type { Datum } from '../../../db/model/kalender.ts'
import { UTFALL } from '../../../db/model/kodlistor.ts'
import { type KontaktRad, zKontakt } from '../../../db/model/kontakter.ts'
import { kontakter as text } from '../../texter/kontakter.ts'

/** A contact as it is filled in: '' for what has not been chosen, and for a day that there is none of. */
export interface Kontaktvarden {
  readonly datum: string
  readonly kommun: string
  readonly initiativtagare: string
  readonly kontaktvag: string
  readonly orsaker: string[]
  readonly utfall: string
  readonly kodatum: string
  readonly kolamnad: string
  readonly hanvisadTill: string
  readonly hanvisningUppfoljd: string
  /** Of whoever is put in the queue; '' leaves what was saved as it is. */
  readonly namn: string
  readonly telefon: string
}

export function tomKontakt(idag: Datum, kommun: string): Kontaktvarden {
  return { datum: idag, kommun, initiativtagare: '', kontaktvag: '', orsaker: [], utfall: UTFALL.annuInteAvgjort, kodatum: '', kolamnad: '', hanvisadTill: '', hanvisningUppfoljd: '', namn: '', telefon: '' }
}

export function kontaktvarden({ datum, kommun, initiativtagare, kontaktvag, orsaker, utfall, kodatum, kolamnad, hanvisadTill, hanvisningUppfoljd }: KontaktRad): Kontaktvarden {
  return {
    datum, kommun, initiativtagare, kontaktvag, orsaker, utfall, kodatum: kodatum ?? '', kolamnad: kolamnad ?? '',
    hanvisadTill: hanvisadTill ?? '', hanvisningUppfoljd: hanvisningUppfoljd ?? '', namn: '', telefon: '',
  }
}

const ellerNull = (varde: string) => (varde === '' ? null : varde)

/** What the rules read: no day is null, and what belongs to another outcome is not sent. */
export function tillKontakt({ namn, telefon, kodatum, kolamnad, hanvisadTill, hanvisningUppfoljd, ...varden }: Kontaktvarden): unknown {
  return {
    ...varden,
    kodatum: ellerNull(kodatum),
    kolamnad: ellerNull(kolamnad),
    ...hanvisningen({ utfall: varden.utfall, hanvisadTill, hanvisningUppfoljd }),
    ...(varden.utfall === UTFALL.iKo && (namn.trim() !== '' || telefon.trim() !== '') ? { person: { namn, telefon } } : {}),
  }
}

/** The referral as the rules read it: none with any other outcome. */
export function hanvisningen({ utfall, hanvisadTill, hanvisningUppfoljd }: Pick<Kontaktvarden, 'utfall' | 'hanvisadTill' | 'hanvisningUppfoljd'>) {
  return harHanvisning({ utfall }) ? { hanvisadTill: ellerNull(hanvisadTill), hanvisningUppfoljd: ellerNull(hanvisningUppfoljd) } : { hanvisadTill: null, hanvisningUppfoljd: null }
}

/** Whether it is asked where the person was referred. */
export function harHanvisning({ utfall }: Pick<Kontaktvarden, 'utfall'>): boolean {
  return utfall === UTFALL.kvalificeradHanvisning
}

/** Sentences for choices that have not been made, where the rules' own name no field. */
const OVALT: Record<string, string> = { initiativtagare: text.valjVem, kontaktvag: text.valjHur, kommun: text.valjKommun }

/** The rules of a contact (`zKontakt`), with sentences that say which choice is meant. */
export const zKontaktvarden = z.unknown().transform((varden, ctx): z.output<typeof zKontakt> => {
  const last = zKontakt.safeParse(varden)
  if (last.success) return last.data
  for (const { path, message } of last.error.issues) ctx.addIssue({ code: 'custom', path: path[0] === 'person' && path.length > 1 ? path.slice(1) : path, message: OVALT[String(path[0])] ?? message })
  return z.NEVER
})

/**
 * A new outcome, and the queue's days that follow from it: placed on the contact's day, left today, unless otherwise
 * written. `stodIKo`: the queue has been saved before; otherwise another outcome takes it back.
 */
export function medUtfall(varden: Kontaktvarden, utfall: string, { idag, stodIKo }: { idag: Datum; stodIKo: boolean }): Partial<Kontaktvarden> {
  if (utfall === UTFALL.iKo) return { utfall, kodatum: varden.kodatum === '' ? varden.datum : varden.kodatum, kolamnad: '' }
  if (!stodIKo) return { utfall, kodatum: '', kolamnad: '' }
  return { utfall, kolamnad: harKolamnad({ ...varden, utfall }) && varden.kolamnad === '' ? idag : varden.kolamnad }
}

/** Whether the day of the queue is asked for. */
export function harKodatum({ utfall, kodatum }: Pick<Kontaktvarden, 'utfall' | 'kodatum'>): boolean {
  return utfall === UTFALL.iKo || kodatum !== ''
}

/** Whether the day of leaving the queue is asked for. */
export function harKolamnad({ utfall, kodatum }: Pick<Kontaktvarden, 'utfall' | 'kodatum'>): boolean {
  return kodatum !== '' && utfall !== UTFALL.iKo && utfall !== UTFALL.uppdrag
}

/** Whether an uppdrag can begin from the contact. */
export function kanBliUppdrag(rad: Pick<KontaktRad, 'struken' | 'ledTillUppdrag' | 'utfall'>): boolean {
  return !rad.struken && !rad.ledTillUppdrag && (rad.utfall === UTFALL.annuInteAvgjort || rad.utfall === UTFALL.iKo)
}
