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
}

export function tomKontakt(idag: Datum, kommun: string): Kontaktvarden {
  return { datum: idag, kommun, initiativtagare: '', kontaktvag: '', orsaker: [], utfall: UTFALL.annuInteAvgjort, kodatum: '', kolamnad: '' }
}

export function kontaktvarden({ datum, kommun, initiativtagare, kontaktvag, orsaker, utfall, kodatum, kolamnad }: KontaktRad): Kontaktvarden {
  return { datum, kommun, initiativtagare, kontaktvag, orsaker, utfall, kodatum: kodatum ?? '', kolamnad: kolamnad ?? '' }
}

/** What the rules read: no day is null. */
export function tillKontakt(varden: Kontaktvarden): unknown {
  return { ...varden, kodatum: varden.kodatum === '' ? null : varden.kodatum, kolamnad: varden.kolamnad === '' ? null : varden.kolamnad }
}

/** Sentences for choices that have not been made, where the rules' own name no field. */
const OVALT: Record<string, string> = { initiativtagare: text.valjVem, kontaktvag: text.valjHur, kommun: text.valjKommun }

/** The rules of a contact (`zKontakt`), with sentences that say which choice is meant. */
export const zKontaktvarden = z.unknown().transform((varden, ctx): z.output<typeof zKontakt> => {
  const last = zKontakt.safeParse(varden)
  if (last.success) return last.data
  for (const { path, message } of last.error.issues) ctx.addIssue({ code: 'custom', path, message: OVALT[String(path[0])] ?? message })
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
