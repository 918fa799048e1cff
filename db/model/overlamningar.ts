import { z } from 'zod'
import { zDatum, zId, zNummer, zRad, zText } from './grund.ts'

/**
 * Handover between ombud (DESIGN §4.4, §4.8): offered and then accepted or declined, stand-ins for a time,
 * medombud beside the ombud, and the chief's nödöppning.
 */

/** Why a case is offered. A vikariat has an end and leaves the case with its ombud. */
export const OVERLAMNINGSSKAL = { byte: 'Byte av ombud', vikariat: 'Vikariat', flytt: 'Klienten flyttar' } as const
export type Overlamningsskal = keyof typeof OVERLAMNINGSSKAL
/** All that a row can tell of. */
export const OVERLAMNINGSSLAG = { ...OVERLAMNINGSSKAL, medombud: 'Medombud', nodoppning: 'Nödöppning' } as const
export type Overlamningsslag = keyof typeof OVERLAMNINGSSLAG
export const OVERLAMNINGSSTATUS = {
  erbjuden: 'Väntar på svar', godtagen: 'Tagen emot', avbojd: 'Avböjd', tagen_tillbaka: 'Tagen tillbaka', upphord: 'Upphörde',
} as const
export type Overlamningsstatus = keyof typeof OVERLAMNINGSSTATUS
/** As what somebody may open a case; `till` in a row of them is the last day. */
export const INNEHAVSSLAG = { ombud: 'Ombud', vikarie: 'Vikarie', medombud: 'Medombud' } as const
export type Innehavsslag = keyof typeof INNEHAVSSLAG

const skal = z.enum(['byte', 'vikariat', 'flytt'], 'Välj varför ärendet lämnas över.')
const rad = {
  nummer: zNummer,
  till: zId,
  samtycke: z.boolean(),
  samtyckeDatum: zDatum('Skriv vilken dag klienten samtyckte.').nullable(),
  /** Ids of the working notes that go along; none from the start. */
  anteckningar: z.array(zId).max(500).default([]),
  /** A word to the receiver, sealed under the case key. */
  ord: zText(2000).default(''),
}
const varfor = { skal, vikariatTill: zDatum('Skriv vikariatets sista dag.').nullable() }

type Samtycke = { samtycke: boolean; samtyckeDatum: string | null }
const samtyckeHel = (v: Samtycke) => v.samtycke === (v.samtyckeDatum !== null)
const samtyckeFel = { path: ['samtyckeDatum'], message: 'Skriv vilken dag klienten samtyckte, eller att samtycke saknas.' }
const vikariatHelt = (v: { skal: Overlamningsskal; vikariatTill: string | null }) => (v.skal === 'vikariat') === (v.vikariatTill !== null)
const vikariatFel = { path: ['vikariatTill'], message: 'Skriv vikariatets sista dag. Den hör bara till ett vikariat.' }

export const zErbjud = z.object({ ...rad, ...varfor }).refine(samtyckeHel, samtyckeFel).refine(vikariatHelt, vikariatFel)
/** One list, a receiver per row: all are offered, or none. */
export const zLamnaOverAlla = z.object({
  ...varfor,
  rader: z.array(z.object({ ...rad, samtycke: rad.samtycke.default(false), samtyckeDatum: rad.samtyckeDatum.default(null) }).refine(samtyckeHel, samtyckeFel))
    .min(1, 'Välj minst ett ärende.').max(2000),
}).refine(vikariatHelt, vikariatFel)
export type Erbjudandet = z.infer<typeof zErbjud>

export const zGodta = z.object({ ids: z.array(zId).min(1, 'Välj minst en överlämning.').max(2000) })
export const zAvboj = z.object({ id: zId, ord: zText(2000) })
export const zOverlamningId = z.object({ id: zId })
export const zMedombud = z.object({ nummer: zNummer, till: zId })
export const zNodoppning = z.object({
  nyckel: z.string().min(1, 'Skriv nyckeln från nyckelbladet.').max(400),
  skal: zRad('Skriv varför ärendena flyttas.', 500),
  fran: zId,
  till: zId,
  /** Which of the ombud's cases; null = all. */
  nummer: z.array(zNummer).min(1, 'Välj minst ett ärende.').max(5000).nullable(),
})

/** What is sealed with a row. Schema 1. `slut`: it is over, whatever the columns say. */
export interface OverlamningForseglat { ord: string; svar: string; slut: boolean }

/** As what the caller has a case, and for how long. */
export interface Mitt { slag: Innehavsslag; till: string | null }

/** A row of a list or of a case's history. Words are null for whoever cannot open the case any longer. */
export interface OverlamningRad {
  id: string
  nummer: string
  fran: { id: string; namn: string }
  till: { id: string; namn: string }
  slag: Overlamningsslag
  vikariatTill: string | null
  samtycke: boolean
  samtyckeDatum: string | null
  antalAnteckningar: number
  erbjuden: string
  status: Overlamningsstatus
  avgjord: string | null
  /** Last day as stand-in or medombud, once it has ended before its time. */
  avslutad: string | null
  ord: string | null
  svar: string | null
  /** The case, or the words of this row, cannot be opened: the file is damaged there. */
  skadat: boolean
  version: number
}

/** An offer to the caller: codes and days to judge it by, no name until it is accepted. */
export interface ErbjudandeRad extends OverlamningRad { kommun: string | null; start: string | null; planeratSlut: string | null; slut: string | null }

export interface Overlamningar {
  /** Open offers to the caller. */
  tillMig: ErbjudandeRad[]
  /** The caller's own: open ones, and those answered in the last 30 days. */
  franMig: OverlamningRad[]
  /** Stand-ins and medombud of the caller's cases, and cases that the caller stands in for. */
  pagaende: OverlamningRad[]
}

export interface NodoppningRad { id: string; tid: string; av: string; fran: string; till: string; skal: string; nummer: string[] }
/** An ombud's cases for a chief: numbers, codes and days. */
export interface HosRad { nummer: string; kommun: string | null; slut: string | null }
