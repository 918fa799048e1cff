import { z } from 'zod'
import type { ArendeRad } from '../../../db/model/arenden.ts'
import { zDatum } from '../../../db/model/grund.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { OVERLAMNINGSSKAL, type Overlamningsskal } from '../../../db/model/overlamningar.ts'
import type { Stegval } from '../../parts/flode.ts'
import { overlamningar } from '../../texter/overlamningar.ts'

const text = overlamningar.flode

/** The answers of the flow that offers one case. */
export interface Lamnavarden {
  readonly till: string
  readonly skal: string
  /** '' unless it is a vikariat. */
  readonly vikariatTill: string
  readonly samtycke: string
  readonly samtyckeDatum: string
  /** Ids of the notes that go along. */
  readonly anteckningar: string[]
  readonly ord: string
}

export type Lamnasteg = 'till' | 'varfor' | 'samtycke' | 'anteckningar' | 'ord'

export const tomtErbjudande: Lamnavarden = { till: '', skal: '', vikariatTill: '', samtycke: '', samtyckeDatum: '', anteckningar: [], ord: '' }

export function arSkal(kod: string): kod is Overlamningsskal {
  return kod in OVERLAMNINGSSKAL
}

/** Why, and for a vikariat until when: the same for one case and for all. */
export const zVarfor = (idag: Datum) =>
  z.object({ skal: z.string().refine(arSkal, text.skalSaknas), vikariatTill: z.string() }).superRefine((v, ctx) => {
    if (v.skal !== 'vikariat') return
    const dag = zDatum().safeParse(v.vikariatTill)
    const mening = !dag.success ? text.vikariatSaknas : dag.data < idag ? text.vikariatForfluten : null
    if (mening !== null) ctx.addIssue({ code: 'custom', path: ['vikariatTill'], message: mening })
  })

const zSamtycke = (idag: Datum) =>
  z.object({ samtycke: z.enum(['ja', 'nej'], text.samtyckeSaknas), samtyckeDatum: z.string() }).superRefine((v, ctx) => {
    if (v.samtycke !== 'ja') return
    const dag = zDatum().safeParse(v.samtyckeDatum)
    const mening = !dag.success ? text.samtyckeDatumSaknas : dag.data > idag ? text.samtyckeFramtid : null
    if (mening !== null) ctx.addIssue({ code: 'custom', path: ['samtyckeDatum'], message: mening })
  })

/** The questions. Notes are asked about only where there are any and the case leaves its ombud: a vikariat leaves them where they are. */
export function lamnasteg(varden: Pick<Lamnavarden, 'skal'>, { idag, antalAnteckningar }: { readonly idag: Datum; readonly antalAnteckningar: number }): Stegval<Lamnasteg>[] {
  const steg: (Stegval<Lamnasteg> | false)[] = [
    { id: 'till', falt: ['till'], schema: z.object({ till: z.string().min(1, text.tillSaknas) }) },
    { id: 'varfor', falt: ['skal', 'vikariatTill'], schema: zVarfor(idag) },
    { id: 'samtycke', falt: ['samtycke', 'samtyckeDatum'], schema: zSamtycke(idag) },
    antalAnteckningar > 0 && varden.skal !== 'vikariat' && { id: 'anteckningar', falt: ['anteckningar'], schema: z.object({}) },
    { id: 'ord', falt: ['ord'], schema: z.object({}) },
  ]
  return steg.filter((ett) => ett !== false)
}

/** The answers as the office reads them; what was not asked is left out. */
export function tillErbjudande({ till, skal, vikariatTill, samtycke, samtyckeDatum, anteckningar, ord }: Lamnavarden) {
  const vikariat = skal === 'vikariat'
  const ja = samtycke === 'ja'
  return { till, skal: arSkal(skal) ? skal : 'byte', vikariatTill: vikariat ? vikariatTill : null, samtycke: ja, samtyckeDatum: ja ? samtyckeDatum : null, anteckningar: vikariat ? [] : anteckningar, ord } as const
}

/** A row of the list that hands over everything. */
export interface Allarad {
  readonly nummer: string
  /** '' = stays. */
  readonly till: string
  /** The day the client consented, '' for none. */
  readonly samtyckeDatum: string
}

export interface Allavarden {
  readonly skal: string
  readonly vikariatTill: string
  readonly rader: readonly Allarad[]
}

export type Allasteg = 'varfor' | 'vilka'

/** The cases one can hand over: those one is the ombud of and has not offered already, ongoing ones first, then by number. */
export function attLamna(mina: readonly ArendeRad[], erbjudna: ReadonlySet<string>): ArendeRad[] {
  return mina
    .filter((rad) => rad.mitt.slag === 'ombud' && !erbjudna.has(rad.nummer))
    .sort((a, b) => Number(a.slut !== null) - Number(b.slut !== null) || (a.nummer < b.nummer ? -1 : 1))
}

/** A row per case, with what was chosen before for those that are still there. */
export function allarader(arenden: readonly Pick<ArendeRad, 'nummer'>[], valda: readonly Allarad[]): Allarad[] {
  return arenden.map(({ nummer }) => valda.find((rad) => rad.nummer === nummer) ?? { nummer, till: '', samtyckeDatum: '' })
}

/** The rows that have a receiver, in the order they are sent. */
export const medMottagare = (rader: readonly Allarad[]): Allarad[] => rader.filter((rad) => rad.till !== '')

export function allasteg(idag: Datum): Stegval<Allasteg>[] {
  return [
    { id: 'varfor', falt: ['skal', 'vikariatTill'], schema: zVarfor(idag) },
    { id: 'vilka', falt: ['rader'], schema: z.object({ rader: zRader(idag) }) },
  ]
}

const zRader = (idag: Datum) =>
  z.custom<readonly Allarad[]>().superRefine((rader, ctx) => {
    const valda = medMottagare(rader)
    if (valda.length === 0) ctx.addIssue({ code: 'custom', message: overlamningar.alla.vilkaSaknas })
    for (const { nummer, samtyckeDatum } of valda) {
      if (samtyckeDatum === '') continue
      const dag = zDatum().safeParse(samtyckeDatum)
      if (!dag.success) ctx.addIssue({ code: 'custom', message: overlamningar.alla.datumOlast(nummer) })
      else if (dag.data > idag) ctx.addIssue({ code: 'custom', message: overlamningar.alla.radfel(nummer, text.samtyckeFramtid) })
    }
  })

/** The answers as the office reads them. */
export function tillAlla({ skal, vikariatTill, rader }: Allavarden) {
  return {
    skal: arSkal(skal) ? skal : 'byte',
    vikariatTill: skal === 'vikariat' ? vikariatTill : null,
    rader: medMottagare(rader).map(({ nummer, till, samtyckeDatum }) => ({ nummer, till, samtycke: samtyckeDatum !== '', samtyckeDatum: samtyckeDatum === '' ? null : samtyckeDatum })),
  } as const
}
