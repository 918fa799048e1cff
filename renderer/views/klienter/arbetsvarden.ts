import { z } from 'zod'
import { type AtagandeRad, type SamtyckeRad, zGjordUppfoljning, zNyttAtagande, zNyttSamtycke } from '../../../db/model/arbetet.ts'
import { dagarMellan, type Datum, plusDagar } from '../../../db/model/kalender.ts'
import { arbetet as text } from '../../texter/arbetet.ts'

/** '' is how a form holds a choice or a day that has not been made. */
const tomtArNull = (varde: string): string | null => (varde === '' ? null : varde)

// Uppföljning

export interface Resultatvarden {
  readonly resultat: string
  readonly gjord: string
  readonly nasta: string
}

export const tomtResultat = (idag: Datum): Resultatvarden => ({ resultat: '', gjord: idag, nasta: '' })

/** What a follow-up came to. A next day belongs only to an uppdrag that goes on. */
export const zResultat = (idag: Datum) =>
  z
    .object({ resultat: zGjordUppfoljning.shape.resultat, gjord: zGjordUppfoljning.shape.gjord, nasta: zGjordUppfoljning.shape.nasta })
    .refine((v) => v.gjord <= idag, { path: ['gjord'], message: text.uppfoljningar.gjordFramtid })
    .refine((v) => v.nasta === null || v.nasta > v.gjord, { path: ['nasta'], message: text.uppfoljningar.nastaOrdning })

export const tillResultat = ({ resultat, gjord, nasta }: Resultatvarden) => ({ resultat, gjord, nasta: resultat === 'avslutas' ? null : tomtArNull(nasta) })

// Åtagande

export interface Atagandevarden {
  readonly vad: string
  readonly vem: string
  readonly aktor: string
  readonly senast: string
}

export const TOMT_ATAGANDE: Atagandevarden = { vad: '', vem: '', aktor: '', senast: '' }
export type Atagandestatus = AtagandeRad['status']

const { vad, vem, aktor: atagandeaktor, senast } = zNyttAtagande.shape
export const zAtagande = z.object({ vad, vem, aktor: atagandeaktor, senast })
export const tillAtagande = (varden: Atagandevarden) => ({ ...varden, aktor: tomtArNull(varden.aktor), senast: tomtArNull(varden.senast) })

// Samtycke

export interface Samtyckesvarden {
  readonly aktor: string
  readonly person: string
  readonly omfattning: string
  readonly fran: string
  readonly till: string
}

export const tomtSamtycke = (idag: Datum): Samtyckesvarden => ({ aktor: '', person: '', omfattning: '', fran: idag, till: '' })

/** The same consent once more: from the day after the old one ended or ends, but not from before today. */
export function fornyatSamtycke({ aktor, person, omfattning, till }: Pick<SamtyckeRad, 'aktor' | 'person' | 'omfattning' | 'till'>, idag: Datum): Samtyckesvarden {
  const efter = till === null ? idag : plusDagar(till, 1)
  return { aktor, person, omfattning, fran: efter < idag ? idag : efter, till: '' }
}

const { aktor, person, omfattning, fran, till } = zNyttSamtycke.shape
export const zSamtycke = z
  .object({ aktor, person, omfattning, fran, till })
  .refine((v) => v.till === null || v.fran <= v.till, { path: ['till'], message: text.samtycken.tillForeFran })
export const tillSamtycke = (varden: Samtyckesvarden) => ({ ...varden, till: tomtArNull(varden.till) })

/** From so many days before its end a consent shows how many are left. */
const SNART_DAGAR = 30

export type Samtyckeslage = 'aterkallat' | 'slut' | 'borjar' | 'snart' | 'galler'

/** Where a consent stands on a day, both its ends counted; a withdrawn one holds no more from the day of withdrawal. */
export function samtyckeslage({ fran: f, till: t, aterkallat }: Pick<SamtyckeRad, 'fran' | 'till' | 'aterkallat'>, idag: Datum): Samtyckeslage {
  if (aterkallat !== null) return 'aterkallat'
  if (t !== null && t < idag) return 'slut'
  if (f > idag) return 'borjar'
  return t !== null && dagarMellan(idag, t) <= SNART_DAGAR ? 'snart' : 'galler'
}
